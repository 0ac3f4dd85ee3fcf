"""From a time to a sentence: where a listener who skips some seconds, or drags a slider, comes out.

A reading that is joined in the middle of a sentence is not understood, so every answer is the beginning of one.
Knows no clock and no sound.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta

from kiosk.core.article import Article
from kiosk.core.locator import Locator, locate
from kiosk.core.progress import Measure
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan, sentences, words

_Place = tuple[int, TextSpan]


def sentence_at(article: Article, measure: Measure, time: timedelta, rate: Rate) -> Locator:
    """Return the sentence whose beginning is nearest to a time."""
    return _nearest(article, measure, time, rate, _around(article, measure, time, rate))


def seek(article: Article, measure: Measure, at: Locator, by: timedelta, rate: Rate) -> Locator | None:
    """Return the sentence that is nearest to some time on, or back when negative.

    On is always on and back is always back: a step that is shorter than a sentence leads to the next one, or to
    the beginning of the one that is heard. Past either end it is the first or the last sentence.

    Returns:
        The first word of the sentence, or None when there is none in that direction.
    """
    is_on = by > timedelta(0)
    here = (at.passage, at.span.start)
    target = measure.time_at(*here, rate) + by
    found = [place for place in _around(article, measure, target, rate) if _is_beyond(place, here, is_on)]
    if not found:
        # The time leads no further than where the listener is: the nearest sentence in the direction it is.
        found = [place for place in _beyond(article, here, is_on) if _is_beyond(place, here, is_on)][:1]
    return _nearest(article, measure, target, rate, found) if found else None


def _is_beyond(place: _Place, here: tuple[int, int], is_on: bool) -> bool:
    passage, word = place
    there = (passage, word.start)
    return there > here if is_on else there < here


def _nearest(article: Article, measure: Measure, time: timedelta, rate: Rate, places: list[_Place]) -> Locator:
    def distance(place: _Place) -> timedelta:
        passage, word = place
        return abs(measure.time_at(passage, word.start, rate) - time)

    return locate(article, *min(places, key=distance))


def _around(article: Article, measure: Measure, time: timedelta, rate: Rate) -> list[_Place]:
    """Return the sentences of the passage at a time, and those of the nearest passages with words around it."""
    passage, _ = measure.place_at(time, rate)
    found = _beginnings(article, passage)
    for others in (range(passage - 1, -1, -1), range(passage + 1, article.last_passage + 1)):
        found += next((spoken for other in others if (spoken := _beginnings(article, other))), [])
    # An article without a word has its title's beginning, where "play" begins too.
    return found or [(0, TextSpan(0, 0))]


def _beyond(article: Article, here: tuple[int, int], is_on: bool) -> Iterator[_Place]:
    """Yield sentences from a place on, nearest first."""
    passage = here[0]
    passages = range(passage, article.last_passage + 1) if is_on else range(passage, -1, -1)
    for number in passages:
        found = _beginnings(article, number)
        yield from found if is_on else reversed(found)


def _beginnings(article: Article, passage: int) -> list[_Place]:
    """Return the first word of every sentence of a passage."""
    block = article.passage(passage)
    spoken = words(block.text)
    found: list[_Place] = []
    for sentence in sentences(block.text, block.language):
        first = bisect_left(spoken, sentence.start, key=lambda word: word.start)
        if first < len(spoken) and spoken[first].start < sentence.end:
            found.append((passage, spoken[first]))
    return found
