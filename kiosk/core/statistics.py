"""What is counted at a public kiosk: how often, day by day, and never by whom or when. Knows no clock and no file.

1. Of a day only counters are kept: visits, idle resets, extensions, crashes, appeal cards.
2. What says how people read goes into a pool that knows no day: article, language, speech, colours, size, length
   of the visit, appeal codes. A pool is told at the end of a day, once ``LEAST_VISITS`` visits are in it, as
   tables without small numbers (``suppression``), and is empty then. When it is told depends on the number of
   visits alone, each visit is in one pool, and what was told never changes: no two figures can be compared to
   learn what one person did.
3. Nothing is told of a day before it is over, since who looks twice would see what came between.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from kiosk.core.suppression import FEWEST, suppressed

DAYS_KEPT = 90
LEAST_VISITS = 20
# A day of a kiosk has 1,440 minutes; what is larger was not counted here.
MOST_COUNTED = 1_000_000
MOST_CELLS = 200
_LONGEST_NAME = 80

_MINUTES_FROM = (0, 2, 5, 10, 20, 40)
_SIZES_FROM_PT = (18, 28, 48, 84)


class Counter(StrEnum):
    """What is counted by the day."""

    VISITS = "visits"
    IDLE_RESETS = "idle-resets"
    EXTENSIONS = "extensions"
    CRASHES = "crashes"
    CARDS_SHOWN = "appeal-cards-shown"


class Group(StrEnum):
    """What is counted over many visits; each has cells."""

    MINUTES = "median-visit-minutes"
    PLAYS = "plays"
    LANGUAGES = "languages"
    SPEECH = "speech"
    THEMES = "themes"
    SIZES = "text-sizes"
    CODES = "appeal-codes-opened"


class Visit(NamedTuple):
    """What a visit adds to the pool; it is kept nowhere else."""

    minutes: int
    """How long it took."""
    plays: frozenset[tuple[str, str]]
    """Language ("en") and id of each article that was read aloud: once, however often."""
    language: str
    """Of the interface at its end; that counts where nothing was read aloud."""
    theme: str
    """Its colours at its end."""
    size_pt: int
    """Its text size at its end."""


class Statistics(NamedTuple):
    """All that is kept."""

    day: str = ""
    """The day that is counted now, as 2026-11-26; empty before the first."""
    counts: Mapping[str, int] = {}
    """Its counters."""
    pool: Mapping[str, Mapping[str, int]] = {}
    """What is not told yet: group to cell to how often."""
    pool_day: str = ""
    """The day on which the pool was begun; empty while nothing is in it."""
    told: Mapping[str, Mapping[str, int]] = {}
    """What may be shown: day to figure to how often. A figure is a counter, or a group and a cell."""


class Row(NamedTuple):
    """One figure of one day, as it is written to a table."""

    day: str
    """As 2026-11-26."""
    counter: str
    """What was counted."""
    of: str
    """Which one of many, or empty."""
    times: int
    """How often."""


def counted(statistics: Statistics, counter: Counter) -> Statistics:
    """Count something on the day that is open."""
    counts = {**statistics.counts, counter: _capped(statistics.counts.get(counter, 0) + 1)}
    return statistics._replace(counts=counts)


def visited(statistics: Statistics, visit: Visit) -> Statistics:
    """Put a visit that has ended into the pool."""
    languages = {language for language, _ in visit.plays} or {visit.language}
    names = [
        (Group.MINUTES.value, band(visit.minutes, _MINUTES_FROM)),
        (Group.SPEECH.value, "on" if visit.plays else "off"),
        (Group.THEMES.value, cell_name(visit.theme)),
        (Group.SIZES.value, band(visit.size_pt, _SIZES_FROM_PT)),
        *((Group.LANGUAGES.value, cell_name(language)) for language in languages),
        *((f"{Group.PLAYS}/{cell_name(language)}", cell_name(article)) for language, article in visit.plays),
    ]
    return _pooled(statistics, names)


def appealed(statistics: Statistics, is_code_open: bool) -> Statistics:
    """Put a card that is not shown any more into the pool: whether its code was opened."""
    return _pooled(statistics, [(Group.CODES.value, "opened" if is_code_open else "left")])


def opened(statistics: Statistics, today: date) -> Statistics:
    """Count on a day from now on: another one that was open is over, and what is too old is dropped."""
    day = today.isoformat()
    if statistics.day == day:
        return statistics
    over = _closed(statistics)
    told = _kept(over.told, today)
    if over.pool_day and _age(over.pool_day, today) > DAYS_KEPT:
        over = over._replace(pool={}, pool_day="")
    # A day that comes once more, because the clock was set back, goes on beside what was told of it.
    return over._replace(day=day, counts={}, told=told)


def figures(statistics: Statistics, today: date, days: int) -> dict[str, int]:
    """Return the sums of what was told of the last days before today.

    Args:
        statistics: what is kept.
        today: is not among them.
        days: how many, 1 to 90.

    Returns:
        How often each figure was counted.
    """
    sums: dict[str, int] = {}
    for day, told in statistics.told.items():
        if 1 <= _age(day, today) <= days:
            for name, count in told.items():
                sums[name] = sums.get(name, 0) + count
    return sums


def cells_of(sums: Mapping[str, int], group: Group) -> list[tuple[str, int]]:
    """Return the cells of a group with how often each was counted, the most frequent first."""
    cells = [(name.partition("/")[2], count) for name, count in sums.items() if name.startswith(f"{group}/")]
    return sorted(cells, key=lambda cell: (-cell[1], cell[0]))


def median_cell(cells: Iterable[tuple[str, int]]) -> str:
    """Return the band of numbers in which the middle one lies, empty when there is none."""
    ordered = sorted(cells, key=lambda cell: int(cell[0].partition("-")[0]))
    left = sum(count for _, count in ordered) / 2
    for name, count in ordered:
        left -= count
        if left <= 0:
            return name
    return ""


def rows(statistics: Statistics) -> list[Row]:
    """Return every figure that may be shown, by day."""
    return [
        Row(day, *_parted(name), count)
        for day, told in sorted(statistics.told.items())
        for name, count in sorted(told.items())
    ]


def band(number: int, edges: tuple[int, ...]) -> str:
    """Return the name of the band in which a number lies: "5-9", and "40-" for the last."""
    number = max(edges[0], number)
    at = max(place for place, edge in enumerate(edges) if edge <= number)
    return f"{edges[at]}-{edges[at + 1] - 1}" if at + 1 < len(edges) else f"{edges[at]}-"


def cell_name(text: str) -> str:
    """Return what a publisher calls something, so that it is one short line of a table and no formula."""
    line = "".join(letter if letter.isprintable() else " " for letter in text[:_LONGEST_NAME])
    return line.strip().lstrip("=+-@(\"'\t ") or "unnamed"


# -- how a day ends ------------------------------------------------------------------------------------------


def _pooled(statistics: Statistics, names: Iterable[tuple[str, str]]) -> Statistics:
    pool = {group: dict(cells) for group, cells in statistics.pool.items()}
    for group, cell in names:
        cells = pool.setdefault(group, {})
        # However many articles somebody ships, the record stays small.
        name = cell if cell in cells or len(cells) < MOST_CELLS else "more"
        cells[name] = _capped(cells.get(name, 0) + 1)
    return statistics._replace(pool=pool, pool_day=statistics.pool_day or statistics.day)


def _closed(statistics: Statistics) -> Statistics:
    """Tell what may be told of the day that is over."""
    told = {day: dict(sums) for day, sums in statistics.told.items()}
    own = told.setdefault(statistics.day, {}) if statistics.day else {}
    news = {name: count for name, count in statistics.counts.items() if count}
    is_full = sum(statistics.pool.get(Group.MINUTES, {}).values()) >= LEAST_VISITS
    if is_full:
        news |= _told_pool(statistics.pool)
        statistics = statistics._replace(pool={}, pool_day="")
    for name, count in news.items():
        own[name] = _capped(own.get(name, 0) + count)
    return statistics._replace(told={day: sums for day, sums in told.items() if sums}, counts={})


def _told_pool(pool: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    lengths = pool[Group.MINUTES]
    told = {f"{Group.MINUTES}/{median_cell(lengths.items())}": sum(lengths.values())}
    languages = suppressed(pool.get(Group.LANGUAGES, {}))
    for group in (Group.SPEECH, Group.THEMES, Group.SIZES):
        told |= {f"{group}/{name}": count for name, count in suppressed(pool.get(group, {})).items()}
    told |= {f"{Group.LANGUAGES}/{name}": count for name, count in languages.items()}
    for language in languages:
        # Of a language that is not told no article is: its plays would say how many read in it.
        plays = suppressed(pool.get(f"{Group.PLAYS}/{language}", {}))
        told |= {f"{Group.PLAYS}/{language}/{name}": count for name, count in plays.items()}
    codes = suppressed(pool.get(Group.CODES, {}))
    if codes.get("opened", 0) >= FEWEST:
        told[Group.CODES] = codes["opened"]
    return told


def _kept(told: Mapping[str, Mapping[str, int]], today: date) -> dict[str, Mapping[str, int]]:
    """Return the days that are young enough; a clock that was ahead may have left days that are yet to come."""
    young = sorted((abs(_age(day, today)), day) for day in told if _age(day, today) <= DAYS_KEPT)
    return {day: told[day] for _, day in young[:DAYS_KEPT]}


def _age(day: str, today: date) -> int:
    return (today - date.fromisoformat(day)) // timedelta(days=1)


def _capped(count: int) -> int:
    return min(count, MOST_COUNTED)


def _parted(name: str) -> tuple[str, str]:
    counter, _, of = name.partition("/")
    return counter, of
