"""Opening hours changed step by step, and written as an operator writes them. Pure: knows no clock.

Each day of the week gets one stretch, or none; what the station file says of breaks stays until that day changes.
"""

from collections.abc import Sequence
from datetime import date

from kiosk.core.opening_hours import DAYS, OpeningHours, Stretch

USUAL = Stretch(9 * 60, 18 * 60)
STEP_MINUTES = 15
_DAY_MINUTES = 24 * 60


def hours_text(hours: OpeningHours) -> str:
    """Return opening hours as :func:`kiosk.core.opening_hours.parse_hours` reads them; empty for always."""
    if hours.is_always:
        return ""
    week = [f"{name} {_written(hours.week.get(day, ()))}" for day, name in enumerate(DAYS)]
    days = [f"{day.isoformat()} {_written(hours.exceptions[day])}" for day in sorted(hours.exceptions)]
    return "; ".join((*week, *days))


def with_always(hours: OpeningHours, is_always: bool) -> OpeningHours:
    """Let a place be open always, or each day at usual hours."""
    if is_always:
        return OpeningHours()
    return hours if not hours.is_always else OpeningHours(dict.fromkeys(range(7), (USUAL,)), {}, is_always=False)


def with_day(hours: OpeningHours, day: int, is_open: bool) -> OpeningHours:
    """Let a day of the week be open, at the usual hours, or closed.

    Args:
        hours: as they are; not always.
        day: of the week, Monday is 0.
        is_open: which of both.
    """
    return _with_week(hours, day, (USUAL,) if is_open else ())


def with_step(hours: OpeningHours, day: int, is_end: bool, by: int) -> OpeningHours:
    """Let a day begin or end a quarter of an hour later, or earlier for -1; around midnight it goes on.

    Args:
        hours: as they are; the day is open.
        day: of the week, Monday is 0.
        is_end: whether the end is meant.
        by: 1 or -1.
    """
    stretch = span_of(hours, day)
    begin, end = stretch.begin, stretch.end % _DAY_MINUTES
    if is_end:
        end = (end + by * STEP_MINUTES) % _DAY_MINUTES
        end = (end + by * STEP_MINUTES) % _DAY_MINUTES if end == begin else end
    else:
        begin = (begin + by * STEP_MINUTES) % _DAY_MINUTES
        begin = (begin + by * STEP_MINUTES) % _DAY_MINUTES if begin == end else begin
    return _with_week(hours, day, (Stretch(begin, end if end > begin else end + _DAY_MINUTES),))


def span_of(hours: OpeningHours, day: int) -> Stretch:
    """Return from when to when a day is open, breaks left out; the usual hours where it is closed."""
    stretches = hours.week.get(day, ())
    return Stretch(stretches[0].begin, stretches[-1].end) if stretches else USUAL


def with_same(hours: OpeningHours, day: int) -> OpeningHours:
    """Let every day of the week be as one is."""
    return hours._replace(week={own: hours.week.get(day, ()) for own in range(7)})


def with_closed(hours: OpeningHours, day: date, is_closed: bool) -> OpeningHours:
    """Let a single day be closed, or as the week has it; days before it are forgotten."""
    exceptions = {own: what for own, what in hours.exceptions.items() if own > day}
    if is_closed:
        exceptions[day] = ()
    return hours._replace(exceptions=exceptions)


def _with_week(hours: OpeningHours, day: int, stretches: Sequence[Stretch]) -> OpeningHours:
    return hours._replace(week={**hours.week, day: tuple(stretches)})


def _written(stretches: Sequence[Stretch]) -> str:
    return ",".join(f"{_time(own.begin)}-{_time(own.end)}" for own in stretches) or "closed"


def _time(minutes: int) -> str:
    at = minutes if minutes <= _DAY_MINUTES else minutes - _DAY_MINUTES
    return f"{at // 60:02}:{at % 60:02}"
