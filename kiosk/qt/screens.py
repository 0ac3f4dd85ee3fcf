"""Screens of which one is in front, where short notes are shown. Knows not which screens there are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from kiosk.qt.fitting import FittingScreen


class ScreenStack(QStackedWidget):
    """Shows one screen at a time, or a card above it.

    Signals:
        told: words about what a key did; they are on the screen in front.
        turned: the screen in front is another page of the same, such as the next question.
        dressed: every screen has the theme and the sizes in force, but those that follow this.
        retranslated: the same of the interface's language.
        comfort_asked: ask the questions about size, colours and voice.
    """

    told = Signal(str)
    turned = Signal()
    dressed = Signal()
    retranslated = Signal()
    comfort_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card: QWidget | None = None
        """What lies above the screens when it is visible."""
        self.fitting: FittingScreen | None = None
        """The questions about comfort, once the window is attached to a kiosk."""

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
