"""One person's reading: places, messages, and the appeal after the end; the real player between fakes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from kiosk import i18n
from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library, Place
from kiosk.app.message import Message
from kiosk.app.note import Note, SentencePassedOver
from kiosk.app.notice import no_voice_notice
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_message, words_for_note
from kiosk.app.reading import OpenArticle, Reading
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.donation_history import Answer
from kiosk.core.locator import locate
from kiosk.core.progress import Progress
from kiosk.core.reading import Ended, Failed, Lost, Paused, Preparing, Speaking, Stopped
from kiosk.core.reading_events import Problem
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan
from kiosk.core.utterance import as_written
from tests.app.seasoned import seasoned
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FailingSynthesizer, FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give.", "ru": "Поддержите."}, "paper.example/give")
TEXTS = ("“Alpha beta. Gamma delta.", "«Zeta» eta.", "Iota.")


def article(article_id: str, *texts: str, language: str = "en") -> Article:
    blocks = tuple(
        Block(f"b{number}", BlockKind.PARAGRAPH, text, language) for number, text in enumerate(texts or TEXTS, 1)
    )
    return Article(article_id, "Title", language, blocks)


ONE, TWO = article("one"), article("two", "Other words.")
ARMENIAN = article("hy", "Մեկ.", language="hy")


class Visit:
    """A reading with all that it stands on; ``restart`` is the program started again with the same disk."""

    def __init__(self, store: FakeStore, profile: Profile, *engines: FakeSynthesizer) -> None:
        self.stage = Stage(*engines, notice=no_voice_notice, may_change_device=profile is Profile.HOME)
        self.player = self.stage.player
        self.store = store
        store.records.setdefault("donation", seasoned(self.stage.clock.now()))
        self.content = FakeContent({"one.md": ONE, "two.md": TWO, "hy.md": ARMENIAN}, {"bad.md": "is empty"})
        self.library = Library(self.content, store, profile, self.stage.clock)
        self.preferences = PreferenceKeeper(store, profile)
        self.desk = DonationDesk(CAMPAIGN, store, self.stage.clock)
        self.bookmarks = Bookmarks(store, profile)
        timers = [FakeTimer(), FakeTimer()]
        self.timer, self.sleep_timer = timers
        self.reading = Reading(
            self.player,
            self.library,
            self.preferences,
            self.desk,
            self.bookmarks,
            lambda: timers.pop(0),
        )
        self.reading.speech.use(lambda: tuple(engine.voice for engine in self.stage.engines), as_written)
        self.appeals: list[Appeal | None] = []
        self.messages: list[Message | None] = []
        self.reading.appeal.subscribe(self.appeals.append)
        self.reading.message.subscribe(self.messages.append)

    def read_to_the_end(self, path: str = "one.md") -> None:
        assert self.reading.open(path)
        self.reading.play_from(0)
        self.stage.run_until_state(Ended)

    def wait(self, seconds: float) -> None:
        """Let time pass, with the ticks of the appeal's timer."""
        for _ in range(round(seconds * 4)):
            self.stage.clock.advance(timedelta(milliseconds=250))
            self.timer.fire()

    def appeal(self) -> Appeal | None:
        """What is asked."""
        return self.reading.appeal.value

    def message(self) -> Message | None:
        """What is said about the reading."""
        return self.reading.message.value

    def remembered(self) -> Place | None:
        """What a program that is started now would continue with; when it was left is looked at elsewhere."""
        place = Library(self.content, self.store, Profile.HOME).last_place()
        return place and place._replace(left=None)


NewVisit = Callable[..., Visit]


@pytest.fixture
def new_visit() -> Iterator[NewVisit]:
    visits: list[Visit] = []

    def make(*engines: FakeSynthesizer, store: FakeStore | None = None, profile: Profile = Profile.HOME) -> Visit:
        visits.append(Visit(store or FakeStore(), profile, *engines))
        return visits[-1]

    i18n.set_language("en")
    yield make
    i18n.set_language("en")
    for visit in visits:
        visit.stage.close()


# -- the appeal ---------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-12", "SW-22")
def test_an_appeal_comes_after_the_end_and_two_seconds_of_silence(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    visit.wait(1.75)
    assert visit.appeal() is None
    visit.wait(0.25)
    appeal = visit.appeal()
    assert appeal == Appeal(CAMPAIGN, "en", "Please give.")
    assert not visit.timer.is_running
    assert visit.stage.player.silent_for >= timedelta(seconds=2)


def test_an_appeal_speaks_the_interface_s_language(new_visit: NewVisit) -> None:
    i18n.set_language("ru")
    visit = new_visit()
    visit.read_to_the_end()
    visit.wait(3)
    appeal = visit.appeal()
    assert appeal is not None
    assert (appeal.language, appeal.message) == ("ru", "Поддержите.")


def test_an_appeal_is_on_disk_before_it_is_seen(new_visit: NewVisit) -> None:
    visit = new_visit()
    seen_when_saving: list[Appeal | None] = []
    visit.store.when_saving = lambda: seen_when_saving.append(visit.appeal())
    stored_when_seen: list[object] = []
    visit.reading.appeal.subscribe(
        lambda appeal: stored_when_seen.append(appeal and visit.store.records["donation"]["shown_at"])
    )
    visit.read_to_the_end()
    visit.wait(3)
    assert seen_when_saving
    assert not any(seen_when_saving)
    assert stored_when_seen == [[visit.desk.history.shown_at[0].isoformat()]]


def test_an_answer_is_on_disk_before_the_appeal_ends(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    visit.wait(3)
    stored: list[object] = []
    visit.reading.appeal.subscribe(
        lambda appeal: stored.append((appeal, visit.store.records["donation"]["answer"]))
    )
    visit.reading.answer(Answer.NEVER)
    assert stored == [(None, "never")]


def test_an_answer_is_taken_once(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.answer(Answer.NEVER)
    assert visit.store.saves == []
    visit.read_to_the_end()
    visit.wait(3)
    for answer in (Answer.LATER, Answer.LATER, Answer.NEVER):
        visit.wait(1)
        visit.reading.answer(answer)
    history = visit.desk.history
    assert (history.answer, history.later_count) == (Answer.LATER, 1)


def test_an_appeal_ends_even_when_the_answer_cannot_be_stored(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    visit.wait(3)
    visit.store.is_writable = False
    visit.reading.answer(Answer.NEVER)
    assert visit.appeal() is None


@pytest.mark.parametrize(
    "go_on",
    [
        Reading.toggle,
        Reading.close,
        Reading.move_to_end,
        lambda reading: reading.play_from(1),
        lambda reading: reading.move(-1),
        lambda reading: reading.open("two.md"),
    ],
)
@pytest.mark.parametrize("seconds", [1, 3])
def test_who_goes_on_is_not_asked(new_visit: NewVisit, go_on: Callable[[Reading], object], seconds: float) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    visit.wait(seconds)
    was_shown = visit.appeal() is not None
    assert was_shown == (seconds == 3)
    go_on(visit.reading)
    assert visit.appeal() is None
    visit.player.stop()
    visit.wait(10)
    assert visit.appeal() is None
    # An appeal that was shown counts as "later"; one that was not counts as nothing.
    assert visit.desk.history.answer is (Answer.LATER if was_shown else None)


@pytest.mark.conforms("SW-22")
@pytest.mark.parametrize("kind", [Paused, Stopped, Failed])
def test_nobody_is_asked_in_the_middle_of_an_article(new_visit: NewVisit, kind: type) -> None:
    visit = new_visit(*([FailingSynthesizer()] if kind is Failed else []))
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run(300)
    if kind is Paused:
        visit.reading.silence()
    elif kind is Stopped:
        visit.player.stop()
    else:
        visit.stage.run_until_state(Failed)
    assert visit.stage.is_in(kind)
    visit.wait(60)
    assert visit.appeals == []


def test_a_restart_honours_what_was_answered(new_visit: NewVisit) -> None:
    store = FakeStore()
    visit = new_visit(store=store)
    visit.read_to_the_end()
    visit.wait(3)
    visit.reading.answer(Answer.NEVER)
    again = new_visit(store=store)
    again.stage.clock.advance(timedelta(days=4000))
    again.read_to_the_end()
    again.wait(10)
    assert again.appeals == []
    assert not again.timer.is_running


def test_nobody_is_asked_while_choosing_and_afterwards_one_is(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.is_choosing = True
    visit.read_to_the_end()
    visit.wait(10)
    assert visit.appeals == []
    visit.reading.is_choosing = False
    visit.wait(1)
    assert len(visit.appeals) == 1


def test_a_full_disk_shows_no_appeal(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    visit.store.is_writable = False
    visit.wait(10)
    assert visit.appeals == []


# -- places -------------------------------------------------------------------------------------------------------


def test_an_article_opens_silently_at_its_title(new_visit: NewVisit) -> None:
    visit = new_visit()
    assert visit.reading.open("one.md")
    assert visit.reading.opened.value == OpenArticle("one.md", ONE)
    assert visit.stage.state == Stopped(0, locate(ONE, 0))
    assert visit.remembered() is None


@pytest.mark.parametrize("silence", [Reading.silence, Reading.close])
def test_a_place_is_remembered_and_continued(new_visit: NewVisit, silence: Callable[[Reading], object]) -> None:
    store = FakeStore()
    visit = new_visit(store=store)
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith("Gamma"))
    silence(visit.reading)
    place = locate(ONE, 1, TextSpan(13, 18))
    assert visit.remembered() == Place("one.md", place)
    again = new_visit(store=store)
    again.reading.open("one.md")
    assert again.stage.state.at == place
    again.reading.toggle()
    again.stage.run_until_state(Ended)
    assert again.stage.engines[0].spoken[0] == "Gamma delta."


def test_another_article_that_is_opened_over_a_reading_leaves_its_place_to_the_word(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith("Gamma"))
    visit.reading.open("two.md")
    assert visit.stage.state == Stopped(1, locate(TWO, 0))
    assert visit.remembered() == Place("one.md", locate(ONE, 1, TextSpan(13, 18)))


def test_after_a_power_cut_the_reading_goes_on_at_its_passage(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    found: list[int] = []
    while not visit.stage.is_in(Ended):
        visit.stage.run(10)
        place = visit.remembered()
        if visit.stage.is_in(Speaking):
            found.append(place.locator.passage if place else 0)
            assert found[-1] == visit.stage.state.at.passage
    assert sorted(set(found)) == [0, 1, 2, 3]


def test_a_reading_writes_a_place_once_a_passage(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run_until_state(Ended)
    assert visit.store.saves.count("places") <= len(TEXTS) + 3


def test_what_was_read_to_its_end_is_not_continued(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.read_to_the_end()
    assert visit.remembered() is None
    assert visit.library.place_in(ONE) is None


def test_going_back_to_the_title_leaves_nothing_to_continue(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.move_to(2)
    assert visit.remembered() == Place("one.md", locate(ONE, 2))
    visit.reading.move_to(0)
    visit.stage.run_until_state(Stopped)
    assert visit.remembered() is None


def test_an_article_that_is_closed_does_not_come_back(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run(300)
    visit.reading.close()
    assert visit.reading.opened.value is None
    visit.reading.toggle()
    assert visit.stage.is_in(Stopped)


def test_at_a_public_kiosk_no_place_is_written(new_visit: NewVisit) -> None:
    visit = new_visit(profile=Profile.PUBLIC)
    visit.reading.open("one.md")
    visit.reading.move_to(2)
    visit.reading.close()
    assert "places" not in visit.store.records


# -- commands -----------------------------------------------------------------------------------------------------


def test_commands_without_an_article_do_nothing(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.toggle()
    visit.reading.play_from(1)
    visit.reading.move_to_end()
    visit.reading.move(1)
    assert not visit.reading.silence()
    assert visit.stage.is_in(Stopped)


def test_moves_go_by_passages_and_stay_in_the_article(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    found = []
    for by in (1, 1, -1, -1, -1, 1, 1, 1, 1, -1):
        visit.reading.move(by)
        found.append(visit.stage.state.at.passage)
    visit.reading.move_to_end()
    found.append(visit.stage.state.at.passage)
    assert found == [1, 2, 1, 0, 0, 1, 2, 3, 3, 2, 3]


def test_play_from_reads_that_passage(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.play_from(2)
    assert visit.stage.is_in(Preparing)
    visit.stage.run_until_state(Ended)
    assert visit.stage.engines[0].spoken == ["«Zeta» eta.", "Iota."]


def test_silence_says_whether_there_was_sound(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run(100)
    assert visit.reading.silence()
    assert visit.stage.is_in(Paused)
    assert not visit.reading.silence()


def test_faster_and_slower_are_heard_at_once_and_remembered(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run(200)
    visit.reading.speech.faster()
    visit.reading.speech.faster()
    visit.reading.speech.slower()
    assert visit.player.rate.words_per_minute == 170
    assert visit.stage.is_in(Preparing)
    assert visit.store.records["preferences"] == {"rate": 170, "rate.en": 170}


def test_larger_and_smaller_change_the_size_and_not_the_sound(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run(200)
    state = visit.stage.state
    visit.reading.larger()
    visit.reading.larger()
    visit.reading.smaller()
    assert visit.preferences.settings.value.text_size == 36
    assert visit.stage.state is state


def test_the_settings_that_were_remembered_hold_from_the_first_word(new_visit: NewVisit) -> None:
    visit = new_visit(store=FakeStore({"preferences": {"rate": 300, "pause": 0, "voice": "fake:fake"}}))
    assert visit.player.rate.words_per_minute == 300


# -- progress and messages ----------------------------------------------------------------------------------------


def test_progress_follows_the_place_and_the_rate(new_visit: NewVisit) -> None:
    visit = new_visit()
    long = article("long", *["word " * 160] * 4)
    visit.reading.show("long.md", long)
    assert visit.reading.progress.value == Progress(0, 4, 4)
    visit.reading.move_to(3)
    assert visit.reading.progress.value == Progress(3, 4, 2)
    visit.preferences.set("rate", 320)
    assert visit.reading.progress.value == Progress(3, 4, 1)


def test_broken_content_gives_a_message_and_leaves_what_is_open(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    assert not visit.reading.open("bad.md")
    assert visit.message() == Message(None, "bad.md, line 1: is empty")
    assert visit.reading.opened.value == OpenArticle("one.md", ONE)
    assert not visit.reading.open("gone.md")
    visit.reading.open("two.md")
    assert visit.message() is None


@pytest.mark.conforms("FP-4", "CF-16")
def test_a_language_without_a_voice_is_said_and_shown(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("hy.md")
    visit.reading.toggle()
    visit.stage.run_until_state(Failed)
    assert visit.message() == Message(Problem.NO_VOICE, "hy")
    assert " ".join(visit.stage.engines[0].spoken) == no_voice_notice("hy")[0]
    visit.reading.close()
    assert visit.message() is None


def test_a_voice_that_fails_is_shown_until_somebody_plays_again(new_visit: NewVisit) -> None:
    visit = new_visit(FailingSynthesizer("Iota", times=2))
    visit.reading.open("one.md")
    visit.reading.play_from(3)
    visit.stage.run_until_state(Failed)
    assert visit.message() == Message(Problem.VOICE_FAILED, "")
    visit.reading.toggle()
    assert visit.message() is None
    visit.stage.run_until_state(Ended)
    assert [message and message.problem for message in visit.messages] == [Problem.VOICE_FAILED, None]


def test_a_machine_without_sound_says_so_while_the_words_move(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.stage.output.is_audible = False
    visit.reading.open("one.md")
    visit.reading.toggle()
    assert visit.message() is None
    visit.stage.run_until_state(Speaking)
    assert visit.message() == Message(Problem.NO_SOUND, "")
    visit.stage.output.is_audible = True
    visit.stage.run_until(lambda: visit.stage.state.at.passage == 1)
    assert visit.message() is None


@pytest.mark.parametrize(
    ("profile", "ending"),
    [
        (Profile.HOME, "by itself. Space uses another loudspeaker."),
        (Profile.PUBLIC, "the reading goes on by itself."),
    ],
)
def test_a_loudspeaker_that_has_gone_is_told_until_it_is_back(
    new_visit: NewVisit, profile: Profile, ending: str
) -> None:
    visit = new_visit(profile=profile)
    visit.reading.open("one.md")
    visit.reading.toggle()
    visit.stage.run_until_state(Speaking)
    visit.stage.output.lose()
    visit.stage.run(20)
    message = visit.message()
    assert message is not None
    assert words_for_message(message).startswith("The loudspeaker or headphones are gone.")
    assert words_for_message(message).endswith(ending)
    visit.stage.output.restore()
    visit.stage.run_until_state(Speaking)
    assert visit.message() is None


def test_an_article_may_change_between_two_visits(new_visit: NewVisit) -> None:
    store = FakeStore()
    visit = new_visit(store=store)
    visit.reading.open("one.md")
    visit.reading.move_to(2)
    visit.reading.close()
    again = new_visit(store=store)
    changed = ONE._replace(blocks=[Block("b0", BlockKind.PARAGRAPH, "Put in.", "en"), *ONE.blocks])
    again.content.articles["one.md"] = changed
    again.reading.open("one.md")
    assert again.stage.state.at == locate(changed, 3)


# -- going on after a pause ---------------------------------------------------------------------------------------

LONG_TEXT = "One two. Three four. Five six. Seven eight nine. Ten."


def paused_at(visit: Visit, word: str) -> None:
    """Read the long text and pause at a word."""
    visit.content.articles["long.md"] = article("long", LONG_TEXT)
    visit.reading.open("long.md")
    visit.reading.play_from(1)
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith(word))
    visit.reading.silence()
    visit.stage.run(100)
    visit.stage.engines[0].spoken.clear()


@pytest.mark.parametrize(
    ("minutes", "first"),
    [(0, ""), (1, "Seven eight nine."), (6, "Five six."), (31, "Three four."), (60 * 24, "One two.")],
)
def test_the_longer_the_pause_the_further_back_it_goes_on(new_visit: NewVisit, minutes: int, first: str) -> None:
    visit = new_visit()
    paused_at(visit, "eight")
    visit.stage.clock.advance(timedelta(minutes=minutes))
    visit.reading.toggle()
    visit.stage.run_until_state(Ended)
    # After a short pause nothing is rendered again: the very sample is still there.
    assert (visit.stage.engines[0].spoken or [""])[0] == first


def test_stepping_back_can_be_off(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.preferences.set("resume_back", "off")
    paused_at(visit, "eight")
    visit.stage.clock.advance(timedelta(days=2))
    visit.reading.toggle()
    visit.stage.run_until_state(Ended)
    assert visit.stage.engines[0].spoken == []


@pytest.mark.parametrize(("minutes", "first"), [(0, "eight nine."), (10, "Five six.")])
def test_it_steps_back_after_the_program_was_closed_too(new_visit: NewVisit, minutes: int, first: str) -> None:
    store = FakeStore()
    visit = new_visit(store=store)
    paused_at(visit, "eight")
    again = new_visit(store=store)
    again.content.articles["long.md"] = article("long", LONG_TEXT)
    again.stage.clock.set_date(visit.stage.clock.now() + timedelta(minutes=minutes))
    again.reading.open("long.md")
    again.reading.toggle()
    again.stage.run_until_state(Ended)
    assert again.stage.engines[0].spoken[0] == first


def test_a_clock_that_was_set_back_steps_nowhere(new_visit: NewVisit) -> None:
    store = FakeStore()
    visit = new_visit(store=store)
    paused_at(visit, "eight")
    again = new_visit(store=store)
    again.content.articles["long.md"] = article("long", LONG_TEXT)
    again.stage.clock.set_date(visit.stage.clock.now() - timedelta(days=3650))
    again.reading.open("long.md")
    again.reading.toggle()
    again.stage.run_until_state(Ended)
    assert again.stage.engines[0].spoken[0] == "eight nine."


# -- the loudspeaker ----------------------------------------------------------------------------------------------


def test_a_loudspeaker_that_goes_is_told_and_the_reading_comes_back_with_it(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.play_from(1)
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith("Gamma"))
    at = visit.stage.state.at
    visit.stage.output.lose()
    visit.stage.run(20)
    assert isinstance(visit.stage.state, Lost)
    assert visit.message() == Message(Problem.NO_SOUND, "another")
    assert not any(visit.stage.run(5000))
    assert visit.remembered() == Place("one.md", at)
    visit.stage.output.restore()
    visit.stage.engines[0].spoken.clear()
    visit.stage.run_until_state(Speaking)
    assert visit.message() is None
    visit.stage.run_until_state(Ended)
    assert visit.stage.engines[0].spoken[0] == "Gamma delta."


def test_who_pauses_without_a_loudspeaker_hears_nothing_when_it_returns(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.play_from(1)
    visit.stage.run(500)
    visit.stage.output.lose()
    visit.stage.run(20)
    visit.reading.silence()
    visit.stage.run(500)
    visit.stage.output.restore()
    assert not any(visit.stage.run(3000))
    assert visit.stage.is_in(Stopped)


def test_a_sentence_that_no_voice_can_say_is_told_once(new_visit: NewVisit) -> None:
    visit = new_visit(FailingSynthesizer("Gamma"))
    notes: list[Note] = []
    visit.reading.note.subscribe(lambda note: notes.append(note) if note is not None else None)
    visit.reading.open("one.md")
    visit.reading.play_from(1)
    visit.stage.run_until_state(Ended)
    assert notes == [SentencePassedOver(locate(ONE, 1, TextSpan(13, 25)))]
    assert words_for_note(notes[0]).startswith("One sentence could not be read aloud")


# -- places -------------------------------------------------------------------------------------------------------


def test_after_a_power_cut_the_reading_goes_on_at_its_sentence(new_visit: NewVisit) -> None:
    visit = new_visit()
    visit.reading.open("one.md")
    visit.reading.play_from(1)
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith("delta"))
    assert visit.remembered() == Place("one.md", locate(ONE, 1, TextSpan(13, 18)))
