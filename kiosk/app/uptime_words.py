"""What is said of a program that is out of order, or that cannot remember. Knows no widget and no voice."""

from collections.abc import Sequence

from kiosk import i18n
from kiosk.app.narration import in_interface_language
from kiosk.app.remembering import Forgotten, Trouble
from kiosk.core.narration import Piece, comma
from kiosk.i18n import _


def out_of_order_words() -> str:
    """Return that somebody of the staff is needed, in the interface's language."""
    # Translators: shown large, and said, on a public machine that failed again and again.
    return _("This machine is out of order. Please ask the staff.")


def in_all_languages() -> tuple[Piece, ...]:
    """Return the same in every language of the interface; the one in force comes first."""
    current = i18n.language()
    tags = [current, *(tag for tag in i18n.LANGUAGES if tag != current)]
    pieces: list[Piece] = []
    for tag in tags:
        with i18n.speaking(tag):
            pieces.append(Piece(out_of_order_words(), tag))
    return tuple(pieces)


def anyway_words() -> str:
    """Return what leads to the articles all the same."""
    # Translators: a button on the screen of a public machine that is out of order: some of it still works.
    return _("Try to read anyway")


def next_language_words() -> str:
    """Return what lets it be heard in another language."""
    # Translators: a button on the screen of a public machine that is out of order: it says so in another language.
    return _("Say it in another language")


def orientation() -> tuple[Piece, ...]:
    """Return what somebody is told who cannot see that screen."""
    return (in_interface_language(out_of_order_words()),)


def forgotten_words(forgotten: Sequence[Forgotten]) -> str:
    """Return what is not remembered and why, as short sentences; empty where nobody would miss it."""
    lines = []
    for trouble in Trouble:
        names = dict.fromkeys(_name_of(each.record) for each in forgotten if each.trouble is trouble)
        things = comma(i18n.language()).join(name for name in names if name)
        if things:
            lines.append(_sentence(trouble).format(things=things))
    return " ".join(lines)


def _sentence(trouble: Trouble) -> str:
    return {
        # Translators: {things} is a list such as "settings, bookmarks".
        Trouble.UNREADABLE: _("This could not be read and begins anew: {things}. The old file is kept."),
        # Translators: {things} is a list such as "settings, bookmarks".
        Trouble.NEWER: _("A newer version of the program wrote this; it is kept, and nothing is added: {things}."),
        # Translators: {things} is a list such as "settings, bookmarks".
        Trouble.UNWRITABLE: _("This cannot be saved, and is forgotten at the end: {things}. Is the disk full?"),
    }[trouble]


def _name_of(record: str) -> str:
    """Return what a record is called; empty for those that no person knows of."""
    return {
        # Translators: one of a list of things that are not remembered.
        "preferences": _("settings"),
        # Translators: one of a list of things that are not remembered: where one was in each article.
        "places": _("places in articles"),
        # Translators: one of a list of things that are not remembered.
        "bookmarks": _("bookmarks"),
        # Translators: one of a list of things that are not remembered: words that are to be said differently.
        "pronunciation": _("how words are said"),
        # Translators: one of a list of things that are not remembered: which key does what.
        "keys": _("the keys"),
    }.get(record, "")
