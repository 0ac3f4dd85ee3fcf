"""Where the parts of the transport bar go, for every width and height. Knows no player and no words.

Of several ways the first that is low enough is taken: words and full progress; words and short progress; icons and
full progress; icons and short progress; icons alone. The last may still be too high: then the bar scrolls.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Dressable, Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget, rows_of
from kiosk.qt.views.text_block import TextBlock

# The middle button is two cells wide; so twelve cells go into these rows without a rest: help stays in its corner.
_ICON_ROWS = (1, 2, 3, 6)
_LEAST_SIDE_PX = LEAST_TARGET_PX + 2 * RING_PX


class ProgressWords(Enum):
    """How much is told about the progress; the value is for tests to read."""

    FULL = "full"
    SHORT = "short"
    NONE = "none"


class Arrangement(NamedTuple):
    """One way to lay out the bar."""

    placements: list[Placement]
    """Where what is shown goes."""
    height: int
    """Pixels in height that it needs."""
    progress: ProgressWords
    """How much is told about the progress."""
    icon_side_px: int
    """Side of the buttons when they carry no word, else 0."""


class BarLayout(PlacingWidget):
    """Progress line, its words, and the buttons: two groups that share a row when there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full = TextBlock(self)
        self.rate = TextBlock(self, colour_role="muted")
        self.short = TextBlock(self)
        self.reading: Sequence[LargeButton] = ()
        self.other: Sequence[LargeButton] = ()
        self.most_height_px = 0
        self._look = plain_look()
        self._done = 0.0
        self._arranged: dict[tuple[int, int], Arrangement] = {}

    def set_buttons(self, reading: Sequence[LargeButton], other: Sequence[LargeButton]) -> None:
        """Hold these buttons: the ones that read, and all others."""
        self.reading, self.other = reading, other
        for button in (*reading, *other):
            button.setParent(self)

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        parts: list[Dressable] = [self.full, self.rate, self.short, *self.reading, *self.other]
        for part in parts:
            part.apply_look(look)
        self.forget_arrangement()
        self.update()

    def set_done(self, done: float) -> None:
        """Show how much has been read, from 0 to 1."""
        self._done = done
        self.update()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        arrangement = self.arrange(width)
        return arrangement.placements, arrangement.height

    def place(self) -> None:
        """Put the parts where they belong."""
        arrangement = self.arrange(self.width())
        for button in (*self.reading, *self.other):
            button.set_icon_only(arrangement.icon_side_px)
        self.full.setVisible(arrangement.progress is ProgressWords.FULL)
        self.rate.setVisible(arrangement.progress is ProgressWords.FULL)
        self.short.setVisible(arrangement.progress is ProgressWords.SHORT)
        for widget, rect in arrangement.placements:
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def arrange(self, width: int) -> Arrangement:
        """Choose the way to lay out for a width and the height that is allowed."""
        key = (width, self.most_height_px)
        if key not in self._arranged:
            self._arranged[key] = self._arrange(width)
        return self._arranged[key]

    def forget_arrangement(self) -> None:
        """Lay out anew: a word or a size has changed."""
        self._arranged = {}
        self.updateGeometry()

    def _arrange(self, width: int) -> Arrangement:
        if not self.reading:
            return Arrangement([], 0, ProgressWords.NONE, icon_side_px=0)
        for progress in (ProgressWords.FULL, ProgressWords.SHORT):
            arrangement = self._with_words(width, progress)
            if arrangement.height <= self.most_height_px:
                return arrangement
        # Controls come before words about the progress: those are told in less until icons are as high as text.
        best = self._with_icons(width, ProgressWords.FULL)
        for progress in (ProgressWords.SHORT, ProgressWords.NONE):
            if best.height <= self.most_height_px and best.icon_side_px >= self._look.icon_px + 2 * RING_PX:
                break
            tried = self._with_icons(width, progress)
            if (tried.height <= self.most_height_px, tried.icon_side_px) > (
                best.height <= self.most_height_px,
                best.icon_side_px,
            ):
                best = tried
        return best

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme, thickness = self._look.theme, self._line_px
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), thickness), QColor(theme.line))
        inner = QRect(0, 1, self.width(), thickness - 2)
        painter.fillRect(inner, QColor(theme.surface))
        done = QRect(0, 0, round(self.width() * self._done), thickness)
        painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), done), QColor(theme.accent))

    @property
    def _line_px(self) -> int:
        return min(16, max(8, self._look.em_px // 4))

    @property
    def _gap_px(self) -> int:
        # The rings' room counts as gap, too.
        return self._look.gap_px // 2

    def _with_words(self, width: int, progress: ProgressWords) -> Arrangement:
        placements, top = self._progress_places(width, progress)
        inner = width - 2 * self._gap_px
        for row in self._rows_with_words(inner):
            placed, height = self._filled_row(row, [min(button.word_width(), inner) for button in row], inner, top)
            placements += placed
            top += height + self._gap_px
        return Arrangement(placements, top, progress, icon_side_px=0)

    def _rows_with_words(self, inner: int) -> list[list[LargeButton]]:
        """Part the buttons into rows: the two groups by themselves, unless that takes one row more."""

        def rows(*groups: Sequence[LargeButton]) -> list[list[LargeButton]]:
            found: list[list[LargeButton]] = []
            for group in groups:
                widths = [min(button.word_width(), inner) for button in group]
                found += [[group[number] for number in row] for row in rows_of(widths, self._gap_px, inner)]
            return found

        apart, together = rows(self.reading, self.other), rows((*self.reading, *self.other))
        return together if len(together) < len(apart) else apart

    def _filled_row(
        self, buttons: Sequence[LargeButton], widths: Sequence[int], inner: int, top: int
    ) -> tuple[list[Placement], int]:
        """Place buttons in one row and share out what room is left, so that targets are as large as can be."""
        spare = (inner - sum(widths) - (len(widths) - 1) * self._gap_px) // len(widths)
        height = max(button.height_with_word(width + spare) for button, width in zip(buttons, widths, strict=True))
        placements: list[Placement] = []
        left = self._gap_px
        for button, width in zip(buttons, widths, strict=True):
            placements.append((button, QRect(left, top, width + spare, height)))
            left += width + spare + self._gap_px
        return placements, height

    def _with_icons(self, width: int, progress: ProgressWords) -> Arrangement:
        placements, top = self._progress_places(width, progress)
        side, in_row = self._icon_grid(width - 2 * self._gap_px, top)
        cell = (width - self._gap_px) // in_row - self._gap_px
        number = 0
        for button in (*self.reading, *self.other):
            cells = self._cells_of(button)
            left = self._gap_px + number % in_row * (cell + self._gap_px)
            below = top + number // in_row * (side + self._gap_px)
            placements.append((button, QRect(left, below, cells * (cell + self._gap_px) - self._gap_px, side)))
            number += cells
        height = top + -(-number // in_row) * (side + self._gap_px)
        return Arrangement(placements, height, progress, icon_side_px=side)

    def _icon_grid(self, inner: int, top: int) -> tuple[int, int]:
        """Return the side of a cell and how many go into a row, below what is told about the progress."""
        count = sum(map(self._cells_of, (*self.reading, *self.other)))
        most = self._look.target_px + 2 * RING_PX
        side, in_row = 0, count
        for rows in _ICON_ROWS:
            columns = -(-count // rows)
            room_in_height = (self.most_height_px - top) // rows - self._gap_px
            fitting = min(most, (inner + self._gap_px) // columns - self._gap_px, room_in_height)
            if fitting > side:
                side, in_row = fitting, columns
        if side < _LEAST_SIDE_PX:
            # Nothing fits: as few rows as a finger allows, and the bar scrolls.
            side = min(most, max(_LEAST_SIDE_PX, self._look.icon_px))
            in_row = next((n for n in (12, 6, 4) if n * (side + self._gap_px) - self._gap_px <= inner), 2)
        return side, in_row

    def _cells_of(self, button: LargeButton) -> int:
        return 2 if self.reading and button is self.reading[len(self.reading) // 2] else 1

    def _progress_places(self, width: int, progress: ProgressWords) -> tuple[list[Placement], int]:
        """Place the words about progress; return also where the buttons begin."""
        margin = self._gap_px
        inner = width - 2 * margin
        top = self._line_px + self._gap_px // 2
        if progress is ProgressWords.NONE:
            return [], top
        if progress is ProgressWords.SHORT:
            height = self.short.heightForWidth(inner)
            placements: list[Placement] = [(self.short, QRect(margin, top, inner, height))]
            return placements, top + height
        full, rate = self.full.natural_width(), self.rate.natural_width()
        if full + rate + self._look.em_px <= inner:
            height = max(self.full.heightForWidth(full), self.rate.heightForWidth(rate))
            placements = [
                (self.full, QRect(margin, top, full, height)),
                (self.rate, QRect(margin + inner - rate, top, rate, height)),
            ]
            return placements, top + height + self._gap_px // 2
        first, second = self.full.heightForWidth(inner), self.rate.heightForWidth(inner)
        placements = [
            (self.full, QRect(margin, top, inner, first)),
            (self.rate, QRect(margin, top + first, inner, second)),
        ]
        return placements, top + first + second + self._gap_px // 2
