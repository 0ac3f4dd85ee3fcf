"""How loud the reading is: steps of 3 dB between soft and loud, and what they do to samples. Knows no loudspeaker.

The steps span 33 dB, so one lies 12 dB above the lowest and the whole is more than 18 dB, as standards for public
terminals ask. The lowest can still be heard: a person who cannot see would not find back from silence.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

SOFTEST_PERCENT = 10
LOUDEST_PERCENT = 120
STEP_PERCENT = 10
UNCHANGED_PERCENT = 100
_DB_PER_PERCENT = 0.3
# Up to here a louder sample is only multiplied; above, it is bent towards the loudest sample and never passes it.
_KNEE = 0.7
_LOUDEST_SAMPLE = 32_767


@dataclass(frozen=True, slots=True, order=True)
class Volume:
    """A volume in percent, 10 to 120 in steps of 10; anything else is brought to the nearest of them.

    100 leaves the sound as the voice made it. Every 10 percent are 3 dB.
    """

    percent: int = UNCHANGED_PERCENT

    def __post_init__(self) -> None:
        stepped = (self.percent + STEP_PERCENT // 2) // STEP_PERCENT * STEP_PERCENT
        object.__setattr__(self, "percent", min(max(stepped, SOFTEST_PERCENT), LOUDEST_PERCENT))

    def louder(self) -> "Volume":
        """One step up; the loudest stays."""
        return Volume(self.percent + STEP_PERCENT)

    def softer(self) -> "Volume":
        """One step down; the softest stays."""
        return Volume(self.percent - STEP_PERCENT)

    @property
    def gain_db(self) -> int:
        """Decibels above the sound as the voice made it, -27 to 6."""
        return round((self.percent - UNCHANGED_PERCENT) * _DB_PER_PERCENT)

    @property
    def gain(self) -> float:
        """What samples are multiplied with, 0.04 to 2."""
        return float(10 ** (self.gain_db / 20))


def gain_table(gain: float) -> Sequence[int]:
    """Return what becomes of every sample of 16 bits at a gain of 0 or more.

    The entry of a sample is at its own value, ``table[sample]``; negative ones count from the end, as Python does.
    No entry leaves the range of 16 bits, and louder samples never become softer ones.
    """
    values = range(_LOUDEST_SAMPLE + 2)
    positive = [round(value * gain if gain <= 1 else _bent(value * gain)) for value in values]
    return [*positive[: _LOUDEST_SAMPLE + 1], *(-value for value in reversed(positive[1:]))]


def _bent(sample: float) -> float:
    knee = _KNEE * _LOUDEST_SAMPLE
    room = _LOUDEST_SAMPLE - knee
    return sample if sample <= knee else knee + room * math.tanh((sample - knee) / room)
