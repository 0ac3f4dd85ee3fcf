"""The staff's desk: what is stored before what is told, waits that nothing shortens, and closing by itself."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.problem_log import ProblemLog
from kiosk.app.reading import Reading
from kiosk.app.staff import StaffDesk
from kiosk.app.staff_pin import StaffPin
from kiosk.app.station import StationKeeper
from kiosk.core.errors import UsageError
from kiosk.core.staff_gate import IDLE_MS, PATIENCE_MS, TRIES, Phase, wait_after_ms
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_pin_hasher import FakePinHasher
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_timer import FakeTimer

PIN, WRONG = "274961", "999999"


class Machine:
    """One kiosk through several runs of its program."""

    def __init__(self, records: Mapping[str, Mapping[str, object]] | None = None) -> None:
        self.store = FakeStore(records)
        self.clock = FakeClock()
        self.start()

    def start(self) -> None:
        """Start the program, anew when it runs."""
        self.timer = FakeTimer()
        self.is_speaking = Observable(False)
        reading = SimpleNamespace(message=Observable(None), note=Observable(None))
        narrator = SimpleNamespace(is_speaking=self.is_speaking)
        self.log = ProblemLog(cast(Reading, reading), self.clock)
        self.desk = StaffDesk(
            StaffPin(self.store, FakePinHasher()),
            self.log,
            StationKeeper({}, self.store),
            cast(Narrator, narrator),
            self.clock,
            self.timer,
        )

    def restart(self) -> None:
        """Power off and on: the counter that never goes back begins anew."""
        self.clock = FakeClock(self.clock.now())
        self.start()

    def enter(self, pin: str) -> None:
        for digit in pin:
            self.desk.enter(digit)
        self.desk.finish()

    def wait(self, seconds: float, tick_s: float = 0.5) -> None:
        for _number in range(round(seconds / tick_s)):
            self.clock.advance(timedelta(seconds=tick_s))
            self.timer.fire()

    def is_at(self, phase: Phase | None) -> bool:
        """Whether the gate asks this; None for no gate."""
        gate = self.desk.gate.value
        return (gate.phase if gate is not None else None) is phase

    def is_in(self) -> bool:
        return self.desk.is_open.value

    def come_in(self) -> None:
        self.desk.come()
        self.enter(PIN)


@pytest.fixture
def machine() -> Machine:
    made = Machine()
    StaffPin(made.store, FakePinHasher()).set(PIN)
    made.start()
    return made


def test_who_comes_first_sets_the_pin_twice_and_is_in() -> None:
    machine = Machine()
    machine.desk.come()
    assert machine.is_at(Phase.CHOOSE)
    machine.enter(PIN)
    assert machine.is_at(Phase.REPEAT)
    machine.enter(PIN)
    assert machine.is_in()
    assert machine.desk.is_pin_kept
    machine.restart()
    machine.desk.come()
    assert machine.is_at(Phase.ASK)
    machine.enter(PIN)
    assert machine.is_in()


def test_a_pin_that_cannot_be_saved_holds_until_the_end() -> None:
    machine = Machine()
    machine.store.is_writable = False
    machine.desk.come()
    machine.enter(PIN)
    machine.enter(PIN)
    assert machine.is_in()
    assert not machine.desk.is_pin_kept
    machine.desk.close()
    machine.desk.come()
    assert machine.is_at(Phase.ASK)


def test_a_wrong_pin_is_on_disk_before_it_is_told(machine: Machine) -> None:
    seen: list[object] = []
    machine.desk.gate.subscribe(lambda _gate: seen.append(machine.store.records["staff"]["wrong"]))
    machine.desk.come()
    for digit in WRONG:
        machine.desk.enter(digit)
    seen.clear()
    machine.desk.finish()
    assert seen == [1]


def test_who_pulls_the_plug_while_a_pin_is_judged_has_used_a_try(machine: Machine) -> None:
    class PlugError(Exception):
        pass

    def pull() -> None:
        machine.store.saves.append("pulled")
        raise PlugError

    machine.desk.come()
    for digit in PIN:
        machine.desk.enter(digit)
    # The first save is the count; the plug is pulled before the second.
    machine.store.when_saving = lambda: setattr(machine.store, "when_saving", pull)
    with pytest.raises(PlugError):
        machine.desk.finish()
    machine.store.when_saving = lambda: None
    machine.restart()
    assert machine.desk.pin.wrong == 1


@settings(max_examples=40)
@given(
    wrong=st.integers(TRIES, 12),
    moments=st.lists(st.one_of(st.floats(0, 900), st.just("restart"), st.just("leave")), max_size=8),
    years=st.integers(-10, 10),
)
def test_no_restart_and_no_date_shortens_a_wait(wrong: int, moments: list[float | str], years: int) -> None:
    machine = Machine()
    StaffPin(machine.store, FakePinHasher()).set(PIN)
    StaffPin(machine.store, FakePinHasher()).count(wrong - 1, is_waiting=False)
    machine.start()
    machine.desk.come()
    machine.enter(WRONG)
    assert machine.is_at(Phase.WAIT)
    waited_ms = 0.0
    for moment in moments:
        if moment == "restart":
            machine.restart()
        elif moment == "leave":
            machine.desk.leave()
        else:
            seconds = min(float(moment), wait_after_ms(wrong) / 1000 - waited_ms / 1000 - 1)
            if seconds > 0:
                machine.clock.advance(timedelta(seconds=seconds))
                machine.timer.fire()
                waited_ms += seconds * 1000
        machine.clock.set_date(datetime(2026 + years, 1, 1, tzinfo=UTC))
        machine.desk.come()
        machine.enter(PIN)
        assert machine.is_at(Phase.WAIT)
        assert not machine.is_in()


def test_a_wait_that_is_over_does_not_begin_anew_with_the_program(machine: Machine) -> None:
    machine.desk.come()
    for _number in range(TRIES):
        machine.enter(WRONG)
    machine.desk.leave()
    machine.wait(61)
    assert not machine.timer.is_running
    machine.restart()
    machine.desk.come()
    assert machine.is_at(Phase.ASK)
    machine.enter(WRONG)
    assert machine.desk.gate.value is not None
    assert machine.desk.gate.value.wait_ms == 120_000


def test_a_wait_is_in_the_log(machine: Machine) -> None:
    machine.desk.come()
    for _number in range(TRIES):
        machine.enter(WRONG)
    machine.wait(60)
    machine.enter(WRONG)
    assert [(line.trouble.value, line.times) for line in machine.log.lines] == [("wrong PINs", TRIES + 1)]


@pytest.mark.parametrize(
    "record",
    [{"pin": 5}, {"pin": "letters", "wrong": 0}, {"wrong": 0, "is_waiting": False}],
)
def test_a_spoiled_pin_lets_nobody_in_and_nobody_set_another(record: dict[str, object]) -> None:
    machine = Machine({"staff": record})
    machine.desk.come()
    assert machine.is_at(Phase.BROKEN)
    machine.restart()
    machine.desk.come()
    assert machine.is_at(Phase.BROKEN)


def test_a_pin_that_the_disk_cannot_read_stays_unreadable_after_a_restart() -> None:
    machine = Machine({"staff": {"pin": "turned:169472"}})
    machine.store.unreadable.add("staff")
    machine.start()
    machine.restart()
    machine.desk.come()
    assert machine.is_at(Phase.BROKEN)


def test_a_spoiled_count_counts_as_many(machine: Machine) -> None:
    machine.store.records["staff"] = {**machine.store.records["staff"], "wrong": "few"}
    machine.restart()
    machine.desk.come()
    assert machine.is_at(Phase.WAIT)
    assert machine.desk.gate.value is not None
    assert machine.desk.gate.value.wait_ms == 900_000


def test_what_the_command_set_meanwhile_holds_at_once(machine: Machine) -> None:
    machine.desk.come()
    for _number in range(TRIES):
        machine.enter(WRONG)
    machine.desk.leave()
    StaffPin(machine.store, FakePinHasher()).set("505071")
    machine.desk.come()
    machine.enter(PIN)
    assert not machine.is_in()
    machine.enter("505071")
    assert machine.is_in()


def test_the_command_refuses_what_is_no_pin(machine: Machine) -> None:
    for pin in ("", "12345", "27496a", "٢٧٤٩٦١", "111111", "27496127496"):
        with pytest.raises(UsageError):
            machine.desk.pin.set(pin)
    assert machine.desk.pin.is_same(PIN)


# -- closing by itself --------------------------------------------------------------------------------------------


def test_the_gate_leaves_by_itself(machine: Machine) -> None:
    machine.desk.come()
    machine.is_speaking.set(True)
    machine.wait(100)
    machine.is_speaking.set(False)
    assert machine.is_at(Phase.ASK)
    machine.wait(IDLE_MS / 1000)
    assert machine.is_at(None)
    assert not machine.timer.is_running
    machine.desk.come()
    machine.desk.enter("2")
    machine.wait(IDLE_MS / 1000 + 1)
    assert machine.is_at(Phase.ASK)
    machine.wait(PATIENCE_MS / 1000 - IDLE_MS / 1000)
    assert machine.is_at(None)


def test_the_area_closes_by_itself_unless_that_is_switched_off(machine: Machine) -> None:
    machine.come_in()
    machine.wait(119)
    machine.desk.note_act()
    machine.wait(119)
    assert machine.is_in()
    machine.wait(2)
    assert not machine.is_in()
    machine.come_in()
    machine.desk.closes_itself = False
    machine.wait(1000, tick_s=10)
    assert machine.is_in()
    machine.desk.close()
    machine.come_in()
    assert machine.desk.closes_itself


def test_staff_who_are_in_change_the_pin(machine: Machine) -> None:
    machine.desk.change_pin()
    assert machine.is_at(None)
    machine.come_in()
    machine.desk.change_pin()
    machine.enter("505071")
    machine.desk.leave()
    assert machine.is_in()
    assert machine.desk.pin.is_same(PIN)
    machine.desk.change_pin()
    machine.enter("505071")
    machine.enter("505071")
    assert machine.is_in()
    assert machine.desk.pin.is_same("505071")
