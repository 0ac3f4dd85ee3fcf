"""The message line: one message in words and with an icon, in its own room, heard as a notification."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.qt import accessibility
from kiosk.qt.views.message_line import MessageKind, MessageLine, Notification
from kiosk.qt.views.value_box import ValueBox
from tests.qt.looking import EVERY_SIZE, PAPER, MarkedTranslations, differing_pixels, flaws, settle, size_id

MESSAGE = "This machine has no voice for this language: Pashto. You can read the text on the screen."


class Window(QWidget):
    """An article's room with the line below it."""

    def __init__(self) -> None:
        super().__init__()
        self.article = QWidget()
        self.line = MessageLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.article, 1)
        layout.addWidget(self.line)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.line.set_look(PAPER, 20)
    made.resize(1280, 800)
    made.show()
    settle()
    return made


@pytest.mark.conforms("SW-26")
def test_it_takes_room_only_while_it_says_something(window: Window) -> None:
    assert not window.line.isVisible()
    assert window.article.height() == 800
    window.line.show_message(MESSAGE)
    settle()
    assert window.line.isVisible()
    assert window.line.text() == MESSAGE
    # It never covers the article.
    assert window.article.geometry().bottom() < window.line.y()
    assert window.line.geometry().bottom() == 799
    window.line.clear()
    settle()
    assert not window.line.isVisible()
    assert window.article.height() == 800
    assert window.line.text() == window.line.accessibleName() == ""


@pytest.mark.conforms("FP-3", "SW-06")
def test_a_warning_differs_by_icon_and_by_name(window: Window) -> None:
    window.line.show_message(MESSAGE)
    settle()
    kinds = [window.line.kind]
    assert window.line.accessibleName() == MESSAGE
    seen = window.line.grab().toImage()
    window.line.show_message(MESSAGE, is_warning=True)
    settle()
    assert [*kinds, window.line.kind] == [MessageKind.INFO, MessageKind.WARNING]
    assert window.line.accessibleName() == f"Warning: {MESSAGE}"
    assert len(differing_pixels(seen, window.line.grab().toImage())) > 100


@pytest.mark.conforms("SW-38")
def test_a_new_message_replaces_the_one_before_and_is_shown_anew(window: Window) -> None:
    shown: list[str] = []

    class Watched(Notification):
        def setVisible(self, visible: bool) -> None:
            super().setVisible(visible)
            shown.append(f"{visible} {self.accessibleName()}")

    line = MessageLine(window)
    line.notification = Watched(line)
    shown.clear()
    for message in ("One.", "Two."):
        line.show_message(message)
        settle()
    # Hidden, changed, shown: this order is what screen readers announce.
    changes = [after for before, after in pairwise(["", *shown]) if after != before]
    assert changes == ["False ", "True One.", "False One.", "True Two."]


def test_the_factory_can_see_what_it_is(window: Window) -> None:
    assert window.line.notification.accessible_role_name == "notification"


def test_what_the_control_under_the_keyboard_says_is_announced_by_nobody_else(
    window: Window, qtbot: QtBot
) -> None:
    accessibility.install()
    box = ValueBox(window)
    box.show_value("170 words per minute", [])
    box.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    told: list[bool] = []
    QAccessible.setActive(True)
    try:
        for message in ("170 words per minute.", "The bookmark is set."):
            window.line.show_message(message)
            settle()
            told.append(window.line.notification.isVisible())
    finally:
        QAccessible.setActive(False)
    assert told == [False, True]


@pytest.mark.conforms("SW-05", "SW-08", "SW-09")
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
def test_it_fits_every_window_at_every_size(
    window: Window, size: tuple[int, int], interface_pt: float, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    window.line.set_look(PAPER, interface_pt)
    window.resize(*size)
    window.line.show_message(MESSAGE, is_warning=True)
    settle()
    assert flaws(window) == []
    assert window.article.height() >= 0.45 * size[1]


def test_it_stays_whole_when_only_the_height_of_the_window_changes(window: Window) -> None:
    window.resize(1024, 1400)
    window.line.set_look(PAPER, 96)
    window.line.show_message(MESSAGE)
    settle()
    window.resize(1024, 600)
    settle()
    assert flaws(window) == []
    assert window.article.height() >= 0.45 * 600


def test_the_word_for_warning_is_translated_while_running(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    window.line.show_message(MESSAGE, is_warning=True)
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    window.line.retranslate()
    assert window.line.accessibleName() == f"«Warning: {MESSAGE}»"
