"""One child process that speaks: started, asked, killed and buried. Knows no engine and no port.

It talks in frames over its own pipes. Every wait ends: with an answer, at a deadline, when the child dies, or when
somebody kills it.
"""

import os
import queue
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING

from kiosk.adapters.voices.engine_frames import Frame, FrameError, Head, error_of, read_frame, to_bytes
from kiosk.core.errors import VoiceError, VoiceTimeoutError

if TYPE_CHECKING:
    from subprocess import Popen

# A whole utterance goes through at once, so that neither side waits for the other; the most that Linux gives.
_PIPE_BYTES = 1 << 20


class EngineChild:
    """One process with one engine.

    1. A thread of its own starts the process, writes requests and at the end buries it. That thread must live as
       long as the process, since Linux takes the end of the thread that started it for the end of the program.
    2. A second thread reads answers all the time, so that a death is noticed when it happens. Only the answer to
       the latest request is kept: one that comes twice, or late, is dropped.
    3. The first request loads a voice. It is sent at once, so that a spare child gets ready by itself.
    4. ``kill`` ends it from any thread; who waits for an answer is woken. ``fail`` does the same and writes a line
       to the log, since nobody asked for it.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], name: str, load: Head) -> None:
        """Start the process and do not wait for it.

        Args:
            command: what to start.
            environment: its environment.
            name: what the engine is called in messages.
            load: the first request.
        """
        self._command = tuple(command)
        self._environment = dict(environment)
        self._name = name
        self._requests: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._process: Popen[bytes] | None = None
        self._end = ""
        self._last_number = 0
        self._is_waiting = False
        self._is_loaded = False
        self._send(load)
        self._keeper = threading.Thread(target=self._keep, name=f"engine {name}", daemon=True)
        self._keeper.start()

    @property
    def pid(self) -> int | None:
        """The number of the process; None before it has started."""
        return self._process.pid if self._process is not None else None

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return not self._end

    @property
    def is_loaded(self) -> bool:
        """Whether it is alive and its voice is loaded, be it that nobody has waited for that yet."""
        return self.is_alive and (self._is_loaded or not self._answers.empty())

    def wait_until_loaded(self, deadline_s: float) -> None:
        """Wait for the answer to the first request; at once when it is there.

        Raises:
            VoiceError: the voice cannot be loaded; the child is dead.
        """
        if not self._is_loaded:
            try:
                self._answer(deadline_s)
            except VoiceError:
                self.kill("could not load a voice")
                raise
            self._is_loaded = True

    def ask(self, head: Head, deadline_s: float) -> Frame:
        """Ask the engine and wait for its answer.

        Args:
            head: what is asked.
            deadline_s: how long it may take; the child is killed when it takes longer.

        Raises:
            VoiceTimeoutError: it took longer; the child is dead.
            VoiceError: the engine says that it cannot, or the child is dead: ``is_alive`` tells.
        """
        self._send(head)
        return self._answer(deadline_s)

    def kill(self, why: str) -> bool:
        """End the process at once, from any thread; who waits for an answer gets a ``VoiceError``.

        Args:
            why: goes on from "the engine": "was stopped".

        Returns:
            Whether it was alive.
        """
        with self._lock:
            if self._end:
                return False
            self._end = why
            # Not buried yet, because that comes after this: the number is still its own.
            if self._process is not None:
                _kill_group(self._process)
        self._answers.put(None)
        self._requests.put(None)
        return True

    def fail(self, why: str) -> None:
        """End the process because something is wrong with it."""
        if self.kill(why):
            import logging  # not before: start-up has no time for what should never happen

            logging.getLogger(__name__).warning("the %s engine %s", self._name, why)

    def join(self, timeout_s: float) -> None:
        """Wait until a killed child is buried, so that nothing of it is left."""
        self._keeper.join(timeout_s)

    def _send(self, head: Head) -> None:
        with self._lock:
            self._last_number += 1
            self._is_waiting = True
            number = self._last_number
        try:
            self._requests.put(to_bytes(Frame(number, head)))
        except FrameError as error:
            raise VoiceError(f"the {self._name} engine cannot be asked: {error}") from error

    def _answer(self, deadline_s: float) -> Frame:
        try:
            answer = self._answers.get(timeout=deadline_s) if self.is_alive else None
        except queue.Empty as error:
            self.fail(f"did not answer within {deadline_s:.3g} s")
            raise VoiceTimeoutError(f"the {self._name} engine {self._end}") from error
        if answer is None:
            raise VoiceError(f"the {self._name} engine {self._end}")
        problem = error_of(answer)
        if problem is not None:
            raise VoiceError(problem)
        return answer

    # -- the threads of the child -------------------------------------------------------------------------------

    def _keep(self) -> None:
        try:
            process = self._start()
        except OSError as error:
            self.fail(f"cannot be started: {error}")
            return
        reader = threading.Thread(target=self._read, args=(process.stdout,), name="answers", daemon=True)
        reader.start()
        assert process.stdin is not None  # noqa: S101  # it was asked for
        try:
            while (request := self._requests.get()) is not None:
                process.stdin.write(request)
                process.stdin.flush()
        except OSError:
            self.fail("takes no more requests")
        finally:
            # It may have been closed by its death with a part of a request unwritten.
            with suppress(OSError):
                process.stdin.close()
            process.wait()

    def _start(self) -> "Popen[bytes]":
        import subprocess  # not needed before the first voice is loaded

        is_windows = sys.platform == "win32"
        process = subprocess.Popen(  # noqa: S603  # our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment,
            # Its own group: keys in the terminal do not reach it, and what an engine starts dies with it.
            start_new_session=not is_windows,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if sys.platform == "linux":
            import fcntl

            # A person who has very many pipes open gets smaller ones.
            with suppress(OSError):
                fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)  # type: ignore[arg-type]
        with self._lock:
            self._process = process
            if self._end:
                # It was killed while it was being started.
                _kill_group(process)
        return process

    def _read(self, pipe: IO[bytes]) -> None:
        end = "died"
        with pipe:
            try:
                while (frame := read_frame(pipe.read)) is not None:
                    self._take(frame)
            except (FrameError, OSError) as error:
                end = f"sent garbage: {error}"
            except MemoryError:
                end = "sent more than there is memory for"
        self.fail(end)

    def _take(self, frame: Frame) -> None:
        with self._lock:
            is_wanted = self._is_waiting and frame.number == self._last_number
            if is_wanted:
                self._is_waiting = False
        if is_wanted:
            self._answers.put(frame)


def _kill_group(process: "Popen[bytes]") -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
