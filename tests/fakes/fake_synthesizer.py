"""A voice whose sound is known to the sample, and voices that fail in every way. Knows no device."""

import threading
from array import array
from collections.abc import Callable, Sequence

from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import words
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Tracking, Voice

FRAMES_PER_LETTER = 240
_PATIENCE_S = 20


def sample_of(letter: str) -> int:
    """Return the value of every sample of a letter: never 0, so that silence is told from sound."""
    return 1000 + ord(letter) % 1000 * 10


class FakeSynthesizer:
    """Sounds every code point from the first word to the last for the same time, with exact marks."""

    def __init__(
        self,
        languages: Sequence[str] = ("en",),
        name: str = "fake",
        quality: int = 2,
        frames_per_letter: int = FRAMES_PER_LETTER,
    ) -> None:
        """Make an engine with one voice, "fake:NAME".

        Args:
            languages: what the voice speaks.
            name: the voice's name.
            quality: its rank, 0 to 3.
            frames_per_letter: how long a code point sounds at 160 words per minute.
        """
        self.voice = Voice(f"fake:{name}", name, tuple(languages), Tracking.WORD, quality)
        self.frames_per_letter = frames_per_letter
        self.spoken: list[str] = []
        self.pronounced: list[tuple[Pronounced, ...]] = []
        self.pitches: list[int] = []
        self.ready = True
        self.loaded: list[str] = []
        self.is_closed = False
        self.thread_names: set[str] = set()

    def voices(self) -> Sequence[Voice]:
        """Return the one voice."""
        return (self.voice,)

    def load(self, voice: Voice) -> None:
        """Remember that it was asked for."""
        self.thread_names.add(threading.current_thread().name)
        self.loaded.append(voice.id)

    def is_ready(self, voice: Voice) -> bool:
        """Always, unless a test says otherwise."""
        return self.ready

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Sound the text."""
        self.thread_names.add(threading.current_thread().name)
        self.spoken.append(text)
        self.pronounced.append(tuple(pronounced))
        self.pitches.append(pitch_percent)
        spans = words(text)
        if not spans:
            raise VoiceError(f"nothing to say in {text!r}")
        per_letter = max(1, round(self.frames_per_letter * DEFAULT_WPM / rate.words_per_minute))
        first, last = spans[0].start, spans[-1].end
        samples = array("h")
        for letter in text[first:last]:
            samples.extend([sample_of(letter)] * per_letter)
        marks = tuple(
            WordMark(span, (span.start - first) * per_letter, (span.end - first) * per_letter) for span in spans
        )
        return Speech(samples.tobytes(), marks)

    def close(self) -> None:
        """Remember that it was closed."""
        self.is_closed = True


class FailingSynthesizer(FakeSynthesizer):
    """Fails on texts that hold a word, for some number of times or for ever."""

    def __init__(
        self,
        fails_on: str = "",
        times: int | None = None,
        error: type[Exception] = VoiceError,
        languages: Sequence[str] = ("en",),
        name: str = "failing",
        quality: int = 2,
    ) -> None:
        """Make an engine that fails.

        Args:
            fails_on: a text must hold this to fail; the empty text is in all.
            times: how often; None means always.
            error: what it raises; anything but VoiceError is an engine that breaks its promise.
            languages: what the voice speaks.
            name: the voice's name.
            quality: its rank, 0 to 3.
        """
        super().__init__(languages, name, quality)
        self._fails_on = fails_on
        self._left = times
        self._error = error
        self.failures = 0

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Fail, or sound the text."""
        if self._fails_on in text and self._left != 0:
            self.failures += 1
            self._left = None if self._left is None else self._left - 1
            raise self._error(f"{voice.id} fails on {text!r}")
        return super().synthesize(text, language, voice, rate, pronounced, pitch_percent)


class UnloadableSynthesizer(FakeSynthesizer):
    """Has a voice that cannot be loaded."""

    def load(self, voice: Voice) -> None:
        """Fail."""
        raise VoiceError(f"{voice.id} cannot be loaded")


class HangingSynthesizer(FakeSynthesizer):
    """Hangs until a test lets it go on; then it returns, late."""

    def __init__(
        self, hangs_on: str = "", languages: Sequence[str] = ("en",), name: str = "hanging", quality: int = 2
    ) -> None:
        """Make an engine that hangs on texts that hold a word; the empty text is in all."""
        super().__init__(languages, name, quality)
        self._hangs_on = hangs_on
        self._may_go_on = threading.Event()
        self.is_hanging = threading.Event()
        self.when_hanging: Callable[[], None] = lambda: None

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Wait for the test, then sound the text."""
        if self._hangs_on in text and not self._may_go_on.is_set():
            self.hang()
        return super().synthesize(text, language, voice, rate, pronounced, pitch_percent)

    def hang(self) -> None:
        """Wait for the test."""
        self.is_hanging.set()
        self.when_hanging()
        if not self._may_go_on.wait(timeout=_PATIENCE_S):
            raise VoiceError("the test never let go")
        self.is_hanging.clear()

    def let_go(self) -> None:
        """Let it return, now and from now on."""
        self._may_go_on.set()
        self.is_hanging.clear()
