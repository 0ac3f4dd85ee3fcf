"""Stretching: how long, how high, where each moment goes; the loudspeaker's thread is never kept waiting."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters import stretch as module
from kiosk.adapters.samples import Samples
from kiosk.adapters.stretch import stretched, worthwhile
from kiosk.core.rate import Rate
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames
from kiosk.core.voice import choose_voice
from tests.contracts.real_voices import espeak

FACTORS = (0.6, 0.8, 1.1, 1.35, 1.75, 2.5)
every_factor = pytest.mark.parametrize("factor", FACTORS)


def speech() -> Samples:
    engine = espeak()
    voice = choose_voice(engine.voices(), "en")
    assert voice is not None
    said = engine.synthesize(
        "The hearing opened on Monday, and hundreds of people came to listen.", "en", voice, Rate(160)
    )
    return np.frombuffer(said.samples, dtype=np.int16)


def tone(pitch_hz: float, seconds: float = 3.0) -> Samples:
    """A buzz like that of a voice: a fundamental and its overtones."""
    time = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    waves = sum(np.sin(2 * np.pi * pitch_hz * number * time) / number for number in range(1, 12))
    return (5000 * np.asarray(waves)).astype(np.int16)


def pitches_hz(samples: Samples) -> list[float]:
    """The pitch of each moment of 50 ms that has one, by autocorrelation; 60 to 400 Hz."""
    found: list[float] = []
    size = ms_to_frames(50)
    shortest, longest = SAMPLE_RATE_HZ // 400, SAMPLE_RATE_HZ // 60
    for start in range(0, len(samples) - size, size):
        moment = samples[start : start + size].astype(np.float64)
        moment -= moment.mean()
        likeness = np.correlate(moment, moment, "full")[size - 1 :]
        if likeness[0] < size * 300**2:
            continue
        lag = shortest + int(likeness[shortest:longest].argmax())
        if likeness[lag] > 0.5 * likeness[0]:
            found.append(SAMPLE_RATE_HZ / lag)
    return found


@every_factor
def test_it_lasts_as_long_as_it_should(factor: float) -> None:
    for samples in (speech(), tone(120, 0.4), tone(120, 9)):
        assert len(stretched(samples, factor)) == pytest.approx(len(samples) / factor, rel=0.01)


@every_factor
@pytest.mark.parametrize("pitch_hz", [85, 120, 210])
def test_a_voice_keeps_its_pitch(factor: float, pitch_hz: float) -> None:
    assert np.median(pitches_hz(stretched(tone(pitch_hz), factor))) == pytest.approx(pitch_hz, rel=0.02)


@every_factor
def test_speech_keeps_its_pitch(factor: float) -> None:
    before, after = pitches_hz(speech()), pitches_hz(stretched(speech(), factor))
    assert len(before) > 20
    assert np.median(after) == pytest.approx(np.median(before), rel=0.05)


@every_factor
def test_what_was_at_a_frame_is_where_it_is_looked_for(factor: float) -> None:
    """So that marks stay with their words: a beep every half second, in a sound that is parted several times."""
    samples = np.zeros(8 * SAMPLE_RATE_HZ, np.int16)
    beep = (np.hanning(2400) * tone(200, 0.1)).astype(np.int16)
    starts = range(6000, len(samples) - 2400, 12_000)
    for start in starts:
        samples[start : start + 2400] = beep
    made = np.abs(stretched(samples, factor).astype(np.float64))
    for start in starts:
        first, last = round((start - 1200) / factor), round((start + 3600) / factor)
        window = made[first:last]
        middle = first + (window * np.arange(len(window))).sum() / window.sum()
        assert frames_to_ms(abs(middle - (start + 1200) / factor)) < 5


@every_factor
def test_it_is_as_loud_as_before_and_has_no_clicks_where_it_was_parted(factor: float) -> None:
    samples = tone(120, 9)
    made = stretched(samples, factor).astype(np.float64)
    inside = made[2400:-2400]
    assert inside.std() == pytest.approx(samples.astype(np.float64).std(), rel=0.1)
    assert np.abs(np.diff(inside)).max() < 2.5 * np.abs(np.diff(samples.astype(np.float64))).max()
    # Nor holes: a tone has none even where there is no quiet place to part it at.
    moments = inside[: len(inside) // 480 * 480].reshape(-1, 480).std(axis=1)
    assert moments.min() > 0.3 * moments.mean()


def test_what_nobody_hears_is_left_alone() -> None:
    samples = speech()
    assert stretched(samples, worthwhile(1.009)) is samples
    assert worthwhile(0.992) == 1.0
    assert worthwhile(1.02) == 1.02


def test_nothing_stays_nothing_and_a_click_stays_short() -> None:
    assert len(stretched(np.zeros(0, np.int16), 1.5)) == 0
    assert len(stretched(np.full(30, 1000, np.int16), 1.5)) == 20


@settings(max_examples=40, deadline=None)
@given(seconds=st.floats(0.01, 40), seed=st.integers(0, 9))
def test_no_part_is_so_long_that_a_loudspeaker_would_wait_for_it(seconds: float, seed: int) -> None:
    """The library lets no other thread run: 1.6 s of sound are 5 ms of work, a loudspeaker's buffer is 20 ms."""
    noise = np.random.default_rng(seed).normal(0, 1000, round(seconds * SAMPLE_RATE_HZ)).astype(np.int16)
    cuts = module._parts(noise)
    assert cuts[0] == 0
    assert cuts[-1] == len(noise)
    assert all(0 < after - before <= ms_to_frames(1_610) for before, after in pairwise(cuts))
