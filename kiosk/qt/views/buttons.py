"""A button with an icon and a word. Knows nothing of what it does.

Words are drawn here, since Qt's own buttons never wrap and cut what is too wide.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.i18n import is_right_to_left
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.pressable import ButtonKind, Pressable
from kiosk.qt.views.text_flow import TextFlow

__all__ = ["ButtonKind", "LargeButton"]


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
        self._word_width = 0
        self._heights: dict[int, int] = {}

    @property
    def label(self) -> str:
        """The word on it, shown or not."""
        return self._label

    @property
    def words_language(self) -> str:
        """BCP 47 tag of the label; empty for the interface's."""
        return self._language

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
        if language != self._language:
            self._language = language
            # For assistive technologies; an empty tag follows the window.
            self.setLocale(QLocale(language)) if language else self.unsetLocale()
        self._widest_labels = (label, *widest)
        self.setAccessibleName(name or label)
        self.setAccessibleDescription(description)
        self.forget_layout()

    def set_icon_name(self, icon_name: str) -> None:
        """Change the icon."""
        self._icon_name = icon_name
        self.update()

    def set_scale(self, scale: float) -> None:
        """Set its size against ordinary controls."""
        if scale != self._scale:
            self._scale = scale
            self.forget_layout()

    def set_icon_only(self, side_px: int) -> None:
        """Leave the word out and be a square of this side, ring included; 0 shows the word again."""
        if side_px != self._icon_only_side_px:
            self._icon_only_side_px = side_px
            self.updateGeometry()
            self.update()

    def forget_layout(self) -> None:
        """Lay out again: something has changed."""
        self._flow = None
        self._word_width = 0
        self._heights = {}
        super().forget_layout()

    @property
    def flow(self) -> TextFlow:
        """The word as it is laid out now."""
        if self._flow is None:
            self._flow = self._flow_of(self._label)
        return self._flow

    def _flow_of(self, label: str) -> TextFlow:
        font = self.look.font(self._scale, text=label, language=self._language)
        runs_left = is_right_to_left(self._language) if self._language else self.is_right_to_left
        return TextFlow(label, font, runs_left)

    def word_width(self) -> int:
        """Pixels in width that icon and word need side by side, ring included."""
        if not self._word_width:
            flows = [self._flow_of(label) for label in self._widest_labels if label != self._label]
            word = max(flow.natural_width for flow in (self.flow, *flows))
            inner = word + self._beside_px + 2 * self.look.padding_px
            self._word_width = max(self._target_px, inner) + 2 * RING_PX
        return self._word_width

    def height_with_word(self, width: int) -> int:
        """Pixels in height that icon and word need in a width, ring included in both."""
        if width not in self._heights:
            icon, text = self._inner_sizes(width - 2 * RING_PX)
            inner = icon + text if self._is_stacked(width - 2 * RING_PX) else max(icon, text)
            padding = self.look.padding_px // 2
            self._heights[width] = max(self._target_px, inner + 2 * padding) + 2 * RING_PX
        return self._heights[width]

    def breaks_words_in(self, width: int) -> bool:
        """Whether a word would have to be broken in a width, ring included."""
        return self.flow.longest_word_width > width - 2 * RING_PX - 2 * self.look.padding_px

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = self._icon_only_side_px or self.word_width()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        return self._icon_only_side_px or self.height_with_word(width)

    def text_rect(self) -> QRect:
        """Where the word is drawn, in the button; empty when it is left out."""
        return self._rects()[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
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
        return round(self.look.target_px * self._scale)

    @property
    def _icon_px(self) -> int:
        return round(self.look.icon_px * self._scale) if self._icon_name else 0

    @property
    def _beside_px(self) -> int:
        # The icon and the gap after it.
        return round(1.3 * self._icon_px)

    def _text_width(self, body_width: int) -> int:
        beside = 0 if self._is_stacked(body_width) else self._beside_px
        return max(1, body_width - 2 * self.look.padding_px - beside)

    def _is_stacked(self, body_width: int) -> bool:
        room = body_width - 2 * self.look.padding_px - self._beside_px
        return bool(self._icon_name) and self.flow.longest_word_width > room

    def _inner_sizes(self, body_width: int) -> tuple[int, int]:
        return self._icon_px, self.flow.height_for(self._text_width(body_width))

    def _rects(self) -> tuple[QRect, QRect]:
        """Return where icon and word go."""
        body = self.body()
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
