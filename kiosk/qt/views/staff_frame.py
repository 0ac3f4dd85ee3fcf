"""What the two screens for staff share: a page that scrolls, the line for captions, arrows that go around."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from kiosk.core.theme import Theme
from kiosk.qt.theme import Dressable, palette, plain_look, spacious_look
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.row_column import RowColumn

WIDEST_EM = 40


class StaffRow(NamedTuple):
    """What up and down lead to."""

    goal: QWidget
    """What gets the focus."""
    around: QWidget
    """What it belongs to: as long as the focus is in it, one is at this row."""

    def holds(self, focused: QWidget | None) -> bool:
        """Whether the focus is in it."""
        return focused is not None and (self.around is focused or self.around.isAncestorOf(focused))


class StaffFrame(QFrame):
    """A screen of which a column scrolls. To be filled: ``rows``, ``tab_stops``, ``parts`` and ``scroller``.

    Signals:
        back_asked: Escape, or what stands for it.
        again_asked: the key for help: here it says again where one is.
    """

    back_asked = Signal()
    again_asked = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""

    def __init__(self) -> None:
        """Make it, without a parent: a stack of screens takes it."""
        super().__init__()
        self.look = plain_look()
        self.caption_row = CaptionRow(self)
        self.message_line = self.caption_row.line
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.caption_row)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    # -- to be overridden -------------------------------------------------------------------------------------

    @property
    def scroller(self) -> RowColumn:
        """What scrolls now."""
        raise NotImplementedError

    @property
    def page(self) -> Column:
        """What is in it."""
        raise NotImplementedError

    @property
    def parts(self) -> Sequence[Dressable]:
        """All that takes colours and sizes."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[StaffRow]:
        """What the arrows go to, in order."""
        raise NotImplementedError

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        return [row.goal for row in self.rows]

    # -- what is seen -----------------------------------------------------------------------------------------

    def add_scroll(self, page: Column) -> RowColumn:
        """Let a page scroll above the line for captions."""
        scroll = RowColumn(page, self)
        self._outer.insertWidget(0, scroll, 1)
        return scroll

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        self.look = spacious_look(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        self.caption_row.apply_look(self.look)
        for part in self.parts:
            part.apply_look(self.look)
        self.fit()

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key."""
        self.message_line.show_message(text)

    def fit(self) -> None:
        """Lay out anew; what has the focus stays in view."""
        self.page.margin_px, self.page.gap_px = self.look.padding_px, self.look.gap_px
        self.page.most_width_px = WIDEST_EM * self.look.em_px
        self._outer.invalidate()
        self._outer.activate()
        self.scroller.fit()
        focused = QApplication.focusWidget()
        if focused is not None and self.page.isAncestorOf(focused):
            self.scroller.reveal(focused)

    def focus_first(self) -> None:
        """Begin at the top."""
        self.scroller.verticalScrollBar().setValue(0)
        stops = self.tab_stops
        (stops[0] if stops else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        fill(painter, self.rect(), QColor(self.look.theme.surface))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be in order when seen."""
        super().showEvent(event)
        self.fit()

    # -- the keyboard -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go around, Escape leads back."""
        self.message_line.clear()
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            if not event.isAutoRepeat():
                self.back_asked.emit()
        elif key == Qt.Key.Key_F1:
            # The guide is for visitors; an article must not open above the area.
            self.again_asked.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.go_across(1 if (key == Qt.Key.Key_Right) is not is_mirrored else -1)
        elif key not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()

    def go(self, by: int) -> None:
        """Go to the next row, or to the one before for -1; after the last comes the first."""
        rows, focused = self.rows, QApplication.focusWidget()
        here = next((number for number, row in enumerate(rows) if row.holds(focused)), -1 if by > 0 else 0)
        if rows:
            rows[(here + by) % len(rows)].goal.setFocus(Qt.FocusReason.TabFocusReason)

    def go_across(self, by: int) -> None:
        """Go on or back where nothing lies beside what has the focus."""
        self.go(by)

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside."""
        stops, focused = self.tab_stops, QApplication.focusWidget()
        if not self.isVisible() or not stops:
            # Qt asks while another screen takes its place.
            return False
        self.message_line.clear()
        here = stops.index(focused) if focused in stops else -1 if is_next else 0
        stops[(here + (1 if is_next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True
