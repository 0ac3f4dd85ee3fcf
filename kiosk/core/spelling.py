"""Spelling: an address or an account letter by letter, in groups that can be kept in mind. Knows no voice.

Who cannot see it writes it down, or says it to somebody; who sees it follows by eye.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.core.letter_names import LETTER_NAMES, LetterNames

MOST_IN_GROUP = 4
"""Letters that are said without a rest."""

# Programs that open addresses put it there themselves.
_LEFT_OUT = ("https://", "http://")


class SpelledGroup(NamedTuple):
    """Some letters, or one sign."""

    shown: str
    """As they are written."""
    spoken: tuple[str, ...]
    """The name of each, in order."""


def spell_address(address: str, language: str) -> tuple[SpelledGroup, ...]:
    """Spell a web address, without the "https://" that programs put before it themselves.

    Args:
        address: as it is shown.
        language: BCP 47 tag of who listens; one without names of letters hears English ones.
    """
    start = next((len(scheme) for scheme in _LEFT_OUT if address.lower().startswith(scheme)), 0)
    return _spelled(_address_groups(address[start:]), language)


def spell_account(groups: tuple[str, ...], language: str) -> tuple[SpelledGroup, ...]:
    """Spell an account in the groups in which it is printed; its capitals are not told as such.

    Args:
        groups: capitals and digits.
        language: BCP 47 tag of who listens.
    """
    return _spelled((group.lower() for group in groups), language, is_shown_upper=True)


def spoken_text(groups: tuple[SpelledGroup, ...], language: str) -> str:
    """Return groups as one text for a voice: a rest after each letter, a longer one after a group."""
    comma = "، " if language.split("-")[0] == "ar" else ", "
    return " ".join(f"{comma.join(group.spoken)}." for group in groups)


def shown_text(groups: tuple[SpelledGroup, ...]) -> str:
    """Return groups as they are shown while they are said."""
    return " ".join(group.shown for group in groups)


def _address_groups(address: str) -> Iterator[str]:
    """Cut an address at its signs, and longer runs of letters or digits into parts of nearly equal length."""
    run = ""
    for letter in f"{address} ":
        if letter.isascii() and letter.isalnum():
            run += letter
            continue
        count = -(-len(run) // MOST_IN_GROUP)
        for number in range(count):
            yield run[len(run) * number // count : len(run) * (number + 1) // count]
        run = ""
        if letter != " ":
            yield letter


def _spelled(groups: Iterator[str], language: str, is_shown_upper: bool = False) -> tuple[SpelledGroup, ...]:
    names = LETTER_NAMES.get(language.split("-")[0], LETTER_NAMES["en"])
    return tuple(
        SpelledGroup(
            group.upper() if is_shown_upper else group, tuple(_name_of(letter, names) for letter in group)
        )
        for group in groups
    )


def _name_of(letter: str, names: LetterNames) -> str:
    if letter.isascii() and letter.isdigit():
        # Every voice reads a single digit in its own language.
        return letter
    if letter in names.letters:
        return names.letters[letter]
    small = letter.lower()
    if small in names.letters:
        return names.capital.format(letter=names.letters[small])
    return names.signs.get(letter, names.other)
