"""Numbers that count nothing: fractions, telephone numbers, and what stands between digits ("3:1", "п. 2.1")."""

import re

from kiosk.core.spoken.slavic_context import SPACES, words_before
from kiosk.core.spoken.slavic_dates import Reading
from kiosk.core.spoken.slavic_grammar import case_of
from kiosk.core.spoken.slavic_language import Language, respelling
from kiosk.core.spoken.slavic_numbers import NumberWords
from kiosk.core.spoken.slavic_numerals import MINUS_SIGNS, whole_said
from kiosk.core.spoken.slavic_quantities import named
from kiosk.core.spoken_form import Respelling

_ABROAD = re.compile(
    r"\+\d{1,3}[ \u00a0-]?(?:\(\d{2,5}\)[ \u00a0-]?)?\d{2,4}(?:[ \u00a0-]\d{2,4}){1,5}(?![\w]|[-–.,]\d)"
)
_UNBROKEN = re.compile(r"\+\d{10,13}(?!\d)")
_AT_HOME = re.compile(
    r"(?:(?:[80][ \u00a0-]?)?\(\d{2,5}\)[ \u00a0-]?|[80][ \u00a0-]\d{2,4}[ \u00a0-]|\d{2,5}[ \u00a0-](?=\d+-))?"
    r"\d{2,3}([ \u00a0-])\d{2}\1\d{2}(?![\w]|[-–.,]\d)"
)
_DIGITS = re.compile(r"\d+")
_DIGITS_BEFORE = re.compile(r"\d+$")
_FRACTION = re.compile(rf"(?:(\d{{1,3}})[{SPACES}])?(\d{{1,2}})/(\d{{1,3}})(?![\w/]|[.,]\d|-\d)")
_FRACTION_OF = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100))
_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
VULGAR_SIGNS = "".join(_VULGAR)
_VULGAR_SIGN = re.compile(rf"(?:(\d{{1,3}})[{SPACES}]?)?([{VULGAR_SIGNS}])")
_BETWEEN = re.compile(rf"[.:/](?=\d)|[{SPACES}]?[×xх*][{SPACES}]?(?=\d)")
_SHORTEST_PHONE = 7


def fraction(text: str, place: int, language: Language) -> Reading | None:
    """Read 3/4, 2 1/2, ½ and 2½, with a unit behind."""
    vulgar = _VULGAR_SIGN.match(text, place)
    if vulgar:
        return _mixed(text, vulgar.span(), vulgar[1], _VULGAR[vulgar[2]], language)
    match = _FRACTION.match(text, place)
    if not match or match[3].startswith("0") or text[place - 1 : place] == "/":
        return None
    part, of = int(match[2]), int(match[3])
    is_house = language.house_before.search(text[max(0, place - 12) : place])
    if of not in _FRACTION_OF or not 0 < part < of or is_house:
        return None
    return _mixed(text, match.span(), match[1], (part, of), language)


def _mixed(
    text: str, span: tuple[int, int], whole: str | None, share: tuple[int, int], language: Language
) -> Reading | None:
    words = language.numbers
    before = words_before(text, span[0])
    allowed = language.sentence.allowed(before)
    case = "p" if allowed == "ap" and before[0] not in language.onto else case_of(allowed[:1])
    begin = f"{words.wholes(int(whole), case)} " if whole else ""
    found = [respelling(*span, begin + words.fraction(*share, case))]
    unit = named(text, span[1], language, "scales") or named(text, span[1], language, "units")
    if not unit:
        return Reading(found, span[1])
    found.append(respelling(unit.start, unit.end, ("" if unit.start > span[1] else " ") + unit.noun.one("g")))
    return Reading(found, unit.end)


def telephone(text: str, place: int, language: Language) -> Reading | None:
    """Read a telephone number in its groups, with a pause after each."""
    begin = place - 1 if place and text[place - 1] in "+(" else place
    if text[begin : begin + 1] == "+":
        match = _UNBROKEN.match(text, begin) or _ABROAD.match(text, begin)
    else:
        match = _AT_HOME.match(text, begin)
    if not match:
        return None
    groups = _DIGITS.findall(match[0])
    digits = "".join(groups)
    is_marked = text[begin] in "+(8" or "-" in match[0]
    if not is_marked or len(digits) < _SHORTEST_PHONE:
        return None
    if len(groups) == 1:
        groups = [digits[:-10], digits[-10:-7], digits[-7:-4], digits[-4:-2], digits[-2:]]
    words = language.numbers
    spoken = ", ".join(in_groups(group, words) for group in groups if group)
    plus = f"{words.plus} " if text[begin] == "+" else ""
    return Reading([respelling(begin, match.end(), plus + spoken)], match.end())


def in_groups(digits: str, words: NumberWords) -> str:
    """Return a code as people say it: "ноль один", "девятьсот тринадцать", four digits in pairs."""
    if len(digits) <= len("913"):
        return whole_said(digits, words)
    return " ".join(whole_said(digits[place : place + 2], words) for place in range(0, len(digits), 2))


def sign_before(text: str, place: int, language: Language) -> list[Respelling]:
    """Return how the sign right before a number is said: minus, plus, about."""
    sign = text[place - 1 : place]
    if not sign or not (sign in MINUS_SIGNS or sign in language.signs_before_numbers):
        return []
    outer = text[place - 2 : place - 1]
    if outer and not outer.isspace() and outer not in '(«[„“".…':
        return []
    if sign not in MINUS_SIGNS:
        return [respelling(place - 1, place, language.signs_before_numbers[sign] + " ")]
    # "10 -12" is a range that was typed in haste.
    earlier = text[max(0, place - 4) : place - 1].rstrip()
    return [] if earlier[-1:].isdigit() else [respelling(place - 1, place, f"{language.numbers.minus} ")]


def sign_between(text: str, place: int, language: Language) -> list[Respelling]:
    """Return how the sign between two numbers is said that were read one by one."""
    match = _BETWEEN.match(text, place)
    if not match or not place or not text[place - 1].isdigit():
        return []
    sign = match[0].strip()
    first, second = _DIGITS_BEFORE.search(text[max(0, place - 3) : place]), _DIGITS.match(text, match.end())
    is_pair = sign == "/" and first and second and (first[0] == second[0] or (first[0], second[0]) == ("24", "7"))
    # "50/50", "24/7" are said as sizes are.
    return [respelling(*match.span(), language.between_numbers["×" if is_pair else sign])]
