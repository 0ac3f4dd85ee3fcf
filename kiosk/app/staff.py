"""The staff's desk: opens the gate, judges PINs, lets the area be open for a while. Knows no widget."""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.app.observable import Observable
from kiosk.core.errors import StoreError
from kiosk.core.staff_gate import (
    IDLE_MS,
    PATIENCE_MS,
    Count,
    Deleted,
    Entered,
    Finished,
    Gate,
    GateEvent,
    Judge,
    Judged,
    Keep,
    Left,
    Passed,
    Phase,
    gate_at,
    step,
)

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.app.narrator import Narrator
    from kiosk.app.ports import Clock, Timer
    from kiosk.app.problem_log import ProblemLog
    from kiosk.app.staff_pin import StaffPin
    from kiosk.app.station import StationKeeper

_TICK_MS = 500


class StaffDesk:
    """Runs the gate (:mod:`kiosk.core.staff_gate`) on what is kept of the PIN. Publishes ``gate`` and ``is_open``.

    1. ``come`` shows the gate; ``enter``, ``delete``, ``finish`` and ``leave`` are what a person does there.
    2. How often it was wrong is stored before a PIN is judged, and so before anything is told.
    3. A wait is counted by the clock that nobody can set. It goes on when somebody leaves the gate, and begins
       anew with the program: no restart and no date shortens it.
    4. The area closes by itself when nobody has done anything for as long as the station says; what is said is
       listened to, and counts as something done.
    """

    def __init__(
        self,
        pin: "StaffPin",
        log: "ProblemLog",
        station: "StationKeeper",
        narrator: "Narrator",
        clock: "Clock",
        timer: "Timer",
    ) -> None:
        """Show nothing yet.

        Args:
            pin: what is kept of the PIN.
            log: what went wrong lately.
            station: says after how long the area closes.
            narrator: whoever listens to it is there.
            clock: counts waits.
            timer: of its own.
        """
        self.pin = pin
        self.log = log
        self._station = station
        self._narrator = narrator
        self._clock = clock
        self._timer = timer
        self.gate: Observable[Gate | None] = Observable(None)
        """What is asked of who wants to come in; None while nothing is."""
        self.is_open: Observable[bool] = Observable(False)
        """Whether the area is open."""
        self.closes_itself = True
        """Whether the area closes when nobody does anything; always, when it is opened."""
        self.is_pin_kept = True
        """Whether the PIN that was set last will be known after a restart."""
        self._has_entered = False
        self._acted_at = self._seen_at = clock.elapsed()
        self._wait_end = clock.elapsed() + timedelta(milliseconds=pin.wait_ms)
        if pin.wait_ms:
            self._timer.start(_TICK_MS, self._tick)

    @property
    def now(self) -> "datetime":
        """The date and time."""
        return self._clock.now()

    # -- at the gate ------------------------------------------------------------------------------------------

    def come(self) -> None:
        """Show the gate to who asks for it; the area that is open already stays so."""
        if self.gate.value is None and not self.is_open.value:
            # Who administers the machine may have set another one meanwhile.
            self.pin.look()
            if not self.pin.is_waiting:
                self._wait_end = self._clock.elapsed()
            self._end_wait()
            wait_ms = self._wait_left_ms
            self._begin(gate_at(self.pin.has_pin, self.pin.wrong, wait_ms, self.pin.is_broken))

    def change_pin(self) -> None:
        """Ask staff who are in for another PIN."""
        if self.is_open.value:
            self._begin(Gate(Phase.CHOOSE))

    def enter(self, digit: str) -> None:
        """Enter a digit, "0" to "9"."""
        self._has_entered = True
        self._send(Entered(digit))

    def delete(self) -> None:
        """Take back the last digit."""
        self._send(Deleted())

    def finish(self) -> None:
        """All digits are entered."""
        self._send(Finished())

    def leave(self) -> None:
        """Go away from the gate."""
        self._send(Left())

    # -- in the area ------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the area, and the gate if it asks for something."""
        self.leave()
        self.is_open.set(False)
        self._rest()

    def note_act(self) -> None:
        """Somebody has done something."""
        self._acted_at = self._clock.elapsed()

    # -- within -----------------------------------------------------------------------------------------------

    def _begin(self, gate: Gate) -> None:
        self._has_entered = False
        self.note_act()
        self._seen_at = self._clock.elapsed()
        self._timer.start(_TICK_MS, self._tick)
        self.gate.set(gate)

    def _send(self, event: GateEvent) -> None:
        gate = self.gate.value
        if gate is None:
            return
        self.note_act()
        self._follow(*self._stepped(gate, event))

    def _stepped(self, gate: Gate, event: GateEvent) -> tuple[Gate, bool]:
        """Return what becomes of the gate, with all that was to be done done, and whether it leads in."""
        following, effects = step(gate, event)
        for effect in effects:
            match effect:
                case Count():
                    # A disk that is full or read-only must not lock staff out, who alone can mend it.
                    with suppress(StoreError):
                        self.pin.count(effect.wrong, effect.is_waiting)
                case Judge():
                    following, _is_in = self._stepped(following, Judged(self.pin.is_same(effect.pin)))
                case Keep():
                    self._keep(effect.pin)
        return following, following.phase is Phase.OPEN

    def _keep(self, pin: str) -> None:
        self.is_pin_kept = True
        try:
            self.pin.set(pin)
        except StoreError:
            self.is_pin_kept = False

    def _follow(self, gate: Gate, is_in: bool) -> None:
        if gate.phase is Phase.WAIT:
            before = self.gate.value
            if before is None or before.phase is not Phase.WAIT:
                self._wait_end = self._clock.elapsed() + timedelta(milliseconds=gate.wait_ms)
                self.log.note_wrong_pins(gate.wrong)
        if not gate.is_over:
            self.gate.set(gate)
            return
        if is_in and not self.is_open.value:
            self.closes_itself = True
            self.is_open.set(True)
        self.gate.set(None)
        self._rest()

    def _tick(self) -> None:
        now = self._clock.elapsed()
        passed, self._seen_at = now - self._seen_at, now
        if self._narrator.is_speaking.value:
            self._acted_at = now
        gate = self.gate.value
        if gate is None:
            self._end_wait()
        else:
            self._follow(*self._stepped(gate, Passed(round(passed.total_seconds() * 1000))))
        idle = now - self._acted_at
        if self.is_open.value:
            if self.closes_itself and idle >= timedelta(seconds=self._station.station.value.staff_close_s):
                self.close()
        elif self.gate.value is not None:
            patience_ms = PATIENCE_MS if self._has_entered else IDLE_MS
            if idle >= timedelta(milliseconds=patience_ms):
                self._follow(*self._stepped(self.gate.value, Left()))
        self._rest()

    @property
    def _wait_left_ms(self) -> int:
        return max(0, round((self._wait_end - self._clock.elapsed()).total_seconds() * 1000))

    def _end_wait(self) -> None:
        """Take down that a wait is over, so that a restart does not begin it anew."""
        if self.pin.is_waiting and not self._wait_left_ms:
            with suppress(StoreError):
                self.pin.count(self.pin.wrong, is_waiting=False)

    def _rest(self) -> None:
        """Tick no more where nothing is waited for."""
        if self.gate.value is None and not self.is_open.value and not self.pin.is_waiting:
            self._timer.stop()
