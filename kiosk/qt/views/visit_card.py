"""The warning that a visit is about to end: a card above everything, never a window. Nothing on it can be pressed.

Any key and any touch means "I am still here", and does nothing else; the keyboard stays where it was below. What
changes is a number, every five seconds; nothing flashes.
"""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.core.theme import Theme
from kiosk.qt.theme import look_for, palette, plain_look
from kiosk.qt.views.fitted_column import Line, SizedBlock, fit
from kiosk.qt.views.veil import draw_veil

_WIDEST_EM = 34
_HEIGHT_SHARE = 0.8


class VisitCard(QFrame):
    """Covers the window while it is shown.

    Signals:
        pressed: somebody has touched it, or turned a wheel.
    """

    pressed = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""
    is_silent = True
    """Nothing else is said meanwhile: the desk says what stands on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Whatever is pressed here is kept from the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._look = plain_look()
        self.title = SizedBlock(self, is_bold=True, accessible_role_name="heading")
        self.how = SizedBlock(self)
        self.otherwise = SizedBlock(self)
        self._lines = (Line(self.title, 1.3), Line(self.how, 1.1), Line(self.otherwise, 1.0))
        parent.installEventFilter(self)
        self.hide()

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        self._look = look_for(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        for line in self._lines:
            line.block.apply_look(self._look)
        self._arrange()

    def show_words(self, title: str, how: str, otherwise: str) -> None:
        """Show why it is here, how one stays, and what happens else."""
        self.title.show_text(title)
        self.how.show_text(how)
        self.otherwise.show_text(otherwise)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{how} {otherwise}")
        self._arrange()

    def come(self) -> None:
        """Be above everything; the focus stays where it is."""
        self._cover()
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press counts when it is let go of: what lies below must not be pressed by the same finger."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Somebody is here."""
        event.accept()
        self.pressed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Somebody is here."""
        event.accept()
        self.pressed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on covering the window when it changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil over the window and the card's ground."""
        draw_veil(self, self._card(), self._look)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    def _card(self) -> QRect:
        look = self._look
        width = min(self.width() - 2 * look.gap_px, _WIDEST_EM * look.em_px)
        height = round(self.height() * _HEIGHT_SHARE)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _arrange(self) -> None:
        inside = self._look.padding_px + 2 * self._look.border_px
        fit(self._lines, self._card().marginsRemoved(QMargins(inside, inside, inside, inside)), self._look)
        self.update()
