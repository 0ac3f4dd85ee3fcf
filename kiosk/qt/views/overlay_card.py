"""A card over the window, never a window of its own: nobody reaches what lies behind it. Knows no words."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.scrolling import ScrollingColumn
from kiosk.qt.views.veil import draw_veil

_WIDEST_EM = 40
# The interface voice can be switched, and made softer and louder, on every screen.
_EVERYWHERE = (Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12, Qt.Key.Key_VolumeDown, Qt.Key.Key_VolumeUp)


class OverlayCard(QFrame):
    """Covers its parent while it is shown, and keeps keys and clicks to itself.

    Signals:
        escaped: somebody wants to leave it.
        help_asked: somebody wants to hear all that stands on it.
    """

    escaped = Signal()
    help_asked = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Clicks and turns of a wheel beside the buttons are kept from the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._look = plain_look()
        self._focus_before: QWidget | None = None
        self._column = Column()
        self._scroll = ScrollingColumn(self._column, self)
        self.caption_row = CaptionRow(self)
        self.note = self.caption_row.line
        self.hide()

    @property
    def tab_stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order. To be overridden."""
        raise NotImplementedError

    @property
    def first_stop(self) -> QWidget:
        """What has the focus at first. To be overridden."""
        raise NotImplementedError

    def dress(self, look: Look) -> None:
        """Take measures for the card itself."""
        self._look = look
        self.caption_row.apply_look(look)
        self._scroll.apply_look(look)
        self._column.gap_px = look.gap_px
        self._column.margin_px = look.padding_px
        self.arrange()

    def show_note(self, text: str) -> None:
        """Show something that is good to know, until the card turns."""
        self.note.show_caption(text)
        self.arrange()

    # -- keys and clicks --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, arrows go around; every other key ends here, the window below must not hear it."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onward = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        if event.key() in _EVERYWHERE:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.help_asked.emit()
        elif event.key() in (Qt.Key.Key_Down, onward):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Up, backward):
            self.focusNextPrevChild(False)
        event.accept()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside: what lies behind the card cannot be reached."""
        stops = self.tab_stops
        focused = QApplication.focusWidget()
        here = next((number for number, stop in enumerate(stops) if stop is focused), None)
        if here is None:
            self.first_stop.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if is_next else -1)) % len(stops)].setFocus(reason)
        return True

    # -- showing ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Cover the window and take the focus; remember where it was."""
        super().showEvent(event)
        if event.spontaneous():
            return
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
            self.setGeometry(parent.rect())
        self.raise_()
        focused = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._focus_before = focused
        self.arrange()
        self.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to where it was."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on covering the window when it changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Follow changes of size within."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil over the window and the card's ground."""
        draw_veil(self, self._card(), self._look)

    def _card(self) -> QRect:
        margin = self._look.gap_px
        width = min(self.width() - 2 * margin, _WIDEST_EM * self._look.em_px)
        border = 2 * self._look.border_px
        room = self.height() - self.caption_row.heightForWidth(self.width())
        height = min(room - 2 * margin, self._column.heightForWidth(width - 2 * border) + 2 * border)
        return QRect((self.width() - width) // 2, (room - height) // 2, width, height)

    def arrange(self) -> None:
        """Put the card and the line for captions where they belong; what has the focus stays in view."""
        below = self.caption_row.heightForWidth(self.width())
        self.caption_row.setGeometry(0, self.height() - below, self.width(), below)
        border = 2 * self._look.border_px
        self._scroll.setGeometry(self._card().adjusted(border, border, -border, -border))
        self._scroll.fit()
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.reveal(focused)
        self.update()
