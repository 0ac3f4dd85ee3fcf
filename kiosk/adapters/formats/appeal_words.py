"""Looks up the words by which appeals are known, language by language; they are data in ``appeal_words_*``.

A phrase is compared folded (case, vowel marks and apostrophes aside) and as whole words; a star means that
the word may begin earlier or go on. A language that is not here has no signals: its text is never split.
"""

from functools import cache

from kiosk.adapters.formats.folding import Phrase, phrases

LANGUAGES = ("ar", "en", "ru", "tr", "uk")
"""Languages with signals."""


def primary_with_signals(language: str) -> str:
    """Return the language part of a BCP 47 tag if there are signals for it, else empty."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else ""


@cache
def phrases_for(primary: str, field: str) -> tuple[Phrase, ...]:
    """Return one list of phrases for a language. English comes with every language: publishers mix.

    Args:
        primary: one of :data:`LANGUAGES`.
        field: name of the list, as ``Signals`` documents it.
    """
    written = (
        each.strip() for own in dict.fromkeys((primary, "en")) for each in _table(own).get(field, "").split("|")
    )
    return phrases(each for each in written if each)


def _table(primary: str) -> dict[str, str]:
    # One language's words are loaded, not all: an article has one. Written out, so that packagers see the imports.
    match primary:
        case "ar":
            from kiosk.adapters.formats.appeal_words_ar import WORDS
        case "ru":
            from kiosk.adapters.formats.appeal_words_ru import WORDS
        case "tr":
            from kiosk.adapters.formats.appeal_words_tr import WORDS
        case "uk":
            from kiosk.adapters.formats.appeal_words_uk import WORDS
        case _:
            from kiosk.adapters.formats.appeal_words_en import WORDS
    return WORDS
