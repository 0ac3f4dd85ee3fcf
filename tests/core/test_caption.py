"""How long somebody needs to read what is said, and texts of one direction within those of the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.bidi import isolated, set_apart, without_isolates
from kiosk.core.caption import reading_time_ms
from kiosk.core.narration import Piece, comma


def test_two_words_a_second_and_never_less_than_an_eye_needs() -> None:
    assert reading_time_ms([Piece("one", "en")]) == 2_000
    assert reading_time_ms([Piece("one two three four", "en"), Piece("пять шесть", "ru")]) == 3_000


@pytest.mark.parametrize(
    ("text", "is_right_to_left", "is_isolated"),
    [
        ("Three", False, False),
        ("Голос", False, False),
        ("صوت", False, True),
        ("صوت", True, False),
        ("Three", True, True),
        ("F10, صوت", False, True),
        ("2026", True, False),
        ("", True, False),
    ],
)
def test_only_what_runs_against_the_sentence_is_isolated(
    text: str, is_right_to_left: bool, is_isolated: bool
) -> None:
    assert set_apart(text, is_right_to_left) == (isolated(text) if is_isolated else text)


@given(text=st.text(alphabet="aя صوت1. "), is_right_to_left=st.booleans())
def test_what_is_spoken_is_the_text_itself(text: str, is_right_to_left: bool) -> None:
    assert without_isolates(set_apart(text, is_right_to_left)) == text


def test_a_comma_is_the_languages_own() -> None:
    assert [comma(tag) for tag in ("en", "uk", "ar", "ar-EG")] == [", ", ", ", "، ", "، "]
