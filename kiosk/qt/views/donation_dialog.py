"""The appeal for a donation: a card over the window, never a window of its own. Knows no rule about when to ask.

It says what was answered and stays until its owner, who keeps the answer first, hides it. No button is louder
than another, nothing moves, nothing counts down, and refusing takes one press.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from kiosk.core.bidi import isolated, without_isolates
from kiosk.core.campaign import Appeal
from kiosk.core.donation_history import Answer
from kiosk.core.theme import Theme
from kiosk.i18n import _
from kiosk.qt.theme import Dressable, look_for, palette, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.donation_details import DonationDetails
from kiosk.qt.views.layouts import Column, EqualGrid
from kiosk.qt.views.scrolling import ScrollingColumn
from kiosk.qt.views.text_block import TextBlock

_WIDEST_EM = 40
_VEIL_ALPHA = 240
# The interface voice can be switched, and made softer and louder, on every screen.
_EVERYWHERE = (Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12, Qt.Key.Key_VolumeDown, Qt.Key.Key_VolumeUp)


class DonationDialog(QFrame):
    """Asks once, with four answers in a fixed order; the focus begins on "Remind me later"."""

    answered = Signal(Answer)
    details_shown = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Clicks and turns of a wheel beside the buttons are kept from the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._look = plain_look()
        self._appeal: Appeal | None = None
        self._is_showing_details = False
        self._focus_before: QWidget | None = None
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        self.message = TextBlock(scale=1.1, has_room_for_ring=True)
        self.details = DonationDetails()
        self.show_details_button = LargeButton("give")
        self.back_button = LargeButton("back")
        self.later_button = LargeButton("later")
        self.no_button = LargeButton("no-thanks")
        self.never_button = LargeButton("never")
        self._buttons = EqualGrid()
        self._buttons.set_items(
            [self.show_details_button, self.back_button, self.later_button, self.no_button, self.never_button]
        )
        self._column = Column()
        self._column.set_items([self.title, self.message, self.details, self._buttons])
        self._scroll = ScrollingColumn(self._column, self)
        self.caption_row = CaptionRow(self)
        self.note = self.caption_row.line
        self._connect()
        self.retranslate()
        self._turn(is_showing_details=False)
        self.hide()

    def _connect(self) -> None:
        self.show_details_button.clicked.connect(self.show_details)
        self.back_button.clicked.connect(self.show_appeal)
        for button, answer in (
            (self.later_button, Answer.LATER),
            (self.no_button, Answer.NO_THANKS),
            (self.never_button, Answer.NEVER),
        ):
            button.clicked.connect(lambda _checked=False, given=answer: self.answered.emit(given))

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        look = look_for(theme, interface_pt, least_target_mm)
        self._look = look
        self.setPalette(palette(theme))
        parts: list[Dressable] = [self.title, self.message, self.details, self.caption_row, self._scroll]
        parts += [self.show_details_button, self.back_button, *self._answers()]
        for part in parts:
            part.apply_look(look)
        self._column.gap_px = look.gap_px
        self._column.margin_px = look.padding_px
        self._buttons.gap_px = look.gap_px // 2
        self._arrange()

    def set_appeal(self, appeal: Appeal) -> None:
        """Take the words of an appeal; whatever was shown before, its message comes first."""
        self._appeal = appeal
        self.details.code.set_address("")
        self.details.set_appeal(appeal)
        self._turn(is_showing_details=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: button of the appeal: see the address where one can donate.
        self.show_details_button.set_words(_("Show how to donate"))
        # Translators: button: back from the address to the appeal.
        self.back_button.set_words(_("Back"))
        # Translators: button of the appeal: ask again another time.
        self.later_button.set_words(_("Remind me later"))
        # Translators: button of the appeal: a friendly no.
        self.no_button.set_words(_("No thanks"))
        # Translators: button of the appeal: never show it again.
        self.never_button.set_words(_("Don't ask again"))
        self.caption_row.retranslate()
        if self._appeal is not None:
            self._show_words(self._appeal)
        self._arrange()

    def show_details(self) -> None:
        """Show address and code in place of the message."""
        self.details.show_code()
        self._turn(is_showing_details=True)
        self._arrange()
        self.details.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details_shown.emit()

    def show_appeal(self) -> None:
        """Go back from the address to the message."""
        self._turn(is_showing_details=False)
        self._arrange()
        self.show_details_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_note(self, text: str) -> None:
        """Show something that is good to know, until the card turns."""
        self.note.show_caption(text)
        self._arrange()

    @property
    def is_showing_details(self) -> bool:
        """Whether address and code are seen."""
        return self._is_showing_details

    # -- keys and clicks --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc means later, arrows go around; every other key ends here, the window below must not hear it."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onward = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if mirrored else Qt.Key.Key_Left
        if event.key() in _EVERYWHERE:
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.answered.emit(Answer.LATER)
        elif event.key() in (Qt.Key.Key_Down, onward):
            self.focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Up, backward):
            self.focusNextPrevChild(False)
        event.accept()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside: what lies behind the card cannot be reached."""
        stops = self.tab_stops
        focused = QApplication.focusWidget()
        here = next((number for number, stop in enumerate(stops) if stop is focused), None)
        if here is None:
            self.later_button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if is_next else -1)) % len(stops)].setFocus(reason)
        return True

    # -- showing ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Cover the window and take the focus; remember where it was."""
        super().showEvent(event)
        if event.spontaneous():
            return
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
            self.setGeometry(parent.rect())
        self.raise_()
        focused = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._focus_before = focused
        self._arrange()
        self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to where it was."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        parent = self.parentWidget()
        if parent is not None:
            parent.removeEventFilter(self)
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on covering the window when it changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Follow changes of size within."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a veil over the window and the card's ground."""
        theme, look = self._look.theme, self._look
        painter = QPainter(self)
        veil = QColor(theme.page)
        veil.setAlpha(_VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 2 * look.border_px))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(self._card(), look.radius_px, look.radius_px)

    def _answers(self) -> list[LargeButton]:
        return [self.later_button, self.no_button, self.never_button]

    @property
    def tab_stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order; the text only when it may be out of sight."""
        if self._is_showing_details:
            return [self.details.address, self.back_button, *self._answers()]
        text: list[QWidget] = [self.message] if self._scroll.is_scrolling else []
        return [*text, self.show_details_button, *self._answers()]

    def _turn(self, is_showing_details: bool) -> None:
        self._is_showing_details = is_showing_details
        self.note.clear()
        self.message.setVisible(not is_showing_details)
        self.details.setVisible(is_showing_details)
        self.show_details_button.setVisible(not is_showing_details)
        self.back_button.setVisible(is_showing_details)
        if self._appeal is not None:
            self._show_words(self._appeal)

    def _show_words(self, appeal: Appeal) -> None:
        # Translators: title of the appeal; {publisher} is a name.
        asking = _("A message from {publisher}")
        # Translators: title above the address where one can donate; {publisher} is a name.
        telling = _("How to donate to {publisher}")
        title = telling if self._is_showing_details else asking
        title = title.format(publisher=isolated(appeal.campaign.publisher))
        self.title.show_text(title)
        self.message.show_text(appeal.message, appeal.language)
        self.details.retranslate()
        self.setAccessibleName(without_isolates(title))
        self.setAccessibleDescription("" if self._is_showing_details else appeal.message)

    def _card(self) -> QRect:
        margin = self._look.gap_px
        width = min(self.width() - 2 * margin, _WIDEST_EM * self._look.em_px)
        border = 2 * self._look.border_px
        room = self.height() - self.caption_row.heightForWidth(self.width())
        height = min(room - 2 * margin, self._column.heightForWidth(width - 2 * border) + 2 * border)
        return QRect((self.width() - width) // 2, (room - height) // 2, width, height)

    def _arrange(self) -> None:
        below = self.caption_row.heightForWidth(self.width())
        self.caption_row.setGeometry(0, self.height() - below, self.width(), below)
        border = 2 * self._look.border_px
        self._scroll.setGeometry(self._card().adjusted(border, border, -border, -border))
        self._scroll.fit()
        is_stop = self._scroll.is_scrolling
        self.message.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.reveal(focused)
        self.update()
