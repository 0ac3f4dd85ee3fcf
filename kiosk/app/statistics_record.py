"""The record in which statistics outlive the program. What is no figure of it is as if it were not there."""

from collections.abc import Mapping
from datetime import date

from kiosk.core.statistics import DAYS_KEPT, MOST_CELLS, MOST_COUNTED, Counter, Group, Statistics

_KNOWN = frozenset((*Counter, *Group))
_LONGEST_NAME = 200
_MOST_FIGURES = 2 * MOST_CELLS


def statistics_record(statistics: Statistics) -> dict[str, object]:
    """Return what is kept as a record."""
    return {
        "day": statistics.day,
        "counts": dict(statistics.counts),
        "pool": {group: dict(cells) for group, cells in statistics.pool.items()},
        "pool_day": statistics.pool_day,
        "told": {day: dict(sums) for day, sums in statistics.told.items()},
    }


def statistics_from(record: Mapping[str, object]) -> Statistics:
    """Return what a record keeps; whoever wrote into it, it stays small and has nothing but counts in it."""
    day = _day(record.get("day"))
    # Without a day nobody knows how old it is.
    raw_pool = _mapping(record.get("pool")) if day else {}
    pool = {group: _counts(cells) for group, cells in raw_pool.items() if group.partition("/")[0] in _KNOWN}
    told = {
        own: _figures(sums)
        for own, sums in _mapping(record.get("told")).items()
        if _day(own) and isinstance(sums, Mapping)
    }
    return Statistics(
        day,
        {name: count for name, count in _counts(record.get("counts")).items() if name in tuple(Counter)},
        pool,
        (_day(record.get("pool_day")) or day) if pool else "",
        dict(sorted(told.items())[-DAYS_KEPT:]),
    )


def _figures(raw: object) -> dict[str, int]:
    return {name: count for name, count in _counts(raw).items() if name.partition("/")[0] in _KNOWN}


def _counts(raw: object) -> dict[str, int]:
    counts = {
        name: min(count, MOST_COUNTED)
        for name, count in _mapping(raw).items()
        if isinstance(count, int) and not isinstance(count, bool) and count > 0 and len(name) <= _LONGEST_NAME
    }
    return dict(list(counts.items())[:_MOST_FIGURES])


def _mapping(raw: object) -> dict[str, object]:
    if not isinstance(raw, Mapping):
        return {}
    return {name: value for name, value in raw.items() if isinstance(name, str)}


def _day(raw: object) -> str:
    try:
        return date.fromisoformat(raw).isoformat() if isinstance(raw, str) else ""
    except ValueError:
        return ""
