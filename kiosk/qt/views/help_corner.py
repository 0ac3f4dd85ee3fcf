"""The strip at the bottom of a screen without a transport bar: help, in the same corner as in the reader."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget

_MOST_OF_WINDOW = 0.2
_LEAST_SIDE_PX = LEAST_TARGET_PX + 2 * RING_PX


class HelpCorner(PlacingWidget):
    """Holds the help button at the trailing edge; in a low window its word gives way to the icon."""

    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.help = LargeButton("help", self)
        self.help.clicked.connect(self.help_asked)
        self._look = plain_look()

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        self.help.apply_look(look)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: button: how to use this program. One short word.
        self.help.set_words(_("Help"))

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px // 2
        size = self._button_size(width - 2 * gap)
        rect = QRect(width - gap - size.width(), gap, size.width(), size.height())
        return [(self.help, rect)], size.height() + 2 * gap

    def place(self) -> None:
        """Put the parts where they belong."""
        is_word_shown = self._is_word_shown(self.width() - self._look.gap_px)
        self.help.set_icon_only(0 if is_word_shown else self._icon_side_px)
        super().place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), self._look.border_px), QColor(self._look.theme.line))

    @property
    def _icon_side_px(self) -> int:
        return max(_LEAST_SIDE_PX, int(self.window().height() * _MOST_OF_WINDOW))

    def _is_word_shown(self, room: int) -> bool:
        width = min(self.help.word_width(), room)
        return self.help.height_with_word(width) <= self._icon_side_px

    def _button_size(self, room: int) -> QSize:
        if not self._is_word_shown(room):
            return QSize(self._icon_side_px, self._icon_side_px)
        width = min(self.help.word_width(), room)
        return QSize(width, self.help.height_with_word(width))
