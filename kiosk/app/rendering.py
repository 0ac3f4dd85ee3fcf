"""From an article to sound: utterance by utterance, with the pauses between them. Knows no player and no device.

The window's player and the ``speak`` command render through the same generator, so that what is heard in the
window is what is written to a file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.app.planning import planned
from kiosk.app.ports import Speech
from kiosk.app.recording import Recording
from kiosk.app.rendering_choice import Manner, RenderingChoice, wanted_recording
from kiosk.app.voice_rack import NoVoiceError, VoiceRack
from kiosk.core.article import Article
from kiosk.core.errors import VoiceError
from kiosk.core.pause import Boundary, Ending, pause_after
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan
from kiosk.core.timeline import LEAD_MARGIN_MS, TAIL_MARGIN_MS, ms_to_frames
from kiosk.core.utterance import Utterance, marks_of_written, plan_utterances


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
    """Every word of the utterance, in order; of a recording whatever has a time of its own, words or sentences."""
    pause_frames: int
    """Silence to come after it."""
    ending: Ending = Ending.NOTHING
    """The largest unit that ends with it."""
    skipped: TextSpan | None = None
    """What no voice could say and was passed over, then there is neither sound nor pause; None for all else."""


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
    end: int | None = None,
    most_skipped: int = 1,
) -> Iterator[RenderedUtterance]:
    """Render passages ``first`` to ``last`` (both included), one utterance at a time.

    Passages in a language without a voice are passed over; ``notice`` is spoken in their place, once for a run
    of them.

    Args:
        rack: the voices.
        article: the article.
        first: passage to begin with.
        last: passage to end with.
        choice: rate, voice, pauses and spoken forms.
        start: code point in the first passage to begin at.
        is_live: asked before each utterance; False ends the rendering.
        notice: what to say in place of a passage that has no voice; None raises instead.
        end: code point in the last passage to end before; None is its end.
        most_skipped: so many utterances in a row that no voice can say are an error; fewer are passed over.

    Raises:
        NoVoiceError: a passage has no voice and there is no notice, or none of the passages had a voice.
        VoiceError: every voice for a language failed, ``most_skipped`` times in a row.
    """
    unspoken, voiceless = "", -1
    has_spoken = False
    teller = _Teller(rack, article, choice, is_live, most_skipped)
    for utterance, is_last in planned(article, (first, start), (last, end), choice.respell, teller.recording):
        if utterance.passage == voiceless:
            continue
        if not is_live():
            return
        try:
            for rendered in teller.tell(utterance, is_last):
                yield rendered
                if rendered.skipped is None:
                    has_spoken, unspoken = True, ""
        except NoVoiceError as error:
            if notice is None:
                raise
            voiceless = utterance.passage
            if error.language != unspoken:
                unspoken = error.language
                yield from _render_notice(rack, voiceless, notice(error.language), choice)
    if unspoken and not has_spoken:
        raise NoVoiceError(unspoken)
    if teller.failure is not None and not has_spoken:
        # All of it was passed over: that is a failure, and not a quiet end.
        raise teller.failure


class _Teller:
    """Makes the sound of utterances: cut from the recording, or by a voice.

    What no voice can say is passed over, but not too much of it in a row. Where the recording breaks, a voice
    reads on.
    """

    def __init__(
        self,
        rack: VoiceRack,
        article: Article,
        choice: RenderingChoice,
        is_live: Callable[[], bool],
        most_skipped: int,
    ) -> None:
        self._rack = rack
        self._article = article
        self._choice = choice
        self._is_live = is_live
        self._most = most_skipped
        self._count = 0
        self.recording = wanted_recording(article, choice)
        self.failure: VoiceError | None = None

    def tell(self, utterance: Utterance, is_last: bool) -> Iterator[RenderedUtterance]:
        """Yield an utterance: whole, in parts, or that it was passed over.

        Raises:
            NoVoiceError: no voice speaks its language.
            VoiceError: this was one too many that no voice can say.
        """
        if self.recording is None or not utterance.is_recorded:
            yield self._by_voice(utterance, is_last)
        elif self.recording.problem:
            # It has broken since this was planned.
            yield from self._rest(utterance, utterance.span.start, is_last)
        else:
            yield from self._recorded(self.recording, utterance, is_last)

    def _by_voice(self, utterance: Utterance, is_last: bool) -> RenderedUtterance:
        try:
            rendered = _render_utterance(self._rack, self._article, utterance, self._choice, is_last)
        except NoVoiceError:
            raise
        except VoiceError as error:
            self.failure = error
            self._count += 1
            if self._count >= self._most:
                raise
            return RenderedUtterance(utterance.passage, b"", (), 0, skipped=utterance.span)
        self._count = 0
        return rendered

    def _recorded(self, recording: Recording, utterance: Utterance, is_last: bool) -> Iterator[RenderedUtterance]:
        passage, reached, has_sound = utterance.passage, utterance.span.start, False
        rate = self._choice.manner_for(utterance.language).rate
        try:
            for part in recording.speech(passage, utterance.span, rate):
                reached = part.marks[-1].span.start if part.marks else reached
                has_sound = True
                spoken = tuple(SpokenWord(mark.span, mark.start_frame, mark.end_frame) for mark in part.marks)
                yield RenderedUtterance(passage, part.samples, spoken, 0)
                if not self._is_live():
                    return
        except VoiceError:
            # What broke off is said again from its last word on.
            yield from self._rest(utterance, reached, is_last)
            return
        self._count = 0
        pause = _pause_frames(_pause_after(utterance, rate, self._choice, is_last)) if has_sound else 0
        yield RenderedUtterance(passage, b"", (), pause, utterance.ending)

    def _rest(self, utterance: Utterance, start: int, is_last: bool) -> Iterator[RenderedUtterance]:
        block = self._article.passage(utterance.passage)
        own = plan_utterances(utterance.passage, block, start, False, utterance.span.end, self._choice.respell)
        for each in own[:-1]:
            yield self._by_voice(each, False)
        for each in own[-1:]:
            yield self._by_voice(replace(each, boundary=utterance.boundary, ending=utterance.ending), is_last)


def _render_notice(
    rack: VoiceRack, passage: int, notice: tuple[str, str], choice: RenderingChoice
) -> Iterator[RenderedUtterance]:
    """Say that a passage has no voice; its words are not the passage's, so only the passage is marked."""
    text, language = notice
    try:
        rate = choice.manner_for(language).rate
        speech = rack.synthesize(text, language, rate)
    except VoiceError:
        # Not even the interface has a voice: the screen says it alone.
        return
    pause = pause_after(Boundary.PARAGRAPH, rate, choice.pause_percent)
    start = SpokenWord(TextSpan(0, 0), 0, speech.frame_count)
    yield RenderedUtterance(passage, speech.samples, (start,), _pause_frames(pause))


def _render_utterance(
    rack: VoiceRack, article: Article, utterance: Utterance, choice: RenderingChoice, is_last: bool
) -> RenderedUtterance:
    manner = choice.manner_for(utterance.language)
    block = article.passage(utterance.passage)
    speech = _say(rack, utterance, block.language, manner)
    marks = marks_of_written(utterance, block.text, speech.marks, speech.frame_count)
    spoken = tuple(SpokenWord(mark.span, mark.start_frame, mark.end_frame) for mark in marks)
    pause = _pause_after(utterance, manner.rate, choice, is_last)
    return RenderedUtterance(utterance.passage, speech.samples, spoken, _pause_frames(pause), utterance.ending)


def _say(rack: VoiceRack, utterance: Utterance, around: str, manner: Manner) -> Speech:
    """Say an utterance in its language; a foreign word that has no voice is said as those around it are.

    Args:
        rack: the voices.
        utterance: what is said.
        around: the language of its passage.
        manner: how it is said.
    """
    for language in dict.fromkeys((utterance.language, around)):
        try:
            return rack.synthesize(
                utterance.text, language, manner.rate, manner.voice_id, utterance.pronounced, manner.pitch_percent
            )
        except NoVoiceError:
            if language == around:
                raise
    raise NoVoiceError(around)


def _pause_after(utterance: Utterance, rate: Rate, choice: RenderingChoice, is_last: bool) -> timedelta:
    return pause_after(Boundary.ARTICLE if is_last else utterance.boundary, rate, choice.pause_percent)


def _pause_frames(pause: timedelta) -> int:
    """Return the frames of silence to add: the margins of the speech around it are silence already."""
    margins_ms = LEAD_MARGIN_MS + TAIL_MARGIN_MS
    return max(0, ms_to_frames(pause.total_seconds() * 1000 - margins_ms))
