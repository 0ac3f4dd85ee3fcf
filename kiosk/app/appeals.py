"""Appeals in a reading: when one opens, when its card stands there, and what ends both. Knows no widget.

Whether anybody may be asked is the desk's; here is what the reading does meanwhile.
"""

from collections.abc import Callable

from kiosk import i18n
from kiosk.app.donation import CARD_SHOWN, CODE_OPENED, DonationDesk
from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.core.campaign import Appeal
from kiosk.core.donation import SILENCE_BEFORE_ASKING, Hold, Show
from kiosk.core.donation_history import Answer, Reminder
from kiosk.core.reading import Ended, Lost, ReadingState, is_sounding

_TICK_MS = 250


class Appeals:
    """Publishes the appeal that is open, and the appeal of which a card stands there.

    1. After the last word of an article the silence is watched; then an appeal opens, or the card comes.
    2. On a screen where nothing is read the card stands as long as it may.
    3. Whatever sounds ends both. An appeal that is open then was put off.
    4. The end of a visit ends both, too, and nobody was asked anything.
    5. At home it can be asked for at any time, whatever was answered; then leaving it is no answer.
    """

    def __init__(
        self, player: Player, donation: DonationDesk, timer: Timer, is_choosing: Callable[[], bool]
    ) -> None:
        """Ask nobody yet.

        Args:
            player: what reads.
            donation: decides, and keeps what is answered.
            timer: of its own.
            is_choosing: whether somebody is in the middle of choosing something.
        """
        self.donation = donation
        self._player = player
        self._timer = timer
        self._is_choosing = is_choosing
        self._is_at_rest = False
        self._is_asked_for = False
        self.is_window_free: Callable[[], bool] = lambda: True
        """Whether somebody looks at the window, and no prompt sounds."""
        self.appeal: Observable[Appeal | None] = Observable(None)
        self.card: Observable[Appeal | None] = Observable(None)
        donation.visits.subscribe(lambda _count: self._forget())
        donation.station.subscribe(lambda _station: self._renew())

    # -- what the reading does --------------------------------------------------------------------------------

    def begin(self) -> None:
        """An article is opened or closed."""
        self._is_at_rest = False
        self.dismiss()

    def rest(self) -> None:
        """A screen is shown on which nothing is read."""
        self._is_at_rest = True
        self._show_card()

    def follow(self, state: ReadingState) -> None:
        """The open article is in another state."""
        self.donation.hear(is_sounding(state))
        if isinstance(state, Lost):
            self.donation.headphones_out()
        if isinstance(state, Ended):
            self.donation.article_finished()
            self._timer.start(_TICK_MS, self._consider)
        else:
            self.card.set(None)
            if is_sounding(state):
                self.dismiss()

    def dismiss(self) -> None:
        """Take card and appeal away because somebody went on; of an appeal that is open that means "later"."""
        self._timer.stop()
        if self.appeal.value is not None and not self._is_asked_for:
            # At home it was stored as that when it was shown.
            self.donation.dismiss()
        self.appeal.set(None)
        self.card.set(None)

    # -- what a person does -----------------------------------------------------------------------------------

    def open(self) -> None:
        """Open the appeal of which the card stands there."""
        if self.card.value is not None and self.appeal.value is None:
            self._is_asked_for = False
            self.appeal.set(self.donation.appeal_in(i18n.language()))

    def ask(self) -> None:
        """Open the appeal for somebody who wants to see it; what is read waits."""
        if self.appeal.value is None and self.donation.can_be_asked_for:
            self._player.pause()
            self._timer.stop()
            self.card.set(None)
            self._is_asked_for = True
            self.appeal.set(self.donation.appeal_in(i18n.language()))

    def leave(self) -> None:
        """Close the appeal without a choice: "later", unless it was asked for."""
        if self._is_asked_for:
            self.appeal.set(None)
        else:
            self.answer(Answer.LATER)

    def answer(self, answer: Answer, reminder: Reminder | None = None) -> None:
        """Store what somebody chose; the appeal ends when it is on disk. A second answer changes nothing."""
        if self.appeal.value is None:
            return
        self.donation.answer(answer, reminder)
        # First the card: who looks where the keyboard goes finds only what stays.
        if isinstance(self.donation.decide_card(), Hold):
            self.card.set(None)
        self.appeal.set(None)

    def code_opened(self) -> None:
        """Somebody asked for address and code."""
        self.donation.count(CODE_OPENED)

    # -- inside -----------------------------------------------------------------------------------------------

    def _consider(self) -> None:
        """Ask the core whether to ask, until it says yes or says no for another reason than the silence."""
        if self._is_choosing():
            return
        has_ended, silent_for = isinstance(self._player.state.value, Ended), self._player.silent_for
        decision = self.donation.decide(has_ended, silent_for, self.is_window_free())
        if isinstance(decision, Hold) and decision.is_moment_near:
            return
        if isinstance(decision, Hold) and has_ended and silent_for < SILENCE_BEFORE_ASKING:
            return
        self._timer.stop()
        if isinstance(decision, Show):
            self._is_asked_for = False
            self.appeal.set(self.donation.show(i18n.language()))
        elif has_ended:
            self._show_card()

    def _show_card(self) -> None:
        if self.card.value is None and isinstance(self.donation.decide_card(), Show):
            self.card.set(self.donation.appeal_in(i18n.language()))
            self.donation.count(CARD_SHOWN)

    def _renew(self) -> None:
        """Something else was decided for the machine."""
        if isinstance(self.donation.decide_card(), Hold):
            self.card.set(None)
        elif self._is_at_rest:
            self._show_card()

    def _forget(self) -> None:
        self._timer.stop()
        self.appeal.set(None)
        self.card.set(None)
        if self._is_at_rest:
            self._show_card()
