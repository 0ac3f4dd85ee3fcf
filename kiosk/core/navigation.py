"""Moving by ear: levels, the unit of a level that a place lies in, and the one after and before it. Pure.

A move goes to the start of the next or the previous unit, counted from the unit that the place lies in; so going
on and going back undo each other, at both ends too. Bookmarks are points: the nearest one counts. Where there is
no such unit a move returns None, and nobody is taken anywhere.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from kiosk.core.article import Article, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, is_speakable, sentences, words

_TIME_STEP_MINUTES = 0.5
# Code points of an average word with its space: how far half a minute goes.
_LETTERS_PER_WORD = 6.0


class Level(StrEnum):
    """What one step of a move covers; the value is its name in preferences."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ARTICLE = "article"
    BOOKMARK = "bookmark"
    HALF_MINUTE = "half_minute"


class Place(NamedTuple):
    """A point in an article."""

    passage: int
    """0 for the title, else the block counted from 1."""
    start: int
    """Code point in the passage's text."""


class Unit(NamedTuple):
    """A stretch of an article that a level moves by; it may go over several passages."""

    start: Place
    """Where it begins."""
    end: Place
    """One past its last code point, in the passage where it ends."""


def level_after(level: Level, by: int) -> Level:
    """Return the level that is chosen ``by`` steps on; the levels are a ring."""
    levels = list(Level)
    return levels[(levels.index(level) + by) % len(levels)]


class Navigator:
    """Finds units in one article. It keeps what is costly to find, so it is made once for an open article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._headings: list[int] | None = None
        self._letters_before: list[int] | None = None
        self._last_sentences: tuple[int, tuple[TextSpan, ...]] = (-1, ())

    # -- moves --------------------------------------------------------------------------------------------------

    def move(
        self, at: Locator, level: Level, by: int, rate: Rate | None = None, marks: Sequence[Locator] = ()
    ) -> Locator | None:
        """Return where a move leads, or None when there is nothing in that direction.

        Args:
            at: the place to move from.
            level: the unit; ARTICLE is the library's to move by and gives None here.
            by: 1 for the next unit, -1 for the previous one.
            rate: how fast is read: decides how much half a minute is.
            marks: the bookmarks of this article, in any order.
        """
        place = Place(at.passage, at.span.start)
        match level:
            case Level.WORD:
                found = self._neighbour(place, by, self._words)
            case Level.SENTENCE:
                found = self._neighbour(place, by, self._sentences)
            case Level.PARAGRAPH:
                found = self._paragraph(place.passage, by)
            case Level.HEADING:
                starts = [Place(passage, 0) for passage in self._heading_passages()]
                found = _among(starts, place, by)
            case Level.BOOKMARK:
                found = _nearest({Place(mark.passage, mark.span.start) for mark in marks}, place, by)
            case Level.HALF_MINUTE:
                found = self._half_minute(place, by, rate or Rate(160))
            case Level.ARTICLE:
                return None
        beginning = Place(0, 0)
        if found is None and by < 0 and level is not Level.BOOKMARK and place > beginning:
            # Inside the first unit, back means its beginning.
            found = beginning
        return self._locate(found, level) if found is not None and found != place else None

    def unit(self, at: Locator, level: Level) -> Unit:
        """Return the unit of a level that a place lies in, as it is read for a preview.

        Word, sentence and paragraph are themselves. A heading is its own passage, not all that follows; every
        other level previews the sentence that stands at the place.
        """
        passage = at.passage
        if level in (Level.PARAGRAPH, Level.HEADING):
            return Unit(Place(passage, 0), Place(passage, len(self._text(passage))))
        spans = self._words(passage) if level is Level.WORD else self._sentences(passage)
        number = max(0, bisect_right(spans, at.span.start, key=lambda span: span.start) - 1)
        if not spans:
            return Unit(Place(passage, 0), Place(passage, len(self._text(passage))))
        return Unit(Place(passage, spans[number].start), Place(passage, spans[number].end))

    def after(self, unit: Unit) -> Locator | None:
        """Return the first sentence that begins at or after a unit's end, or None at the end of the article."""
        passage, end = unit.end
        span = next((own for own in self._sentences(passage) if own.start >= end), None)
        if span is not None:
            return self._locate(Place(passage, span.start), Level.SENTENCE)
        following = self._paragraph(passage, 1)
        return self._locate(following, Level.PARAGRAPH) if following is not None else None

    def following(self, at: Locator) -> Locator:
        """Return the sentence after the one that a place lies in; the place itself at the end of the article."""
        return self.after(self.unit(at, Level.SENTENCE)) or at

    def back_by_sentences(self, at: Locator, count: int) -> Locator:
        """Return the start of the sentence ``count`` back: 1 is the start of the one at the place.

        It never goes before the first sentence of the article.
        """
        found = self._locate(self.unit(at, Level.SENTENCE).start, Level.SENTENCE)
        for _ in range(count - 1):
            before = self.move(found, Level.SENTENCE, -1)
            if before is None:
                break
            found = before
        return found

    # -- units --------------------------------------------------------------------------------------------------

    def heading_at(self, passage: int) -> int:
        """Return the passage of the heading that a passage stands under; 0 is the title."""
        headings = self._heading_passages()
        return headings[bisect_right(headings, passage) - 1]

    def _text(self, passage: int) -> str:
        return self._article.passage(passage).text

    def _words(self, passage: int) -> Sequence[TextSpan]:
        return words(self._text(passage))

    def _sentences(self, passage: int) -> Sequence[TextSpan]:
        # A move asks for the same passage again and again.
        if self._last_sentences[0] != passage:
            block = self._article.passage(passage)
            spoken = tuple(
                span for span in sentences(block.text, block.language) if is_speakable(span.of(block.text))
            )
            self._last_sentences = (passage, spoken)
        return self._last_sentences[1]

    def _neighbour(self, at: Place, by: int, spans_of: Callable[[int], Sequence[TextSpan]]) -> Place | None:
        """Return the unit after or before the one a place lies in, here or in the nearest passage with any."""
        spans = spans_of(at.passage)
        # Before the first unit of a passage one is in the passage's first: that is where reading would begin.
        number = max(0, bisect_right(spans, at.start, key=lambda span: span.start) - 1) + by
        if spans and 0 <= number < len(spans):
            return Place(at.passage, spans[number].start)
        passage = self._paragraph_number(at.passage, by)
        while passage is not None:
            others = spans_of(passage)
            if others:
                return Place(passage, others[0 if by > 0 else -1].start)
            passage = self._paragraph_number(passage, by)
        return None

    def _paragraph_number(self, passage: int, by: int) -> int | None:
        """Return the nearest passage in a direction that has something to say."""
        passage += by
        while 0 <= passage <= self._article.last_passage:
            if is_speakable(self._text(passage)):
                return passage
            passage += by
        return None

    def _paragraph(self, passage: int, by: int) -> Place | None:
        found = self._paragraph_number(passage, by)
        return Place(found, 0) if found is not None else None

    def _heading_passages(self) -> list[int]:
        if self._headings is None:
            blocks = enumerate(self._article.blocks, 1)
            own = (
                number for number, block in blocks if block.kind is BlockKind.HEADING and is_speakable(block.text)
            )
            self._headings = [0, *own]
        return self._headings

    def _half_minute(self, at: Place, by: int, rate: Rate) -> Place | None:
        """Move along a ruler with a mark each half minute, every mark pulled back to its sentence's start."""
        if self._letters_before is None:
            lengths = (len(self._text(passage)) + 1 for passage in range(self._article.last_passage + 1))
            self._letters_before = [0, *accumulate(lengths)]
        letters = self._letters_before
        step = max(1, round(rate.words_per_minute * _TIME_STEP_MINUTES * _LETTERS_PER_WORD))
        number = (letters[at.passage] + at.start) // step
        # The next mark's sentence may begin before the place, and then the place lies in that one already.
        while (following := self._mark(number + 1, step)) is not None and following <= at:
            number += 1
        own = self._mark(number, step)
        while (number := number + by) >= 0 and (found := self._mark(number, step)) is not None:
            # One long sentence may hold several marks: they are one place.
            if found != own:
                return found
        return None

    def _mark(self, number: int, step: int) -> Place | None:
        letters = self._letters_before or [0]
        if number * step >= letters[-1]:
            return None
        passage = bisect_right(letters, number * step) - 1
        start = number * step - letters[passage]
        starts = [span.start for span in self._sentences(passage) if span.start <= start]
        return Place(passage, starts[-1] if starts else 0)

    def _locate(self, place: Place, level: Level) -> Locator:
        if level is Level.WORD:
            word = next((span for span in self._words(place.passage) if span.start >= place.start), None)
            return locate(self._article, place.passage, word)
        return locate(self._article, place.passage, TextSpan(place.start, place.start))


def _among(starts: Sequence[Place], at: Place, by: int) -> Place | None:
    """Return the start after or before the last one that is not behind a place."""
    number = bisect_right(starts, at) - 1 + by
    # Before the first of all there is no unit to lie in: the next one is the first.
    return starts[number] if 0 <= number < len(starts) else None


def _nearest(points: Collection[Place], at: Place, by: int) -> Place | None:
    """Return the nearest of some points that lies behind a place, or before it."""
    if by > 0:
        return min((point for point in points if point > at), default=None)
    return max((point for point in points if point < at), default=None)
