"""Appeals in a reading: the card's coming and going, what sounds ends both, what a person may do."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.app.appeals import Appeals
from kiosk.app.donation import CARD_SHOWN, CODE_OPENED, DonationDesk
from kiosk.app.observable import Observable
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.donation_history import Answer, Reminder
from kiosk.core.reading import Ended, Speaking, Stopped, is_sounding
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station
from tests.app.seasoned import seasoned
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")
ARTICLE = Article("one", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, "Alpha beta.", "en"),))
APPEAL = Appeal(CAMPAIGN, "en", "Please give.")


class Scene:
    """A reading's appeals between fakes."""

    def __init__(self, profile: Profile = Profile.PUBLIC, **decided: str) -> None:
        self.stage = Stage()
        self.clock, self.player, self.timer = self.stage.clock, self.stage.player, FakeTimer()
        store = FakeStore({"donation": seasoned(self.clock.now())})
        self.station = Observable(resolve_station(decided))
        self.desk = DonationDesk(CAMPAIGN, store, self.clock, profile, self.station)
        self.counted: list[str] = []
        self.desk.count = self.counted.append
        self.is_choosing = False
        self.appeals = Appeals(self.player, self.desk, self.timer, lambda: self.is_choosing)
        self.player.state.subscribe(self.appeals.follow)
        self.appeals.card.subscribe(self._assert_silent)
        self.appeals.appeal.subscribe(self._assert_silent)

    def _assert_silent(self, shown: Appeal | None) -> None:
        assert shown is None or not is_sounding(self.player.state.value), "shown while speech sounds"

    def read(self) -> None:
        self.appeals.begin()
        self.player.open(ARTICLE)
        self.player.play()
        self.stage.run_until_state(Ended)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            self.clock.advance(timedelta(milliseconds=250))
            self.timer.fire()

    def has_card(self) -> bool:
        return self.appeals.card.value is not None

    def is_asking(self) -> bool:
        return self.appeals.appeal.value is not None


@pytest.fixture
def scenes() -> Iterator[list[Scene]]:
    made: list[Scene] = []
    yield made
    for scene in made:
        scene.player.close()


def scene_of(scenes: list[Scene], profile: Profile = Profile.PUBLIC, **decided: str) -> Scene:
    scenes.append(Scene(profile, **decided))
    return scenes[-1]


def test_the_card_comes_after_the_end_and_two_seconds_of_silence(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.read()
    scene.wait(1.5)
    assert not scene.has_card()
    scene.wait(1)
    assert scene.has_card()
    assert not scene.is_asking()
    assert not scene.timer.is_running
    assert scene.counted == [CARD_SHOWN]


def test_the_card_goes_when_anything_sounds_and_that_is_no_answer(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.read()
    scene.wait(3)
    scene.player.play()
    assert not scene.has_card()
    scene.stage.run_until_state(Ended)
    scene.wait(3)
    assert scene.has_card()


def test_the_card_goes_when_one_moves_to_another_place(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.read()
    scene.wait(3)
    scene.player.open(ARTICLE)
    assert isinstance(scene.player.state.value, Stopped)
    assert not scene.has_card()


def test_nothing_comes_while_somebody_chooses(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.is_choosing = True
    scene.read()
    scene.wait(5)
    assert not scene.has_card()
    scene.is_choosing = False
    scene.wait(0.5)
    assert scene.has_card()


@pytest.mark.conforms("SW-22")
def test_a_prompt_that_sounds_holds_an_appeal_back(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.appeals.is_window_free = lambda: False
    scene.read()
    scene.wait(60)
    assert not scene.is_asking()
    scene.appeals.is_window_free = lambda: True
    scene.wait(0.25)
    assert scene.is_asking()


def test_the_card_opens_the_appeal_and_an_answer_takes_both_away(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.read()
    scene.wait(3)
    scene.appeals.open()
    assert scene.appeals.appeal.value == APPEAL
    scene.appeals.code_opened()
    scene.appeals.answer(Answer.NO_THANKS)
    assert not scene.is_asking()
    assert not scene.has_card()
    assert scene.counted == [CARD_SHOWN, CODE_OPENED]
    scene.appeals.open()
    assert not scene.is_asking()


def test_without_a_card_nothing_opens(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, site="clinic")
    scene.read()
    scene.wait(3)
    scene.appeals.rest()
    scene.appeals.open()
    assert not scene.is_asking()
    assert scene.counted == []


@pytest.mark.conforms("SW-22")
def test_playing_on_while_an_appeal_is_open_is_later(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.read()
    scene.wait(3)
    scene.appeals.open()
    scene.player.play()
    scene.stage.run_until_state(Speaking)
    assert not scene.is_asking()
    assert not scene.has_card()
    scene.appeals.begin()
    scene.appeals.rest()
    assert not scene.has_card(), "later, until the next article ends"
    scene.read()
    scene.wait(3)
    assert scene.has_card()


def test_the_end_of_a_visit_takes_everything_away_and_the_next_one_begins_anew(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.appeals.rest()
    scene.appeals.open()
    assert scene.is_asking()
    scene.appeals.answer(Answer.NEVER)
    assert not scene.has_card()
    scene.desk.end_visit()
    assert scene.has_card()
    assert not scene.is_asking()


def test_what_staff_changes_holds_at_once(scenes: list[Scene]) -> None:
    scene = scene_of(scenes)
    scene.appeals.rest()
    scene.station.set(resolve_station({"donations": "off"}))
    assert not scene.has_card()
    scene.station.set(resolve_station({}))
    assert scene.has_card()


def test_at_home_an_appeal_opens_and_no_card_stands(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.appeals.rest()
    assert not scene.has_card()
    scene.read()
    scene.wait(3)
    assert scene.is_asking()
    assert not scene.has_card()


def test_at_home_a_card_is_put_off_like_an_appeal(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME, donations="card")
    scene.appeals.rest()
    assert scene.has_card()
    scene.appeals.open()
    scene.appeals.answer(Answer.LATER)
    assert not scene.has_card()
    scene.read()
    scene.wait(3)
    assert not scene.has_card()
    assert not scene.is_asking()


# -- asked for ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [Answer.NEVER, Answer.NO_THANKS, Answer.GAVE])
def test_at_home_it_can_be_asked_for_whatever_was_answered_and_leaving_it_changes_nothing(
    scenes: list[Scene], answer: Answer
) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.read()
    scene.wait(3)
    scene.appeals.answer(answer)
    before = scene.desk.history
    scene.appeals.ask()
    assert scene.appeals.appeal.value == APPEAL
    scene.appeals.leave()
    assert not scene.is_asking()
    scene.appeals.ask()
    scene.player.play()
    assert not scene.is_asking()
    assert scene.desk.history == before


def test_whoever_asked_for_it_may_answer_anew(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.read()
    scene.wait(3)
    scene.appeals.answer(Answer.NEVER)
    scene.appeals.ask()
    scene.appeals.answer(Answer.LATER, Reminder(days=30))
    assert (scene.desk.history.answer, scene.desk.history.reminder) == (Answer.LATER, Reminder(days=30))


def test_asking_for_it_makes_the_reading_wait(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.appeals.begin()
    scene.player.open(ARTICLE)
    scene.player.play()
    scene.stage.run_until_state(Speaking)
    scene.appeals.ask()
    assert scene.is_asking()
    assert not is_sounding(scene.player.state.value)


def test_leaving_what_opened_by_itself_is_later(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    scene.read()
    scene.wait(3)
    scene.appeals.leave()
    assert not scene.is_asking()
    assert scene.desk.history.answer is Answer.LATER


@pytest.mark.parametrize(
    ("profile", "decided"), [(Profile.PUBLIC, {}), (Profile.HOME, {"donations": "off"})], ids=["public", "off"]
)
def test_in_public_and_where_donations_are_off_it_cannot_be_asked_for(
    scenes: list[Scene], profile: Profile, decided: dict[str, str]
) -> None:
    scene = scene_of(scenes, profile, **decided)
    scene.appeals.ask()
    assert not scene.desk.can_be_asked_for
    assert not scene.is_asking()


def test_without_a_campaign_there_is_nothing_to_ask_for(scenes: list[Scene]) -> None:
    scene = scene_of(scenes, Profile.HOME)
    assert scene.desk.can_be_asked_for
    assert not DonationDesk(None, FakeStore(), scene.clock).can_be_asked_for
