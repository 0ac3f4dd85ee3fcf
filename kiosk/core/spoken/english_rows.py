"""How English says rows of digits: telephone numbers, versions, codes, ordinals, and numbers that stand alone."""

from kiosk.core.spoken.english_dates import is_year
from kiosk.core.spoken.english_numbers import (
    bare,
    cardinal,
    digits,
    ordinal,
    pairs,
    suffix_of,
    whole,
    year,
)
from kiosk.core.spoken.english_quantities import quantity
from kiosk.core.spoken.english_text import (
    NO_NOUNS,
    NOTHING,
    NUMBER,
    Found,
    compiled,
    piece,
    word_after,
    word_before,
    word_set,
)
from kiosk.core.spoken_form import Respelling

_GAPS = "[-. \u00a0\u2009\u202f]"
_TELEPHONES = (
    # With the country's number; with the town's in brackets; groups with hyphens, points or spaces.
    rf"\+(?:\d{{8,15}}|\d{{1,3}}(?:{_GAPS}?\(\d{{1,5}}\){_GAPS}?|[- ])\d{{1,4}}(?:{_GAPS}\d{{2,4}}){{1,4}})"
    r"(?![\w%])",
    rf"(?:\d{{1,3}}{_GAPS}?)?\((?!(?:19|20)\d\d\))\d{{3,5}}\){_GAPS}?\d{{2,4}}(?:{_GAPS}\d{{2,4}}){{1,3}}(?!\w)",
    r"(?:1[-. ])?\d{3}([-. ])\d{3}\1\d{4}(?!\w)(?:-\d{1,4}(?!\w))?",
    r"0\d{2,4} \d{3,4} \d{3,4}(?: \d{2,4})?(?!\w)",
    r"(?!(?:19|20)\d\d )\d{4} \d{4} \d{4} \d{4}(?!\w)",
    r"\d{1,5}(?:-\d{1,7}){2,6}(?![\w-])",
)
_VANITY = r"(\d-)?(\d00)-([A-Z\d]+(?:-[A-Z\d]+)*)(?![\w-])"
_SHORT_TELEPHONE = r"\d{3}-\d{4}(?![\w-])"
_CALLING = r"(?i)\b(?:call|dial|phone|tel|telephone|fax|hotline|mobile)\b"
_CALLING_REACH = 80
_BEFORE_STRETCH = word_set("page pages pp p from between about lines verses years in")
_DOTTED = r"\d{1,5}(?:\.\d{1,5}){2,6}(?![\w]|\.\d)"
_LEAST_DIGITS = 7
_MOST_DIGITS = 20

_ORDINAL = rf"(?i)({NUMBER})(st|nd|rd|th)\b"
_CODE = r"[A-Za-z\d]{2,60}"
_RUNS = r"[A-Za-z]+|\d+"
_VOWELS = frozenset("AEIOUY")
# "Boeing 747" is called by its row: "seven forty-seven".
_NAMED_BY_ROW = word_set("Boeing Airbus Flight flight Room room Route Highway Peugeot Porsche Suite")
# Rows after these words are told digit by digit.
_TOLD_BY_DIGIT = word_set(
    "code codes zip postcode pin otp id serial isbn issn ending unit case licence license account order"
)
_TOLD_NEARBY = r"(?i)\b(?:ending|code|pin|otp|password)\W+(?:in|is|number)\W{1,3}$"
_NEARBY = 30
_JOINING = ("-", "/")
# Rows of this many digits may be codes; of that many they are, unless they count something.
_LEAST_TOLD = 4
_LEAST_CODE = 7


def telephone(text: str, start: int) -> Found:
    """Say a telephone number, or another row of groups, digit by digit with a comma between groups."""
    vanity = compiled(_VANITY).match(text, start)
    if vanity and any(character.isalpha() for character in vanity[3]):
        groups = [digits(vanity[1])] if vanity[1] else []
        groups += (cardinal(int(vanity[2])), *(_vanity_word(part) for part in vanity[3].split("-")))
        return (piece(start, vanity.end(), ", ".join(groups)),)
    for pattern in _TELEPHONES:
        found = compiled(pattern).match(text, start)
        if found and _LEAST_DIGITS <= sum(character.isdecimal() for character in found[0]) <= _MOST_DIGITS:
            return (piece(start, found.end(), _said_groups(found[0])),)
    short = compiled(_SHORT_TELEPHONE).match(text, start)
    if short and _is_called(text, start, short.end()):
        return (piece(start, short.end(), _said_groups(short[0])),)
    return NOTHING


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether "555-1234" is a telephone number rather than a stretch: "500-1000 people", "pages 998-1003"."""
    if compiled(_CALLING).search(text, max(0, start - _CALLING_REACH), start):
        return True
    before = word_before(text, start).lower().strip(".")
    return text[end - 1] != "0" and not word_after(text, end).islower() and before not in _BEFORE_STRETCH


def _said_groups(written: str) -> str:
    groups = compiled(r"\d+").findall(written)
    said = ", ".join(digits(group) for group in groups)
    return f"plus {said}" if written[0] == "+" else said


def _vanity_word(part: str) -> str:
    return " ".join(digits(run) if run.isdecimal() else run for run in compiled(_RUNS).findall(part))


def dotted_rows(text: str, start: int) -> Found:
    """Say versions and section numbers with "point", addresses of computers digit by digit with "dot"."""
    found = compiled(_DOTTED).match(text, start)
    if not found:
        return NOTHING
    rows = found[0].split(".")
    if len(rows) < 4 and len(rows[0]) < 4 and all(len(row) == 3 for row in rows[1:]):
        # Points between the thousands, as in other languages.
        return (piece(start, found.end(), whole("".join(rows))),)
    if len(rows) == 4 and all(int(row) <= 255 for row in rows):
        return (piece(start, found.end(), " dot ".join(digits(row) for row in rows)),)
    return (piece(start, found.end(), " point ".join(whole(row) for row in rows)),)


def hyphen_rows(text: str, start: int) -> Found:
    """Say a few small numbers in a row one after the other: the line-up "4-2-3-1"."""
    found = compiled(r"\d{1,2}(?:-\d{1,2}){2,6}(?![\w-])").match(text, start)
    if not found:
        return NOTHING
    return (piece(start, found.end(), " ".join(whole(row) for row in found[0].split("-"))),)


def ordinal_number(text: str, start: int) -> Found:
    """Say "21st" and "1,000th"; "11st" is no ordinal."""
    found = compiled(_ORDINAL).match(text, start)
    if not found or "." in found[1] or len(bare(found[1])) > 15:
        return NOTHING
    value = int(bare(found[1]))
    return (piece(start, found.end(), ordinal(value)),) if suffix_of(value) == found[2].lower() else NOTHING


def code(text: str, start: int) -> Found:
    """Say a word of letters and digits in its parts: "A380", "BA123", "12text"; letters mostly as they are."""
    found = compiled(_CODE).match(text, start)
    if not found or found[0].isdecimal() or found[0].isalpha():
        return NOTHING
    pieces: list[Respelling] = []
    for run in compiled(_RUNS).finditer(text, start, found.end()):
        said = (
            row_in_code(run[0], run.start() == start)
            if run[0].isdecimal()
            else letters_in_code(run[0], run.end() < found.end())
        )
        if said != run[0]:
            pieces.append(piece(run.start(), run.end(), said))
    return tuple(pieces)


def row_in_code(row: str, is_first: bool = False) -> str:
    """Say the digits of a code: "three eighty" for 380; longer rows digit by digit, but "1080p" and "FY2020"."""
    if len(row) == 4 and (is_first or row[:2] in ("19", "20")):
        return pairs(row)
    return pairs(row) if len(row) < 4 else digits(row)


def letters_in_code(letters: str, is_followed: bool) -> str:
    """Return how letters of a code are said: by letter where a voice might read a word."""
    if letters in ("A", "a") and is_followed:
        # Alone it would be read as the article.
        return "A-"
    if letters.isupper() and len(letters) in (2, 3) and _VOWELS & set(letters):
        return ".".join(letters) + "."
    return letters


def retirement_plan(text: str, start: int) -> Found:
    """Say "401(k)" and the like."""
    found = compiled(r"(\d{3})\(([a-z])\)").match(text, start)
    return (piece(start, found.end(), f"{pairs(found[1])} {found[2].upper()}"),) if found else NOTHING


def plain(text: str, start: int) -> Found:
    """Say a number that stands alone: as a year, as an amount, or digit by digit."""
    found = quantity(text, start)
    if not found:
        return NOTHING
    written, end = found.written, found.end
    if not found.is_bare:
        said = found.spoken
    elif _is_told_by_digit(text, start, end):
        said = digits(written)
    elif len(written) == 4 and is_year(text, start, end):
        said = year(int(written))
    elif len(written) in (3, 4) and _is_named_by_row(text, start, end):
        said = pairs(written)
    else:
        said = whole(written)
    return (piece(start, end, said),)


def _is_named_by_row(text: str, start: int, end: int) -> bool:
    """Whether a row is the name of something: "MH 370", "Boeing 747", "RTX 3080", "B-747"."""
    if text[start - 1 : start] in ("-", "‑") and text[start - 2 : start - 1].isalpha():
        return end - start == 3
    before = word_before(text, start)
    is_short_form = before.isupper() and before.isalpha() and 1 < len(before) < 5
    return before in _NAMED_BY_ROW or (is_short_form and not word_after(text, end).islower())


def _is_told_by_digit(text: str, start: int, end: int) -> bool:
    """Whether a row of digits is a code rather than an amount."""
    length = end - start
    before = word_before(text, start).lower().strip(".:#")
    if length == 3 and before in ("call", "dial", "called", "calling", "dialed", "dialled", "dialing"):
        return True
    if length < _LEAST_TOLD:
        return False
    after = word_after(text, end)
    is_counting = after.islower() and after not in NO_NOUNS
    is_named = before in _TOLD_BY_DIGIT or compiled(_TOLD_NEARBY).search(text[max(0, start - _NEARBY) : start])
    if is_named and not is_counting:
        return True
    if length > _LEAST_TOLD and (text[start - 1 : start] in _JOINING or text[end : end + 1] in _JOINING):
        return compiled(r"(?<=\w)[-/]|\d+[-/]\w").search(text, max(0, start - 1), end + 2) is not None
    return length >= _LEAST_CODE and not is_counting and not text[start:end].endswith("000")
