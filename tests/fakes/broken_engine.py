"""An engine that fails in every way that a library can, when the text says so. Made to live in a child process.

The first word of a text is the way; any other text is sounded as the fake voice sounds it.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Voice
from tests.fakes.fake_synthesizer import FakeSynthesizer

LATE_S = 1.5


class OddError(BaseException):
    """An error that is not even an exception of the usual kind."""


def _tell(text: str) -> None:
    """Open and close the file that the text ends with: who reads that named pipe knows that we are here."""
    path = text.partition("/")[2]
    if path:
        Path(f"/{path}").write_bytes(b"here")


def _hang(text: str) -> None:
    _tell(text)
    threading.Event().wait()


def _hang_with_the_lock(text: str) -> None:
    _tell(text)
    # Unlike CDLL, PyDLL keeps the interpreter's lock: no other thread of the process runs.
    ctypes.PyDLL(None).pause()


def _stop(text: str) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _exit(text: str) -> None:
    os._exit(3)


def _ask_to_exit(text: str) -> None:
    sys.exit(3)


def _segfault(text: str) -> None:
    ctypes.string_at(0)


def _raise(text: str) -> None:
    raise VoiceError("not this text")


def _raise_value(text: str) -> None:
    raise ValueError("a table has no such row")


def _raise_odd(text: str) -> None:
    raise OddError("odd")


def _late(text: str) -> None:
    time.sleep(LATE_S)


def _print(text: str) -> None:
    print("loaded model in 0.3 s")
    sys.stdout.flush()
    os.write(1, b"a library's own words\n" * 10)
    # What the library reads is none of our requests.
    assert os.read(0, 100) == b""


def _start_another(text: str) -> None:
    """Start a program that outlives an engine that ends by itself, and would keep every pipe that it gets."""
    import subprocess

    other = subprocess.Popen(["sleep", "1000"], close_fds=False)
    Path("/" + text.partition("/")[2]).write_text(str(other.pid))
    os._exit(3)


DEEDS: dict[str, Callable[[str], None]] = {
    "hang": _hang,
    "clutch": _hang_with_the_lock,
    "stop": _stop,
    "exit": _exit,
    "quit": _ask_to_exit,
    "segfault": _segfault,
    "refuse": _raise,
    "raise": _raise_value,
    "odd": _raise_odd,
    "late": _late,
    "print": _print,
    "start": _start_another,
}


def _without_last_mark(speech: Speech) -> Speech:
    return replace(speech, marks=speech.marks[:-1])


def _beyond_the_sound(speech: Speech) -> Speech:
    last = speech.marks[-1]
    return replace(speech, marks=(*speech.marks[:-1], replace(last, end_frame=speech.frame_count + 1)))


def _backwards(speech: Speech) -> Speech:
    spans = [mark.span for mark in speech.marks]
    times = [(mark.start_frame, mark.end_frame) for mark in reversed(speech.marks)]
    marks = [WordMark(span, *time) for span, time in zip(spans, times, strict=True)]
    return replace(speech, marks=tuple(marks))


def _in_the_wrong_place(speech: Speech) -> Speech:
    return replace(speech, marks=tuple(replace(mark, span=TextSpan(0, 1)) for mark in speech.marks))


def _before_the_start(speech: Speech) -> Speech:
    return replace(speech, marks=(replace(speech.marks[0], start_frame=-1), *speech.marks[1:]))


def _in_parts_of_frames(speech: Speech) -> Speech:
    half = cast("int", 0.5)
    return replace(speech, marks=(replace(speech.marks[0], end_frame=half), *speech.marks[1:]))


TWISTS: dict[str, Callable[[Speech], object]] = {
    "nothing": lambda speech: None,
    "tuple": lambda speech: (speech.samples, speech.marks),
    "text": lambda speech: replace(speech, samples=cast("bytes", "samples")),
    "silence": lambda speech: replace(speech, samples=b"", marks=tuple(_at_zero(mark) for mark in speech.marks)),
    "half": lambda speech: replace(speech, samples=speech.samples + bytes(1)),
    "endless": lambda speech: replace(speech, samples=bytes(100 << 20)),
    "fewer": _without_last_mark,
    "beyond": _beyond_the_sound,
    "backwards": _backwards,
    "misplaced": _in_the_wrong_place,
    "early": _before_the_start,
    "parts": _in_parts_of_frames,
}


def _at_zero(mark: WordMark) -> WordMark:
    return replace(mark, start_frame=0, end_frame=0)


class BrokenEngine(FakeSynthesizer):
    """Does what the first word of a text says, and otherwise sounds it."""

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Fail in the way that the text says, or sound it."""
        way = text.partition(" ")[0]
        if way in DEEDS:
            DEEDS[way](text)
        speech = super().synthesize(text, language, voice, rate)
        return cast("Speech", TWISTS[way](speech)) if way in TWISTS else speech


class UnmakeableEngine(FakeSynthesizer):
    """Can be described, and made nowhere but in the process that describes it."""

    def __init__(self) -> None:
        """Fail in a worker."""
        if "--engine" in sys.orig_argv:
            raise OSError("the library is not there")
        super().__init__(name="unmakeable")


class HangingAtLoad(FakeSynthesizer):
    """Never gets its voice loaded."""

    def load(self, voice: Voice) -> None:
        """Hang."""
        threading.Event().wait()


class CrashingAtLoad(FakeSynthesizer):
    """Takes its process with it when its voice is loaded."""

    def load(self, voice: Voice) -> None:
        """Crash."""
        os._exit(3)


class RefusingToLoad(FakeSynthesizer):
    """Says that its voice cannot be loaded."""

    def load(self, voice: Voice) -> None:
        """Fail."""
        raise VoiceError("the model is damaged")
