"""Places that find their way back after an article was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate, relocate
from kiosk.core.text import TextSpan, words

TEXTS = (
    "Alpha beta gamma.",
    "The quick brown fox jumps over it.",
    "Alpha beta again, and delta.",
    "Last words here.",
)


def article(*texts: str) -> Article:
    blocks = tuple(Block(f"b{number}", BlockKind.PARAGRAPH, text, "en") for number, text in enumerate(texts, 1))
    return Article("a", "The title", "en", blocks)


def word_of(place: Locator, own: Article) -> str:
    return place.span.of(own.passage(place.passage).text)


def place_of(own: Article, passage: int, word: str) -> Locator:
    at = own.passage(passage).text.index(word)
    return locate(own, passage, TextSpan(at, at + len(word)))


def test_a_place_quotes_what_follows_it() -> None:
    place = place_of(article(*TEXTS), 2, "brown")
    assert (place.article_id, place.passage, place.span) == ("a", 2, TextSpan(10, 15))
    assert place.quote == "brown fox jumps over it."
    assert locate(article("x" * 200), 1).quote == "x" * 60


def test_there_is_no_place_in_a_passage_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        locate(article(*TEXTS), 5)


@given(data=st.data())
def test_an_article_that_has_not_changed_keeps_every_place(data: st.DataObject) -> None:
    own = article(*TEXTS)
    passage = data.draw(st.integers(0, own.last_passage))
    span = data.draw(st.sampled_from([None, *words(own.passage(passage).text)]))
    place = locate(own, passage, span)
    assert relocate(own, place) == place


@given(data=st.data())
def test_blocks_put_in_before_or_after_move_a_place_with_its_text(data: st.DataObject) -> None:
    own = article(*TEXTS)
    passage = data.draw(st.integers(1, own.last_passage))
    place = locate(own, passage, data.draw(st.sampled_from(words(own.passage(passage).text))))
    before = data.draw(st.integers(0, 4))
    after = data.draw(st.integers(0, 4))
    edited = article(*["Put in."] * before, *TEXTS, *["Put in."] * after)
    found = relocate(edited, place)
    assert (found.passage, word_of(found, edited)) == (passage + before, word_of(place, own))


def test_words_put_in_before_it_in_its_passage_move_a_place() -> None:
    own = article(*TEXTS)
    edited = article(TEXTS[0], "Very early, " + TEXTS[1], *TEXTS[2:])
    found = relocate(edited, place_of(own, 2, "fox"))
    assert (found.passage, word_of(found, edited)) == (2, "fox")


def test_of_two_passages_with_the_text_the_nearest_is_taken() -> None:
    same = "Again and again."
    place = locate(article("One.", "Two.", "Three.", same), 4)
    edited = article(same, "One.", "Two.", "Three.", "Four.", same, same)
    assert relocate(edited, place).passage == 6


def test_a_place_whose_text_is_gone_becomes_the_start_of_its_passage() -> None:
    place = place_of(article(*TEXTS), 2, "fox")
    edited = article(TEXTS[0], "All of this is new.", *TEXTS[2:])
    assert relocate(edited, place) == locate(edited, 2)


def test_a_place_beyond_the_end_becomes_the_last_passage() -> None:
    place = place_of(article(*TEXTS), 4, "words")
    edited = article(TEXTS[0])
    assert relocate(edited, place) == locate(edited, 1)


@given(
    passage=st.integers(-5, 50),
    start=st.integers(0, 500),
    length=st.integers(0, 500),
    quote=st.sampled_from(["", "fox", "nowhere", "Alpha", "The"]),
)
def test_any_kept_place_leads_into_the_article(passage: int, start: int, length: int, quote: str) -> None:
    own = article(*TEXTS)
    found = relocate(own, Locator("a", passage, TextSpan(start, start + length), quote))
    text = own.passage(found.passage).text
    assert found.span.end <= len(text)


def test_an_empty_span_is_a_place_too() -> None:
    place = locate(article(*TEXTS), 2, TextSpan(4, 4))
    assert place.span == TextSpan(4, 4)
    assert place.quote.startswith("quick")
