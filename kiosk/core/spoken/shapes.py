"""Shapes: ways of writing that are said in other words, and the machine that finds them. Knows no language."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kiosk.core.spoken_form import Respelling, merged
from kiosk.core.text import TextSpan, is_speakable

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

# How far back the word before a sign is looked for.
_LONGEST_WORD = 60


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
    return _with_their_words(text, merged(*(each for each in found if each)))


def _with_their_words(text: str, found: Sequence[Respelling]) -> tuple[Respelling, ...]:
    """Let a sign that is said, and is part of no word, share the light of a word beside it: "-12", "5 $"."""
    kept: list[Respelling] = []
    for own, following in zip(found, [*found[1:], None], strict=False):
        last = kept[-1] if kept else None
        if last and last.span.end == own.span.start and _is_lone_sign(text, last):
            kept[-1] = _joined(text, last, own)
        elif _is_lone_sign(text, own) and not (following and following.span.start == own.span.end):
            between = text[max(last.span.end if last else 0, own.span.start - _LONGEST_WORD) : own.span.start]
            if last and not between.strip():
                kept[-1] = _joined(text, last, own)
            else:
                kept.append(_behind_word(text, between, own))
        else:
            kept.append(own)
    return tuple(kept)


def _is_lone_sign(text: str, own: Respelling) -> bool:
    """Whether something is said for what no word of the text holds."""
    start, end = own.span.start, own.span.end
    if start and text[start - 1].isalnum():
        return False
    return not is_speakable(text[start:end]) and is_speakable(own.spoken)


def _joined(text: str, first: Respelling, second: Respelling) -> Respelling:
    between = text[first.span.end : second.span.start]
    return Respelling(TextSpan(first.span.start, second.span.end), first.spoken + between + second.spoken)


def _behind_word(text: str, before: str, own: Respelling) -> Respelling:
    """Make a sign's respelling begin with the word before it, as it is written; none leaves it as it is."""
    words_before = before.split()
    if not words_before or not is_speakable(words_before[-1]):
        return own
    start = own.span.start - len(before) + before.rindex(words_before[-1])
    return Respelling(TextSpan(start, own.span.end), text[start : own.span.start] + own.spoken)
