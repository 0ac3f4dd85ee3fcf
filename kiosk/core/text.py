"""Places in a text, sentences and words. Knows nothing of speech, files or Qt.

All positions are Unicode code points, as Python counts them; only ``kiosk.qt.text_positions`` converts to
the UTF-16 units that Qt counts.
"""

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\s—…]+")
# Signs that are read out together with the word or number they touch.
_SPOKEN_SIGNS = frozenset("%‰°′″+")


@dataclass(frozen=True, slots=True, order=True)
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


def _belongs_to_word(character: str) -> bool:
    if character.isalnum() or character in _SPOKEN_SIGNS:
        return True
    category = unicodedata.category(character)
    # Marks carry vowels in Arabic and accents elsewhere; currency signs are spoken with their number.
    return category[0] == "M" or category == "Sc"


def words(text: str) -> tuple[TextSpan, ...]:
    """Find the words of a text in order, without the punctuation around them.

    A word is a run without white space, long dash or ellipsis that holds a letter or digit; hyphens,
    apostrophes and points inside it stay ("Secretary-General", "don't", "3.7"). Scripts that write no spaces
    yield one word per run.
    """
    found: list[TextSpan] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        while start < end and not _belongs_to_word(text[start]):
            start += 1
        while end > start and not _belongs_to_word(text[end - 1]):
            end -= 1
        if start < end and is_speakable(text[start:end]):
            found.append(TextSpan(start, end))
    return tuple(found)


def sentences(text: str, language: str) -> tuple[TextSpan, ...]:
    """Cut a text into sentences that together cover all of its words.

    Args:
        text: one block of an article.
        language: BCP 47 tag; only the language part matters.

    Returns:
        Spans in order, without white space at their ends. An empty text has none.
    """
    # Imported here because the first painted page needs no sentences, and the library takes time to load.
    import sentencex

    spans: list[TextSpan] = []
    cursor = 0
    for piece in sentencex.segment(language.split("-")[0].lower(), text):
        start = text.index(piece, cursor)
        cursor = start + len(piece)
        stripped = piece.strip()
        if stripped:
            start += piece.index(stripped[0])
            spans.append(TextSpan(start, start + len(stripped)))
    return tuple(spans)
