"""A voice every word of which can be told by its sample, and that breaks every promise when told to.

Unlike :mod:`broken_engine` it lives in the program's own process, where nothing can kill it.
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError, VoiceTimeoutError
from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Voice
from tests.fakes.fake_synthesizer import HangingSynthesizer

# Loud enough to be heard at the least volume.
_LEAST_SAMPLE = 1000
_MOST_SAMPLE = 32_000
_REMEMBERED = 2_000


class OddError(BaseException):
    """An error that is not even an exception of the usual kind."""


class Segment(NamedTuple):
    """A stretch of sound whose samples all have one value that no other has."""

    sample: int
    """The value."""
    start_frame: int
    """Where it begins in its speech."""


class Stamps:
    """Gives each stretch of sound a sample of its own, and remembers whom it was made for."""

    def __init__(self) -> None:
        self._last = _LEAST_SAMPLE
        self.request_of: dict[int, int] = {}
        """Sample to the request that was being rendered when it was made."""
        self.segments_of: dict[int, list[Segment]] = {}
        """A speech's first sample to all of its segments."""

    def speech(self, lengths: Sequence[int], request: int) -> tuple[bytes, list[Segment]]:
        """Make sound of some stretches, each of so many frames."""
        segments: list[Segment] = []
        samples: list[bytes] = []
        frame = 0
        for length in lengths:
            self._last = self._last + 1 if self._last < _MOST_SAMPLE else _LEAST_SAMPLE
            self.request_of[self._last] = request
            self.segments_of.pop(self._last - _REMEMBERED, None)
            self.request_of.pop(self._last - _REMEMBERED, None)
            segments.append(Segment(self._last, frame))
            samples.append(struct.pack("<h", self._last) * length)
            frame += length
        self.segments_of[segments[0].sample] = segments
        return b"".join(samples), segments


def _garble(speech: Speech, marks: Sequence[WordMark]) -> Speech:
    return replace(speech, marks=tuple(marks))


GARBAGE: dict[str, Callable[[Speech], object]] = {
    "nothing": lambda speech: None,
    "tuple": lambda speech: (speech.samples, speech.marks),
    "text": lambda speech: replace(speech, samples=cast("bytes", "samples")),
    "silence": lambda speech: Speech(b"", tuple(replace(m, start_frame=0, end_frame=0) for m in speech.marks)),
    "half a sample": lambda speech: replace(speech, samples=speech.samples + b"\1"),
    "no marks": lambda speech: _garble(speech, ()),
    "fewer marks": lambda speech: _garble(speech, speech.marks[:-1]),
    "more marks": lambda speech: _garble(speech, (*speech.marks, speech.marks[-1])),
    "marks beyond": lambda speech: _garble(speech, [replace(m, end_frame=m.end_frame + 1) for m in speech.marks]),
    "marks before": lambda speech: _garble(
        speech, [replace(m, start_frame=m.start_frame - 1) for m in speech.marks]
    ),
    "marks elsewhere": lambda speech: _garble(
        speech, [replace(m, span=TextSpan(9_000, 9_001)) for m in speech.marks]
    ),
    "marks in parts": lambda speech: _garble(
        speech, [replace(m, start_frame=cast("int", m.start_frame + 0.5)) for m in speech.marks]
    ),
    "marks of nothing": lambda speech: replace(speech, marks=cast("tuple[WordMark, ...]", (None,))),
}
"""What an engine may hand out instead of a speech."""

ERRORS: dict[str, type[BaseException]] = {
    "fail": VoiceError,
    "too late": VoiceTimeoutError,
    "value": ValueError,
    "memory": MemoryError,
    "odd": OddError,
    "exit": SystemExit,
}
"""What an engine may raise."""

KEPT = ("good", "long", "twice", "no tracking")
"""The ways that break no promise."""

WAYS = (*KEPT, *GARBAGE, *ERRORS, "die", "late")


class AdversarialSynthesizer(HangingSynthesizer):
    """Speaks as it is told: each word a constant of its own, or something that no engine may do."""

    def __init__(
        self,
        stamps: Stamps,
        rendering: Callable[[], int],
        name: str = "adversary",
        quality: int = 3,
        frames_per_word: int = 9_600,
    ) -> None:
        """Make an engine that behaves.

        Args:
            stamps: shared by all engines of a rack.
            rendering: tells for which request the worker renders now.
            name: the voice's name.
            quality: its rank, 0 to 3.
            frames_per_word: how long a word sounds at 160 words per minute.
        """
        super().__init__(name=name, quality=quality)
        self._stamps = stamps
        self._rendering = rendering
        self._frames_per_word = frames_per_word
        self.way = "good"
        self.can_load = True
        self.broken_requests: set[int] = set()
        """The requests in which it kept its promise not always."""

    def load(self, voice: Voice) -> None:
        """Be alive again, or fail."""
        if not self.can_load:
            raise VoiceError("cannot be loaded")
        self.ready = True

    def let_go(self) -> None:
        """Let what is late return."""
        if self.way == "late":
            self.way = "good"
        super().let_go()

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Speak, or whatever it was told to do."""
        way, request = self.way, self._rendering()
        if way not in (*KEPT, "late") or not self.ready:
            self.broken_requests.add(request)
        if not self.ready:
            self.load(voice)
        if way == "late":
            self._may_go_on.clear()
            self.hang()
        if way == "die":
            self.ready = False
            raise VoiceError("it died")
        if way in ERRORS:
            raise ERRORS[way](f"{way} on {text!r}")
        speech = self._speech(text, rate, way, request)
        return cast("Speech", GARBAGE[way](speech)) if way in GARBAGE else speech

    def _speech(self, text: str, rate: Rate, way: str, request: int) -> Speech:
        spans = words(text)
        length = self._frames_per_word * DEFAULT_WPM // rate.words_per_minute
        lengths = [length] * len(spans)
        if way == "long":
            lengths[-1] *= 40
        if way == "twice":
            lengths[-1] += sum(lengths)
        samples, segments = self._stamps.speech(lengths, request)
        starts = [0] * len(spans) if way == "no tracking" else [segment.start_frame for segment in segments]
        ends = [*starts[1:], len(samples) // 2]
        marks = [WordMark(span, start, end) for span, start, end in zip(spans, starts, ends, strict=True)]
        return Speech(samples, tuple(marks))
