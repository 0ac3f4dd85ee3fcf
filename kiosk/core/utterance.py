"""What is given to a voice at once, and how its sound leads back to the written text. Knows no engine."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.core.article import Block, BlockKind
from kiosk.core.pause import Boundary
from kiosk.core.spoken_form import AS_WRITTEN, Alignment, Respelling, spell_out
from kiosk.core.text import TextSpan, is_speakable, sentences, words
from kiosk.core.timeline import WordMark

MAX_UTTERANCE = 280
"""Longest utterance in written code points: a cap, so that no voice stalls and the look-ahead stays bounded."""
FIRST_UTTERANCE = 64
"""Longest first utterance after "play": the sooner it is rendered, the sooner it is heard."""

_CLAUSE_END = re.compile(r"[,;:،؛—–)]\s+")
# Where words part: the same places as in kiosk.core.text, so that no cut goes through a word.
_WORD_GAP = re.compile(r"[\s—…。！？]+")
# Signs in a sentence that have a pause of their own: a dash that is no hyphen and no range, and an ellipsis.
_PAUSING_SIGN = r"(?P<ellipsis>…|\.{3,}|\.(?:\s\.){2,})|\s(?:–|--)(?=\s)|—"

_AFTER_BLOCK = {
    BlockKind.TITLE: Boundary.HEADING,
    BlockKind.HEADING: Boundary.HEADING,
    BlockKind.LIST_ITEM: Boundary.LIST_ITEM,
}

Respell = Callable[[str, str], Sequence[Respelling]]
"""A text and its language to what is said in other words than it is written, in order, without overlaps."""


def as_written(text: str, language: str) -> Sequence[Respelling]:
    """Return no respellings: every word is said as it is written."""
    return ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, or a part of one, as it is given to a voice."""

    passage: int
    """The passage it belongs to: 0 for the title, else the block counted from 1."""
    span: TextSpan
    """Its place in the passage's text."""
    text: str
    """What the voice is asked to say."""
    language: str
    """BCP 47 tag."""
    boundary: Boundary
    """What ends where it ends: decides the pause that follows."""
    alignment: Alignment = AS_WRITTEN
    """How places in what is said lead to places in the written text, counted from the span's start."""

    def to_source(self, spoken: TextSpan) -> TextSpan:
        """Translate a span of the spoken text to the passage's written text."""
        return self.alignment.to_written(spoken).shifted(self.span.start)


class _Piece(NamedTuple):
    span: TextSpan
    boundary: Boundary


def plan_utterances(
    passage: int,
    block: Block,
    start: int = 0,
    is_first: bool = False,
    end: int | None = None,
    respell: Respell = as_written,
) -> tuple[Utterance, ...]:
    """Cut a block into utterances; what has no letter or digit is passed over.

    Args:
        passage: the block's number in its article.
        block: the block.
        start: code point to begin at; a place inside a word begins with that word.
        is_first: whether the first utterance is to be short, because somebody waits for it.
        end: code point to end before; None is the block's end.
        respell: what is said in other words than it is written.

    Returns:
        Utterances in order that together hold every word from ``start`` on exactly once.
    """
    text = block.text
    # From the very beginning on, signs before the first word count too: a minus, an opening question mark.
    begin = next((word.start for word in words(text) if word.end > start), len(text)) if start > 0 else 0
    respellings = respell(text, block.language)
    pieces: list[_Piece] = []
    for sentence in sentences(text, block.language):
        remaining = TextSpan(max(sentence.start, begin), max(begin, sentence.end))
        if end is not None:
            remaining = TextSpan(min(remaining.start, end), min(remaining.end, end))
        if not is_speakable(remaining.of(text)):
            continue
        first_limit = FIRST_UTTERANCE if is_first and not pieces else MAX_UTTERANCE
        pieces.extend(_pieces(text, remaining, first_limit, respellings))
    planned: list[Utterance] = []
    for span, boundary in _with_sound(text, pieces, respellings):
        form = spell_out(text, respellings, span)
        planned.append(Utterance(passage, span, form.text, block.language, boundary, form.alignment))
    if planned:
        last = planned[-1]
        after = _AFTER_BLOCK.get(block.kind, Boundary.PARAGRAPH)
        planned[-1] = Utterance(passage, last.span, last.text, last.language, after, last.alignment)
    return tuple(planned)


def _pieces(
    text: str, sentence: TextSpan, first_limit: int, respellings: Sequence[Respelling]
) -> Iterator[_Piece]:
    """Cut a sentence at the signs that have a pause of their own, and what is still too long between its words."""
    limit = first_limit
    for part, boundary in _parts(text, sentence, respellings):
        *before, last = _split_long(text, part, limit, respellings)
        yield from (_Piece(span, Boundary.CLAUSE) for span in before)
        yield _Piece(last, boundary)
        limit = MAX_UTTERANCE


def _parts(text: str, sentence: TextSpan, respellings: Sequence[Respelling]) -> Iterator[_Piece]:
    begin = sentence.start
    ending = Boundary.SENTENCE
    for sign in re.compile(_PAUSING_SIGN).finditer(text, sentence.start, sentence.end):
        kind = Boundary.ELLIPSIS if sign["ellipsis"] else Boundary.DASH
        if not is_speakable(text[sign.end() : sentence.end]):
            ending = kind if kind is Boundary.ELLIPSIS else ending
            break
        is_between_words = is_speakable(text[begin : sign.start()])
        if is_between_words and not _is_inside(sign.start(), respellings):
            yield _Piece(_stripped(text, begin, sign.end() if sign["ellipsis"] else sign.start()), kind)
            begin = sign.end()
    yield _Piece(_stripped(text, begin, sentence.end), ending)


def _stripped(text: str, start: int, end: int) -> TextSpan:
    own = text[start:end]
    return TextSpan(end - len(own.lstrip()), start + len(own.rstrip()))


def _is_inside(place: int, respellings: Sequence[Respelling]) -> bool:
    return any(own.span.start < place < own.span.end for own in respellings)


def _with_sound(text: str, pieces: Sequence[_Piece], respellings: Sequence[Respelling]) -> list[_Piece]:
    """Join what is said as nothing (a footnote's number) to the piece before it, or to the one after."""
    joined: list[_Piece] = []
    silent: TextSpan | None = None
    for piece in pieces:
        if not words(piece.span.of(text)):
            continue
        span = TextSpan(silent.start, piece.span.end) if silent else piece.span
        silent = None
        if is_speakable(spell_out(text, respellings, span).text):
            joined.append(_Piece(span, piece.boundary))
        elif joined:
            joined[-1] = _Piece(TextSpan(joined[-1].span.start, span.end), piece.boundary)
        else:
            silent = span
    return joined


def _split_long(
    text: str, span: TextSpan, first_limit: int, respellings: Sequence[Respelling]
) -> Iterator[TextSpan]:
    """Cut a sentence at clause ends, else between words, so that no piece is longer than its limit."""
    limit = first_limit
    while len(span) > limit:
        window = text[span.start : span.start + limit]
        # No cut goes through what is said as one.
        ends = (match.end() for match in _CLAUSE_END.finditer(window) if match.end() > limit // 4)
        clause_ends = [end for end in ends if not _is_inside(span.start + end, respellings)]
        gaps = [
            match.end()
            for match in _WORD_GAP.finditer(window)
            if not _is_inside(span.start + match.end(), respellings)
        ]
        if clause_ends:
            cut = clause_ends[-1]
        elif limit == first_limit != MAX_UTTERANCE:
            # No clause ends soon: a short first piece is not worth a cut in the middle of a phrase.
            limit = MAX_UTTERANCE
            continue
        else:
            cut = gaps[-1] if gaps else limit
        yield TextSpan(span.start, span.start + len(window[:cut].rstrip()))
        rest = text[span.start + cut : span.end]
        span = TextSpan(span.end - len(rest.lstrip()), span.end)
        limit = MAX_UTTERANCE
    yield span


def marks_of_written(utterance: Utterance, written: str, marks: Sequence[WordMark], frame_count: int) -> "Marks":
    """Give every written word of an utterance exactly one mark, from the marks of the words that were said.

    Args:
        utterance: what was said.
        written: the text of its passage.
        marks: one for each word of ``utterance.text``, in order.
        frame_count: length of the sound.

    Returns:
        Marks in order, their places in the passage's text.
    """
    own = utterance.span.of(written)
    if utterance.alignment.respelled:
        told = [
            WordMark(utterance.alignment.to_written(mark.span), mark.start_frame, mark.end_frame) for mark in marks
        ]
        marks = marks_of_words(own, told, frame_count)
    return tuple(
        WordMark(mark.span.shifted(utterance.span.start), mark.start_frame, mark.end_frame) for mark in marks
    )


Marks = tuple[WordMark, ...]


def marks_of_words(text: str, marks: Sequence[WordMark], frame_count: int) -> tuple[WordMark, ...]:
    """Give every word of a text exactly one mark, from whatever places an engine told.

    Engines mark by their own idea of a word: none for some, several for others. A word that the engine did
    not mark is spoken in the time of the marked word before it: the two share that time by their length.

    Args:
        text: what was spoken.
        marks: the engine's marks, in order of place; their ends are not used.
        frame_count: length of the sound.

    Returns:
        One mark a word, in order of place and of time, the last ending with the sound.
    """
    spans = words(text)
    told = _told_starts(spans, marks, frame_count)
    starts: list[int] = []
    for number, start in enumerate(told):
        if start is not None:
            starts.append(start)
            continue
        # The group: from the last word that was told to the next one; before any, the sound's beginning.
        first = max((before for before in range(number) if told[before] is not None), default=0)
        following = next((after for after in range(number, len(told)) if told[after] is not None), len(told))
        begin = told[first] or 0
        end = told[following] if following < len(told) else frame_count
        before_length = sum(len(span) for span in spans[first:number])
        whole_length = sum(len(span) for span in spans[first:following])
        starts.append(begin + ((end or 0) - begin) * before_length // whole_length)
    ends = [*starts[1:], frame_count] if starts else []
    return tuple(WordMark(word, start, end) for word, start, end in zip(spans, starts, ends, strict=True))


def _told_starts(spans: Sequence[TextSpan], marks: Sequence[WordMark], frame_count: int) -> list[int | None]:
    """Return the frame that the engine told for each word, never going back; None where it told none."""
    told: list[int | None] = []
    next_mark = 0
    latest = 0
    for word in spans:
        own: int | None = None
        while next_mark < len(marks) and marks[next_mark].span.start < word.end:
            if own is None and marks[next_mark].span.end > word.start:
                own = latest = min(max(latest, marks[next_mark].start_frame), frame_count)
            next_mark += 1
        told.append(own)
    return told
