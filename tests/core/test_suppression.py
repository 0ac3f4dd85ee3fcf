"""What is too few to be told is not told, and cannot be worked out: every small table is tried."""

from collections import defaultdict
from itertools import product

import pytest

from kiosk.core.suppression import FEWEST, OTHER, suppressed

NAMES = ("ar", "en", "tr", "uk")
Table = tuple[int, ...]


def told(table: Table, total: int = 0) -> tuple[object, ...]:
    """Return all that is known of a table: what is told, and how many there were."""
    return tuple(sorted(suppressed(dict(zip(NAMES, table, strict=False))).items())), total


def test_a_table_without_small_numbers_is_told_whole() -> None:
    assert suppressed({"en": 12, "tr": FEWEST, "ar": 0}) == {"en": 12, "tr": FEWEST}


def test_small_numbers_are_gathered_and_take_the_smallest_of_the_rest_along() -> None:
    assert suppressed({"en": 12, "tr": 6, "ar": 1}) == {"en": 12, OTHER: 7}
    assert suppressed({"en": 12, "tr": 3, "ar": 4, "uk": 9}) == {"en": 12, OTHER: 16}
    assert suppressed({"on": 38, "off": 2}) == {OTHER: 40}
    assert suppressed({"ar": 4, "en": 4, "tr": 4}) == {OTHER: 12}


def test_of_a_table_that_is_small_altogether_nothing_is_told() -> None:
    assert suppressed({"en": 2, "tr": 1}) == {}
    assert suppressed({}) == {}


@pytest.mark.parametrize(("cell_count", "most"), [(2, 14), (3, 12), (4, 8)])
def test_whoever_knows_the_total_still_does_not_know_a_number_that_is_too_small_to_be_told(
    cell_count: int, most: int
) -> None:
    known = defaultdict(list)
    for table in product(range(most + 1), repeat=cell_count):
        known[told(table, sum(table))].append(table)
    for tables in known.values():
        for cell in range(cell_count):
            # At the edge of what is tried here the other possibilities lie outside.
            values = {table[cell] for table in tables}
            is_small = any(0 < value < FEWEST for value in values)
            assert not is_small or len(values) > 1, f"{NAMES[cell]} is {values} in {tables}"


def test_the_check_itself_finds_a_rule_that_only_leaves_out() -> None:
    def naive(table: Table) -> tuple[object, ...]:
        return tuple(count if count >= FEWEST else None for count in table)

    known = defaultdict(list)
    for table in product(range(9), repeat=2):
        known[naive(table), sum(table)].append(table)
    assert any(len(tables) == 1 and 0 < min(tables[0]) < FEWEST for tables in known.values())


@pytest.mark.parametrize("visits", range(FEWEST, 12))
def test_nor_do_those_who_know_how_many_came_where_one_visit_can_count_twice(visits: int) -> None:
    """Languages: who reads in two counts in both, so the sum is more than the visits, and each at most as many."""
    known = defaultdict(list)
    for table in product(range(visits + 1), repeat=3):
        if sum(table) >= visits:
            known[told(table)].append(table)
    for tables in known.values():
        for cell in range(3):
            values = {table[cell] for table in tables}
            assert len(values) > 1 or not 0 < next(iter(values)) < FEWEST, f"{NAMES[cell]} is {values}"
