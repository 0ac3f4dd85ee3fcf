"""Layouts that reflow: rows that wrap, equal grids, columns. They know sizes, not what is shown.

Qt's own layouts never wrap and let text be cut when the window is small; here the width decides the height, and
what is too high scrolls (see scrolling.py).
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

Placement = tuple[QWidget, QRect]


def rows_of(widths: Sequence[int], gap: int, available: int) -> list[list[int]]:
    """Break things into as few rows as fit, and make the rows as even as can be.

    Args:
        widths: of the things, in order, in pixels.
        gap: between two things of a row.
        available: width of a row; a thing that is wider still gets a row.

    Returns:
        For each row the numbers (from 0) of the things in it.
    """
    rows = _filled(widths, gap, available)
    narrowest, widest = max(widths, default=0), available
    # The narrowest rows that still are this few: even rows, found by halving.
    while narrowest < widest:
        tried = (narrowest + widest) // 2
        closer = _filled(widths, gap, tried)
        if len(closer) <= len(rows):
            rows, widest = closer, tried
        else:
            narrowest = tried + 1
    return rows


def _filled(widths: Sequence[int], gap: int, available: int) -> list[list[int]]:
    rows: list[list[int]] = []
    used = 0
    for number, width in enumerate(widths):
        if rows and used + gap + width <= available:
            rows[-1].append(number)
            used += gap + width
        else:
            rows.append([number])
            used = width
    return rows


def height_of(widget: QWidget, width: int) -> int:
    """Pixels that a widget needs in a column of a width."""
    if widget.sizePolicy().hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


class PlacingWidget(QWidget):
    """A widget that places its children itself; the width decides the height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the children go, as in left-to-right, and how high the whole is. To be overridden."""
        raise NotImplementedError

    def place(self) -> None:
        """Put the children where they belong, mirrored where the interface runs from right to left."""
        for widget, rect in self.plan(self.width())[0]:
            is_resized = widget.size() != rect.size()
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))
            if not is_resized and isinstance(widget, PlacingWidget):
                # Nothing tells it to place its own children, and some of them may have come while it was hidden.
                widget.place()

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        return self.plan(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Be in order when seen: what changes while hidden asks for no layout."""
        super().showEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.place()

    def event(self, event: QEvent) -> bool:
        """Follow changes of size within."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
            self.updateGeometry()
        return super().event(event)


class _Holder(PlacingWidget):
    """Holds widgets in an order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap_px = 8
        self._items: list[QWidget] = []

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self.updateGeometry()

    def add_item(self, item: QWidget) -> None:
        """Hold one widget more, after the others."""
        self.set_items([*self._items, item])

    def shown_before(self, item: QWidget) -> list[QWidget]:
        """Return what is shown before an item that is held, in order."""
        shown = self._shown
        return shown[: shown.index(item)] if item in shown else []

    @property
    def _shown(self) -> list[QWidget]:
        return [item for item in self._items if not item.isHidden()]


class FlowRow(_Holder):
    """Things side by side from the leading edge, each as wide as it likes, in as many rows as that takes."""

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        shown = self._shown
        widths = [min(item.sizeHint().width(), width) for item in shown]
        placements: list[Placement] = []
        top = 0
        for row in rows_of(widths, self.gap_px, width):
            height = max(height_of(shown[number], widths[number]) for number in row)
            left = 0
            for number in row:
                placements.append((shown[number], QRect(left, top, widths[number], height)))
                left += widths[number] + self.gap_px
            top += height + self.gap_px
        return placements, max(0, top - self.gap_px)


class EqualGrid(_Holder):
    """Things of equal size in one, two or more columns; the order never changes."""

    def __init__(self, parent: QWidget | None = None, most_columns: int = 4) -> None:
        super().__init__(parent)
        self._most_columns = most_columns

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        shown = self._shown
        if not shown:
            return [], 0
        columns = self._columns(shown, width)
        cell_width = (width - (columns - 1) * self.gap_px) // columns
        height = max(height_of(item, cell_width) for item in shown)
        placements = [
            (
                item,
                QRect(
                    number % columns * (cell_width + self.gap_px),
                    number // columns * (height + self.gap_px),
                    cell_width,
                    height,
                ),
            )
            for number, item in enumerate(shown)
        ]
        rows = -(-len(shown) // columns)
        return placements, rows * (height + self.gap_px) - self.gap_px

    def _columns(self, shown: Sequence[QWidget], width: int) -> int:
        widest = max(item.sizeHint().width() for item in shown)
        columns = self._most_columns
        # Halved, so that four things never stand three and one.
        while columns > 1 and columns * (widest + self.gap_px) - self.gap_px > width:
            columns //= 2
        return columns


class Column(_Holder):
    """Things below each other, each as wide as the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.margin_px = 0
        self.most_width_px = 0

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        inner = width - 2 * self.margin_px
        if self.most_width_px:
            inner = min(inner, self.most_width_px)
        left = (width - inner) // 2
        top = self.margin_px
        placements: list[Placement] = []
        for item in self._shown:
            height = height_of(item, inner)
            placements.append((item, QRect(left, top, inner, height)))
            top += height + self.gap_px
        if placements:
            top -= self.gap_px
        return placements, top + self.margin_px
