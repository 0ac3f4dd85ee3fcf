"""How an article is set and shown: typeface, spacing, what is lit, what is in focus, motion. Knows no widget.

Amounts are kept in percent, since preferences are whole numbers; a page is laid out in ems.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kiosk.core.settings import LARGEST_PT, SIZE_LADDER_PT, SMALLEST_PT, Settings


class Typeface(StrEnum):
    """The design of the letters; a script that it does not have is set in the family that has it."""

    ATKINSON = "atkinson"
    """Atkinson Hyperlegible: no two letters look alike."""
    NOTO = "noto"
    """Noto Sans: one design for all alphabets."""
    LEXEND = "lexend"
    """Lexend: wide and round, for those who read with effort."""


class Highlight(StrEnum):
    """What is lit while it is read."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    OFF = "off"


class Focus(StrEnum):
    """What stands out from the rest of the text, which is dimmed, or hidden by the mask."""

    OFF = "off"
    LINE = "line"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    MASK = "mask"
    """The line that is read and the one after it; all others are hidden."""


class Motion(StrEnum):
    """Whether the page glides or jumps."""

    SYSTEM = "system"
    """As the desktop has it."""
    REDUCED = "reduced"
    FULL = "full"


class Spacing(NamedTuple):
    """Room in and between lines, in parts of the type size."""

    line: float = 1.5
    """From one baseline to the next; scripts with marks above and below take a sixth more."""
    paragraph: float = 2.0
    """Between two paragraphs."""
    letter: float = 0.0
    """Added after every letter."""
    word: float = 0.0
    """Added to the blank between words."""


# What each amount is stepped through, in percent of the type size: readers must be able to choose 200 (lines), 200
# (paragraphs), 12 (letters) and 16 (words) without loss; these go further.
# Source: https://www.w3.org/TR/WCAG22/#text-spacing
LINE_SPACINGS = (150, 175, 200, 225, 250, 300)
PARAGRAPH_SPACINGS = (200, 250, 300, 400)
LETTER_SPACINGS = (0, 3, 6, 9, 12, 16, 20, 25, 30)
WORD_SPACINGS = (0, 8, 16, 24, 32, 48)

# A bank card, in every country.
# Source: https://www.iso.org/standard/70483.html
CARD_MM = 85.6

# A line that holds fewer letters is more searched than read.
LEAST_CHARACTERS = 13


def spacing_of(settings: Settings) -> Spacing:
    """Return the spacing that is in force."""
    return Spacing(
        settings.line_spacing / 100,
        settings.paragraph_spacing / 100,
        settings.letter_spacing / 100,
        settings.word_spacing / 100,
    )


def next_amount(steps: Sequence[int], now: int, by: int) -> int:
    """Return the next larger (1) or smaller (-1) of some amounts; at the end of the row, what is there.

    Args:
        steps: amounts in rising order.
        now: the amount in force, which need not be among them.
        by: 1 or -1.
    """
    if by > 0:
        return next((step for step in steps if step > now), max(now, steps[-1]))
    return next((step for step in reversed(steps) if step < now), min(now, steps[0]))


def next_value(values: Sequence[str], now: str, by: int) -> str:
    """Return the value after (1) or before (-1) one; after the last comes the first."""
    here = values.index(now) if now in values else 0
    return values[(here + by) % len(values)]


def sizes_below(asked_pt: int) -> tuple[int, ...]:
    """Return the sizes to try for a text that is to be as large as asked, the largest first."""
    asked = min(max(asked_pt, SMALLEST_PT), LARGEST_PT)
    return (asked, *(size for size in reversed(SIZE_LADDER_PT) if size < asked))
