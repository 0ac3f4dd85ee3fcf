"""Text made comparable: case, vowel marks, digits and spellings that people mix. Knows no meanings.

Only for finding words in a text; what is shown or spoken is never folded.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_FOLDED = str.maketrans(
    {
        # Turkish has two letters i, and people write either when they shout.
        "İ": "i",
        "ı": "i",
        "ё": "е",
        "Ё": "е",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        # Arabic letters that are written with or without their sign.
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "،": ",",
        "؛": ";",
        "٫": ".",
        "٬": ",",
        # Tatweel, the marks of direction, and the vowel marks.
        **dict.fromkeys("ـ\u200e\u200f\u061c\u0670", ""),
        **dict.fromkeys(map(chr, range(0x64B, 0x653)), ""),
        **{chr(0x660 + digit): str(digit) for digit in range(10)},
        **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    }
)


class Phrase(NamedTuple):
    """Words to look for, folded."""

    words: str
    """The words, with the spaces and signs between them."""
    is_open_before: bool
    """Whether the first word may begin earlier (Arabic joins "and" and "for" to the next word)."""
    is_open_after: bool
    """Whether the last word may go on (endings)."""


def fold(text: str) -> str:
    """Return ``text`` in the form in which phrases are compared; its words keep their order and number."""
    return text.lower() if text.isascii() else text.translate(_FOLDED).lower()


def letters_only(folded: str) -> str:
    """Return the letters and digits of a folded text, with one space for whatever is between them."""
    return " ".join("".join(sign if sign.isalnum() or sign == "'" else " " for sign in folded).split())


def phrases(written: Iterable[str]) -> tuple[Phrase, ...]:
    """Read phrases as a table writes them: a star at an end means that the word may go on there."""
    return tuple(Phrase(fold(each.strip("*")), each.startswith("*"), each.endswith("*")) for each in written)


def find_phrase(folded: str, phrase: Phrase) -> int:
    """Return where a phrase first stands in a folded text as whole words, or -1."""
    at = folded.find(phrase.words)
    while at >= 0 and not _is_whole(folded, at, phrase):
        at = folded.find(phrase.words, at + 1)
    return at


def find_last_phrase(folded: str, phrase: Phrase) -> int:
    """Return where a phrase last stands in a folded text as whole words, or -1."""
    at = folded.rfind(phrase.words)
    while at >= 0 and not _is_whole(folded, at, phrase):
        at = folded.rfind(phrase.words, 0, at + len(phrase.words) - 1)
    return at


def _is_whole(folded: str, at: int, phrase: Phrase) -> bool:
    end = at + len(phrase.words)
    is_whole_before = phrase.is_open_before or at == 0 or not folded[at - 1].isalnum()
    return is_whole_before and (phrase.is_open_after or end == len(folded) or not folded[end].isalnum())


def has_phrase(folded: str, wanted: Iterable[Phrase]) -> bool:
    """Whether one of the phrases stands in a folded text."""
    # "in" comes first because it settles nearly every phrase, and quickly.
    return any(phrase.words in folded and find_phrase(folded, phrase) >= 0 for phrase in wanted)


def starts_with_phrase(folded: str, wanted: Iterable[Phrase]) -> Phrase | None:
    """Return the longest of the phrases that a folded text begins with, or None."""
    fitting = [phrase for phrase in wanted if folded.startswith(phrase.words) and find_phrase(folded, phrase) == 0]
    return max(fitting, key=lambda phrase: len(phrase.words), default=None)


@lru_cache(maxsize=4096)
def folded_label(text: str) -> str:
    """Return a short line as a label is compared: folded, without punctuation."""
    return letters_only(fold(text))
