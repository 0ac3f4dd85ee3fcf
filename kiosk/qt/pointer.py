"""The mouse pointer at a public kiosk: hidden while there is no mouse that moves."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from kiosk.app.ports import Timer
from kiosk.core.lockdown import POINTER_REST_MS
from kiosk.qt.timer import QtTimer


class RestingPointer(QObject):
    """Hides the pointer when it has not moved for a while; the next move of a mouse shows it.

    A finger moves no mouse: on a touch screen it would be an arrow without meaning.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer: Timer = QtTimer(self)
        self.is_hidden = False

    def begin(self) -> None:
        """Wait for it to rest."""
        self.timer.start(POINTER_REST_MS, self._hide)

    def end(self) -> None:
        """Show it, and wait no more."""
        self.timer.stop()
        self._show()

    def moved(self) -> None:
        """Note that a mouse was moved or pressed."""
        self._show()
        self.begin()

    def _hide(self) -> None:
        self.timer.stop()
        if not self.is_hidden:
            self.is_hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self.is_hidden:
            self.is_hidden = False
            QApplication.restoreOverrideCursor()
