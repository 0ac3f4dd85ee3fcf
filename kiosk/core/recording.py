"""A speaker's recording of an article: which stretch of the text is heard when. Knows no sound and no file.

A stretch is what has a time of its own: a word, or a sentence where only sentences were timed. The recording is
cut between stretches and nowhere else.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kiosk.core.article import Article, Block
from kiosk.core.errors import ContentError
from kiosk.core.pause import Boundary, Ending, pause_after
from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM
from kiosk.core.text import TextSpan, is_speakable, sentences, words
from kiosk.core.timeline import LEAD_MARGIN_MS, TAIL_MARGIN_MS
from kiosk.core.utterance import Respell, Utterance, as_written, boundary_after, plan_utterances
from kiosk.core.voice import Tracking

# An encoder may cut or add a little at the end of a sound.
_END_TOLERANCE_MS = 20.0
# The rate of a recording is measured on so many words: more would not change it, and somebody may wait for it.
_ENOUGH_WORDS = 800
_ENOUGH_PLAIN_WORDS = 100
SLOWEST_OWN_WPM, FASTEST_OWN_WPM = 60.0, 600.0
"""How slow and how fast a recording can be: beyond, its times are wrong."""


class TimedMark(NamedTuple):
    """One stretch of the text and its time in the recording, as it was read from a file."""

    passage: int
    """0 for the title, else the paragraph, counted from 1 over all blocks."""
    start: int
    """First code point of the stretch in the passage as written."""
    end: int
    """One past its last code point."""
    begin_ms: float
    """When it begins in the sound."""
    end_ms: float
    """When it ends in the sound; the same as ``begin_ms`` says that the speaker does not say it."""
    text: str = ""
    """What stands there, to tell a text that has changed since; empty when the file does not say."""


class RecordedStretch(NamedTuple):
    """What of a passage has a time of its own."""

    span: TextSpan
    """Its place in the passage."""
    begin_ms: float
    """When it begins in the sound."""
    end_ms: float
    """When it ends; the same as ``begin_ms`` when it is silent."""

    @property
    def is_silent(self) -> bool:
        """Whether the speaker does not say it."""
        return self.begin_ms == self.end_ms


Times = Mapping[int, Sequence[RecordedStretch]]
"""The stretches of each passage that is recorded, in order."""


# -- from a file to what can be relied on ---------------------------------------------------------------------


def checked(marks: Sequence[TimedMark], article: Article, sound_ms: float, source: str) -> Times:
    """Turn marks into times that hold together, and with the text and the sound.

    Args:
        marks: in the order of the file.
        article: what was recorded.
        sound_ms: how long the recording lasts.
        source: the name of the file, for errors.

    Raises:
        ContentError: a mark lies outside the text or the sound, the marks are not in order, the text has changed,
            or a word of a passage that is recorded has no time. Names the mark, counted from 1, or the paragraph.
    """
    if not marks:
        raise ContentError(source, "", "it holds no marks")
    before: TimedMark | None = None
    for number, mark in enumerate(marks, 1):
        problem = _problem(mark, before, article, sound_ms)
        if problem:
            raise ContentError(source, f"mark {number}", problem)
        before = mark
    times: dict[int, list[RecordedStretch]] = {}
    for mark in marks:
        stretch = RecordedStretch(TextSpan(mark.start, mark.end), mark.begin_ms, min(mark.end_ms, sound_ms))
        times.setdefault(mark.passage, []).append(stretch)
    for passage, stretches in times.items():
        _refuse_gap(article.passage(passage).text, stretches, source, passage)
    return times


def _problem(mark: TimedMark, before: TimedMark | None, article: Article, sound_ms: float) -> str:
    if not 0 <= mark.passage <= article.last_passage:
        return f"there is no paragraph {mark.passage}; they go from 1 to {article.last_passage}, the title is 0"
    text = article.passage(mark.passage).text
    if not 0 <= mark.start < mark.end <= len(text):
        return f"{mark.start} to {mark.end} does not lie in the {len(text)} characters of paragraph {mark.passage}"
    written = text[mark.start : mark.end]
    if mark.text and mark.text != written:
        return f'the text has changed: "{mark.text}" was recorded, "{written}" is written'
    if not 0.0 <= mark.begin_ms <= mark.end_ms:
        return f"it ends at {mark.end_ms:g} ms, before it begins at {mark.begin_ms:g} ms"
    if mark.end_ms > sound_ms + _END_TOLERANCE_MS:
        return f"it ends at {mark.end_ms:g} ms, after the sound, which lasts {sound_ms:.0f} ms"
    if before is not None:
        return _problem_after(mark, before)
    return ""


def _problem_after(mark: TimedMark, before: TimedMark) -> str:
    if (mark.passage, mark.start) < (before.passage, before.end):
        return "it stands before the end of the mark before it in the text"
    if mark.begin_ms < before.begin_ms:
        return f"it begins at {mark.begin_ms:g} ms, before the mark before it at {before.begin_ms:g} ms"
    return ""


def _refuse_gap(text: str, stretches: Sequence[RecordedStretch], source: str, passage: int) -> None:
    starts = [own.span.start for own in stretches]
    for word in words(text):
        at = bisect_right(starts, word.end - 1) - 1
        if at < 0 or stretches[at].span.end <= word.start:
            place = "the title" if passage == 0 else f"paragraph {passage}"
            raise ContentError(source, place, f'"{word.of(text)}" has no time')


def tracking_of(times: Times, article: Article) -> Tracking:
    """Return how finely a recording tells where it is: by words when hardly a stretch holds more than one."""
    texts = (own.span.of(article.passage(passage).text) for passage in times for own in times[passage])
    counts = [len(words(text)) for text in texts]
    return Tracking.WORD if sum(count > 1 for count in counts) <= len(counts) // 10 else Tracking.SENTENCE


# -- what is said at once -------------------------------------------------------------------------------------


def plan_recorded(
    passage: int,
    block: Block,
    stretches: Sequence[TextSpan],
    start: int = 0,
    is_first: bool = False,
    end: int | None = None,
    respell: Respell = as_written,
) -> tuple[Utterance, ...]:
    """Cut a recorded block into utterances: a sentence each, as the speaker said it.

    What begins or ends inside a stretch cannot be cut out of the recording: that part is left to a voice.

    Args:
        passage: the block's number in its article.
        block: the block.
        stretches: what has a time of its own, in order; every word lies in one.
        start: code point to begin at; a place inside a word begins with that word.
        is_first: whether the first utterance that a voice says is to be short.
        end: code point to end before; None is the block's end.
        respell: what a voice says in other words than it is written.

    Returns:
        Utterances in order that hold every word from ``start`` to ``end`` once.
    """
    text = block.text
    begin = next((word.start for word in words(text) if word.end > start), len(text)) if start > 0 else 0
    until = len(text) if end is None else end
    planned: list[Utterance] = []
    for sentence, group in _by_sentence(block, stretches):
        count = len(planned)
        for part, is_recorded in _cut(text, sentence, group, (begin, until)):
            if is_recorded:
                spoken = part.of(text)
                planned.append(Utterance(passage, part, spoken, block.language, Boundary.WORD, is_recorded=True))
            else:
                is_short = is_first and not planned
                planned += plan_utterances(passage, block, part.start, is_short, part.end, respell)
                planned[-1:] = [
                    replace(own, boundary=Boundary.WORD, ending=Ending.NOTHING) for own in planned[-1:]
                ]
        if len(planned) > count:
            planned[-1] = replace(planned[-1], boundary=Boundary.SENTENCE, ending=Ending.SENTENCE)
    planned[-1:] = [replace(own, boundary=boundary_after(block), ending=Ending.PARAGRAPH) for own in planned[-1:]]
    return tuple(planned)


def _by_sentence(block: Block, stretches: Sequence[TextSpan]) -> Iterator[tuple[TextSpan, list[TextSpan]]]:
    """Yield sentences with what has a time in them; those that one stretch goes through are one."""
    own = list(sentences(block.text, block.language))
    left = list(stretches)
    while own and left:
        sentence = own.pop(0)
        group: list[TextSpan] = []
        while left and left[0].start < sentence.end:
            group.append(left.pop(0))
            while own and own[0].start < group[-1].end:
                sentence = TextSpan(sentence.start, own.pop(0).end)
        if group:
            yield sentence, group


def _cut(
    text: str, sentence: TextSpan, group: Sequence[TextSpan], places: tuple[int, int]
) -> Iterator[tuple[TextSpan, bool]]:
    """Yield what of a sentence lies between two places, each part with whether the recording can be cut there."""
    begin, until = places
    run: list[TextSpan] = []

    def recorded() -> Iterator[tuple[TextSpan, bool]]:
        if run:
            # With the signs around its words: a voice that must take its place says them better with those.
            start = sentence.start if run[0] is group[0] else run[0].start
            yield TextSpan(min(start, run[0].start), sentence.end if run[-1] is group[-1] else run[-1].end), True
        run.clear()

    for stretch in group:
        first, last = max(begin, stretch.start), min(until, stretch.end)
        if first >= last or not is_speakable(text[first:last]):
            continue
        if not is_speakable(text[stretch.start : first]) and not is_speakable(text[last : stretch.end]):
            run.append(stretch)
            continue
        yield from recorded()
        yield TextSpan(first, last), False
    yield from recorded()


# -- how fast it is -------------------------------------------------------------------------------------------


def own_wpm(article: Article, times: Times) -> float:
    """Return how fast a recording is read: the rate at which nothing of it needs stretching.

    It is the rate of whole sentences with the pauses between them that belong to that rate, as for every voice:
    the speaker's own pauses between sentences are not heard. Sentences with digits are left out where there are
    enough others: a number is one written word and many spoken ones.
    """
    measured = list(_measured(article, times))
    plain = [own for own in measured if not own.has_digits]
    if sum(own.word_count for own in plain) >= min(
        _ENOUGH_PLAIN_WORDS, sum(own.word_count for own in measured) / 2
    ):
        measured = plain
    speech_ms = sum(own.speech_ms for own in measured)
    if speech_ms <= 0.0:
        return float(DEFAULT_WPM)
    # The last pause is not heard: nothing follows it.
    pause_ms = sum(own.pause_ms for own in measured[:-1])
    wpm = (60_000 * sum(own.word_count for own in measured) - DEFAULT_WPM * pause_ms) / speech_ms
    return min(max(wpm, SLOWEST_OWN_WPM), FASTEST_OWN_WPM)


class _Measured(NamedTuple):
    """One sentence of a recording."""

    word_count: int
    speech_ms: float
    pause_ms: float
    """The pause after it at the default rate."""
    has_digits: bool


def _measured(article: Article, times: Times) -> Iterator[_Measured]:
    count = 0
    for passage, stretches in times.items():
        block = article.passage(passage)
        for utterance in plan_recorded(passage, block, [own.span for own in stretches]):
            sounding = [own for own in stretches if _is_in(own.span, utterance.span) and not own.is_silent]
            if sounding:
                own_count = sum(len(words(own.span.of(block.text))) for own in sounding)
                count += own_count
                speech_ms = sounding[-1].end_ms - sounding[0].begin_ms - LEAD_MARGIN_MS - TAIL_MARGIN_MS
                pause_ms = pause_after(utterance.boundary, Rate(DEFAULT_WPM)).total_seconds() * 1000
                has_digits = any(sign.isdigit() for sign in utterance.text)
                yield _Measured(own_count, speech_ms, pause_ms, has_digits)
        if count >= _ENOUGH_WORDS:
            return


def _is_in(part: TextSpan, whole: TextSpan) -> bool:
    return whole.start <= part.start and part.end <= whole.end
