"""What every clock promises."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.adapters.system_clock import SystemClock
from kiosk.app.ports import Clock
from tests.fakes.fake_clock import FakeClock

every_clock = pytest.mark.parametrize("make", [SystemClock, FakeClock])


@every_clock
def test_the_date_has_a_time_zone(make: Callable[[], Clock]) -> None:
    now = make().now()
    assert now.utcoffset() is not None
    assert now > datetime(2020, 1, 1, tzinfo=UTC)


@every_clock
def test_the_counter_never_goes_back(make: Callable[[], Clock]) -> None:
    clock = make()
    last = clock.elapsed()
    assert last >= timedelta(0)
    for _ in range(2000):
        if isinstance(clock, FakeClock):
            clock.advance(timedelta(microseconds=1))
        now = clock.elapsed()
        assert now >= last
        last = now


@every_clock
def test_the_counter_goes_on(make: Callable[[], Clock]) -> None:
    clock = make()
    start = clock.elapsed()
    if isinstance(clock, FakeClock):
        clock.advance(timedelta(seconds=1))
    else:
        threading.Event().wait(0.02)
    assert clock.elapsed() - start >= timedelta(milliseconds=15)


@every_clock
def test_any_thread_may_ask(make: Callable[[], Clock]) -> None:
    clock = make()
    before = clock.elapsed()
    found: list[timedelta] = []
    asking = threading.Thread(target=lambda: found.append(clock.elapsed()))
    asking.start()
    asking.join()
    assert before <= found[0] <= clock.elapsed()


def test_setting_the_date_leaves_the_counter_alone() -> None:
    clock = FakeClock()
    elapsed = clock.elapsed()
    clock.set_date(datetime(2000, 1, 1, tzinfo=UTC))
    assert (clock.now().year, clock.elapsed()) == (2000, elapsed)
    with pytest.raises(ValueError, match="does not go back"):
        clock.advance(timedelta(seconds=-1))
