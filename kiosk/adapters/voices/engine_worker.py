"""The other side of :class:`EngineProcess`: one speech engine in a process of its own, asked over pipes.

Started with the hidden option ``--engine MODULE:NAME``. It answers one request after the other on its main
thread, which some engines insist on; another thread takes requests from the pipe, so that the end of the pipe,
which is the end of the program that started it, ends it at once, whatever the engine is doing.
"""

import os
import queue
import signal
import sys
import threading
from importlib import import_module

from kiosk.adapters.voices.engine_frames import (
    Frame,
    FrameError,
    Head,
    error_head,
    read_frame,
    request_of,
    speech_head,
    to_bytes,
)
from kiosk.app.ports import Speech, Synthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate

_PR_SET_PDEATHSIG = 1  # Source: https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html


def main(name: str) -> int:
    """Answer requests until their pipe ends.

    Args:
        name: what makes the engine: "module:class" or "module:function", called without arguments.
    """
    requests_fd, answers_fd = _take_pipes()
    _die_with_the_program()
    requests: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_take_requests, args=(requests_fd, requests), name="requests", daemon=True).start()
    engine: Synthesizer | None = None
    while True:
        request = requests.get()
        try:
            if engine is None:
                engine = _make(name)
            answer = to_bytes(Frame(request.number, *_answer(engine, request.head)))
        except (VoiceError, FrameError) as error:
            answer = to_bytes(Frame(request.number, error_head(str(error))))
        except BaseException as error:
            # Whatever an engine raises, "exit" too, is its failure on this text; the next one may be in order.
            answer = to_bytes(Frame(request.number, error_head(f"the engine broke: {error!r}")))
        _send(answers_fd, answer)


def _answer(engine: Synthesizer, head: Head) -> tuple[Head, bytes]:
    request = request_of(head)
    if request.text is None:
        engine.load(request.voice)
        return {}, b""
    rate = Rate(request.words_per_minute)
    speech = engine.synthesize(
        request.text, request.language, request.voice, rate, request.pronounced, request.pitch_percent
    )
    if not isinstance(speech, Speech) or not isinstance(speech.samples, bytes):
        raise TypeError(f"it made no speech but {type(speech).__name__}")
    return speech_head(speech), speech.samples


def _make(name: str) -> Synthesizer:
    module, _, attribute = name.partition(":")
    engine: Synthesizer = getattr(import_module(module), attribute)()
    return engine


def _send(answers_fd: int, answer: bytes) -> None:
    rest = memoryview(answer)
    try:
        while rest:
            rest = rest[os.write(answers_fd, rest) :]
    except OSError:
        # Nobody listens any more.
        os._exit(0)


def _take_requests(requests_fd: int, requests: "queue.SimpleQueue[Frame]") -> None:
    try:
        with os.fdopen(requests_fd, "rb") as pipe:
            while (request := read_frame(pipe.read)) is not None:
                requests.put(request)
    finally:
        # Not a way to end that waits for anybody: the engine may hang.
        os._exit(0)


def _take_pipes() -> tuple[int, int]:
    """Return descriptors of the pipes for requests and answers, which nothing else in this process can write to.

    Engines' libraries print to "standard output"; from here on that is where errors go.
    """
    requests_fd, answers_fd = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(requests_fd, os.O_BINARY)
        msvcrt.setmode(answers_fd, os.O_BINARY)
    nowhere_fd = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere_fd, 0)
    try:
        os.dup2(2, 1)
    except OSError:
        # Started without a place for errors.
        os.dup2(nowhere_fd, 1)
    os.close(nowhere_fd)
    return requests_fd, answers_fd


def _die_with_the_program() -> None:
    # Who presses Ctrl+C means the program, which ends this process in its own time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        # No image of the memory when it crashes: writing one takes longer than to start again, and would leave a
        # file. 1 and not 0, because 0 still hands it to a program of the system's.
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (1 if hard else 0, hard))
    if sys.platform == "linux":
        import ctypes

        # An engine that hangs with the interpreter's lock keeps the end of the pipe from being seen.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
