"""Asking for donations: when the core says so, storing before showing and before closing. Knows no widget."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.app.donation_record import WISH_LOST, to_history, to_record
from kiosk.app.observable import Observable
from kiosk.app.ports import Clock, Store
from kiosk.core import public_donation
from kiosk.core.campaign import HOME, Appeal, Campaign
from kiosk.core.donation import Decision, Hold, Moment, decide, decide_card, not_running
from kiosk.core.donation_history import (
    Answer,
    History,
    Reminder,
    is_clock_doubtful,
    record_answer,
    record_article_finished,
    record_listened,
    record_seen,
    record_shown,
)
from kiosk.core.errors import StoreError
from kiosk.core.public_donation import (
    AppealForm,
    StationMoment,
    VisitAppeals,
    form_for,
    visit_answered,
    visit_article_finished,
    visit_opened,
)
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station

if TYPE_CHECKING:
    from kiosk.core.station import Station

CARD_SHOWN = "card-shown"
"""Counted each time the card comes."""
CODE_OPENED = "code-opened"
"""Counted each time somebody asks for address and code."""

_RECORD = "donation"
_MOST_UNSTORED = timedelta(minutes=5)


class DonationDesk:
    """Asks the core whether to ask now, and keeps what was answered: at home on disk, in public for one visit.

    At a public kiosk nothing is written, and ``end_visit`` forgets everything.
    """

    def __init__(
        self,
        campaign: Campaign | None,
        store: Store,
        clock: Clock,
        profile: Profile = Profile.HOME,
        station: "Observable[Station] | None" = None,
    ) -> None:
        """Begin a visit; nothing is read or written yet.

        Args:
            campaign: what may ask, or None.
            store: where answers are kept, at home.
            clock: the time.
            profile: where the machine stands.
            station: what its operator decided; None where nobody did.
        """
        self._campaign = campaign
        self._store = store
        self._clock = clock
        self._is_public = profile is Profile.PUBLIC
        self._profile = profile
        self.station = station or Observable(resolve_station({}))
        self._history: History | None = None
        self._unstored = timedelta(0)
        self._heard_from: timedelta | None = None
        self._is_writable = True
        self._visit = VisitAppeals()
        self._visit_began = clock.elapsed()
        # Not known after a start: then one has opened in the visit before.
        self._visits_since = 0
        self._headphones_out: timedelta | None = None
        self.visits: Observable[int] = Observable(0)
        """How many visits have ended."""
        self.count: Callable[[str], None] = lambda what: None
        """Called with :data:`CARD_SHOWN` and :data:`CODE_OPENED` when that happens."""

    @property
    def history(self) -> History:
        """What has been asked and answered; in public nothing."""
        if self._history is None:
            self._history = History() if self._is_public else self._load()
        return self._history

    @property
    def form(self) -> AppealForm:
        """How this machine asks."""
        station = self.station.value
        return form_for(self._profile, station.site, station.donations)

    @property
    def can_be_asked_for(self) -> bool:
        """Whether the settings lead to the appeal: at home, while a campaign runs, unless donations are off."""
        is_off = self._is_public or self.form is AppealForm.OFF
        return not is_off and not_running(self._campaign, self._moment(False, timedelta(0))) is None

    # -- visits -----------------------------------------------------------------------------------------------

    def begin_visit(self) -> None:
        """Somebody has come: nothing was asked or answered yet."""
        self._visit = VisitAppeals()
        self._visit_began = self._clock.elapsed()
        self._headphones_out = None

    def end_visit(self) -> None:
        """Somebody has gone: whatever they answered, and whatever is shown, goes too. At home nothing does."""
        if not self._is_public:
            return
        self._visits_since = 0 if self._visit.has_opened else self._visits_since + 1
        self.begin_visit()
        self.visits.set(self.visits.value + 1)

    def headphones_out(self) -> None:
        """Somebody took the headphones off: they may be about to go."""
        self._headphones_out = self._clock.elapsed()

    # -- what happens -----------------------------------------------------------------------------------------

    def article_finished(self) -> None:
        """Count an article that was heard to its end."""
        if self._is_public:
            self._visit = visit_article_finished(self._visit)
            return
        history = record_seen(self.history, self._clock.now())
        self._keep(record_article_finished(self._with_listened(history)))

    def hear(self, is_sounding: bool) -> None:
        """Count the time in which an article is heard, and the day; kept now and then, never while it sounds."""
        if self._is_public:
            return
        now = self._clock.elapsed()
        if is_sounding:
            self._heard_from = now if self._heard_from is None else self._heard_from
        elif self._heard_from is not None:
            self._unstored += now - self._heard_from
            self._heard_from = None
            seen = record_seen(self.history, self._clock.now())
            is_new_day = seen.usage.day_count != self.history.usage.day_count
            if is_new_day or self._unstored >= _MOST_UNSTORED:
                self._keep(self._with_listened(seen))

    def dismiss(self) -> None:
        """Somebody went on without an answer: "later", as which one that opened by itself is stored already."""
        if self._is_public or self.form is not AppealForm.DIALOG:
            self.answer(Answer.LATER)

    def decide(self, has_article_ended: bool, silent_for: timedelta, is_anybody_free: bool = True) -> Decision:
        """Decide whether an appeal opens at this moment."""
        moment = self._moment(has_article_ended, silent_for, is_anybody_free)
        if self._is_public:
            return public_donation.decide_dialog(
                self._campaign, self.form, self._visit, moment, self._station_moment()
            )
        if self.form is not AppealForm.DIALOG:
            return Hold("no appeal opens by itself here")
        return decide(self._campaign, self.history, moment)

    def decide_card(self) -> Decision:
        """Decide whether the card may stand where nothing is read."""
        moment = self._moment(False, timedelta(0))
        if self._is_public:
            return public_donation.decide_card(self._campaign, self.form, self._visit, moment)
        if self.form is not AppealForm.CARD:
            return Hold("no card stands here")
        return decide_card(self._campaign, self.history, moment)

    def show(self, language: str) -> Appeal | None:
        """Record that an appeal opens by itself now, and return what to show.

        Returns:
            The appeal, or None when the showing could not be recorded: then nothing may be shown.
        """
        if self._is_public:
            self._visit = visit_opened(self._visit)
        elif self._campaign is None or not self._keep(self._shown()):
            return None
        return self.appeal_in(language)

    def appeal_in(self, language: str) -> Appeal | None:
        """Return the appeal for somebody who asks for it, or its card; None without a campaign."""
        return Appeal(self._campaign, *self._campaign.message_in(language)) if self._campaign else None

    def answer(self, answer: Answer, reminder: Reminder | None = None) -> bool:
        """Store an answer; the appeal closes after this.

        Args:
            answer: what somebody chose.
            reminder: when they want to be asked again, if they said so.

        Returns:
            Whether it is on disk. If not, nobody is asked again while the program runs. In public nothing is kept
            anywhere: then it holds for the visit.
        """
        if self._is_public:
            self._visit = visit_answered(self._visit, answer)
            return True
        return self._keep(record_answer(self.history, answer, self._clock.now(), reminder))

    def hold_reason(self, has_article_ended: bool, silent_for: timedelta) -> str:
        """Return why nothing is asked now, or an empty text; for the log and the doctor."""
        decision = self.decide(has_article_ended, silent_for)
        return decision.reason if isinstance(decision, Hold) else ""

    # -- inside -----------------------------------------------------------------------------------------------

    def _moment(self, has_ended: bool, silent_for: timedelta, is_anybody_free: bool = True) -> Moment:
        place = self.station.value.site if self._is_public else HOME
        return Moment(self._clock.now(), has_ended, silent_for, self._is_writable, is_anybody_free, place)

    def _station_moment(self) -> StationMoment:
        now = self._clock.elapsed()
        without = now - self._headphones_out if self._headphones_out is not None else None
        return StationMoment(now - self._visit_began, self._visits_since, without)

    def _shown(self) -> History:
        now = self._clock.now()
        history = record_shown(self.history, now)
        return history if is_clock_doubtful(self.history, now) else record_seen(history, now)

    def _with_listened(self, history: History) -> History:
        listened, self._unstored = self._unstored, timedelta(0)
        return record_listened(history, listened)

    def _load(self) -> History:
        try:
            return to_history(self._store.load(_RECORD))
        except StoreError:
            # It may have held a "don't ask again". At the next start nothing would be left of it.
            with suppress(StoreError):
                self._store.save(_RECORD, to_record(WISH_LOST))
            return replace(WISH_LOST)

    def _keep(self, history: History) -> bool:
        self._history = history
        try:
            self._store.save(_RECORD, to_record(history))
        except StoreError:
            self._is_writable = False
            return False
        self._is_writable = True
        return True
