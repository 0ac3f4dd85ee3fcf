"""How large the screen really is: a bar that somebody makes as wide as a bank card. Keeps nothing itself."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.app.appearance import AppearanceSettings
from kiosk.app.appearance_words import pixels_words, setting_name
from kiosk.core.appearance import CARD_MM
from kiosk.i18n import _
from kiosk.qt.screen_size import believed_pixels_per_mm
from kiosk.qt.setting import AMOUNT_ICONS
from kiosk.qt.theme import RING_PX, Look, plain_look
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.setting_rows import PanelPage, Stop
from kiosk.qt.views.stepper import Stepper, StepWords
from kiosk.qt.views.text_block import TextBlock

# No screen that is made has fewer or more pixels on a card.
_LEAST_PX, _MOST_PX = 86, 1400


class CardBar(QWidget):
    """A bar of a width in pixels, in the middle, with a mark at either end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = plain_look()
        self.card_px = _LEAST_PX
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_width(self, card_px: int) -> None:
        """Be as wide as a card is said to be."""
        self.card_px = card_px
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        return 3 * self._look.em_px

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: it must never widen the window."""
        return QSize(1, 1)

    def bar_rect(self) -> QRect:
        """Return where the bar is drawn: its edges are the card's."""
        return QRect((self.width() - self.card_px) // 2, 0, self.card_px, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, theme, bar, edge = QPainter(self), self._look.theme, self.bar_rect(), 2 * self._look.border_px
        fill(painter, bar, QColor(theme.accent))
        for left in (bar.left(), bar.right() + 1 - edge):
            fill(painter, QRect(left, 0, edge, bar.height()), QColor(theme.text))
        painter.end()


class ScreenForm(PanelPage):
    """The bar, what makes it wider and narrower, and what to do with its width.

    Signals:
        done: a width was kept, or forgotten.
    """

    done = Signal()

    def __init__(self, appearance: AppearanceSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.hint = TextBlock(has_room_for_ring=True)
        self.bar = CardBar()
        self.width_row = Stepper(AMOUNT_ICONS, is_ring=False)
        self.width_row.value.range = _LEAST_PX, _MOST_PX, 1
        self.width_row.stepped.connect(self._step)
        self.keep, self.forget = LargeButton("check"), LargeButton("close")
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget_width)
        # Together, so that they are seen together.
        self._measure = Column()
        self._measure.set_items([self.bar, self.width_row])
        self.set_items([self.title, self.hint, self._measure, self.keep, self.forget])
        self.retranslate()

    @property
    def instructions(self) -> str:
        """How to measure."""
        return self.hint.text()

    def begin(self) -> None:
        """Begin with what is believed now."""
        self._show_width(round(CARD_MM * believed_pixels_per_mm(self.screen())))

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        super().apply_look(look)
        for part in (self.hint, self.bar, self.width_row, self.keep, self.forget):
            part.apply_look(look)
        self._measure.gap_px = look.gap_px

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        self.title.show_text(setting_name("card_px"))
        # Translators: how to measure the screen; "Keep" is a button.
        hint = _(
            "Hold a bank card against the bar and make the bar exactly as wide as the card. Then choose Keep."
        )
        self.hint.show_text(hint)
        # Translators: name of what is drawn on the screen to be compared with a bank card.
        self.bar.setAccessibleName(_("Bar"))
        # Translators: name of a setting: how wide the bar is that is compared with a bank card.
        label = _("Width of the bar")
        # Translators: button: make the bar narrower. One short word.
        narrower = _("Narrower")
        # Translators: button: make the bar wider. One short word.
        self.width_row.set_words(StepWords(label, narrower, _("Wider")))
        # Translators: button: keep what was chosen. One short word.
        self.keep.set_words(_("Keep"))
        # Translators: button: forget what was measured, and believe the size that the screen reports.
        self.forget.set_words(_("Believe the screen"))
        self.refresh()

    def refresh(self) -> None:
        """Show the width in words."""
        width = self.bar.card_px
        self.width_row.show_value(pixels_words(width), [pixels_words(_MOST_PX)], width)

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        return [
            Stop(self.width_row.value, self.width_row),
            Stop(self.keep, self.keep),
            Stop(self.forget, self.forget),
        ]

    def _step(self, by: int) -> None:
        self._show_width(self.bar.card_px + by)
        self._appearance.tell_bar(self.bar.card_px)

    def _show_width(self, card_px: int) -> None:
        # A bar that is cut at the sides could not be compared.
        most = min(_MOST_PX, max(_LEAST_PX, self.bar.width() - 2 * RING_PX))
        self.bar.show_width(min(max(card_px, _LEAST_PX), most))
        self.refresh()

    def _keep(self) -> None:
        self._appearance.set_card(self.bar.card_px)
        self.done.emit()

    def _forget_width(self) -> None:
        self._appearance.set_card(0)
        self.done.emit()
