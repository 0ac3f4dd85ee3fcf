"""All voices of this machine, and which one says a text when another fails. Knows no article and no device."""

import threading
from collections.abc import Sequence
from contextlib import suppress

from kiosk.app.ports import Speech, Synthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.voice import Voice, choose_voice

# A voice that fails on so many texts in a row is left out from then on; a single odd text is only read by another.
_MOST_FAILURES = 3


class NoVoiceError(VoiceError):
    """No voice of this machine speaks the language.

    Attributes:
        language: BCP 47 tag of the text.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        super().__init__(f"no voice on this machine speaks {language}")


class VoiceRack:
    """All engines of this machine and their voices, with the ones that keep failing left out.

    An engine that died is started again on a thread of its own; until it is ready, the next best voice reads.

    ``voices`` may be asked on any thread; the rest is called on the worker thread only.
    """

    def __init__(self, synthesizers: Sequence[Synthesizer], last_resort: Synthesizer | None = None) -> None:
        """Hold the engines; none is loaded.

        Args:
            synthesizers: the engines that make sound.
            last_resort: used only while none of them has a single voice: it keeps the words moving in silence.
        """
        self._synthesizers = (*synthesizers, *([last_resort] if last_resort else []))
        self._last_resort = last_resort
        self._failures: dict[str, int] = {}
        self._left_out: set[str] = set()
        self._replaced: list[Voice] = []
        self._lock = threading.Lock()
        self._starting: set[str] = set()

    def voices(self) -> tuple[Voice, ...]:
        """Return every voice that has not been left out, in the engines' order."""
        found = [
            voice
            for synthesizer in self._synthesizers
            if synthesizer is not self._last_resort
            for voice in synthesizer.voices()
            if voice.id not in self._left_out
        ]
        if not found and self._last_resort is not None:
            found.extend(self._last_resort.voices())
        return tuple(found)

    def load(self, language: str, preferred: str = "") -> None:
        """Make the voice for a language ready; one that cannot be loaded is left out from now on."""
        while (voice := choose_voice(self.voices(), language, preferred)) is not None:
            try:
                self._engine_of(voice).load(voice)
            except VoiceError:
                self._left_out.add(voice.id)
                following = choose_voice(self.voices(), language, preferred)
                self._replaced.extend([following] if following is not None else [])
            else:
                return

    def synthesize(
        self,
        text: str,
        language: str,
        rate: Rate,
        preferred: str = "",
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Say a text with the best voice that works: one that fails twice leaves it to the next.

        Args:
            text: one utterance.
            language: BCP 47 tag.
            rate: how fast.
            preferred: id of the voice that is wanted, or empty.
            pronounced: how parts of the text sound.
            pitch_percent: -50 to 50.

        Raises:
            NoVoiceError: no voice speaks the language.
            VoiceError: every voice that speaks it failed.
        """
        last_error: VoiceError | None = None
        failed: list[Voice] = []
        while (voice := self._choose(language, preferred, failed)) is not None:
            for _attempt in range(2):
                try:
                    speech = self._say(voice, text, language, rate, pronounced, pitch_percent)
                except VoiceError as error:
                    last_error = error
                    if self._gives_way(voice, language, preferred, failed):
                        break
                else:
                    self._failures[voice.id] = 0
                    self._count(failed, voice)
                    return speech
            failed.append(voice)
        if last_error is not None:
            # No voice is left out for a text that none of them can say: the next text may be in order.
            raise last_error
        raise NoVoiceError(language)

    def take_replaced(self) -> list[Voice]:
        """Return the voices that have taken the place of one that was left out; each is returned once."""
        taken, self._replaced = self._replaced, []
        return taken

    def close(self) -> None:
        """Let go of every engine."""
        for synthesizer in self._synthesizers:
            synthesizer.close()

    def _gives_way(self, voice: Voice, language: str, preferred: str, failed: Sequence[Voice]) -> bool:
        """Let another voice say a text while the engine of one that died starts again; a listener cannot wait."""
        if self._engine_of(voice).is_ready(voice) or self._choose(language, preferred, [*failed, voice]) is None:
            return False
        with self._lock:
            self._starting.add(voice.id)
        threading.Thread(target=self._start_again, args=(voice,), name="voice again", daemon=True).start()
        return True

    def _start_again(self, voice: Voice) -> None:
        try:
            with suppress(VoiceError):
                self._engine_of(voice).load(voice)
        finally:
            with self._lock:
                self._starting.discard(voice.id)

    def _count(self, failed: Sequence[Voice], instead: Voice) -> None:
        for voice in failed:
            self._failures[voice.id] = self._failures.get(voice.id, 0) + 1
            if self._failures[voice.id] >= _MOST_FAILURES:
                self._left_out.add(voice.id)
                self._replaced.append(instead)

    def _say(
        self,
        voice: Voice,
        text: str,
        language: str,
        rate: Rate,
        pronounced: Sequence[Pronounced],
        pitch_percent: int,
    ) -> Speech:
        try:
            return self._engine_of(voice).synthesize(text, language, voice, rate, pronounced, pitch_percent)
        except VoiceError:
            raise
        except Exception as error:
            # An engine that breaks its promise gives way like one that keeps it: the reading goes on.
            raise VoiceError(f"{voice.id} broke on {text[:40]!r}: {error!r}") from error

    def _choose(self, language: str, preferred: str, failed: Sequence[Voice]) -> Voice | None:
        with self._lock:
            starting = set(self._starting)
        able = [voice for voice in self.voices() if voice not in failed and voice.id not in starting]
        return choose_voice(able, language, preferred)

    def _engine_of(self, voice: Voice) -> Synthesizer:
        return next(engine for engine in self._synthesizers if voice in engine.voices())
