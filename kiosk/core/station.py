"""The station: what an operator decides for one machine, and no visitor does. Knows no file and no widget.

A station file names what differs from the defaults; staff may change some of it at the machine, which counts more.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

StationValue = str | int
StationValues = Mapping[str, StationValue]


class Site(StrEnum):
    """What kind of place a machine stands in: it decides whether anybody is asked for anything there."""

    LIBRARY = "library"
    MUSEUM = "museum"
    CLINIC = "clinic"
    REFUGEE_CENTRE = "refugee-centre"
    EMBASSY = "embassy"
    SCHOOL = "school"


class StationOption(NamedTuple):
    """One thing that an operator can decide."""

    name: str
    """The key in the station file."""
    default: StationValue
    """What holds where nothing was decided."""
    prose: str
    """What it does, one sentence."""
    unit: str = ""
    """Unit of a number, or empty."""
    least: int = 0
    """Smallest number allowed; numbers only."""
    most: int = 0
    """Largest number allowed; numbers only."""
    values: tuple[str, ...] = ()
    """Words allowed; empty allows any."""
    pattern: str = ""
    """What a text looks like, as a regular expression; empty allows any."""


STATION_OPTIONS: tuple[StationOption, ...] = (
    StationOption("site", "library", "What kind of place the machine stands in.", values=tuple(Site)),
    StationOption(
        "restart_at",
        "04:00",
        'When the program starts anew each night, if nobody is there: "04:00"; empty is never.',
        pattern=r"|([01]\d|2[0-3]):[0-5]\d",
    ),
    StationOption("volume_default", 100, "Volume with which each visit begins.", "%", 10, 120),
    StationOption("volume_most", 120, "Volume above which no visitor gets.", "%", 10, 120),
    StationOption("staff_close_s", 120, "The staff area closes after so long without a key.", "seconds", 30, 1800),
    StationOption(
        "statistics",
        "on",
        "Whether it is counted, day by day and of nobody in particular, how the machine is used.",
        values=("on", "off"),
    ),
)


class Station(NamedTuple):
    """What an operator decided; the fields are the options."""

    site: str
    restart_at: str
    volume_default: int
    volume_most: int
    staff_close_s: int
    statistics: str


def station_problem(name: str, value: object) -> str:
    """Return why a value of a station file cannot be used, in plain English; empty when it can.

    Args:
        name: a key of the file.
        value: what stands there.
    """
    option = next((option for option in STATION_OPTIONS if option.name == name), None)
    if option is None:
        return f"there is no option {name}; there are {', '.join(option.name for option in STATION_OPTIONS)}"
    if isinstance(option.default, int):
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if not is_number or not option.least <= int(str(value)) <= option.most:
            return f"{name} is a whole number from {option.least} to {option.most} ({option.unit})"
    elif not isinstance(value, str):
        return f"{name} is a text"
    elif option.values and value not in option.values:
        return f"{name} is one of {', '.join(option.values)}"
    elif option.pattern and not re.fullmatch(option.pattern, value):
        return f"{name} cannot be {value!r}: it is for example {option.default!r}"
    return ""


def resolve_station(decided: StationValues, changed: StationValues | None = None) -> Station:
    """Turn what was decided into what holds; what cannot be used is as if it had not been decided.

    Args:
        decided: by the operator, in the station file.
        changed: by staff at the machine; counts more.
    """
    held: dict[str, StationValue] = {}
    for option in STATION_OPTIONS:
        wishes = [values[option.name] for values in (changed or {}, decided) if option.name in values]
        held[option.name] = next(
            (wish for wish in wishes if not station_problem(option.name, wish)), option.default
        )
    return Station(**held)  # type: ignore[arg-type]  # options and fields are held together by a test
