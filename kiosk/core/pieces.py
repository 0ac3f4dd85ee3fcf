"""Cutting a sentence into what a voice is given at once: at pauses, at other languages, and where it is too long.

Knows no voice. All places are code points of one block's text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.core.article import Block
from kiosk.core.pause import Boundary, Ending
from kiosk.core.spoken_form import Respelling, spell_out
from kiosk.core.spoken_length import lengths_until
from kiosk.core.text import PARTING_SIGNS, TextSpan, is_speakable, words

MAX_UTTERANCE = 280
"""Longest utterance in letters that are said: a cap, so that no voice stalls and the look-ahead stays bounded."""

_CLAUSE_END = re.compile(r"[,;:،؛—–)]\s+")
# Where words part: the same places as in kiosk.core.text, so that no cut goes through a word.
_WORD_GAP = re.compile(rf"[\s{PARTING_SIGNS}]+")
# Signs in a sentence that have a pause of their own: a dash that is no hyphen and no range, and an ellipsis.
_PAUSING_SIGN = r"(?P<ellipsis>…|\.{3,}|\.(?:\s\.){2,})|\s(?:–|--)(?=\s)|—"


class Piece(NamedTuple):
    """A part of a sentence that is said in one go."""

    span: TextSpan
    """Its place in the text."""
    language: str
    """BCP 47 tag."""
    boundary: Boundary
    """What ends where it ends."""
    ending: Ending = Ending.NOTHING
    """The largest unit that ends with it."""


def pieces_of(
    block: Block, sentence: TextSpan, first_limit: int, respellings: Sequence[Respelling]
) -> Iterator[Piece]:
    """Cut a sentence at other languages, at signs that have a pause of their own, and where it is too long.

    Args:
        block: what the sentence is part of.
        sentence: its place in the block's text.
        first_limit: longest first piece in code points.
        respellings: what is said as one, and therefore not cut.

    Returns:
        Pieces in order that hold every word of the sentence.
    """
    text, limit = block.text, first_limit
    runs = list(_runs(block, sentence))
    for number, (run, language) in enumerate(runs, 1):
        is_last = number == len(runs)
        for part, boundary, ending in _parts(text, run, respellings):
            *before, last = _split_long(text, part, limit, respellings)
            yield from (Piece(span, language, Boundary.CLAUSE) for span in before)
            if ending is Ending.SENTENCE and not is_last:
                # Another language goes on in the middle of the sentence.
                yield Piece(last, language, Boundary.WORD)
            else:
                yield Piece(last, language, boundary, ending)
            limit = MAX_UTTERANCE


def _runs(block: Block, sentence: TextSpan) -> Iterator[tuple[TextSpan, str]]:
    """Part a sentence by language; signs between two languages that say nothing are left out."""
    text = block.text
    cursor = sentence.start
    for foreign in _foreign_words(block, sentence):
        if is_speakable(text[cursor : foreign[0].start]):
            yield _stripped(text, cursor, foreign[0].start), block.language
        yield foreign
        cursor = foreign[0].end
    if is_speakable(text[cursor : sentence.end]):
        yield _stripped(text, cursor, sentence.end), block.language


def _foreign_words(block: Block, sentence: TextSpan) -> Iterator[tuple[TextSpan, str]]:
    """Return what of a sentence is in another language, in whole words."""
    if not block.foreign:
        return
    own_words = [word.shifted(sentence.start) for word in words(sentence.of(block.text))]
    end = sentence.start
    for span, language in block.foreign:
        touched = [
            word for word in own_words if word.start < span.end and span.start < word.end and word.start >= end
        ]
        if touched:
            end = touched[-1].end
            yield TextSpan(touched[0].start, end), language


def _parts(
    text: str, sentence: TextSpan, respellings: Sequence[Respelling]
) -> Iterator[tuple[TextSpan, Boundary, Ending]]:
    begin = sentence.start
    ending = Boundary.SENTENCE
    own_words = [word.shifted(sentence.start) for word in words(sentence.of(text))]
    for sign in re.compile(_PAUSING_SIGN).finditer(text, sentence.start, sentence.end):
        kind = Boundary.ELLIPSIS if sign["ellipsis"] else Boundary.DASH
        if not is_speakable(text[sign.end() : sentence.end]):
            ending = kind if kind is Boundary.ELLIPSIS else ending
            break
        # "So...what" is one word to the eye and to whoever lights it.
        is_in_word = any(word.start < sign.end() and sign.start() < word.end for word in own_words)
        is_after_words = is_speakable(text[begin : sign.start()])
        if is_after_words and not is_in_word and not _is_inside(sign.start(), respellings):
            own = _stripped(text, begin, sign.end() if sign["ellipsis"] else sign.start())
            yield own, kind, Ending.NOTHING
            begin = sign.end()
    yield _stripped(text, begin, sentence.end), ending, Ending.SENTENCE


def _stripped(text: str, start: int, end: int) -> TextSpan:
    own = text[start:end]
    return TextSpan(end - len(own.lstrip()), start + len(own.rstrip()))


def _is_inside(place: int, respellings: Sequence[Respelling]) -> bool:
    return any(own.span.start < place < own.span.end for own in respellings)


def with_sound(text: str, pieces: Sequence[Piece], respellings: Sequence[Respelling]) -> list[Piece]:
    """Join what is said as nothing (a footnote's number) to the piece before it, or to the one after."""
    joined: list[Piece] = []
    silent: TextSpan | None = None
    for piece in pieces:
        if not words(piece.span.of(text)):
            continue
        span = TextSpan(silent.start, piece.span.end) if silent else piece.span
        silent = None
        if is_speakable(spell_out(text, respellings, span).text):
            joined.append(piece._replace(span=span))
        elif joined:
            joined[-1] = piece._replace(span=TextSpan(joined[-1].span.start, span.end))
        else:
            silent = span
    return joined


def _split_long(
    text: str, span: TextSpan, first_limit: int, respellings: Sequence[Respelling]
) -> Iterator[TextSpan]:
    """Cut a sentence at clause ends, else between words, so that no piece is said longer than its limit."""
    limit, start = first_limit, span.start
    said = lengths_until(text, span, respellings)
    while said[-1] - said[span.start - start] > limit:
        reach = bisect_right(said, said[span.start - start] + limit) - 1 + start
        window = text[span.start : max(reach, span.start + 1)]
        # No cut goes through what is said as one.
        ends = (match.end() for match in _CLAUSE_END.finditer(window) if match.end() > len(window) // 4)
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
            cut = gaps[-1] if gaps else len(window)
        yield TextSpan(span.start, span.start + len(window[:cut].rstrip()))
        rest = text[span.start + cut : span.end]
        span = TextSpan(span.end - len(rest.lstrip()), span.end)
        limit = MAX_UTTERANCE
    yield span
