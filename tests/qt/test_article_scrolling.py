"""The page moves: with the voice, by hand, and not at all when only its size changes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QScrollEvent, QScrollPrepareEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller
from pytestqt.qtbot import QtBot

from kiosk.core.text import words
from kiosk.qt.views.article_view import ArticleView
from tests.qt.pages import (
    ARABIC,
    COLOURS,
    ENGLISH,
    RUSSIAN,
    NewView,
    article,
    extent,
    long_article,
    pixels,
    word_at,
)


def wheel(view: ArticleView, notches: int) -> None:
    """Turn the wheel down by some notches."""
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


# With the voice


@pytest.mark.conforms("CF-04")
@pytest.mark.parametrize(("size_pt", "width", "height"), [(200, 1024, 600), (32, 1024, 600), (96, 1920, 1080)])
@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_the_spoken_line_stays_in_the_upper_third_and_the_page_never_goes_back(
    new_view: NewView, size_pt: int, width: int, height: int, text: str, language: str
) -> None:
    view = new_view(long_article(4, language, text), size_pt, width, height)
    bar = view.verticalScrollBar()
    tops: list[int] = []
    for passage in range(1, 4):
        for word in words(view.passage(passage).text):
            view.set_current(passage, word, is_reading=True)
            tops.append(bar.value())
            first = view.word_rects()[0]
            assert first.top() >= 0
            assert first.bottom() < view.viewport().height()
            if bar.value() < bar.maximum():
                pitch = view._page.layout(passage).pitch
                assert first.center().y() <= max(view.viewport().height() / 3, pitch / 2) + pitch / 4
    assert tops == sorted(tops)
    assert tops[-1] > tops[0]


def test_no_line_is_cut_by_the_top_after_following(new_view: NewView) -> None:
    view = new_view(long_article(20))
    for passage in range(1, 12):
        for word in words(view.passage(passage).text):
            view.set_current(passage, word, is_reading=True)
            first = next(iter(view.visible_passages()))
            line = first.layout.line_at(-first.top)
            cut = first.layout.line_rect(line).translated(0, first.top)
            assert cut.top() >= 0 or view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


@pytest.mark.conforms("SW-20")
def test_a_hand_that_scrolls_away_is_left_alone_until_asked(new_view: NewView) -> None:
    view = new_view(long_article(60))
    spoken = list(words(view.passage(1).text))
    view.set_current(1, spoken[0], is_reading=True)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    left_at = view.verticalScrollBar().value()
    for word in spoken[1:]:
        view.set_current(1, word, is_reading=True)
    view.set_current(2, word_at(ENGLISH, 0), is_reading=True)
    assert view.verticalScrollBar().value() == left_at
    view.follow()
    assert view.verticalScrollBar().value() < left_at
    assert view.word_rects()[0].top() >= 0


def test_the_voice_is_followed_again_once_it_was_met(new_view: NewView) -> None:
    view = new_view(long_article(60))
    view.set_current(1, word_at(ENGLISH, 0), is_reading=True)
    wheel(view, 12)
    left_at = view.verticalScrollBar().value()
    assert left_at > 0
    for passage in range(1, 30):
        for word in words(view.passage(passage).text):
            view.set_current(passage, word, is_reading=True)
    assert view.verticalScrollBar().value() > left_at
    assert view.viewport().rect().contains(view.word_rects()[0])


@pytest.mark.conforms("SW-26", "SW-30")
def test_another_passage_without_the_voice_is_brought_into_view(new_view: NewView) -> None:
    view = new_view(long_article(60))
    view.set_current(40, None, is_reading=False)
    assert view.current_passage() == 40
    assert 40 in [passage.number for passage in view.visible_passages()]
    stays = view.verticalScrollBar().value()
    view.set_current(41, None, is_reading=False)
    assert view.verticalScrollBar().value() == stays


@pytest.mark.conforms("FP-9", "SW-20", "SW-24")
def test_motion_is_eased_one_way_and_ends(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(long_article(60))
    view.set_reduced_motion(False)
    view.set_current(1, word_at(ENGLISH, 0), is_reading=True)
    tops: list[int] = []
    view.verticalScrollBar().valueChanged.connect(tops.append)
    view.set_current(3, word_at(ENGLISH, 0), is_reading=True)
    assert tops == []
    qtbot.waitUntil(lambda: view._glide.remaining == 0 and bool(tops))
    assert tops == sorted(tops)
    assert len(tops) > 2
    assert view.word_rects()[0].center().y() <= view.viewport().height() / 3 + 1


# By hand


@pytest.mark.conforms("SW-30")
def test_page_keys_turn_by_whole_lines_and_come_back(new_view: NewView) -> None:
    view = new_view(long_article(60))
    seen: list[int] = []
    while view.verticalScrollBar().value() < view.verticalScrollBar().maximum():
        visible = [passage.number for passage in view.visible_passages()]
        assert not seen or visible[0] <= seen[-1]
        seen = visible
        view.scroll_by_page(1)
    for _ in range(200):
        view.scroll_by_page(-1)
    assert view.verticalScrollBar().value() == 0
    assert view.first_visible_passage() == 0


def test_scrolling_up_through_unseen_passages_does_not_jump(new_view: NewView) -> None:
    texts = [ENGLISH * (1 + number % 7) for number in range(300)]
    view = new_view(article(*texts))
    view.set_current(250, None, is_reading=False)
    for _ in range(60):
        before = {passage.number: passage.top for passage in view.visible_passages()}
        wheel(view, -1)
        after = {passage.number: passage.top for passage in view.visible_passages()}
        moved = {after[number] - before[number] for number in before.keys() & after.keys()}
        assert len(moved) == 1
        assert 0 < moved.pop() < 700


@pytest.fixture(scope="session")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def test_a_tap_chooses_and_a_drag_scrolls(new_view: NewView, qtbot: QtBot, touch_screen: QPointingDevice) -> None:
    view = new_view(long_article(60))
    place = QPoint(500, 300)
    chosen: list[int] = []
    view.passage_chosen.connect(chosen.append)
    QTest.touchEvent(view.viewport(), touch_screen).press(0, place).commit()
    QTest.touchEvent(view.viewport(), touch_screen).release(0, place).commit()
    qtbot.waitUntil(lambda: len(chosen) == 1)
    assert QScroller.hasScroller(view.viewport())
    # What the scroller sends while a finger drags; its own reckoning needs time to pass.
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    prepare = QScrollPrepareEvent(QPointF(place))
    QApplication.sendEvent(view.viewport(), prepare)
    assert prepare.isAccepted()
    assert prepare.contentPosRange().height() == view.verticalScrollBar().maximum()
    for y in (0.4, 30.2, 110.0):
        moved = QScrollEvent(QPointF(0, y), QPointF(), QScrollEvent.ScrollState.ScrollUpdated)
        QApplication.sendEvent(view.viewport(), moved)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.verticalScrollBar().value() == 110
    assert len(chosen) == 1


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
@pytest.mark.parametrize("size_pt", [18, 40, 72])
def test_no_line_is_shown_in_part(new_view: NewView, size_pt: int, text: str) -> None:
    view = new_view(article(text, text, text, language="ar" if text is ARABIC else "en"), size_pt)
    assert not extent(pixels(view), COLOURS.text).isEmpty()
    for _ in range(5):
        image = pixels(view)
        width, bottom = image.width(), image.height() - 1
        assert extent(image, COLOURS.text, QRect(0, 0, width, 1)).isEmpty()
        assert extent(image, COLOURS.text, QRect(0, bottom, width, 1)).isEmpty()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)


def test_a_line_taller_than_the_view_is_shown_as_far_as_it_goes(new_view: NewView) -> None:
    view = new_view(article(ENGLISH), 240, height=300)
    view.scroll_by_page(1)
    assert not extent(pixels(view), COLOURS.text).isEmpty()


# Size and width


def first_words_in_view(view: ArticleView) -> tuple[int, int]:
    first = next(iter(view.visible_passages()))
    line = first.layout.line_at(-first.top + first.layout.pitch // 2)
    return first.number, first.layout.position_at_line(line)


@pytest.mark.conforms("SW-08")
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_a_new_size_keeps_the_place(new_view: NewView, language: str) -> None:
    text = {"en": ENGLISH, "ru": RUSSIAN, "ar": ARABIC}[language]
    view = new_view(long_article(400, language, text * 4))
    view.set_current(200, None, is_reading=False)
    view.scroll_by_page(1)
    passage, position = first_words_in_view(view)
    for size_pt in (48, 96, 240, 96, 48, 18, 32):
        view.set_text_size(size_pt)
        top = view.passage_top(passage)
        layout = view._page.layout(passage)
        line = layout.line_rect(layout.line_of(position)).translated(0, top)
        assert -1 <= line.top() < view.viewport().height() / 2
    assert first_words_in_view(view) == (passage, position)


def test_a_new_size_or_width_keeps_the_lit_word_in_view(new_view: NewView) -> None:
    view = new_view(long_article(100, text=ENGLISH * 3))
    view.set_current(50, word_at(ENGLISH, 9), is_reading=True)
    for size_pt in (64, 120, 240, 18, 32):
        view.set_text_size(size_pt)
        assert view.viewport().rect().contains(view.word_rects()[0].center())
    for width in (600, 1920, 1000):
        view.resize(width, 700)
        QApplication.processEvents()
        assert view.viewport().rect().contains(view.word_rects()[0].center())


def test_the_top_of_the_article_stays_the_top(new_view: NewView) -> None:
    view = new_view(long_article(100))
    for size_pt in (64, 18, 240):
        view.set_text_size(size_pt)
        pixels(view)
        assert view.verticalScrollBar().value() == 0


@pytest.mark.conforms("FP-2", "SW-09", "SW-13")
@pytest.mark.parametrize("width", [600, 1024, 1920])
@pytest.mark.parametrize("size_pt", [18, 32, 72, 120, 240])
def test_nothing_is_wider_than_the_view(new_view: NewView, size_pt: int, width: int) -> None:
    texts = (
        ENGLISH,
        "Donaudampfschifffahrtsgesellschaftskapitän WWWWWWWWWWWW",
        RUSSIAN,
        "@@@@ 12345678901234567890",
    )
    view = new_view(article(*texts, ARABIC), size_pt, width, 600)
    assert view.horizontalScrollBar().maximum() == 0
    page = view._page.geometry
    for passage in range(view.passage_count()):
        layout = view._page.layout(passage)
        for line in range(layout.line_count):
            ink = layout._text.lineAt(line).naturalTextRect()
            assert page.text_x - 1 <= ink.left()
            assert ink.right() <= page.text_x + page.text_width + 0.3 * layout.size_px
    image = pixels(view)
    edge = image.rect().adjusted(image.width() - 4, 0, 0, 0)
    assert extent(image, COLOURS.text, edge).isEmpty()


@pytest.mark.conforms("SW-13")
@pytest.mark.parametrize("size_pt", [18, 24, 28])
def test_moderate_sizes_have_30_to_60_characters_a_line(new_view: NewView, size_pt: int) -> None:
    view = new_view(article(ENGLISH * 12, RUSSIAN * 12), size_pt, 1280)
    for passage in (1, 2):
        layout = view._page.layout(passage)
        lengths = [layout._text.lineAt(line).textLength() for line in range(layout.line_count - 1)]
        assert 30 <= sum(lengths) / len(lengths) <= 62


def test_a_short_last_line_of_arabic_stands_at_the_right(new_view: NewView) -> None:
    view = new_view(article(ARABIC + " نعم", language="ar"), width=900)
    layout = view._page.layout(1)
    last = layout.line_rect(layout.line_count - 1).translated(0, view.passage_top(1))
    ink = extent(pixels(view), COLOURS.text, last)
    assert ink.right() > last.right() - 12
    assert ink.width() < last.width() / 2


@pytest.mark.parametrize("size_pt", [32, 64])
def test_a_long_title_is_set_smaller_until_it_takes_three_lines(new_view: NewView, size_pt: int) -> None:
    title = "A rather long title that goes on for a while and has much to say about the things of the day"
    view = new_view(article(ENGLISH, title=title), size_pt, 1280)
    title_layout, text = view._page.layout(0), view._page.layout(1)
    assert title_layout.line_count <= 3 or title_layout.size_px == text.size_px
    assert text.size_px <= title_layout.size_px <= 1.5 * text.size_px
