"""A crash loop is found by what runs wrote down: neither clocks nor power cuts fake or hide one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.crash_loop import (
    MOST_CRASHES,
    QUIET_S,
    WINDOW_S,
    Run,
    begin,
    end,
    leave,
    may_leave,
    record_of,
    settle,
)


def after(run: Run, now_s: float, boot: str = "b") -> Run:
    """Return the run that begins when this one is found in the store, as JSON has it."""
    return begin(json.loads(json.dumps(record_of(run))), boot, now_s)


def crashed(times_s: list[float], boot: str = "b") -> Run:
    """Return the last of runs that began at these moments, each because the one before crashed."""
    run = begin({}, boot, times_s[0])
    for now_s in times_s[1:]:
        run = after(run, now_s, boot)
    return run


def test_a_first_run_is_no_crash() -> None:
    run = begin({}, "b", 10.0)
    assert (run.is_safe, run.crashes_s, run.is_under_way) == (False, (), True)


def test_three_crashes_in_five_minutes_lead_to_the_safe_mode() -> None:
    assert [crashed([10.0, 40, 70, 100][: count + 1]).is_safe for count in range(4)] == [False] * 3 + [True]
    assert not crashed([10.0, 40, 100, 40 + WINDOW_S + 1]).is_safe
    assert crashed([10.0, 40, 100, 40 + WINDOW_S]).is_safe


def test_orderly_ends_are_no_crashes() -> None:
    run = begin({}, "b", 0.0)
    for now_s in range(10, 200, 10):
        run = after(end(run), now_s)
        assert not run.is_safe


def test_an_orderly_end_between_crashes_begins_to_count_anew() -> None:
    run = after(end(crashed([0.0, 10, 20])), 30)
    assert not after(run, 40).is_safe


def test_a_power_cut_is_no_crash_and_ends_the_safe_mode() -> None:
    run = begin({}, "boot-0", 0.0)
    for number in range(1, 10):
        run = after(run, 10.0, f"boot-{number}")
        assert not run.is_safe
    assert not after(crashed([0.0, 10, 20, 30]), 10.0, "other").is_safe


def test_where_boots_cannot_be_told_apart_a_counter_that_went_back_tells() -> None:
    run = begin({}, "", 5000.0)
    assert after(run, 10.0, "").crashes_s == ()
    assert after(run, 5010.0, "").crashes_s == (5010.0,)


def test_crashes_in_the_safe_mode_stay_there() -> None:
    run = crashed([0.0, 10, 20, 30])
    for now_s in (4000.0, 8000.0, 12000.0):
        run = after(run, now_s)
        assert run.is_safe
        assert not may_leave(run, now_s)


def test_it_is_left_after_a_quiet_while_and_each_time_later() -> None:
    run, now_s, waits = crashed([0.0, 10, 20, 30]), 30.0, []
    for _ in range(8):
        wait_s = next(s for s in range(0, 40_000, 100) if may_leave(run, now_s + s))
        waits.append(wait_s)
        now_s += wait_s
        run = after(leave(run), now_s)
        assert not run.is_safe
        now_s += 20
        run = after(run, now_s)  # one crash is enough now
        assert run.is_safe
    assert waits[0] == QUIET_S
    assert waits == sorted(waits)
    assert waits[1] == 2 * QUIET_S
    assert waits[-1] == waits[-2] == 32 * QUIET_S


def test_a_run_that_lasts_earns_all_its_trust_back() -> None:
    left = after(leave(crashed([0.0, 10, 20, 30])), 1000.0)
    assert settle(left, 1000 + WINDOW_S) == left
    trusted = settle(left, 1001 + WINDOW_S)
    assert trusted.returns == 0
    assert not after(trusted, 2000.0).is_safe


def test_staff_restarts_out_of_it() -> None:
    run = after(end(crashed([0.0, 10, 20, 30])), 40)
    assert (run.is_safe, run.crashes_s, run.returns) == (False, (), 0)


@given(gaps=st.lists(st.tuples(st.floats(0.1, 1000), st.booleans()), max_size=30))
def test_it_is_safe_exactly_when_three_crashes_lie_in_five_minutes(gaps: list[tuple[float, bool]]) -> None:
    run, now_s = begin({}, "b", 0.0), 0.0
    crashes: list[float] = []
    for gap_s, is_orderly in gaps:
        if run.is_safe:
            break
        now_s += gap_s
        crashes = [] if is_orderly else [*crashes, now_s]
        run = after(end(run) if is_orderly else run, now_s)
        recent = [moment for moment in crashes if now_s - moment <= WINDOW_S]
        assert run.is_safe is (len(recent) >= MOST_CRASHES)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=6,
)


@given(record=st.fixed_dictionaries({}, optional=dict.fromkeys(Run._fields, JSON)), now_s=st.floats(0, 1e9))
def test_a_damaged_record_never_fails(record: dict[str, object], now_s: float) -> None:
    run = begin(record, "b", now_s)
    assert run.is_under_way
    assert may_leave(run, now_s) is False
    assert begin(record_of(run), "b", now_s) is not None


@pytest.mark.parametrize("now_s", [0.0, 1e8])
def test_only_the_counter_since_the_start_of_the_machine_counts(now_s: float) -> None:
    # There is no date in what is written down: nothing that a clock says could matter.
    assert not any("date" in name or "now" in name for name in record_of(begin({}, "b", now_s)))
