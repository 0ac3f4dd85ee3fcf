"""How far a reading has come, and how many minutes are left; they follow from words and rate. Knows no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from kiosk.core.article import Article
from kiosk.core.rate import Rate
from kiosk.core.text import words

# Enough passages to learn how long the words of a text are; counting all of a long book would be felt.
_SAMPLE_PASSAGES = 40
_USUAL_WORD_LENGTH = 6.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a listener is in an article."""

    passage: int
    """Current passage: 0 is the title."""
    last: int
    """Number of the last passage."""
    minutes_left: int
    """Whole minutes to the end at the rate in force, rounded up; 0 at the very end."""


class Measure:
    """The length of an article, passage by passage; made once when it is opened."""

    def __init__(self, article: Article) -> None:
        self._last = article.last_passage
        lengths = (len(block.text) for block in article.blocks)
        self._read_before = [0, *accumulate(lengths)]
        self._word_length = _average_word_length(
            [block.text for block in islice(article.blocks, _SAMPLE_PASSAGES)]
        )

    def progress(self, passage: int, rate: Rate) -> Progress:
        """Return how far the start of a passage is, and the minutes from there to the end."""
        total = self._read_before[-1]
        before = self._read_before[max(passage - 1, 0)]
        word_count = (total - before) / self._word_length
        minutes = -(-word_count // rate.words_per_minute)
        return Progress(passage, self._last, int(minutes))


def _average_word_length(texts: Sequence[str]) -> float:
    """Return code points per word, the space after it included."""
    count = sum(len(words(text)) for text in texts)
    return sum(len(text) + 1 for text in texts) / count if count else _USUAL_WORD_LENGTH
