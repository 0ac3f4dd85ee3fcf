"""Rows of settings below each other: headings, steppers, buttons. Knows not what is set."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.qt.input_map import Command
from kiosk.qt.setting import AMOUNT_ICONS, RING_ICONS, Setting
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_block import TextBlock


class Stop(NamedTuple):
    """One thing that the arrow keys go to."""

    widget: QWidget
    """What gets the focus."""
    around: QWidget
    """What it belongs to: decides what lies beside it, below it and above."""

    def holds(self, focused: QWidget | None) -> bool:
        """Return whether something is part of it."""
        return focused is not None and (self.around is focused or self.around.isAncestorOf(focused))


class PanelPage(Column):
    """What a panel shows below its head: a title, and what the keyboard goes through. To be filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")

    def begin(self) -> None:
        """Begin anew: somebody has asked for it."""

    @property
    def instructions(self) -> str:
        """What stands below the title and is said with it, for those who do not see it."""
        return ""

    @property
    def first_stop(self) -> QWidget:
        """What gets the keyboard at the beginning."""
        return self.stops[0].widget

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self.title.apply_look(look)
        self.gap_px = look.gap_px
        self.margin_px = look.padding_px
        self.updateGeometry()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what holds now; what has not changed stays untouched."""
        raise NotImplementedError

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        raise NotImplementedError

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        found: list[QWidget] = []
        for stop in self.stops:
            found += stop.around.stops if isinstance(stop.around, Stepper) else [stop.widget]
        return found


class SettingRows(PanelPage):
    """Settings, each with its name and its value, and buttons, under headings.

    Signals:
        asked: a command of the reader.
    """

    asked = Signal(Command)

    def __init__(self, heading_count: int, parent: QWidget | None = None) -> None:
        """Make the texts that every panel has.

        Args:
            heading_count: how many groups of rows there are.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.hint = TextBlock(colour_role="muted", has_room_for_ring=True)
        self.headings = [
            TextBlock(scale=1.15, is_bold=True, has_room_for_ring=True, accessible_role_name="subheading")
            for _number in range(heading_count)
        ]
        self._steppers: list[tuple[Stepper, Setting]] = []

    @property
    def instructions(self) -> str:
        """Which keys to use."""
        return self.hint.text()

    def stepper(self, setting: Setting) -> Stepper:
        """Make the row of a setting."""
        made = Stepper(RING_ICONS if setting.range is None else AMOUNT_ICONS, is_ring=setting.range is None)
        if setting.range is not None:
            made.value.range = setting.range.least, setting.range.most, setting.range.step
        made.stepped.connect(setting.step)
        self._steppers.append((made, setting))
        return made

    def command_button(self, icon_name: str, command: Command) -> LargeButton:
        """Make a button for a command of the reader."""
        button = LargeButton(icon_name)
        button.clicked.connect(lambda: self.asked.emit(command))
        return button

    def buttons(self) -> Sequence[LargeButton]:
        """Return the buttons that belong to no setting. To be overridden."""
        raise NotImplementedError

    def ordered(self) -> Sequence[QWidget]:
        """Return steppers and buttons in order, shown or not. To be overridden."""
        raise NotImplementedError

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        super().apply_look(look)
        for text in (self.hint, *self.headings):
            text.apply_look(look)
        for stepper, _setting in self._steppers:
            stepper.apply_look(look)
        for button in self.buttons():
            button.apply_look(look)

    def retranslate(self) -> None:
        """Read all words of the settings again: the interface's language has changed."""
        for stepper, setting in self._steppers:
            stepper.set_words(setting.words())

    def refresh(self) -> None:
        """Show what holds now; what has not changed stays untouched."""
        for stepper, setting in self._steppers:
            number = setting.range.now() if setting.range is not None else None
            stepper.show_value(setting.value(), setting.widest(), number)
            show_where_offered(stepper, setting.is_offered)

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        return [
            Stop(own.value if isinstance(own, Stepper) else own, own)
            for own in self.ordered()
            if not own.isHidden()
        ]


def show_where_offered(widget: QWidget, is_offered: Callable[[], bool]) -> None:
    """Show what does something now and hide what does not; a hidden part hands the focus on."""
    is_shown = is_offered()
    if is_shown == widget.isHidden():
        focused = widget.window().focusWidget()
        if not is_shown and focused is not None and (focused is widget or widget.isAncestorOf(focused)):
            widget.focusNextPrevChild(False)
        widget.setVisible(is_shown)
        parent = widget.parentWidget()
        if parent is not None:
            parent.updateGeometry()
