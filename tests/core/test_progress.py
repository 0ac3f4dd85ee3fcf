"""How far, and how many minutes are left."""

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
