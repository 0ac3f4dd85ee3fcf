"""Shapes: ways of writing that are said in other words, and the machine that finds them. Knows no language."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kiosk.core.spoken_form import Respelling, merged
from kiosk.core.text import TextSpan

# Every repetition in a shape is bounded and every start is guarded by a look-behind, so that the time grows with
# the length of the text alone, whatever it holds.
WEB_ADDRESS = (
    r"(?<![\w.@/:-])(?:https?://[\w.-]{1,120}|www\.[\w.-]{1,120}"
    r"|[a-zA-Z0-9][\w-]{0,62}(?:\.[a-zA-Z0-9][\w-]{0,62}){0,3}\.(?:com|org|net|int|gov|edu|info)(?:\.[a-z]{2})?(?![\w-]))"
    r"(?::\d{2,5}\b)?(?:/[\w./?=&%+#~-]{0,300})?"
)
"""A web address, with or without its scheme; points at its end belong to the sentence."""
MAIL_ADDRESS = r"(?<![\w.+@-])[\w.+-]{1,64}@[a-zA-Z0-9][\w-]{0,62}(?:\.[a-zA-Z0-9][\w-]{0,62}){1,4}"
"""An e-mail address."""
FOOTNOTE = r"(?:(?<=[^\s\[])|(?<=[^\s\[] ))(?:\[\d{1,3}(?:[-–,] ?\d{1,3}){0,4}\]){1,9}"
"""Marks that lead to footnotes, behind a word: "[12]", "[3][4]", "[5, 6]"."""
RAISED = r"(?<=[^\W\d_]{2})[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)|(?<=[^\W\d_]{2}[.,;:!?»”\"])[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)"
"""Raised digits behind a word: marks of footnotes too."""


class Shape(NamedTuple):
    """A way of writing something that is said in other words."""

    pattern: re.Pattern[str]
    """Where it may stand."""
    said: Callable[[re.Match[str]], Iterable[Respelling]]
    """What is said for a match; nothing when the match turns out not to be what it looked like."""


def instead(match: re.Match[str], spoken: str, group: int | str = 0) -> tuple[Respelling, ...]:
    """Say something instead of a match, or of one group of it; nothing for a group that is empty."""
    start, end = match.span(group)
    return (Respelling(TextSpan(start, end), spoken),) if 0 <= start < end else ()


def silent(match: re.Match[str]) -> tuple[Respelling, ...]:
    """Say nothing for a match."""
    return instead(match, "")


def respelled(text: str, shapes: Sequence[Shape]) -> tuple[Respelling, ...]:
    """Return what is said for the shapes in a text, in order; where two overlap, the earlier shape counts."""
    found = ([own for match in shape.pattern.finditer(text) for own in shape.said(match)] for shape in shapes)
    return merged(*(each for each in found if each))
