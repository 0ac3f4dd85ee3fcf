"""What of a passage stands out while it is read, and what is dimmed or hidden around it. Paints nothing."""

from typing import NamedTuple

from PySide6.QtCore import QRect

from kiosk.core.appearance import Focus, Highlight
from kiosk.core.article import Block
from kiosk.core.text import TextSpan, sentences
from kiosk.qt.views.passage_layout import PassageLayout, WordBox


class ClearPart(NamedTuple):
    """A line, or a part of one, whose letters are as clear as ever."""

    line: int
    """Number of the line, from 0."""
    rect: QRect | None
    """The part of it, in the passage's coordinates; None for all of it."""


class StandingOut(NamedTuple):
    """What of one passage stands out."""

    clear: tuple[ClearPart, ...]
    """Where its letters are as clear as ever."""
    is_rest_hidden: bool
    """Whether the rest is not to be seen; else it is dimmed."""


class SentenceSpans:
    """The sentences of one passage at a time: cut when first asked for, since it takes time."""

    def __init__(self) -> None:
        self._block: Block | None = None
        self._spans: tuple[TextSpan, ...] = ()

    def around(self, block: Block, word: TextSpan) -> TextSpan:
        """Return the sentence that holds a word; a word that none holds is its own."""
        if block is not self._block:
            self._block, self._spans = block, sentences(block.text, block.language)
        return next((span for span in self._spans if span.start <= word.start < span.end), word)


def lit_boxes(
    layout: PassageLayout, word: TextSpan | None, highlight: Highlight, spans: SentenceSpans
) -> tuple[WordBox, ...]:
    """Return the boxes behind what is lit.

    Args:
        layout: of the current passage.
        word: the word that is read, or None.
        highlight: what a person wants to be lit.
        spans: the passage's sentences.
    """
    if word is None or highlight not in (Highlight.WORD, Highlight.SENTENCE):
        return ()
    return tuple(layout.word_boxes(spans.around(layout.block, word) if highlight is Highlight.SENTENCE else word))


def standing_out(
    layout: PassageLayout, word: TextSpan | None, focus: Focus, spans: SentenceSpans
) -> StandingOut | None:
    """Return what of the current passage stands out; None when nothing does.

    Args:
        layout: of the current passage.
        word: the word that is read, or None: then the whole passage stands out.
        focus: what a person wants to stand out.
        spans: the passage's sentences.
    """
    if focus is Focus.OFF:
        return None
    is_hidden = focus is Focus.MASK
    if word is None or focus is Focus.PARAGRAPH:
        return StandingOut(tuple(ClearPart(line, None) for line in range(layout.line_count)), is_hidden)
    if focus is Focus.SENTENCE:
        boxes = layout.word_boxes(spans.around(layout.block, word))
        return StandingOut(tuple(ClearPart(box.line, _over_line(layout, box)) for box in boxes), is_hidden)
    lines = sorted({box.line for box in layout.word_boxes(word)})
    if is_hidden and lines and lines[-1] + 1 < layout.line_count:
        # Where the eye goes next.
        lines.append(lines[-1] + 1)
    return StandingOut(tuple(ClearPart(line, None) for line in lines), is_hidden)


def _over_line(layout: PassageLayout, box: WordBox) -> QRect:
    """Return the part of a line that letters may touch between the sides of a box."""
    ink = layout.ink_rect(box.line)
    return QRect(box.rect.left(), ink.top(), box.rect.width(), ink.height())
