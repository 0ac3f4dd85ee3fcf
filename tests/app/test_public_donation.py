"""The donation desk of a public kiosk: a visit's answers go with the visit, and nothing is ever written."""

from datetime import timedelta

import pytest

from kiosk.app.donation import DonationDesk
from kiosk.app.observable import Observable
from kiosk.core.campaign import Campaign
from kiosk.core.donation import Show
from kiosk.core.donation_history import Answer
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_store import FakeStore

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")
QUIET = timedelta(seconds=3)


class Station:
    """A desk at a station of some site."""

    def __init__(self, site: str = "library", donations: str = "site") -> None:
        self.store, self.clock = FakeStore(), FakeClock()
        self.station = Observable(resolve_station({"site": site, "donations": donations}))
        self.desk = DonationDesk(CAMPAIGN, self.store, self.clock, Profile.PUBLIC, self.station)

    def has_card(self) -> bool:
        return isinstance(self.desk.decide_card(), Show)

    def asks(self) -> bool:
        return isinstance(self.desk.decide(True, QUIET), Show)

    def visit(self) -> bool:
        """Somebody comes, hears an article, and goes; return whether an appeal opened."""
        self.desk.begin_visit()
        self.clock.advance(timedelta(minutes=5))
        self.desk.article_finished()
        has_opened = self.asks()
        if has_opened:
            assert self.desk.show("en") is not None
            assert not self.asks(), "once a visit"
        self.desk.end_visit()
        return has_opened


def test_a_library_has_a_card_from_the_first_moment_and_a_clinic_none() -> None:
    assert Station().has_card()
    assert not Station("clinic").has_card()
    assert Station("clinic", "card").has_card()
    assert not Station("library", "off").has_card()


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_goes_with_the_visit(answer: Answer) -> None:
    own = Station()
    own.desk.answer(answer)
    assert not own.has_card()
    own.desk.article_finished()
    assert own.has_card() == (answer is Answer.LATER)
    own.desk.end_visit()
    assert own.has_card()


def test_later_twice_is_enough_for_a_visit() -> None:
    own = Station()
    for _ in range(2):
        own.desk.answer(Answer.LATER)
        assert not own.has_card()
        own.desk.article_finished()
    assert not own.has_card()


def test_no_appeal_opens_by_itself_unless_an_operator_says_so() -> None:
    assert not any(Station().visit() for _ in range(10))
    own = Station(donations="dialog")
    # Not known after a start: then one may have opened in the visit before.
    assert [own.visit() for _ in range(9)] == [False, False, True] * 3


def test_nothing_opens_when_headphones_were_just_taken_off() -> None:
    own = Station(donations="dialog")
    own.visit()
    own.visit()
    own.clock.advance(timedelta(minutes=5))
    own.desk.article_finished()
    own.desk.headphones_out()
    assert not own.asks()
    own.clock.advance(timedelta(minutes=1))
    assert own.asks()


def test_nothing_of_a_visit_is_ever_written() -> None:
    own = Station(donations="dialog")
    for answer in Answer:
        own.desk.hear(is_sounding=True)
        own.clock.advance(timedelta(hours=1))
        own.desk.hear(is_sounding=False)
        own.desk.article_finished()
        own.desk.show("en")
        own.desk.answer(answer)
        own.desk.dismiss()
        own.desk.end_visit()
    assert own.store.saves == []
    assert own.store.records == {}


def test_the_end_of_a_visit_is_told_and_at_home_there_is_none() -> None:
    own = Station()
    told: list[int] = []
    own.desk.visits.subscribe(told.append)
    own.desk.end_visit()
    own.desk.end_visit()
    assert told == [1, 2]
    home = DonationDesk(CAMPAIGN, FakeStore(), FakeClock())
    home.visits.subscribe(told.append)
    home.end_visit()
    assert told == [1, 2]


def test_what_staff_changes_holds_at_once() -> None:
    own = Station()
    own.station.set(resolve_station({"site": "clinic"}))
    assert not own.has_card()
