"""A word is said differently: it is heard in between, kept, forgotten; the place of the reading stays."""

from collections.abc import Callable, Iterator

import pytest

from kiosk import i18n
from kiosk.app.note import Note, SayingForgotten, SayingKept, SayingRefused
from kiosk.app.own_words import OwnWords, Word
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.app.pronunciation import MOST_OWN, Pronunciation
from kiosk.app.respelling import ruled
from kiosk.app.speech_settings import SpeechSettings
from kiosk.core.article import Article, Block, BlockKind, LanguageSpan
from kiosk.core.errors import SayingFault
from kiosk.core.locator import locate
from kiosk.core.reading import Ended, Failed, Preparing, Speaking, Stopped, is_sounding
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FailingSynthesizer, FakeSynthesizer
from tests.fakes.stage import Stage

TEXT = "Alpha Idlib’s beta. Gamma Москва delta."
FOREIGN = (LanguageSpan(TextSpan(26, 32), "ru"),)
ARTICLE = Article(
    "a",
    "Title",
    "en",
    (
        Block("b1", BlockKind.PARAGRAPH, TEXT, "en", foreign=FOREIGN),
        Block("b2", BlockKind.PARAGRAPH, "Idlib again and again.", "en"),
    ),
)


class Listener:
    """Somebody who hears an article and says how its words are said."""

    def __init__(self, engine: FakeSynthesizer | None = None, store: FakeStore | None = None) -> None:
        self.stage = Stage(engine or FakeSynthesizer(("en", "ru")))
        self.store = store or FakeStore()
        self.lists = Pronunciation(FakeContent({}), self.store, Profile.HOME)
        self.notes: list[Note] = []
        self.speech = SpeechSettings(
            self.stage.player, PreferenceKeeper(self.store, Profile.HOME), self.notes.append
        )
        self.speech.use(lambda: tuple(own.voice for own in self.stage.engines), ruled(self.lists.respellings))
        self.words = OwnWords(self.stage.player, self.notes.append)
        self.words.use(self.lists, self.speech.respell_anew)
        self.stage.player.open(ARTICLE)

    def read_until(self, word: str) -> None:
        self.stage.player.play()
        self.stage.run_until(lambda: self.stage.state.at.quote.startswith(word))

    def spoken(self) -> list[str]:
        """What was said since this was last asked."""
        said = list(self.stage.engines[0].spoken)
        self.stage.engines[0].spoken.clear()
        return said


@pytest.fixture
def new_listener() -> Iterator[Callable[..., Listener]]:
    i18n.set_language("en")
    made: list[Listener] = []

    def make(*arguments: object) -> Listener:
        made.append(Listener(*arguments))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for listener in made:
        listener.stage.close()


@pytest.fixture
def listener(new_listener: Callable[..., Listener]) -> Listener:
    return new_listener()


# -- which word ---------------------------------------------------------------------------------------------------


def test_nothing_is_offered_where_nothing_is_kept(listener: Listener) -> None:
    assert listener.words.is_offered
    public = OwnWords(listener.stage.player, listener.notes.append)
    assert not public.is_offered
    assert not public.keep("Idlib", "Id-lib", "en")
    assert not public.forget("Idlib", "en")
    assert public.said_of("Idlib", "en") == ""
    assert listener.notes == []


def test_the_current_word_is_the_one_that_is_heard_without_its_ending(listener: Listener) -> None:
    listener.read_until("Idlib")
    at = listener.stage.state.at
    assert listener.words.current() == Word("Idlib", "en", at)


def test_a_word_in_another_language_is_one_of_that_language(listener: Listener) -> None:
    listener.read_until("Москва")
    found = listener.words.current()
    assert found is not None
    assert (found.term, found.language) == ("Москва", "ru")


def test_before_a_reading_the_current_word_is_the_first(listener: Listener) -> None:
    found = listener.words.current()
    assert found is not None
    assert found.term == "Title"


def test_without_an_article_there_is_no_word() -> None:
    stage = Stage()
    words = OwnWords(stage.player, lambda note: None)
    assert words.current() is None
    stage.close()


def test_words_can_be_gone_through_and_the_reading_stays(listener: Listener) -> None:
    listener.stage.player.move(locate(ARTICLE, 1))
    place = listener.stage.state
    word = listener.words.current()
    found = []
    while word is not None:
        found.append(word.term)
        before, word = word, listener.words.neighbour(word, 1)
    assert found == ["Alpha", "Idlib", "beta", "Gamma", "Москва", "delta", "Idlib", "again", "and", "again"]
    back = listener.words.neighbour(before, -1)
    assert back is not None
    assert back.term == "and"
    assert listener.stage.state == place


# -- hearing it ---------------------------------------------------------------------------------------------------


def test_a_word_is_heard_as_it_would_be_said_and_nothing_is_kept(listener: Listener) -> None:
    listener.words.hear("Idlib", "Id-lib", "en")
    listener.stage.run_until_state(Stopped)
    assert listener.spoken() == ["Id-lib"]
    assert listener.words.said_of("Idlib", "en") == ""
    assert listener.store.saves == []


def test_a_word_is_heard_as_it_is_said_now_when_nothing_was_written(listener: Listener) -> None:
    listener.lists.say_like("Idlib", "Eed-leeb", "en")
    listener.words.hear(" Idlib ", " ", "en")
    listener.stage.run_until_state(Stopped)
    assert listener.spoken() == ["Eed-leeb"]


def test_a_sound_is_told_to_the_voice(listener: Listener) -> None:
    listener.words.hear("Idlib", "/ˈɪdlɪb/", "en")
    listener.stage.run_until_state(Stopped)
    assert [own.ipa for own in listener.stage.engines[0].pronounced[-1]] == ["ˈɪdlɪb"]


def test_the_reading_goes_on_at_its_word_after_it(listener: Listener) -> None:
    listener.read_until("beta")
    place = listener.stage.state.at
    listener.spoken()
    listener.words.hear("Idlib", "Id-lib", "en")
    places = [place]
    unsubscribe = listener.stage.player.state.subscribe(lambda state: places.append(state.at))
    listener.stage.run_until(lambda: len(listener.stage.engines[0].spoken) > 1)
    unsubscribe()
    assert listener.spoken()[:2] == ["Id-lib", "beta."]
    assert set(places) == {place}
    assert is_sounding(listener.stage.state)
    listener.stage.run_until_state(Ended)


def test_a_silent_reading_stays_silent_at_its_word(listener: Listener) -> None:
    listener.read_until("beta")
    listener.stage.player.pause()
    place = listener.stage.state.at
    listener.words.hear("Idlib", "Id-lib", "en")
    listener.stage.run_until_state(Speaking)
    assert listener.stage.state.at == place
    listener.stage.run_until_state(Stopped)
    assert listener.stage.state.at == place
    listener.spoken()
    listener.stage.player.play()
    listener.stage.run_until_state(Speaking)
    assert listener.spoken()[0] == "beta."


def test_a_reading_that_stops_after_each_sentence_does_not_stop_at_the_word(listener: Listener) -> None:
    listener.speech.next_stop_after(-1)
    listener.stage.player.play(locate(ARTICLE, 1))
    listener.read_until("beta")
    listener.words.hear("Idlib", "Id-lib", "en")
    listener.stage.run_until(lambda: not is_sounding(listener.stage.state))
    # It was the reading's own sentence that ended.
    assert listener.stage.state.at.quote.startswith("Gamma")


def test_a_word_that_no_voice_can_say_leaves_the_place(new_listener: Callable[..., Listener]) -> None:
    listener = new_listener(FailingSynthesizer("Id-lib"))
    listener.stage.player.move(locate(ARTICLE, 1))
    listener.words.hear("Idlib", "Id-lib", "en")
    listener.stage.run_until_state(Failed)
    assert listener.stage.state.at == locate(ARTICLE, 1)
    listener.stage.player.play()
    listener.stage.run_until_state(Speaking)
    assert listener.stage.state.at.passage == 1


# -- keeping and forgetting ---------------------------------------------------------------------------------------


def test_what_is_kept_is_heard_from_the_current_word_on_and_remembered(
    new_listener: Callable[..., Listener],
) -> None:
    store = FakeStore()
    listener = new_listener(None, store)
    listener.read_until("Alpha")
    listener.spoken()
    assert listener.words.keep("Idlib", "Id-lib", "en")
    assert listener.stage.is_in(Preparing)
    listener.stage.run_until_state(Ended)
    said = listener.spoken()
    assert said[0] == "Alpha Id-lib’s beta."
    assert said[-1] == "Id-lib again and again."
    assert listener.notes == [SayingKept("Idlib", True)]
    assert words_for_note(listener.notes[0]).endswith("Idlib")
    assert new_listener(None, store).words.said_of("Idlib", "en") == "Id-lib"


def test_what_is_forgotten_is_said_as_ever(listener: Listener) -> None:
    listener.words.keep("Idlib", "Id-lib", "en")
    assert listener.words.forget("Idlib", "en")
    assert listener.words.said_of("Idlib", "en") == ""
    listener.stage.player.play()
    listener.stage.run_until_state(Ended)
    assert "Idlib again and again." in listener.spoken()
    assert listener.notes[-1] == SayingForgotten("Idlib")
    assert not listener.words.forget("Idlib", "en")
    assert len(listener.notes) == 2


def test_on_a_full_disk_it_holds_until_the_end_and_that_is_said(listener: Listener) -> None:
    listener.store.is_writable = False
    assert listener.words.keep("Idlib", "Id-lib", "en")
    assert listener.notes == [SayingKept("Idlib", False)]
    assert "could not be saved" in words_for_note(listener.notes[0])
    assert listener.words.said_of("Idlib", "en") == "Id-lib"
    assert listener.words.forget("Idlib", "en")


@pytest.mark.parametrize(
    ("term", "said_like", "fault"),
    [
        ("", "x", SayingFault.WORD),
        ("—", "x", SayingFault.WORD),
        ("a b c d e f g h i j k l m", "x", SayingFault.WORD),
        ("Idlib", "?!", SayingFault.SAYING),
        ("Idlib", "x" * 301, SayingFault.SAYING),
        ("Idlib", "/ɪd%lɪb/", SayingFault.SOUND),
    ],
)
def test_what_cannot_be_said_is_refused_in_plain_words(
    listener: Listener, term: str, said_like: str, fault: SayingFault
) -> None:
    listener.words.hear(term, said_like, "en")
    assert not listener.words.keep(term, said_like, "en")
    assert [note.fault for note in listener.notes if isinstance(note, SayingRefused)] == [fault, fault]
    assert listener.stage.is_in(Stopped)
    words = words_for_note(listener.notes[0])
    assert words[0].isupper()
    assert words_for_note(SayingRefused(SayingFault.FULL, "")) != words


def test_more_words_than_can_be_kept_are_refused(listener: Listener) -> None:
    for number in range(MOST_OWN):
        listener.lists.say_like(f"Word{number}", "x", "en")
    assert not listener.words.keep("Idlib", "Id-lib", "en")
    assert isinstance(listener.notes[-1], SayingRefused)
    assert listener.notes[-1].fault is SayingFault.FULL
