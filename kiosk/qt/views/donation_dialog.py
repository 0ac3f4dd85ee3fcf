"""The appeal for a donation, on a card over the window. Knows no rule about when to ask.

It says what was answered and stays until its owner, who keeps the answer first, hides it. No button is louder
than another, nothing moves, nothing counts down, and refusing takes one press.
"""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.bidi import isolated, without_isolates
from kiosk.core.campaign import Appeal
from kiosk.core.donation_history import REMINDERS, Answer, Reminder
from kiosk.core.theme import Theme
from kiosk.i18n import _, ngettext
from kiosk.qt.theme import Dressable, look_for, palette
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.donation_details import DonationDetails
from kiosk.qt.views.layouts import EqualGrid, FlowRow
from kiosk.qt.views.overlay_card import OverlayCard
from kiosk.qt.views.text_block import TextBlock


class AppealPage(Enum):
    """What stands on the card."""

    MESSAGE = "message"
    """Who asks, and what for."""
    DETAILS = "details"
    """Where to give."""
    REMINDER = "reminder"
    """When to be asked again."""


def reminder_words(reminder: Reminder) -> str:
    """Return what is written on the button of a reminder."""
    if reminder.articles:
        # Translators: a button under "When shall we remind you?": so many articles that were heard to their end.
        words = ngettext("After {count} article", "After {count} articles", reminder.articles)
        return words.format(count=reminder.articles)
    # Translators: a button under "When shall we remind you?".
    return _("In a month")


class DonationDialog(OverlayCard):
    """Asks once, with answers in a fixed order; the focus begins on "Remind me later".

    Signals:
        answered: somebody chose an answer, and perhaps when to be reminded (:class:`Reminder` or None).
        details_shown: address and code have come.
        turned: something else stands on it that is to be told.
    """

    answered = Signal(Answer, object)
    details_shown = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appeal: Appeal | None = None
        self._page = AppealPage.MESSAGE
        self.has_reminders = True
        """Whether "later" asks when; where nothing is remembered it cannot."""
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        self.message = TextBlock(scale=1.1, has_room_for_ring=True)
        self.more = TextBlock(has_room_for_ring=True)
        self.more_button = LargeButton("info")
        self._more_row = FlowRow()
        self._more_row.set_items([self.more_button])
        self.details = DonationDetails()
        self._make_buttons()
        self._column.set_items([self.title, self.message, self.more, self._more_row, self.details, self._grid])
        self._connect()
        self.retranslate()
        self._turn(AppealPage.MESSAGE)

    def _make_buttons(self) -> None:
        self.show_details_button = LargeButton("give")
        self.back_button = LargeButton("back")
        self.later_button = LargeButton("later")
        self.no_button = LargeButton("no-thanks")
        self.never_button = LargeButton("never")
        self.gave_button = LargeButton("check")
        self.sometime_button = LargeButton("later")
        self.reminder_buttons = {reminder: LargeButton("later") for reminder in REMINDERS}
        answers = [self.later_button, self.no_button, self.never_button, self.gave_button]
        self._on_page: dict[AppealPage, list[LargeButton]] = {
            AppealPage.MESSAGE: [self.show_details_button, *answers],
            AppealPage.DETAILS: [self.back_button, *answers],
            AppealPage.REMINDER: [self.sometime_button, *self.reminder_buttons.values(), self.back_button],
        }
        self._grid = EqualGrid()
        first = [self.show_details_button, self.sometime_button, *self.reminder_buttons.values()]
        self._grid.set_items([*first, self.back_button, *answers])

    def _connect(self) -> None:
        self.show_details_button.clicked.connect(self.show_details)
        self.back_button.clicked.connect(self.show_appeal)
        self.more_button.clicked.connect(self.show_more)
        self.later_button.clicked.connect(self._choose_later)
        for button, answer in (
            (self.no_button, Answer.NO_THANKS),
            (self.never_button, Answer.NEVER),
            (self.gave_button, Answer.GAVE),
            (self.sometime_button, Answer.LATER),
        ):
            button.clicked.connect(lambda _checked=False, given=answer: self.answered.emit(given, None))
        for reminder, button in self.reminder_buttons.items():
            button.clicked.connect(lambda _checked=False, when=reminder: self.answered.emit(Answer.LATER, when))

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        look = look_for(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        parts: list[Dressable] = [self.title, self.message, self.more, self.more_button, self.details]
        for part in [*parts, *(button for buttons in self._on_page.values() for button in buttons)]:
            part.apply_look(look)
        self._grid.gap_px = look.gap_px // 2
        self.dress(look)

    def set_appeal(self, appeal: Appeal) -> None:
        """Take the words of an appeal; whatever was shown before, its message comes first."""
        self._appeal = appeal
        self.details.forget_codes()
        self.details.set_appeal(appeal)
        self._turn(AppealPage.MESSAGE)
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
        # Translators: button of the appeal, for people who have donated already.
        self.gave_button.set_words(_("I already gave"))
        # Translators: button under "When shall we remind you?": at a time that is left to the program.
        self.sometime_button.set_words(_("Some other time"))
        # Translators: button of the appeal: show more of what the publisher has to say.
        self.more_button.set_words(_("Tell me more"))
        for reminder, button in self.reminder_buttons.items():
            button.set_words(reminder_words(reminder))
        self.caption_row.retranslate()
        if self._appeal is not None:
            self._show_words(self._appeal)
        self.arrange()

    # -- pages ------------------------------------------------------------------------------------------------

    @property
    def is_showing_details(self) -> bool:
        """Whether address and code are seen."""
        return self._page is AppealPage.DETAILS

    def show_details(self) -> None:
        """Show address and code in place of the message."""
        self.details.show_codes()
        self._turn(AppealPage.DETAILS)
        self.arrange()
        self.details.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details_shown.emit()
        self.turned.emit()

    def show_appeal(self) -> None:
        """Go back to the message."""
        before = self._page
        self._turn(AppealPage.MESSAGE)
        self.arrange()
        last = self.later_button if before is AppealPage.REMINDER else self.show_details_button
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_more(self) -> None:
        """Show the rest of what the publisher has to say, after the message."""
        self.more.show()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._more_row.hide()
        self.arrange()
        self.turned.emit()

    def _choose_later(self) -> None:
        if not self.has_reminders:
            self.answered.emit(Answer.LATER, None)
            return
        self._turn(AppealPage.REMINDER)
        self.arrange()
        self.sometime_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    # -- what stands on it ------------------------------------------------------------------------------------

    @property
    def first_stop(self) -> QWidget:
        """What has the focus at first: the choice that decides nothing for good."""
        return self.sometime_button if self._page is AppealPage.REMINDER else self.later_button

    @property
    def tab_stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order; the text only when it may be out of sight."""
        buttons = self._on_page[self._page]
        if self._page is AppealPage.DETAILS:
            return [*self.details.tab_stops, *buttons]
        text: list[QWidget] = [self.message] if self._is_text_stop else []
        more: list[QWidget] = [] if self.more.isHidden() else [self.more]
        ask: list[QWidget] = [] if self._more_row.isHidden() else [self.more_button]
        return [*text, *more, *ask, *buttons]

    @property
    def spoken_blocks(self) -> list[TextBlock]:
        """What is told when it has turned, in order."""
        if self._page is AppealPage.DETAILS:
            return [self.title, *self.details.spoken_blocks]
        if self._page is AppealPage.REMINDER:
            return [self.title]
        return [self.more] if not self.more.isHidden() else [self.title, self.message]

    @property
    def choices(self) -> list[LargeButton]:
        """The buttons of the page in front, in order."""
        return self._on_page[self._page]

    @property
    def _is_text_stop(self) -> bool:
        return self._page is AppealPage.MESSAGE and self._scroll.is_scrolling

    def _turn(self, page: AppealPage) -> None:
        self._page = page
        self.note.clear()
        has_more = page is AppealPage.MESSAGE and self._appeal is not None and bool(self._appeal.more)
        self.message.setVisible(page is AppealPage.MESSAGE)
        self.more.hide()
        self._more_row.setVisible(has_more)
        self.details.setVisible(page is AppealPage.DETAILS)
        shown = self._on_page[page]
        for buttons in self._on_page.values():
            for button in buttons:
                button.setVisible(button in shown)
        if self._appeal is not None:
            self._show_words(self._appeal)

    def _show_words(self, appeal: Appeal) -> None:
        # Translators: title of the appeal; {publisher} is a name.
        asking = _("A message from {publisher}")
        # Translators: title above the address where one can donate; {publisher} is a name.
        telling = _("How to donate to {publisher}")
        # Translators: title above the choices when to be asked again for a donation.
        reminding = _("When shall we remind you?")
        titles = {AppealPage.MESSAGE: asking, AppealPage.DETAILS: telling, AppealPage.REMINDER: reminding}
        title = titles[self._page].format(publisher=isolated(appeal.campaign.publisher))
        self.title.show_text(title)
        self.message.show_text(appeal.message, appeal.language)
        self.more.show_text(appeal.more, appeal.language)
        self.details.retranslate()
        self.setAccessibleName(without_isolates(title))
        self.setAccessibleDescription(appeal.message if self._page is AppealPage.MESSAGE else "")

    def arrange(self) -> None:
        """Lay out; a text that may be out of sight can be stopped at."""
        super().arrange()
        policy = Qt.FocusPolicy.TabFocus if self._is_text_stop else Qt.FocusPolicy.NoFocus
        self.message.setFocusPolicy(policy)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
