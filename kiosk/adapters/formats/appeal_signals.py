"""What an appeal for donations is known by, list by list. The words themselves are in ``appeal_words_*``."""

from dataclasses import dataclass, fields
from functools import cache

from kiosk.adapters.formats.appeal_words import phrases_for
from kiosk.adapters.formats.folding import Phrase, letters_only


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


@cache
def signals_for(primary: str) -> Signals:
    """Return what to look for in a text.

    Args:
        primary: a language with signals, as ``primary_with_signals`` gives it.
    """
    found = {field.name: phrases_for(primary, field.name) for field in fields(Signals) if field.name != "buttons"}
    buttons = frozenset(letters_only(phrase.words) for phrase in phrases_for(primary, "buttons"))
    return Signals(**found, buttons=buttons)
