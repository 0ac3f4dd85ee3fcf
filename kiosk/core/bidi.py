"""Texts of one direction within texts of the other. Pure: knows no screen; whoever shows a text lays it out.

Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
"""

import unicodedata

# First strong isolate and its end: what lies between is laid out by itself and disturbs nothing around it.
_ISOLATE, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = ("R", "AL")


def isolated(text: str) -> str:
    """Return a text, to be put into a sentence, so that its direction does not turn the sentence around."""
    return f"{_ISOLATE}{text}{_END}"


def without_isolates(text: str) -> str:
    """Return a text as it is to be spoken: without the signs that only order what is seen."""
    return text.replace(_ISOLATE, "").replace(_END, "")


def set_apart(text: str, is_right_to_left: bool) -> str:
    """Return a text, to be put into a sentence; isolated when it holds what runs against the sentence.

    Args:
        text: plain, of any language.
        is_right_to_left: whether the sentence around it runs from right to left.
    """
    against = ("L",) if is_right_to_left else _RIGHT_TO_LEFT
    runs_against = any(unicodedata.bidirectional(letter) in against for letter in text)
    return isolated(text) if runs_against else text
