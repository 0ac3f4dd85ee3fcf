"""The row of what is said: the line with the caption, and the switch for touch. Knows not who says it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.i18n import _
from kiosk.qt.theme import RING_PX, Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget
from kiosk.qt.views.message_line import MessageLine

# The switch leaves its word out where the caption would have less than this many times its width.
_LEAST_CAPTION = 1.5


class CaptionRow(PlacingWidget):
    """One row of a screen; without a message, kept room and switch it takes none.

    Signals:
        touch_asked: the switch was pressed.
    """

    touch_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = plain_look()
        self.line = MessageLine(self)
        self.switch = LargeButton("switch-off", self)
        self.switch.setCheckable(True)
        # As in the bar: a press leaves the keyboard where it was.
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.clicked.connect(self.touch_asked)
        self.switch.hide()
        # Not fixed: the window's own least size must not come from a message.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops in it: at the switch, where that is offered."""
        return [] if self.switch.isHidden() else [self.switch]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        self.line.apply_look(look)
        self.switch.apply_look(look)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Read its own words again."""
        self.line.retranslate()
        # Translators: a button that switches something on and off; it is on. A first touch on the screen says what
        # is there, a second one on the same place acts: for people who do not see the screen.
        on = _("Touch twice: on")
        # Translators: the same button; it is off: a touch acts at once.
        off = _("Touch twice: off")
        # Translators: the same button for those who hear it: whether it is on they are told besides.
        name = _("Touch twice")
        # Translators: more about the button "Touch twice", for those who hear it.
        more = _("A first touch says what is there, a second one acts.")
        self.switch.set_words(on if self.switch.isChecked() else off, name, more, widest=(on, off))

    def show_switch(self, is_offered: bool, is_on: bool) -> None:
        """Offer the switch for touch, or do not; show whether it is on."""
        self.switch.setChecked(is_on)
        self.switch.set_icon_name("switch-on" if is_on else "switch-off")
        self.switch.setVisible(is_offered)
        self.retranslate()
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        left = height = 0
        placements: list[Placement] = []
        if not self.switch.isHidden():
            left = self._switch_width(width)
            height = left if self._is_narrow(width) else self.switch.height_with_word(left)
        if not self.line.isHidden():
            inner = self.line.heightForWidth(width - left)
            height = max(height, inner)
            placements.append((self.line, QRect(left, 0, width - left, height)))
        if not self.switch.isHidden():
            own = self._switch_width(width) if self._is_narrow(width) else self.switch.height_with_word(left)
            placements.append((self.switch, QRect(0, (height - own) // 2, left, own)))
        return placements, height

    def place(self) -> None:
        """Put the parts where they belong."""
        width = self.width()
        self.switch.set_icon_only(self._switch_width(width) if self._is_narrow(width) else 0)
        super().place()

    def _is_narrow(self, width: int) -> bool:
        return width < (1 + _LEAST_CAPTION) * self.switch.word_width()

    def _switch_width(self, width: int) -> int:
        return self._look.target_px + 2 * RING_PX if self._is_narrow(width) else self.switch.word_width()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Follow the window's height, on which its own depends."""
        super().moveEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line that parts it from what is above."""
        theme, painter = self._look.theme, QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(0, 0, self.width(), self._look.border_px, QColor(theme.line))
        painter.end()
