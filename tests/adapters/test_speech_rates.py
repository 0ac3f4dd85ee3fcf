"""From words per minute to an engine's number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.speech_rates import TABLES, engine_rate
from kiosk.core.settings import FASTEST_WPM, SLOWEST_WPM


@pytest.mark.parametrize("voice_id", TABLES)
def test_a_table_only_rises(voice_id: str) -> None:
    for (heard, given_), (heard_next, given_next) in pairwise(TABLES[voice_id]):
        assert heard < heard_next
        assert given_ < given_next


@pytest.mark.parametrize("voice_id", TABLES)
def test_what_was_measured_is_given_back(voice_id: str) -> None:
    for heard, given_ in TABLES[voice_id]:
        assert engine_rate(voice_id, heard) == given_


@given(
    voice_id=st.sampled_from([*TABLES, "other:voice"]), words_per_minute=st.integers(SLOWEST_WPM, FASTEST_WPM - 1)
)
def test_faster_is_never_slower_and_stays_within_what_was_measured(voice_id: str, words_per_minute: int) -> None:
    slower, faster = engine_rate(voice_id, words_per_minute), engine_rate(voice_id, words_per_minute + 1)
    assert slower <= faster
    if voice_id in TABLES:
        assert TABLES[voice_id][0][1] <= slower <= faster <= TABLES[voice_id][-1][1]


def test_a_voice_that_was_not_measured_is_taken_at_its_word() -> None:
    assert engine_rate("other:voice", 123) == 123
