"""A place in an article that can be kept: it finds its way back after the article has changed a little."""

from typing import NamedTuple

from kiosk.core.article import Article
from kiosk.core.text import TextSpan

_QUOTE_LENGTH = 60


class Locator(NamedTuple):
    """A word, or the start of a passage, in one article."""

    article_id: str
    """The article's id."""
    passage: int
    """0 for the title, else the block counted from 1."""
    span: TextSpan
    """The word in the passage's text, in code points; empty at a passage's start when no word is meant."""
    quote: str = ""
    """The text from the span on, at most 60 code points: finds the place again when passages have moved."""

    def ends_before(self, other: "Locator") -> bool:
        """Whether another place of the same article begins where this one has ended, or later."""
        return (self.passage, self.span.end) <= (other.passage, other.span.start) and self.span != other.span


def locate(article: Article, passage: int, span: TextSpan | None = None) -> Locator:
    """Make a locator for a word, or for the start of a passage when ``span`` is None.

    Raises:
        IndexError: the article has no such passage.
    """
    text = article.passage(passage).text
    # An empty span is a place too, and not "no span".
    place = TextSpan(0, 0) if span is None else span
    return Locator(article.id, passage, place, text[place.start : place.start + _QUOTE_LENGTH])


def relocate(article: Article, locator: Locator) -> Locator:
    """Find a kept place in the article as it is now: by number if the quote still stands there, else by quote.

    A place whose quote is nowhere any more becomes the start of the nearest passage that exists.
    """
    number = min(max(locator.passage, 0), article.last_passage)
    if not locator.quote:
        return locate(article, number)
    candidates = [number, *sorted(range(article.last_passage + 1), key=lambda other: abs(other - number))]
    for candidate in candidates:
        text = article.passage(candidate).text
        stays = text.startswith(locator.quote, locator.span.start)
        at = locator.span.start if stays else text.find(locator.quote)
        if at >= 0:
            span = TextSpan(at, min(at + len(locator.span), len(text)))
            return Locator(article.id, candidate, span, locator.quote)
    return locate(article, number)
