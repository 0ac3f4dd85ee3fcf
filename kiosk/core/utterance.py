"""What is given to a voice at once, and how its sound leads back to the written text. Knows no engine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.core.article import Block, BlockKind
from kiosk.core.pause import Boundary, Ending
from kiosk.core.pieces import MAX_UTTERANCE, Piece, pieces_of, with_sound
from kiosk.core.spoken_form import AS_WRITTEN, Alignment, Pronounced, Respelling, merged, spell_out
from kiosk.core.text import TextSpan, is_speakable, sentences, words
from kiosk.core.timeline import WordMark
from kiosk.core.word_marks import marks_of_words

FIRST_UTTERANCE = 64
"""Longest first utterance after "play": the sooner it is rendered, the sooner it is heard."""

_AFTER_BLOCK = {
    BlockKind.TITLE: Boundary.HEADING,
    BlockKind.HEADING: Boundary.HEADING,
    BlockKind.LIST_ITEM: Boundary.LIST_ITEM,
    BlockKind.TABLE_ROW: Boundary.LIST_ITEM,
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
    ending: Ending = Ending.NOTHING
    """The largest unit that ends with it."""
    pronounced: tuple[Pronounced, ...] = ()
    """How parts of ``text`` sound, in order, for voices that can be told."""
    is_recorded: bool = False
    """Whether the speaker's recording holds it."""


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
        respell: what is said in other words than it is written; what the block's own author says counts more.

    Returns:
        Utterances in order that together hold every word from ``start`` on exactly once.
    """
    text = block.text
    # From the very beginning on, signs before the first word count too: a minus, an opening question mark.
    begin = next((word.start for word in words(text) if word.end > start), len(text)) if start > 0 else 0
    respellings = _respellings(block, respell)
    pieces: list[Piece] = []
    for sentence in sentences(text, block.language):
        remaining = TextSpan(max(sentence.start, begin), max(begin, sentence.end))
        if end is not None:
            remaining = TextSpan(min(remaining.start, end), min(remaining.end, end))
        if is_speakable(remaining.of(text)):
            first_limit = FIRST_UTTERANCE if is_first and not pieces else MAX_UTTERANCE
            pieces.extend(pieces_of(block, remaining, first_limit, respellings))
    planned: list[Utterance] = []
    sounding = with_sound(text, pieces, respellings)
    for number, (span, language, boundary, ending) in enumerate(sounding, 1):
        if number == len(sounding):
            boundary, ending = boundary_after(block), Ending.PARAGRAPH
        form = spell_out(text, respellings, span)
        planned.append(
            Utterance(passage, span, form.text, language, boundary, form.alignment, ending, form.pronounced)
        )
    return tuple(planned)


def boundary_after(block: Block) -> Boundary:
    """Return what ends where a block ends."""
    return _AFTER_BLOCK.get(block.kind, Boundary.PARAGRAPH)


def _respellings(block: Block, respell: Respell) -> Sequence[Respelling]:
    """Return what is said otherwise in each language of a block, and what its author says, which counts most."""
    if not block.foreign:
        own = respell(block.text, block.language)
        return merged(block.said, own) if block.said else own
    found: list[Respelling] = []
    for span, language in block.foreign:
        part = respell(span.of(block.text), language)
        found.extend(own._replace(span=own.span.shifted(span.start)) for own in part)
    # A foreign word is not read by the rules of the language around it.
    guards = [Respelling(span, span.of(block.text)) for span, _ in block.foreign]
    native = [own for own in merged(guards, respell(block.text, block.language)) if own not in guards]
    return merged(block.said, found, native)


def marks_of_written(
    utterance: Utterance, written: str, marks: Sequence[WordMark], frame_count: int
) -> tuple[WordMark, ...]:
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
