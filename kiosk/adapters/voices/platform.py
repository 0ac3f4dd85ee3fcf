"""The voices of the person's own computer, through pyttsx3: SAPI 5 on Windows, NSSpeechSynthesizer on macOS.

Each utterance is rendered to a file and read back; pyttsx3's own playback is never used. These engines do not
tell reliably where each word is, so the marks are the utterance's own: one place in the sound for all words.

Knows nothing of other engines. On Linux there are no such voices: eSpeak NG has a driver of its own.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import words
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Tracking, Voice

ENGINE = "platform"
_DRIVERS = {"win32": "sapi5", "darwin": "nsss"}
_QUALITY = 2


def _open_engine() -> Any:
    import pyttsx3

    return pyttsx3.init(_DRIVERS[sys.platform])


class PlatformSynthesizer:
    """The voices that came with the computer."""

    def __init__(
        self,
        open_engine: Callable[[], Any] = _open_engine,
        is_supported: bool = sys.platform in _DRIVERS and find_spec("pyttsx3") is not None,
    ) -> None:
        self._open_engine = open_engine
        self._is_supported = is_supported
        self._engine: Any = None
        self._voices: tuple[Voice, ...] | None = None

    def voices(self) -> Sequence[Voice]:
        """Return the computer's voices; none where pyttsx3 has no driver for the platform."""
        if not self._is_supported:
            return ()
        if self._voices is None:
            try:
                self._voices = tuple(self._describe(own) for own in self._opened().getProperty("voices"))
            except VoiceError:
                self._voices = ()
        return self._voices

    def load(self, voice: Voice) -> None:
        """Open the engine."""
        self._opened()

    def is_ready(self, voice: Voice) -> bool:
        """Always: it is the system that loads these voices."""
        return True

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Render a text to a file and read it back."""
        import numpy as np

        from kiosk.adapters.samples import resampled, trimmed

        engine = self._opened()
        with tempfile.TemporaryDirectory(prefix="kiosk-voice-") as folder:
            file = Path(folder) / "utterance.wav"
            try:
                engine.setProperty("voice", voice.id.partition(":")[2])
                engine.setProperty("rate", rate.words_per_minute)
                engine.save_to_file(text, str(file))
                engine.runAndWait()
                frames, sample_rate_hz = _read(file)
            except Exception as error:
                # Drivers raise COM errors, Objective-C errors and plain ones; all mean "this voice failed".
                raise VoiceError(f"{voice.name} failed: {error}") from error
        kept, _ = trimmed(resampled(np.frombuffer(frames, dtype=np.int16), sample_rate_hz))
        if not len(kept):
            raise VoiceError(f"{voice.name} made no sound for {text[:40]!r}")
        marks = tuple(WordMark(word, 0, len(kept)) for word in words(text))
        return Speech(kept.tobytes(), marks)

    def close(self) -> None:
        """Let go of the engine."""
        if self._engine is not None:
            self._engine.stop()
            self._engine = None

    def _opened(self) -> Any:
        if self._engine is None:
            try:
                self._engine = self._open_engine()
            except Exception as error:
                raise VoiceError(f"the computer's own voices cannot be opened: {error}") from error
        return self._engine

    @staticmethod
    def _describe(own: Any) -> Voice:
        languages = tuple(
            (tag.decode("ascii", "ignore") if isinstance(tag, bytes) else str(tag)).strip("\x05").replace("_", "-")
            for tag in own.languages or ()
        )
        return Voice(f"{ENGINE}:{own.id}", str(own.name), languages, Tracking.SENTENCE, _QUALITY)


def _read(file: Path) -> tuple[bytes, int]:
    import miniaudio

    decoded = miniaudio.decode_file(str(file), miniaudio.SampleFormat.SIGNED16, nchannels=1)
    return bytes(decoded.samples), decoded.sample_rate
