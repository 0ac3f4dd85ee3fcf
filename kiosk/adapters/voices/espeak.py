"""eSpeak NG through pyttsx3's bindings: the voice of every language but English, and the fallback for all.

The library and its data come from the ``espeakng-loader`` wheel; nothing of the system is used. pyttsx3's own
playback is not used either: a driver of ours takes the samples and events as they are made.

Knows nothing of other engines. One worker thread owns the library, which exists once in a process.
"""

import ctypes
import os
import re
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kiosk.adapters.speech_rates import engine_rate
from kiosk.adapters.voices.espeak_phonemes import with_phonemes
from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan
from kiosk.core.timeline import SAMPLE_RATE_HZ, WordMark
from kiosk.core.voice import Tracking, Voice, primary_language
from kiosk.core.word_marks import marks_of_words

ENGINE = "espeak"
_QUALITY = 2

# eSpeak NG's tag where it differs from what articles are marked with; the rest are taken as they are.
_PREFERRED = {"en": "en-us"}
_BUFFER_MS = 50
# The library's pitch goes from 0 to 100.
_OWN_PITCH = 50
# A ta marbuta after a vowel mark: silent where no case vowel follows, but the library always says t.
_SILENT_TA = re.compile("(?<=\u064e)\u0629(?![\u064b-\u0652])")
# In Ukrainian the library says the names of these signs, more than half a second each.
_UKRAINIAN_SIGNS = str.maketrans({**dict.fromkeys('«»"[]{}|', " "), "…": "."})


class EspeakSynthesizer:
    """All voices of eSpeak NG.

    1. ``voices`` reads only the list of language files, so that it is quick and needs no library.
    2. The first ``load`` opens the library and installs a driver below pyttsx3's own.
    3. ``synthesize`` runs the library in its synchronous mode: samples and events arrive inside the call. Words
       whose sound is known are given to it as phonemes; a text without any is read with phonemes switched off.
    4. Samples are brought to the timeline's rate and to the listener's where the library has none, silence at the
       ends is trimmed, events become one mark for every written word.
    """

    def __init__(self) -> None:
        self._driver: Any = None
        self._voices: tuple[Voice, ...] | None = None
        self._lock = threading.Lock()

    def voices(self) -> Sequence[Voice]:
        """Return one voice for each language that has one; empty when the wheel is missing."""
        with self._lock:
            if self._voices is None:
                self._voices = _find_voices()
        return self._voices

    def load(self, voice: Voice) -> None:
        """Open the library (once) and try the voice."""
        self.synthesize("a", voice.languages[0], voice, Rate(160))

    def is_ready(self, voice: Voice) -> bool:
        """Always: opening the library takes milliseconds."""
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
        """Say a text; takes about a thousandth of the time that it sounds."""
        import numpy as np  # heavy, and not needed before the first sound

        from kiosk.adapters.samples import resampled, trimmed
        from kiosk.adapters.stretch import stretched

        if self._driver is None:
            self._driver = _open_driver()
        given, stretch = engine_rate(voice.id, rate.words_per_minute)
        pitch = _OWN_PITCH + pitch_percent
        tag = voice.id.partition(":")[2]
        told, alignment = with_phonemes(_as_read(text, language), pronounced, tag.partition("-")[0])
        has_phonemes = bool(alignment.respelled)
        raw, events, sample_rate_hz = self._driver.render(told, tag, round(given), has_phonemes, pitch)
        made = np.frombuffer(raw, dtype=np.int16)
        if not len(made):
            raise VoiceError(f"eSpeak NG made no sound for {text[:40]!r}")
        kept, cut_frames = trimmed(stretched(resampled(made, sample_rate_hz), stretch))
        scale = SAMPLE_RATE_HZ / sample_rate_hz / stretch
        marks = [
            WordMark(alignment.to_written(TextSpan(place, place + length)), frame, frame)
            for place, length, frame in (
                (place, length, min(max(round(sample * scale) - cut_frames, 0), len(kept)))
                for place, length, sample in events
            )
        ]
        return Speech(kept.tobytes(), marks_of_words(text, marks, len(kept)))

    def close(self) -> None:
        """The library cannot be closed safely (it asserts); it ends with the process."""
        self._driver = None


def _find_voices() -> tuple[Voice, ...]:
    spec = find_spec("espeakng_loader")
    if spec is None or not spec.submodule_search_locations:
        return ()
    folder = Path(spec.submodule_search_locations[0]) / "espeak-ng-data" / "lang"
    tags = sorted(file.name.lower() for file in folder.rglob("*") if file.is_file())
    voices: list[Voice] = []
    for tag in tags:
        spoken_tag = next((plain for plain, own in _PREFERRED.items() if own == tag), tag)
        languages = (spoken_tag, tag) if spoken_tag != tag else (tag,)
        # A dialect stands behind the language's own voice.
        quality = _QUALITY if "-" not in spoken_tag else _QUALITY - 1
        voices.append(Voice(f"{ENGINE}:{tag}", f"eSpeak NG {tag}", languages, Tracking.WORD, quality, True))
    return tuple(voices)


def _as_read(text: str, language: str) -> str:
    """Return a text of the same length that the library reads as the written one is read."""
    match primary_language(language):
        case "ar":
            return _SILENT_TA.sub("\u0647", text)
        case "uk":
            return text.translate(_UKRAINIAN_SIGNS)
    return text


def _open_driver() -> Any:
    """Open the wheel's library under the name that pyttsx3 looks for, and start it in synchronous mode."""
    try:
        import espeakng_loader

        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        from pyttsx3.drivers import _espeak
        from pyttsx3.drivers.espeak import EspeakDriver

        sample_rate_hz = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS)
    except (ImportError, OSError, RuntimeError) as error:
        raise VoiceError(f"eSpeak NG cannot be opened: {error}") from error
    if sample_rate_hz <= 0:
        raise VoiceError("eSpeak NG did not start")
    # The stock driver would start the library in a mode in which sound arrives on another thread.
    EspeakDriver._moduleInitialized = True  # noqa: SLF001
    EspeakDriver._defaultVoice = "gmw/en"  # noqa: SLF001
    return type("StreamingDriver", (_Streaming, EspeakDriver), {})(_espeak, sample_rate_hz)


class _Streaming:
    """What is put before pyttsx3's driver: it keeps the samples and events that the stock one drops.

    A mixture, because the driver's class exists only once the library is open.
    """

    setProperty: Any  # noqa: N815  # pyttsx3's

    def __init__(self, library: Any, sample_rate_hz: int) -> None:
        self._library = library
        self._sample_rate_hz = sample_rate_hz
        self._chunks: list[bytes] = []
        self._words: list[tuple[int, int, int]] = []
        self._frame_count = 0
        # The driver's: it hands our callback to the library.
        super().__init__(None)  # type: ignore[call-arg]  # the next class is known only at run time

    def render(
        self, text: str, voice: str, given_rate: int, has_phonemes: bool, pitch: int
    ) -> tuple[bytes, list[tuple[int, int, int]], int]:
        """Return samples, word events (place, length, frame) and the sample rate in Hz."""
        self._chunks, self._words, self._frame_count = [], [], 0
        try:
            self.setProperty("voice", voice)
            self.setProperty("rate", given_rate)
            self.setProperty("pitch", pitch)
        except ValueError as error:
            raise VoiceError(f"eSpeak NG has no voice {voice}: {error}") from error
        # The library keeps one callback for the whole process: another engine's may have taken its place.
        self._library.SetSynthCallback(self._onSynth)
        # NUL would end the text early; the library reads its own markup only when asked to.
        flags = self._library.CHARS_UTF8 | (self._library.PHONEMES if has_phonemes else 0)
        status = self._library.Synth(text.replace("\0", " ").encode(), flags=flags)
        if status != self._library.EE_OK:
            raise VoiceError(f"eSpeak NG failed with status {status}")
        return b"".join(self._chunks), self._words, self._sample_rate_hz

    def _onSynth(self, wav: Any, numsamples: int, events: Any) -> int:  # noqa: N802
        number = 0
        while events[number].type != self._library.EVENT_LIST_TERMINATED:
            if events[number].type == self._library.EVENT_WORD:
                self._note_word(events[number], numsamples)
            number += 1
        if numsamples > 0:
            self._chunks.append(ctypes.string_at(wav, numsamples * 2))
            self._frame_count += numsamples
        return 0

    def _note_word(self, event: Any, numsamples: int) -> None:
        frame = event.sample
        if not self._frame_count <= frame <= self._frame_count + numsamples:
            # Above 450 words per minute the library shortens its sound but not its events' times:
            # the buffer that an event came with is then the better clock.
            frame = self._frame_count
        self._words.append((event.text_position - 1, max(1, event.length), frame))
