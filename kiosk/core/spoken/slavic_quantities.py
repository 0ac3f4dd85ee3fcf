"""Numbers with what they count: scales, units, money, percent, ranges. "от $3,7 до $5 млн", "10–12 км/ч"."""

import re
from functools import cache
from typing import NamedTuple

from kiosk.core.spoken.slavic_context import SPACES, words_after, words_before
from kiosk.core.spoken.slavic_dates import Reading
from kiosk.core.spoken.slavic_grammar import Case, Gender, Noun, case_of, is_one
from kiosk.core.spoken.slavic_language import Currency, Language, respelling, without_full_stop
from kiosk.core.spoken.slavic_numerals import DASHES, Numeral, numeral_at, said
from kiosk.core.spoken_form import Respelling

_RANGE = re.compile(rf"[{SPACES}]?([{DASHES}])[{SPACES}]?(?=\d)")
_GAP = re.compile(rf"[{SPACES}]?")
_WORD = re.compile(rf"[{SPACES}]([^\W\d_]+)")
# No range: the next group of a code, or a sum.
_GOES_ON = re.compile(rf"[{DASHES}]\w|[{SPACES}]?=")
_HUNDREDTHS = 2


class Named(NamedTuple):
    """A scale, unit or currency as it is written behind a number."""

    start: int
    """Where it begins, without white space."""
    end: int
    """One past it, with its point."""
    noun: Noun
    """What it stands for."""
    currency: Currency | None
    """The same, when it is money."""


class Quantity(NamedTuple):
    """One or two numbers and what they count."""

    start: int
    """Where it begins: at a sign of money, else at the first number."""
    first: Numeral
    """The number, or the lower one."""
    second: Numeral | None
    """The upper one of a range."""
    scale: Named | None
    """Thousands and so on."""
    unit: Named | None
    """What is counted, when it is written short behind."""
    money: Currency | None
    """What is counted, when its sign stands before."""

    @property
    def end(self) -> int:
        """One past all of it."""
        return max(part.end for part in (self.first, self.second, self.scale, self.unit) if part)

    @property
    def last(self) -> Numeral:
        """The number that what is counted agrees with."""
        return self.second or self.first


@cache
def _names(language: type[Language], which: str) -> tuple[re.Pattern[str], dict[str, Noun | Currency]]:
    """Return a pattern for a language's scales or units and what they are, keyed without white space."""
    table: dict[str, Noun | Currency] = {}
    for name in ("scales",) if which == "scales" else ("units", "currencies"):
        table.update(getattr(language, name))
    ordered = sorted(table, key=len, reverse=True)
    body = "|".join(re.escape(name).replace(r"\ ", f"[{SPACES}]?") for name in ordered)
    # "т. е." and "г. н. э." are no tons and no grams.
    pattern = re.compile(rf"(?:{body})(?![^\W_]|[²³'’ʼ]|[-–][^\W\d_]|(?<!\.)\.[{SPACES}]?[^\W\d_]\.)")
    return pattern, {name.replace(" ", ""): value for name, value in table.items()}


def named(text: str, place: int, language: Language, which: str) -> Named | None:
    """Return the scale or unit behind a place; its point belongs to it unless it ends the sentence."""
    gap = _GAP.match(text, place)
    start = gap.end() if gap else place
    pattern, table = _names(type(language), which)
    match = pattern.match(text, start)
    if not match:
        return None
    value = table["".join(match[0].split())]
    end = match.end()
    if not match[0].endswith(".") and text.startswith(".", end) and len(match[0]) < len("долл."):
        end += 1
    end = without_full_stop(text, end)
    if isinstance(value, Currency):
        return Named(start, end, value.unit, value)
    return Named(start, end, value, None)


def quantity(
    text: str, place: int, language: Language, money: tuple[int, Currency] | None = None
) -> Quantity | None:
    """Find a number and what it counts.

    Args:
        text: the whole text.
        place: where it begins: at the sign of a currency, or at a digit.
        language: whose words are used.
        money: one past the currency's sign, and the currency; None when none stands before.
    """
    first = numeral_at(text, money[0] if money else place)
    if not first:
        return None
    end, second = first.end, None
    between = _RANGE.match(text, end)
    if between:
        second = numeral_at(text, between.end())
        if second and (_GOES_ON.match(text, second.end) or first.whole.startswith("00")):
            second = None
    end = second.end if second else end
    scale = named(text, end, language, "scales") or (_written_scale(text, end, language) if money else None)
    unit = None if money else named(text, scale.end if scale else end, language, "units")
    return Quantity(place, first, second, scale, unit, money[1] if money else None)


def _written_scale(text: str, place: int, language: Language) -> Named | None:
    # "$3,7 миллиона": the dollars are said behind the millions.
    word = _WORD.match(text, place)
    noun = language.written_scales.get(word[1].lower()) if word else None
    return Named(word.start(1), word.end(), noun, None) if word and noun else None


def with_unit(text: str, found: Quantity, language: Language, inherited: Case | None) -> Reading:
    """Say a quantity whose unit is written short."""
    case = _case(text, found, language, inherited)
    unit = found.unit.noun if found.unit else found.money.unit if found.money else None
    counted = found.scale.noun if found.scale else unit
    if counted is None:
        raise ValueError(f"nothing is counted in {text[found.start : found.end]!r}")
    numbers = numbers_said(found, counted.gender, case, language)
    form = _counted(found, counted, case)
    cents = _cents(found, case, language)
    if cents:
        return Reading([respelling(found.start, found.end, cents)], found.end, case)
    behind = unit.many("g") if unit and found.scale else ""
    if found.money:
        between = "–" if not any(" " in number for number in numbers) else " — "
        spoken = " ".join(part for part in (between.join(numbers), form, behind) if part)
        return Reading([respelling(found.start, found.end, spoken)], found.end, case)
    parts = number_respellings(text, found, numbers)
    for place, spoken in ((found.scale or found.unit, form), (found.unit if found.scale else None, behind)):
        if place:
            glue = "" if place.start and text[place.start - 1].isspace() else " "
            parts.append(respelling(place.start, place.end, glue + spoken))
    return Reading(parts, found.end, case)


def number_respellings(text: str, found: Quantity, numbers: list[str]) -> list[Respelling]:
    """Return the numbers of a quantity, and what stands between them, as they are said."""
    parts = [respelling(found.first.start, found.first.end, numbers[0])]
    if found.second:
        start, end = found.first.end, found.second.start
        # A hyphen would make one word of both; long numbers are told apart by a pause.
        dash = " — " if any(" " in number for number in numbers) else "–"
        if end - start == 1 and text[start:end] != dash:
            parts.append(respelling(start, end, dash))
        parts.append(respelling(found.second.start, found.second.end, numbers[1]))
    return parts


def numbers_said(found: Quantity, gender: Gender, case: Case, language: Language) -> list[str]:
    """Return the numbers of a quantity in words, before a noun of a gender."""
    words = language.numbers
    has_half = case in ("n", "a")
    return [
        words.one_and_a_half[gender]
        if has_half and number.is_one_and_a_half
        else said(number, words, case, gender)
        for number in (found.first, found.second)
        if number
    ]


def _counted(found: Quantity, noun: Noun, case: Case) -> str:
    return noun.counted(found.last.amount, case) if found.last.is_whole else noun.one("g")


def _cents(found: Quantity, case: Case, language: Language) -> str:
    """Return an amount of money with its hundredths ("два рубля три копейки"); empty when it has none."""
    currency = found.money or (found.unit.currency if found.unit else None)
    first = found.first
    if not currency or found.scale or found.second or len(first.digits) != _HUNDREDTHS:
        return ""
    unit, cent, cents = currency.unit, currency.cent, int(first.digits)
    if cents and not cent:
        return ""
    words = [language.numbers.cardinal(first.amount, case, unit.gender), unit.counted(first.amount, case)]
    if cent and cents:
        words += [language.numbers.cardinal(cents, case, cent.gender), cent.counted(cents, case)]
    return " ".join(words)


def _case(text: str, found: Quantity, language: Language, inherited: Case | None) -> Case:
    before = words_before(text, found.start)
    allowed = language.sentence.allowed(before)
    if not allowed:
        return inherited or (language.sentence.adjective_case(before[0]) if before else None) or "n"
    if "p" in allowed and allowed != "p" and found.unit and not found.scale:
        after = words_after(text, found.end)
        following = after[0].lower() if after else ""
        is_place = following in language.away_from
        is_share = text[found.unit.start] == "%" and following not in language.sentence.prepositions and following
        return "p" if is_place or is_share else case_of(allowed[0])
    if "d" in allowed and found.last.is_whole and is_one(found.last.amount):
        return "d"
    return case_of(allowed[0])
