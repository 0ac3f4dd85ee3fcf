"""The desktop's clipboard. Knows not what lies in it."""

from PySide6.QtGui import QClipboard, QGuiApplication


class QtClipboard:
    """A :class:`kiosk.app.ports.Clipboard`: what was copied, and what is marked where that can be pasted."""

    def clear(self) -> None:
        """Empty both."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
