"""How late a sound device is: guesses made by asking the sound server, smoothed. Knows no server.

A guess jumps by a buffer's length with the moment of asking, and is wildly wrong while a device starts. What is
lit must not jump with it.
"""

from collections import deque
from statistics import median

# From a frame being read to its being heard, at the least: recorded from a virtual loudspeaker. In doubt too
# little: a word that is lit early is easier to follow than one that is lit late.
LEAST_LATENCY_MS = 10.0
# Later than that is no device that somebody reads along with; the server is mistaken.
MOST_LATENCY_MS = 1_000.0
_REMEMBERED = 9
# Less than a tick of the player, so that the word that is lit never goes back.
_MOST_STEP_MS = 5.0


class Latency:
    """The latency of one opened device."""

    def __init__(self) -> None:
        self._guesses: deque[float] = deque(maxlen=_REMEMBERED)
        self.ms = LEAST_LATENCY_MS
        """Milliseconds from a frame being read until it is heard; any thread may read it."""

    @property
    def is_settled(self) -> bool:
        """Whether there were enough guesses to go by."""
        return len(self._guesses) == _REMEMBERED

    def guess(self, queued_ms: float, since_read_ms: float, read_ms: float) -> None:
        """Take what the server told.

        Args:
            queued_ms: how long a frame that is read now would wait until it is heard.
            since_read_ms: how long ago frames were read last.
            read_ms: how long those frames last; when they were read, they were not queued yet.
        """
        was_settled = self.is_settled
        self._guesses.append(queued_ms + since_read_ms - read_ms)
        wanted = min(max(median(self._guesses), LEAST_LATENCY_MS), MOST_LATENCY_MS)
        # Before that nobody reads along yet: there is silence first.
        most_step = _MOST_STEP_MS if was_settled else MOST_LATENCY_MS
        self.ms += min(max(wanted - self.ms, -most_step), most_step)
