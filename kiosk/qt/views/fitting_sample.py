"""The sample text: as an article would look, with one word lit. Knows no article and no voice."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.text import TextSpan
from kiosk.core.theme import Theme
from kiosk.qt.text_positions import to_utf16
from kiosk.qt.theme import Look
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import Lit, TextFlow

# A size of which not even one line fits is shown smaller, as far as is needed.
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)
# Of the height of the screen: so much for as many lines as fit, and more only for the first line.
_SHARE, _MOST_SHARE = 0.34, 0.5
# In a low window the question needs the room.
_LOW_PX, _LOW_SHARE = 700, 0.2
_LEAST_MARGIN_PX = 12
_ENDLESS_PX = 200_000
_STOPS = ".,;:!?،؛؟"


class FittingSample(TextBlock):
    """Shows the beginning of a text, in whole lines; what does not fit ends in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit: TextSpan | None = None

    def set_look(self, theme: Theme, text_size_pt: float) -> None:
        """Take the colours and the size of an article's text, in points."""
        self.apply_look(Look(theme, text_size_pt))

    def light(self, span: TextSpan | None) -> None:
        """Light a word, or none."""
        if span != self._lit:
            self._lit = span
            self.update()

    def fit(self, width_px: int, screen_px: int) -> None:
        """Take the height that the text needs, or its share of the screen.

        Args:
            width_px: width that there is.
            screen_px: height of the screen that it stands on.
        """
        room = max(1, width_px - 2 * self._side_px)
        margins = 2 * self._margin_px
        most_px = round(_MOST_SHARE * screen_px) - margins
        for scale in _SCALES:
            self._scale = scale
            if self._one_line_px(scale) <= most_px and self._new_flow(self.text()).longest_word_width <= room:
                break
        # Always one line; more only as far as the choices keep their room.
        share = _LOW_SHARE if screen_px < _LOW_PX else _SHARE
        most_px = max(round(share * screen_px) - margins, self._one_line_px(self._scale))
        self._flow = self._beginning(room, most_px)
        self.setFixedHeight(self._flow.height_for(room) + margins)
        self.update()

    def _beginning(self, room: int, most_px: int) -> TextFlow:
        """Return as many whole words as fit, the first one in any case."""
        parts = self.text().split(" ")
        for count in range(len(parts), 0, -1):
            beginning = " ".join(parts[:count])
            flow = self._new_flow(beginning if count == len(parts) else beginning.rstrip(_STOPS) + "…")
            if flow.height_for(room) <= most_px or count == 1:
                break
        return flow

    def heightForWidth(self, width: int) -> int:
        """Return the height that it was given."""
        return self.height()

    def text_rect(self) -> QRect:
        """Where the text is drawn."""
        margin = self._margin_px
        return self.rect().adjusted(self._side_px, margin, -self._side_px, -margin)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, and a line that parts it from what can be chosen."""
        theme, border = self._look.theme, 2
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.page))
        painter.fillRect(QRect(0, self.height() - border, self.width(), border), QColor(theme.line))
        self.flow.draw(painter, self.text_rect(), theme.text, self._alignment, self._light())

    def _light(self) -> Lit | None:
        if self._lit is None:
            return None
        start, end = (to_utf16(self.text(), place) for place in (self._lit.start, self._lit.end))
        return Lit(start, end - start, self._look.theme.on_word, self._look.theme.word)

    def _new_flow(self, text: str) -> TextFlow:
        font = self._look.font(self._scale, False, self.text(), self._language)
        return TextFlow(text, font, self.is_right_to_left)

    def _one_line_px(self, scale: float) -> int:
        font = self._look.font(scale, False, self.text(), self._language)
        return TextFlow(self.text(), font, self.is_right_to_left).height_for(_ENDLESS_PX)

    @property
    def _margin_px(self) -> int:
        return max(_LEAST_MARGIN_PX, self._look.gap_px // 2)

    @property
    def _side_px(self) -> int:
        return max(super()._side_px, 2 * _LEAST_MARGIN_PX)
