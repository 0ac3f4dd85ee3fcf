"""How late a device is: guesses that jump, and a figure that does not."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.latency import LEAST_LATENCY_MS, MOST_LATENCY_MS, Latency

TICK_MS = 10


def after(*guesses_ms: float) -> Latency:
    latency = Latency()
    for guess in guesses_ms:
        # 20 ms were read 5 ms before the server was asked.
        latency.guess(guess + 15, 5, 20)
    return latency


def test_without_a_guess_it_is_the_least() -> None:
    assert Latency().ms == LEAST_LATENCY_MS
    assert not Latency().is_settled


def test_what_was_read_before_the_question_counts() -> None:
    latency = Latency()
    latency.guess(queued_ms=150, since_read_ms=8, read_ms=20)
    assert latency.ms == 138


def test_a_quick_device_has_the_least() -> None:
    assert after(-4, 3, 7, -2, 1, 11, 2, 0, 5).ms == LEAST_LATENCY_MS


def test_one_wild_guess_changes_nothing() -> None:
    assert after(*[140.0] * 8, 5_000.0).ms == 140
    assert after(*[140.0] * 9, 5_000.0, 140.0).ms == 140


def test_it_follows_a_device_that_became_slower_step_by_step() -> None:
    latency = after(*[40.0] * 9)
    assert latency.is_settled
    seen = [latency.ms]
    for _ in range(40):
        latency.guess(115, 5, 20)
        seen.append(latency.ms)
    assert seen[-1] == 100
    assert all(0 <= later - earlier < TICK_MS for earlier, later in pairwise(seen))


@given(guesses=st.lists(st.floats(-1e6, 1e6), max_size=60))
def test_it_stays_in_range_and_once_settled_never_jumps(guesses: list[float]) -> None:
    latency = Latency()
    for guess in guesses:
        before, was_settled = latency.ms, latency.is_settled
        latency.guess(guess, 0, 0)
        assert LEAST_LATENCY_MS <= latency.ms <= MOST_LATENCY_MS
        assert not was_settled or abs(latency.ms - before) < TICK_MS
