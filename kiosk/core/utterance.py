"""What is given to a voice at once, and how its sound leads back to the written text. Knows no engine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.core.article import Block, BlockKind
from kiosk.core.pause import Boundary
from kiosk.core.text import PARTING_SIGNS, TextSpan, is_speakable, sentences, words
from kiosk.core.timeline import WordMark

MAX_UTTERANCE = 280
"""Longest utterance in code points: a cap, so that no voice stalls and the look-ahead stays bounded."""
FIRST_UTTERANCE = 64
"""Longest first utterance after "play": the sooner it is rendered, the sooner it is heard."""

_CLAUSE_END = re.compile(r"[,;:،؛—–)]\s+")
# Where words part, so that no cut goes through a word.
_WORD_GAP = re.compile(rf"[\s{PARTING_SIGNS}]+")

_AFTER_BLOCK = {
    BlockKind.TITLE: Boundary.HEADING,
    BlockKind.HEADING: Boundary.HEADING,
    BlockKind.LIST_ITEM: Boundary.LIST_ITEM,
}


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, or a part of a long one, as it is given to a voice."""

    passage: int
    """The passage it belongs to: 0 for the title, else the block counted from 1."""
    span: TextSpan
    """Its place in the passage's text."""
    text: str
    """What the voice is asked to say; position p in it is position ``span.start + p`` in the passage."""
    language: str
    """BCP 47 tag."""
    boundary: Boundary
    """What ends where it ends: decides the pause that follows."""

    def to_source(self, spoken: TextSpan) -> TextSpan:
        """Translate a span of the spoken text to the passage's written text."""
        return spoken.shifted(self.span.start)


def plan_utterances(passage: int, block: Block, start: int = 0, is_first: bool = False) -> tuple[Utterance, ...]:
    """Cut a block into utterances; what has no letter or digit is passed over.

    Args:
        passage: the block's number in its article.
        block: the block.
        start: code point to begin at; a place inside a word begins with that word.
        is_first: whether the first utterance is to be short, because somebody waits for it.

    Returns:
        Utterances in order that together hold every word from ``start`` on exactly once.
    """
    text = block.text
    # From the very beginning on, signs before the first word count too: a minus, an opening question mark.
    begin = next((word.start for word in words(text) if word.end > start), len(text)) if start > 0 else 0
    found = sentences(text, block.language)
    pieces: list[TextSpan] = []
    for sentence in found:
        if sentence.end <= begin:
            continue
        remaining = TextSpan(max(sentence.start, begin), sentence.end)
        first_limit = FIRST_UTTERANCE if is_first and not pieces else MAX_UTTERANCE
        pieces.extend(_split_long(text, remaining, first_limit))
    spoken = [piece for piece in pieces if is_speakable(piece.of(text))]
    sentence_ends = {sentence.end for sentence in found}
    planned: list[Utterance] = []
    for number, piece in enumerate(spoken):
        if number == len(spoken) - 1:
            boundary = _AFTER_BLOCK.get(block.kind, Boundary.PARAGRAPH)
        else:
            boundary = Boundary.SENTENCE if piece.end in sentence_ends else Boundary.CLAUSE
        planned.append(Utterance(passage, piece, piece.of(text), block.language, boundary))
    return tuple(planned)


def _split_long(text: str, span: TextSpan, first_limit: int) -> Iterator[TextSpan]:
    """Cut a sentence at clause ends, else between words, so that no piece is longer than its limit."""
    limit = first_limit
    while len(span) > limit:
        window = text[span.start : span.start + limit]
        clause_ends = [match.end() for match in _CLAUSE_END.finditer(window) if match.end() > limit // 4]
        gaps = [match.end() for match in _WORD_GAP.finditer(window)]
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
