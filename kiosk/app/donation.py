"""Asking for donations: when the core says so, storing before showing and before closing. Knows no widget."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.app.ports import Clock, Store
from kiosk.core.donation import (
    Answer,
    Appeal,
    Campaign,
    Decision,
    History,
    Hold,
    Moment,
    decide,
    record_answer,
    record_article_finished,
    record_shown,
)
from kiosk.core.errors import StoreError

_RECORD = "donation"
# A history that cannot be read may have held a "don't ask again".
_WISH_LOST = History(answer=Answer.NEVER)


class DonationDesk:
    """Keeps the history of appeals on disk and asks the core whether to ask now."""

    def __init__(self, campaign: Campaign | None, store: Store, clock: Clock) -> None:
        self._campaign = campaign
        self._store = store
        self._clock = clock
        self._history: History | None = None
        self._is_writable = True

    @property
    def history(self) -> History:
        """What has been asked and answered."""
        if self._history is None:
            try:
                self._history = _to_history(self._store.load(_RECORD))
            except StoreError:
                self._history = _WISH_LOST
        return self._history

    def article_finished(self) -> None:
        """Count an article that was heard to its end."""
        self._keep(record_article_finished(self.history))

    def decide(self, has_article_ended: bool, silent_for: timedelta) -> Decision:
        """Decide whether to ask at this moment."""
        moment = Moment(self._clock.now(), has_article_ended, silent_for, self._is_writable)
        return decide(self._campaign, self.history, moment)

    def show(self, language: str) -> Appeal | None:
        """Record that an appeal is shown now, and return what to show.

        Returns:
            The appeal, or None when the showing could not be recorded: then nothing may be shown.
        """
        if self._campaign is None or not self._keep(record_shown(self.history, self._clock.now())):
            return None
        message_language, message = self._campaign.message_in(language)
        return Appeal(self._campaign, message_language, message)

    def answer(self, answer: Answer) -> bool:
        """Store an answer; the dialog closes after this.

        Returns:
            Whether it is on disk. If not, nobody is asked again while the program runs.
        """
        return self._keep(record_answer(self.history, answer, self._clock.now()))

    def hold_reason(self, has_article_ended: bool, silent_for: timedelta) -> str:
        """Return why nothing is asked now, or an empty text; for the log and the doctor."""
        decision = self.decide(has_article_ended, silent_for)
        return decision.reason if isinstance(decision, Hold) else ""

    def _keep(self, history: History) -> bool:
        self._history = history
        try:
            self._store.save(_RECORD, _to_record(history))
        except StoreError:
            self._is_writable = False
            return False
        self._is_writable = True
        return True


def _to_record(history: History) -> dict[str, object]:
    return {
        "shown_at": [moment.isoformat() for moment in history.shown_at],
        "later_count": history.later_count,
        "answer": history.answer.value if history.answer else None,
        "answered_at": history.answered_at.isoformat() if history.answered_at else None,
        "articles_since": history.articles_since,
    }


def _to_history(record: Mapping[str, object]) -> History:
    """Read a history; one that is damaged counts as "don't ask again"."""
    if not record:
        return History()
    try:
        shown = record["shown_at"]
        answer, answered_at = record["answer"], record["answered_at"]
        later_count, articles_since = record["later_count"], record["articles_since"]
        if not (isinstance(shown, list) and isinstance(later_count, int) and isinstance(articles_since, int)):
            raise TypeError("not a history")
        history = History(
            tuple(_to_moment(moment) for moment in shown),
            later_count,
            Answer(answer) if answer is not None else None,
            _to_moment(answered_at) if answered_at is not None else None,
            articles_since,
        )
        if history.answer in (Answer.LATER, Answer.NO_THANKS) and history.answered_at is None:
            raise ValueError("an answer without its time")
        return history
    except (KeyError, TypeError, ValueError):
        return _WISH_LOST


def _to_moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment
