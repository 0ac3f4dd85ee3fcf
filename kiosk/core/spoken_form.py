"""How a written text is said, and which written words each spoken word stands for. Knows no engine.

"Dr. Lee" is said "Doctor Lee"; what is lit on the screen stays "Dr.". A language's rules (``kiosk.core.spoken``)
and the lexicons find the stretches that are said in other words; everything between them is said as written.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.core.text import TextSpan, words


class Respelling(NamedTuple):
    """One stretch of a written text that is said in other words."""

    span: TextSpan
    """The stretch, in code points of the written text; never empty."""
    spoken: str
    """What is said for it; empty says nothing (a sign that only the eye needs)."""
    ipa: str = ""
    """How it sounds in the International Phonetic Alphabet, for voices that can be told; empty: nobody says."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which stretch of a written text each stretch of the spoken one stands for."""

    respelled: tuple[tuple[TextSpan, TextSpan], ...] = ()
    """(written, spoken) of each respelling, in order; between them both texts are the same."""

    def to_written(self, spoken: TextSpan) -> TextSpan:
        """Translate a span of the spoken text; a part of a respelling stands for all that it respells."""
        start = self._to_written(spoken.start, is_end=False)
        if not len(spoken):
            return TextSpan(start, start)
        return TextSpan(start, max(start, self._to_written(spoken.end - 1, is_end=True)))

    def _to_written(self, place: int, is_end: bool) -> int:
        number = bisect_right(self.respelled, place, key=lambda pair: pair[1].start) - 1
        if number < 0:
            return place + is_end
        written, spoken = self.respelled[number]
        if place < spoken.end:
            return written.end if is_end else written.start
        return written.end + place - spoken.end + is_end


AS_WRITTEN = Alignment()
"""The alignment of a text that is said as it is written."""


class Pronounced(NamedTuple):
    """A stretch of a spoken text of which somebody wrote how it sounds."""

    span: TextSpan
    """The stretch, in code points of the spoken text: whole words, never empty."""
    ipa: str
    """How it sounds, in the International Phonetic Alphabet; never empty."""


class SpokenForm(NamedTuple):
    """A text as it is said."""

    text: str
    """What a voice is asked to say."""
    alignment: Alignment
    """How it leads back to the written text."""
    pronounced: tuple[Pronounced, ...] = ()
    """How parts of ``text`` sound, in order, for voices that can be told."""


def merged(*by_rank: Iterable[Respelling]) -> tuple[Respelling, ...]:
    """Return respellings in order of place; where two overlap, the one from the earlier argument stays."""
    kept: list[Respelling] = []
    for ranked in by_rank:
        taken = sorted(own.span.start for own in kept)
        ends = {own.span.start: own.span.end for own in kept}
        for respelling in ranked:
            before = bisect_right(taken, respelling.span.end - 1) - 1
            if before < 0 or ends[taken[before]] <= respelling.span.start:
                kept.append(respelling)
    return tuple(sorted(kept, key=lambda own: own.span.start))


def spell_out(text: str, respellings: Sequence[Respelling], part: TextSpan | None = None) -> SpokenForm:
    """Put respellings into a text, or into a part of it.

    Args:
        text: the written text.
        respellings: in order, not overlapping; those that do not lie wholly in the part are left as written.
        part: the part of the text that is to be said; None is all of it.

    Returns:
        The spoken form of the part; its alignment counts from the part's start.
    """
    whole = part or TextSpan(0, len(text))
    pieces: list[str] = []
    aligned: list[tuple[TextSpan, TextSpan]] = []
    pronounced: list[Pronounced] = []
    cursor, length = whole.start, 0
    for span, spoken, ipa in respellings:
        if span.start < cursor or span.end > whole.end:
            continue
        pieces += (text[cursor : span.start], spoken)
        begin = length + span.start - cursor
        length = begin + len(spoken)
        aligned.append((span.shifted(-whole.start), TextSpan(begin, length)))
        if ipa and spoken:
            pronounced.append(Pronounced(TextSpan(begin, length), ipa))
        cursor = span.end
    pieces.append(text[cursor : whole.end])
    return SpokenForm("".join(pieces), Alignment(tuple(aligned)), tuple(pronounced))


def each_word(text: str, pronounced: Iterable[Pronounced]) -> Iterator[Pronounced]:
    """Part pronunciations of several words into those of one, where there are as many spoken as written."""
    for own in pronounced:
        spoken = own.ipa.split()
        written = words(own.span.of(text))
        if len(written) < 2 or len(written) != len(spoken):
            yield own
            continue
        for word, ipa in zip(written, spoken, strict=True):
            yield Pronounced(word.shifted(own.span.start), ipa)
