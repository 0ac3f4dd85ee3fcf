"""Positions survive the way to Qt and back, with emoji, Arabic and Cyrillic in the way."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.text import TextSpan
from kiosk.qt.text_positions import (
    TextPositions,
    from_utf16,
    has_only_single_units,
    span_from_utf16,
    span_to_utf16,
    to_utf16,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("aж م😀𝒳", max_size=20)


def utf16_slice(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(TEXTS)
def test_every_position_comes_back(text: str) -> None:
    for position in range(len(text) + 1):
        assert from_utf16(text, to_utf16(text, position)) == position


@given(TEXTS, st.data())
def test_a_span_covers_the_same_text_in_units(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    span = TextSpan(data.draw(st.integers(0, end)), end)
    units = span_to_utf16(text, span)
    assert utf16_slice(text, units.start, units.end) == span.of(text)
    assert span_from_utf16(text, units) == span


@given(TEXTS)
def test_the_remembering_form_agrees_with_the_functions(text: str) -> None:
    positions = TextPositions(text)
    assert positions.is_plain == has_only_single_units(text)
    for position in range(len(text) + 1):
        assert positions.to_utf16(position) == to_utf16(text, position)
    for offset in range(len(text.encode("utf-16-le")) // 2 + 1):
        assert positions.from_utf16(offset) == from_utf16(text, offset)
    whole = TextSpan(0, len(text))
    assert positions.span_from_utf16(positions.span_to_utf16(whole)) == whole


def test_an_emoji_before_the_word_moves_it_by_one_unit() -> None:
    text = "😀 word"
    assert span_to_utf16(text, TextSpan(2, 6)) == TextSpan(3, 7)
    assert not has_only_single_units(text)
    assert has_only_single_units("слово كلمة")


def test_the_middle_of_a_pair_is_the_start_of_its_character() -> None:
    assert from_utf16("a😀b", 2) == 1


def test_positions_beyond_the_text_are_its_ends() -> None:
    for text in ("abc", "a😀c"):
        positions = TextPositions(text)
        assert positions.from_utf16(99) == from_utf16(text, 99) == len(text)
        assert positions.to_utf16(99) == to_utf16(text, 99)
        assert positions.to_utf16(-1) == 0


def test_a_lone_surrogate_does_no_harm() -> None:
    assert to_utf16("a\ud83db", 2) == 2
