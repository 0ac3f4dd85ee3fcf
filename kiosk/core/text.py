"""Places in a text, sentences and words. Knows nothing of speech, files or Qt.

All positions are Unicode code points, as Python counts them; only ``kiosk.qt.text_positions`` converts to
the UTF-16 units that Qt counts.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

PARTING_SIGNS = "—…。！？｡।॥။၊።፧։۔"
"""What parts words without a space: long dash, ellipsis, and sentence ends that some scripts write without one."""
# Patterns are compiled when they are first used: the first page needs none of them.
_RUN = rf"[^\s{PARTING_SIGNS}]+"
# A sentence that was glued to the one before it ("went home.Then he slept"): two letters, or the end of a year or
# of a large number, on one side and two letters on the other.
_GLUED_SENTENCE = r"(?:(?<=[^\W\d_]{2}[.!?؟])|(?<=\d{3}[.!?؟]))(?=[^\W\d_]{2})"
# Addresses stay whole: "Jane.Doe@example.org", "www.Example.org".
_ADDRESS = ("@", "://", "www.")
# Signs that are read out together with the word or number they touch.
_SPOKEN_SIGNS = frozenset("%‰°′″+")


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A half-open range of code points in one block's text.

    Args:
        start: first code point, 0 or more.
        end: one past the last code point, never below ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a text span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shifted(self, by: int) -> "TextSpan":
        """Return the same span moved by ``by`` code points."""
        return TextSpan(self.start + by, self.end + by)

    def contains(self, position: int) -> bool:
        """Whether the code point at ``position`` lies in the span."""
        return self.start <= position < self.end

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]


def is_speakable(text: str) -> bool:
    """Whether there is anything to say: at least one letter or digit of any script."""
    return any(character.isalnum() for character in text)


def _is_mark(character: str) -> bool:
    # Marks carry vowels in Arabic and accents elsewhere; they belong to the character before them.
    return unicodedata.category(character)[0] == "M"


def _begins_word(character: str) -> bool:
    # Currency signs are spoken with their number.
    return character.isalnum() or character in _SPOKEN_SIGNS or unicodedata.category(character) == "Sc"


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places between which a text has no white space, long dash, ellipsis or sentence end."""
    for token in re.finditer(_RUN, text):
        start, end = token.span()
        if any(sign in token.group() for sign in _ADDRESS):
            yield start, end
            continue
        for glued in re.compile(_GLUED_SENTENCE).finditer(text, start, end):
            # "example.com" and "e.g.this" go on in lower case.
            if not text[glued.start()].islower():
                yield start, glued.start()
                start = glued.start()
        yield start, end


def words(text: str) -> tuple[TextSpan, ...]:
    """Find the words of a text in order, without the punctuation around them.

    A word is a run without white space, long dash or ellipsis that holds a letter or digit; hyphens,
    apostrophes and points inside it stay ("Secretary-General", "don't", "3.7"). Scripts that write no spaces
    yield one word per run.
    """
    found: list[TextSpan] = []
    for start, end in _runs(text):
        while start < end and not _begins_word(text[start]):
            start += 1
        while end > start:
            base = end - 1
            while base > start and _is_mark(text[base]):
                base -= 1
            if _begins_word(text[base]):
                break
            end = base
        if start < end and is_speakable(text[start:end]):
            found.append(TextSpan(start, end))
    return tuple(found)


def sentences(text: str, language: str) -> tuple[TextSpan, ...]:
    """Cut a text into sentences that together cover all of its words; none ends inside a word.

    Args:
        text: one block of an article.
        language: BCP 47 tag; only the language part matters.

    Returns:
        Spans in order, without white space at their ends. An empty text has none.
    """
    # Imported here because the first painted page needs no sentences, and the library takes time to load.
    from kiosk.core.segmentation import sentence_starts

    spans: list[TextSpan] = []
    for start, end in pairwise([0, *_with_words(words(text), sentence_starts(text, language)), len(text)]):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append(TextSpan(begin, begin + len(bare)))
    return tuple(spans)


def _with_words(word_spans: tuple[TextSpan, ...], starts: list[int]) -> Iterator[int]:
    """Yield the places between words that have one before them, since the last such place, and one behind them."""
    count_before = 0
    for start in starts:
        count = bisect_left(word_spans, start, key=lambda word: word.start)
        if count_before < count < len(word_spans) and word_spans[count - 1].end <= start:
            count_before = count
            yield start
