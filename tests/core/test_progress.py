"""How far, and how many minutes are left."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.progress import Measure, Progress
from kiosk.core.rate import Rate


def article(*texts: str) -> Article:
    return Article(
        "a",
        "Title",
        "en",
        tuple(Block(f"b{at}", BlockKind.PARAGRAPH, text, "en") for at, text in enumerate(texts)),
    )


def test_minutes_are_the_words_left_over_the_rate() -> None:
    measure = Measure(article(*["word " * 160] * 10))
    assert measure.progress(0, Rate(160)) == Progress(0, 10, 10)
    assert measure.progress(1, Rate(160)) == Progress(1, 10, 10)
    assert measure.progress(6, Rate(160)) == Progress(6, 10, 5)
    assert measure.progress(6, Rate(320)).minutes_left == 3
    assert measure.progress(10, Rate(160)).minutes_left == 1


@given(
    texts=st.lists(st.text("ab ", max_size=400), min_size=1, max_size=30),
    words_per_minute=st.integers(80, 500),
)
def test_minutes_never_grow_on_the_way_and_faster_is_never_longer(texts: list[str], words_per_minute: int) -> None:
    measure = Measure(article(*texts))
    rate = Rate(words_per_minute)
    along = [measure.progress(passage, rate) for passage in range(len(texts) + 1)]
    assert [at.passage for at in along] == list(range(len(texts) + 1))
    assert all(at.last == len(texts) for at in along)
    assert all(before.minutes_left >= after.minutes_left >= 0 for before, after in pairwise(along))
    assert measure.progress(0, rate.faster()).minutes_left <= along[0].minutes_left


def test_an_article_without_words_takes_no_time() -> None:
    assert Measure(article("", "")).progress(2, Rate(160)).minutes_left == 0


# -- time and place -----------------------------------------------------------------------------------------------

some_texts = st.lists(st.text("ab ", max_size=400), min_size=1, max_size=30)


def test_a_minute_is_as_many_words_as_the_rate_says() -> None:
    measure = Measure(article(*["word " * 160] * 10))
    assert abs(measure.length(Rate(160)) - timedelta(minutes=10)) < timedelta(seconds=2)
    assert abs(measure.length(Rate(320)) - timedelta(minutes=5)) < timedelta(seconds=2)
    assert abs(measure.time_at(6, 400, Rate(160)) - timedelta(minutes=5.5)) < timedelta(seconds=2)


def test_the_title_takes_its_time_too() -> None:
    measure = Measure(article("word " * 160))
    assert measure.time_at(0, 0, Rate(160)) == timedelta(0)
    title = measure.time_at(1, 0, Rate(160))
    assert timedelta(0) < measure.time_at(0, 3, Rate(160)) < title < timedelta(seconds=1)
    assert measure.length(Rate(160)) == measure.time_at(1, len("word " * 160), Rate(160))


@given(texts=some_texts, words_per_minute=st.integers(80, 500), data=st.data())
def test_a_place_s_time_leads_back_to_it(texts: list[str], words_per_minute: int, data: st.DataObject) -> None:
    shown, rate = article(*texts), Rate(words_per_minute)
    measure = Measure(shown)
    passage = data.draw(st.integers(0, shown.last_passage))
    length = len(shown.passage(passage).text)
    position = data.draw(st.integers(0, length))
    time = measure.time_at(passage, position, rate)
    assert timedelta(0) <= time <= measure.length(rate)
    found = measure.place_at(time, rate)
    # The end of a passage is the beginning of the next one: no time passes between them.
    assert measure.time_at(*found, rate) == time
    assert found == (passage, position) or position in (0, length)


@given(texts=some_texts, seconds=st.floats(-1e6, 1e6))
def test_every_time_leads_to_a_place_that_exists(texts: list[str], seconds: float) -> None:
    shown = article(*texts)
    measure = Measure(shown)
    passage, position = measure.place_at(timedelta(seconds=seconds), Rate(160))
    assert 0 <= passage <= shown.last_passage
    assert 0 <= position <= len(shown.passage(passage).text)
    if seconds <= 0:
        assert (passage, position) == (0, 0)


@given(texts=some_texts)
def test_time_passes_from_place_to_place(texts: list[str]) -> None:
    shown = article(*texts)
    measure = Measure(shown)
    starts = [measure.time_at(passage, 0, Rate(160)) for passage in range(shown.last_passage + 1)]
    assert starts == sorted(starts)
