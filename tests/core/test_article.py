"""An article's passages, and the minutes it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind, minutes_to_read

ARTICLE = Article(
    "a",
    "Title",
    "ar",
    (Block("b1", BlockKind.HEADING, "Heading", "ar", 2), Block("b2", BlockKind.PARAGRAPH, "Body", "en")),
)


def test_passage_0_is_the_title_in_the_article_s_language() -> None:
    title = ARTICLE.passage(0)
    assert (title.kind, title.text, title.language, title.level) == (BlockKind.TITLE, "Title", "ar", 1)


def test_passages_count_from_1_over_all_blocks() -> None:
    assert [ARTICLE.passage(number).text for number in range(1, ARTICLE.last_passage + 1)] == ["Heading", "Body"]


@pytest.mark.parametrize("number", [-1, -2, 3, 1000])
def test_there_is_no_passage_before_the_title_or_after_the_last(number: int) -> None:
    with pytest.raises(IndexError):
        ARTICLE.passage(number)


@given(word_count=st.integers(0, 10_000_000), words_per_minute=st.integers(80, 500))
def test_minutes_are_whole_and_never_too_few(word_count: int, words_per_minute: int) -> None:
    minutes = minutes_to_read(word_count, words_per_minute)
    assert minutes >= 1
    assert minutes * words_per_minute >= word_count
    assert (minutes - 1) * words_per_minute < max(word_count, 1)
