"""Samples: what engines make becomes what the timeline takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.samples import Samples, from_floats, resampled, speech_bounds, trimmed
from kiosk.core.timeline import LEAD_MARGIN_MS, SAMPLE_RATE_HZ, TAIL_MARGIN_MS, ms_to_frames


def tone(frames: int, level: int = 10_000, rate_hz: int = SAMPLE_RATE_HZ, pitch_hz: float = 440.0) -> Samples:
    times = np.arange(frames) / rate_hz
    wave: Samples = (level * np.sin(2 * np.pi * pitch_hz * times)).astype(np.int16)
    return wave


def silence(frames: int) -> Samples:
    return np.zeros(frames, np.int16)


def test_floats_become_16_bit_samples_and_are_clipped() -> None:
    made = from_floats(np.array([0.0, 1.0, -1.0, 0.5, 7.0, -7.0], np.float32))
    assert made.tolist() == [0, 32_767, -32_767, 16_383, 32_767, -32_767]
    assert made.dtype == np.int16


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_resampling_keeps_length_and_pitch(rate_hz: int) -> None:
    made = resampled(tone(rate_hz, rate_hz=rate_hz), rate_hz)
    assert len(made) == pytest.approx(SAMPLE_RATE_HZ, rel=0.01)
    spectrum = np.abs(np.fft.rfft(made.astype(np.float64)))
    pitch_hz = float(spectrum.argmax()) * SAMPLE_RATE_HZ / len(made)
    assert pitch_hz == pytest.approx(440, rel=0.02)
    assert np.abs(made).max() == pytest.approx(10_000, rel=0.1)


def test_samples_of_the_right_rate_and_empty_ones_stay() -> None:
    own = tone(100)
    assert resampled(own, SAMPLE_RATE_HZ) is own
    assert len(resampled(silence(0), 8_000)) == 0


@given(
    before=st.integers(0, 8000),
    speech=st.integers(480, 8000),
    after=st.integers(0, 8000),
    level=st.integers(400, 32_000),
)
def test_silence_is_trimmed_and_no_speech_is(before: int, speech: int, after: int, level: int) -> None:
    own = np.concatenate([silence(before), tone(speech, level), silence(after)])
    kept, cut = trimmed(own)
    lead, tail = ms_to_frames(LEAD_MARGIN_MS), ms_to_frames(TAIL_MARGIN_MS)
    inside = slice(lead, max(lead, len(kept) - tail))
    assert np.array_equal(kept[inside], own[cut : cut + len(kept)][inside])
    assert cut <= before
    assert cut + len(kept) >= before + speech - ms_to_frames(5)
    # What is left at the ends is short.
    assert before - cut <= lead + ms_to_frames(5)
    assert cut + len(kept) - (before + speech) <= tail + ms_to_frames(5)


def test_a_breath_far_below_the_speech_is_silence() -> None:
    own = np.concatenate([tone(4800, 60), tone(4800, 20_000), tone(4800, 60)])
    start, end = speech_bounds(own)
    assert (start, end) == (4800, 9600)


def test_a_pause_inside_is_kept() -> None:
    own = np.concatenate([tone(2400), silence(24_000), tone(2400)])
    assert len(trimmed(own)[0]) == len(own)


@pytest.mark.parametrize("frames", [120, 5000])
def test_silence_alone_leaves_nothing(frames: int) -> None:
    assert speech_bounds(silence(frames)) == (0, 0)
    kept, cut = trimmed(silence(frames))
    assert (len(kept), cut) == (0, 0)


@given(frames=st.integers(0, 400))
def test_the_shortest_sounds_are_no_trouble(frames: int) -> None:
    kept, cut = trimmed(tone(frames))
    assert cut == 0
    assert len(kept) <= frames
