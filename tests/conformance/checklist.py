"""The checklist as data: its rows, and the criteria of the standards that are answered from them.

``rows.toml`` holds the rows, ``criteria.toml`` the criteria. Neither knows anything of a run.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROWS_FILE = HERE / "rows.toml"
CRITERIA_FILE = HERE / "criteria.toml"
PROFILES = ("home", "public")
MET_BY = ("software", "software and site", "site")


class Level(StrEnum):
    """How far something is met, in the words that OpenACR has for it."""

    SUPPORTS = "supports"
    PARTIALLY = "partially-supports"
    DOES_NOT = "does-not-support"
    NOT_APPLICABLE = "not-applicable"
    NOT_EVALUATED = "not-evaluated"


FIXED_LEVELS = (Level.DOES_NOT, Level.NOT_APPLICABLE)


@dataclass(frozen=True)
class Standing:
    """What is known of a row beforehand, in one profile."""

    level: Level | None = None
    """What holds whatever the tests say: not met, or not applicable; None leaves it to the tests."""
    remark: str = ""
    """What a reader should know."""
    lacks: tuple[str, ...] = ()
    """What keeps it from being met in full, a sentence each."""


@dataclass(frozen=True)
class Row:
    """One requirement of the checklist."""

    id: str
    """"SW-07"."""
    needs: str
    """The requirement in our words."""
    clauses: tuple[str, ...]
    """Outside criteria that it answers: "WCAG 1.4.3", "EN 5.1.3.1", "508 402.2"."""
    profiles: tuple[str, ...]
    """Whom it concerns: home, public, or both."""
    met_by: str
    """Whether software alone can meet it."""
    standing: Mapping[str, Standing]
    """By profile."""
    procedures: tuple[str, ...] = ()
    """Written procedures that show it, as "README.md#for-operators"."""
    elsewhere: str = ""
    """Why it does not concern the other profile."""


@dataclass(frozen=True)
class Criterion:
    """One criterion of a standard."""

    num: str
    """Its number there."""
    handle: str
    """Its name there."""
    level: Level | None = None
    """What holds where no row answers it."""
    remark: str = ""
    """Why that holds."""
    is_heading: bool = False
    """Whether it only gathers those whose numbers begin with its own."""


@dataclass(frozen=True)
class Chapter:
    """One table of the report."""

    id: str
    """As the catalogue calls it."""
    label: str
    """Its title."""
    standard: str
    """"WCAG", "508" or "EN": what its numbers are called in a row's clauses."""
    component: str
    """The component that is answered for, as the catalogue calls it."""
    criteria: tuple[Criterion, ...]
    """In order."""
    note: str = ""
    """What holds for all of it."""
    level_letters: str = ""
    """"A", "AA" or "AAA" of a table of success criteria."""
    is_left_out: bool = False
    """Whether the whole chapter is about something that the product is not."""


@dataclass(frozen=True)
class Checklist:
    """All rows and all chapters."""

    rows: tuple[Row, ...] = ()
    """In the checklist's order."""
    chapters: tuple[Chapter, ...] = ()
    """In the catalogue's order."""
    row_of: Mapping[str, Row] = field(default_factory=dict)
    """By id."""

    def rows_for(self, chapter: Chapter, criterion: Criterion) -> list[Row]:
        """Return the rows that answer a criterion."""
        clause = f"{chapter.standard} {criterion.num}"
        return [row for row in self.rows if clause in row.clauses]


def load_checklist() -> Checklist:
    """Read both files."""
    rows = read_rows(tomllib.loads(ROWS_FILE.read_text("utf-8")))
    chapters = read_chapters(tomllib.loads(CRITERIA_FILE.read_text("utf-8")))
    return Checklist(rows, chapters, {row.id: row for row in rows})


def read_rows(data: Mapping[str, Any]) -> tuple[Row, ...]:
    """Make rows of what a file holds."""
    return tuple(_row(entry) for entry in data["row"])


def _row(entry: Mapping[str, Any]) -> Row:
    common = {name: entry[name] for name in ("level", "remark", "lacks") if name in entry}
    return Row(
        id=entry["id"],
        needs=entry["needs"],
        # A success criterion is written with its level, which the table that it stands in knows as well.
        clauses=tuple(
            f"{standard} {number.split()[0]}"
            for standard, key in (("WCAG", "wcag"), ("EN", "en"), ("508", "us"))
            for number in entry.get(key, ())
        ),
        profiles=tuple(entry["profiles"]),
        met_by=entry["met_by"],
        standing={profile: _standing({**common, **entry.get(profile, {})}) for profile in PROFILES},
        procedures=tuple(entry.get("procedures", ())),
        elsewhere=entry.get("elsewhere", ""),
    )


def _standing(entry: Mapping[str, Any]) -> Standing:
    level = Level(entry["level"]) if entry.get("level") else None
    return Standing(level, entry.get("remark", ""), tuple(entry.get("lacks", ())))


def read_chapters(data: Mapping[str, Any]) -> tuple[Chapter, ...]:
    """Make chapters of what a file holds; a third word in a criterion names the reason why it has no rows."""
    reasons = data["reason"]
    return tuple(
        Chapter(
            id=entry["id"],
            label=entry["label"],
            standard=entry["standard"],
            component=entry["component"],
            criteria=tuple(_criterion(words, reasons) for words in entry.get("criteria", ())),
            note=entry.get("note", ""),
            level_letters=entry.get("level", ""),
            is_left_out=entry.get("left_out", False),
        )
        for entry in data["chapter"]
    )


def _criterion(words: Sequence[str], reasons: Mapping[str, Mapping[str, str]]) -> Criterion:
    num, handle = words[:2]
    if len(words) == 2:
        return Criterion(num, handle)
    if words[2] == "heading":
        return Criterion(num, handle, is_heading=True)
    reason = reasons[words[2]]
    return Criterion(num, handle, Level(reason["level"]), reason["remark"])
