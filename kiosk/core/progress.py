"""How far a reading has come, and how long the rest takes; both follow from words and rate. Knows no clock."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
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
        self._title_length = len(article.title)
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

    def length(self, rate: Rate) -> timedelta:
        """Return how long the whole article takes, its title included."""
        return self._time_of(self._title_length + self._read_before[-1], rate)

    def time_at(self, passage: int, position: int, rate: Rate) -> timedelta:
        """Return how long the reading takes from the title to a place.

        Args:
            passage: 0 for the title, else the block counted from 1.
            position: code point in the passage's text.
            rate: the reading rate.
        """
        return self._time_of(self._start_of(passage) + position, rate)

    def place_at(self, time: timedelta, rate: Rate) -> tuple[int, int]:
        """Return the place (passage, code point in it) that the reading reaches after some time.

        It is the inverse of :meth:`time_at`, to the code point; a time before the title or after the end gives
        the nearest place that exists.
        """
        minutes = max(time, timedelta(0)) / timedelta(minutes=1)
        point = round(minutes * rate.words_per_minute * self._word_length)
        if point < self._title_length:
            return 0, point
        passage = min(bisect_right(self._read_before, point - self._title_length), self._last)
        end = self._title_length + self._read_before[passage]
        return passage, min(point, end) - self._start_of(passage)

    def _start_of(self, passage: int) -> int:
        """Return how many code points stand before a passage."""
        return self._title_length + self._read_before[passage - 1] if passage else 0

    def _time_of(self, code_points: int, rate: Rate) -> timedelta:
        return timedelta(minutes=code_points / self._word_length / rate.words_per_minute)


def _average_word_length(texts: Sequence[str]) -> float:
    """Return code points per word, the space after it included."""
    count = sum(len(words(text)) for text in texts)
    return sum(len(text) + 1 for text in texts) / count if count else _USUAL_WORD_LENGTH
