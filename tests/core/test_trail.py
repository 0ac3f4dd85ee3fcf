"""The way back: several jumps in a row are one, and going back can itself be undone."""

from kiosk.core.locator import Locator
from kiosk.core.text import TextSpan
from kiosk.core.trail import Trail


def place(passage: int) -> Locator:
    return Locator("a", passage, TextSpan(0, 0))


def test_without_a_jump_there_is_nowhere_to_go_back_to() -> None:
    assert Trail().back(place(3)) == (Trail(), None)


def test_a_jump_can_be_gone_back_from() -> None:
    trail, goal = Trail().jumped(place(1), place(9)).back(place(9))
    assert goal == place(1)
    assert trail.back(place(1))[1] is None


def test_jumps_in_a_row_lead_back_to_where_something_was_heard() -> None:
    trail = Trail().jumped(place(1), place(2)).jumped(place(2), place(3)).jumped(place(3), place(4))
    assert trail.back(place(4))[1] == place(1)


def test_after_something_was_heard_a_jump_is_another_one() -> None:
    trail = Trail().jumped(place(1), place(5)).jumped(place(6), place(9))
    trail, goal = trail.back(place(9))
    assert goal == place(6)
    assert trail.back(place(6))[1] == place(1)


def test_going_back_after_something_was_heard_can_be_undone() -> None:
    trail, goal = Trail().jumped(place(1), place(5)).back(place(7))
    assert goal == place(1)
    assert trail.back(place(2))[1] == place(7)


def test_a_jump_to_where_one_is_leaves_no_trace() -> None:
    assert Trail().jumped(place(1), place(1)).back(place(1))[1] is None


def test_the_trail_is_bounded() -> None:
    trail = Trail()
    for number in range(500):
        trail = trail.jumped(place(2 * number), place(2 * number + 1))
    assert len(trail.places) == 50
