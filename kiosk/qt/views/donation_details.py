"""How to donate: the address in large type, the code beside it, what is suggested. It opens nothing."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.campaign import Appeal
from kiosk.i18n import _
from kiosk.qt.amount_words import suggested_amount
from kiosk.qt.qr_code import QrCode
from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.layouts import Placement, PlacingWidget
from kiosk.qt.views.text_block import TextBlock

_LEAST_TEXT_EM = 9
# Web addresses are written from left to right in every language.
_ADDRESS_LANGUAGE = "en"


class DonationDetails(PlacingWidget):
    """Address, amount and note, with the code at the trailing side, or below where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = TextBlock(self, has_room_for_ring=True)
        self.address = TextBlock(self, scale=1.4, is_bold=True, has_room_for_ring=True)
        self.address.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.note = TextBlock(self, has_room_for_ring=True)
        self.code = QrCode(self)
        self._look = plain_look()
        self._appeal: Appeal | None = None

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for part in (self.amount, self.address, self.note):
            part.apply_look(look)
        self.updateGeometry()

    def set_appeal(self, appeal: Appeal) -> None:
        """Show where this appeal's gifts go."""
        self._appeal = appeal
        self.retranslate()

    def show_code(self) -> None:
        """Make the code; until somebody asks for it there is none."""
        if self._appeal is not None:
            self.code.set_address(self._appeal.campaign.address)

    def retranslate(self) -> None:
        """Read all words again."""
        if self._appeal is None:
            return
        campaign = self._appeal.campaign
        phrases = [suggested_amount(campaign), *self._appeal.amounts]
        self.amount.show_text(" · ".join(phrase for phrase in phrases if phrase))
        self.amount.setVisible(bool(self.amount.text()))
        self.address.show_text(campaign.address, _ADDRESS_LANGUAGE)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignTrailing if is_rtl else Qt.AlignmentFlag.AlignLeading
        self.address.set_alignment(side)
        # Translators: under a web address and its QR code.
        note = _("No payment happens here. Open this address on your own phone or computer, now or later.")
        self.note.show_text(note)
        self.code.retranslate()
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        gap = self._look.gap_px
        side = self.code.heightForWidth(width)
        is_beside = 0 < side <= width - gap - _LEAST_TEXT_EM * self._look.em_px
        text_width = width - side - gap if is_beside else width
        placements: list[Placement] = []
        top = 0
        for part in (self.address, self.amount, self.note):
            if not part.isHidden():
                height = part.heightForWidth(text_width)
                placements.append((part, QRect(0, top, text_width, height)))
                top += height + gap
        if is_beside:
            placements.append((self.code, QRect(width - side, 0, side, side)))
            return placements, max(top - gap, side)
        placements.append((self.code, QRect(0, top, width, side)))
        return placements, top + side
