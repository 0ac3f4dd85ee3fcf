"""The silence after each kind of boundary, scaled with the rate. 0 means 0."""

from datetime import timedelta
from enum import Enum

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


def pause_after(boundary: Boundary, rate: Rate, percent: int = 100) -> timedelta:
    """Return how long to be silent after a boundary.

    Args:
        boundary: what has just ended.
        rate: the reading rate; twice the rate halves the pause.
        percent: the listener's setting, 0 to 300; 0 gives no pause at all.
    """
    scaled_ms = _BASE_MS[boundary] * percent / 100 * DEFAULT_WPM / rate.words_per_minute
    return timedelta(milliseconds=scaled_ms)
