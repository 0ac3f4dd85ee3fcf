"""From rows, criteria and evidence to levels and remarks. Knows neither YAML nor HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.conformance.checklist import Chapter, Checklist, Criterion, Level, Row
from tests.conformance.citations import Citation
from tests.conformance.evidence import Evidence, Outcome


@dataclass(frozen=True)
class Verdict:
    """How far something is met, and what should be known of it."""

    level: Level
    """How far."""
    remark: str
    """Sentences."""
    tests: tuple[str, ...] = ()
    """The tests that show it: in this run they passed, in part at least."""
    procedures: tuple[str, ...] = ()
    """The written procedures that show it."""
    rows: tuple[str, ...] = ()
    """Of a criterion: the rows that answer it."""


def judge_row(row: Row, profile: str, citations: Sequence[Citation], evidence: Evidence) -> Verdict:
    """Say how far a row is met in a profile.

    A level that stands in the checklist holds: "not applicable" and "does not support" are never bettered by
    tests. All else is decided by them: one that failed means "does not support", one that was skipped or not run
    "partially" at best, none that passed "does not support" again, since then nothing was shown.
    """
    standing = row.standing[profile]
    if profile not in row.profiles:
        return Verdict(Level.NOT_APPLICABLE, row.elsewhere)
    if standing.level is not None:
        return Verdict(standing.level, sentences(standing.remark, *standing.lacks), (), row.procedures)
    outcomes = {citation.test: evidence.outcome_of(citation.test) for citation in citations}
    tests = tuple(test for test, outcome in outcomes.items() if outcome.passed and not outcome.failed)
    level, why = _shown(outcomes, has_procedure=bool(row.procedures))
    if level is Level.SUPPORTS and standing.lacks:
        level = Level.PARTIALLY
    return Verdict(level, sentences(standing.remark, *standing.lacks, *why), tests, row.procedures)


def _shown(outcomes: Mapping[str, Outcome], has_procedure: bool) -> tuple[Level, list[str]]:
    """Return what the tests alone say, and what is to be said of the run."""
    failed = [test for test, outcome in outcomes.items() if outcome.failed]
    why = [f"Failed in this run: {', '.join(failed)}."] if failed else []
    open_ones: dict[str, list[str]] = {}
    for test, outcome in outcomes.items():
        if outcome.skipped or outcome.left_out:
            open_ones.setdefault("; ".join(outcome.reasons), []).append(test)
    why += [
        f"Not run, or not all of it: {', '.join(tests)} ({reason})." for reason, tests in sorted(open_ones.items())
    ]
    if failed:
        return Level.DOES_NOT, why
    if not any(outcome.passed for outcome in outcomes.values()) and (outcomes or not has_procedure):
        return Level.DOES_NOT, [*why, "No test of it passed in this run, so nothing is claimed."]
    return (Level.PARTIALLY if open_ones else Level.SUPPORTS), why


def judge_criterion(
    checklist: Checklist, chapter: Chapter, criterion: Criterion, verdicts: Mapping[str, Verdict]
) -> Verdict:
    """Answer a criterion from the verdicts of the rows that concern it, by id."""
    if criterion.is_heading:
        below = [
            judge_criterion(checklist, chapter, other, verdicts)
            for other in chapter.criteria
            if other.num.startswith(f"{criterion.num}.") and not other.is_heading
        ]
        return Verdict(together(verdict.level for verdict in below), "See the clauses below it.")
    rows = checklist.rows_for(chapter, criterion)
    if not rows:
        assert criterion.level is not None, f"{chapter.id}: {criterion.num} has neither rows nor a reason"
        return Verdict(criterion.level, criterion.remark)
    own = {row.id: verdicts[row.id] for row in rows}
    level = together(verdict.level for verdict in own.values())
    said = [
        f"{row}: {word_of(verdict.level).lower()}.{' ' if verdict.remark else ''}{verdict.remark}"
        for row, verdict in own.items()
    ]
    tests = tuple(dict.fromkeys(test for verdict in own.values() for test in verdict.tests))
    procedures = tuple(dict.fromkeys(name for verdict in own.values() for name in verdict.procedures))
    return Verdict(level, sentences(*said), tests, procedures, tuple(own))


def together(levels: Iterable[Level]) -> Level:
    """Return the level of what consists of several; what is not applicable does not count beside the rest."""
    all_levels = set(levels)
    counted = all_levels - {Level.NOT_APPLICABLE, Level.NOT_EVALUATED}
    if not counted:
        return Level.NOT_APPLICABLE if Level.NOT_APPLICABLE in all_levels else Level.NOT_EVALUATED
    return counted.pop() if len(counted) == 1 else Level.PARTIALLY


def sentences(*parts: str) -> str:
    """Join what is not empty."""
    return " ".join(part.strip() for part in parts if part.strip())


def word_of(level: Level) -> str:
    """Return a level as it is printed: "Partially supports"."""
    return level.value.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Report:
    """Everything that is published of one profile."""

    profile: str
    """"home" or "public"."""
    rows: Mapping[str, Verdict]
    """By id, in the checklist's order."""
    chapters: tuple[tuple[Chapter, tuple[tuple[Criterion, Verdict], ...]], ...]
    """In the catalogue's order."""


def make_report(
    checklist: Checklist, cited: Mapping[str, Sequence[Citation]], evidence: Evidence, profile: str
) -> Report:
    """Judge all of it for one profile."""
    rows = {row.id: judge_row(row, profile, cited.get(row.id, ()), evidence) for row in checklist.rows}
    chapters = tuple(
        (
            chapter,
            tuple(
                (criterion, judge_criterion(checklist, chapter, criterion, rows)) for criterion in chapter.criteria
            ),
        )
        for chapter in checklist.chapters
    )
    return Report(profile, rows, chapters)
