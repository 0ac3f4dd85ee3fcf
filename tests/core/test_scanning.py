"""Scanning by one switch: what comes forward, when, and what a press does."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.scanning import MOST_ROUNDS, Scanner


def ticked(scanner: Scanner, count: int, is_voice_busy: bool = False) -> list[int | None]:
    return [scanner.tick(100, is_voice_busy) for _number in range(count)]


def test_one_after_the_other_comes_forward() -> None:
    scanner = Scanner(300)
    scanner.begin(2)
    assert ticked(scanner, 7) == [0, None, None, 1, None, None, 0]


def test_a_step_is_counted_from_when_the_voice_is_silent() -> None:
    scanner = Scanner(300)
    scanner.begin(2)
    ticked(scanner, 3)
    assert ticked(scanner, 50, is_voice_busy=True) == [None] * 50
    assert ticked(scanner, 3) == [None, None, 1]


def test_a_press_chooses_what_is_forward() -> None:
    scanner = Scanner(100)
    scanner.begin(3)
    assert scanner.press() is None
    ticked(scanner, 2)
    assert scanner.press() == 1


def test_after_some_rounds_it_rests_and_a_press_only_wakes_it() -> None:
    scanner = Scanner(100)
    scanner.begin(2)
    assert ticked(scanner, 20) == [0, 1] * MOST_ROUNDS + [None] * (20 - 2 * MOST_ROUNDS)
    assert scanner.is_resting
    assert scanner.press() is None
    assert ticked(scanner, 1) == [0]
    assert scanner.press() == 0


def test_where_there_is_nothing_it_rests() -> None:
    scanner = Scanner(100)
    scanner.begin(0)
    assert ticked(scanner, 3) == [None] * 3
    assert scanner.press() is None


@given(st.integers(1, 9), st.lists(st.sampled_from(["tick", "busy", "press"]), max_size=200))
def test_what_is_chosen_was_forward_and_is_there(count: int, events: list[str]) -> None:
    scanner = Scanner(100)
    scanner.begin(count)
    shown: int | None = None
    for event in events:
        if event == "press":
            chosen = scanner.press()
            assert chosen in (None, shown)
        else:
            forward = scanner.tick(60, event == "busy")
            assert event != "busy" or forward is None
            shown = shown if forward is None else forward
        assert shown is None or 0 <= shown < count
