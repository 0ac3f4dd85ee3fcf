"""A sound to measure a loudspeaker by: noise that is as loud and as deep as the natural voice. Knows no device."""

import math
import random
from array import array

FRAMES_A_SECOND = 24_000
# The natural voice while it speaks, pauses left out, at a volume of 100 percent: 25 dB below the loudest sine.
VOICE_RMS = 1_850
_LOUDEST_SAMPLE = 32_767
# Speech has most of its strength between these, and falls off on both sides.
_LOWEST_HZ, _HIGHEST_HZ = 150, 1_000
_FADE_FRAMES = FRAMES_A_SECOND // 20


def measuring_sound(seconds: int) -> bytes:
    """Return noise in the shape of speech, with soft ends: mono, 16 bits, 24,000 frames a second.

    Args:
        seconds: how long.
    """
    frame_count = seconds * FRAMES_A_SECOND
    # Always the same, so that two machines can be compared.
    chance = random.Random(1)  # noqa: S311  # no secret
    low, deep = _share(_HIGHEST_HZ), _share(_LOWEST_HZ)
    smooth = smoother = rumble = 0.0
    noise: list[float] = []
    for _number in range(frame_count):
        smooth += low * (chance.uniform(-1, 1) - smooth)
        # Twice: above, speech falls off by 12 dB an octave.
        smoother += low * (smooth - smoother)
        rumble += deep * (smoother - rumble)
        noise.append(smoother - rumble)
    rms = math.sqrt(sum(sample * sample for sample in noise) / frame_count)
    gain = VOICE_RMS / rms
    for frame in range(_FADE_FRAMES):
        noise[frame] *= frame / _FADE_FRAMES
        noise[-1 - frame] *= frame / _FADE_FRAMES
    most = _LOUDEST_SAMPLE
    return array("h", (max(-most, min(most, round(sample * gain))) for sample in noise)).tobytes()


def _share(cutoff_hz: float) -> float:
    """Return how much of a step a filter of one pole follows at once."""
    return 1 - math.exp(-2 * math.pi * cutoff_hz / FRAMES_A_SECOND)
