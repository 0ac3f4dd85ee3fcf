"""What a language's list of short forms holds, and which languages have one. The rules are in sentence_ends.

A short form is written in small letters and without its last point: "mr", "p.m", "т.д". Inner points stay, inner
spaces are left out.
"""

from importlib import import_module
from typing import NamedTuple

_MODULES = {"ar": "arabic", "en": "english", "ru": "russian", "tr": "turkish", "uk": "ukrainian"}


class Abbreviations(NamedTuple):
    """The short forms of one language, sorted by what their point means, and the words around them."""

    leading: frozenset[str] = frozenset()
    """What follows belongs to them: titles, streets, "e.g.". Their point never ends a sentence."""
    numbered: frozenset[str] = frozenset()
    """Go on before a number ("no. 5"). Without one they are ordinary words, and a sentence may end with them."""
    short: frozenset[str] = frozenset()
    """End a sentence only when a word follows that often begins one: "Inc. They"."""
    closing: frozenset[str] = frozenset()
    """Stand at the end of a list or a time: end the sentence before any capital letter ("etc.", "и т. д.")."""
    dated: frozenset[str] = frozenset()
    """After a number they close ("в 1999 г. Потом"), otherwise they lead ("г. Москва")."""
    starters: frozenset[str] = frozenset()
    """Words that often begin a sentence and are no names."""
    openings: frozenset[str] = frozenset()
    """Words that begin a phrase of time or place: "At 5 a.m. Mr. Smith left" goes on."""
    followers: frozenset[str] = frozenset()
    """Words with a capital letter that follow a time in the same sentence: "5 p.m. Monday"."""
    speaking: frozenset[str] = frozenset()
    """Verbs after a quotation: "'Why?' Anna asked." is one sentence."""
    letter_words: frozenset[str] = frozenset()
    """Words of one letter that a sentence can end with: "you and I"."""
    has_point_ordinals: bool = False
    """Whether a number with a point is an ordinal: "3. kat"."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(words.split())


def abbreviations_of(language: str) -> Abbreviations | None:
    """Return a language's short forms, or None when there is no list of them.

    Args:
        language: two-letter code in small letters.
    """
    name = _MODULES.get(language)
    if name is None:
        return None
    found: Abbreviations = import_module(f"kiosk.core.abbreviations.{name}").ABBREVIATIONS
    return found
