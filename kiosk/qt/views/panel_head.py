"""The head of a panel: play or pause, and the way back. Knows no player."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.i18n import _
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Look, plain_look
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget

_MOST_OF_PANEL = 0.25


class PanelHead(PlacingWidget):
    """Two buttons side by side; in a low window their words give way to the icons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = plain_look()
        self._is_playing = self._is_preparing = self._is_back = False
        self.play = LargeButton("play", self)
        self.play.kind = ButtonKind.FILLED
        self.close_button = LargeButton("close", self)

    @property
    def buttons(self) -> list[LargeButton]:
        """Both, in order."""
        return [self.play, self.close_button]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for button in self.buttons:
            button.apply_look(look)
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: button: read the article aloud from here.
        play = _("Play")
        # Translators: button: stop reading aloud for now.
        pause = _("Pause")
        # Translators: the voice has been asked to read and is not heard yet; for screen readers.
        waiting = _("The voice is getting ready.") if self._is_preparing else ""
        will_pause = self._is_playing
        self.play.set_words(pause if will_pause else play, description=waiting, widest=(play, pause))
        self.play.set_icon_name("pause" if will_pause else "play")
        # Translators: button: back from a form to the list that it belongs to.
        back = _("Back")
        # Translators: button: leave the panel and see the article again.
        close = _("Close")
        self.close_button.set_words(back if self._is_back else close, widest=(back, close))
        self.close_button.set_icon_name("back" if self._is_back else "close")

    def set_playing(self, is_playing: bool, is_preparing: bool) -> None:
        """Say what the voice does: the button offers the opposite.

        Args:
            is_playing: whether it is heard, or will be as soon as it is ready.
            is_preparing: whether it is not ready yet.
        """
        if (is_playing, is_preparing) != (self._is_playing, self._is_preparing):
            self._is_playing, self._is_preparing = is_playing, is_preparing
            self.retranslate()

    def set_back(self, is_back: bool) -> None:
        """Say whether the second button leads back to the rows, or closes the panel."""
        if is_back != self._is_back:
            self._is_back = is_back
            self.retranslate()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px // 2
        half = (width - 3 * gap) // 2
        height = self._word_height(half) if self._has_words(half) else self._icon_side_px
        places: list[Placement] = [
            (self.play, QRect(gap, gap, half, height)),
            (self.close_button, QRect(width - gap - half, gap, half, height)),
        ]
        return places, height + 2 * gap + self._look.border_px

    def place(self) -> None:
        """Put the parts where they belong."""
        half = (self.width() - 3 * (self._look.gap_px // 2)) // 2
        for button in self.buttons:
            button.set_icon_only(0 if self._has_words(half) else self._icon_side_px)
        super().place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from what scrolls."""
        theme, border = self._look.theme, self._look.border_px
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(QRect(0, self.height() - border, self.width(), border), QColor(theme.line))

    @property
    def _icon_side_px(self) -> int:
        most = int(self._panel_height() * _MOST_OF_PANEL)
        return min(self._look.target_px + 2 * RING_PX, max(LEAST_TARGET_PX + 2 * RING_PX, most))

    def _has_words(self, width: int) -> bool:
        return self._word_height(width) <= self._panel_height() * _MOST_OF_PANEL

    def _word_height(self, width: int) -> int:
        return max(button.height_with_word(width) for button in self.buttons)

    def _panel_height(self) -> int:
        return self.window().height()
