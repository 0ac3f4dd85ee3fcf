"""The tree of heights against plain sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.qt.views.passage_heights import PassageHeights

COUNTS = st.integers(1, 70)
MEASURES = st.lists(st.tuples(st.integers(0, 69), st.integers(0, 500)), max_size=60)


def filled(count: int, measures: list[tuple[int, int]], estimate: int = 100) -> tuple[PassageHeights, list[int]]:
    heights, plain = PassageHeights(count, estimate), [estimate] * count
    for passage, height in measures:
        heights.measure(passage % count, height)
        plain[passage % count] = height
    return heights, plain


@given(COUNTS, MEASURES)
def test_tops_and_total_are_the_sums(count: int, measures: list[tuple[int, int]]) -> None:
    heights, plain = filled(count, measures)
    assert [heights.top(passage) for passage in range(count + 1)] == [sum(plain[:n]) for n in range(count + 1)]
    assert heights.total == sum(plain)
    assert [heights.height(passage) for passage in range(count)] == plain


@given(COUNTS, MEASURES, st.integers(-50, 40_000))
def test_the_passage_at_a_pixel_covers_it(count: int, measures: list[tuple[int, int]], y: int) -> None:
    heights, plain = filled(count, measures)
    passage = heights.passage_at(y)
    if y < 0:
        assert passage == 0
    elif y >= sum(plain):
        assert passage == count - 1
    else:
        assert sum(plain[:passage]) <= y < sum(plain[: passage + 1])


def test_only_what_was_measured_is_known() -> None:
    heights = PassageHeights(3, 100)
    heights.measure(1, 40)
    assert [heights.is_measured(passage) for passage in range(3)] == [False, True, False]
    assert len(heights) == 3


def test_no_passages_have_no_height() -> None:
    heights = PassageHeights(0, 100)
    assert heights.total == 0
    with pytest.raises(IndexError):
        heights.passage_at(0)
