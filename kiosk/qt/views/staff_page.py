"""A page of the staff area: a title, what it is for, and rows below each other. To be filled; knows not with what.

What a page must have is :meth:`StaffPage.name` and its rows, which are added once, in order, in ``__init__``. Each
row takes its words from a function, so that they can be read again: in another language, or since something else
holds. The area brings the way back to its list, the line for captions, arrows, Tab, Escape, scrolling and sizes.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.qt.setting import AMOUNT_ICONS, RING_ICONS, Setting
from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.setting_rows import PanelPage, Stop
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_block import TextBlock

Words = Callable[[], str]
"""Returns words in the interface's language, as they are now."""


def _always() -> bool:
    return True


class StaffPage(PanelPage):
    """What staff see and change of one matter.

    Signals:
        told: words about what was just done; they are shown in the line for messages, and said.
        left: staff are done with the page; the area shows its list.
        changed: rows have come or gone, or say something else.
    """

    told = Signal(str)
    left = Signal()
    changed = Signal()

    icon_name = "info"
    """File in assets/icons, for the button that leads here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = plain_look()
        self.hint = TextBlock(has_room_for_ring=True)
        self._rows: list[LargeButton | TextBlock | Stepper] = []
        self._words: dict[LargeButton | TextBlock, Words] = {}
        self._more: dict[LargeButton, Words] = {}
        self._settings: dict[Stepper, Setting] = {}
        self._offers: dict[QWidget, Callable[[], bool]] = {}
        self._place_rows()

    # -- to be overridden -------------------------------------------------------------------------------------

    def name(self) -> str:
        """Return what the page is called, in the interface's language: its title, and the button to it."""
        raise NotImplementedError

    def purpose(self) -> str:
        """Return what it is for and how to use it, for the eye and the ear; empty for nothing."""
        return ""

    def begin(self) -> None:
        """Begin anew: somebody has opened the page. Its rows are read again after this."""

    def end(self) -> None:
        """Let go of what goes on only while the page is in front: it no longer is."""

    # -- rows -------------------------------------------------------------------------------------------------

    def add_text(
        self,
        words: Words,
        is_stop: bool = False,
        is_offered: Callable[[], bool] = _always,
        is_heading: bool = False,
    ) -> TextBlock:
        """Add a text; an empty one takes no room.

        Args:
            words: what it says.
            is_stop: whether the keyboard stops at it, so that it is heard by itself; without that only who sees
                it, or touches it, knows what it says.
            is_offered: whether it is there now.
            is_heading: whether it stands above a group of rows.
        """
        role = "subheading" if is_heading else ""
        text = TextBlock(scale=1.15 if is_heading else 1, is_bold=is_heading, has_room_for_ring=True)
        if role:
            text.accessible_role_name = role
        if is_stop:
            text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offers[text] = lambda: bool(words()) and is_offered()
        self._add(text, words)
        return text

    def add_button(
        self,
        icon_name: str,
        words: Words,
        press: Callable[[], object],
        is_offered: Callable[[], bool] = _always,
        more: Words = str,
    ) -> LargeButton:
        """Add a button.

        Args:
            icon_name: file in assets/icons.
            words: what stands on it.
            press: called when it is pressed.
            is_offered: whether it is there now.
            more: more about it, for those who hear it.
        """
        button = LargeButton(icon_name)
        button.clicked.connect(lambda: press())
        self._offers[button] = is_offered
        self._more[button] = more
        self._add(button, words)
        return button

    def add_setting(self, setting: Setting) -> Stepper:
        """Add something to step through; see :class:`kiosk.qt.setting.Setting`."""
        stepper = Stepper(RING_ICONS if setting.range is None else AMOUNT_ICONS, is_ring=setting.range is None)
        if setting.range is not None:
            stepper.value.range = setting.range.least, setting.range.most, setting.range.step
        stepper.stepped.connect(setting.step)
        stepper.stepped.connect(self.refresh)
        self._settings[stepper] = setting
        self._offers[stepper] = setting.is_offered
        self._rows.append(stepper)
        stepper.set_words(setting.words())
        stepper.apply_look(self.look)
        self._place_rows()
        return stepper

    def clear_rows(self) -> None:
        """Take all rows away, to add others: for a page whose rows are a list that has changed."""
        for row in self._rows:
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()
        self._words.clear()
        self._more.clear()
        self._settings.clear()
        self._offers.clear()
        self._place_rows()

    # -- what the area asks for -------------------------------------------------------------------------------

    @property
    def instructions(self) -> str:
        """What it is for: said with the title when it comes."""
        return self.purpose()

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self.look = look
        super().apply_look(look)
        self.hint.apply_look(look)
        for row in self._rows:
            row.apply_look(look)

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        self.title.show_text(self.name())
        self.setAccessibleName(self.name())
        for stepper, setting in self._settings.items():
            stepper.set_words(setting.words())
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        _show(self.hint, self.purpose())
        for row, words in self._words.items():
            if isinstance(row, TextBlock):
                _show(row, words())
            elif (row.label, row.accessibleDescription()) != (words(), self._more[row]()):
                row.set_words(words(), description=self._more[row]())
        for stepper, setting in self._settings.items():
            number = setting.range.now() if setting.range is not None else None
            stepper.show_value(setting.value(), setting.widest(), number)
        for widget, is_offered in self._offers.items():
            widget.setVisible(is_offered())
        self.hint.setVisible(bool(self.purpose()))
        self.updateGeometry()
        self.changed.emit()

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        found: list[Stop] = []
        for row in self._rows:
            if row.isHidden():
                continue
            if isinstance(row, Stepper):
                found.append(Stop(row.value, row))
            elif row.focusPolicy() != Qt.FocusPolicy.NoFocus:
                found.append(Stop(row, row))
        return found

    def _add(self, row: LargeButton | TextBlock, words: Words) -> None:
        self._words[row] = words
        self._rows.append(row)
        row.apply_look(self.look)
        self._place_rows()

    def _place_rows(self) -> None:
        self.set_items([self.title, self.hint, *self._rows])


def _show(text: TextBlock, words: str) -> None:
    if text.text() != words:
        text.show_text(words)
