"""How English says raised and lowered digits and one-character fractions: "m²", "CO₂", "½", a note's "word¹"."""

from unicodedata import numeric

from kiosk.core.spoken.english_numbers import VULGAR, cardinal, fraction
from kiosk.core.spoken.english_rows import letters_in_code
from kiosk.core.spoken.english_text import NOTHING, Found, compiled, piece
from kiosk.core.spoken.english_units import unit_words
from kiosk.core.spoken_form import Respelling

_RAISED = {raised: str(digit) for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_LOWERED = {lowered: str(digit) for digit, lowered in enumerate("₀₁₂₃₄₅₆₇₈₉")}
_POWERS = {2: "squared", 3: "cubed"}
_PARTS = f"[{''.join(_RAISED)}]+|[{''.join(_LOWERED)}]+|[A-Za-zµμ]+|[{''.join(VULGAR)}Ⅰ-Ⅿⅰ-ⅿ①-⑳]"


def formula(text: str, start: int) -> Found:
    """Say a word that holds raised or lowered digits, or numbers of one character."""
    token = compiled(r"[^\W\d_]{1,40}").match(text, start)
    if not token:
        return NOTHING
    pieces: list[Respelling] = []
    for part in compiled(_PARTS).finditer(text, start, token.end()):
        if part[0][0] in _RAISED:
            pieces += _raised(text, start, part.start(), part[0])
        elif part[0][0] in _LOWERED:
            row = "".join(_LOWERED[digit] for digit in part[0])
            pieces.append(piece(*part.span(), cardinal(int(row))))
        elif part[0] in VULGAR:
            pieces.append(piece(*part.span(), fraction(*VULGAR[part[0]])))
        elif len(part[0]) == 1 and (value := numeric(part[0], -1.0)) >= 0:
            pieces.append(piece(*part.span(), cardinal(int(value))))
        elif (said := letters_in_code(part[0], part.end() < token.end())) != part[0] and _has_lowered(token[0]):
            pieces.append(piece(*part.span(), said))
    return tuple(pieces)


def _has_lowered(word: str) -> bool:
    return any(character in _LOWERED for character in word)


def _is_short_number(text: str, end: int) -> bool:
    return text[end - 1 : end].isdecimal() and not text[max(0, end - 4) : end].isdecimal()


def _raised(text: str, start: int, place: int, written: str) -> Found:
    value = int("".join(_RAISED[digit] for digit in written))
    base = text[start:place]
    unit = unit_words(base + written, is_one=False) if len(written) == 1 else ""
    if unit and len(base) > 1:
        return (piece(start, place + 1, unit),)
    # One is no power that anybody writes, and nobody raises a year.
    is_raised = value > 1 and (text[place - 1 : place] == ")" or _is_short_number(text, place))
    if len(base) == 1 or (not base and is_raised):
        return (piece(place, place + len(written), _POWERS.get(value, f"to the power of {cardinal(value)}")),)
    # A note's number after a word.
    return (piece(place, place + len(written), ""),)
