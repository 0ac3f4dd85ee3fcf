"""The message line: one thing said in words, with an icon, above the bar. Knows not why it is said.

It never covers the article: while it is shown it takes its own room. Where captions are shown in it that room is
kept, so that nothing moves when one comes; a longer one takes more, in smaller type before it takes much.

A screen reader hears it as a notification: hiding, renaming and showing one is what Orca 43 announces.
"""

from collections.abc import Callable
from enum import Enum
from math import ceil

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QColor, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from kiosk.core.bidi import without_isolates
from kiosk.core.settings import SMALLEST_PT
from kiosk.core.theme import Theme
from kiosk.i18n import _
from kiosk.qt.accessibility import announce, is_said_by_focus
from kiosk.qt.theme import Look, icon_image
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import line_pitch

# A message that would push the article off the screen is set smaller, down to half; so is one that would leave not
# even a line of it, but then it is still no smaller than the smallest text of an article.
_SCALES = (1.0, 0.85, 0.7, 0.6, 0.5)
_LEAST_SCALE_FOR_A_LINE = 0.7
_MOST_OF_WINDOW = 0.4
# Room that is kept for captions: two lines, three in an upright window, fewer where the window is low.
_ROOM_LINES, _UPRIGHT_ROOM_LINES = 2, 3
_MOST_ROOM_OF_WINDOW = 0.16


class MessageKind(Enum):
    """How serious a message is; the value is the name of its icon."""

    INFO = "info"
    WARNING = "warning"


class Notification(QWidget):
    """What a screen reader announces when it is shown, apart from the text that is seen.

    A screen reader asks each object once for its role: a text that is announced at times must be two objects.
    """

    accessible_role_name = "notification"
    """What the factory of accessible objects makes of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(1, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Announce something."""
        self.hide()
        self.setAccessibleName(words)
        self.show()


class MessageLine(TextBlock):
    """Shows at most one message; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notification = Notification(self)
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.timeout.connect(self._announce)
        self._kind = MessageKind.INFO
        self._fitted = (-1, -1, -1)
        self.room_for_others: Callable[[int], int] = lambda width: 0
        """Pixels of the window's height, in a width, that it leaves to others as far as it can still be read."""
        self._has_room = False
        self.is_announced = True
        """Whether a screen reader is told what stands here."""
        # Not fixed: the window's own least size must not come from a message.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def kind(self) -> MessageKind:
        """How serious the message is."""
        return self._kind

    def show_message(self, message: str, is_warning: bool = False) -> None:
        """Show a message in place of the one before.

        Args:
            message: one short sentence in the interface's language.
            is_warning: whether something is amiss: another icon, and it is announced as a warning.
        """
        # Decided now: what our own voice says is not announced.
        self.is_announced = not getattr(self.window(), "is_quiet", False)
        self.notification.hide()
        self._kind = MessageKind.WARNING if is_warning else MessageKind.INFO
        self.show_text(message)
        self.retranslate()
        self.show()
        if self.is_announced:
            # When all that follows from the same key is done: then it is known what the controls say of it.
            self._announcing.start(0)

    def _announce(self) -> None:
        words = self.accessibleName()
        if words and not is_said_by_focus(words):
            announce(self, words, self._kind is MessageKind.WARNING)
            self.notification.tell(words)

    def show_caption(self, caption: str) -> None:
        """Show what is said; what stands here already stays as it is."""
        if not self.isVisible() or self.text() != caption:
            self.show_message(caption)

    def set_room(self, is_kept: bool) -> None:
        """Keep the room for captions while nothing is shown, or give it back."""
        if is_kept != self._has_room:
            self._has_room = is_kept
            self.setVisible(is_kept or bool(self.text()))
            self._forget()

    @property
    def has_room(self) -> bool:
        """Whether it keeps its room."""
        return self._has_room

    def clear(self) -> None:
        """Take the message away, and its room with it where none is kept."""
        self.setVisible(self._has_room)
        self.show_text("")

    def retranslate(self) -> None:
        """Read its own words again; the message is its owner's to translate."""
        message = without_isolates(self.text())
        if message and self._kind is MessageKind.WARNING:
            # Translators: spoken before a message that warns; {message} is a sentence.
            message = _("Warning: {message}").format(message=message)
        self.setAccessibleName(message)

    def set_look(self, theme: Theme, interface_pt: float) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
        """
        self.apply_look(Look(theme, interface_pt))

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        self._fit(width)
        text_height = self.flow.height_for(self._text_width(width))
        margin = self._kept_margin_px if self._has_room else self._margin_px
        return max(text_height, self._icon_px, self._kept_px if self._has_room else 0) + 2 * margin

    @property
    def _kept_margin_px(self) -> int:
        # Less above and below than at the sides: this room is there all the time.
        return min(self._margin_px, self._look.em_px // 4)

    @property
    def _kept_px(self) -> int:
        window, line = self.window(), line_pitch() * self._look.em_px
        wanted = _UPRIGHT_ROOM_LINES if window.height() > window.width() else _ROOM_LINES
        # Rounded up as the lines are where they are laid out: nothing moves when they come.
        return ceil(line * max(1, min(wanted, int(window.height() * _MOST_ROOM_OF_WINDOW / line))))

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def text_rect(self) -> QRect:
        """Where the text is drawn."""
        height = self.flow.height_for(self._text_width(self.width()))
        top = (self.height() - height) // 2
        left = self._margin_px + self._beside_px
        rect = QRect(left, top, self._text_width(self.width()), height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Follow the window's height."""
        super().moveEvent(event)
        # It moves when the window's height changes, on which its own depends.
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        self._fit(self.width())
        theme, icon = self._look.theme, self._icon_px
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), self._look.border_px), QColor(theme.line))
        place = QRect(self._margin_px, (self.height() - icon) // 2, icon, icon)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        if not self.text():
            return
        image = icon_image(self._kind.value, theme.accent, icon, self.devicePixelRatioF())
        painter.drawImage(place.topLeft(), image)
        self.flow.draw(painter, self.text_rect(), theme.text, self._alignment)

    def _fit(self, width: int) -> None:
        """Choose the largest type with which the message leaves the article a line, else the most of its room."""
        height = self.window().height()
        most, most_for_a_line = round(height * _MOST_OF_WINDOW), height - self.room_for_others(width)
        key = (width, most, most_for_a_line)
        if key == self._fitted:
            return
        least = min(_LEAST_SCALE_FOR_A_LINE, SMALLEST_PT / self._look.interface_pt)
        tries = [(scale, most_for_a_line - 2 * self._margin_px) for scale in _SCALES if scale >= least]
        for scale, room in [*tries, *((scale, most) for scale in _SCALES)]:
            self._scale = scale
            self._flow = None
            if self.flow.height_for(self._text_width(width)) <= min(most, room):
                break
        self._fitted = key

    def _forget(self) -> None:
        self._fitted = (-1, -1, -1)
        super()._forget()

    @property
    def _margin_px(self) -> int:
        return self._look.gap_px

    @property
    def _icon_px(self) -> int:
        return round(self._look.icon_px * self._scale)

    @property
    def _beside_px(self) -> int:
        return round(1.3 * self._icon_px)

    def _text_width(self, width: int) -> int:
        return max(1, width - 2 * self._margin_px - self._beside_px)
