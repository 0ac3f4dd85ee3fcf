"""All voices of this machine, and which one says a text when another fails. Knows no article and no device."""

import threading
from collections.abc import Callable, Sequence

from kiosk.app.ports import Speech, Synthesizer
from kiosk.app.promise import broken_promise
from kiosk.core.errors import VoiceError, VoiceTimeoutError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.voice import Voice, choose_voice

# A voice that fails on so many texts in a row is left out from then on; a single odd text is only read by another.
_MOST_FAILURES = 3
_LOOK_S = 0.05


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

    An engine that died is started again on a thread of its own. It is waited for while the listener still has
    sound to hear; then the next best voice reads until it is ready. ``load_stand_in`` makes that one quick.

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
        self._were_ready: set[Synthesizer] = set()
        self._lock = threading.Lock()
        # The engines that start on threads of their own: until that is over the worker leaves them alone.
        self._starting: dict[Synthesizer, threading.Thread] = {}
        # Those of them that had died: meanwhile others read.
        self._missed: set[Synthesizer] = set()
        self.has_time: Callable[[], bool] = lambda: True
        """Whether a listener has so much sound left to hear that an engine may be waited for."""

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
        """Make the voice for a language ready; one that cannot be loaded gives way to the next for good."""
        while (voice := choose_voice(self.voices(), language, preferred)) is not None:
            engine = self._left_alone(voice)
            try:
                engine.load(voice)
            except VoiceError:
                if not self._leave_out(voice, language, preferred):
                    # Who asks it to speak is told, and may ask again.
                    return
            else:
                self._were_ready.add(engine)
                return

    def load_stand_in(self, language: str, preferred: str = "") -> None:
        """Make ready, on a thread of its own, the voice that reads on when the engine of the first dies."""
        voice = self._choose(language, preferred)
        own = self._engine_of(voice).voices() if voice is not None else ()
        other = choose_voice([able for able in self.voices() if able not in own], language)
        if other is None:
            return
        engine = self._engine_of(other)
        if not engine.is_ready(other) and engine not in self._starting:
            self._start(engine, other, language)

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
            if self._has_died(voice) and self._has_other(voice, language, failed):
                # It is chosen when it is back in time.
                self._start_again(voice, language)
                continue
            for _attempt in range(2):
                try:
                    speech = self._say(voice, text, language, rate, pronounced, pitch_percent)
                except VoiceError as error:
                    last_error = error
                    if self._is_enough(error, voice, language, failed):
                        break
                else:
                    self._were_ready.add(self._engine_of(voice))
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
        with self._lock:
            taken, self._replaced = self._replaced, []
        return taken

    def close(self) -> None:
        """Let go of every engine."""
        for synthesizer in self._synthesizers:
            synthesizer.close()

    # -- engines that died ----------------------------------------------------------------------------------

    def _has_died(self, voice: Voice) -> bool:
        """Whether the engine of a voice was ready and is no more."""
        engine = self._left_alone(voice)
        return engine in self._were_ready and not engine.is_ready(voice)

    def _is_enough(self, error: VoiceError, voice: Voice, language: str, failed: Sequence[Voice]) -> bool:
        """Whether a voice that failed on a text is not asked a second time; a listener cannot wait."""
        if not self._has_other(voice, language, failed):
            return False
        is_late, engine = isinstance(error, VoiceTimeoutError), self._engine_of(voice)
        if not engine.is_ready(voice):
            self._start_again(voice, language)
            return is_late or not self._is_back(engine, voice)
        return is_late

    def _has_other(self, voice: Voice, language: str, failed: Sequence[Voice]) -> bool:
        """Whether a voice of another engine could say now what a voice cannot."""
        with self._lock:
            others = [engine for engine in self._synthesizers if engine not in self._missed]
        own = self._engine_of(voice)
        able = self.voices()
        return any(
            other in able and other not in failed and other.speaks(language)
            for engine in others
            if engine is not own
            for other in engine.voices()
        )

    def _start_again(self, voice: Voice, language: str) -> None:
        engine = self._engine_of(voice)
        with self._lock:
            self._missed.add(engine)
        self._start(engine, voice, language)

    def _is_back(self, engine: Synthesizer, voice: Voice) -> bool:
        """Whether an engine that starts again is ready while there is time to wait for it."""
        with self._lock:
            starting = self._starting.get(engine)
        while starting is not None and starting.is_alive() and self.has_time():
            starting.join(_LOOK_S)
        return engine not in self._missed and engine.is_ready(voice)

    def _start(self, engine: Synthesizer, voice: Voice, language: str) -> None:
        thread = threading.Thread(
            target=self._load, args=(engine, voice, language), name="voice again", daemon=True
        )
        with self._lock:
            self._starting[engine] = thread
        thread.start()

    def _load(self, engine: Synthesizer, voice: Voice, language: str) -> None:
        try:
            engine.load(voice)
        except Exception:
            # Whatever it raises, it does not start.
            if engine in self._missed and self._count_one(voice):
                self._leave_out(voice, language)
        finally:
            with self._lock:
                self._missed.discard(engine)
                del self._starting[engine]

    def _left_alone(self, voice: Voice) -> Synthesizer:
        """Return the engine of a voice once no other thread starts it."""
        engine = self._engine_of(voice)
        with self._lock:
            starting = self._starting.get(engine)
        if starting is not None:
            starting.join()
        return engine

    # -- failures -------------------------------------------------------------------------------------------

    def _count(self, failed: Sequence[Voice], instead: Voice) -> None:
        for voice in failed:
            if self._count_one(voice):
                self._left_out.add(voice.id)
                self._replaced.append(instead)

    def _count_one(self, voice: Voice) -> bool:
        """Count a failure; return whether that was one too many."""
        with self._lock:
            self._failures[voice.id] = self._failures.get(voice.id, 0) + 1
            return self._failures[voice.id] >= _MOST_FAILURES

    def _leave_out(self, voice: Voice, language: str, preferred: str = "") -> bool:
        """Leave a voice out from now on, unless it is the last that speaks a language; return whether it is."""
        instead = choose_voice([other for other in self.voices() if other != voice], language, preferred)
        if instead is None:
            return False
        with self._lock:
            self._left_out.add(voice.id)
            self._replaced.append(instead)
        return True

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
            speech = self._left_alone(voice).synthesize(text, language, voice, rate, pronounced, pitch_percent)
        except VoiceError:
            raise
        except BaseException as error:
            # An engine that breaks its promise ("exit" too) gives way like one that keeps it: the reading goes on.
            raise VoiceError(f"{voice.id} broke on {text[:40]!r}: {error!r}") from error
        wrong = broken_promise(speech, text)
        if wrong:
            raise VoiceError(f"{voice.id} broke its promise on {text[:40]!r}: {wrong}")
        return speech

    def _choose(self, language: str, preferred: str, failed: Sequence[Voice] = ()) -> Voice | None:
        """Return the best voice that has not failed, but for one that starts again and is not back in time."""
        able = [voice for voice in self.voices() if voice not in failed]
        best = choose_voice(able, language, preferred)
        if best is None or self._engine_of(best) not in self._missed or self._is_back(self._engine_of(best), best):
            return best
        with self._lock:
            missed = {voice.id for engine in self._missed for voice in engine.voices()}
        return choose_voice([voice for voice in able if voice.id not in missed], language, preferred) or best

    def _engine_of(self, voice: Voice) -> Synthesizer:
        return next(engine for engine in self._synthesizers if voice in engine.voices())
