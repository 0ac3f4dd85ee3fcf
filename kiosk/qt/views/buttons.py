"""Buttons for fingers, keys and weak eyes: large, with icon and word, ringed when focused. They act on release.

They know nothing of what they do. Text and colours are drawn here and not by a style sheet: words wrap, nothing is
clipped, and start-up parses nothing.
"""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from kiosk.qt.theme import DIRECTED_ICONS, LEAST_TARGET_PX, RING_PX, Look, icon_image
from kiosk.qt.views.focus_ring import draw_focus_ring, reveal
from kiosk.qt.views.text_block import TextFlow

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
        self.look: Look | None = None
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
    def is_filled(self) -> bool:
        """Whether it is painted in the accent: one of a kind, or chosen."""
        return self.kind is ButtonKind.FILLED or self.isChecked()

    def content_colours(self) -> tuple[str, str]:
        """Return the colours of text and icon as it is now."""
        assert self.look is not None
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
        assert look is not None
        theme, border = look.theme, look.border_px
        fill, edge = theme.surface, theme.line
        if self.isDown():
            fill, edge, border = theme.tint, theme.accent, border + 1
        elif self.is_filled:
            fill, edge = theme.accent, theme.accent
        elif self.kind is ButtonKind.MARKED:
            edge, border = theme.accent, 2 * border
        elif self.underMouse() and self.isEnabled():
            edge, border = theme.accent, border + 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), border, style))
        painter.setBrush(QColor(fill))
        inset = border / 2
        rect = QRectF(self.body()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, look.radius_px, look.radius_px)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), look)

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
        return QSize(LEAST_TARGET_PX, LEAST_TARGET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESS_KEYS:
            # Arrows belong to the view around; Qt's own buttons would move the focus with them.
            event.ignore()
        elif not event.isAutoRepeat():
            self._is_key_down = True
            self.setDown(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESS_KEYS:
            event.ignore()
        elif self._is_key_down and not event.isAutoRepeat():
            self._is_key_down = False
            self.setDown(False)
            # A key pressed before this button had the focus, and released in it, is not meant for it.
            self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reveal(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_key_down = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.forget_layout()


class LargeButton(Pressable):
    """A button with an icon and a word; the word may wrap, and may be left out where there is no room."""

    def __init__(self, icon_name: str, parent: QWidget | None = None, scale: float = 1.0) -> None:
        """Make a button.

        Args:
            icon_name: of a file in assets/icons; empty for none.
            parent: the widget that holds it.
            scale: its size against ordinary controls.
        """
        super().__init__(parent)
        self._icon_name = icon_name
        self._scale = scale
        self._label = ""
        self._language = ""
        self._widest_labels: Sequence[str] = ()
        self._icon_only_side_px = 0
        self._flow: TextFlow | None = None

    @property
    def label(self) -> str:
        """The word on it, shown or not."""
        return self._label

    @property
    def is_icon_only(self) -> bool:
        """Whether the word is left out."""
        return self._icon_only_side_px > 0

    def set_words(
        self, label: str, name: str = "", description: str = "", widest: Sequence[str] = (), language: str = ""
    ) -> None:
        """Set what is written on the button and what is said of it.

        Args:
            label: the word on it.
            name: its accessible name, which contains the label; empty for the label.
            description: more for those who hear it, or empty.
            widest: words that it may carry later: it keeps room for the widest, so that nothing moves.
            language: BCP 47 tag of the label; empty for the interface's.
        """
        self._label = label
        self._language = language
        self._widest_labels = (label, *widest)
        self.setAccessibleName(name or label)
        self.setAccessibleDescription(description)
        self.forget_layout()

    def set_icon_name(self, icon_name: str) -> None:
        """Change the icon."""
        self._icon_name = icon_name
        self.update()

    def set_icon_only(self, side_px: int) -> None:
        """Leave the word out and be a square of this side, ring included; 0 shows the word again."""
        if side_px != self._icon_only_side_px:
            self._icon_only_side_px = side_px
            self.forget_layout()

    def forget_layout(self) -> None:
        self._flow = None
        super().forget_layout()

    @property
    def flow(self) -> TextFlow:
        """The word as it is laid out now."""
        if self._flow is None:
            self._flow = self._flow_of(self._label)
        return self._flow

    def _flow_of(self, label: str) -> TextFlow:
        assert self.look is not None
        font = self.look.font(self._scale, text=label, language=self._language)
        return TextFlow(label, font, self.is_right_to_left)

    def word_width(self) -> int:
        """Pixels in width that icon and word need side by side, ring included."""
        if self.look is None:
            return LEAST_TARGET_PX
        word = max(self._flow_of(label).natural_width for label in self._widest_labels or ("",))
        return max(self._target_px, word + self._beside_px + 2 * self.look.padding_px) + 2 * RING_PX

    def height_with_word(self, width: int) -> int:
        """Pixels in height that icon and word need in a width, ring included in both."""
        if self.look is None:
            return LEAST_TARGET_PX
        icon, text = self._inner_sizes(width - 2 * RING_PX)
        inner = icon + text if self._is_stacked(width - 2 * RING_PX) else max(icon, text)
        return max(self._target_px, inner + 2 * (self.look.padding_px // 2)) + 2 * RING_PX

    def sizeHint(self) -> QSize:
        width = self._icon_only_side_px or self.word_width()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return self._icon_only_side_px or self.height_with_word(width)

    def text_rect(self) -> QRect:
        """Where the word is drawn, in the button; empty when it is left out."""
        return self._rects()[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        painter = QPainter(self)
        self.draw_frame(painter)
        text_colour, icon_colour = self.content_colours()
        icon_rect, text_rect = self._rects()
        if self._icon_name:
            self.draw_icon(painter, self._icon_name, icon_rect, icon_colour)
        if not text_rect.isEmpty():
            self.flow.draw(painter, text_rect, text_colour, self._alignment(text_rect, icon_rect))

    def _alignment(self, text_rect: QRect, icon_rect: QRect) -> Qt.AlignmentFlag:
        is_beside = bool(self._icon_name) and text_rect.top() < icon_rect.bottom()
        return Qt.AlignmentFlag.AlignLeading if is_beside else Qt.AlignmentFlag.AlignHCenter

    @property
    def _target_px(self) -> int:
        assert self.look is not None
        return round(self.look.target_px * self._scale)

    @property
    def _icon_px(self) -> int:
        assert self.look is not None
        return round(self.look.icon_px * self._scale) if self._icon_name else 0

    @property
    def _beside_px(self) -> int:
        # The icon and the gap after it.
        return round(1.3 * self._icon_px)

    def _text_width(self, body_width: int) -> int:
        assert self.look is not None
        beside = 0 if self._is_stacked(body_width) else self._beside_px
        return max(1, body_width - 2 * self.look.padding_px - beside)

    def _is_stacked(self, body_width: int) -> bool:
        assert self.look is not None
        room = body_width - 2 * self.look.padding_px - self._beside_px
        return bool(self._icon_name) and self.flow.longest_word_width > room

    def _inner_sizes(self, body_width: int) -> tuple[int, int]:
        return self._icon_px, self.flow.height_for(self._text_width(body_width))

    def _rects(self) -> tuple[QRect, QRect]:
        """Return where icon and word go."""
        body = self.body()
        if self.look is None:
            return QRect(), QRect()
        if self.is_icon_only:
            side = round(min(body.width(), body.height()) * 0.62)
            return _centred(QSize(side, side), body), QRect()
        icon, text_height = self._inner_sizes(body.width())
        room = self._text_width(body.width())
        text_width = min(room, self.flow.natural_width)
        if self._is_stacked(body.width()):
            both = _centred(QSize(room, icon + text_height), body)
            icon_rect = _centred(QSize(icon, icon), QRect(both.left(), both.top(), room, icon))
            return icon_rect, QRect(both.left(), both.top() + icon, room, text_height)
        both = _centred(QSize(self._beside_px + text_width, body.height()), body)
        icon_rect = _centred(QSize(icon, icon), QRect(both.left(), both.top(), icon, both.height()))
        text_rect = QRect(both.left() + self._beside_px, both.top(), text_width, both.height())
        text_rect = _centred(QSize(text_width, text_height), text_rect)
        direction = self.layoutDirection()
        return QStyle.visualRect(direction, body, icon_rect), QStyle.visualRect(direction, body, text_rect)


def _centred(size: QSize, around: QRect) -> QRect:
    left = around.left() + (around.width() - size.width()) // 2
    return QRect(left, around.top() + (around.height() - size.height()) // 2, size.width(), size.height())
