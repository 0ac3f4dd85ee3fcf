"""The silent voice: words move at the rate that was asked for."""

import pytest

from kiosk.adapters.voices.silent import SilentSynthesizer
from kiosk.core.rate import Rate
from kiosk.core.timeline import frames_to_ms

TEXT = "These are twelve words that somebody may follow on the screen alone."


@pytest.mark.parametrize("words_per_minute", [80, 160, 500])
def test_it_lasts_as_long_as_reading_at_the_rate_would(words_per_minute: int) -> None:
    engine = SilentSynthesizer(("en",))
    speech = engine.synthesize(TEXT, "en", engine.voices()[0], Rate(words_per_minute))
    assert not any(speech.samples)
    minutes = frames_to_ms(speech.frame_count) / 60_000
    assert len(speech.marks) / minutes == pytest.approx(words_per_minute, rel=0.2)


def test_a_long_word_takes_longer_than_a_short_one() -> None:
    engine = SilentSynthesizer(("en",))
    long, short = engine.synthesize("Extraordinarily so", "en", engine.voices()[0], Rate(160)).marks
    assert long.end_frame - long.start_frame > 4 * (short.end_frame - short.start_frame)


def test_it_is_the_least_of_voices() -> None:
    (voice,) = SilentSynthesizer(("en", "ru")).voices()
    assert (voice.quality, voice.languages) == (0, ("en", "ru"))
