"""Signs in Russian and Ukrainian texts: №, §, &, =, footnote marks, powers, units that stand behind words."""

import re
from functools import cache

from kiosk.core.spoken.slavic_context import SPACES, begins, words_before
from kiosk.core.spoken.slavic_grammar import Noun, case_of
from kiosk.core.spoken.slavic_language import Language, respelling, without_full_stop
from kiosk.core.spoken_form import Respelling

_NOTE = r"(?:\d{1,3}|[a-zа-яіїє]|[^\W\d_]{3,6}\.?[ \u00a0]\d{1,3})"
_FOOTNOTE = re.compile(rf"\[{_NOTE}(?:[,;–-][ \u00a0]?{_NOTE}){{0,8}}\]")
_RAISED = {digit: str(value) for value, digit in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_RAISED_DIGITS = re.compile(r"(⁻?)([⁰¹²³⁴-⁹]+)")
_VARIABLE = re.compile(r"(?<![^\W\d_])[A-Za-z]{1,2}$")
_SUNKEN = re.compile("[₀-₉]")
_SUNKEN_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_FORMULA = re.compile(r"(?<!\w)(?:[CHONSPF][₀-₉2]?){1,6}(?!\w)")
_FORMULA_PART = re.compile(r"[A-Z]|\d")
_SIGN = re.compile(r"(?:№|§)+|[&=+<>≤≥≠≈×−*®™#]")
_SPACE_BEFORE = re.compile(rf"[{SPACES}]+$")
_OPERATORS = frozenset("=+<>≤≥≠≈×−")


def footnotes(text: str) -> list[Respelling]:
    """Return footnote marks, which are said as nothing; a number in brackets that begins a text is no mark."""
    if "[" not in text:
        return []
    return [respelling(*mark.span(), "") for mark in _FOOTNOTE.finditer(text) if not begins(text, mark.start())]


def raised(text: str, language: Language) -> list[Respelling]:
    """Return raised digits: powers behind a number, footnote marks behind a word."""
    found: list[Respelling] = []
    for match in _RAISED_DIGITS.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isdigit() or (_VARIABLE.search(text[max(0, match.start() - 3) : match.start()])):
            power = int("".join(_RAISED[digit] for digit in match[2]))
            found.append(respelling(*match.span(), f" {_power(power, bool(match[1]), language)}"))
        elif before and not before.isspace():
            found.append(respelling(*match.span(), ""))
    return found


def _power(power: int, is_negative: bool, language: Language) -> str:
    if power in (2, 3) and not is_negative:
        return language.squared if power == 2 else language.cubed
    words = language.numbers
    minus = f"{words.minus} " if is_negative else ""
    return language.power.format(minus + words.ordinal(power, language.power_case, language.power_gender))


def signs(text: str, language: Language) -> list[Respelling]:
    """Return how the signs of a text are said that belong to no number's own reading, in order."""
    found: list[Respelling] = []
    for match in _SIGN.finditer(text):
        start, end = match.span()
        spoken = _sign_said(text, start, end, language)
        if spoken is None:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if spoken:
            spoken = (" " if before and not before.isspace() and before not in "(«" else "") + spoken
            spoken += " " if after and not after.isspace() and after not in ".,;:!?)»" else ""
        found.append(respelling(start, end, spoken))
    return found


def _sign_said(text: str, start: int, end: int, language: Language) -> str | None:
    sign = text[start]
    behind = text[end : end + 2].lstrip(SPACES)
    if sign in "№§":
        noun = language.number_sign if sign == "№" else language.section_sign
        case = language.sentence.case_of_noun(words_before(text, start))
        return noun.many(case) if end - start > 1 else noun.one(case)
    if sign == "#":
        return (
            language.number_sign.one("n")
            if behind[:1].isdigit() and not text[start - 1 : start].isalnum()
            else None
        )
    if sign in "®™":
        return ""
    if sign == "*":
        return "" if not (text[start - 1 : start].isdigit() and behind[:1].isdigit()) else None
    before = text[max(0, start - 2) : start].rstrip(SPACES)[-1:]
    if sign == "&":
        if not before or not behind:
            return None
        return language.signs["&"] if before.isascii() and behind[0].isascii() else language.and_word
    is_formula = (
        bool(before)
        and bool(behind)
        and (before.isalnum() or before in ")²³")
        and (behind[0].isalnum() or behind[0] in "(−-")
    )
    is_spaced = text[start - 1 : start].isspace() == text[end : end + 1].isspace()
    if sign in _OPERATORS and is_formula and is_spaced:
        return language.signs[sign]
    return None


@cache
def _names(language: type[Language]) -> re.Pattern[str]:
    names = sorted(language.units_behind_words, key=len, reverse=True)
    body = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<![^\s(])(?:{body})(?![^\W_]|[²³])")


def units_behind_words(text: str, language: Language) -> list[Respelling]:
    """Return units that no number in digits stands before: "несколько км", "в км/ч", "один м²"."""
    found: list[Respelling] = []
    for match in _names(type(language)).finditer(text):
        key = match[0]
        noun = language.units.get(key) or language.scales.get(key) or language.currencies[key].unit
        end = match.end() + (not key.endswith(".") and text.startswith(".", match.end()))
        end = without_full_stop(text, end)
        before = words_before(text, match.start())
        found.append(respelling(match.start(), end, _unit_said(before, noun, language)))
    return found


def _unit_said(before: tuple[str, ...], noun: Noun, language: Language) -> str:
    if not before:
        return noun.one("n")
    count = language.counting_words.get(before[0])
    if count:
        return noun.counted(count, "n")
    case = language.sentence.noun_prepositions.get(before[0]) or case_of(
        language.sentence.prepositions.get(before[0], "n")[0]
    )
    return noun.many("g" if case == "n" else case)


def formulas(text: str, language: Language) -> list[Respelling]:
    """Return chemical formulas, letter by letter: CO₂, H₂O."""
    found: list[Respelling] = []
    for match in _FORMULA.finditer(text) if _SUNKEN.search(text) or "CO2" in text or "H2O" in text else ():
        written = match[0].translate(_SUNKEN_DIGITS)
        if written == match[0] and written not in ("CO2", "H2O"):
            continue
        parts = [
            language.elements[part] if part in language.elements else language.numbers.cardinal(int(part))
            for part in _FORMULA_PART.findall(written)
        ]
        found.append(respelling(*match.span(), "-".join(parts)))
    return found
