"""A public kiosk that is locked, and witnesses of whatever gets out of it: windows, programs, files, addresses."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.narration import Piece, Purpose, Saying
from kiosk.qt.lockdown import Lockdown
from tests.qt.looking import settle
from tests.qt.pad import Desk

ROOT = Path(__file__).parents[2]
NEVER_MADE = (
    "QFileDialog",
    "QFontDialog",
    "QColorDialog",
    "QMessageBox",
    "QInputDialog",
    "QErrorMessage",
    "QMenu",
)
_STARTS = (
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.startfile",
    "os.fork",
    "webbrowser.open",
)
_started: list[str] = []
_opened: list[str] = []
_is_watching = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not _is_watching:
        return
    if event in _STARTS:
        _started.append(f"{event} {arguments[:2]}")
    elif event == "open" and isinstance(arguments[0], str | bytes):
        _opened.append(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode())


# Python's own audit: it hears of each program that is started and each file that is opened, by whomever.
sys.addaudithook(_watch)


class LockedDesk(Desk):
    """A desk whose window is locked as that of a public kiosk is."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        # What a test before this one has left on the screen is not this kiosk's.
        for left in QGuiApplication.topLevelWindows():
            left.hide()
        super().__init__(qtbot, folder)
        self.folder = folder
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.lock = Lockdown(self.window, application)
        self.lock.begin()
        self.speak()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Try something; afterwards nothing has opened, nothing has started, and the kiosk is still there."""
        global _is_watching
        _started.clear()
        _opened.clear()
        _is_watching = True
        try:
            yield
            settle()
        finally:
            _is_watching = False
        self.is_unharmed()

    def is_unharmed(self) -> None:
        """Check the rule for every attempt."""
        window = self.window
        shown = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
        assert shown == [window.windowHandle()], "another window is on the screen, or ours is not"
        assert QApplication.activePopupWidget() is None
        assert QApplication.activeModalWidget() is None
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is window or window.isAncestorOf(focus), "the keyboard is elsewhere"
        assert _started == [], "a program was started"
        allowed = (str(ROOT), sys.prefix, sys.base_prefix, str(self.folder), str(Path(sys.prefix).resolve()))
        assert [path for path in _opened if Path(path).is_absolute() and not path.startswith(allowed)] == []
        assert clipboard_texts() == {""}, "something is on the clipboard"
        self.prompter.spoken.clear()
        words = (Piece("Still here.", "en"),)
        self.kiosk.narrator.say(Saying(words, Purpose.ANSWER, is_asked=True))
        assert "Still here." in self.said()

    def strike(self, *strokes: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Press keys together, where a person's arrive."""
        for key, held in strokes:
            QTest.keyClick(self.window.windowHandle(), key, held)
            settle()

    def widgets(self) -> list[QWidget]:
        """All that can be seen, and the window."""
        return [self.window, *(each for each in self.window.findChildren(QWidget) if each.isVisible())]

    def click(self, widget: QWidget, button: Qt.MouseButton) -> None:
        """Press a button of the mouse in the middle of a widget, as the system tells it."""
        self._click(QPointF(widget.mapTo(self.window, widget.rect().center())), button)

    def click_at(self, x: int, y: int) -> None:
        """Press the first button of the mouse at a place of the window."""
        self._click(QPointF(x, y), Qt.MouseButton.LeftButton)

    def _click(self, place: QPointF, button: Qt.MouseButton) -> None:
        none = Qt.MouseButton.NoButton
        for kind, held in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, none)):
            event = QMouseEvent(kind, place, place, button, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.window.windowHandle(), event)
        QApplication.processEvents()

    def begin(self) -> None:
        """Come back to the catalog, with nothing counted."""
        self.window.show_catalog()
        self.lock.refused.clear()
        self.lock._flood._until_ms = 0
        settle()

    def close(self) -> None:
        self.lock.end()
        super().close()
        self.window.leave()


def ask_for_menu(widget: QWidget) -> bool:
    """Ask a widget for a context menu by mouse; return whether anybody answered."""
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def clipboard_texts() -> set[str]:
    """Return what lies on the clipboards of this system."""
    clipboard = QGuiApplication.clipboard()
    modes = [QtGui.QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QtGui.QClipboard.Mode.Selection)
    return {clipboard.text(mode) for mode in modes}


def centre_of(window: QWindow) -> QPoint:
    """Return the middle of a window."""
    return QPoint(window.width() // 2, window.height() // 2)


def forbid_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever makes a dialog of the toolkit, or opens an address by it, fail."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a dialog of the toolkit was made, or an address opened")

    for name in NEVER_MADE:
        monkeypatch.setattr(QtWidgets, name, refuse)
    monkeypatch.setattr(QtGui.QDesktopServices, "openUrl", refuse)
