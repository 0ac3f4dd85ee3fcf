"""A column of rows that scrolls by whole rows. Knows no row."""

from PySide6.QtWidgets import QWidget

from kiosk.qt.views.layouts import Column
from kiosk.qt.views.scrolling import ScrollingColumn
from kiosk.qt.views.text_block import TextBlock


class RowColumn(ScrollingColumn):
    """Shows all of a row when something in it has the focus, as far as there is room for all of it."""

    def __init__(self, rows: Column, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._rows = rows

    def reveal(self, widget: QWidget) -> None:
        """Scroll until the row that holds a widget is seen, with the heading above it where there is room.

        What is seen then begins with a whole row; of one that is higher than there is room, its top is seen.
        """
        row: QWidget | None = widget
        while row is not None and row.parentWidget() is not self._rows:
            row = row.parentWidget()
        page = self.viewport().height()
        if row is None or row.height() > page:
            super().reveal(widget)
            return
        top = self._top_of(row)
        bottom = row.geometry().bottom() + 1
        if bottom - top > page:
            top = row.y()
        bar = self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + page:
            tops = (other.y() for other in (*self._rows.shown_before(row), row))
            bar.setValue(next(own for own in tops if own >= bottom - page))

    def _top_of(self, row: QWidget) -> int:
        """Return where a row begins with the texts that stand right above it; at the very top, the margin too."""
        top = row.y()
        for other in reversed(self._rows.shown_before(row)):
            if not isinstance(other, TextBlock):
                return top
            top = other.y()
        return 0
