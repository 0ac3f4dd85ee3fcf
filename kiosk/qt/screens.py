"""Screens of which one is in front, where short notes are shown. Knows not which screens there are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class ScreenStack(QStackedWidget):
    """Shows one screen at a time, or a card above it.

    Signals:
        told: words about what a key did; they are on the screen in front.
    """

    told = Signal(str)

    accessible_role_name = "window"
    """What the factory of accessible objects makes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.card: QWidget | None = None
        """What lies above the screens when it is visible."""

    @property
    def front(self) -> QWidget | None:
        """The screen in front, or the card."""
        return self.card if self.card is not None and self.card.isVisible() else self.currentWidget()

    def show_note(self, text: str) -> None:
        """Show something that is good to know on the screen in front, which takes it away in its own time."""
        show = getattr(self.front, "show_note", None)
        if show is not None:
            show(text)

    def tell(self, text: str) -> None:
        """Show what a key did; who speaks may say it too."""
        self.show_note(text)
        self.told.emit(text)
