"""The fitting desk beside the real player, reading and narrator: what is heard, what holds, what is put back."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import i18n
from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.fitting import FittingDesk
from kiosk.app.fitting_words import SAMPLE_ID, orientation, sample_article
from kiosk.app.library import Library
from kiosk.app.media import MediaDesk, WindowActions
from kiosk.app.narrator import Narrator
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.fitting import QUESTIONS, Question
from kiosk.core.media import MediaKey, PlaybackStatus
from kiosk.core.narration import Piece, Purpose, Saying
from kiosk.core.reading import Ended, Speaking, Stopped, is_sounding
from kiosk.core.reading_events import Problem
from kiosk.core.settings import PreferenceValue, Profile, Settings
from kiosk.core.utterance import as_written
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_dispatcher import FakeDispatcher
from tests.fakes.fake_media_session import FakeMediaSession
from tests.fakes.fake_output import samples_of
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FakeSynthesizer, sample_of
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import PATIENCE_S, Stage

ARTICLE = Article("a", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, "alpha beta gamma delta", "en"),))
# None of its letters is in the sample, so that a sample tells whose it is.
PROMPT = "QQQQQQQQ"


class Booth:
    """A desk with two English voices and a Russian one, and a person before it."""

    def __init__(
        self,
        profile: Profile = Profile.PUBLIC,
        kept: dict[str, PreferenceValue] | None = None,
        asked: dict[str, PreferenceValue] | None = None,
    ) -> None:
        self.natural, self.plain = (
            FakeSynthesizer(("en", "ru"), "natural", 3),
            FakeSynthesizer(("en",), "plain", 1),
        )
        self.stage = Stage(self.natural, self.plain)
        self.player = self.stage.player
        self.store = FakeStore({"preferences": kept} if kept else {})
        self.preferences = PreferenceKeeper(self.store, profile, asked)
        content = FakeContent({"a.md": ARTICLE})
        self.library = Library(content, self.store, profile)
        desk = DonationDesk(None, self.store, self.stage.clock)
        bookmarks = Bookmarks(self.store, profile)
        self.reading = Reading(self.player, self.library, self.preferences, desk, bookmarks, FakeTimer)
        self.reading.speech.use(lambda: (self.natural.voice, self.plain.voice), as_written)
        self.prompter, self.prompt_timer, self.timer = FakeSynthesizer(name="prompt"), FakeTimer(), FakeTimer()
        rack = VoiceRack((self.prompter,))
        self.narrator = Narrator(rack, self.player, self.preferences.settings, self.prompt_timer)
        self.desk = FittingDesk(self.reading, self.library, self.preferences, self.narrator, self.timer, profile)

    # -- time -------------------------------------------------------------------------------------------------

    def run(self, milliseconds: float) -> list[int]:
        """Let time pass; return the samples that were heard."""
        heard: list[int] = []
        for number in range(round(milliseconds / 10)):
            heard += samples_of(self.stage.run(10))
            self.prompt_timer.fire()
            if number % 5 == 0:
                self.timer.fire()
            self._settle()
        return heard

    def _settle(self) -> None:
        done = threading.Event()
        self.narrator._give(done.set)
        assert done.wait(PATIENCE_S)

    def say(self) -> None:
        """Let the interface voice say something that was asked for."""
        self.narrator.say(Saying((Piece(PROMPT, "en"),), Purpose.ANSWER))
        self._settle()

    # -- what is so -------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        fitting = self.desk.fitting.value
        return fitting.question if fitting is not None else None

    @property
    def settings(self) -> Settings:
        return self.preferences.settings.value

    def is_heard(self) -> bool:
        """Whether the sample sounds; a function, since it changes by what the test does."""
        return isinstance(self.player.state.value, Speaking) and self.player.article is self.desk.sample

    def ask_about_voice(self) -> None:
        """Come to the last question, and let the sample end."""
        self.desk.begin()
        self.desk.go_on()
        self.desk.go_on()
        assert self.question is Question.VOICE
        self.run(60)
        self.stage.run_until_state(Ended)

    def close(self) -> None:
        self.narrator.close()
        self.stage.close()


@pytest.fixture
def booth() -> Iterator[Booth]:
    i18n.set_language("en")
    made = Booth()
    yield made
    made.close()
    i18n.set_language("en")


# -- answers ---------------------------------------------------------------------------------------------------


def test_an_answer_holds_at_once(booth: Booth) -> None:
    booth.desk.begin()
    booth.desk.choose("text_size", 64)
    assert booth.settings.text_size == 64
    booth.desk.go_on()
    booth.desk.choose("theme", "night")
    assert booth.settings.theme == "night"
    booth.desk.go_on()
    booth.desk.choose("rate", 220)
    assert (booth.settings.rate, booth.player.rate.words_per_minute) == (220, 220)
    booth.desk.next_voice()
    assert booth.settings.voice == booth.plain.voice.id
    assert booth.desk.voice_name == "plain"
    booth.desk.go_on()
    assert booth.question is None
    assert booth.settings[:6] == (64, "night", "en", 220, 100, booth.plain.voice.id)


def test_the_rate_that_was_chosen_holds_for_articles_in_other_languages_too(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 300)
    assert booth.preferences.settings_for("ru").rate == 300


def test_voices_are_those_of_the_interfaces_language_and_go_around(booth: Booth) -> None:
    booth.ask_about_voice()
    assert booth.desk.voice_names == ["natural", "plain"]
    heard = []
    for _ in range(3):
        booth.desk.next_voice()
        heard.append(booth.desk.voice_name)
    assert heard == ["plain", "natural", "plain"]
    i18n.set_language("ru")
    booth.desk.change_language()
    assert booth.desk.voice_names == ["natural"]


def test_without_a_fitting_nothing_can_be_answered(booth: Booth) -> None:
    before = booth.settings
    booth.desk.choose("text_size", 64)
    booth.desk.go_on()
    booth.desk.put_back()
    booth.desk.leave()
    assert (booth.settings, booth.question) == (before, None)


def test_skipping_keeps_what_was_chosen_so_far(booth: Booth) -> None:
    booth.desk.begin()
    booth.desk.choose("text_size", 96)
    booth.desk.leave()
    assert (booth.question, booth.settings.text_size) == (None, 96)


# -- putting back ----------------------------------------------------------------------------------------------

KEPT: dict[str, PreferenceValue] = {"text_size": 36, "rate": 180, "rate.ru": 200, "volume": 90, "fitting": "never"}


def test_putting_back_restores_exactly_what_was_asked_for_on_disk_too() -> None:
    booth = Booth(Profile.HOME, KEPT, {"theme": "night"})
    before, on_disk = booth.settings, dict(booth.store.records["preferences"])
    booth.desk.begin()
    booth.desk.choose("text_size", 72)
    booth.desk.go_on()
    booth.desk.choose("theme", "paper")
    booth.desk.go_on()
    booth.desk.choose("rate", 300)
    booth.desk.next_voice()
    changed = booth.settings
    assert [changed.text_size, changed.theme, changed.rate, changed.voice] == [72, "paper", 300, "fake:plain"]
    booth.desk.put_back()
    assert booth.settings == before
    assert booth.question is Question.VOICE, "one can choose again"
    # What the command line asked for this run is still for this run only.
    assert booth.store.records["preferences"] == on_disk
    assert booth.preferences.settings_for("ru").rate == 200
    booth.close()


def test_putting_back_leaves_alone_what_no_question_is_about(booth: Booth) -> None:
    booth.desk.begin()
    booth.preferences.set("language", "ru")
    booth.reading.speech.softer()
    booth.desk.put_back()
    assert (booth.settings.language, booth.settings.volume) == ("ru", 90)


ACTS = ("64", "night", "300", "voice", "on", "back", "other")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ACTS), max_size=12))
def test_whatever_was_done_one_press_puts_it_back(acts: list[str]) -> None:
    booth = Booth(Profile.HOME, KEPT, {"theme": "night"})
    before = [booth.preferences.settings_for(language) for language in ("", "en", "ru", "tr")]
    booth.desk.begin()
    for act in acts:
        match act:
            case "64":
                booth.desk.choose("text_size", 64)
            case "night":
                booth.desk.choose("theme", "paper")
            case "300":
                booth.desk.choose("rate", 300)
            case "voice":
                booth.desk.next_voice()
            case "on" if booth.question is not Question.VOICE:
                booth.desk.go_on()
            case "back":
                booth.desk.go_back()
            case "other":
                # Keys that change the same things on every screen.
                booth.reading.larger()
                booth.preferences.set("rate", 111, "tr")
    booth.desk.put_back()
    assert [booth.preferences.settings_for(language) for language in ("", "en", "ru", "tr")] == before
    booth.close()


# -- the sample ------------------------------------------------------------------------------------------------


def test_the_first_two_questions_are_for_the_eye(booth: Booth) -> None:
    booth.desk.begin()
    booth.desk.choose("text_size", 64)
    booth.desk.go_on()
    booth.desk.choose("theme", "night")
    booth.run(1_000)
    assert not is_sounding(booth.player.state.value)
    assert booth.natural.spoken == []


def test_the_sample_is_heard_when_its_question_comes_and_again_at_each_change(booth: Booth) -> None:
    booth.ask_about_voice()
    assert " ".join(booth.natural.spoken) == booth.desk.sample.title
    for is_put_back in (False, True):
        booth.natural.spoken.clear()
        if is_put_back:
            booth.desk.put_back()
        else:
            booth.desk.choose("rate", 300)
        booth.run(200)
        assert booth.is_heard()
        assert booth.natural.spoken[0] == "This is how an article looks."
    booth.plain.spoken.clear()
    booth.desk.next_voice()
    booth.run(200)
    assert booth.plain.spoken[0] == "This is how an article looks."


def test_the_same_choice_once_more_lets_it_be_heard_again(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 160)
    booth.run(200)
    assert booth.is_heard()


def test_it_is_read_at_the_rate_that_was_chosen(booth: Booth) -> None:
    lengths = []
    for rate in (120, 300):
        booth.ask_about_voice()
        booth.desk.choose("rate", rate)
        lengths.append(len([sample for sample in booth.run(12_000) if sample]))
        booth.desk.leave()
    assert lengths[0] > 1.5 * lengths[1]


def test_any_key_silences_it_at_once(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 220)
    booth.run(300)
    assert booth.is_heard()
    booth.desk.hush()
    assert isinstance(booth.player.state.value, Stopped)
    # A fade of 4 ms is the last that is heard, and it does not begin again by itself.
    assert sum(1 for sample in booth.run(1_000) if sample) <= 100


def test_a_key_while_it_waits_for_its_turn_keeps_it_silent(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 220)
    booth.desk.hush()
    booth.run(1_000)
    assert not booth.is_heard()


@pytest.mark.parametrize("leave", [FittingDesk.leave, FittingDesk.go_on, FittingDesk.go_back])
def test_it_is_silent_when_its_question_is_left(booth: Booth, leave: Callable[[FittingDesk], None]) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 220)
    booth.run(300)
    leave(booth.desk)
    assert not is_sounding(booth.player.state.value)
    booth.run(1_000)
    assert not booth.is_heard()


def test_prompts_come_first_and_neither_sounds_over_the_other(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.player.open_output()
    booth.desk.choose("rate", 300)
    booth.say()
    heard = booth.run(6_000)
    owners = ["q" if sample == sample_of("Q") else "s" for sample in heard if sample > 1_400]
    order = "".join(one for one, before in zip(owners, ["", *owners], strict=False) if one != before)
    assert order == "qs"
    assert owners.count("q") >= len(PROMPT) * 0.9 * booth.prompter.frames_per_letter * 160 / 300


def test_a_prompt_that_is_cut_off_by_a_lost_loudspeaker_holds_up_nothing(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.player.open_output()
    booth.desk.choose("rate", 160)
    booth.say()
    booth.run(30)
    assert booth.narrator.is_speaking.value
    booth.stage.output.lose()
    booth.run(200)
    message = booth.reading.message.value
    assert message is not None
    assert message.problem is Problem.NO_SOUND
    booth.stage.output.restore()
    booth.run(1_500)
    assert booth.is_heard()


def test_volume_of_the_sample_is_that_of_its_language(booth: Booth) -> None:
    booth.preferences.set("volume", 50, "en")
    booth.ask_about_voice()
    booth.desk.choose("rate", 160)
    loud = max(booth.run(1_000))
    assert 0 < loud < 0.6 * sample_of("s")


# -- it is no article ------------------------------------------------------------------------------------------


def test_no_place_in_it_is_remembered_and_no_appeal_comes_after_it() -> None:
    booth = Booth(Profile.HOME)
    booth.ask_about_voice()
    booth.desk.leave()
    assert booth.library.last_place() is None
    assert "places" not in booth.store.records
    assert booth.reading.opened.value is None
    booth.close()


def test_the_open_article_is_closed_before_the_first_question_and_its_place_is_kept() -> None:
    booth = Booth(Profile.HOME)
    booth.reading.open("a.md")
    booth.reading.play_from(1)
    booth.stage.run_until_state(Speaking)
    booth.run(100)
    booth.desk.begin()
    assert not is_sounding(booth.player.state.value)
    place = booth.library.last_place()
    assert place is not None
    assert (place.locator.article_id, place.locator.passage) == ("a", 1)
    booth.ask_about_voice()
    assert booth.library.last_place() == place
    booth.close()


@pytest.mark.parametrize("profile", list(Profile))
def test_the_desktop_is_told_nothing_of_it_and_its_keys_do_not_start_it(profile: Profile) -> None:
    booth = Booth(profile)
    session = FakeMediaSession(FakeDispatcher())
    media = MediaDesk(booth.reading, booth.preferences.settings, session, booth.stage.clock, profile)
    media.start(WindowActions(lambda: None, lambda: None, lambda: None))
    nothing = PlaybackStatus(is_window_free=profile is Profile.HOME)
    booth.ask_about_voice()
    assert session.status == nothing
    for key in (MediaKey.PLAY, MediaKey.PLAY_PAUSE, MediaKey.NEXT, MediaKey.PREVIOUS):
        booth.stage.clock.advance(timedelta(seconds=1))
        media.press(key)
        assert not is_sounding(booth.player.state.value)
    booth.desk.choose("rate", 220)
    booth.run(200)
    assert booth.is_heard()
    booth.stage.clock.advance(timedelta(seconds=1))
    media.press(MediaKey.PAUSE)
    assert not is_sounding(booth.player.state.value), "a pause key silences whatever sounds"
    assert session.status == nothing
    media.close()
    booth.close()


def test_what_was_told_about_the_voice_is_not_shown_again_in_the_first_article(booth: Booth) -> None:
    booth.ask_about_voice()
    booth.desk.choose("rate", 220)
    booth.desk.leave()
    assert booth.reading.note.value is None


# -- languages and words ---------------------------------------------------------------------------------------


def test_another_language_brings_its_own_sample_which_is_heard_where_hearing_is_asked_about(booth: Booth) -> None:
    booth.ask_about_voice()
    i18n.set_language("ru")
    booth.natural.spoken.clear()
    booth.desk.change_language()
    booth.run(200)
    assert booth.desk.sample.language == "ru"
    assert booth.is_heard()
    assert booth.question is Question.VOICE
    assert booth.desk.sample.id == SAMPLE_ID


def test_who_does_not_know_the_language_hears_of_the_others_by_their_own_names(booth: Booth) -> None:
    booth.desk.begin()
    fitting = booth.desk.fitting.value
    assert fitting is not None
    pieces = orientation(fitting)
    named = {piece.language: piece.text for piece in pieces if piece.language != "en"}
    assert named == {tag: f"{name}." for tag, name in i18n.LANGUAGES.items() if tag != "en"}
    text = " ".join(piece.text for piece in pieces if piece.language == "en")
    assert "Question 1 of 3" in text
    assert "Three short questions" in text
    assert "Escape skips" in text


def test_later_questions_say_themselves_alone(booth: Booth) -> None:
    booth.desk.begin()
    for number in range(2, len(QUESTIONS) + 1):
        booth.desk.go_on()
        fitting = booth.desk.fitting.value
        assert fitting is not None
        (piece,) = orientation(fitting)
        assert piece.text.startswith(f"Question {number} of 3: ")


def test_the_sample_reads_as_it_is_shown() -> None:
    sample = sample_article()
    assert sample.blocks[0].text == sample.title
    assert sample.last_passage == 1


# -- when ------------------------------------------------------------------------------------------------------


def test_at_home_they_come_once_by_themselves_and_ever_after_when_asked_for() -> None:
    booth = Booth(Profile.HOME)
    assert booth.desk.is_due()
    assert not booth.desk.is_due(is_article_named=True)
    booth.desk.begin()
    # Noted at once: whoever pulls the plug now is not asked again.
    assert booth.store.records["preferences"] == {"fitting": "never"}
    booth.close()
    again = Booth(Profile.HOME, dict(booth.preferences.wishes(["fitting"]).kept))
    assert not again.desk.is_due()
    again.desk.begin()
    assert again.question is Question.SIZE
    again.close()


@pytest.mark.parametrize(
    ("kept", "asked", "is_due"),
    [
        ({"text_size": 48}, {}, False),
        ({}, {"theme": "night"}, True),
        ({"text_size": 48}, {"fitting": "visit"}, True),
        ({}, {"fitting": "never"}, False),
    ],
)
def test_who_was_here_before_is_not_asked_again(
    kept: dict[str, PreferenceValue], asked: dict[str, PreferenceValue], is_due: bool
) -> None:
    booth = Booth(Profile.HOME, kept, asked)
    assert booth.desk.is_due() is is_due
    booth.close()


def test_who_has_left_an_article_in_the_middle_is_not_asked() -> None:
    booth = Booth(Profile.HOME)
    booth.reading.open("a.md")
    booth.reading.play_from(1)
    booth.stage.run_until_state(Speaking)
    booth.run(100)
    booth.reading.close()
    assert not booth.desk.is_due()
    booth.close()


def test_at_a_public_kiosk_every_visit_begins_with_them(booth: Booth) -> None:
    for _ in range(2):
        assert booth.desk.is_due()
        booth.desk.begin()
        booth.desk.leave()
