"""Moving by ear between fakes: what is heard, where one is afterwards, and what is told."""

from collections.abc import Iterator

import pytest

from kiosk import i18n
from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.note import BookmarkRemoved, BookmarkSet, LevelChosen, Note, NothingThere, NoWayBack, WhereAmI
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.app.reading import Reading
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import locate
from kiosk.core.navigation import Level
from kiosk.core.reading import Ended, Paused, Speaking, Stopped, is_sounding
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

BLOCKS = (
    (BlockKind.PARAGRAPH, "Alpha beta. Gamma delta."),
    (BlockKind.HEADING, "Chapter"),
    (BlockKind.PARAGRAPH, "Zeta eta. Theta iota. Kappa."),
)


def article(article_id: str, language: str = "en") -> Article:
    blocks = tuple(Block(f"b{number}", kind, text, language, 2) for number, (kind, text) in enumerate(BLOCKS, 1))
    return Article(article_id, f"Title {article_id}", language, blocks)


ONE, TWO, OTHER = article("one"), article("two"), article("other", "ru")


class Listener:
    """Somebody who only hears: commands go in, and what was spoken comes out."""

    def __init__(self, store: FakeStore | None = None, profile: Profile = Profile.HOME) -> None:
        self.stage = Stage()
        self.store = store or FakeStore()
        content = FakeContent({"one.md": ONE, "other.md": OTHER, "two.md": TWO})
        self.preferences = PreferenceKeeper(self.store, profile)
        self.reading = Reading(
            self.stage.player,
            Library(content, self.store, profile, self.stage.clock),
            self.preferences,
            DonationDesk(None, self.store, self.stage.clock),
            Bookmarks(self.store, profile),
            FakeTimer,
        )
        self.notes: list[Note] = []
        self.reading.note.subscribe(lambda note: self.notes.append(note) if note is not None else None)
        self.reading.open("one.md")

    @property
    def navigation(self):  # type: ignore[no-untyped-def]
        return self.reading.navigation

    @property
    def place(self) -> tuple[int, int]:
        at = self.stage.state.at
        return at.passage, at.span.start

    def spoken(self) -> list[str]:
        """What was said since this was last asked."""
        said = list(self.stage.engines[0].spoken)
        self.stage.engines[0].spoken.clear()
        return said

    def hear_out(self) -> list[str]:
        """Let time pass until silence; return what was said."""
        self.stage.run_until(lambda: not is_sounding(self.stage.state))
        return self.spoken()

    def choose(self, level: Level) -> None:
        self.preferences.set("level", level.value)


@pytest.fixture
def listener() -> Iterator[Listener]:
    i18n.set_language("en")
    made = Listener()
    yield made
    made.stage.close()


@pytest.mark.parametrize(
    ("level", "heard", "place"),
    [
        (Level.WORD, "one", (0, 6)),
        (Level.SENTENCE, "Alpha beta.", (1, 0)),
        (Level.PARAGRAPH, "Alpha beta. Gamma delta.", (1, 0)),
        (Level.HEADING, "Chapter", (2, 0)),
    ],
)
def test_a_move_in_silence_speaks_just_that_unit(
    listener: Listener, level: Level, heard: str, place: tuple[int, int]
) -> None:
    listener.choose(level)
    listener.reading.move(1)
    assert " ".join(listener.hear_out()) == heard
    assert listener.stage.is_in(Stopped)
    assert listener.place == place
    listener.reading.move(-1)
    listener.hear_out()
    assert listener.place == (0, 0)


@pytest.mark.conforms("CF-05")
def test_a_move_while_reading_goes_on_reading(listener: Listener) -> None:
    listener.reading.toggle()
    listener.stage.run_until_state(Speaking)
    listener.spoken()
    listener.choose(Level.HEADING)
    listener.reading.move(1)
    assert listener.hear_out() == ["Chapter", "Zeta eta.", "Theta iota.", "Kappa."]
    assert listener.stage.is_in(Ended)


def test_play_in_a_preview_reads_on_from_there(listener: Listener) -> None:
    listener.reading.move(1, Level.HEADING)
    listener.stage.run_until_state(Speaking)
    listener.spoken()
    listener.reading.toggle()
    assert listener.hear_out() == ["Chapter", "Zeta eta.", "Theta iota.", "Kappa."]


def test_at_the_ends_that_is_told_and_nobody_moves(listener: Listener) -> None:
    listener.reading.move(-1, Level.SENTENCE)
    assert listener.notes == [NothingThere(Level.SENTENCE, -1)]
    assert not is_sounding(listener.stage.state)
    listener.reading.move_to(3)
    listener.hear_out()
    listener.reading.move(1, Level.PARAGRAPH)
    assert listener.notes[-1] == NothingThere(Level.PARAGRAPH, 1)
    assert listener.place == (3, 0)


def test_levels_are_chosen_told_and_remembered(listener: Listener) -> None:
    listener.navigation.choose_level(1)
    assert listener.notes == [LevelChosen(Level.HEADING)]
    assert words_for_note(listener.notes[0]) == "Move by: headings"
    listener.navigation.choose_level(-1)
    listener.navigation.choose_level(-1)
    assert Listener(listener.store).navigation.level is Level.SENTENCE


@pytest.mark.conforms("CF-05")
def test_the_sentence_is_repeated_and_the_reading_goes_on(listener: Listener) -> None:
    listener.reading.play_from(3)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("iota"))
    listener.spoken()
    listener.navigation.repeat_sentence()
    assert listener.hear_out() == ["Theta iota.", "Kappa."]


def test_in_silence_the_sentence_is_repeated_and_the_place_stays(listener: Listener) -> None:
    listener.reading.play_from(3)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("iota"))
    listener.reading.silence()
    at = listener.stage.state.at
    listener.spoken()
    listener.navigation.repeat_sentence()
    assert listener.hear_out() == ["Theta iota."]
    assert listener.stage.state == Stopped(listener.stage.state.request, at)


def test_one_paragraph_is_read_and_the_next_comes_after_it(listener: Listener) -> None:
    listener.reading.play_from(1)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("delta"))
    listener.spoken()
    listener.navigation.read_paragraph()
    assert listener.hear_out() == ["Alpha beta.", "Gamma delta."]
    assert listener.place == (2, 0)
    listener.reading.toggle()
    assert listener.hear_out()[0] == "Chapter"


def test_the_last_paragraph_ends_the_article(listener: Listener) -> None:
    listener.reading.move_to(3, is_heard=False)
    listener.navigation.read_paragraph()
    listener.hear_out()
    assert listener.stage.is_in(Ended)


def test_the_way_back_leads_to_where_something_was_heard(listener: Listener) -> None:
    listener.navigation.go_back()
    assert listener.notes == [NoWayBack()]
    listener.reading.play_from(1)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("Gamma"))
    listener.reading.silence()
    listener.reading.move(1, Level.HEADING)
    listener.hear_out()
    listener.reading.move(1, Level.PARAGRAPH)
    listener.hear_out()
    listener.navigation.go_back()
    assert listener.hear_out() == ["Gamma delta."]
    assert listener.place == (1, 12)


def test_bookmarks_are_set_visited_and_taken_away(listener: Listener) -> None:
    listener.reading.play_from(3)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("iota"))
    listener.reading.silence()
    listener.navigation.toggle_bookmark()
    mark = locate(ONE, 3, TextSpan(10, 10))
    assert listener.notes == [BookmarkSet(mark)]
    assert words_for_note(listener.notes[0]) == "Bookmark set at: Theta iota. Kappa."
    listener.reading.move_to(0, is_heard=False)
    listener.spoken()
    listener.reading.move(1, Level.BOOKMARK)
    assert listener.hear_out() == ["Theta iota."]
    # Another run of the program finds it too.
    again = Listener(listener.store)
    again.reading.move_to(0, is_heard=False)
    again.reading.move(1, Level.BOOKMARK)
    assert again.hear_out() == ["Theta iota."]
    again.navigation.toggle_bookmark()
    again.reading.move_to(0, is_heard=False)
    again.reading.move(1, Level.BOOKMARK)
    assert again.notes == [BookmarkRemoved(mark), NothingThere(Level.BOOKMARK, 1)]
    again.stage.close()


@pytest.mark.conforms("FP-11", "CF-11")
def test_at_a_public_kiosk_bookmarks_leave_no_trace() -> None:
    public = Listener(profile=Profile.PUBLIC)
    public.navigation.toggle_bookmark()
    assert "bookmarks" not in public.store.records
    public.reading.move_to(3, is_heard=False)
    public.reading.move(-1, Level.BOOKMARK)
    assert public.place == (0, 0)
    public.stage.close()


def test_articles_are_moved_through_in_the_text_s_language(listener: Listener) -> None:
    listener.reading.move(1, Level.ARTICLE)
    assert listener.hear_out() == ["Title two"]
    opened = listener.reading.opened.value
    assert opened is not None
    assert opened.path == "two.md"
    listener.reading.move(1, Level.ARTICLE)
    assert listener.notes[-1] == NothingThere(Level.ARTICLE, 1)
    listener.reading.move(-1, Level.ARTICLE)
    listener.hear_out()
    listener.reading.toggle()
    listener.stage.run_until_state(Speaking)
    listener.reading.move(1, Level.ARTICLE)
    assert listener.stage.state.at.article_id == "two"
    assert is_sounding(listener.stage.state)


def test_where_am_i_moves_nothing(listener: Listener) -> None:
    listener.reading.play_from(3)
    listener.stage.run_until(lambda: listener.stage.state.at.quote.startswith("iota"))
    state = listener.stage.state
    listener.reading.where()
    assert listener.notes == [WhereAmI(3, 3, "Chapter", 1)]
    assert words_for_note(listener.notes[0]) == "Paragraph 3 of 3, under: Chapter. 1 minute left."
    assert listener.stage.state is state


@pytest.mark.parametrize(
    ("unit", "heard"), [("sentence", "Alpha beta."), ("paragraph", "Alpha beta. Gamma delta.")]
)
def test_the_reading_stops_by_itself_and_goes_on_with_the_next(listener: Listener, unit: str, heard: str) -> None:
    listener.preferences.set("stop_after", unit)
    listener.reading.play_from(1)
    sound = listener.stage.run_until(lambda: not is_sounding(listener.stage.state))
    assert listener.stage.is_in(Paused)
    assert any(sound)
    following = locate(ONE, 1, TextSpan(12, 12)) if unit == "sentence" else locate(ONE, 2)
    assert listener.stage.state.at == following
    assert not any(listener.stage.run(3000))
    before = len(sound)
    listener.reading.toggle()
    after = listener.stage.run_until(lambda: not is_sounding(listener.stage.state))
    # What follows begins at once, with the sample after the one at which it stopped.
    first = next(number for number in range(0, len(after), 2) if after[number : number + 2] != b"\0\0")
    assert first <= 2 * 240 + 2 * 24
    assert before


def test_a_passage_that_somebody_else_says_is_not_heard_and_a_sentence_is(listener: Listener) -> None:
    listener.navigation.is_said_by_other = lambda: True
    listener.reading.move(1, Level.PARAGRAPH)
    listener.reading.move_to(3)
    assert (listener.place, listener.hear_out()) == ((3, 0), [])
    listener.reading.move(1, Level.SENTENCE)
    assert listener.hear_out() == ["Theta iota."]


def test_a_reading_goes_on_at_a_passage_whoever_says_it_in_silence(listener: Listener) -> None:
    listener.navigation.is_said_by_other = lambda: True
    listener.reading.toggle()
    listener.stage.run_until(lambda: isinstance(listener.stage.state, Speaking))
    listener.reading.move(1, Level.HEADING)
    assert listener.hear_out()[-1:] == ["Kappa."]
