"""When a screen reader is told of a move, and when it is left in peace."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from kiosk.qt import accessibility
from kiosk.qt.views.article_view import ArticleView
from tests.qt.pages import ENGLISH, MIXED, NewView, document, give_keys_to, word_at


@pytest.fixture(autouse=True)
def _installed() -> None:
    accessibility.install()


class HeardEvents:
    """Stands where the accessible article stands and notes what it is told to say."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, int, int]] = []

    def focus_moved(self, passage: int, position_utf16: int) -> None:
        self.heard.append(("focus", passage, position_utf16))

    def caret_moved(self, passage: int, position_utf16: int) -> None:
        self.heard.append(("caret", passage, position_utf16))

    def article_changed(self) -> None:
        self.heard.append(("article", 0, 0))

    def layout_changed(self) -> None:
        pass


@pytest.fixture
def _listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def listened_to(view: ArticleView) -> HeardEvents:
    document(view)
    events = HeardEvents()
    view._accessible = events  # type: ignore[assignment]
    return events


@pytest.mark.conforms("SW-38", "SW-45")
@pytest.mark.usefixtures("_listening")
def test_no_event_for_words_while_our_voice_reads(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    give_keys_to(view, qtbot)
    events = listened_to(view)
    for number in range(6):
        view.set_current(1, word_at(ENGLISH, number), is_reading=True)
    assert events.heard == []
    view.set_current(1, word_at(ENGLISH, 5), is_reading=False)
    # Only where it stopped: a screen reader would read a passage that takes the focus.
    assert events.heard == [("caret", 1, ENGLISH.index("over"))]


@pytest.mark.conforms("SW-44", "SW-45")
@pytest.mark.usefixtures("_listening")
def test_moving_by_hand_says_focus_and_then_only_the_caret(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    give_keys_to(view, qtbot)
    events = listened_to(view)
    view.set_current(1, None, is_reading=False)
    view.set_current(1, word_at(ENGLISH, 1), is_reading=False)
    assert events.heard == [("focus", 1, 0), ("caret", 1, 4)]


@pytest.mark.conforms("SW-44")
@pytest.mark.usefixtures("_listening")
def test_focus_is_not_taken_from_another_control(new_view: NewView) -> None:
    view = new_view(MIXED)
    events = listened_to(view)
    view.clearFocus()
    view.set_current(2, None, is_reading=False)
    assert events.heard == [("caret", 2, 0)]


def test_nothing_is_said_when_nobody_listens(new_view: NewView) -> None:
    view = new_view(MIXED)
    events = listened_to(view)
    view.set_current(2, None, is_reading=False)
    assert events.heard == []


@pytest.mark.usefixtures("_listening")
def test_events_of_the_real_object_do_no_harm(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    give_keys_to(view, qtbot)
    for passage in (1, 4, 5):
        view.set_current(passage, None, is_reading=False)
        document(view).child(passage).textInterface()
        view.set_current(passage, word_at(view.passage(passage).text, 1), is_reading=False)
    view.set_text_size(60)
    view.set_article(None)


@pytest.mark.usefixtures("_listening")
def test_who_comes_to_the_article_is_told_of_the_passage_last(new_view: NewView, qtbot: QtBot) -> None:
    view = new_view(MIXED)
    view.set_current(2, None, is_reading=False)
    events = listened_to(view)
    view.clearFocus()
    give_keys_to(view, qtbot)
    # Qt itself tells of the view as soon as it has the focus.
    qtbot.waitUntil(lambda: events.heard == [("focus", 2, 0)])
