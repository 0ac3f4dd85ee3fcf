"""Screens of which one is in front, where short notes are shown. Knows not which screens there are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from kiosk.qt.keyboard import Keyboard


class ScreenStack(QStackedWidget):
    """Shows one screen at a time, or a card above it.

    Signals:
        told: words about what a key did; they are on the screen in front.
        shown: the window has come on the screen.
        key_taken: a key was pressed that no widget gets to see, since it stands for something.
    """

    told = Signal(str)
    shown = Signal()
    key_taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card: QWidget | None = None
        """What lies above the screens when it is visible."""
        self.keyboard: Keyboard | None = None
        """Everything about keys, once the window is attached to a kiosk."""

    @property
    def front(self) -> QWidget | None:
        """The screen in front, or the card."""
        return self.card if self.card is not None and self.card.isVisible() else self.currentWidget()

    def watch_input(self, watcher: QObject) -> None:
        """Let a watcher see what arrives at the window, before any widget does; not the keys that do not count."""
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(watcher)
        if self.keyboard is not None:
            self.keyboard.gate.install()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the window is there."""
        super().showEvent(event)
        self.shown.emit()

    def show_note(self, text: str) -> None:
        """Show something that is good to know on the screen in front, which takes it away in its own time."""
        show = getattr(self.front, "show_note", None)
        if show is not None:
            show(text)

    def tell(self, text: str) -> None:
        """Show what a key did; who speaks may say it too."""
        self.show_note(text)
        self.told.emit(text)
