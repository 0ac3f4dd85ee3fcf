"""The strip below a screen without a transport bar: keys, and help in the same corner as in the reader."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QMoveEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.app.fitting_words import fitting_name
from kiosk.i18n import _
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget

_MOST_OF_WINDOW = 0.2
_LEAST_SIDE_PX = LEAST_TARGET_PX + 2 * RING_PX


class HelpCorner(PlacingWidget):
    """Holds the ways to comfort and to the keys at the leading edge, and help at the trailing one.

    In a low or narrow window their words give way to the icons.

    Signals:
        help_asked: open the guided tour.
        comfort_asked: ask the questions about size, colours and voice.
        keys_asked: set up or learn the keys.
    """

    help_asked = Signal()
    comfort_asked = Signal()
    keys_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comfort = LargeButton("comfort", self)
        self.keys = LargeButton("keys", self)
        self.help = LargeButton("help", self)
        self.comfort.clicked.connect(self.comfort_asked)
        self.keys.clicked.connect(self.keys_asked)
        self.help.clicked.connect(self.help_asked)
        self._look = plain_look()

    @property
    def buttons(self) -> list[LargeButton]:
        """All, in order."""
        return [self.comfort, self.keys, self.help]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for button in self.buttons:
            button.apply_look(look)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Read all words again."""
        self.comfort.set_words(fitting_name())
        # Translators: button: how to use this program. One short word.
        self.help.set_words(_("Help"))
        # Translators: button: set up and try the keys of a keyboard, keypad or switch. One short word.
        self.keys.set_words(_("Keys"), description=_("Keypads, switches, and what each key does."))

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px // 2
        sizes = self._sizes(width)
        comfort, _keys, help_ = sizes
        height = max(size.height() for size in sizes)
        lefts = (gap, 2 * gap + comfort.width(), width - gap - help_.width())
        places: list[Placement] = [
            (button, QRect(left, gap, size.width(), height))
            for button, left, size in zip(self.buttons, lefts, sizes, strict=True)
        ]
        return places, height + 2 * gap

    def place(self) -> None:
        """Put the parts where they belong."""
        side = 0 if self._has_words(self.width()) else self._icon_side_px
        for button in self.buttons:
            button.set_icon_only(side)
        super().place()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for its height again: it depends on the window's, which may be another than when it was hidden."""
        super().showEvent(event)
        self.updateGeometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Follow the window's height."""
        super().moveEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), self._look.border_px), QColor(self._look.theme.line))

    @property
    def _icon_side_px(self) -> int:
        return max(_LEAST_SIDE_PX, int(self.window().height() * _MOST_OF_WINDOW))

    def _room(self, width: int) -> int:
        return width - 4 * (self._look.gap_px // 2)

    def _sizes(self, width: int) -> list[QSize]:
        if self._has_words(width):
            return self._word_sizes(width)
        room = self._room(width) // len(self.buttons)
        # Before it has a width it must not ask for less height than it may need: Qt takes that for its most.
        side = min(self._icon_side_px, room) if room >= _LEAST_SIDE_PX else self._icon_side_px
        return [QSize(side, side)] * len(self.buttons)

    def _has_words(self, width: int) -> bool:
        return max(size.height() for size in self._word_sizes(width)) <= self._icon_side_px

    def _word_sizes(self, width: int) -> list[QSize]:
        """Return the sizes with words: help as wide as it likes, the others in what is left."""
        room = self._room(width)
        help_ = min(self.help.word_width(), room // 3)
        keys = min(self.keys.word_width(), (room - help_) // 2)
        comfort = min(self.comfort.word_width(), room - help_ - keys)
        widths = zip(self.buttons, (comfort, keys, help_), strict=True)
        return [QSize(own, button.height_with_word(own)) for button, own in widths]
