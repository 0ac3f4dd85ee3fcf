"""From a time to the beginning of a sentence."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.progress import Measure
from kiosk.core.rate import Rate
from kiosk.core.seeking import seek, sentence_at
from kiosk.core.text import TextSpan, words

RATE = Rate(160)


def article(*texts: str) -> Article:
    blocks = tuple(Block(f"b{at}", BlockKind.PARAGRAPH, text, "en") for at, text in enumerate(texts))
    return Article("a", "The title of it", "en", blocks)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


SHORT = "We walk to the sea. It is not far. The water is cold."
SHOWN = article(SHORT, "* * *", SHORT, "“Quoted words,” she said. Then she left.")
MEASURE = Measure(SHOWN)


def place(passage: int, word: str) -> Locator:
    """Return the first such word of a passage."""
    start = SHOWN.passage(passage).text.index(word)
    return locate(SHOWN, passage, TextSpan(start, start + len(word)))


def test_a_step_on_leads_to_the_sentence_that_is_nearest() -> None:
    # Fifteen words in five seconds: the sentences begin 0, 2 and 3.5 seconds after the passage.
    assert seek(SHOWN, MEASURE, place(1, "We"), seconds(2), RATE) == place(1, "It")
    assert seek(SHOWN, MEASURE, place(1, "We"), seconds(3.6), RATE) == place(1, "The")
    assert seek(SHOWN, MEASURE, place(1, "We"), seconds(5.2), RATE) == place(3, "We")


def test_a_step_that_is_shorter_than_a_sentence_goes_on_all_the_same() -> None:
    assert seek(SHOWN, MEASURE, place(1, "We"), seconds(0.1), RATE) == place(1, "It")
    assert seek(SHOWN, MEASURE, place(1, "cold"), seconds(0.1), RATE) == place(3, "We")


def test_a_step_back_leads_to_the_beginning_of_what_is_heard_or_before() -> None:
    assert seek(SHOWN, MEASURE, place(1, "cold"), seconds(-0.1), RATE) == place(1, "The")
    assert seek(SHOWN, MEASURE, place(1, "The"), seconds(-0.1), RATE) == place(1, "It")
    assert seek(SHOWN, MEASURE, place(3, "We"), seconds(-0.1), RATE) == place(1, "The")


def test_past_the_ends_are_the_first_and_the_last_sentence() -> None:
    assert seek(SHOWN, MEASURE, place(3, "We"), seconds(9999), RATE) == place(4, "Then")
    assert seek(SHOWN, MEASURE, place(3, "We"), seconds(-9999), RATE) == place(0, "The")


def test_at_the_ends_there_is_nowhere_to_go() -> None:
    assert seek(SHOWN, MEASURE, place(4, "left"), seconds(5), RATE) is None
    assert seek(SHOWN, MEASURE, place(0, "The"), seconds(-5), RATE) is None


def test_a_slider_comes_out_at_the_nearest_sentence() -> None:
    assert sentence_at(SHOWN, MEASURE, seconds(0), RATE) == place(0, "The")
    assert sentence_at(SHOWN, MEASURE, MEASURE.time_at(3, 1, RATE), RATE) == place(3, "We")
    assert sentence_at(SHOWN, MEASURE, MEASURE.length(RATE), RATE) == place(4, "Then")
    # In the row of stars there is nothing to say: the sentence before and the one after it are as good.
    assert sentence_at(SHOWN, MEASURE, MEASURE.time_at(2, 2, RATE), RATE) in (place(1, "The"), place(3, "We"))


def test_an_article_without_words_does_not_lead_astray() -> None:
    stars = Article("a", "***", "en", (Block("b1", BlockKind.PARAGRAPH, "* * *", "en"),))
    measure = Measure(stars)
    assert sentence_at(stars, measure, seconds(1), RATE) == locate(stars, 0)
    assert seek(stars, measure, locate(stars, 0), seconds(5), RATE) is None


some_sentences = st.lists(
    st.sampled_from(["We walk.", "It is a very long way to the sea from here.", "* * *", "Why?", "3.7 of them."]),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(
    texts=st.lists(some_sentences, min_size=1, max_size=6),
    by_ms=st.integers(-100_000, 100_000).filter(bool),
    words_per_minute=st.integers(80, 500),
    data=st.data(),
)
def test_on_is_on_back_is_back_and_none_only_at_the_ends(
    texts: list[str], by_ms: int, words_per_minute: int, data: st.DataObject
) -> None:
    shown, rate = article(*texts), Rate(words_per_minute)
    measure = Measure(shown)
    everywhere = [
        locate(shown, passage, word)
        for passage in range(shown.last_passage + 1)
        for word in words(shown.passage(passage).text)
    ]
    at = data.draw(st.sampled_from(everywhere))
    found = seek(shown, measure, at, timedelta(milliseconds=by_ms), rate)
    here = (at.passage, at.span.start)
    if found is None:
        # Nowhere to go: no sentence begins on that side.
        assert seek(shown, measure, at, timedelta(days=1 if by_ms > 0 else -1), rate) is None
        return
    there = (found.passage, found.span.start)
    assert there > here if by_ms > 0 else there < here
    assert found in everywhere
    assert found == locate(shown, found.passage, found.span)
    # It is a beginning: "back" from the word after it leads to it again.
    following = everywhere.index(found) + 1
    if following < len(everywhere) and everywhere[following].passage == found.passage:
        after = everywhere[following]
        again = seek(shown, measure, after, timedelta(microseconds=-1), rate)
        assert again is not None
        assert (again.passage, again.span.start) >= there
