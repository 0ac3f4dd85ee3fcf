"""What all buttons share: keys, frame, focus ring, icons. They act on release, by finger, mouse or key.

They know nothing of what they do. Colours are drawn here and not by a style sheet: start-up parses nothing.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.qt.theme import DIRECTED_ICONS, LEAST_TARGET_PX, RING_PX, Look, icon_image, plain_look
from kiosk.qt.views.focus_ring import draw_focus_ring, reveal

_PRESS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class ButtonKind(Enum):
    """How much a button stands out."""

    PLAIN = "plain"
    FILLED = "filled"
    """In the accent: the one thing that most people want, or what is chosen now."""
    MARKED = "marked"
    """With a thick border in the accent."""


class Pressable(QAbstractButton):
    """What all buttons share: keys, frame, ring, and coming into view when focused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.look = plain_look()
        self.kind = ButtonKind.PLAIN
        self._is_key_down = False

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self.look = look
        self.forget_layout()

    def forget_layout(self) -> None:
        """Lay out again: the text, the font or the direction has changed."""
        self.updateGeometry()
        self.update()

    @property
    def ring_look(self) -> Look:
        """What ring and border are drawn in: they must be seen on what lies around."""
        return self.look

    @property
    def is_filled(self) -> bool:
        """Whether it is painted in the accent: one of a kind, or chosen."""
        return self.kind is ButtonKind.FILLED or self.isChecked()

    def content_colours(self) -> tuple[str, str]:
        """Return the colours of text and icon as it is now."""
        theme = self.look.theme
        if self.is_filled and not self.isDown():
            return theme.on_accent, theme.on_accent
        return theme.text, theme.accent

    def body(self) -> QRect:
        """Where the control itself is drawn, within the room for the ring."""
        return self.rect().adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)

    def draw_frame(self, painter: QPainter, is_dashed: bool = False) -> None:
        """Draw ground, border and ring."""
        look = self.look
        theme, around, border = look.theme, self.ring_look.theme, look.border_px
        fill, edge = theme.surface, around.line
        if self.isDown():
            fill, edge, border = theme.tint, around.accent, border + 1
        elif self.is_filled:
            fill, edge = theme.accent, theme.accent
        elif self.kind is ButtonKind.MARKED:
            edge, border = around.accent, 2 * border
        elif self.underMouse() and self.isEnabled():
            edge, border = around.accent, border + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), border, style))
        painter.setBrush(QColor(fill))
        inset = border / 2
        rect = QRectF(self.body()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, look.radius_px, look.radius_px)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self.ring_look)

    def draw_icon(self, painter: QPainter, name: str, rect: QRect, colour: str) -> None:
        """Draw an icon into a square; one that points along the text is mirrored with it."""
        is_mirrored = name in DIRECTED_ICONS and self.is_right_to_left
        image = icon_image(name, colour, rect.width(), self.devicePixelRatioF(), is_mirrored)
        painter.drawImage(rect.topLeft(), image)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the interface runs from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(LEAST_TARGET_PX, LEAST_TARGET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are for it."""
        if event.key() not in _PRESS_KEYS:
            # Arrows belong to the view around; Qt's own buttons would move the focus with them.
            event.ignore()
        elif not event.isAutoRepeat():
            self._is_key_down = True
            self.setDown(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Act when the key is let go."""
        if event.key() not in _PRESS_KEYS:
            event.ignore()
        elif self._is_key_down and not event.isAutoRepeat():
            self._is_key_down = False
            self.setDown(False)
            # A key pressed before this button had the focus, and released in it, is not meant for it.
            self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, and come into view."""
        super().focusInEvent(event)
        reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the focus."""
        self._is_key_down = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.forget_layout()
