"""The reading view: what is painted where, what is painted again, and what presses say."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QImage, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication

from kiosk.core.article import Article, BlockKind
from kiosk.core.text import TextSpan
from kiosk.qt.text_positions import span_to_utf16
from kiosk.qt.views.article_view import ArticleView
from tests.qt.pages import (
    ARABIC,
    COLOURS,
    ENGLISH,
    CountedBlocks,
    NewView,
    article,
    block,
    extent,
    long_article,
    pixels,
    word_at,
)

# The lit word


def ink_of_word(view: ArticleView, passage: int, word: TextSpan) -> QRect:
    """Let Qt itself colour one word of the passage, and see where it is."""
    layout = view._page.layout(passage)
    units = span_to_utf16(layout.block.text, word)
    coloured = QTextLayout.FormatRange()
    coloured.start, coloured.length = units.start, len(units)
    coloured.format = QTextCharFormat()
    coloured.format.setForeground(QColor("#FF0000"))
    text = QTextLayout(layout.block.text, layout.font)
    text.setTextOption(layout._text.textOption())
    text.setFormats([coloured])
    text.beginLayout()
    line = text.createLine()
    line.setLineWidth(layout.page.text_width)
    text.endLayout()
    image = QImage(layout.page.text_width, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setFont(QFont(layout.font))
    text.draw(painter, QPoint(0, 100))
    painter.end()
    return extent(image, "#FF0000").translated(layout.page.text_x, 0)


@pytest.mark.conforms("CF-04")
@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("one two three four", "en", 1),
        ("😀 one two 😀 three", "en", 2),
        ("Съешь ещё булок", "ru", 1),
        ("كانت صحيفة الصباح", "ar", 1),
        ("say مرحبا بكم now", "en", 1),
        ("say مرحبا بكم now", "en", 2),
        ("قال BBC News في القاهرة", "ar", 1),
        ("قال BBC News في القاهرة", "ar", 2),
    ],
)
def test_the_box_stands_behind_the_word(new_view: NewView, text: str, language: str, number: int) -> None:
    view = new_view(article(text, language=language))
    word = word_at(text, number)
    view.set_current(1, word, is_reading=True)
    (box,) = view.word_rects()
    painted = extent(pixels(view), COLOURS.word)
    assert painted == box
    ink = ink_of_word(view, 1, word)
    assert box.left() <= ink.left()
    assert box.right() >= ink.right()
    assert box.left() > ink.left() - 14
    assert box.right() < ink.right() + 14
    assert extent(pixels(view), COLOURS.on_word, box).width() >= ink.width() - 2


def test_a_word_longer_than_the_line_has_a_box_on_each_line(new_view: NewView) -> None:
    view = new_view(article("Donaudampfschifffahrtsgesellschaft."), size_pt=120)
    view.set_current(1, word_at("Donaudampfschifffahrtsgesellschaft.", 0), is_reading=True)
    boxes = view.word_rects()
    assert len(boxes) > 2
    assert [box.top() for box in boxes] == sorted({box.top() for box in boxes})


def test_boxes_on_one_page_are_equally_tall_in_any_script(new_view: NewView) -> None:
    view = new_view(article("one Привет two", "one plain two"))
    heights: set[int] = set()
    for passage, number in ((1, 0), (1, 1), (2, 1)):
        view.set_current(passage, word_at(view.passage(passage).text, number), is_reading=True)
        heights.add(view.word_rects()[0].height())
    assert len(heights) == 1


@pytest.mark.conforms("FP-3", "SW-06")
def test_on_light_pages_the_word_is_underlined_in_the_colour_of_text(new_view: NewView) -> None:
    view = new_view(article("one two three"))
    view.set_theme(COLOURS._replace(is_dark=False))
    view.set_current(1, word_at("one two three", 1), is_reading=True)
    (box,) = view.word_rects()
    lowest = QRect(box.left(), box.bottom() - 2, box.width(), 2)
    assert extent(pixels(view), COLOURS.text, lowest).width() > box.width() * 0.8


# Painting again


def test_a_new_word_paints_the_old_and_the_new_one_only(new_view: NewView) -> None:
    view = new_view(long_article(9))
    view.set_current(1, word_at(ENGLISH, 0), is_reading=True)
    QApplication.processEvents()
    for number in range(1, 8):
        before = view.word_rects()
        view.painted.clear()
        view.set_current(1, word_at(ENGLISH, number), is_reading=True)
        QApplication.processEvents()
        allowed = [rect.adjusted(-2, -2, 2, 2) for rect in (*before, *view.word_rects())]
        assert view.painted
        assert all(any(rect.contains(painted) for rect in allowed) for painted in view.painted)


def test_the_same_place_again_paints_nothing(new_view: NewView) -> None:
    view = new_view(long_article(9))
    view.set_current(1, word_at(ENGLISH, 0), is_reading=True)
    QApplication.processEvents()
    view.painted.clear()
    view.set_current(1, word_at(ENGLISH, 0), is_reading=True)
    QApplication.processEvents()
    assert view.painted == []


def test_a_passage_beyond_the_article_changes_nothing(new_view: NewView) -> None:
    view = new_view(article("one"))
    view.set_current(7, None, is_reading=True)
    assert view.current_passage() == 0


def test_without_an_article_there_is_only_page(new_view: NewView) -> None:
    view = new_view(None)
    assert extent(pixels(view), COLOURS.page) == view.viewport().rect()
    view.follow()
    view.scroll_by_page(1)
    assert view.first_visible_passage() == 0


# Bar, tint and button


@pytest.mark.conforms("FP-3", "SW-06")
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_the_current_passage_has_its_bar_at_the_leading_edge(new_view: NewView, text: str, language: str) -> None:
    view = new_view(article(text, text, language=language))
    view.set_current(2, None, is_reading=False)
    image = pixels(view)
    tint = extent(image, COLOURS.tint)
    page = view._page.geometry
    bar = QRect(page.bar_x, tint.top(), page.bar_width, tint.height())
    assert extent(image, COLOURS.accent, bar) == bar
    is_left = bar.center().x() < view.width() // 2
    assert is_left == (language == "en")
    button = view._button_rect(list(view.visible_passages())[2])
    assert (button.center().x() < bar.left()) == is_left


def test_the_button_is_an_outline_at_rest_and_filled_while_it_sounds(new_view: NewView) -> None:
    view = new_view(article(ENGLISH))
    button = view._button_rect(list(view.visible_passages())[1])
    assert min(button.width(), button.height()) >= 44
    inside = QPoint(button.center().x(), button.top() + 7)
    assert pixels(view).pixelColor(inside).name().upper() == COLOURS.page
    assert not extent(pixels(view), COLOURS.accent, button).isEmpty()
    view.set_current(1, None, is_reading=True)
    assert pixels(view).pixelColor(inside).name().upper() == COLOURS.accent
    assert not extent(pixels(view), COLOURS.on_accent, button).isEmpty()


# Size of the article


def test_opening_looks_at_few_blocks_only(new_view: NewView) -> None:
    blocks = CountedBlocks(20_000)
    view = new_view(Article("a", "A title", "en", blocks))
    view.set_text_size(40)
    pixels(view)
    assert len(blocks.asked) < 60
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    pixels(view)
    assert [passage.number for passage in view.visible_passages()][-1] == 20_000
    assert len(blocks.asked) < 100


@pytest.mark.conforms("SW-03")
def test_kinds_are_told_apart_by_their_setting(new_view: NewView) -> None:
    shown = Article(
        "a",
        "A title",
        "en",
        (
            block(ENGLISH),
            block(ENGLISH, kind=BlockKind.LIST_ITEM, level=1),
            block(f"3. {ENGLISH}", kind=BlockKind.LIST_ITEM, level=1),
            block(ENGLISH, kind=BlockKind.QUOTE),
            block("A heading", kind=BlockKind.HEADING, level=2),
        ),
    )
    view = new_view(shown, width=700)
    layouts = [view._page.layout(passage) for passage in range(6)]
    starts = [[layout._text.lineAt(line).x() - layout.page.text_x for line in range(2)] for layout in layouts[1:5]]
    paragraph, item, numbered, quote = starts
    assert paragraph == [0, 0]
    assert item[0] == item[1] > 0
    assert numbered[0] < numbered[1]
    assert quote[0] == quote[1] > 0
    assert layouts[0].size_px > layouts[5].size_px > layouts[1].size_px
    assert layouts[5].font.bold()


@pytest.mark.conforms("SW-25")
def test_a_ring_says_that_the_keys_go_to_the_text(new_view: NewView) -> None:
    view = new_view(article(ENGLISH))
    frame = QRect(0, 0, view.viewport().width(), 4)
    for reason, is_shown in ((Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)):
        view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
        assert (extent(pixels(view), COLOURS.text, frame) == frame) == is_shown
    view.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert extent(pixels(view), COLOURS.text, frame).isEmpty()
