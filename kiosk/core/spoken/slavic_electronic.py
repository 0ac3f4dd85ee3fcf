"""E-mail and web addresses in Russian and Ukrainian texts: signs by their names, short parts letter by letter."""

import re

from kiosk.core.spoken.slavic_language import Language, respelling
from kiosk.core.spoken.slavic_numerals import by_digits
from kiosk.core.spoken_form import Respelling

_WEB = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"]{1,500}")
_DOMAIN_END = re.compile(
    r"(?<=\w)\.(?i:com|org|net|info|gov|edu|int|io|ru|ua|by|kz|su|eu|de|uk|fr|pl|tv|me|рф|укр)(?![\w-])(?:/[^\s<>«»“”\"]{0,300})?"
)
_LONGEST = 80
"""Code points on either side of an @ that may belong to an address."""
_BEFORE_AT = re.compile(r"[\w.+-]{1,64}$")
_BEHIND_AT = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_BEFORE_END = re.compile(r"[a-zA-Z0-9а-яіїєґ][\w.-]{0,60}$")
_PIECE = re.compile(r"https?://|www(?=\.)|[A-Za-z]+|\d+|[^\w\s]|_")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_CROWD = re.compile(r"[bcdfghjklmnpqrstvwxz]{4}", re.IGNORECASE)
_CLOSING = ".,;:!?)]'’…*"
_SHORTEST_WORD = 4


def addresses(text: str, language: Language) -> list[Respelling]:
    """Return how the addresses of a text are said, part by part, in order."""
    found: list[Respelling] = []
    last = 0
    for start, end in sorted(_places(text), key=lambda place: (place[0], -place[1])):
        if start >= last:
            found += _said(text, start, end, language)
            last = end
    return found


def _places(text: str) -> set[tuple[int, int]]:
    places: set[tuple[int, int]] = set()
    if "://" in text or "www." in text:
        places.update(_closed(text, *match.span()) for match in _WEB.finditer(text))
    for at in re.finditer("@", text) if "@" in text else ():
        own = _BEFORE_AT.search(text[max(0, at.start() - _LONGEST) : at.start()])
        behind = _BEHIND_AT.match(text, at.end())
        if own and behind:
            places.add(_closed(text, at.start() - len(own[0]), behind.end()))
    for ending in _DOMAIN_END.finditer(text):
        own = _BEFORE_END.search(text[max(0, ending.start() - _LONGEST) : ending.start()])
        if own:
            places.add(_closed(text, ending.start() - len(own[0]), ending.end()))
    return places


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the punctuation that ends it."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return start, end


def _said(text: str, start: int, end: int, language: Language) -> list[Respelling]:
    found: list[Respelling] = []
    # Whatever is written together is said apart.
    space = ""
    for piece in _PIECE.finditer(text, start, end):
        spoken = _piece_said(piece[0], language)
        if spoken is not None:
            found.append(respelling(*piece.span(), space + spoken if spoken else ""))
        space = " " if spoken or spoken is None else space
    return _parted(found, end)


def _piece_said(written: str, language: Language) -> str | None:
    """Return how a part of an address is said; None for what is left as it is written."""
    spoken = language.electronic.get(written.lower())
    if spoken is not None:
        return spoken
    if written[0].isdigit():
        return by_digits(written, language.numbers)
    return _letters(written, language) if written.isalpha() else None


def _letters(written: str, language: Language) -> str | None:
    """Return the names of letters; None for what reads as a word."""
    if len(written) >= _SHORTEST_WORD and _VOWEL.search(written) and not _CROWD.search(written):
        return None
    return " ".join(language.latin_letters[letter] for letter in written.lower())


def _parted(found: list[Respelling], end: int) -> list[Respelling]:
    """Put a space behind what is said before a part that is left as it is written."""
    parted: list[Respelling] = []
    for number, own in enumerate(found):
        following = found[number + 1].span.start if number + 1 < len(found) else -1
        is_before_word = own.span.end < end and own.span.end != following and own.spoken
        parted.append(own._replace(spoken=own.spoken + " ") if is_before_word else own)
    return parted
