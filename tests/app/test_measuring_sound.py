"""The sound by which staff measure a loudspeaker: as loud as the voice, never clipped, with soft ends."""

import math
from array import array
from itertools import pairwise

from kiosk.app.measuring_sound import FRAMES_A_SECOND, VOICE_RMS, measuring_sound


def test_it_is_as_loud_as_the_voice_from_begin_to_end_and_deep_like_speech() -> None:
    samples = array("h", measuring_sound(2))
    assert len(samples) == 2 * FRAMES_A_SECOND
    assert abs(samples[0]) < 50
    assert abs(samples[-1]) < 50
    assert max(map(abs, samples)) < 32_000
    for begin in range(0, len(samples), FRAMES_A_SECOND // 2):
        part = samples[begin : begin + FRAMES_A_SECOND // 2]
        rms = math.sqrt(sum(sample * sample for sample in part) / len(part))
        assert 0.8 * VOICE_RMS < rms < 1.2 * VOICE_RMS
    crossings = sum(one < 0 <= other for one, other in pairwise(samples)) / 2
    assert 200 < crossings < 2_500
    assert measuring_sound(2) == measuring_sound(2)
