"""When something may be said: every purpose against every situation, and pieces that one voice can say."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.narration import Piece, Purpose, Saying, Turn, joined, turn_of

SITUATIONS = [
    # purpose, asked, being said, reading: when
    (Purpose.FOCUS, True, set(), False, Turn.NOW),
    (Purpose.FOCUS, False, set(), False, Turn.NOW),
    (Purpose.FOCUS, True, {Purpose.FOCUS}, False, Turn.NOW),
    (Purpose.FOCUS, True, {Purpose.ANSWER}, False, Turn.NEXT),
    (Purpose.FOCUS, True, {Purpose.SCREEN}, False, Turn.NEXT),
    (Purpose.FOCUS, True, {Purpose.FOCUS, Purpose.WARNING}, False, Turn.NEXT),
    (Purpose.ANSWER, True, {Purpose.FOCUS}, False, Turn.NOW),
    (Purpose.ANSWER, True, {Purpose.SCREEN}, False, Turn.NOW),
    (Purpose.ANSWER, True, {Purpose.WARNING}, False, Turn.NEXT),
    (Purpose.STEP, True, {Purpose.STEP}, False, Turn.NOW),
    (Purpose.SCREEN, True, {Purpose.ANSWER}, False, Turn.NOW),
    (Purpose.SCREEN, False, {Purpose.WARNING}, False, Turn.NEXT),
    (Purpose.WARNING, False, set(), False, Turn.NOW),
    (Purpose.WARNING, False, {Purpose.ANSWER}, False, Turn.NEXT),
    # While the reading sounds only what was asked for makes it give way.
    (Purpose.ANSWER, True, set(), True, Turn.NOW),
    (Purpose.FOCUS, True, set(), True, Turn.NOW),
    (Purpose.FOCUS, True, {Purpose.ANSWER}, True, Turn.NEXT),
    (Purpose.ANSWER, False, set(), True, Turn.WAIT),
    (Purpose.WARNING, False, set(), True, Turn.WAIT),
    (Purpose.WARNING, False, {Purpose.ANSWER}, True, Turn.WAIT),
    (Purpose.FOCUS, False, set(), True, Turn.NEVER),
    (Purpose.SCREEN, True, set(), True, Turn.NEVER),
    (Purpose.STEP, True, set(), True, Turn.NEVER),
]


def saying(purpose: Purpose, is_asked: bool = True) -> Saying:
    return Saying((Piece("words", "en"),), purpose, is_asked)


@pytest.mark.parametrize(("purpose", "is_asked", "being_said", "is_reading", "turn"), SITUATIONS)
def test_when_something_is_said(
    purpose: Purpose, is_asked: bool, being_said: set[Purpose], is_reading: bool, turn: Turn
) -> None:
    assert turn_of(saying(purpose, is_asked), being_said, is_reading) is turn


@pytest.mark.conforms("CF-12", "SW-22")
@pytest.mark.parametrize(("purpose", "is_asked"), list(product(Purpose, (True, False))))
def test_what_nobody_asked_for_never_interrupts_the_reading(purpose: Purpose, is_asked: bool) -> None:
    for being_said in (set[Purpose](), *({other} for other in Purpose)):
        turn = turn_of(saying(purpose, is_asked), being_said, is_reading=True)
        assert is_asked or turn in (Turn.WAIT, Turn.NEVER)


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.WARNING])
def test_a_warning_is_never_cut_by_what_is_said_next(purpose: Purpose) -> None:
    assert turn_of(saying(purpose), {Purpose.WARNING}, is_reading=False) is Turn.NEXT


def test_words_of_one_language_are_one_piece() -> None:
    pieces = [Piece("Help", "en"), Piece("button", "en"), Piece("More.", "en"), Piece("And more", "en")]
    assert joined(pieces) == (Piece("Help, button, More. And more", "en"),)


def test_words_of_two_languages_are_two_pieces_in_order() -> None:
    pieces = [Piece("Голос.", "ru"), Piece("Russian", "en"), Piece(" ", "ru"), Piece("button", "en")]
    assert joined(pieces) == (Piece("Голос.", "ru"), Piece("Russian, button", "en"))


@given(st.lists(st.tuples(st.text("ab. ", max_size=5), st.sampled_from(("en", "ru")))))
def test_joining_loses_and_reorders_no_word(parts: list[tuple[str, str]]) -> None:
    made = joined([Piece(text, language) for text, language in parts])
    assert all(piece.text.strip() == piece.text != "" for piece in made)
    assert all(one.language != other.language for one, other in pairwise(made))
    letters = "".join(piece.text for piece in made).replace(" ", "").replace(",", "")
    assert letters == "".join(text for text, _ in parts).replace(" ", "")
