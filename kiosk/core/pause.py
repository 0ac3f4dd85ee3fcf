"""The silence after each kind of boundary, scaled with the rate. 0 means 0."""

from datetime import timedelta
from enum import Enum, IntEnum

from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM


class Boundary(Enum):
    """What ends where an utterance ends."""

    WORD = "word"
    CLAUSE = "clause"
    DASH = "dash"
    SENTENCE = "sentence"
    ELLIPSIS = "ellipsis"
    LIST_ITEM = "list_item"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ARTICLE = "article"


class Ending(IntEnum):
    """The largest unit that ends where an utterance ends; also: after which unit the listener wants silence."""

    NOTHING = 0
    SENTENCE = 1
    PARAGRAPH = 2
    ARTICLE = 3


# Milliseconds at 160 words per minute, with the pause setting at 100 %.
_BASE_MS = {
    # Between words of two languages, which two voices say.
    Boundary.WORD: 50,
    Boundary.CLAUSE: 120,
    Boundary.DASH: 220,
    Boundary.SENTENCE: 350,
    Boundary.ELLIPSIS: 450,
    Boundary.LIST_ITEM: 450,
    Boundary.PARAGRAPH: 700,
    Boundary.HEADING: 900,
    Boundary.ARTICLE: 0,
}


PAUSES_PERCENT = (0, 50, 100, 150, 200, 300)
"""The pause settings that are offered."""


def longer_pauses(percent: int) -> int:
    """Return the next longer pause setting that is offered; the longest stays."""
    return next((offered for offered in PAUSES_PERCENT if offered > percent), PAUSES_PERCENT[-1])


def shorter_pauses(percent: int) -> int:
    """Return the next shorter pause setting that is offered; none at all stays."""
    return next((offered for offered in reversed(PAUSES_PERCENT) if offered < percent), PAUSES_PERCENT[0])


def pause_after(boundary: Boundary, rate: Rate, percent: int = 100) -> timedelta:
    """Return how long to be silent after a boundary.

    Args:
        boundary: what has just ended.
        rate: the reading rate; twice the rate halves the pause.
        percent: the listener's setting, 0 to 300; 0 gives no pause at all.
    """
    scaled_ms = _BASE_MS[boundary] * percent / 100 * DEFAULT_WPM / rate.words_per_minute
    return timedelta(milliseconds=scaled_ms)
