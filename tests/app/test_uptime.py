"""The uptime desk: whom it tells what, when it ends the program, what it writes down. Time is turned by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.app.observable import Observable
from kiosk.app.remembering import AttentiveStore
from kiosk.app.run_keeper import RECORD, RunKeeper
from kiosk.app.uptime import IDLE_AFTER, ExitCode, Upkeep, UptimeDesk
from kiosk.core.crash_loop import QUIET_S
from kiosk.core.nightly import LEAST_UP
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station
from kiosk.core.watchdog import SoundSigns
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_service import FakeService
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer

TICK = timedelta(seconds=10)


class Machine:
    """A machine whose program is started again and again, and crashes when a test says so."""

    def __init__(self, profile: Profile = Profile.PUBLIC, patience_us: int = 30_000_000) -> None:
        self.profile = profile
        self.store = FakeStore()
        self.clock = FakeClock(datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
        self.service = FakeService(patience_us)
        self.ends: list[ExitCode] = []
        self.silent_for = timedelta(days=1)
        self.station = Observable(resolve_station({}))
        self.start()

    def start(self) -> None:
        """Start the program; the run before has crashed unless it ended."""
        self.signs = SoundSigns()
        self.timer = FakeTimer()
        runs = RunKeeper(self.store, "boot", self.clock)
        self.desk = UptimeDesk(
            Upkeep(self.service, runs, AttentiveStore(self.store)),
            self.profile,
            lambda: self.signs,
            lambda: self.silent_for,
            self.station,
            self.clock,
            self.timer,
            local=lambda moment: moment,
        )
        self.desk.end = self.ends.append
        self.desk.start()

    def crash(self) -> None:
        """Let it crash, and start it again two seconds later."""
        self.clock.advance(timedelta(seconds=2))
        self.start()

    def run(self, by: timedelta) -> None:
        """Let time pass, tick by tick."""
        for _ in range(by // TICK):
            self.clock.advance(TICK)
            self.timer.fire()

    def told(self) -> list[str]:
        """Return what the service was told since the last time."""
        return self.service.take()


def test_it_is_ready_and_then_fed() -> None:
    machine = Machine()
    assert machine.told() == ["READY=1", "STATUS=Ready", "WATCHDOG=1"]
    assert machine.timer.interval_ms == 10_000
    machine.run(3 * TICK)
    assert machine.told() == ["WATCHDOG=1"] * 3


def test_sound_that_does_not_answer_ends_the_feeding_until_it_does() -> None:
    machine = Machine()
    machine.signs = SoundSigns(True, 5, 5)
    machine.run(TICK)
    machine.told()
    machine.run(3 * TICK)
    said = machine.told()
    assert "WATCHDOG=1" not in said
    assert [line for line in said if line.startswith("STATUS=The sound does not answer")] == said
    machine.signs = SoundSigns(True, 6, 6)
    machine.run(TICK)
    assert machine.told() == ["WATCHDOG=1", "STATUS=Ready"]


def test_at_home_where_nobody_waits_nothing_ticks() -> None:
    machine = Machine(Profile.HOME, patience_us=0)
    assert not machine.timer.is_running
    assert Machine(Profile.HOME).timer.is_running
    assert Machine(Profile.PUBLIC, patience_us=0).timer.is_running


def test_the_end_is_told_and_written_down() -> None:
    machine = Machine()
    machine.told()
    machine.desk.stop()
    assert machine.told() == ["STOPPING=1"]
    assert not machine.timer.is_running
    assert machine.store.records[RECORD]["is_under_way"] is False


def test_what_broke_counts_as_a_crash() -> None:
    machine = Machine()
    machine.desk.note_fault(is_thread=True)
    assert machine.ends == [ExitCode.BROKEN]
    machine.desk.stop(has_broken=True)
    machine.crash()
    machine.crash()
    assert not machine.desk.is_safe
    machine.crash()
    assert machine.desk.is_safe


def test_one_slip_in_the_event_loop_is_survived() -> None:
    machine = Machine()
    machine.desk.note_fault(is_thread=False)
    assert machine.ends == []
    for _ in range(4):
        machine.desk.note_fault(is_thread=False)
    assert machine.ends == [ExitCode.BROKEN]


# -- safe mode ------------------------------------------------------------------------------------------------


def test_setting_the_clock_neither_fakes_nor_hides_a_loop() -> None:
    machine = Machine()
    for number in range(3):
        machine.clock.set_date(datetime(2016 + 10 * (number % 2), 1, 1, tzinfo=UTC))
        machine.crash()
    assert machine.desk.is_safe
    other = Machine()
    for _ in range(6):
        other.clock.advance(timedelta(minutes=4))
        other.clock.set_date(datetime(2026, 3, 1, 12, 0, tzinfo=UTC))  # as if no time had passed
        other.crash()
        assert not other.desk.is_safe


def test_the_safe_mode_is_left_by_itself_when_nobody_is_there() -> None:
    machine = Machine()
    for _ in range(3):
        machine.crash()
    assert any("Safe mode" in line for line in machine.told())
    machine.run(timedelta(minutes=5))
    machine.desk.note_act()
    machine.run(timedelta(seconds=QUIET_S) - timedelta(minutes=5))
    assert machine.ends == [], "somebody was there five minutes ago"
    machine.run(timedelta(minutes=5))
    assert machine.ends[0] is ExitCode.ANEW
    machine.desk.stop()
    machine.start()
    assert not machine.desk.is_safe
    machine.crash()
    assert machine.desk.is_safe, "it was on trial"


def test_staff_leaves_the_safe_mode() -> None:
    machine = Machine()
    for _ in range(3):
        machine.crash()
    machine.desk.restart()
    assert machine.ends == [ExitCode.ANEW]
    machine.desk.stop()
    machine.start()
    machine.crash()
    assert not machine.desk.is_safe


@pytest.mark.parametrize("is_readable", [True, False])
def test_where_nothing_can_be_written_it_runs_as_ever(is_readable: bool) -> None:
    machine = Machine()
    machine.store.is_writable = False
    for _ in range(5):
        if not is_readable:
            machine.store.unreadable.add(RECORD)
        machine.crash()
        machine.run(3 * TICK)
    assert machine.told().count("WATCHDOG=1") == 4 * 5 + 1
    machine.desk.stop()


# -- nobody is there ------------------------------------------------------------------------------------------


def test_it_starts_anew_once_a_night() -> None:
    machine = Machine()
    machine.run(timedelta(hours=15, minutes=59, seconds=50))
    assert machine.ends == []
    machine.run(TICK)
    assert machine.ends == [ExitCode.ANEW]
    machine.desk.stop()
    machine.start()
    machine.run(LEAST_UP - TICK)
    assert machine.ends == [ExitCode.ANEW]
    assert not machine.desk.is_safe


def test_not_while_it_reads_or_somebody_is_there_or_the_operator_said_never() -> None:
    machine = Machine()
    machine.silent_for = timedelta(0)
    machine.run(timedelta(hours=18))
    assert machine.ends == []
    for_keys = Machine()
    for _ in range(18 * 60 // 5):
        for_keys.run(timedelta(minutes=5))
        for_keys.desk.note_act()
    assert for_keys.ends == []
    never = Machine()
    never.station.set(resolve_station({"restart_at": ""}))
    never.run(timedelta(hours=18))
    assert never.ends == []
    home = Machine(Profile.HOME)
    home.run(timedelta(hours=18))
    assert home.ends == []


def test_somebody_else_may_know_better_whether_anybody_is_there() -> None:
    machine = Machine()
    machine.desk.is_visited = lambda: True
    machine.run(timedelta(hours=18))
    assert machine.ends == []
    assert machine.desk.is_alone.value is False


def test_who_leaves_is_gone_after_ten_minutes() -> None:
    machine = Machine()
    machine.desk.note_act()
    machine.run(IDLE_AFTER - TICK)
    assert not machine.desk.is_alone.value
    machine.run(TICK)
    found = [machine.desk.is_alone.value]
    machine.desk.note_act()
    assert [*found, machine.desk.is_alone.value] == [True, False]
