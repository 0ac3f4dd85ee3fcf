"""Layouts that reflow: rows that wrap, equal grids, columns that scroll. They know sizes, not what is shown.

Qt's own layouts never wrap and let text be cut when the window is small; here the width decides the height, and
what is too high scrolls.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QScrollBar,
    QScroller,
    QSizePolicy,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from kiosk.qt.theme import Look, palette

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
    row_count = len(_filled(widths, gap, available))
    narrowest, widest = max(widths, default=0), available
    # The narrowest rows that still are this few: even rows, found by halving.
    while narrowest < widest:
        tried = (narrowest + widest) // 2
        if len(_filled(widths, gap, tried)) <= row_count:
            widest = tried
        else:
            narrowest = tried + 1
    return _filled(widths, gap, max(narrowest, widest))


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
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def heightForWidth(self, width: int) -> int:
        return self.plan(width)[1]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
            self.updateGeometry()
        return super().event(event)


class FlowRow(PlacingWidget):
    """Things side by side from the leading edge, each as wide as it likes, in as many rows as that takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self.gap_px = 8

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        shown = [item for item in self._items if not item.isHidden()]
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


class EqualGrid(PlacingWidget):
    """Things of equal size in one, two or more columns; the order never changes."""

    def __init__(self, parent: QWidget | None = None, most_columns: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._most_columns = most_columns
        self.gap_px = 8

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        shown = [item for item in self._items if not item.isHidden()]
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


class Column(PlacingWidget):
    """Things below each other, each as wide as the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self.gap_px = 8
        self.margin_px = 0
        self.most_width_px = 0

    def set_items(self, items: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._items = list(items)
        for item in items:
            item.setParent(self)
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        inner = width - 2 * self.margin_px
        if self.most_width_px:
            inner = min(inner, self.most_width_px)
        left = (width - inner) // 2
        top = self.margin_px
        placements: list[Placement] = []
        for item in self._items:
            if item.isHidden():
                continue
            height = height_of(item, inner)
            placements.append((item, QRect(left, top, inner, height)))
            top += height + self.gap_px
        if placements:
            top -= self.gap_px
        return placements, top + self.margin_px


class _WideScrollBar(QScrollBar):
    """A scroll bar that a finger can hit and a weak eye can see."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.look: Look | None = None

    def sizeHint(self) -> QSize:
        return QSize(44, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self.look.theme.page))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.look.theme.line))
        middle = self.width() // 2
        painter.drawRect(QRect(middle - 1, 0, 2, self.height()))
        painter.drawRoundedRect(QRect(middle - 8, handle.top(), 16, handle.height()), 8, 8)


class ScrollingColumn(QScrollArea):
    """One widget that is as wide as there is room and scrolls up and down when it is higher; never sideways."""

    def __init__(self, content: PlacingWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._is_fitting = False
        self._bar = _WideScrollBar(self)
        self.setVerticalScrollBar(self._bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def apply_look(self, look: Look) -> None:
        """Take the colours."""
        self._bar.look = look
        self.setPalette(palette(look.theme))
        self.verticalScrollBar().setSingleStep(look.em_px)
        self._bar.update()

    def fit(self) -> None:
        """Give the content the width there is and the height it needs."""
        if self._is_fitting:
            return
        self._is_fitting = True
        room = self.contentsRect()
        width, height = room.width(), self._content.heightForWidth(room.width())
        has_bar = height > room.height()
        if has_bar:
            width = room.width() - self._bar.sizeHint().width()
            height = self._content.heightForWidth(width)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if has_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self._content.resize(width, max(height, room.height()))
        self._content.place()
        self._is_fitting = False

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget is seen; of one that is too high, its top."""
        if not self._content.isAncestorOf(widget):
            return
        top = widget.mapTo(self._content, widget.rect().topLeft()).y()
        bottom = top + widget.height()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if widget.height() > page or top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + page:
            bar.setValue(bottom - page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Pages scroll; arrows are for the view, which moves the focus, and the focus scrolls.
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What changes while hidden asks for no layout.
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)
