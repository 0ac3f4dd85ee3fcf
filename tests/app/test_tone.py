"""The tone before a warning: short, softer than the voice, where ears that have aged hear best."""

import math
from array import array
from itertools import pairwise

import pytest

from kiosk.app.measuring_sound import FRAMES_A_SECOND, VOICE_RMS
from kiosk.app.tone import tone


def test_it_is_short_and_half_as_loud_as_the_voice_and_begins_and_ends_in_silence() -> None:
    samples = array("h", tone())
    assert 0.2 <= len(samples) / FRAMES_A_SECOND <= 0.5
    assert samples[0] == samples[-1] == 0
    middle = samples[FRAMES_A_SECOND // 20 : FRAMES_A_SECOND * 3 // 20]
    rms = math.sqrt(sum(sample * sample for sample in middle) / len(middle))
    assert 20 * math.log10(rms / VOICE_RMS) == pytest.approx(-6, abs=0.2)


def test_both_notes_lie_between_300_and_3000_hertz_and_differ() -> None:
    samples = array("h", tone())
    half = len(samples) // 2
    pitches = []
    for part in (samples[:half], samples[half:]):
        crossings = sum(one < 0 <= other for one, other in pairwise(part))
        pitches.append(crossings / (len(part) / FRAMES_A_SECOND))
    assert all(300 < pitch < 3_000 for pitch in pitches)
    assert pitches[1] > 1.2 * pitches[0]
