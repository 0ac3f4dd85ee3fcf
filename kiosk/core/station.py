"""The station: what an operator decides for one machine, and no visitor does. Knows no file and no widget.

A station file names what differs from the defaults; staff may change some of it at the machine, which counts more.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from kiosk.core.opening_hours import hours_problem
from kiosk.core.visit import LEAST_WARNING_S

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
    problem: Callable[[str], str] | None = None
    """Returns what is wrong with a text, or nothing; texts only."""


def _time_problem(text: str) -> str:
    return "" if re.fullmatch(r"|([01]\d|2[0-3]):[0-5]\d", text) else f"{text!r} is no time of day such as '04:00'"


_LONGEST_HELP = 300


def _help_problem(text: str) -> str:
    is_line = len(text) <= _LONGEST_HELP and all(letter >= " " for letter in text)
    return "" if is_line else f"it is not one line of at most {_LONGEST_HELP} letters"


STATION_OPTIONS: tuple[StationOption, ...] = (
    StationOption("site", "library", "What kind of place the machine stands in.", values=tuple(Site)),
    StationOption(
        "restart_at",
        "04:00",
        'When the program starts anew each night, if nobody is there: "04:00"; empty is never.',
        problem=_time_problem,
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
    StationOption(
        "donations",
        "site",
        'How people are asked for donations; "site" leaves it to the kind of place.',
        values=("site", "off", "card", "dialog"),
    ),
    StationOption("idle_s", 90, "How long nobody does anything until the warning.", "seconds", 30, 1200),
    StationOption(
        "idle_by_ear_s", 180, "The same after speech, for people with headphones or keys.", "seconds", 60, 1800
    ),
    StationOption("idle_paused_s", 300, "The same while the reading is paused.", "seconds", 60, 1800),
    StationOption("warning_s", 30, "How long the warning stands.", "seconds", LEAST_WARNING_S, 120),
    StationOption(
        "warning_by_ear_s", 45, "The same for people with headphones or keys.", "seconds", LEAST_WARNING_S, 120
    ),
    StationOption(
        "warning_tone",
        "on",
        "Whether a soft tone sounds with the warning, every 10 seconds.",
        values=("on", "off"),
    ),
    StationOption("pulled_s", 30, "From pulled headphones until the warning.", "seconds", 20, 120),
    StationOption("closing_s", 180, "From closing time until a visit ends.", "seconds", 60, 900),
    StationOption(
        "hours",
        "",
        'When the place is open: "Mo-Fr 09:00-18:00; Sa 10:00-16:00; 2026-12-25 closed"; empty is always.',
        problem=hours_problem,
    ),
    *(
        StationOption(
            f"help_{language}",
            "",
            f'Who helps here, for readers of "{language}": "Ask at the desk, or call 555 0100."',
            problem=_help_problem,
        )
        for language in ("en", "ru", "tr", "ar", "uk")
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
    donations: str
    idle_s: int
    idle_by_ear_s: int
    idle_paused_s: int
    warning_s: int
    warning_by_ear_s: int
    warning_tone: str
    pulled_s: int
    closing_s: int
    hours: str
    help_en: str
    help_ru: str
    help_tr: str
    help_ar: str
    help_uk: str

    @property
    def helps(self) -> Mapping[str, str]:
        """Who helps here, by the language that it is told in, for the languages in which somebody told it."""
        told = {"en": self.help_en, "ru": self.help_ru, "tr": self.help_tr, "ar": self.help_ar, "uk": self.help_uk}
        return {language: words for language, words in told.items() if words}


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
    elif option.problem is not None and (problem := option.problem(value)):
        return f"{name}: {problem}"
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
