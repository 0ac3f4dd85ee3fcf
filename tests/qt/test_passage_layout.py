"""Lines of one passage: nothing lost, broken words readable, positions and lines agreeing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.text import TextSpan, words
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.passage_layout import PassageLayout
from tests.qt.pages import ARABIC, ENGLISH, RUSSIAN, block

TEXTS = st.text(st.sampled_from("aбم😀 .,-é1"), max_size=60) | st.sampled_from([ENGLISH, RUSSIAN, ARABIC])


def lines_of(layout: PassageLayout) -> list[str]:
    starts = [layout.position_at_line(line) for line in range(layout.line_count)]
    ends = [*starts[1:], len(layout.block.text)]
    return [layout.block.text[start:end] for start, end in zip(starts, ends, strict=True)]


@settings(deadline=None)
@given(TEXTS, st.sampled_from([24, 60, 160, 320]), st.sampled_from(["en", "ar"]))
def test_lines_hold_the_whole_text_once_and_in_order(text: str, em: int, language: str) -> None:
    layout = PassageLayout(block(text, language), page_geometry(700, em, language == "ar"))
    assert "".join(lines_of(layout)) == text
    for position in range(len(text)):
        line = layout.line_of(position)
        start = layout.position_at_line(line)
        assert start <= position < start + max(1, len(lines_of(layout)[line]))


@settings(deadline=None)
@given(TEXTS, st.sampled_from([24, 60, 160]))
def test_every_word_has_a_box_on_each_of_its_lines(text: str, em: int) -> None:
    layout = PassageLayout(block(text), page_geometry(700, em, is_rtl=False))
    for word in words(text):
        boxes = layout.word_boxes(word)
        assert [box.line for box in boxes] == list(
            range(layout.line_of(word.start), layout.line_of(word.end - 1) + 1)
        )
        assert all(layout.line_rect(box.line).top() <= box.rect.top() for box in boxes)
        assert all(box.rect.bottom() <= layout.line_rect(box.line).bottom() for box in boxes)


@pytest.mark.parametrize("word", ["понедельник,", "Donaudampfschiff.", "уполномоченный"])
@pytest.mark.parametrize("width", range(620, 1300, 40))
def test_of_a_word_that_is_broken_enough_goes_to_the_next_line(word: str, width: int) -> None:
    layout = PassageLayout(block(f"{word} 23 декабря", "ru"), page_geometry(width, 160, is_rtl=False))
    broken = lines_of(layout)
    pieces = [piece.split(" ")[0] for piece in broken]
    last_piece = next(piece for piece in pieces if word.endswith(piece) and piece)
    assert len(last_piece) >= 3


def test_a_place_leads_to_the_letter_there() -> None:
    layout = PassageLayout(block(ENGLISH * 3), page_geometry(900, 40, is_rtl=False))
    for word in words(ENGLISH * 3):
        (box,) = layout.word_boxes(word)
        position = layout.position_at(box.rect.center().x(), box.rect.center().y())
        assert word.start <= position <= word.end


def test_an_empty_or_distant_span_has_no_box() -> None:
    layout = PassageLayout(block("one"), page_geometry(900, 40, is_rtl=False))
    assert layout.word_boxes(TextSpan(1, 1)) == []
    assert layout.word_boxes(TextSpan(50, 60)) == []
    assert PassageLayout(block(""), page_geometry(900, 40, is_rtl=False)).word_boxes(TextSpan(0, 1)) == []
