"""Turkish dates, times of day and telephone numbers."""

import re
from collections.abc import Sequence

from kiosk.core.spoken.shapes import Shape, instead
from kiosk.core.spoken.turkish_numbers import cardinal, whole_number
from kiosk.core.spoken.turkish_suffixes import ENDING, joined
from kiosk.core.spoken.turkish_words import CURRENCIES, MONTHS, UNITS
from kiosk.core.spoken_form import Respelling

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
# What follows an amount, never a time of day.
_AMOUNT_FOLLOWS = (
    r"(?!\s?(?:"
    + "|".join(re.escape(own) for own in sorted([*CURRENCIES, *UNITS], key=len, reverse=True))
    + r"|milyon|milyar|bin|lira|dolar|avro|euro|puan|metre|kilo\w*|kat|litre|ton|derece|yüzde)(?!\w))"
)


def _date(match: re.Match[str]) -> Sequence[Respelling]:
    day, month, year = match["day"], int(match["month"]), match["year"]
    if len(year) == 2 and (len(day), len(match["month"])) != (2, 2):
        return ()
    said = f"{cardinal(int(day))} {MONTHS[month - 1]} {whole_number(year)}"
    return instead(match, joined(said, match["ending"]))


def _time(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a time of day; a point parts hours from minutes only where that is certain."""
    hour, minute, second, ending = match["hour"], match["minute"], match["second"], match["ending"]
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    if match["sign"] == "." and not (
        len(hour) == 2 or ending or before.rstrip().endswith(("saat", "saati", "saatler"))
    ):
        return ()
    if before.rstrip().endswith(("yüzde", "%")):
        return ()
    said = [whole_number(hour) if hour == "00" else cardinal(int(hour))]
    if minute != "00":
        said.append(whole_number(minute))
    if second and second != "00":
        said.append(whole_number(second))
    return instead(match, joined(" ".join(said), ending))


def _telephone(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a telephone number that is written in one piece in the groups in which people say it."""
    country = (match["country"] or "").replace("+", "artı ").replace("90", "doksan")
    country = country.replace("0", "sıfır")
    groups = [whole_number(match[place]) for place in ("area", "first", "second", "third")]
    return instead(match, " ".join([country, ", ".join(groups)]).strip())


def shapes() -> tuple[Shape, ...]:
    """Return how Turkish writes dates, times and telephone numbers."""
    return (
        Shape(
            re.compile(
                rf"(?<![\w.,/-]){_DAY}(?P<sign>[./-]){_MONTH}(?P=sign)(?P<year>\d{{4}}|\d{{2}})(?!\w|[./-]\d){ENDING}"
            ),
            _date,
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/-])(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\w|-){ENDING}"
            ),
            _date,
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?P<sign>[.:])(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
                rf"(?![\w:%‰]|[.,]\d){_AMOUNT_FOLLOWS}{ENDING}"
            ),
            _time,
        ),
        Shape(
            re.compile(
                r"(?<![\w.,])(?P<country>\+?90|0)?(?P<area>[2-5]\d\d)(?P<first>\d{3})(?P<second>\d\d)(?P<third>\d\d)(?!\w|[.,]\d)"
            ),
            _telephone,
        ),
    )
