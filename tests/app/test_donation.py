"""The donation desk: stored before shown, honoured after a restart, silent when in doubt."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.donation import DonationDesk
from kiosk.core.campaign import Campaign
from kiosk.core.donation import Hold, Show
from kiosk.core.donation_history import REMINDERS, Answer, Reminder
from tests.app.seasoned import seasoned
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_store import FakeStore

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give.", "ru": "Поддержите."}, "paper.example/give")
QUIET = timedelta(seconds=3)


class Desk:
    """A desk and what it stands on; ``restart`` is the program started again."""

    def __init__(self, campaign: Campaign | None = CAMPAIGN) -> None:
        self.clock = FakeClock()
        self.store = FakeStore({"donation": seasoned(self.clock.now())})
        self.campaign = campaign
        self.desk = self.restart()

    def restart(self) -> DonationDesk:
        self.desk = DonationDesk(self.campaign, self.store, self.clock)
        return self.desk

    def asks(self) -> bool:
        return isinstance(self.desk.decide(True, QUIET), Show)

    def read(self, days: int, minutes: int = 10) -> None:
        """Hear an article to its end on each of some days that follow each other."""
        for _ in range(days):
            self.clock.advance(timedelta(days=1))
            self.desk.hear(is_sounding=True)
            self.clock.advance(timedelta(minutes=minutes))
            self.desk.hear(is_sounding=False)
            self.desk.article_finished()


def test_nobody_is_asked_who_has_hardly_used_it() -> None:
    own = Desk()
    own.store.records.clear()
    found = []
    for _ in range(20):
        own.read(1)
        own.restart()
        found.append(own.asks())
    # First run on the first day; two weeks later enough was heard.
    assert found == [False] * 14 + [True] * 6
    assert own.desk.history.usage.day_count == 20
    assert own.desk.history.usage.listened == timedelta(minutes=200)


def test_time_that_was_heard_is_kept_without_the_end_of_an_article() -> None:
    own = Desk()
    before = own.desk.history.usage.listened
    own.desk.hear(is_sounding=True)
    own.clock.advance(timedelta(minutes=6))
    own.desk.hear(is_sounding=True)
    own.desk.hear(is_sounding=False)
    assert own.restart().history.usage.listened == before + timedelta(minutes=6)


def test_after_enough_use_an_article_may_be_followed_by_an_appeal() -> None:
    own = Desk()
    own.desk.article_finished()
    assert own.asks()
    assert own.desk.hold_reason(True, QUIET) == ""
    appeal = own.desk.show("ru-RU")
    assert appeal is not None
    assert (appeal.campaign, appeal.language, appeal.message) == (CAMPAIGN, "ru", "Поддержите.")


def test_a_showing_is_on_disk_before_it_is_shown() -> None:
    own = Desk()
    assert own.desk.show("en") is not None
    # The power goes while the dialog is open: that was "later", and it was shown.
    own.restart()
    assert own.desk.history.answer is Answer.LATER
    assert len(own.desk.history.shown_at) == 1
    assert not own.asks()


def test_nothing_is_shown_when_the_showing_cannot_be_stored() -> None:
    own = Desk()
    own.store.is_writable = False
    assert own.asks(), "nobody knows yet"
    assert own.desk.show("en") is None
    assert own.desk.hold_reason(True, QUIET) == "an answer could not be kept"
    own.clock.advance(timedelta(days=400))
    assert not own.asks()


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_honoured_after_a_restart(answer: Answer) -> None:
    own = Desk()
    own.desk.show("en")
    own.clock.advance(timedelta(seconds=20))
    assert own.desk.answer(answer)
    own.restart()
    assert own.desk.history.answer is answer
    assert own.desk.history.answered_at == own.clock.now()
    own.clock.advance(timedelta(days=6))
    for _ in range(10):
        own.desk.article_finished()
    assert not own.asks()
    own.clock.advance(timedelta(days=2))
    assert own.asks() == (answer is Answer.LATER)
    own.clock.advance(timedelta(days=365))
    assert own.asks() == (answer is not Answer.NEVER)


def test_a_reminder_that_somebody_chose_is_honoured_after_a_restart() -> None:
    own = Desk()
    own.desk.show("en")
    own.desk.answer(Answer.LATER, Reminder(articles=10))
    own.restart()
    found = []
    for _ in range(12):
        own.read(1)
        found.append(own.asks())
    assert found == [False] * 9 + [True] * 3


def test_later_waits_for_articles_and_not_only_for_days() -> None:
    own = Desk()
    own.desk.show("en")
    own.desk.answer(Answer.LATER)
    own.clock.advance(timedelta(days=8))
    found = []
    for _ in range(6):
        own.desk.article_finished()
        own.restart()
        found.append(own.asks())
    assert found == [False] * 4 + [True] * 2


def test_an_answer_that_cannot_be_stored_holds_while_the_program_runs() -> None:
    own = Desk()
    own.desk.show("en")
    own.store.is_writable = False
    assert not own.desk.answer(Answer.NEVER)
    own.clock.advance(timedelta(days=4000))
    own.desk.article_finished()
    assert not own.asks()


def test_without_a_campaign_nothing_is_asked_or_shown() -> None:
    own = Desk(None)
    assert own.desk.hold_reason(True, QUIET) == "there is no campaign"
    assert own.desk.show("en") is None
    assert own.store.saves == []
    assert own.desk.appeal_in("en") is None


def test_a_clock_that_was_set_back_asks_nothing() -> None:
    own = Desk()
    own.desk.show("en")
    own.desk.answer(Answer.LATER)
    own.clock.set_date(own.clock.now() - timedelta(days=1000))
    assert isinstance(own.desk.decide(True, QUIET), Hold)
    # It is believed again, and the week begins where it was.
    own.read(5)
    assert not own.asks()
    own.read(3)
    assert own.asks()


def test_a_clock_that_was_set_far_ahead_asks_nothing() -> None:
    own = Desk()
    own.desk.show("en")
    own.desk.answer(Answer.NO_THANKS)
    own.clock.set_date(own.clock.now() + timedelta(days=5000))
    own.read(30)
    assert own.desk.hold_reason(True, QUIET) == "somebody said no thanks"


def test_a_history_that_cannot_be_read_may_have_held_never() -> None:
    own = Desk()
    own.store.unreadable.add("donation")
    assert own.desk.hold_reason(True, QUIET) == "somebody chose not to be asked again"
    assert own.restart().history.answer is Answer.NEVER, "at the next start nothing is left of the old one"
    assert not own.asks()


SOUND = {
    "shown_at": ["2026-01-01T12:00:00+00:00"],
    "later_count": 1,
    "answer": "later",
    "answered_at": "2026-01-01T12:00:30+00:00",
    "articles_since": 50,
}


def test_a_sound_record_is_read() -> None:
    own = Desk()
    own.store.records["donation"] = SOUND
    history = own.desk.history
    # D-16: what an earlier version wrote. How much it was used is counted from now on, since its first appeal.
    assert (history.answer, history.later_count, history.articles_since) == (Answer.LATER, 1, 50)
    own.read(10)
    assert own.asks()
    assert own.desk.history.usage.first_run_at == history.shown_at[0]


@pytest.mark.parametrize(
    "change",
    [
        {"answer": "perhaps"},
        {"answer": 3},
        {"shown_at": None},
        {"shown_at": "2026-01-01T12:00:00+00:00"},
        {"shown_at": ["yesterday"]},
        {"shown_at": ["2026-01-01T12:00:00"]},
        {"answered_at": "2026-01-01T12:00:00"},
        {"answered_at": "soon"},
        {"answered_at": None},
        {"later_count": "1"},
        {"articles_since": None},
        {"articles_since": -1},
        {"counted_at": ["2026-01-01T12:00:00+00:00", "2026-01-01T12:00:00+00:00"]},
        {"reminder": {"articles": 1, "days": 0}},
        {"reminder": 25},
        {"usage": 3},
        {"usage": {"day_count": 3}},
    ],
)
def test_a_damaged_record_may_have_held_never(change: dict[str, object]) -> None:
    own = Desk()
    own.store.records["donation"] = {**SOUND, **change}
    assert own.desk.hold_reason(True, QUIET) == "somebody chose not to be asked again"


@pytest.mark.parametrize("missing", SOUND)
def test_a_record_with_something_missing_may_have_held_never(missing: str) -> None:
    own = Desk()
    own.store.records["donation"] = {key: value for key, value in SOUND.items() if key != missing}
    assert not own.asks()


EVENTS = st.one_of(
    st.sampled_from([*Answer, *REMINDERS, "show", "finish", "hear"]),
    st.integers(-50, 50).map(lambda days: days * 1.0),
)


@given(events=st.lists(EVENTS, max_size=30))
def test_a_restart_at_any_moment_changes_nothing(events: list[Answer | Reminder | str | float]) -> None:
    own = Desk()
    for event in events:
        if isinstance(event, float):
            own.clock.set_date(own.clock.now() + timedelta(days=event, microseconds=7))
        elif isinstance(event, Answer):
            own.desk.answer(event)
        elif isinstance(event, Reminder):
            own.desk.answer(Answer.LATER, event)
        elif event == "hear":
            own.read(1)
        elif event == "show":
            own.desk.show("en")
        else:
            own.desk.article_finished()
        history = own.desk.history
        assert own.restart().history == history
