"""Whether the program may say that it lives. Knows no service, no thread and no clock.

The event loop asks, so that it lives is plain. What is asked is whether those who serve the loudspeaker still
answer: the threads that pull sound, and whoever opens a device.
"""

from typing import NamedTuple


class SoundSigns(NamedTuple):
    """What has been seen of the threads that serve the loudspeaker, up to a moment. Counters only grow."""

    is_expected: bool = False
    """Whether frames should be pulled now: a device is open, and has not gone."""
    pulls_begun: int = 0
    """How often a thread began to take frames."""
    pulls_ended: int = 0
    """How often it had them."""
    openings_begun: int = 0
    """How often somebody began to open a device."""
    openings_ended: int = 0
    """How often that came to an end, well or not."""


def is_sound_alive(before: SoundSigns, now: SoundSigns) -> bool:
    """Decide whether the threads of the loudspeaker have answered between two moments.

    1. A pull or an opening that was under way has ended since: nobody hangs.
    2. Where frames should have been pulled at both moments, some were. A device pulls as long as it is open,
       silence too, so this holds whether or not anything is read.

    A device that has gone (headphones that were unplugged), or was never opened, pulls nothing, and is no reason
    to start anew: that would not bring it back.
    """
    has_pulled = now.pulls_ended > before.pulls_ended
    if before.pulls_begun > before.pulls_ended and not has_pulled:
        return False
    if before.openings_begun > before.openings_ended and now.openings_ended == before.openings_ended:
        return False
    return has_pulled or not (before.is_expected and now.is_expected)


# So many questions fit into the time after which the program is taken for dead: one answer may be missed.
_QUESTIONS = 3
_MOST_MS = 10_000


def question_ms(patience_us: int) -> int:
    """Return how often to ask, in milliseconds: less than half of what the service waits.

    Args:
        patience_us: how long it waits for a sign of life, in microseconds; 0 when it does not.
    """
    if not patience_us:
        return _MOST_MS
    return max(1, min(patience_us // 1000 // _QUESTIONS, _MOST_MS))
