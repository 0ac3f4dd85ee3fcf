"""Keeps a machine's program up: says that it lives, starts it anew when that is better. Decides by the core.

Knows no socket, no window and no process: it is told what they are, and says what is to be done with them.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any, NamedTuple

from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.ports import Clock, Store, Timer
from kiosk.app.remembering import AttentiveStore, Forgotten
from kiosk.app.run_keeper import RunKeeper
from kiosk.app.service import NoService, Service
from kiosk.app.station import StationKeeper
from kiosk.core.fault import must_restart
from kiosk.core.nightly import is_restart_due
from kiosk.core.settings import Profile
from kiosk.core.station import Station
from kiosk.core.watchdog import SoundSigns, is_sound_alive, question_ms

IDLE_AFTER = timedelta(minutes=10)
_READY = "Ready"
_SAFE = "Safe mode after repeated crashes: out of order, plain voice, shipped articles"
_DEAF = "The sound does not answer: not telling the watchdog that all is well"


class ExitCode(IntEnum):
    """How the program ends when it is to be started again."""

    ANEW = 11
    """It asks for that: nightly, by staff, or to leave the safe mode."""
    BROKEN = 12
    """Something broke of which it cannot recover."""


class Upkeep(NamedTuple):
    """What an uptime desk is made of, besides the kiosk's own parts."""

    service: Service
    """Who is told."""
    runs: RunKeeper
    """This run and those before it."""
    store: AttentiveStore
    """Knows what could not be remembered."""
    watch_faults: Callable[[Callable[[bool], None]], None] | None = None
    """Lets something be called, on any thread, when something broke: with whether that was a thread of its own."""


def no_upkeep(store: Store, clock: Clock) -> Upkeep:
    """Return upkeep where nobody is told, and no run is written down."""
    return Upkeep(NoService(), unwritten(clock), AttentiveStore(store))


def unwritten(clock: Clock) -> RunKeeper:
    """Return runs that nobody writes down."""
    return RunKeeper(_Nothing(), "", clock)


def uptime_desk(
    profile: Profile, player: Player, station: StationKeeper, timer: Timer, parts: Mapping[str, Any]
) -> "UptimeDesk":
    """Return the desk of a kiosk.

    Args:
        profile: where it stands.
        player: what reads.
        station: what was decided for it.
        timer: of its own.
        parts: its ``clock``, its ``store``, its ``output``, which is watched, and its ``upkeep``, if any.
    """
    clock = parts["clock"]
    upkeep = parts.get("upkeep") or no_upkeep(parts["store"], clock)
    signs = parts["output"].signs
    return UptimeDesk(upkeep, profile, signs, lambda: player.silent_for, station.station, clock, timer)


class _Nothing:
    """Remembers nothing."""

    def load(self, name: str) -> Mapping[str, object]:
        return {}

    def save(self, name: str, record: Mapping[str, object]) -> None:
        pass


class UptimeDesk:
    """Watches over one run.

    1. ``start`` when the first page has been painted: the service is told, and a timer begins to ask.
    2. Each tick: if those who serve the loudspeaker have answered, the service is told that the program lives; the
       event loop has, for it ticks.
    3. Each tick: whether it is time to start anew, by night or to leave the safe mode. Never while somebody is
       there.
    4. ``end`` is called with an exit code when the program is to end; ``stop`` when it has ended in good order.
    """

    def __init__(
        self,
        upkeep: Upkeep,
        profile: Profile,
        signs: Callable[[], SoundSigns],
        silent_for: Callable[[], timedelta],
        station: Observable[Station],
        clock: Clock,
        timer: Timer,
        local: Callable[[datetime], datetime] = datetime.astimezone,
    ) -> None:
        """Tell nobody anything yet.

        Args:
            upkeep: who is told, and what is remembered.
            profile: where the program stands.
            signs: what is seen of those who serve the loudspeaker.
            silent_for: how long nothing has been read.
            station: what the operator decided.
            clock: the time.
            timer: of its own.
            local: a moment to the time where the machine stands.
        """
        self._upkeep = upkeep
        self._is_public = profile is Profile.PUBLIC
        self._signs = signs
        self._silent_for = silent_for
        self._station = station
        self._clock = clock
        self._timer = timer
        self._local = local
        self._seen = SoundSigns()
        self._missed = 0
        self._began = self._last_act = clock.elapsed()
        self._faults_s: list[float] = []
        self._status = ""
        self.is_visited: Callable[[], bool] = lambda: False
        """Whether a visit is on; set by whoever knows of visits."""
        self.end: Callable[[ExitCode], None] = lambda code: None
        """Ends the program, silence first; set by whoever has the window."""
        self.is_alone: Observable[bool] = Observable(False)
        """Whether nobody is there, as it was found at the last tick."""

    @property
    def is_safe(self) -> bool:
        """Whether the program crashed again and again, and gets by with what cannot go wrong."""
        return self._upkeep.runs.is_safe

    @property
    def follows_a_crash(self) -> bool:
        """Whether the program crashed when it ran last."""
        return self._upkeep.runs.follows_a_crash

    @property
    def is_well(self) -> bool:
        """Whether the loudspeaker's threads answered when they were asked last; once is no trouble."""
        return self._missed <= 1

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do: at home, started by a person, there is not."""
        return self._is_public or self._upkeep.service.patience_us > 0

    def watch_faults(self, tell: Callable[[bool], None]) -> None:
        """Let something be called, on any thread, when something broke that nobody foresaw."""
        if self._upkeep.watch_faults is not None:
            self._upkeep.watch_faults(tell)

    def watch_memory(self, tell: Callable[[], None]) -> None:
        """Let something be called, on any thread, when something more could not be remembered."""
        self._upkeep.store.watch(tell)

    @property
    def forgotten(self) -> tuple[Forgotten, ...]:
        """What could not be remembered, or read."""
        return self._upkeep.store.forgotten

    def start(self) -> None:
        """Say that the program can be used, and begin to ask."""
        service = self._upkeep.service
        service.ready()
        self._show(_SAFE if self.is_safe else _READY)
        if self.is_needed:
            self._seen = self._signs()
            service.alive()
            self._timer.start(question_ms(service.patience_us), self._tick)

    def note_act(self) -> None:
        """Remember that somebody is there: a key, a touch."""
        self._last_act = self._clock.elapsed()
        self.is_alone.set(False)

    def note_fault(self, is_thread: bool) -> None:
        """Go on after something broke, or end: then the run counts as crashed. Main thread."""
        self._faults_s.append(self._clock.elapsed().total_seconds())
        if must_restart(self._faults_s, is_thread, self._is_public):
            self._show("Something broke: starting anew")
            self.end(ExitCode.BROKEN)

    def restart(self) -> None:
        """Start anew because staff wants it; whatever crashed before is forgotten."""
        self._upkeep.runs.end()
        self._start_anew()

    def stop(self, has_broken: bool = False) -> None:
        """Be told that the program ends.

        Args:
            has_broken: whether it could not go on.
        """
        self._timer.stop()
        self._upkeep.service.stopping()
        if not has_broken:
            self._upkeep.runs.end()

    def _tick(self) -> None:
        self._feed()
        self._upkeep.runs.settle()
        self.is_alone.set(self._is_left_alone() and not self.is_visited())
        if not self.is_alone.value:
            return
        if self._upkeep.runs.may_leave:
            self._upkeep.runs.leave()
            self._start_anew()
        elif self._is_public and self._is_night():
            self.restart()

    def _feed(self) -> None:
        before, self._seen = self._seen, self._signs()
        is_alive = is_sound_alive(before, self._seen)
        self._missed = 0 if is_alive else self._missed + 1
        if is_alive:
            self._upkeep.service.alive()
        # Once is no trouble: a device may be opened just then.
        self._show(_DEAF if not self.is_well else _SAFE if self.is_safe else _READY)

    def _is_night(self) -> bool:
        up_for = self._clock.elapsed() - self._began
        return is_restart_due(self._station.value.restart_at, self._local(self._clock.now()), up_for, is_idle=True)

    def _start_anew(self) -> None:
        self._show("Starting anew")
        self.end(ExitCode.ANEW)

    def _is_left_alone(self) -> bool:
        return min(self._clock.elapsed() - self._last_act, self._silent_for()) >= IDLE_AFTER

    def _show(self, status: str) -> None:
        if status != self._status:
            self._status = status
            self._upkeep.service.show(status)
