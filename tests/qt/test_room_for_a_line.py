"""A line of the article is seen whatever else wants room: messages, a lower window, the space above a title."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.transport_bar import TransportBar
from tests.qt.aspects import Aspect
from tests.qt.looking import PAPER, settle
from tests.qt.pages import COLOURS, NewView, article, extent, long_article, pixels, word_at
from tests.qt.screens import SCREENS
from tests.qt.seen import Sight
from tests.qt.showing import Show

LONG_WORD = "Donaudampfschifffahrtsgesellschaft"
LOST = next(screen for screen in SCREENS if screen.name == "reader-lost")


# A line of 96 pt is a third of the lower window.
@pytest.mark.conforms("SW-08", "FP-2")
@pytest.mark.parametrize("language", ["en", "ru", "tr", "uk"])
@pytest.mark.parametrize("window", [(1024, 600), (1280, 800)])
def test_above_a_message_a_line_is_left_and_the_lit_one_is_whole(
    show: Show, language: str, window: tuple[int, int]
) -> None:
    showing = show(LOST.come, Aspect(language, "paper", 96, window))
    reader = showing.window.reader
    assert reader.message_line is not None
    view = reader.article_view
    assert view.viewport().height() >= view.line_height()
    assert all(view.viewport().rect().contains(box) for box in view.word_rects())
    assert reader.message_line._scale >= 0.7
    assert Sight(showing).faults() == []


def message(qtbot: QtBot, others_px: int) -> MessageLine:
    made = MessageLine()
    qtbot.addWidget(made)
    made.set_look(PAPER, 40.0)
    made.resize(1024, 600)
    made.room_for_others = lambda width: others_px
    made.show_text("The loudspeaker is gone. Connect it again and the reading goes on.")
    return made


def test_a_message_is_set_smaller_for_a_line_but_not_where_none_would_be_left(qtbot: QtBot) -> None:
    alone = message(qtbot, 0).heightForWidth(1024)
    others = 600 - alone + 10
    assert message(qtbot, others).heightForWidth(1024) <= 600 - others
    # Nobody would be helped by letters that are small and still leave no line.
    assert message(qtbot, 595).heightForWidth(1024) == alone


def test_a_window_that_gets_lower_does_not_cut_the_lit_line(new_view: NewView) -> None:
    view = new_view(long_article(10), 32, height=700)
    view.set_current(3, word_at(view.passage(3).text, 12), False)
    lit = view.word_rects()[0]
    view.resize(view.width(), lit.bottom() - 10)
    settle()
    assert view.viewport().rect().contains(view.word_rects()[0])


def test_a_hand_that_scrolled_away_is_left_alone_when_the_window_gets_lower(new_view: NewView) -> None:
    view = new_view(long_article(30), 32, height=700)
    view.set_current(3, word_at(view.passage(3).text, 2), False)
    for _page in range(4):
        view.scroll_by_page(1)
    first = view.first_visible_passage()
    assert first > 3
    view.resize(view.width(), 500)
    settle()
    assert view.first_visible_passage() == first


@pytest.mark.parametrize("size_pt", [84, 108])
def test_the_title_of_very_large_type_is_seen_when_the_article_opens(new_view: NewView, size_pt: int) -> None:
    view = new_view(article("A text.", title="How to use it"), size_pt, width=1024, height=330)
    title = next(iter(view.visible_passages()))
    assert title.layout.size_px >= round(size_pt * view.logicalDpiY() / 72)
    assert title.layout.whole_lines(title.top, 330)


def test_the_rest_of_a_lit_word_is_not_shown_cut(new_view: NewView) -> None:
    view = new_view(article(LONG_WORD), 120, width=700, height=700)
    view.set_current(1, word_at(LONG_WORD, 0), False)
    boxes = view.word_rects()
    assert len(boxes) > 2
    view.resize(700, 330)
    view._place(1, view._page.layout(1).gap_above)
    settle()
    boxes = view.word_rects()
    whole = [box for box in boxes if QRect(0, 0, 700, 330).contains(box)]
    cut_now = [box for box in boxes if box.top() < 330 <= box.bottom()]
    assert whole
    assert cut_now
    picture = pixels(view)
    assert not extent(picture, COLOURS.word, whole[0]).isEmpty()
    assert extent(picture, COLOURS.word, cut_now[0].adjusted(0, 20, 0, 0)).isEmpty()


def test_the_bar_grows_at_once_when_its_words_need_more_room(qtbot: QtBot) -> None:
    bar = TransportBar()
    qtbot.addWidget(bar)
    bar.set_look(PAPER, 20)
    bar.set_progress(1, 9, 1)
    bar.set_rate(100)
    bar.resize(640, 10)
    bar.show()
    asked: list[int] = []
    bar.updateGeometry = lambda: asked.append(bar.heightForWidth(640))  # type: ignore[method-assign]
    bar.resize(640, bar.heightForWidth(640))
    settle()
    asked.clear()
    before = bar.height()
    bar.set_progress(1, 9, 2)
    assert asked == []
    bar.set_progress(123_456_789, 123_456_789_123, 123_456_789_123_456)
    assert asked
    assert asked[-1] > before
