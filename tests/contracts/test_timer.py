"""What every timer promises: Qt's, and the one that a test lets tick."""

import os
from collections.abc import Callable

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.ports import Timer
from kiosk.qt.timer import QtTimer
from tests.fakes.fake_timer import FakeTimer

PATIENCE_MS = 20_000
every_timer = pytest.mark.parametrize("make", [QtTimer, FakeTimer])
NewTimer = Callable[[], Timer]


class Ticks:
    """Counts; ``wait`` lets time pass."""

    def __init__(self, qtbot: QtBot, timer: Timer) -> None:
        self.count = 0
        self._qtbot = qtbot
        self._timer = timer

    def tick(self) -> None:
        self.count += 1

    def wait_for(self, count: int) -> None:
        if isinstance(self._timer, FakeTimer):
            for _ in range(count - self.count):
                self._timer.fire()
        self._qtbot.waitUntil(lambda: self.count >= count, timeout=PATIENCE_MS)

    def wait(self) -> None:
        """Let enough time pass for some ticks."""
        if isinstance(self._timer, FakeTimer):
            for _ in range(5):
                self._timer.fire()
        else:
            self._qtbot.wait(30)


@pytest.fixture
def new_ticks(qtbot: QtBot) -> Callable[[Timer], Ticks]:
    return lambda timer: Ticks(qtbot, timer)


@every_timer
def test_it_ticks_again_and_again(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    ticks = new_ticks(timer)
    timer.start(1, ticks.tick)
    ticks.wait_for(5)
    timer.stop()


@every_timer
def test_it_does_not_tick_before_the_event_loop_comes_round(
    make: NewTimer, new_ticks: Callable[[Timer], Ticks]
) -> None:
    timer = make()
    ticks = new_ticks(timer)
    timer.start(0, ticks.tick)
    assert ticks.count == 0
    timer.stop()


@every_timer
def test_stopped_it_ticks_no_more(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    ticks = new_ticks(timer)
    timer.start(1, ticks.tick)
    ticks.wait_for(2)
    timer.stop()
    count = ticks.count
    ticks.wait()
    assert ticks.count == count
    timer.stop()


@every_timer
def test_stopping_what_never_ran_does_no_harm(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    ticks = new_ticks(timer)
    timer.stop()
    ticks.wait()
    assert ticks.count == 0


@every_timer
def test_starting_again_replaces_the_tick(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    first, second = new_ticks(timer), new_ticks(timer)
    timer.start(1, first.tick)
    timer.start(1, second.tick)
    second.wait_for(3)
    timer.stop()
    assert first.count == 0


@every_timer
def test_starting_again_replaces_the_interval(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    ticks = new_ticks(timer)
    timer.start(3_600_000, ticks.tick)
    timer.start(1, ticks.tick)
    ticks.wait_for(2)
    timer.stop()


@every_timer
def test_a_tick_may_stop_its_timer(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    timer = make()
    ticks = new_ticks(timer)

    def tick_once() -> None:
        ticks.tick()
        timer.stop()

    timer.start(1, tick_once)
    ticks.wait_for(1)
    ticks.wait()
    assert ticks.count == 1
    timer.start(1, ticks.tick)
    ticks.wait_for(3)
    timer.stop()


@every_timer
def test_timers_do_not_know_each_other(make: NewTimer, new_ticks: Callable[[Timer], Ticks]) -> None:
    one, other = make(), make()
    ticks = new_ticks(one)
    one.start(1, ticks.tick)
    other.start(1, lambda: None)
    other.stop()
    ticks.wait_for(2)
    one.stop()
