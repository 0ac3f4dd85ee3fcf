"""Opening hours of a place, as an operator writes them: "Mo-Fr 09:00-18:00; Sa 10:00-16:00; 2026-12-25 closed".

Pure: knows no clock and no time zone; moments are what a clock on the wall shows. A stretch holds from its first
minute to before its last one; one that ends before it begins goes over midnight, and belongs to the day on which
it begins. Days that are not named are closed. An empty text is always open.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple, TypeVar

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY_MINUTES = 24 * 60
# Weekly hours come again within a week; exceptions may close a place for longer.
_MOST_DAYS_AHEAD = 400
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_CLOSED = "closed"

_Day = TypeVar("_Day", int, date)


class Stretch(NamedTuple):
    """A stretch of time in which a place is open."""

    begin: int
    """Minutes after midnight, 0 to 1439."""
    end: int
    """Minutes after the same midnight, up to 2879: the next day's where it goes over midnight."""


class OpeningHours(NamedTuple):
    """When a place is open."""

    week: Mapping[int, tuple[Stretch, ...]] = {}
    """By day of the week, Monday is 0; a day that is not in it is closed."""
    exceptions: Mapping[date, tuple[Stretch, ...]] = {}
    """What holds on single days instead."""
    is_always: bool = True
    """Whether it never closes; the rest counts for nothing then."""

    def of(self, day: date) -> tuple[Stretch, ...]:
        """Return the stretches that begin on a day."""
        if self.is_always:
            return (Stretch(0, _DAY_MINUTES),)
        return self.exceptions.get(day, self.week.get(day.weekday(), ()))

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at a moment, as the clock on the wall shows it."""
        if self.is_always:
            return True
        minute, today = at.hour * 60 + at.minute, at.date()
        yesterday = today - timedelta(days=1) if today > date.min else today
        return any(own.begin <= minute < own.end for own in self.of(today)) or any(
            minute + _DAY_MINUTES < own.end for own in self.of(yesterday)
        )

    def next_change(self, at: datetime) -> datetime | None:
        """Return when it opens or closes next, after a moment; None when that is too far ahead, or never."""
        if self.is_always:
            return None
        is_open = self.is_open(at)
        return next((moment for moment in self._edges(at) if self.is_open(moment) is not is_open), None)

    def _edges(self, at: datetime) -> Iterator[datetime]:
        midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
        for ahead in range(-1, _MOST_DAYS_AHEAD):
            start = midnight + timedelta(days=ahead)
            edges = sorted({minute for stretch in self.of(start.date()) for minute in stretch})
            yield from (moment for edge in edges if (moment := start + timedelta(minutes=edge)) > at)


def parse_hours(text: str) -> OpeningHours:
    """Read opening hours.

    Args:
        text: rules with ";" between them; each is days of the week ("Mo-Fr", "Sa,Su") or a date (2026-12-25), and
            then times ("09:00-12:00,13:00-18:00") or "closed".

    Raises:
        ValueError: a rule cannot be understood; the message quotes it and says what is expected.
    """
    rules = [rule for part in text.split(";") if (rule := part.strip())]
    if not rules:
        return OpeningHours()
    week: dict[int, tuple[Stretch, ...]] = {}
    exceptions: dict[date, tuple[Stretch, ...]] = {}
    for rule in rules:
        when, _, what = rule.partition(" ")
        stretches = _stretches(what.strip(), rule)
        if when[:1].isdigit():
            _add(exceptions, [_date(when, rule)], stretches, rule)
        else:
            _add(week, _days(when, rule), stretches, rule)
    return OpeningHours(week, exceptions, is_always=False)


def hours_problem(text: str) -> str:
    """Return why a text is no opening hours, in plain English; empty when it is."""
    try:
        parse_hours(text)
    except ValueError as error:
        return str(error)
    return ""


def _add(
    hours: dict[_Day, tuple[Stretch, ...]], days: list[_Day], stretches: tuple[Stretch, ...], rule: str
) -> None:
    for day in days:
        if day in hours:
            raise ValueError(f"{rule!r}: that day has hours already; write all its times in one rule, with commas")
        hours[day] = stretches


def _days(text: str, rule: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        names = (first, last) if dash else (first,)
        if any(name not in DAYS for name in names):
            raise ValueError(f"{rule!r}: {part!r} is neither a day ({', '.join(DAYS)}) nor a date (2026-12-25)")
        begin, end = DAYS.index(names[0]), DAYS.index(names[-1])
        found += [day % 7 for day in range(begin, (end if end >= begin else end + 7) + 1)]
    return found


def _date(text: str, rule: str) -> date:
    if match := _DATE.fullmatch(text):
        with suppress(ValueError):
            return date(int(match[1]), int(match[2]), int(match[3]))
    raise ValueError(f"{rule!r}: {text!r} is no date, such as 2026-12-25")


def _stretches(text: str, rule: str) -> tuple[Stretch, ...]:
    if text == _CLOSED:
        return ()
    found = sorted(_stretch(part.strip(), rule) for part in text.split(","))
    for one, other in pairwise(found):
        if other.begin < one.end:
            raise ValueError(f"{rule!r}: two of its times overlap")
    return tuple(found)


def _stretch(text: str, rule: str) -> Stretch:
    begin, _, end = text.partition("-")
    first, last = _minutes(begin), _minutes(end)
    if first is None or last is None or first == _DAY_MINUTES:
        raise ValueError(f"{rule!r}: {text!r} is no time, such as 09:00-18:00, nor {_CLOSED!r}")
    if first == last:
        raise ValueError(f"{rule!r}: {text!r} has no length; all day is 00:00-24:00")
    return Stretch(first, last if last > first else last + _DAY_MINUTES)


def _minutes(text: str) -> int | None:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2])
    is_time = (hours < 24 and minutes < 60) or (hours, minutes) == (24, 0)
    return hours * 60 + minutes if is_time else None
