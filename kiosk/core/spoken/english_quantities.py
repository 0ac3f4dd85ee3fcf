"""Numbers as they stand in a text: grouped, with decimals, with a fraction. Knows nothing of what they count."""

from typing import NamedTuple

from kiosk.core.spoken.english_numbers import VULGAR, fraction, number
from kiosk.core.spoken.english_text import GAP, NO_NOUNS, NUMBER, compiled, word_before, word_set

_FRACTION = r"(\d{1,4})/(\d{1,4})(?:th|rd|nd|st)?s?(?![\w/]|[.,]\d)"
_MIXED = (
    rf"(?P<number>{NUMBER}|\.\d+)"
    rf"(?:{GAP}?(?P<vulgar>[{''.join(VULGAR)}])|{GAP}(?P<top>\d{{1,2}})/(?P<below>\d{{1,3}})(?![\w/]|[.,]\d))?"
)
# "12 500 people": a space between the thousands where something is counted behind.
_SPACED = rf"([1-9]\d{{0,2}} \d{{3}})(?={GAP}([a-z]{{2,}})|{GAP}?[€₽₴₺%°])"
_BEFORE_AMOUNTS = word_set("Of About Over Some Around Nearly Almost The With For From More In")
# A comma before decimals, where it cannot stand in a list: "10,5%".
_DECIMAL_COMMA = (
    rf"(\d{{1,6}}),(\d{{1,2}})(?={GAP}?[%‰€£₽₴₺°]"
    rf"|{GAP}(?:thousand|million|billion|trillion|percent|per{GAP}cent|km|kg)\b)"
)
# Said in their own way and never as a part of something.
_IDIOMS = {"9/11": "nine eleven", "24/7": "twenty-four seven", "50/50": "fifty-fifty", "20/20": "twenty twenty"}
_LARGEST_NAMED = 10


class Quantity(NamedTuple):
    """A number at a place of a text."""

    end: int
    """Where it ends, in code points."""
    written: str
    """Its digits, decimals included; of a fraction all of it."""
    spoken: str
    """How it is said as an amount."""
    is_one: bool
    """Whether what it counts is said by one: "1", "1/2"."""
    is_bare: bool
    """Whether it is digits alone, neither grouped nor with decimals: it may be a year or a code."""
    is_decimal: bool
    """Whether it has decimals."""


def quantity(text: str, start: int) -> Quantity | None:
    """Return the number that begins at a place; None where none begins."""
    spaced = compiled(_SPACED).match(text, start)
    before = word_before(text, start)
    is_counted = spaced is not None and spaced[2] not in NO_NOUNS
    if spaced and is_counted and (not before or before[0].islower() or before in _BEFORE_AMOUNTS):
        return Quantity(spaced.end(1), spaced[1], number(spaced[1]), False, False, False)
    comma = compiled(_DECIMAL_COMMA).match(text, start)
    if comma:
        written = f"{comma[1]}.{comma[2]}"
        return Quantity(comma.end(), written, number(written), False, False, True)
    found = compiled(_MIXED).match(text, start)
    if not found:
        return None
    written = found["number"]
    top, below = int(found["top"] or 0), int(found["below"] or 0)
    if found["vulgar"]:
        top, below = VULGAR[found["vulgar"]]
    if top and below > 1:
        part = "a half" if (top, below) == (1, 2) else fraction(top, below)
        return Quantity(found.end(), found[0], f"{number(written)} and {part}", False, False, False)
    end = found.end("number")
    return Quantity(end, written, number(written), written == "1", written.isdecimal(), "." in written)


def simple_fraction(text: str, start: int) -> Quantity | None:
    """Return the fraction that begins at a place: "3/4"; "120/80" is one number over another."""
    found = compiled("(?i)" + _FRACTION).match(text, start)
    if not found or text[start - 1 : start] == "/":
        return None
    top, below = int(found[1]), int(found[2])
    if found[0] in _IDIOMS:
        said = _IDIOMS[found[0]]
    elif top < 1 or below < 2:
        return None
    elif top == below:
        said = f"{number(found[1])} out of {number(found[2])}"
    elif top < below or below <= _LARGEST_NAMED:
        said = fraction(top, below)
    else:
        said = f"{number(found[1])} over {number(found[2])}"
    return Quantity(found.end(), found[0], said, top <= below, False, False)
