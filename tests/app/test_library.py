"""Articles and the places reached in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.library import Library, Place
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import ContentError
from kiosk.core.locator import Locator, locate
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_store import FakeStore


def article(article_id: str, *texts: str) -> Article:
    blocks = tuple(
        Block(f"b{number}", BlockKind.PARAGRAPH, text, "en")
        for number, text in enumerate(texts or ("One two.", "Three four."), 1)
    )
    return Article(article_id, "Title", "en", blocks)


ONE, TWO = article("one"), article("two")
PLACE = locate(ONE, 2, TextSpan(6, 10))


def library(store: FakeStore | None = None, profile: Profile = Profile.HOME) -> Library:
    content = FakeContent({"one.md": ONE, "two.md": TWO}, {"bad.md": "is not UTF-8"})
    return Library(content, store or FakeStore(), profile)


def test_broken_articles_are_listed_too_and_raise_when_opened() -> None:
    own = library()
    assert [(entry.path, entry.problem) for entry in own.entries()][-1] == ("bad.md", "is not UTF-8")
    assert own.load("one.md").article == ONE
    with pytest.raises(ContentError, match="is not UTF-8"):
        own.load("bad.md")


def test_a_place_outlives_the_program_at_home() -> None:
    store = FakeStore()
    library(store).remember("one.md", PLACE)
    again = library(store)
    assert again.place_in(ONE) == PLACE
    assert again.last_place() == Place("one.md", PLACE)
    assert again.place_in(TWO) is None


@pytest.mark.conforms("FP-11", "CF-11")
def test_at_a_public_kiosk_nothing_is_written_or_read() -> None:
    store = FakeStore()
    library(store).remember("one.md", PLACE)
    store.saves.clear()
    public = library(store, Profile.PUBLIC)
    assert public.last_place() is None
    public.remember("two.md", locate(TWO, 1))
    assert store.saves == []


def test_continue_goes_to_the_article_that_was_read_last() -> None:
    store = FakeStore()
    own = library(store)
    own.remember("one.md", PLACE)
    own.remember("two.md", locate(TWO, 1))
    own.remember("one.md", locate(ONE, 1))
    assert library(store).last_place() == Place("one.md", locate(ONE, 1))
    own.forget("one")
    assert library(store).last_place() == Place("two.md", locate(TWO, 1))
    own.forget("two")
    assert library(store).last_place() is None


def test_the_same_place_again_writes_nothing() -> None:
    store = FakeStore()
    own = library(store)
    own.remember("one.md", PLACE)
    own.remember("one.md", PLACE)
    own.forget("two")
    assert store.saves == ["places"]


def test_a_place_is_found_again_in_an_article_that_has_changed() -> None:
    store = FakeStore()
    library(store).remember("one.md", PLACE)
    changed = article("one", "Put in.", "One two.", "Now three four.")
    assert library(store).place_in(changed) == locate(changed, 3, TextSpan(10, 14))


def test_the_oldest_places_are_forgotten_in_the_end() -> None:
    store = FakeStore()
    own = library(store)
    for number in range(250):
        own.remember(f"{number}.md", Locator(f"a{number}", 1, TextSpan(0, 0), "quote"))
    kept = store.records["places"]["places"]
    assert isinstance(kept, list)
    assert [item["article"] for item in kept] == [f"a{number}" for number in range(50, 250)]


def test_a_disk_that_is_full_stops_nobody_from_reading() -> None:
    store = FakeStore()
    store.is_writable = False
    own = library(store)
    own.remember("one.md", PLACE)
    assert own.place_in(ONE) == PLACE


def test_places_that_cannot_be_read_are_as_if_there_were_none() -> None:
    store = FakeStore()
    store.unreadable.add("places")
    assert library(store).last_place() is None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
KEYS = ("path", "article", "passage", "start", "end", "quote")


@given(
    items=st.one_of(JUNK, st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, JUNK)), max_size=3)),
    text=st.sampled_from(["one", "two"]),
)
def test_damaged_places_are_as_if_they_were_not_there(items: object, text: str) -> None:
    good = {"path": "one.md", "article": "one", "passage": 2, "start": 6, "end": 10, "quote": "four."}
    damaged = items if isinstance(items, list) else [items]
    own = library(FakeStore({"places": {"places": [*damaged, good]}}))
    assert own.last_place() == Place("one.md", Locator("one", 2, TextSpan(6, 10), "four."))
    assert own.place_in(article(text)) in (None, PLACE._replace(quote="four."))


@pytest.mark.parametrize("record", [{"places": 3}, {"places": {}}, {"other": []}])
def test_a_record_of_another_shape_is_as_if_there_was_none(record: dict[str, object]) -> None:
    assert library(FakeStore({"places": record})).last_place() is None
