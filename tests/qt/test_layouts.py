"""Layouts that reflow: rows lose nothing, are few and even; arrows lead to what is beside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt

from kiosk.qt.views.arrow_keys import neighbour
from kiosk.qt.views.layouts import rows_of

widths = st.lists(st.integers(1, 500), max_size=12)


def row_width(row: list[int], sizes: list[int], gap: int) -> int:
    return sum(sizes[number] for number in row) + gap * (len(row) - 1)


@given(sizes=widths, gap=st.integers(0, 30), available=st.integers(1, 1500))
def test_rows_hold_everything_once_in_order_and_fit(sizes: list[int], gap: int, available: int) -> None:
    rows = rows_of(sizes, gap, available)
    assert [number for row in rows for number in row] == list(range(len(sizes)))
    for row in rows:
        assert len(row) == 1 or row_width(row, sizes, gap) <= available


@given(
    sizes=st.lists(st.integers(1, 500), min_size=1, max_size=9),
    gap=st.integers(0, 30),
    available=st.integers(1, 1500),
)
def test_rows_are_as_few_and_as_even_as_can_be(sizes: list[int], gap: int, available: int) -> None:
    def breaks(cuts: int) -> list[list[int]]:
        rows: list[list[int]] = [[0]]
        for number in range(1, len(sizes)):
            if cuts >> (number - 1) & 1:
                rows.append([number])
            else:
                rows[-1].append(number)
        return rows

    def widest(rows: list[list[int]]) -> int:
        return max(row_width(row, sizes, gap) for row in rows)

    limit = max(available, *sizes, 1)
    allowed = [rows for cuts in range(2 ** (len(sizes) - 1)) if widest(rows := breaks(cuts)) <= limit]
    fewest = min(len(rows) for rows in allowed)
    found = rows_of(sizes, gap, limit)
    assert len(found) == fewest
    assert widest(found) == min(widest(rows) for rows in allowed if len(rows) == fewest)


GRID = [QRect(column * 110, row * 60, 100, 50) for row in range(3) for column in range(3)]


@pytest.mark.parametrize(
    ("here", "key", "there"),
    [
        (4, Qt.Key.Key_Up, 1),
        (4, Qt.Key.Key_Down, 7),
        (4, Qt.Key.Key_Left, 3),
        (4, Qt.Key.Key_Right, 5),
        (0, Qt.Key.Key_Up, None),
        (0, Qt.Key.Key_Left, None),
        (8, Qt.Key.Key_Down, None),
        (8, Qt.Key.Key_Right, None),
        (2, Qt.Key.Key_Down, 5),
    ],
)
def test_arrows_lead_to_what_is_beside(here: int, key: Qt.Key, there: int | None) -> None:
    assert neighbour(GRID, here, key) == there


@given(
    here=st.integers(0, 8),
    keys=st.sampled_from([(Qt.Key.Key_Up, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Right)]),
)
def test_the_opposite_arrow_leads_back(here: int, keys: tuple[Qt.Key, Qt.Key]) -> None:
    one, opposite = keys
    there = neighbour(GRID, here, one)
    assert there is None or neighbour(GRID, there, opposite) == here
