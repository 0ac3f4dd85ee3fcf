"""A player between fakes: its worker is a real thread, everything else moves by hand. Knows no article."""

import threading
from collections.abc import Callable, Sequence

from kiosk.app.audio_timeline import AudioTimeline
from kiosk.app.cues import Cue
from kiosk.app.player import Player
from kiosk.app.rendering import Notice
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.pause import Ending
from kiosk.core.rate import Rate
from kiosk.core.reading import ReadingState
from kiosk.core.timeline import ms_to_frames
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer, HangingSynthesizer
from tests.fakes.fake_timer import FakeTimer

PATIENCE_S = 20
PERIOD_MS = 10


class WatchedTimeline(AudioTimeline):
    """A timeline that tells when its worker can do nothing more by itself."""

    def __init__(self, elapsed_s: Callable[[], float], latency_ms: Callable[[], float]) -> None:
        super().__init__(elapsed_s, latency_ms)
        self._news = threading.Condition()
        self._waiting: tuple[int, int] | None = None

    def append(self, request: int, samples: bytes, cues: Sequence[Cue], ending: Ending = Ending.NOTHING) -> bool:
        """Add sound, and tell."""
        is_live = super().append(request, samples, cues, ending)
        self.tell()
        return is_live

    def finish(self, request: int) -> None:
        """Finish, and tell."""
        super().finish(request)
        self.tell()

    def wait_for_room(self, request: int, most_waiting_frames: int) -> bool:
        """Tell what the worker waits for, and wait."""
        self._waiting = (request, most_waiting_frames)
        self.tell()
        is_live = super().wait_for_room(request, most_waiting_frames)
        self._waiting = None
        return is_live

    def tell(self) -> None:
        """Let ``settle`` look again."""
        with self._news:
            self._news.notify_all()

    @property
    def waiting_frames(self) -> int:
        """Frames that are rendered and not yet read."""
        with self._lock:
            return self._appended_frames - self._read_frames

    def wait_for_sound(self) -> None:
        """Wait until there is sound of the live request, in real time."""
        with self._news:
            if not self._news.wait_for(lambda: self.appended_frames > 0, PATIENCE_S):
                raise AssertionError("the voice's thread makes no sound")

    def settle(self, is_stuck: Callable[[], bool]) -> None:
        """Wait until the live request is finished, or has no room, or its engine hangs."""
        with self._news:
            if not self._news.wait_for(lambda: is_stuck() or self._is_settled(), PATIENCE_S):
                raise AssertionError("the voice's thread neither goes on nor ends")

    def _is_settled(self) -> bool:
        waiting = self._waiting
        with self._lock:
            if self._request == 0 or self._is_finished:
                return True
            has_no_room = waiting is not None and self._appended_frames - self._read_frames > waiting[1]
            return waiting is not None and waiting[0] == self._request and has_no_room


class Stage:
    """A player with its fakes; ``run`` lets time pass."""

    def __init__(
        self,
        *engines: FakeSynthesizer,
        latency_ms: float = 0.0,
        notice: Notice | None = None,
        rate: int = 160,
        is_output_broken: bool = False,
        new_output: type[FakeOutput] = FakeOutput,
        new_timeline: type[WatchedTimeline] = WatchedTimeline,
        may_change_device: bool = False,
    ) -> None:
        """Put a player together; with no engine it gets a plain English one."""
        self.engines = engines or (FakeSynthesizer(),)
        self.clock = FakeClock()
        self.timer = FakeTimer()
        self.output = new_output(self.clock, latency_ms, is_output_broken)
        timelines: list[WatchedTimeline] = []

        def keep_timeline(elapsed_s: Callable[[], float], latency_ms: Callable[[], float]) -> AudioTimeline:
            timelines.append(new_timeline(elapsed_s, latency_ms))
            return timelines[-1]

        self.player = Player(
            VoiceRack(self.engines),
            self.output,
            self.timer,
            self.clock,
            Rate(rate),
            notice,
            keep_timeline,
            may_change_device,
        )
        self.timeline = timelines[0]
        for engine in self.engines:
            if isinstance(engine, HangingSynthesizer):
                engine.when_hanging = self.timeline.tell
        self.states: list[ReadingState] = [self.player.state.value]
        self.player.state.subscribe(self.states.append)

    @property
    def state(self) -> ReadingState:
        """The player's state."""
        return self.player.state.value

    def is_in(self, kind: type) -> bool:
        """Whether the player is in such a state."""
        return isinstance(self.player.state.value, kind)

    def settle(self) -> None:
        """Wait until the worker can do no more by itself."""
        self.timeline.settle(self._is_hanging)
        # It may also be looking for the loudspeaker, of which the timeline knows nothing.
        while self.player._worker._is_trying and self.output.opening_may_go_on.is_set() and not self._is_hanging():
            threading.Event().wait(0.0002)

    def wait_for_output(self) -> None:
        """Wait until the player's worker has done what it was asked; it must not be reading."""
        done = threading.Event()
        self.player._worker._tasks.put(done.set)
        assert done.wait(PATIENCE_S)

    def run(self, milliseconds: float, is_settled: bool = True) -> bytes:
        """Let time pass in steps of 10 ms; return what was heard.

        Args:
            milliseconds: how long.
            is_settled: whether the worker is always given the time that it needs; if not, it may be late.
        """
        heard = bytearray()
        for _ in range(max(1, round(milliseconds / PERIOD_MS))):
            if is_settled:
                self.settle()
            heard += self.output.pump(ms_to_frames(PERIOD_MS))
            self.timer.fire()
        return bytes(heard)

    def run_until(self, is_reached: Callable[[], bool], most_ms: float = 60_000) -> bytes:
        """Let time pass until something is so; return what was heard."""
        heard = bytearray()
        for _ in range(round(most_ms / PERIOD_MS)):
            if is_reached():
                return bytes(heard)
            heard += self.run(PERIOD_MS)
        raise AssertionError(f"never reached in {most_ms} ms: {self.state}")

    def run_until_state(self, kind: type) -> bytes:
        """Let time pass until the player is in such a state; return what was heard."""
        return self.run_until(lambda: self.is_in(kind))

    def close(self) -> None:
        """Let go of the worker; engines that hang are let go too."""
        for engine in self.engines:
            if isinstance(engine, HangingSynthesizer):
                engine.let_go()
        self.output.opening_may_go_on.set()
        self.player.close()

    def _is_hanging(self) -> bool:
        return any(
            isinstance(engine, HangingSynthesizer) and engine.is_hanging.is_set() for engine in self.engines
        )
