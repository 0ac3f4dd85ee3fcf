"""The strip below the questions: on, back, put back, skip; it stays while the choices scroll."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.i18n import _, pgettext
from kiosk.qt.theme import LEAST_TARGET_PX, RING_PX, Look, plain_look
from kiosk.qt.views.buttons import ButtonKind, LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget

_MOST_OF_WINDOW = 0.22


class FittingBar(PlacingWidget):
    """Buttons side by side over the whole width; where their words would be too high, only their icons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not fixed: a layout would hold it to the height that it asked for when it had another width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look = plain_look()
        self._is_last = False
        self.next = LargeButton("next", self)
        self.next.kind = ButtonKind.FILLED
        self.back = LargeButton("back", self)
        self.put_back = LargeButton("return", self)
        self.skip = LargeButton("close", self)

    @property
    def buttons(self) -> list[LargeButton]:
        """What is shown, in order."""
        return [button for button in self._all if not button.isHidden()]

    @property
    def _all(self) -> list[LargeButton]:
        return [self.next, self.back, self.put_back, self.skip]

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for button in self._all:
            button.apply_look(look)
        self.updateGeometry()
        self.update()

    def show_place(self, is_first: bool, is_last: bool) -> None:
        """Offer what there is at a question."""
        self._is_last = is_last
        self.back.setVisible(not is_first)
        self.retranslate()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: button: on to the next of three questions. One short word.
        following = pgettext("question", "Next")
        # Translators: button: the last of three questions is answered. One short word.
        done = pgettext("question", "Done")
        self.next.set_words(done if self._is_last else following)
        self.next.set_icon_name("check" if self._is_last else "next")
        # Translators: button: back to the question before this one. One short word.
        self.back.set_words(pgettext("question", "Back"))
        # Translators: button: take back all answers about text size, colours and voice. One or two short words.
        undo = _("Undo all")
        # Translators: more about the button "Undo all", for those who hear it.
        self.put_back.set_words(undo, description=_("Puts size, colours and voice back as they were before."))
        # Translators: button: answer no more questions and go to the articles. One short word.
        skip = pgettext("question", "Skip")
        # Translators: more about the button "Skip", for those who hear it.
        self.skip.set_words(skip, description=_("Goes to the articles. What you have chosen stays."))
        self.updateGeometry()
        self.place()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap, shown = self._look.gap_px // 2, self.buttons
        has_words = self._has_words(width)
        widths = self._widths(width)
        height = self._word_height(widths) if has_words else self._icon_side_px
        places: list[Placement] = []
        left = gap
        for button, own in zip(shown, widths, strict=True):
            places.append((button, QRect(left, gap + self._look.border_px, own, height)))
            left += own + gap
        return places, height + 2 * gap + self._look.border_px

    def place(self) -> None:
        """Put the parts where they belong."""
        side = 0 if self._has_words(self.width()) else self._icon_side_px
        for button in self._all:
            button.set_icon_only(side)
        super().place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts it from what scrolls."""
        theme, border = self._look.theme, self._look.border_px
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface))
        painter.fillRect(QRect(0, 0, self.width(), border), QColor(theme.line))

    def _widths(self, width: int) -> list[int]:
        """Return the widths: what each word asks for where there is room for all, else all alike."""
        gap, shown = self._look.gap_px // 2, self.buttons
        room = max(len(shown), width - (len(shown) + 1) * gap)
        wanted = [button.word_width() for button in shown]
        if not self._has_words(width) or sum(wanted) > room:
            return [room // len(shown)] * len(shown)
        rest = (room - sum(wanted)) // len(shown)
        return [own + rest for own in wanted]

    @property
    def _icon_side_px(self) -> int:
        most = int(self.window().height() * _MOST_OF_WINDOW)
        return min(self._look.target_px + 2 * RING_PX, max(LEAST_TARGET_PX + 2 * RING_PX, most))

    def _has_words(self, width: int) -> bool:
        gap, shown = self._look.gap_px // 2, self.buttons
        room = max(len(shown), width - (len(shown) + 1) * gap)
        widths = [button.word_width() for button in shown]
        if sum(widths) > room:
            widths = [room // len(shown)] * len(shown)
        fits = all(
            own > 2 * RING_PX and not button.breaks_words_in(own)
            for button, own in zip(shown, widths, strict=True)
        )
        return fits and self._word_height(widths) <= self.window().height() * _MOST_OF_WINDOW

    def _word_height(self, widths: list[int]) -> int:
        return max(button.height_with_word(own) for button, own in zip(self.buttons, widths, strict=True))
