"""The strip below a screen without a transport bar: keys, and help in the same corner as in the reader."""

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
    """Holds keys at the leading edge and help at the trailing one; in a low window words give way to the icons."""

    help_asked = Signal()
    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.help = LargeButton("help", self)
        self.help.clicked.connect(self.help_asked)
        self.keys = LargeButton("keys", self)
        self.keys.clicked.connect(self.keys_asked)
        self._look = plain_look()

    @property
    def buttons(self) -> list[LargeButton]:
        """Both, in order."""
        return [self.keys, self.help]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for button in self.buttons:
            button.apply_look(look)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: button: how to use this program. One short word.
        self.help.set_words(_("Help"))
        # Translators: button: set up and try the keys of a keyboard, keypad or switch. One short word.
        self.keys.set_words(_("Keys"), description=_("Keypads, switches, and what each key does."))

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px // 2
        room = (width - 3 * gap) // 2
        keys, help_ = (self._button_size(button, room) for button in self.buttons)
        height = max(keys.height(), help_.height())
        places: list[Placement] = [
            (self.keys, QRect(gap, gap, keys.width(), height)),
            (self.help, QRect(width - gap - help_.width(), gap, help_.width(), height)),
        ]
        return places, height + 2 * gap

    def place(self) -> None:
        """Put the parts where they belong."""
        room = (self.width() - 3 * (self._look.gap_px // 2)) // 2
        for button in self.buttons:
            button.set_icon_only(0 if self._are_words_shown(room) else self._icon_side_px)
        super().place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), self._look.border_px), QColor(self._look.theme.line))

    @property
    def _icon_side_px(self) -> int:
        return max(_LEAST_SIDE_PX, int(self.window().height() * _MOST_OF_WINDOW))

    def _are_words_shown(self, room: int) -> bool:
        widths = [(button, min(button.word_width(), room)) for button in self.buttons]
        return max(button.height_with_word(width) for button, width in widths) <= self._icon_side_px

    def _button_size(self, button: LargeButton, room: int) -> QSize:
        if not self._are_words_shown(room):
            # Before it has a width it must not ask for less height than it may need: Qt takes that for its most.
            side = min(self._icon_side_px, room) if room >= _LEAST_SIDE_PX else self._icon_side_px
            return QSize(side, side)
        width = min(button.word_width(), room)
        return QSize(width, button.height_with_word(width))
