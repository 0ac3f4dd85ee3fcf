"""What the rules for English share: patterns, pieces, and looks at the neighbouring words."""

import re
from collections.abc import Callable
from functools import cache

from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

Found = tuple[Respelling, ...]
"""What a rule found, in order of place; empty: the rule does not apply here."""
Rule = Callable[[str, int], Found]
"""Looks at one place of a text and says what begins there."""

NOTHING: Found = ()

GAP = "[ \u00a0\u2009\u202f]"
"""One space of any width, as a pattern."""
DASH = "[-‐‑–—−]"
"""A hyphen, a dash or a minus, as a pattern."""
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?![\d,]\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,5}(?![ .,]?\d)|\d{1,3}(?:['’]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
)
"""A number without sign, its thousands grouped or not, as a pattern."""


def word_set(row: str) -> frozenset[str]:
    """Return the words of a row."""
    return frozenset(row.split())


NO_NOUNS = word_set(
    "is was and or in on at to from by for of the a an as are were has had with who that which when while "
    "after before"
)
"""Words that nothing counts: a number before them stands alone."""

# A rule looks no farther than this for a neighbouring word, so that no text makes it slow.
_REACH = 40
_OPENING = "\"'“‘«([{"

# Words that begin a sentence but seldom a name: after them a full stop was more than the end of a short form.
STARTERS = word_set(
    "The A An It Its He His She Her They Their We Our You Your I My This That These Those There Here In On "
    "At By For From With To Of As And But Or So Yet If When While After Before Since Until Although Because "
    "However Then Now Not No One Some Many Most All Each Every Both What Who Why How Where Is Are Was Were "
    "Do Does Did Can"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern; patterns are compiled when a text first needs them."""
    return re.compile(pattern)


def piece(start: int, end: int, spoken: str) -> Respelling:
    """Return a respelling of the code points from ``start`` up to ``end``."""
    return Respelling(TextSpan(start, end), spoken)


def word_before(text: str, place: int) -> str:
    """Return the word that stands before a place with white space between; empty where there is none."""
    window = text[max(0, place - _REACH) : place]
    if not window or not window[-1].isspace():
        return ""
    parts = window.split()
    return parts[-1].lstrip(_OPENING) if parts else ""


def word_after(text: str, place: int) -> str:
    """Return the letters that follow a place after one space; empty where something else follows."""
    found = compiled(GAP + r"([^\W\d_]+)").match(text, place, place + _REACH)
    return found[1] if found else ""


def closes_sentence(text: str, place: int) -> bool:
    """Whether the full stop before a place ends a sentence and not only a short form."""
    rest = text[place : place + _REACH]
    following = rest.lstrip("\"'”’»)]")
    if not following.strip():
        return True
    if not following[0].isspace():
        return False
    begun = compiled(r"\s+[\"'“‘«(]?([^\W\d_]+)").match(following)
    return "\n" in following[:2] or (begun is not None and begun[1] in STARTERS)


def full_stop(text: str, dot: int) -> str:
    """Return the full stop that a short form leaves behind: "." where it ended the sentence too.

    Args:
        text: the text.
        dot: the place of the short form's own full stop.
    """
    return "." if text[dot : dot + 1] == "." and closes_sentence(text, dot + 1) else ""


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[:1].isupper()


def is_adjective(text: str, start: int, end: int) -> bool:
    """Whether an amount stands before its noun as in "a $20 bill", where the unit is said by one."""
    return word_before(text, start).lower() in ("a", "an") and word_after(text, end).islower()
