"""From an article to sound: utterance by utterance, with the pauses between them. Knows no player and no device.

The window's player and the ``speak`` command render through the same generator, so that what is heard in the
window is what is written to a file.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from kiosk.app.ports import Speech, Synthesizer
from kiosk.core.article import Article
from kiosk.core.errors import VoiceError
from kiosk.core.pause import Boundary, pause_after
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, is_speakable
from kiosk.core.timeline import LEAD_MARGIN_MS, TAIL_MARGIN_MS, ms_to_frames
from kiosk.core.utterance import Utterance, plan_utterances
from kiosk.core.voice import Voice, choose_voice


class NoVoiceError(VoiceError):
    """No voice of this machine speaks the language.

    Attributes:
        language: BCP 47 tag of the text.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        super().__init__(f"no voice on this machine speaks {language}")


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word in a rendered utterance."""

    span: TextSpan
    """Its place in the passage's written text."""
    start_frame: int
    """Its first frame, counted from the start of the utterance's samples."""
    end_frame: int
    """One past its last frame."""


@dataclass(frozen=True, slots=True)
class RenderedUtterance:
    """One utterance as sound, and the silence that follows it."""

    passage: int
    """The passage it belongs to."""
    samples: bytes
    """Mono 16-bit frames, without the pause."""
    words: tuple[SpokenWord, ...]
    """Every word of the utterance, in order."""
    pause_frames: int
    """Silence to come after it."""


@dataclass(frozen=True, slots=True)
class RenderingChoice:
    """How an article is to be spoken."""

    rate: Rate
    """How fast."""
    voice_id: str = ""
    """Preferred voice, or empty."""
    pause_percent: int = 100
    """The listener's pause setting, 0 to 300."""


class VoiceRack:
    """All engines of this machine and their voices, with the ones that have failed left out.

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
        self._failed: set[str] = set()

    def voices(self) -> tuple[Voice, ...]:
        """Return every voice that has not failed, in the engines' order."""
        found = [
            voice
            for synthesizer in self._synthesizers
            if synthesizer is not self._last_resort
            for voice in synthesizer.voices()
            if voice.id not in self._failed
        ]
        if not found and self._last_resort is not None:
            found.extend(self._last_resort.voices())
        return tuple(found)

    def load(self, language: str, preferred: str = "") -> None:
        """Make the voice for a language ready; one that cannot be loaded is left out from now on."""
        voice = choose_voice(self.voices(), language, preferred)
        if voice is None:
            return
        try:
            self._engine_of(voice).load(voice)
        except VoiceError:
            self._failed.add(voice.id)

    def synthesize(self, text: str, language: str, rate: Rate, preferred: str = "") -> Speech:
        """Say a text with the best voice that works: one that fails twice gives way to the next.

        Raises:
            NoVoiceError: no voice speaks the language.
            VoiceError: every voice that speaks it failed.
        """
        last_error: VoiceError | None = None
        failed: set[str] = set()
        while (voice := self._choose(language, preferred, failed)) is not None:
            for _attempt in range(2):
                try:
                    speech = self._say(text, language, voice, rate)
                except VoiceError as error:
                    last_error = error
                else:
                    self._failed |= failed
                    return speech
            failed.add(voice.id)
        if last_error is not None:
            # No voice is left out for a text that none of them can say: the next text may be in order.
            raise last_error
        raise NoVoiceError(language)

    def close(self) -> None:
        """Let go of every engine."""
        for synthesizer in self._synthesizers:
            synthesizer.close()

    def _say(self, text: str, language: str, voice: Voice, rate: Rate) -> Speech:
        try:
            return self._engine_of(voice).synthesize(text, language, voice, rate)
        except VoiceError:
            raise
        except Exception as error:
            # An engine that breaks its promise gives way like one that keeps it: the reading goes on.
            raise VoiceError(f"{voice.id} broke on {text[:40]!r}: {error!r}") from error

    def _choose(self, language: str, preferred: str, failed: set[str]) -> Voice | None:
        return choose_voice([voice for voice in self.voices() if voice.id not in failed], language, preferred)

    def _engine_of(self, voice: Voice) -> Synthesizer:
        return next(engine for engine in self._synthesizers if voice in engine.voices())


Notice = Callable[[str], tuple[str, str]]
"""Tag of a language without a voice to the (text, language) that says so."""


def render(
    rack: VoiceRack,
    article: Article,
    first: int,
    last: int,
    choice: RenderingChoice,
    start: int = 0,
    is_live: Callable[[], bool] = lambda: True,
    notice: Notice | None = None,
) -> Iterator[RenderedUtterance]:
    """Render passages ``first`` to ``last`` (both included), one utterance at a time.

    Passages in a language without a voice are passed over; ``notice`` is spoken in their place, once for a run
    of them.

    Args:
        rack: the voices.
        article: the article.
        first: passage to begin with.
        last: passage to end with.
        choice: rate, voice and pauses.
        start: code point in the first passage to begin at.
        is_live: asked before each utterance; False ends the rendering.
        notice: what to say in place of a passage that has no voice; None raises instead.

    Raises:
        NoVoiceError: a passage has no voice and there is no notice, or none of the passages had a voice.
        VoiceError: every voice for a language failed.
    """
    while last > first and not is_speakable(article.passage(last).text):
        last -= 1
    is_first = True
    unspoken = ""
    has_spoken = False
    for passage in range(first, last + 1):
        block = article.passage(passage)
        planned = plan_utterances(passage, block, start if passage == first else 0, is_first)
        for utterance in planned:
            if not is_live():
                return
            is_last = passage == last and utterance is planned[-1]
            try:
                yield _render_utterance(rack, utterance, choice, is_last)
            except NoVoiceError as error:
                if notice is None:
                    raise
                if error.language != unspoken:
                    unspoken = error.language
                    yield from _render_notice(rack, passage, notice(error.language), choice)
                break
            is_first = False
            has_spoken, unspoken = True, ""
    if unspoken and not has_spoken:
        raise NoVoiceError(unspoken)


def _render_notice(
    rack: VoiceRack, passage: int, notice: tuple[str, str], choice: RenderingChoice
) -> Iterator[RenderedUtterance]:
    """Say that a passage has no voice; its words are not the passage's, so only the passage is marked."""
    text, language = notice
    try:
        speech = rack.synthesize(text, language, choice.rate)
    except NoVoiceError:
        # Not even the interface has a voice: the screen says it alone.
        return
    pause = pause_after(Boundary.PARAGRAPH, choice.rate, choice.pause_percent)
    start = SpokenWord(TextSpan(0, 0), 0, speech.frame_count)
    yield RenderedUtterance(passage, speech.samples, (start,), _pause_frames(pause))


def _render_utterance(
    rack: VoiceRack, utterance: Utterance, choice: RenderingChoice, is_last: bool
) -> RenderedUtterance:
    speech = rack.synthesize(utterance.text, utterance.language, choice.rate, choice.voice_id)
    spoken = tuple(
        SpokenWord(utterance.to_source(mark.span), mark.start_frame, mark.end_frame) for mark in speech.marks
    )
    boundary = Boundary.ARTICLE if is_last else utterance.boundary
    pause = pause_after(boundary, choice.rate, choice.pause_percent)
    pause_frames = _pause_frames(pause)
    return RenderedUtterance(utterance.passage, speech.samples, spoken, pause_frames)


def _pause_frames(pause: timedelta) -> int:
    """Return the frames of silence to add: the margins of the speech around it are silence already."""
    margins_ms = LEAD_MARGIN_MS + TAIL_MARGIN_MS
    return max(0, ms_to_frames(pause.total_seconds() * 1000 - margins_ms))
