"""How English says dates, years and decades.

"3/4/1998" is the third of April in one country and March the fourth in another: such a date is read as it is
written. One that can be only one day is read as that day.
"""

from re import Match

from kiosk.core.spoken.english_numbers import bare, cardinal, ordinal, pairs, plural, year
from kiosk.core.spoken.english_text import (
    DASH,
    GAP,
    NOTHING,
    Found,
    compiled,
    full_stop,
    piece,
    word_after,
    word_before,
    word_set,
)
from kiosk.core.spoken_form import Respelling

_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = {short.lower(): name for name in _NAMES for short in (name, name[:3])} | {"sept": "September"}
"""Months by their names and short forms in lower case."""

# Also English words of another kind: months only where they are written large.
_MONTH_OR_WORD = frozenset(("may", "march", "mar"))
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?![\d,]\d|\w)"
_DAY_MONTH = (
    rf"(?i)(?P<day>\d{{1,2}}){_ORDINAL}(?P<to>{GAP}?{DASH}{GAP}?(?P<last>\d{{1,2}}){_ORDINAL})?"
    rf"(?P<of>{GAP}of{GAP}|(?P<join>[-{GAP[1:-1]}]))(?P<month>{_MONTH})(?P<dot>\.?)(?:(?:,?{GAP}|-){_YEAR})?"
)
_FIRST_DAY = rf"(?i)(\d{{1,2}})(?={GAP}(?:and|or|to|&){GAP}\d{{1,2}}{GAP}{_MONTH})"
_MONTH_DAY = (
    rf"(?i)(?P<month>{_MONTH})(?P<dot>\.?)[-{GAP[1:-1]}](?P<day>\d{{1,2}})(?P<ordinal>{_ORDINAL})"
    rf"(?P<to>{GAP}?{DASH}{GAP}?(?P<last>\d{{1,2}}){_ORDINAL})?(?![\d:/%]|[.,]\d|[a-z])(?:,?{GAP}{_YEAR})?"
)
TO_DATE = r"–(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)"
"""A dash before a month or a weekday, as a pattern."""
_YEAR_FIRST = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/]|[-.]\d)(?=\b|T)"
_YEAR_LAST = r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|[-.]\d)"
_YEARS = rf"([12]\d{{3}}){GAP}?([-–—/]){GAP}?(\d{{4}}|\d{{2}})(?![\w%°]|[.,/:-]\d)"
_DECADE = rf"(\d{{2,4}})(['’]?)s\b(?:({GAP}?[-–]{GAP}?['’]?)(\d{{2}}|\d{{4}})['’]?s\b)?"

# "In May 10 people came": after these words a month stands alone.
_MONTH_ALONE = word_set("in last late early mid this next")
# After these words four digits are a year, even before a noun: "in 2019 protests began".
_YEAR_AFTER = word_set("in since until till during year early late mid summer winter spring autumn fall")
# After these words four digits are an amount: "more than 1950 houses".
_AMOUNT_AFTER = word_set("than over nearly almost exactly approximately every least most total another only")
_COUNTED = word_set(
    "people men women children meters metres kilometers kilometres miles feet yards inches dollars euros "
    "pounds cents rubles hours minutes seconds days weeks months years words pages tons tonnes calories "
    "points votes soldiers troops percent degrees kilograms grams liters litres square cubic hundred "
    "thousand million"
)
_NO_NOUN = word_set("was is as has his its this thus us does yes less perhaps plus across towards besides")


def numeric_date(text: str, start: int) -> Found:
    """Say a date that is written in digits alone: "2019-12-25", "25/12/2019", "01.10.2010"."""
    found = compiled(_YEAR_FIRST).match(text, start)
    if found:
        said = _full_date(int(found[4]), int(found[3]), found[1], is_day_first=False)
        return (piece(start, found.end(), said),) if said else NOTHING
    found = compiled(_YEAR_LAST).match(text, start)
    if not found:
        return _month_of_year(text, start)
    first, sign, second = int(found[1]), found[2], int(found[3])
    if sign != "/" and len(found[4]) == 2 and not (sign == "." and len(found[1]) == len(found[3]) == 2):
        return NOTHING
    if sign == "/" and first <= 12 and second <= 12 and first != second:
        said = f"{_part(found[1])} slash {_part(found[3])} slash {_year_of(found[4])}"
    elif second <= 12 and (sign == "." or first > 12):
        # Whoever writes points between the numbers writes the day first.
        said = _full_date(first, second, found[4], is_day_first=True)
    else:
        said = _full_date(second, first, found[4], is_day_first=False)
    return (piece(start, found.end(), said),) if said else NOTHING


def _month_of_year(text: str, start: int) -> Found:
    found = compiled(r"(\d{1,2})/((?:19|20)\d\d)(?![\w/]|[.,]\d)").match(text, start)
    if not found or not 1 <= int(found[1]) <= 12 or text[start - 1 : start] == "/":
        return NOTHING
    return (piece(start, found.end(), f"{_NAMES[int(found[1]) - 1]} {year(int(found[2]))}"),)


def _part(row: str) -> str:
    return cardinal(int(row))


def _year_of(row: str) -> str:
    return year(int(row)) if len(row) == 4 else pairs(row)


def _full_date(day: int, month: int, year_row: str, is_day_first: bool) -> str:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return ""
    name = _NAMES[month - 1]
    said = f"the {ordinal(day)} of {name}" if is_day_first else f"{name} {ordinal(day)}"
    return f"{said} {_year_of(year_row)}"


def first_day(text: str, start: int) -> Found:
    """Say the first of two days of one month: "on 1 and 2 March"."""
    found = compiled(_FIRST_DAY).match(text, start)
    if not found or not 1 <= int(found[1]) <= 31:
        return NOTHING
    the = "" if word_before(text, start).lower() == "the" else "the "
    return (piece(*found.span(1), f"{the}{ordinal(int(found[1]))}"),)


def day_month(text: str, start: int) -> Found:
    """Say "25 December 2019", "10–12 May", "4th of July": the day, the month's short form, the year."""
    found = compiled(_DAY_MONTH).match(text, start)
    if not found or found["month"] in _MONTH_OR_WORD or not 1 <= int(found["day"]) <= 31:
        return NOTHING
    day = ordinal(int(found["day"]))
    if found["last"]:
        if not int(found["day"]) < int(found["last"]) <= 31:
            return NOTHING
        day = f"{day} to the {ordinal(int(found['last']))}"
    if found["join"] is None:
        pieces = [piece(start, found.start("of"), day)]
    else:
        the = "" if word_before(text, start).lower() == "the" else "the "
        pieces = [piece(start, found.start("of"), f"{the}{day} of")]
    pieces += _month_pieces(text, found.start("month"), found["month"], found.start("dot"))
    if found["join"] == "-":
        said = " ".join((pieces[0].spoken, MONTHS[found["month"].lower()], *_year_words(found["year"])))
        return (piece(start, found.end("year") if found["year"] else found.end("month"), said),)
    return (*pieces, *_year_pieces(found.start("year"), found["year"]))


def month_day(text: str, start: int) -> Found:
    """Say "December 25, 2019", "Jan. 15", "May 5–7"; a short form of a month alone where it has its point."""
    found = compiled(_MONTH_DAY).match(text, start)
    if not found or found["month"] in _MONTH_OR_WORD or not _is_day(found["day"], found["last"]):
        return _short_month(text, start)
    day = ordinal(int(found["day"]))
    if found["last"]:
        day = f"{day} to {ordinal(int(found['last']))}"
    # A year of two digits in "May '98" or a time behind is not part of it.
    end = found.end("to") if found["to"] else found.end("ordinal")
    if text[found.start("day") - 1] == "-":
        pieces = [piece(start, end, f"{MONTHS[found['month'].lower()]} {day}")]
    elif not found["year"] and not found["ordinal"] and word_before(text, start).lower() in _MONTH_ALONE:
        return _short_month(text, start)
    else:
        pieces = _month_pieces(text, start, found["month"], found.start("dot"))
        pieces.append(piece(found.start("day"), end, day))
    return (*pieces, *_year_pieces(found.start("year"), found["year"]))


def _is_day(day: str, last: str | None) -> bool:
    return 1 <= int(day) <= 31 and (last is None or int(day) < int(last) <= 31)


def _short_month(text: str, start: int) -> Found:
    found = compiled(r"(Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|Mar|Jun|Jul)(\.?)").match(text, start)
    if not found:
        return NOTHING
    year_follows = compiled(GAP + r"\d{4}\b").match(text, found.end()) is not None
    # "Mar" and "Jul" may be names.
    if year_follows or (found[2] and found[1] not in ("Mar", "Jun", "Jul")):
        return tuple(_month_pieces(text, start, found[1], found.end(1)))
    return NOTHING


def _month_pieces(text: str, start: int, written: str, dot: int) -> list[Respelling]:
    name = MONTHS[written.lower()]
    if written.lower() == name.lower():
        return []
    has_dot = text[dot : dot + 1] == "."
    return [piece(start, dot + has_dot, name + full_stop(text, dot))]


def _year_words(row: str | None) -> tuple[str, ...]:
    return (year(int(row)),) if row else ()


def _year_pieces(start: int, row: str | None) -> Found:
    return (piece(start, start + 4, year(int(row))),) if row else NOTHING


# -- years and decades ----------------------------------------------------------------------------------------


def years(text: str, start: int) -> Found:
    """Say a stretch of years: "1990-95", "2019–2021", "2023/24"; "2019-05" is a month of that year."""
    found = compiled(_YEARS).match(text, start)
    if not found:
        return NOTHING
    first, second = int(found[1]), found[3]
    if len(second) == 4:
        if not 1000 <= first <= int(second) <= 2100:
            return NOTHING
        return _stretch(found, (year(first), year(int(second))))
    if int(second) > first % 100 or second == "00":
        last = pairs(second) if second != "00" else year(first // 100 * 100 + 100)
        return _stretch(found, (year(first), last))
    if found[2] == "-" and 1 <= int(second) <= 12:
        return (piece(start, found.end(), f"{_NAMES[int(second) - 1]} {year(first)}"),)
    return NOTHING


def _stretch(found: Match[str], said: tuple[str, str]) -> Found:
    spans = (found.span(number) for number in (1, 2, 3))
    return tuple(piece(*span, words) for span, words in zip(spans, (said[0], "to", said[1]), strict=True))


def decade(text: str, start: int) -> Found:
    """Say "1980s", "the '90s", "in her 20s", "1960s–1980s"."""
    found = compiled(_DECADE).match(text, start)
    if not found or (found[2] and not (len(found[1]) == 4 or found[1][1:] == "0")):
        return NOTHING
    said = _many(found[1])
    if found[4]:
        said = f"{said} to {_many(found[4])}"
    return (piece(start, found.end(), said),)


def _many(row: str) -> str:
    if row in ("100", "1000"):
        # "100s of people".
        return "hundreds" if row == "100" else "thousands"
    if len(row) == 4 and row[0] in "12":
        return plural(year(int(row)))
    return plural("hundred" if row == "00" else pairs(row))


def short_year(text: str, start: int) -> Found:
    """Say what an apostrophe shortens: "'98", "the '90s"."""
    found = compiled(r"['’‘](\d\d)(?![\d:%]|[.,]\d)").match(text, start)
    if not found or (start and (text[start - 1].isalnum() or text[start - 1] in ".,")):
        return NOTHING
    decades = decade(text, start + 1)
    if decades:
        return (piece(start, decades[0].span.end, decades[0].spoken),)
    return (piece(start, found.end(), pairs(found[1])),)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four bare digits are said as a year rather than as an amount."""
    value = int(bare(text[start:end]))
    before, after = word_before(text, start).lower(), word_after(text, end)
    if after in ("BC", "BCE", "AD", "CE") or before == "ad" or before.strip(".") in MONTHS:
        return True
    if not 1100 <= value <= 2099:
        return before == "year" or (1000 <= value < 1100 and before in _YEAR_AFTER)
    if before in _AMOUNT_AFTER or after in _COUNTED:
        return False
    if before in _YEAR_AFTER or (before == "the" and value >= 1500 and value % 100):
        return True
    return not (after.islower() and after.endswith("s") and after not in _NO_NOUN)
