"""Appeals in the window: the card beside what is there, the appeal above it, and what its buttons do.

Each part is made when it is first needed. Whether anybody is asked is decided elsewhere.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from kiosk import i18n
from kiosk.app.narration import in_interface_language
from kiosk.core.bidi import without_isolates
from kiosk.core.narration import Piece, Pieces, Purpose, Saying
from kiosk.core.settings import Profile
from kiosk.core.spelling import SpelledGroup, shown_text, spell_account, spell_address, spoken_text
from kiosk.i18n import _

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.core.campaign import Appeal
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.buttons import LargeButton
    from kiosk.qt.views.donation_dialog import DonationDialog


class AppealPlace(QObject):
    """Shows what :class:`kiosk.app.appeals.Appeals` publishes.

    1. The card stands in the catalog after the articles, and in the reader between the text and its buttons. It
       takes the room it needs, and covers nothing.
    2. The appeal lies above the window, and gives the keyboard back to where it was; where that is gone, to the
       screen.
    3. Address and account are spelled by the interface's voice whoever else speaks of screens: it was asked for.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        """Follow the appeals of a kiosk; nothing is made yet.

        Args:
            window: where they are shown.
            kiosk: whose they are.
        """
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._appeals = kiosk.reading.appeals
        self._dialog: DonationDialog | None = None
        self._was_in_front = False
        self._appeals.is_window_free = self._is_window_free
        self._appeals.appeal.subscribe(self._follow_appeal)
        self._appeals.card.subscribe(self._follow_card)
        window.currentChanged.connect(self._follow_screen)
        window.reader.panel_turned.connect(lambda: self._follow_card(self._appeals.card.value))
        window.dressed.connect(self._dress)
        window.retranslated.connect(self._retranslate)

    # -- the appeal -------------------------------------------------------------------------------------------

    @property
    def dialog(self) -> "DonationDialog":
        """The appeal, made when it is first shown."""
        if self._dialog is None:
            from kiosk.qt.views.donation_dialog import DonationDialog

            self._dialog = self._window.card = DonationDialog(self._window)
            self._dialog.has_reminders = self._kiosk.profile is Profile.HOME
            self._dialog.answered.connect(self._appeals.answer)
            self._dialog.escaped.connect(self._appeals.leave)
            self._dialog.details_shown.connect(self._appeals.code_opened)
            self._dialog.turned.connect(self._hush)
            self._dialog.help_asked.connect(self._say_all)
            self._dialog.details.address_spelling_asked.connect(self._spell_address)
            self._dialog.details.account_spelling_asked.connect(self._spell_account)
            self._dress()
        return self._dialog

    def _follow_appeal(self, appeal: "Appeal | None") -> None:
        if appeal is not None:
            self.dialog.set_appeal(appeal)
            self.dialog.setGeometry(self._window.rect())
            self.dialog.show()
            self.dialog.raise_()
        elif self._dialog is not None and self._dialog.isVisible():
            self._hush()
            self._dialog.hide()
            self._dialog.details.forget_codes()
            self._give_keyboard_back()

    def _give_keyboard_back(self) -> None:
        """Let the screen have the keyboard where what had it has gone, as the card has once it is answered."""
        screen, focused = self._window.currentWidget(), QApplication.focusWidget()
        if screen is None:
            return
        is_within = focused is not None and screen.isAncestorOf(focused) and focused.isVisible()
        if screen is self._window.reader or not is_within:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_window_free(self) -> bool:
        """Whether somebody looks at the window; where nothing tells which window is in front, this one is."""
        is_in_front = self._window.isActiveWindow()
        self._was_in_front = self._was_in_front or is_in_front
        return (is_in_front or not self._was_in_front) and not self._kiosk.narrator.is_speaking.value

    # -- the card ---------------------------------------------------------------------------------------------

    def _follow_screen(self, _number: int) -> None:
        window = self._window
        if window.has_catalog and window.currentWidget() is window.catalog:
            self._appeals.rest()
        self._follow_card(self._appeals.card.value)

    def _follow_card(self, card: "Appeal | None") -> None:
        window = self._window
        screen = window.currentWidget()
        is_in_reader = screen is window.reader and window.reader.panel_in_front is None
        window.reader.show_support(card is not None and is_in_reader, self._make)
        if window.has_catalog:
            window.catalog.show_support(card is not None and screen is window.catalog, self._make)

    def _make(self) -> "LargeButton":
        from kiosk.qt.views.buttons import LargeButton

        card = LargeButton("give")
        card.clicked.connect(self._appeals.open)
        card.hide()
        self._dress_card(card)
        self._name(card)
        return card

    @property
    def _cards(self) -> "list[LargeButton]":
        window = self._window
        cards = [window.reader.support, window.catalog.support if window.has_catalog else None]
        return [card for card in cards if card is not None]

    def _name(self, card: "LargeButton") -> None:
        # Translators: a card among the articles, and after the end of one: how to donate to who makes them.
        card.set_words(_("Support this service"))
        appeal = self._appeals.donation.appeal_in(i18n.language())
        if appeal is not None:
            # Translators: title of the appeal; {publisher} is a name.
            words = _("A message from {publisher}").format(publisher=appeal.campaign.publisher)
            card.setAccessibleDescription(words)

    def _dress_card(self, card: "LargeButton") -> None:
        from kiosk.qt.theme import look_for

        appearance = self._window.appearance
        card.apply_look(look_for(appearance.theme, appearance.interface_pt, self._window.reader.least_target_mm))

    # -- looks and words --------------------------------------------------------------------------------------

    def _dress(self) -> None:
        appearance = self._window.appearance
        if self._dialog is not None:
            target_mm = self._window.reader.least_target_mm
            self._dialog.set_look(appearance.theme, appearance.interface_pt, target_mm)
        for card in self._cards:
            self._dress_card(card)

    def _retranslate(self) -> None:
        if self._dialog is not None:
            self._dialog.retranslate()
        for card in self._cards:
            self._name(card)

    # -- what is said -----------------------------------------------------------------------------------------

    def _spell_address(self) -> None:
        appeal = self._appeals.appeal.value
        if appeal is not None:
            self._spell(spell_address(appeal.campaign.address, i18n.language()))

    def _spell_account(self) -> None:
        appeal = self._appeals.appeal.value
        if appeal is not None and appeal.campaign.bank is not None:
            self._spell(spell_account(appeal.campaign.bank.iban_groups, i18n.language()))

    def _spell(self, groups: tuple[SpelledGroup, ...]) -> None:
        self._say(
            (in_interface_language(spoken_text(groups, i18n.language())),), (Piece(shown_text(groups), "en"),)
        )

    def _say_all(self) -> None:
        """Say all that stands on the card, and what can be chosen."""
        language = i18n.language()
        blocks = self.dialog.spoken_blocks
        texts = [Piece(block.text(), block.words_language or language) for block in blocks]
        choices = [in_interface_language(button.label) for button in self.dialog.choices]
        self._say(
            tuple(Piece(f"{without_isolates(part.text)}.", part.language) for part in (*texts, *choices)), ()
        )

    def _say(self, pieces: Pieces, shown: Pieces) -> None:
        # Whoever speaks of screens: this was asked for, and nothing else can say it.
        self._kiosk.narrator.say(Saying(pieces, Purpose.ANSWER, is_asked=True, shown=shown))

    def _hush(self) -> None:
        if self._kiosk.narrator.is_speaking.value:
            self._kiosk.narrator.cut()
