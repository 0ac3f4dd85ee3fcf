"""How to donate: address and account in large type, each beside its code, what is suggested. It opens nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.bank_transfer import payment_text
from kiosk.core.bidi import isolated
from kiosk.core.campaign import Appeal
from kiosk.i18n import _
from kiosk.qt.amount_words import suggestions
from kiosk.qt.qr_code import QrCode
from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Placement, PlacingWidget, height_of
from kiosk.qt.views.text_block import TextBlock

_LEAST_TEXT_EM = 9
# Web addresses and accounts are written from left to right in every language.
_ADDRESS_LANGUAGE = "en"


class DonationDetails(PlacingWidget):
    """Address, suggestions and account, with the codes at the trailing side, or below where it is narrow.

    Signals:
        address_spelling_asked: say the address letter by letter.
        account_spelling_asked: say the account letter by letter.
    """

    address_spelling_asked = Signal()
    account_spelling_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amount = self._block()
        self.address = self._block(scale=1.4, is_bold=True)
        self.note = self._block()
        self.spell_address = self._button()
        self.spell_address.clicked.connect(self.address_spelling_asked)
        self.code = QrCode(self)
        self.bank_name = self._block()
        self.account = self._block(scale=1.2, is_bold=True)
        self.bank_note = self._block()
        self.spell_account = self._button()
        self.spell_account.clicked.connect(self.account_spelling_asked)
        self.bank_code = QrCode(self)
        for stop in (self.address, self.account):
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._of_web: list[QWidget] = [self.address, self.spell_address, self.amount, self.note]
        self._of_bank: list[QWidget] = [self.bank_name, self.account, self.spell_account, self.bank_note]
        self._look = plain_look()
        self._appeal: Appeal | None = None

    def _block(self, scale: float = 1.0, is_bold: bool = False) -> TextBlock:
        return TextBlock(self, scale=scale, is_bold=is_bold, has_room_for_ring=True)

    def _button(self) -> LargeButton:
        return LargeButton("word", self)

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        for part in (*self._of_web, *self._of_bank):
            if isinstance(part, TextBlock | LargeButton):
                part.apply_look(look)
        self.updateGeometry()

    def set_appeal(self, appeal: Appeal) -> None:
        """Show where this appeal's gifts go."""
        self._appeal = appeal
        for part in (*self._of_bank, self.bank_code):
            part.setVisible(appeal.campaign.bank is not None)
        self.retranslate()

    def show_codes(self) -> None:
        """Make the codes; until somebody asks for them there are none."""
        if self._appeal is None:
            return
        self.code.set_address(self._appeal.campaign.address)
        bank = self._appeal.campaign.bank
        if bank is not None:
            self.bank_code.set_payment(payment_text(bank), bank.name)

    def forget_codes(self) -> None:
        """Take the codes away."""
        self.code.clear_code()
        self.bank_code.clear_code()

    def retranslate(self) -> None:
        """Read all words again."""
        if self._appeal is None:
            return
        campaign = self._appeal.campaign
        self.amount.show_text(" · ".join(suggestions(campaign)))
        self.amount.setVisible(bool(self.amount.text()))
        self.address.show_text(campaign.address, _ADDRESS_LANGUAGE)
        # Translators: button: say a web address letter by letter.
        self.spell_address.set_words(_("Spell the address"))
        # Translators: button: say the number of a bank account letter by letter.
        self.spell_account.set_words(_("Spell the account"))
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignTrailing if is_rtl else Qt.AlignmentFlag.AlignLeading
        for block in (self.address, self.account):
            block.set_alignment(side)
        # Translators: under a web address and its QR code.
        note = _("No payment happens here. Open this address on your own phone or computer, now or later.")
        self.note.show_text(note)
        self._show_bank(self._appeal)
        self.code.retranslate()
        self.bank_code.retranslate()
        self.updateGeometry()

    def _show_bank(self, appeal: Appeal) -> None:
        bank = appeal.campaign.bank
        if bank is None:
            return
        # Translators: above the number of a bank account; {name} is whose account it is.
        above = _("Or by bank transfer to {name}, account (IBAN):")
        self.bank_name.show_text(above.format(name=isolated(bank.name)))
        self.account.show_text(" ".join(bank.iban_groups), _ADDRESS_LANGUAGE)
        notes = []
        if bank.bic:
            # Translators: the code of a bank; {bic} is letters and digits.
            notes.append(_("Bank (BIC): {bic}").format(bic=isolated(bank.bic)))
        if bank.remittance:
            # Translators: what should be written on a bank transfer; {words} is short.
            notes.append(_("Reference: {words}").format(words=isolated(bank.remittance)))
        self.bank_note.show_text(" · ".join(notes))
        self.bank_note.setVisible(bool(notes))

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def tab_stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        stops: list[QWidget] = [self.address, self.spell_address, self.account, self.spell_account]
        return [stop for stop in stops if not stop.isHidden()]

    @property
    def spoken_blocks(self) -> list[TextBlock]:
        """The texts, in order."""
        shown = [part for part in (*self._of_web, *self._of_bank) if not part.isHidden()]
        return [part for part in shown if isinstance(part, TextBlock)]

    # -- layout -----------------------------------------------------------------------------------------------

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        placements: list[Placement] = []
        top = 0
        for parts, code in ((self._of_web, self.code), (self._of_bank, self.bank_code)):
            shown = [part for part in parts if not part.isHidden()]
            if shown:
                placed, top = self._plan_section(shown, code, width, top)
                placements += placed
                top += self._look.gap_px
        return placements, max(0, top - self._look.gap_px)

    def _plan_section(
        self, parts: Sequence[QWidget], code: QrCode, width: int, top: int
    ) -> tuple[list[Placement], int]:
        gap, first = self._look.gap_px, top
        side = code.heightForWidth(width)
        is_beside = 0 < side <= width - gap - _LEAST_TEXT_EM * self._look.em_px
        text_width = width - side - gap if is_beside else width
        placements: list[Placement] = []
        for part in parts:
            is_button = isinstance(part, LargeButton)
            own_width = min(text_width, part.sizeHint().width()) if is_button else text_width
            height = height_of(part, own_width)
            placements.append((part, QRect(0, top, own_width, height)))
            top += height + gap
        if is_beside:
            placements.append((code, QRect(width - side, first, side, side)))
            return placements, max(top - gap, first + side)
        placements.append((code, QRect(0, top, width, side)))
        return placements, top + side
