"""The veil over a window, and the ground of a card above it. Knows no card."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.qt.theme import Look

_VEIL_ALPHA = 240


def draw_veil(widget: QWidget, card: QRect, look: Look) -> None:
    """Draw on a widget that covers the window; called while it is painted.

    Args:
        widget: what covers the window.
        card: where the card lies on it, in pixels.
        look: colours and measures.
    """
    theme = look.theme
    painter = QPainter(widget)
    veil = QColor(theme.page)
    veil.setAlpha(_VEIL_ALPHA)
    painter.fillRect(widget.rect(), veil)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.line), 2 * look.border_px))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(card, look.radius_px, look.radius_px)
    painter.end()
