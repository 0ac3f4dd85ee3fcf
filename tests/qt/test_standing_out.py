"""What stands out while it is read: the rest is dimmed or hidden, and what is lit is what was asked for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from kiosk.core.appearance import Focus, Highlight
from kiosk.core.text import sentences, words
from kiosk.core.theme import dimmed
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.passage_layout import PassageLayout
from kiosk.qt.views.standing_out import SentenceSpans, lit_boxes, standing_out
from tests.qt.pages import COLOURS, ENGLISH, WatchedView, article, block, extent, pixels, word_at

TEXT = f"{ENGLISH} Then it sleeps. {ENGLISH}"
DIM = dimmed(COLOURS)


@pytest.fixture
def layout() -> PassageLayout:
    return PassageLayout(block(TEXT), page_geometry(700, 40, is_rtl=False))


def clear_lines(layout: PassageLayout, number: int, focus: Focus) -> list[int]:
    found = standing_out(layout, words(TEXT)[number], focus, SentenceSpans())
    assert found is not None
    return [part.line for part in found.clear]


def test_a_line_stands_out_with_its_word(layout: PassageLayout) -> None:
    for number, word in enumerate(words(TEXT)):
        assert clear_lines(layout, number, Focus.LINE) == [layout.line_of(word.start)]


def test_the_mask_leaves_the_line_after_too(layout: PassageLayout) -> None:
    last = layout.line_count - 1
    assert clear_lines(layout, 0, Focus.MASK) == [0, 1]
    assert clear_lines(layout, len(words(TEXT)) - 1, Focus.MASK) == [last]
    found = standing_out(layout, words(TEXT)[0], Focus.MASK, SentenceSpans())
    assert found is not None
    assert found.is_rest_hidden


def test_a_sentence_stands_out_with_all_of_its_words_and_no_others(layout: PassageLayout) -> None:
    spans = sentences(TEXT, "en")
    number = next(at for at, word in enumerate(words(TEXT)) if word.start >= spans[1].start)
    found = standing_out(layout, words(TEXT)[number], Focus.SENTENCE, SentenceSpans())
    assert found is not None
    for word in words(TEXT):
        boxes = layout.word_boxes(word)
        parts = [(part.line, part.rect) for part in found.clear if part.rect is not None]
        is_clear = all(
            any(line == box.line and rect.contains(box.rect.center()) for line, rect in parts) for box in boxes
        )
        assert is_clear is (spans[1].start <= word.start < spans[1].end)


@pytest.mark.parametrize("focus", [Focus.LINE, Focus.SENTENCE, Focus.PARAGRAPH, Focus.MASK])
def test_without_a_word_the_whole_passage_stands_out(layout: PassageLayout, focus: Focus) -> None:
    found = standing_out(layout, None, focus, SentenceSpans())
    assert found is not None
    assert [part.line for part in found.clear] == list(range(layout.line_count))


def test_without_focus_nothing_stands_out(layout: PassageLayout) -> None:
    assert standing_out(layout, words(TEXT)[0], Focus.OFF, SentenceSpans()) is None


def test_what_is_lit_is_what_was_asked_for(layout: PassageLayout) -> None:
    word, spans = words(TEXT)[3], SentenceSpans()
    assert lit_boxes(layout, word, Highlight.WORD, spans) == tuple(layout.word_boxes(word))
    assert lit_boxes(layout, word, Highlight.SENTENCE, spans) == tuple(layout.word_boxes(sentences(TEXT, "en")[0]))
    assert lit_boxes(layout, word, Highlight.PARAGRAPH, spans) == ()
    assert lit_boxes(layout, word, Highlight.OFF, spans) == ()
    assert lit_boxes(layout, None, Highlight.SENTENCE, spans) == ()


# -- on the screen ------------------------------------------------------------------------------------------------


@pytest.fixture
def view(new_view: Callable[..., WatchedView]) -> WatchedView:
    made = new_view(article(TEXT, TEXT, TEXT), size_pt=24, width=700, height=900)
    made.set_current(1, word_at(TEXT, 0), is_reading=True)
    pixels(made)
    return made


def line_place(view: WatchedView, passage: int, line: int) -> QRect:
    """Where a line is seen, without what reaches into it from its neighbours."""
    layout = view._page.layout(passage)
    rect = layout.line_rect(line).translated(0, view.passage_top(passage))
    quarter = rect.height() // 4
    return rect.adjusted(0, quarter, 0, -quarter)


def count(view: WatchedView, colour: str, place: QRect) -> int:
    image, wanted = pixels(view), QColor(colour).rgb()
    rows = range(place.top(), place.bottom())
    return sum(image.pixel(x, y) == wanted for x in range(place.left(), place.right()) for y in rows)


def has(view: WatchedView, colour: str, place: QRect) -> bool:
    return not extent(pixels(view), colour, place).isEmpty()


@pytest.mark.parametrize(
    ("focus", "clear", "back"),
    [
        (Focus.OFF, [(1, 0), (1, 3), (2, 0)], []),
        (Focus.LINE, [(1, 0)], [(1, 1), (1, 3), (2, 0)]),
        (Focus.PARAGRAPH, [(1, 0), (1, 1), (1, 3)], [(0, 0), (2, 0)]),
    ],
)
def test_dimmed_text_has_its_own_colour_and_clear_text_has_not(
    view: WatchedView, focus: Focus, clear: list[tuple[int, int]], back: list[tuple[int, int]]
) -> None:
    view.set_focus(focus)
    for place in clear:
        # The edges of clear letters have every colour between theirs and the page's.
        assert count(view, COLOURS.text, line_place(view, *place)) > 3 * count(view, DIM, line_place(view, *place))
    for place in back:
        assert has(view, DIM, line_place(view, *place))
        assert not has(view, COLOURS.text, line_place(view, *place))


def test_what_the_mask_hides_is_page_and_nothing_else(view: WatchedView) -> None:
    view.set_focus(Focus.MASK)
    assert has(view, COLOURS.text, line_place(view, 1, 1))
    image, place = pixels(view), line_place(view, 1, 3)
    page = QColor(COLOURS.page).rgb()
    rows = range(place.top(), place.bottom())
    assert {image.pixel(x, y) for x in range(place.left(), place.right()) for y in rows} == {page}


def test_the_focus_follows_the_voice_and_leaves_nothing_behind(view: WatchedView) -> None:
    view.set_focus(Focus.LINE)
    pixels(view)
    layout = view._page.layout(1)
    word = next(own for own in words(TEXT) if layout.line_of(own.start) == 2)
    view.set_current(1, word, is_reading=True)
    followed = pixels(view)
    view.viewport().update()
    assert followed == pixels(view)
    assert has(view, COLOURS.text, line_place(view, 1, 2))
    assert has(view, DIM, line_place(view, 1, 0))
    view.set_current(2, word_at(TEXT, 0), is_reading=True)
    assert has(view, DIM, line_place(view, 1, 2))
    assert has(view, COLOURS.text, line_place(view, 2, 0))


def test_the_mask_hides_nothing_while_what_is_read_is_out_of_view(view: WatchedView) -> None:
    view.set_focus(Focus.MASK)
    view.set_current(1, word_at(TEXT, 0), is_reading=False)
    view.resize(700, 300)
    view.scroll_by_page(1)
    view.scroll_by_page(1)
    assert view.passage_top(1) + view._page.layout(1).pitch < 0
    assert not extent(pixels(view), DIM).isEmpty()


@pytest.mark.parametrize(
    ("highlight", "has_box", "has_tint"),
    [
        (Highlight.WORD, True, True),
        (Highlight.SENTENCE, True, True),
        (Highlight.PARAGRAPH, False, True),
        (Highlight.OFF, False, False),
    ],
)
def test_what_is_lit_is_seen(view: WatchedView, highlight: Highlight, has_box: bool, has_tint: bool) -> None:
    view.set_highlight(highlight)
    image = pixels(view)
    assert extent(image, COLOURS.word).isEmpty() is not has_box
    assert extent(image, COLOURS.tint).isEmpty() is not has_tint
    if highlight is Highlight.SENTENCE:
        assert extent(image, COLOURS.word).width() > 3 * view._word_boxes()[0].rect.width()
    if has_box:
        # What was lit leaves nothing behind.
        view.set_current(1, word_at(TEXT, 2), is_reading=True)
        followed = pixels(view)
        view.viewport().update()
        assert followed == pixels(view)
