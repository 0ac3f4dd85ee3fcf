"""Sound made shorter or longer without changing its pitch. Knows no voice and no file."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames

if TYPE_CHECKING:
    from kiosk.adapters.samples import Floats, Samples

# Moments in which the sound is looked at, and how far apart they are. The library's own 120 ms smear the sounds of
# fast speech: of words stretched to 340 per minute a recogniser then mishears 54 %, and 49 % with these. Eight
# periods of a low voice fit in, so that its pitch is clear.
_BLOCK_FRAMES = ms_to_frames(80)
_INTERVAL_FRAMES = ms_to_frames(20)
# So little faster or slower is not heard, and not worth the time.
_LEAST_CHANGE = 0.01

# The library lets no other thread run while it works, not even the loudspeaker's: a long sound is made in parts of
# about this length. They are joined where it is quietest, within the slack; each is made with what is around it.
_PART_FRAMES = ms_to_frames(1_000)
_SLACK_FRAMES = ms_to_frames(300)
_AROUND_FRAMES = ms_to_frames(120)
_JOIN_FRAMES = ms_to_frames(6)
_WINDOW_FRAMES = ms_to_frames(10)


def worthwhile(factor: float) -> float:
    """Return a factor, or 1 when nobody would hear the change."""
    return factor if abs(factor - 1.0) > _LEAST_CHANGE else 1.0


def stretched(samples: "Samples", factor: float) -> "Samples":
    """Make a sound ``factor`` times as fast; what was at frame n is then at frame n / factor.

    Takes about 3 ms for a second of sound, and none for a factor of 1.

    Args:
        samples: mono, at the timeline's rate.
        factor: above 1 is faster and shorter; 0.1 to 9.
    """
    if not len(samples) or factor == 1.0:
        return samples
    import numpy as np  # heavy, and not needed before the first sound

    from kiosk.adapters.samples import from_floats

    made: Floats = np.zeros(round(len(samples) / factor), np.float32)
    for start, end in pairwise(_parts(samples)):
        lead = max(0, start - _AROUND_FRAMES)
        part = _stretched_at_once(samples[lead : end + _AROUND_FRAMES], factor)
        # Where the part lies in the whole, with half of each join.
        first = round(start / factor) - _JOIN_FRAMES // 2 if start else 0
        last = round(end / factor) + _JOIN_FRAMES // 2 if end < len(samples) else len(made)
        own = part[first - round(lead / factor) :][: last - first]
        if start:
            own[:_JOIN_FRAMES] *= np.linspace(0.0, 1.0, _JOIN_FRAMES, dtype=np.float32)
        if end < len(samples):
            own[len(own) - _JOIN_FRAMES :] *= np.linspace(1.0, 0.0, _JOIN_FRAMES, dtype=np.float32)
        made[first : first + len(own)] += own
    return from_floats(made)


def _parts(samples: "Samples") -> Sequence[int]:
    """Return the frames at which a sound is parted, its beginning and its end included."""
    cuts = [0]
    while len(samples) - cuts[-1] > _PART_FRAMES + 2 * _SLACK_FRAMES:
        first = cuts[-1] + _PART_FRAMES - _SLACK_FRAMES
        cuts.append(first + quietest(samples[first : first + 2 * _SLACK_FRAMES]))
    return (*cuts, len(samples))


def quietest(samples: "Samples") -> int:
    """Return the frame at which a sound of at least 10 ms is quietest: there it can be parted."""
    import numpy as np

    count = len(samples) // _WINDOW_FRAMES
    windows = samples[: count * _WINDOW_FRAMES].astype(np.float32).reshape(count, _WINDOW_FRAMES)
    return int(np.abs(windows).mean(axis=1).argmin()) * _WINDOW_FRAMES + _WINDOW_FRAMES // 2


def _stretched_at_once(samples: "Samples", factor: float) -> "Floats":
    import numpy as np
    import python_stretch

    stretch: Any = python_stretch.Signalsmith.Stretch()
    stretch.preset(1, float(SAMPLE_RATE_HZ))
    stretch.configure(1, _BLOCK_FRAMES, _INTERVAL_FRAMES)
    stretch.setTimeFactor(factor)
    made: Floats = np.asarray(stretch.process(samples.astype(np.float32).reshape(1, -1) / 32768.0), np.float32)
    return made.reshape(-1)
