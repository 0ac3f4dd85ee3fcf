"""Screens of which one is in front, where short notes are shown. Knows not which screens there are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from kiosk.qt.appeal_place import AppealPlace
    from kiosk.qt.fitting import FittingScreen
    from kiosk.qt.keyboard import Keyboard
    from kiosk.qt.views.caption_row import CaptionRow
    from kiosk.qt.visit import VisitScreen


class ScreenStack(QStackedWidget):
    """Shows one screen at a time, or a card above it.

    Signals:
        told: words about what a key did; they are on the screen in front.
        shown: the window has come on the screen.
        key_taken: a key was pressed that no widget gets to see, since it stands for something.
        turned: the screen in front is another page of the same, such as the next question.
        dressed: every screen has the theme and the sizes in force, but those that follow this.
        retranslated: the same of the interface's language.
        comfort_asked: ask the questions about size, colours and voice.
    """

    told = Signal(str)
    shown = Signal()
    key_taken = Signal()
    turned = Signal()
    dressed = Signal()
    retranslated = Signal()
    comfort_asked = Signal()

    accessible_role_name = "window"
    """What the factory of accessible objects makes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_quiet = False
        """Whether what a screen reader would announce unasked is left out, since the interface voice says it."""
        self.card: QWidget | None = None
        """What lies above the screens when it is visible."""
        self.warning: QWidget | None = None
        """What lies above everything when it is visible."""
        self.keyboard: Keyboard | None = None
        """Everything about keys, once the window is attached to a kiosk."""
        self.fitting: FittingScreen | None = None
        """The questions about comfort, once the window is attached to a kiosk."""
        self.appeal_place: AppealPlace | None = None
        """Where appeals are shown, once the window is attached to a kiosk."""
        self.visits: VisitScreen | None = None
        """What is seen of visits, once the window is attached to a public kiosk."""
        self.is_waking = False
        """Whether any key and any touch only tells that somebody is here."""
        self.is_leaving = False
        """Whether the program is about to end: at a public kiosk the window closes for nothing else."""

    def leave(self) -> None:
        """End the program; at a public kiosk this is the only way, for signals and for its staff."""
        self.is_leaving = True
        self.close()

    @property
    def front(self) -> QWidget | None:
        """The screen in front, or the card above it, or the warning above both."""
        above = (part for part in (self.warning, self.card) if part is not None and part.isVisible())
        return next(above, self.currentWidget())

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the window is there."""
        super().showEvent(event)
        self.shown.emit()

    def show_note(self, text: str) -> None:
        """Show something that is good to know on the screen in front, which takes it away in its own time."""
        show = getattr(self.front, "show_note", None)
        if show is not None:
            show(text)

    def show_caption(self, text: str) -> None:
        """Show what is said on the screen in front."""
        show = getattr(self.front, "show_caption", None) or getattr(self.front, "show_note", None)
        if show is not None:
            show(text)

    @property
    def caption_rows(self) -> "list[CaptionRow]":
        """The rows of all screens in which captions are shown; a screen has one as its ``caption_row``."""
        screens = [*(self.widget(number) for number in range(self.count())), self.card]
        rows = [getattr(screen, "caption_row", None) for screen in screens]
        return [row for row in rows if row is not None]

    def set_caption_room(self, is_kept: bool) -> None:
        """Keep room for captions on every screen, or give it back: nothing is to move when one comes."""
        for row in self.caption_rows:
            row.line.set_room(is_kept)

    def tell(self, text: str) -> None:
        """Show what a key did; who speaks may say it too."""
        self.show_note(text)
        self.told.emit(text)
