"""How words are said: ranks, what a person said and what is kept of it, and lists that cannot be used."""

import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.pronunciation import MOST_OWN, OwnPronunciation, Pronunciation, spoken_article
from kiosk.core.errors import StoreError, UsageError
from kiosk.core.lexicon import ArticleLists, LexiconEntry, PronunciationList
from kiosk.core.settings import Profile
from kiosk.core.spoken_form import spell_out
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore

TEXT = "Idlib, Delhi and Ankara"


def list_of(source: str, *said: tuple[str, str], language: str = "en") -> PronunciationList:
    entries = tuple(LexiconEntry((term,), alias, "", language) for term, alias in said)
    return PronunciationList(source, entries)


def content(beside: Sequence[PronunciationList] = (), operator: Sequence[PronunciationList] = ()) -> FakeContent:
    return FakeContent({}, beside={"a.md": beside}, operator=operator)


def at_home(source: FakeContent | None = None, store: FakeStore | None = None) -> Pronunciation:
    return Pronunciation(source or content(), store or FakeStore(), Profile.HOME)


def said(pronunciation: Pronunciation, text: str = TEXT, language: str = "en") -> str:
    return spell_out(text, pronunciation.respellings(text, language)).text


# -- ranks -----------------------------------------------------------------------------------------------------


def test_the_person_counts_more_than_the_publisher_and_the_publisher_than_the_operator() -> None:
    operator = list_of("o.pls", ("Idlib", "o1"), ("Delhi", "o2"), ("Ankara", "o3"))
    pronunciation = at_home(content([list_of("a.pls", ("Idlib", "p1"), ("Delhi", "p2"))], [operator]))
    pronunciation.say_like("Idlib", "u1", "en")
    pronunciation.open("a.md")
    assert said(pronunciation) == "u1, p2 and o3"


def test_an_earlier_list_of_a_rank_counts_more() -> None:
    lists = [list_of("a.pls", ("Idlib", "one")), list_of("lexicon.pls", ("Idlib", "two"), ("Delhi", "three"))]
    pronunciation = at_home(content(lists))
    pronunciation.open("a.md")
    assert said(pronunciation) == "one, three and Ankara"


def test_a_list_holds_for_its_article_and_its_language() -> None:
    mixed = [list_of("a.pls", ("Idlib", "x"), language="ru"), list_of("b.pls", ("Delhi", "y"), language="en-GB")]
    pronunciation = at_home(content(mixed))
    assert said(pronunciation) == TEXT
    pronunciation.open("a.md")
    assert said(pronunciation, language="en") == "Idlib, y and Ankara"
    assert said(pronunciation, language="en-US") == TEXT
    assert said(pronunciation, language="ru-RU") == "x, Delhi and Ankara"
    pronunciation.open("b.md")
    assert said(pronunciation) == TEXT


def test_lists_are_read_when_the_first_text_is_said_and_once() -> None:
    source = content()
    pronunciation = at_home(source)
    pronunciation.open("a.md")
    pronunciation.open("b.md")
    assert source.lists_asked == []
    said(pronunciation)
    said(pronunciation, "more")
    pronunciation.problems()
    assert source.lists_asked == ["b.md"]


def test_the_operator_s_lists_may_change_between_two_articles() -> None:
    source = content(operator=[list_of("o.pls", ("Idlib", "x"))])
    pronunciation = at_home(source)
    assert said(pronunciation) == "x, Delhi and Ankara"
    source.operator = (*source.operator, list_of("p.pls", ("Delhi", "y")))
    pronunciation.open("a.md")
    assert said(pronunciation) == "x, y and Ankara"


def test_opening_an_article_does_not_wait_for_a_list_that_is_being_read() -> None:
    is_reading, may_go_on = threading.Event(), threading.Event()

    class SlowContent(FakeContent):
        def lexicons(self, path: str) -> ArticleLists:
            if path == "slow.md":
                is_reading.set()
                assert may_go_on.wait(20)
            return super().lexicons(path)

    pronunciation = at_home(SlowContent({}))
    pronunciation.open("slow.md")
    worker = threading.Thread(target=said, args=(pronunciation,))
    worker.start()
    assert is_reading.wait(20)
    pronunciation.open("a.md")
    pronunciation.say_like("Idlib", "x", "en")
    assert said(pronunciation) == "x, Delhi and Ankara"
    may_go_on.set()
    worker.join()


# -- lists that cannot be used -----------------------------------------------------------------------------------


def test_a_broken_list_is_told_and_the_others_hold() -> None:
    broken = PronunciationList("lexicon.pls", problem="line 3, column 1: it has no grapheme")
    bad = PronunciationList("pronunciation/b.pls", problem="too large")
    pronunciation = at_home(content([list_of("a.pls", ("Idlib", "x")), broken], [bad]))
    assert pronunciation.problems() == ("pronunciation/b.pls: too large",)
    pronunciation.open("a.md")
    assert said(pronunciation) == "x, Delhi and Ankara"
    assert pronunciation.problems() == (
        "lexicon.pls: line 3, column 1: it has no grapheme",
        "pronunciation/b.pls: too large",
    )


# -- what a person says ------------------------------------------------------------------------------------------


def test_what_was_said_holds_at_once_and_is_kept() -> None:
    store = FakeStore()
    pronunciation = at_home(store=store)
    assert pronunciation.say_like("  Idlib ", "Id-lib", "en")
    assert said(pronunciation) == "Id-lib, Delhi and Ankara"
    assert store.saves == ["pronunciation"]
    again = at_home(store=store)
    assert again.own() == (OwnPronunciation("Idlib", "Id-lib", "en"),)
    assert said(again) == "Id-lib, Delhi and Ankara"


def test_it_is_said_for_one_language() -> None:
    pronunciation = at_home()
    pronunciation.say_like("Idlib", "a", "en")
    pronunciation.say_like("Idlib", "b", "TR")
    assert pronunciation.own() == (OwnPronunciation("Idlib", "a", "en"), OwnPronunciation("Idlib", "b", "tr"))
    assert said(pronunciation, "Idlib", "en-GB") == "a"
    assert said(pronunciation, "Idlib", "tr") == "b"
    assert said(pronunciation, "Idlib", "ru") == "Idlib"


def test_saying_it_again_replaces_it_and_forgetting_takes_it_away() -> None:
    store = FakeStore()
    pronunciation = at_home(store=store)
    pronunciation.say_like("Idlib", "a", "en")
    pronunciation.say_like("Idlib", "b", "en")
    assert said(pronunciation, "Idlib") == "b"
    assert not pronunciation.forget("Idlib", "ru")
    assert not pronunciation.forget("Delhi", "en")
    assert pronunciation.forget(" Idlib", "EN")
    assert said(pronunciation, "Idlib") == "Idlib"
    assert at_home(store=store).own() == ()


def test_a_sound_stands_between_bars() -> None:
    pronunciation = at_home()
    pronunciation.say_like("Idlib", "/ˈɪdlɪb/", "en")
    (found,) = pronunciation.respellings("Idlib's", "en")
    assert (found.spoken, found.ipa) == ("Idlib's", "ˈɪdlɪbz")


@pytest.mark.parametrize(
    ("term", "said_like", "language", "problem"),
    [
        ("", "x", "en", "no letter or digit"),
        ("&", "and", "en", "no letter or digit"),
        ("a" * 201, "x", "en", "200 characters"),
        ("a " * 13, "x", "en", "12 words"),
        ("Idlib", "", "en", "needs a letter or digit"),
        ("Idlib", "…", "en", "needs a letter or digit"),
        ("Idlib", "x" * 301, "en", "at most 300"),
        ("Idlib", "/ˈId/", "en", '"I" is not a letter'),
        ("Idlib", "x", "English", "no tag of a language"),
        ("Idlib", "x", "", "no tag of a language"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_written(
    term: str, said_like: str, language: str, problem: str
) -> None:
    store = FakeStore()
    pronunciation = at_home(store=store)
    with pytest.raises(UsageError, match=problem):
        pronunciation.say_like(term, said_like, language)
    assert store.saves == []
    assert pronunciation.own() == ()


def test_their_number_is_bounded() -> None:
    record = {"en": {f"word{number}": "x" for number in range(MOST_OWN)}}
    pronunciation = at_home(store=FakeStore({"pronunciation": record}))
    with pytest.raises(UsageError, match="forget some"):
        pronunciation.say_like("Idlib", "x", "en")
    pronunciation.say_like("word7", "y", "en")
    assert len(pronunciation.own()) == MOST_OWN


def test_what_cannot_be_written_holds_until_the_program_ends() -> None:
    store = FakeStore()
    pronunciation = at_home(store=store)
    store.is_writable = False
    with pytest.raises(StoreError):
        pronunciation.say_like("Idlib", "x", "en")
    pronunciation.open("a.md")
    assert said(pronunciation, "Idlib") == "x"
    assert at_home(store=store).own() == ()
    store.is_writable = True
    pronunciation.say_like("Delhi", "y", "en")
    assert [own.term for own in at_home(store=store).own()] == ["Delhi", "Idlib"]


def test_what_another_program_wrote_holds_for_the_next_article_and_is_not_lost() -> None:
    store = FakeStore()
    window, command = at_home(store=store), at_home(store=store)
    command.say_like("Idlib", "x", "en")
    window.say_like("Delhi", "y", "en")
    assert [own.term for own in at_home(store=store).own()] == ["Delhi", "Idlib"]
    window.open("a.md")
    assert said(window) == "x, y and Ankara"


def test_at_a_public_kiosk_nothing_is_kept_or_held_against_the_next() -> None:
    store = FakeStore({"pronunciation": {"en": {"Idlib": "x"}}})
    pronunciation = Pronunciation(content([list_of("a.pls", ("Delhi", "p"))]), store, Profile.PUBLIC)
    assert not pronunciation.say_like("Ankara", "y", "en")
    assert not pronunciation.forget("Idlib", "en")
    pronunciation.open("a.md")
    assert said(pronunciation) == "Idlib, p and Ankara"
    assert pronunciation.own() == ()
    assert store.saves == []


def test_a_record_that_cannot_be_read_is_as_if_nobody_had_said_anything() -> None:
    store = FakeStore({"pronunciation": {"en": {"Idlib": "x"}}})
    store.unreadable.add("pronunciation")
    assert at_home(store=store).own() == ()


damaged = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["en", "tr", "", "x y"]) | st.text(max_size=1), damaged, max_size=4))
def test_a_damaged_record_loses_only_what_is_damaged(record: dict[str, object]) -> None:
    kept = {"uk": {"Ідліб": "х", "число": 5, "ніщо": None}}
    pronunciation = at_home(store=FakeStore({"pronunciation": {**record, **kept}}))
    assert [own for own in pronunciation.own() if own.language == "uk"] == [OwnPronunciation("Ідліб", "х", "uk")]
    said(pronunciation)


def test_a_word_can_be_heard_as_it_is_said() -> None:
    pronunciation = at_home(content([list_of("a.pls", ("WHO", "World Health"))]))
    pronunciation.open("a.md")
    pronunciation.say_like("Idlib", "/ˈɪdlɪb/", "en")
    term = "WHO Idlib"
    article = spoken_article(term, "en", pronunciation.respellings(term, "en"))
    (block,) = article.blocks
    assert (article.title, block.text, block.language) == (term, term, "en")
    assert [(own.span.of(block.text), own.spoken, own.ipa) for own in block.said] == [
        ("WHO", "World Health", ""),
        ("Idlib", "Idlib", "ˈɪdlɪb"),
    ]
