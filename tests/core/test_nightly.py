"""The nightly restart: once a night at most, only when nobody is there, whatever is done to the clocks."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.nightly import LEAST_UP, is_restart_due, time_of_day

LONG = timedelta(days=1)
STEP = timedelta(minutes=1)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 1, hour, minute)  # noqa: DTZ001  # the time on the wall


@pytest.mark.parametrize(
    ("restart_at", "local", "is_due"),
    [
        ("04:00", at(4), True),
        ("04:00", at(5, 59), True),
        ("04:00", at(6), False),
        ("04:00", at(3, 59), False),
        ("23:30", at(0, 30), True),
        ("23:30", at(1, 30), False),
        ("", at(4), False),
        ("25:00", at(4), False),
        ("4:00", at(4), False),
    ],
)
def test_it_is_due_for_two_hours(restart_at: str, local: datetime, is_due: bool) -> None:
    assert is_restart_due(restart_at, local, LONG, is_idle=True) is is_due


def test_never_while_somebody_is_there_nor_when_it_is_fresh() -> None:
    assert not is_restart_due("04:00", at(4), LONG, is_idle=False)
    assert not is_restart_due("04:00", at(4), LEAST_UP - timedelta(seconds=1), is_idle=True)
    assert is_restart_due("04:00", at(4), LEAST_UP, is_idle=True)


def restarts(restart_at: str, begin: datetime, days: int, zone: ZoneInfo) -> list[datetime]:
    """Let days pass, minute by minute, on a machine that nobody uses."""
    found, began = [], begin
    for minute in range(days * 24 * 60):
        now = begin + minute * STEP
        if is_restart_due(restart_at, now.astimezone(zone), now - began, is_idle=True):
            found.append(now.astimezone(zone))
            began = now
    return found


@pytest.mark.parametrize("restart_at", ["00:00", "01:30", "02:00", "02:30", "03:00", "04:00", "23:00"])
@pytest.mark.parametrize(
    "begin",
    [datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 10, 23, 12, tzinfo=UTC)],
    ids=["spring", "autumn"],
)
def test_summer_time_neither_skips_a_night_nor_doubles_one(restart_at: str, begin: datetime) -> None:
    found = restarts(restart_at, begin, 4, ZoneInfo("Europe/Berlin"))
    assert len(found) == 4
    gaps = [later.timestamp() - earlier.timestamp() for earlier, later in pairwise(found)]
    assert all(22 <= gap / 3600 <= 26 for gap in gaps)
    assert all((moment.hour * 60 + moment.minute - minutes(restart_at)) % 1440 < 120 for moment in found)


def minutes(text: str) -> int:
    found = time_of_day(text)
    assert found is not None
    return found.hour * 60 + found.minute


@given(
    jumps=st.lists(st.tuples(st.integers(1, 600), st.integers(-5_000_000, 5_000_000), st.booleans()), max_size=60),
    restart_at=st.sampled_from(["04:00", "00:00", "23:59"]),
)
def test_no_clock_makes_it_start_again_and_again(jumps: list[tuple[int, int, bool]], restart_at: str) -> None:
    local, up_for = at(3), timedelta(0)
    for passed_minutes, set_by_minutes, is_idle in jumps:
        up_for += passed_minutes * STEP
        local += (passed_minutes + set_by_minutes) * STEP
        if is_restart_due(restart_at, local, up_for, is_idle):
            assert is_idle
            assert up_for >= LEAST_UP
            up_for = timedelta(0)
