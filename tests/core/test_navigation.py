"""Moving by ear: on and back undo each other at every level, at both ends too."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Level, Navigator, Place, level_after
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, is_speakable, words

P, H = BlockKind.PARAGRAPH, BlockKind.HEADING
RATE = Rate(160)
BLOCKS = (
    (P, "The ferry left at noon. It was late, as Dr. Lee said! Nobody waited."),
    (H, "What was found"),
    (P, "* * *"),
    (P, "One sentence only"),
    (P, "Then came the rain. And the wind."),
    (H, "What comes next"),
    (P, "Nothing is known. Nobody asks."),
)


def article(*blocks: tuple[BlockKind, str], title: str = "The title of it") -> Article:
    own = tuple(Block(f"b{number}", kind, text, "en", 2) for number, (kind, text) in enumerate(blocks, 1))
    return Article("a", title, "en", own)


ARTICLE = article(*BLOCKS)
LEVELS = [level for level in Level if level is not Level.ARTICLE]


def at(passage: int, start: int = 0, own: Article = ARTICLE) -> Locator:
    return locate(own, passage, TextSpan(start, start))


def place(locator: Locator | None) -> Place | None:
    return Place(locator.passage, locator.span.start) if locator else None


def walk(own: Article, level: Level, by: int, start: Locator, marks: tuple[Locator, ...] = ()) -> list[Locator]:
    """Every place on the way from a place to the end of a direction, the first included."""
    navigator = Navigator(own)
    found = [start]
    while (following := navigator.move(found[-1], level, by, RATE, marks)) is not None:
        found.append(following)
        assert len(found) < 2000
    return found


def said(own: Article, locators: list[Locator], level: Level) -> list[str]:
    navigator = Navigator(own)
    units = [navigator.unit(locator, level) for locator in locators]
    return [own.passage(unit.start.passage).text[unit.start.start : unit.end.start] for unit in units]


def test_by_sentences() -> None:
    assert said(ARTICLE, walk(ARTICLE, Level.SENTENCE, 1, at(0)), Level.SENTENCE) == [
        "The title of it",
        "The ferry left at noon.",
        "It was late, as Dr. Lee said!",
        "Nobody waited.",
        "What was found",
        "One sentence only",
        "Then came the rain.",
        "And the wind.",
        "What comes next",
        "Nothing is known.",
        "Nobody asks.",
    ]


def test_by_words_there_is_each_word_once() -> None:
    found = walk(ARTICLE, Level.WORD, 1, at(0))
    spans = [(locator.passage, locator.span) for locator in found[1:]]
    every = [(number, word) for number in range(8) for word in words(ARTICLE.passage(number).text)]
    assert spans == every[1:]


def test_by_paragraphs_what_has_nothing_to_say_is_passed_over() -> None:
    assert [locator.passage for locator in walk(ARTICLE, Level.PARAGRAPH, 1, at(0))] == [0, 1, 2, 4, 5, 6, 7]
    assert [locator.passage for locator in walk(ARTICLE, Level.PARAGRAPH, -1, at(7))] == [7, 6, 5, 4, 2, 1, 0]


def test_by_headings_the_title_is_the_first() -> None:
    assert [locator.passage for locator in walk(ARTICLE, Level.HEADING, 1, at(0))] == [0, 2, 6]
    navigator = Navigator(ARTICLE)
    # In the middle of a section one goes on to the next and back to the one before, as from its heading.
    assert place(navigator.move(at(4, 4), Level.HEADING, 1)) == (6, 0)
    assert place(navigator.move(at(4, 4), Level.HEADING, -1)) == (0, 0)
    assert navigator.heading_at(5) == 2
    assert navigator.heading_at(1) == 0


def test_by_bookmarks_in_the_order_of_the_text() -> None:
    marks = (at(5, 20), at(1, 24), at(5, 20))
    assert [place(own) for own in walk(ARTICLE, Level.BOOKMARK, 1, at(0), marks)] == [(0, 0), (1, 24), (5, 20)]
    navigator = Navigator(ARTICLE)
    assert place(navigator.move(at(7), Level.BOOKMARK, -1, RATE, marks)) == (5, 20)
    assert place(navigator.move(at(5, 20), Level.BOOKMARK, -1, RATE, marks)) == (1, 24)
    assert navigator.move(at(0), Level.BOOKMARK, -1, RATE, marks) is None
    assert navigator.move(at(3), Level.BOOKMARK, 1, RATE) is None


def test_half_a_minute_is_as_many_words_as_are_read_in_it() -> None:
    long = article(*((P, "Every sentence has seven words in it. " * 12),) * 20)
    for words_per_minute in (80, 160, 400):
        rate, navigator = Rate(words_per_minute), Navigator(long)
        found = [at(0, 0, long)]
        while (following := navigator.move(found[-1], Level.HALF_MINUTE, 1, rate)) is not None:
            found.append(following)
        between = [_words_between(long, here, there) for here, there in pairwise(found)]
        wanted = words_per_minute / 2
        assert sum(between) / len(between) == pytest.approx(wanted, rel=0.15)
        assert all(abs(count - wanted) <= 0.2 * wanted + 14 for count in between)


def _words_between(own: Article, here: Locator, there: Locator) -> int:
    return sum(
        (here.passage, here.span.start) <= (number, word.start) < (there.passage, there.span.start)
        for number in range(here.passage, there.passage + 1)
        for word in words(own.passage(number).text)
    )


def test_back_inside_the_first_unit_is_its_beginning() -> None:
    navigator = Navigator(ARTICLE)
    for level in (Level.SENTENCE, Level.PARAGRAPH, Level.HEADING, Level.HALF_MINUTE):
        assert place(navigator.move(at(0, 4), level, -1, RATE)) == (0, 0)
        assert navigator.move(at(0), level, -1, RATE) is None


def test_after_a_unit_comes_the_next_sentence() -> None:
    navigator = Navigator(ARTICLE)
    assert place(navigator.after(navigator.unit(at(1), Level.SENTENCE))) == (1, 24)
    assert place(navigator.after(navigator.unit(at(1), Level.PARAGRAPH))) == (2, 0)
    assert place(navigator.after(navigator.unit(at(2), Level.HEADING))) == (4, 0)
    assert navigator.after(navigator.unit(at(7), Level.PARAGRAPH)) is None


@pytest.mark.parametrize(
    ("count", "expected"), [(1, (5, 20)), (2, (5, 0)), (3, (4, 0)), (5, (1, 54)), (50, (0, 0))]
)
def test_back_by_sentences(count: int, expected: tuple[int, int]) -> None:
    assert place(Navigator(ARTICLE).back_by_sentences(at(5, 24), count)) == expected


def test_levels_are_a_ring() -> None:
    for level in Level:
        assert level_after(level_after(level, 1), -1) is level
    assert level_after(Level.HALF_MINUTE, 1) is Level.WORD


texts = st.lists(
    st.sampled_from(["One two.", "Three!", "four, five", "* *", "“Six?” he said.", "7", "…"]), max_size=6
)
articles = st.lists(st.tuples(st.sampled_from([P, H]), texts.map(" ".join)), min_size=1, max_size=8).map(
    lambda blocks: article(*blocks)
)


@given(
    own=articles, level=st.sampled_from(LEVELS), words_per_minute=st.sampled_from([80, 160, 500]), data=st.data()
)
def test_on_and_back_undo_each_other(
    own: Article, level: Level, words_per_minute: int, data: st.DataObject
) -> None:
    navigator, rate = Navigator(own), Rate(words_per_minute)
    marks = tuple(at(number, 0, own) for number in data.draw(st.sets(st.integers(0, own.last_passage))))
    passage = data.draw(st.integers(0, own.last_passage))
    here = at(passage, data.draw(st.integers(0, len(own.passage(passage).text))), own)
    for by in (1, -1):
        there = navigator.move(here, level, by, rate, marks)
        if there is None:
            continue
        assert (place(there) > place(here)) == (by > 0)  # type: ignore[operator]
        onward = navigator.move(there, level, by, rate, marks)
        if onward is not None:
            assert navigator.move(onward, level, -by, rate, marks) == there
        back = navigator.move(there, level, -by, rate, marks)
        if back is not None and navigator.move(back, level, by, rate, marks) != there:
            # Only from inside the first unit, whose beginning is not a unit further back.
            assert by == -1
            assert place(there) == (0, 0)


@given(own=articles, level=st.sampled_from([Level.WORD, Level.SENTENCE, Level.PARAGRAPH]))
def test_every_word_lies_in_a_unit_that_is_passed(own: Article, level: Level) -> None:
    found = walk(own, level, 1, at(0, 0, own))
    text = " ".join(said(own, found, level))
    every = [
        word.of(own.passage(n).text) for n in range(own.last_passage + 1) for word in words(own.passage(n).text)
    ]
    assert [word.of(text) for word in words(text)] == every
    assert all(is_speakable(unit) for unit in said(own, found, level))
