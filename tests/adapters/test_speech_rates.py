"""From words per minute to an engine's number, and what is left to stretching; 160 is 160 for every voice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.speech_rates import LEAPS, TABLES, EngineRate, engine_rate
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.rate import Rate
from kiosk.core.settings import FASTEST_WPM, SLOWEST_WPM
from tests.bench.bench_rates import VOICES, fixed_text, heard_wpm, word_count
from tests.contracts.real_voices import espeak, neural

EVERY_WPM = range(SLOWEST_WPM, FASTEST_WPM + 1)


def own_wpm(voice_id: str, number: float) -> float:
    """The rate that an engine speaks with at a number, by its table."""
    points = TABLES[voice_id]
    for (heard, number_before), (heard_after, number_after) in pairwise(points):
        if number_before <= number <= number_after:
            return heard + (heard_after - heard) * (number - number_before) / (number_after - number_before)
    raise AssertionError(f"{number} was not measured")


@pytest.mark.parametrize("voice_id", TABLES)
def test_a_table_only_rises(voice_id: str) -> None:
    for (heard, number), (heard_next, number_next) in pairwise(TABLES[voice_id]):
        assert heard < heard_next
        assert number < number_next


@pytest.mark.parametrize("voice_id", TABLES)
def test_what_was_measured_is_given_back_unstretched(voice_id: str) -> None:
    for heard, number in TABLES[voice_id]:
        assert engine_rate(voice_id, heard) == EngineRate(number, 1.0)


@pytest.mark.parametrize("voice_id", TABLES)
def test_every_rate_is_reached_within_one_percent(voice_id: str) -> None:
    for words_per_minute in EVERY_WPM:
        number, stretch = engine_rate(voice_id, words_per_minute)
        assert own_wpm(voice_id, number) * stretch == pytest.approx(words_per_minute, rel=0.011)


@pytest.mark.parametrize("voice_id", LEAPS)
def test_in_a_leap_the_sound_before_it_is_stretched(voice_id: str) -> None:
    numbers = dict(TABLES[voice_id])
    heard = LEAPS[voice_id]
    following = next(own for own in numbers if own > heard)
    for words_per_minute in range(heard + 3, following):
        assert engine_rate(voice_id, words_per_minute) == EngineRate(numbers[heard], words_per_minute / heard)


@pytest.mark.parametrize("voice_id", TABLES)
def test_a_sound_is_only_stretched_where_the_voice_has_none_of_its_own(voice_id: str) -> None:
    heard = [own for own, _ in TABLES[voice_id]]
    for words_per_minute in EVERY_WPM:
        stretch = engine_rate(voice_id, words_per_minute).stretch
        leap = LEAPS.get(voice_id, FASTEST_WPM)
        following = next((own for own in heard if own > leap), FASTEST_WPM)
        is_own = heard[0] <= words_per_minute <= heard[-1] and not leap < words_per_minute < following
        assert stretch == 1.0 or not is_own
        # Never so much that it is no longer speech: the model at 375 words per minute is the most.
        assert 0.9 < stretch < 1.75


@given(voice_id=st.sampled_from([*TABLES, "other:voice"]), words_per_minute=st.integers(SLOWEST_WPM, FASTEST_WPM))
def test_the_number_is_one_that_was_measured(voice_id: str, words_per_minute: int) -> None:
    number, _ = engine_rate(voice_id, words_per_minute)
    if voice_id in TABLES:
        assert TABLES[voice_id][0][1] <= number <= TABLES[voice_id][-1][1]


def test_a_voice_that_was_not_measured_is_taken_at_its_word() -> None:
    assert engine_rate("other:voice", 123) == EngineRate(123, 1.0)


# -- what is heard --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [100, 160, 400])
@pytest.mark.parametrize("voice_id", VOICES)
def test_words_are_heard_at_the_rate_that_was_asked_for(voice_id: str, asked: int) -> None:
    text = fixed_text(VOICES[voice_id], 10)
    assert word_count(text) > 200
    rack = VoiceRack([neural(), espeak()])
    heard = heard_wpm(rack, text, RenderingChoice(Rate(asked), voice_id))
    assert heard == pytest.approx(asked, rel=0.05)


def test_every_voice_that_ships_for_a_language_is_measured() -> None:
    assert VOICES.keys() == TABLES.keys()
