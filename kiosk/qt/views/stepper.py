"""A setting with its name, its value and two buttons that change it. Knows not what is set."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.value_box import ValueBox


class StepWords(NamedTuple):
    """What stands on a stepper."""

    label: str
    """What is set."""
    less: str
    """On the button for the smaller or the previous value."""
    more: str
    """On the button for the larger or the next value."""


class Stepper(PlacingWidget):
    """The name above; below it less, value and more in a row, or the value alone above the two buttons.

    Left and right change the value wherever in it the focus is, as the eye sees them; plus and minus do in every
    language. Nothing is dragged, and at the end of a range nothing is disabled: the focus would be lost.

    Signals:
        stepped: somebody asks for the next value (1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(self, icons: tuple[str, str], is_ring: bool, parent: QWidget | None = None) -> None:
        """Make a stepper without words.

        Args:
            icons: of the buttons for less and for more.
            is_ring: whether after the last value comes the first: then a held key does not go around.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._is_ring = is_ring
        self._look = plain_look()
        self.label = TextBlock(self, has_room_for_ring=True)
        self.less = LargeButton(icons[0], self)
        self.value = ValueBox(self)
        self.more = LargeButton(icons[1], self)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))
        self.value.stepped.connect(self.stepped)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it, in order."""
        return [self.value, self.less, self.more]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for part in (self.label, self.less, self.value, self.more):
            part.apply_look(look)
        self.updateGeometry()

    def set_words(self, words: StepWords) -> None:
        """Set what stands on it."""
        self.label.show_text(words.label)
        self.value.setAccessibleName(words.label)
        for button, word in ((self.less, words.less), (self.more, words.more)):
            button.set_words(word, f"{words.label}: {word}", self.value.text())

    def show_value(self, text: str, widest: Sequence[str], number: int | None = None) -> None:
        """Show a value; see :meth:`ValueBox.show_value`."""
        self.value.show_value(text, widest, number)
        for button in (self.less, self.more):
            button.setAccessibleDescription(text)

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px // 2
        top = self.label.heightForWidth(width)
        placements: list[Placement] = [(self.label, QRect(0, 0, width, top))]
        side = max(self.less.word_width(), self.more.word_width())
        room = width - 2 * (side + gap)
        if self.value.natural_width() <= room:
            height = max(
                self.value.heightForWidth(room), self.less.height_with_word(side), self.more.height_with_word(side)
            )
            placements.append((self.less, QRect(0, top, side, height)))
            placements.append((self.value, QRect(side + gap, top, room, height)))
            placements.append((self.more, QRect(width - side, top, side, height)))
            return placements, top + height
        height = self.value.heightForWidth(width)
        placements.append((self.value, QRect(0, top, width, height)))
        top += height + gap
        half = (width - gap) // 2
        height = max(self.less.height_with_word(half), self.more.height_with_word(half))
        placements.append((self.less, QRect(0, top, half, height)))
        placements.append((self.more, QRect(width - half, top, half, height)))
        return placements, top + height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the value by the keys that are for it."""
        by = self._step_of(event.key())
        if by == 0:
            event.ignore()
        elif not (self._is_ring and event.isAutoRepeat()):
            self.stepped.emit(by)

    def _step_of(self, key: int) -> int:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if is_mirrored:
            onward, backward = backward, onward
        if key in (onward, Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            return 1
        return -1 if key in (backward, Qt.Key.Key_Minus) else 0
