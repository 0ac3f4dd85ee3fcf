"""Arabic dates, times of day and telephone numbers."""

import re
from collections.abc import Iterator, Sequence

from kiosk.core.spoken.arabic_nouns import Noun, counted
from kiosk.core.spoken.arabic_numbers import Agreement, Amount, cardinal, digits_one_by_one, ordinal
from kiosk.core.spoken.arabic_quantities import PREFIX, prefixed
from kiosk.core.spoken.arabic_words import MONTH_NAMES, MONTHS
from kiosk.core.spoken.shapes import Shape, instead
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

_MINUTE = Noun("دَقِيقَة", "دَقَائِق")
_SECOND = Noun("ثانِيَة", "ثَوَانِي")
_HALVES = {"ص": "صَبَاحًا", "م": "مَسَاءً", "AM": "صَبَاحًا", "PM": "مَسَاءً", "am": "صَبَاحًا", "pm": "مَسَاءً"}
_MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
_LAST_DAY = 31
_EVENING = 17
_PART_OF_DAY = re.compile(r" (?:صباح|مساء|ظهر|عصر|ليل|فجر|بعد الظهر|بعد منتصف)")


def _day(match: re.Match[str]) -> Sequence[Respelling]:
    """Say the day before a month as an ordinal; "of" follows unless it is written."""
    day = int(match["day"])
    if not 1 <= day <= _LAST_DAY:
        return ()
    said = prefixed(match["prefix"], ordinal(day))
    has_of = match.groupdict().get("of") is not None or "month" not in match.groupdict()
    span = TextSpan(match.start(), match.end("day"))
    return (Respelling(span, said if has_of else f"{said} مِن"),)


def _date(match: re.Match[str]) -> Sequence[Respelling]:
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= day <= _LAST_DAY and 1 <= month <= 12):
        return ()
    year_words = cardinal(year, Agreement(is_oblique=True))
    return instead(match, prefixed(match["prefix"], f"{ordinal(day)} مِن {MONTHS[month - 1]} {year_words}"))


def _hour(hour: int) -> str:
    """Return an hour from 0 to 24 as the clock's face shows it."""
    shown = (hour - 1) % 12 + 1
    return "الوَاحِدَة" if shown == 1 else ordinal(shown, is_feminine=True)


def _part_of_day(hour: int) -> str:
    """Return what tells an hour after noon, or the one after midnight, from its twin."""
    if hour in (0, 24):
        return " بعد مُنْتَصَف الليل"
    return "" if hour <= 12 else " بعد الظهر" if hour < _EVENING else " مَسَاءً"


def _time(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a time of day by the hour's ordinal, with quarter and half, else with minutes."""
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 24 or minute > 59 or second > 59:
        return ()
    if hour % 24 == minute == second == 0:
        return instead(match, prefixed(match["prefix"], "مُنْتَصَف الليل"))
    said = _hour(hour) + _minutes(minute)
    if second:
        said += f" وَ{_counted(second, _SECOND)}"
    if match["half"]:
        said += f" {_HALVES[match['half']]}"
    elif not _PART_OF_DAY.match(match.string, match.end()):
        said += _part_of_day(hour)
    return instead(match, prefixed(match["prefix"], said))


def _minutes(minute: int) -> str:
    named = {0: "", 15: " وَالرُبْع", 30: " وَالنِصْف"}
    return named[minute] if minute in named else f" وَ{_counted(minute, _MINUTE)}"


def _counted(number: int, noun: Noun) -> str:
    if number == 1:
        return noun.one
    return " ".join(part for part in counted(Amount(str(number)), noun, is_oblique=True) if part)


def _clock(match: re.Match[str]) -> Sequence[Respelling]:
    hour = int(match["number"])
    return instead(match, _hour(hour), "number") if 1 <= hour <= 24 else ()


def _half(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, _HALVES[match["half"]], "half")


def _telephone(match: re.Match[str]) -> Iterator[Respelling]:
    """Say a telephone number digit by digit, each group in its place."""
    if not 7 <= sum(sign.isdigit() for sign in match[0]) <= 15:
        return
    for part in re.finditer(r"\d+|\+|[-()]+", match[0]):
        span = TextSpan(*part.span()).shifted(match.start())
        if part[0].isdigit():
            yield Respelling(span, digits_one_by_one(part[0]))
        else:
            yield Respelling(span, "زائد " if part[0] == "+" else "، " if "-" in part[0] else " ")


def shapes() -> tuple[Shape, ...]:
    """Return how Arabic writes dates, times and telephone numbers."""
    end = r"(?!\w|[./-]\d)"
    day, month, year = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
    halves = rf"(?: ?(?P<half>{'|'.join(_HALVES)})(?!\w))"
    return (
        Shape(re.compile(rf"{PREFIX}{day}(?P<sign>[./-]){month}(?P=sign){year}{end}"), _date),
        Shape(re.compile(rf"{PREFIX}{year}(?P<sign>[./-]){month}(?P=sign){day}{end}"), _date),
        Shape(re.compile(rf"{PREFIX}{day} (?P<of>من )?(?:شهر )?(?P<month>{_MONTH})(?!\w)"), _day),
        Shape(
            re.compile(
                rf"{PREFIX}{day}(?=(?:[-–]| (?:و|أو |إلى |حتى ))(?:ال)?ـ?\d{{1,2}} (?:من )?(?:{_MONTH})(?!\w))"
            ),
            _day,
        ),
        Shape(
            re.compile(
                rf"{PREFIX}(?P<hour>\d{{1,2}})(?::|(?<=الساعة \d)\.|(?<=الساعة \d\d)\.)(?P<minute>\d\d)"
                rf"(?::(?P<second>\d\d))?(?![\w:%٪]|[.,٫]\d){halves}?"
            ),
            _time,
        ),
        Shape(re.compile(r"(?:الساعة|للساعة) (?:الـ?)?(?P<number>\d{1,2})(?!\w|[.:,٫]\d)"), _clock),
        Shape(re.compile(rf"(?<=الساعة )\d{{1,2}}{halves}"), _half),
        Shape(
            re.compile(
                r"(?<![\w.,+])(?:\+\d{1,3}(?:[ -]?\(?\d{1,12}\)?){1,6}|00?[1-9]\d{0,4}(?:[ -]\d{2,8}){1,5}"
                r"|00?[1-9]\d{6,12})(?!\w|[.,٫]\d)"
            ),
            _telephone,
        ),
    )
