"""The words by which an appeal for donations is known, language by language. Data, and how to look it up.

A phrase is compared folded (case, vowel marks and apostrophes aside) and as whole words; a star means that
the word may begin earlier or go on. A language that is not here has no signals: its text is never split.
"""

from dataclasses import dataclass, fields
from functools import cache

from kiosk.adapters.formats import (
    appeal_words_ar,
    appeal_words_en,
    appeal_words_ru,
    appeal_words_tr,
    appeal_words_uk,
)
from kiosk.adapters.formats.folding import Phrase, folded_label, phrases


@dataclass(frozen=True, slots=True)
class Signals:
    """What is looked for; each field is a list of phrases."""

    labels: tuple[Phrase, ...]
    """Open an appeal and are followed by the publisher's name."""
    label_nouns: tuple[Phrase, ...]
    """Open an appeal and stand after the publisher's name ("The Daily Example'dan bir mesaj")."""
    greetings: tuple[Phrase, ...]
    """Open an appeal by speaking to the reader."""
    hooks: tuple[Phrase, ...]
    """Open an appeal by the moment it comes at ("before you go")."""
    asks: tuple[Phrase, ...]
    """Ask the reader for support, straight."""
    weak_asks: tuple[Phrase, ...]
    """Speak of giving; news does so as well."""
    ours: tuple[Phrase, ...]
    """Name the publisher's own work ("our journalism")."""
    we: tuple[Phrase, ...]
    """First person plural."""
    you: tuple[Phrase, ...]
    """The reader."""
    tails: tuple[Phrase, ...]
    """Thanks, reminders and privacy notes below an appeal."""
    months: tuple[Phrase, ...]
    """Every month."""
    years: tuple[Phrase, ...]
    """Every year."""
    onces: tuple[Phrase, ...]
    """A single time."""
    button_starts: tuple[Phrase, ...]
    """A short line that begins like this is a button."""
    dismissals: tuple[Phrase, ...]
    """The last sentence of an appeal that was a button to close it."""
    scales: tuple[Phrase, ...]
    """After an amount: it is no gift ("£1 million")."""
    reports: tuple[Phrase, ...]
    """Somebody is quoted: this is news."""
    names_after: tuple[Phrase, ...]
    """May be followed by the publisher's name ("support The Daily Example")."""
    name_noise: tuple[Phrase, ...]
    """May stand before the publisher's name ("the editors of")."""
    topics: tuple[Phrase, ...]
    """What publishers speak of before they ask."""
    buttons: frozenset[str]
    """Whole lines that are buttons, as :func:`folded_label` gives them."""


_WORDS: dict[str, dict[str, str]] = {
    "en": appeal_words_en.WORDS,
    "ru": appeal_words_ru.WORDS,
    "tr": appeal_words_tr.WORDS,
    "ar": appeal_words_ar.WORDS,
    "uk": appeal_words_uk.WORDS,
}


@cache
def signals_for(language: str) -> Signals | None:
    """Return what to look for in a text, or None when nothing is known of its language.

    Args:
        language: BCP 47 tag. English is looked for in every known language: publishers mix.
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    if primary not in _WORDS:
        return None
    tables = [_WORDS[each] for each in dict.fromkeys((primary, "en"))]
    merged = {
        field.name: [each.strip() for table in tables for each in table.get(field.name, "").split("|")]
        for field in fields(Signals)
    }
    found = {name: phrases(each for each in written if each) for name, written in merged.items()}
    buttons = frozenset(folded_label(each) for each in merged["buttons"] if each)
    return Signals(**{**found, "buttons": buttons})  # type: ignore[arg-type]  # the field names are the keys
