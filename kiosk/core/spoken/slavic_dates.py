"""Days, dates and times of day in Russian and Ukrainian texts. Years are in ``slavic_years``."""

import re
from typing import NamedTuple

from kiosk.core.spoken.slavic_context import SPACES, is_alone, words_after, words_before
from kiosk.core.spoken.slavic_grammar import Case
from kiosk.core.spoken.slavic_language import Language, respelling, without_full_stop
from kiosk.core.spoken.slavic_numerals import DASHES
from kiosk.core.spoken_form import Respelling

AND = "и|или|й|та|і|або|чи"
"""What may stand between numbers that share one noun."""
_DATE = re.compile(
    r"(?:(\d{1,2})([./-])(\d{1,2}|[^\W\d_]{3,4})\2(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2}))(?![\w-]|[.,/]\d)"
)
_DAYS = re.compile(
    rf"\d{{1,2}}(?:(?:,[{SPACES}]|[{SPACES}]?(?:[{DASHES}]|{AND}|по|до|на)[{SPACES}]?)\d{{1,2}}){{0,4}}(?=[{SPACES}]([^\W\d_]+))"
)
_YEAR_BEHIND = re.compile(rf"[{SPACES}](\d{{4}})(?![\d_]|[.,]\d)")
_SHORT = re.compile(rf"[{SPACES}]?([^\W\d_]{{1,2}}\.)")
_NEXT_WORD = re.compile(rf"[{SPACES}]([^\W\d_]+)")
_DASH_BEHIND = re.compile(rf"[{SPACES}][—–]")
_ITEM = re.compile(r"\d+")
_SEPARATOR = re.compile(rf"[{SPACES}]*([{DASHES}]|[^\W\d_]+)?")
_TIME = re.compile(r"(\d{1,2})([:.])([0-5]\d)(?::([0-5]\d))?(?![\w%‰°$€₽₴]|[:.,]\d)")
_CENTURY_STARTS = 50
"""Years of two digits from here on belong to the 20th century."""


class Reading(NamedTuple):
    """What a stretch of digits turned out to be."""

    respellings: list[Respelling]
    """In order."""
    end: int
    """Where reading goes on."""
    case: Case | None = None
    """The case that a number behind "and" inherits."""


def date(text: str, place: int, language: Language) -> Reading | None:
    """Read a date that is written in numbers: 25.12.2019, 2/3/1906, 03-фев-2002, 2019-12-25."""
    match = _DATE.match(text, place)
    if not match:
        return None
    day, month, year = (match[7], match[6], match[5]) if match[5] else (match[1], match[3], match[4])
    if match[2] == "/" and int(day) <= 12 and month.isdigit() and int(month) > 12:
        day, month = month, day
    name = _month_name(month, language)
    if not name or not 1 <= int(day) <= 31 or (len(year) == 2 and match[2] != "."):
        return None
    count = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _CENTURY_STARTS else 2000)
    end = match.end()
    case = _day_case(text, place, end, language)
    words = language.numbers
    spoken = f"{words.ordinal(int(day), case, 'n')} {name} {words.ordinal(count, 'g')}"
    found = [respelling(place, end, spoken)]
    year_word = _short_year(text, end, language)
    return Reading([*found, *year_word], year_word[0].span.end if year_word else end, case)


def _month_name(month: str, language: Language) -> str:
    if month.isdigit():
        return language.month_names[int(month) - 1] if 1 <= int(month) <= 12 else ""
    return language.months.get(month.lower(), "")


def _day_case(text: str, place: int, end: int, language: Language) -> Case:
    before = words_before(text, place)
    if before:
        return language.date_prepositions.get(before[0], "n" if before[0] in language.today else "g")
    return "n" if is_alone(text, place, end) or _DASH_BEHIND.match(text, end) else "g"


def day(text: str, place: int, language: Language) -> Reading | None:
    """Read days before the name of a month, and the year behind it: "с 25 по 27 декабря 2019 г."."""
    match = _DAYS.match(text, place)
    name = language.months.get(match[1].lower()) if match else None
    if not match or not name:
        return None
    items = list(_ITEM.finditer(text, place, match.end()))
    if not all(1 <= int(item[0]) <= 31 for item in items):
        return None
    begin, end = match.span(1)
    find_case = _holiday_case if match[1][0].isupper() else _day_case
    case = find_case(text, place, end, language)
    found: list[Respelling] = []
    for number, item in enumerate(items):
        if number:
            separator = _SEPARATOR.match(text, items[number - 1].end())
            word = (separator[1] or "").lower() if separator else ""
            case = language.date_prepositions.get(word, case) if word.isalpha() else case
            found += dash(text, items[number - 1].end(), item.start())
        found.append(respelling(*item.span(), language.numbers.ordinal(int(item[0]), case, "n")))
    if name != match[1].lower():
        end = without_full_stop(text, end + text.startswith(".", end))
        found.append(respelling(begin, end, name))
    return Reading(*_with_year(text, end, language, found), case)


def _holiday_case(text: str, place: int, _end: int, language: Language) -> Case:
    # "8 Марта" is a name: it needs no genitive to tell when.
    before = words_before(text, place)
    return language.date_prepositions.get(before[0], "n") if before else "n"


def _with_year(text: str, end: int, language: Language, found: list[Respelling]) -> tuple[list[Respelling], int]:
    behind = _YEAR_BEHIND.match(text, end)
    if not behind or behind[1].startswith("0"):
        return found, end
    found.append(respelling(*behind.span(1), language.numbers.ordinal(int(behind[1]), "g")))
    end = behind.end(1)
    year_word = _short_year(text, end, language)
    return [*found, *year_word], year_word[0].span.end if year_word else end


def _short_year(text: str, place: int, language: Language) -> list[Respelling]:
    """Return "г." behind a year written out, if it stands there; it is said only where it is written."""
    tail = _SHORT.match(text, place)
    word = language.year_words.get(tail[1].lower()) if tail else None
    if not tail or not word or word.cases or word.is_plural:
        return []
    return [respelling(tail.start(1), without_full_stop(text, tail.end(), language), language.year.one("g"))]


def dash(text: str, start: int, end: int) -> list[Respelling]:
    """Return how a dash between two numbers is said: with a pause, as one that stands between spaces is."""
    between = text[start:end]
    return [respelling(start, end, " — ")] if between in DASHES and between else []


def time(text: str, place: int, language: Language) -> Reading | None:
    """Read a time of day: 17:30, "в 9.00"; with a point only where the words around tell that it is one."""
    match = _TIME.match(text, place)
    if not match or int(match[1]) > 24 or (place and text[place - 1] in ":.,"):
        return None
    before = words_before(text, place)
    if before and before[0].startswith(language.score_stems):
        return None
    case = language.time_prepositions.get(before[0]) if before else None
    after = words_after(text, match.end())
    if match[2] == "." and (match[4] or case is None or not _may_be_time(text, match.end(), language)):
        return None
    second = int(match[4]) if match[4] else None
    hour, minute = int(match[1]), int(match[3])
    if after and after[0].lower().startswith(language.hour_stem):
        spoken = f"{language.numbers.cardinal(hour, case or 'n')} {language.numbers.cardinal(minute, case or 'n')}"
    else:
        spoken = language.time(hour, minute, second, case or "n")
    return Reading([respelling(place, match.end(), spoken)], match.end(), case)


def _may_be_time(text: str, end: int, language: Language) -> bool:
    # "в 2.50 раза", "до 3.50 руб."
    match = _NEXT_WORD.match(text, end)
    if not match:
        return True
    word = match[1].lower()
    names = (word, f"{word}.")
    is_counted = any(
        name in table for name in names for table in (language.scales, language.units, language.currencies)
    )
    return not is_counted and not word.startswith(language.counted_stems)
