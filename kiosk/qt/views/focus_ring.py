"""Where the keyboard is: a ring of two tones around a control, and bringing it into view. Knows no control."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.qt.theme import RING_INNER_PX, RING_OUTER_PX, RING_PX, Look


def draw_focus_ring(painter: QPainter, rect: QRect, look: Look) -> None:
    """Draw the ring along the inside of a rectangle: text colour without, page colour within.

    The control keeps RING_PX free around what it draws. One tone always stands out, whatever lies beneath:
    the outer one from page and cards, the inner one from a control filled with the accent.

    Args:
        painter: of the control.
        rect: the control's whole rectangle.
        look: colours and measures.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, inset, thickness in (
        (look.theme.text, 0, RING_OUTER_PX),
        (look.theme.page, RING_OUTER_PX, RING_INNER_PX),
    ):
        painter.setPen(QPen(QColor(colour), thickness))
        middle = inset + thickness / 2
        radius = look.radius_px + RING_PX - middle
        painter.drawRoundedRect(QRectF(rect).adjusted(middle, middle, -middle, -middle), radius, radius)
    painter.restore()


def reveal(widget: QWidget) -> None:
    """Scroll the columns that hold a widget until it is seen; those that can have a method ``reveal``."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        show = getattr(around, "reveal", None)
        if callable(show):
            show(widget)
        around = around.parentWidget()
