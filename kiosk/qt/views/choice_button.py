"""Buttons of which one is chosen: a radio button in large type. They know nothing of what they choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.theme import Theme
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import ButtonKind, LargeButton

_CHOSEN_ICON, _OTHER_ICON = "check", "choice"


class ChoiceButton(LargeButton):
    """One of those that share a parent. The chosen one has a check mark and another ground, and says so.

    What is chosen is the owner's to say; a press only asks for it.

    Signals:
        asked: somebody wants this one; it may be the chosen one already.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_OTHER_ICON, parent)
        self._is_showing = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.clicked.connect(self.asked)
        self.toggled.connect(self._follow_toggle)

    def show_chosen(self, is_chosen: bool) -> None:
        """Show whether it is the chosen one; it may be that none is."""
        self._is_showing = True
        # Qt would keep one of them checked.
        self.setAutoExclusive(False)
        self.setChecked(is_chosen)
        self.setAutoExclusive(True)
        self._is_showing = False
        self.set_icon_name(_CHOSEN_ICON if is_chosen else _OTHER_ICON)

    def nextCheckState(self) -> None:
        """Leave it to the owner."""

    def _follow_toggle(self, is_checked: bool) -> None:
        # An assistive technology checks a radio button without any click.
        if is_checked and not self._is_showing:
            self.asked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; the Tab key still goes to each of them, as it does to every button here."""
        super().focusInEvent(event)
        around = self.parentWidget()
        for button in around.findChildren(ChoiceButton) if around is not None else []:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class ThemeButton(ChoiceButton):
    """A choice of colours that wears them. Its border and ring are the page's, on which they must be seen."""

    def __init__(self, colours: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # On it stands what will stand on the page.
        self._colours = colours._replace(surface=colours.page)
        self._page_look = self.look

    def apply_look(self, look: Look) -> None:
        """Take size, border and ring from the page."""
        self._page_look = look
        super().apply_look(Look(self._colours, look.interface_pt, look.target_px))

    def show_chosen(self, is_chosen: bool) -> None:
        """Show whether it is the chosen one."""
        self.kind = ButtonKind.MARKED if is_chosen else ButtonKind.PLAIN
        super().show_chosen(is_chosen)

    @property
    def ring_look(self) -> Look:
        """What ring and border are drawn in."""
        return self._page_look

    @property
    def is_filled(self) -> bool:
        """Never: it would hide what is chosen."""
        return False
