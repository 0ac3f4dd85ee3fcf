"""A speech engine in a process of its own: it may hang or crash, and the reading goes on.

Knows no engine: what makes one is handed over, and runs in the child (:mod:`engine_worker`).
"""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kiosk
from kiosk.adapters.voices.engine_child import EngineChild
from kiosk.adapters.voices.engine_frames import FrameError, Request, request_head, speech_of
from kiosk.app.ports import Speech, Synthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.voice import Voice

_BURIAL_S = 2.0


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long an engine may take before it is taken for hung."""

    load_s: float = 20.0
    """To start and load a voice, on a slow disk too."""
    least_s: float = 0.4
    """To say anything."""
    code_point_s: float = 0.007
    """More for each code point of the text: fourteen times what the neural voice takes. Who waits for the first
    words of a reading waits less than a second before another voice says them."""
    most_s: float = 20.0
    """To say anything, however long."""

    def for_text(self, text: str, pronounced: Sequence[Pronounced] = ()) -> float:
        """Return how many seconds an engine may take to say a text, its written pronunciations included."""
        code_points = len(text) + sum(len(stretch.ipa) for stretch in pronounced)
        return min(self.least_s + self.code_point_s * code_points, self.most_s)


class EngineProcess:
    """A synthesizer whose engine lives in a child process.

    1. ``voices`` asks the engine's own class here, which loads nothing: no child is needed.
    2. The first ``load`` or ``synthesize`` starts the child, which loads the voice before anything else.
    3. A child that crashes, misses its deadline, or answers with anything but what the port promises is killed,
       and the call raises ``VoiceError``; the next call starts another.
    4. With a spare, a second child is started and loaded some seconds after the first is ready, and takes its
       place when it dies: for engines that take long to load, at the price of their memory.
    5. ``kill`` wakes a blocked caller from any thread; after ``close`` no child is left and none is started.
    """

    def __init__(
        self,
        make_engine: Callable[[], Synthesizer],
        deadlines: Deadlines | None = None,
        has_spare: bool = False,
        spare_after_s: float = 10.0,
        start_command: Callable[[str], Sequence[str]] | None = None,
    ) -> None:
        """Start nothing.

        Args:
            make_engine: makes the engine: a class or function of a module that the child can import.
            deadlines: how long it may take.
            has_spare: whether a second child is kept ready.
            spare_after_s: seconds after loading at which the spare is started: then what somebody waited for has
                been rendered, and nobody waits for this.
            start_command: from the engine's name ("module:class") to the command that starts its worker; None
                takes :func:`worker_command`.

        Raises:
            ValueError: a child could not find what makes the engine.
        """
        if "<" in make_engine.__qualname__ or make_engine.__module__ == "__main__":
            raise ValueError(f"{make_engine.__module__}:{make_engine.__qualname__} cannot be imported")
        self._make_engine = make_engine
        self._name = f"{make_engine.__module__}:{make_engine.__qualname__}"
        self._deadlines = deadlines or Deadlines()
        self._has_spare = has_spare
        self._spare_after_s = spare_after_s
        self._start_command = start_command or worker_command
        self._described: Synthesizer | None = None
        self._describing = threading.Lock()
        # Never held while anybody waits for a child.
        self._lock = threading.Lock()
        self._child: EngineChild | None = None
        self._spare: EngineChild | None = None
        self._spare_timer: threading.Timer | None = None
        self._is_closed = False

    def voices(self) -> Sequence[Voice]:
        """Return the engine's voices, without a child."""
        with self._describing:
            if self._described is None:
                self._described = self._make_engine()
            return self._described.voices()

    def load(self, voice: Voice) -> None:
        """Start the child when there is none, and make the voice ready in it."""
        # What a child loaded first may have been another voice; to load one twice is as good as once.
        self._ready_child(voice).ask(request_head(Request(voice)), self._deadlines.load_s)

    def is_ready(self, voice: Voice) -> bool:
        """Whether a child is alive that has loaded a voice, be it the spare."""
        with self._lock:
            return any(child is not None and child.is_loaded for child in (self._child, self._spare))

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Say a text in the child."""
        child = self._ready_child(voice)
        request = Request(voice, text, language, rate.words_per_minute, tuple(pronounced), pitch_percent)
        head = request_head(request)
        answer = child.ask(head, self._deadlines.for_text(text, pronounced))
        try:
            return speech_of(answer, text)
        except FrameError as error:
            child.fail(f"broke its promise: {error}")
            raise VoiceError(f"{voice.id} broke its promise on {text[:40]!r}: {error}") from error

    def kill(self) -> None:
        """Kill the child at once, from any thread: a caller that waits for it gets a ``VoiceError``.

        The next call starts another.
        """
        with self._lock:
            child = self._child
        if child is not None:
            child.kill("was stopped")

    def close(self) -> None:
        """Kill every child and wait until it is gone; any thread. A later call raises ``VoiceError``."""
        with self._lock:
            self._is_closed = True
            children = [child for child in (self._child, self._spare) if child is not None]
            if self._spare_timer is not None:
                self._spare_timer.cancel()
        for child in children:
            child.kill("was closed")
        for child in children:
            child.join(_BURIAL_S)

    # -- children -----------------------------------------------------------------------------------------------

    def _ready_child(self, voice: Voice) -> EngineChild:
        """Return a living child that has loaded a voice: the one there is, the spare, or a new one."""
        with self._lock:
            if self._is_closed:
                raise VoiceError(f"the {self._name} engine was closed")
            child = self._child
            is_new = child is None or not child.is_alive
            if child is None or is_new:
                spare, self._spare = self._spare, None
                child = self._child = spare if spare is not None and spare.is_alive else self._new_child(voice)
        child.wait_until_loaded(self._deadlines.load_s)
        if is_new and self._has_spare:
            self._plan_spare(voice)
        return child

    def _new_child(self, voice: Voice) -> EngineChild:
        name = self._name.rpartition(":")[2]
        return EngineChild(self._start_command(self._name), _environment(), name, request_head(Request(voice)))

    def _plan_spare(self, voice: Voice) -> None:
        with self._lock:
            if self._spare_timer is not None:
                self._spare_timer.cancel()
            if not self._is_closed:
                self._spare_timer = threading.Timer(self._spare_after_s, self._start_spare, (voice,))
                self._spare_timer.daemon = True
                self._spare_timer.start()

    def _start_spare(self, voice: Voice) -> None:
        with self._lock:
            if not self._is_closed and (self._spare is None or not self._spare.is_alive):
                self._spare = self._new_child(voice)


def worker_command(name: str) -> Sequence[str]:
    """Return the command that starts a worker for an engine: this very program, with its hidden option."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--engine", name)
    # -P: a file in the folder from which the program was started must not stand in for a module.
    return (sys.executable, "-P", "-m", "kiosk", "--engine", name)


def _environment() -> dict[str, str]:
    """Return the child's environment: it finds this very package, and onnxruntime keeps its switch."""
    root = str(Path(kiosk.__file__).parents[1])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "ORT_DISABLE_TELEMETRY": "1"}
