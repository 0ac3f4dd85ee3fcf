"""The desktop's clipboard: emptied, and kept empty. Knows not what lies in it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class QtClipboard:
    """A :class:`kiosk.app.ports.Clipboard`: what was copied, and what is marked where that can be pasted."""

    def clear(self) -> None:
        """Empty both."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)


class EmptyClipboard(QObject):
    """Empties the clipboard, and what X11 pastes with the middle button, whenever something lies there."""

    def __init__(self, note: Callable[[], None], parent: QObject) -> None:
        """Leave it as it is.

        Args:
            note: called when something was there.
            parent: what it ends with.
        """
        super().__init__(parent)
        self._note = note
        self._clipboard = QGuiApplication.clipboard()
        self._modes = [QClipboard.Mode.Clipboard]
        if self._clipboard.supportsSelection():
            self._modes.append(QClipboard.Mode.Selection)

    def begin(self) -> None:
        """Empty it now and whenever something comes."""
        for mode in self._modes:
            self._clipboard.clear(mode)
        self._clipboard.changed.connect(self._empty)

    def end(self) -> None:
        """Leave it alone."""
        self._clipboard.changed.disconnect(self._empty)

    def _empty(self, mode: QClipboard.Mode) -> None:
        data = self._clipboard.mimeData(mode)
        # To empty it is a change too.
        if data is not None and data.formats():
            self._note()
            self._clipboard.clear(mode)
