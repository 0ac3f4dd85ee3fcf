"""What a run of the tests showed: outcomes of the tests that cite rows, kept as one file."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

# Of several runs of one case the one that says most against it counts.
WEIGHT = ("left_out", "passed", "skipped", "failed")


class Case(NamedTuple):
    """What became of one case: of a test with one set of parameters."""

    became: str
    """"passed", "failed", "skipped", or "left_out" when it was found and not run."""
    reason: str = ""
    """Why it was skipped or left out."""


@dataclass
class Outcome:
    """What became of one test, all of its cases together."""

    passed: int = 0
    """How many cases passed."""
    failed: int = 0
    """How many failed, or could not begin or end."""
    skipped: int = 0
    """How many were skipped."""
    left_out: int = 0
    """How many were found and not run."""
    reasons: list[str] = field(default_factory=list)
    """Why cases were skipped or left out."""


@dataclass
class Evidence:
    """One run, or several that were joined."""

    version: str
    """Of the program."""
    date: str
    """Of the run, ISO."""
    platform: str
    """Where it ran."""
    commands: list[str]
    """What was asked of pytest."""
    total: dict[str, int]
    """How many cases of all tests passed, failed, were skipped; those that cite nothing included."""
    cases: dict[str, Case]
    """By pytest's name, those that cite rows."""

    def outcome_of(self, test: str) -> Outcome:
        """Return what became of a test ("tests/x.py::test_y"); one that no run found was left out."""
        cases = self._by_test.get(test, [Case("left_out", "not asked for")])
        counted = Counter(case.became for case in cases)
        reasons = list(dict.fromkeys(case.reason for case in cases if case.reason))
        return Outcome(**{name: counted[name] for name in WEIGHT}, reasons=reasons)

    def __post_init__(self) -> None:
        self._by_test: dict[str, list[Case]] = {}
        for name, case in self.cases.items():
            self._by_test.setdefault(name.partition("[")[0], []).append(case)

    def write(self, path: Path) -> None:
        """Write it as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_evidence(path: Path) -> Evidence:
    """Read what a run wrote.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not what ``Evidence.write`` writes.
    """
    try:
        data: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        cases = {name: Case(*case) for name, case in data["cases"].items()}
        if any(case.became not in WEIGHT for case in cases.values()):
            raise ValueError(f"{path} holds no evidence: an outcome that there is not")
        return Evidence(**{**data, "cases": cases})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} holds no evidence: {error}") from error


def joined(runs: Iterable[Evidence]) -> Evidence:
    """Join runs of one version of the program; what one left out and another ran was run.

    Raises:
        ValueError: they are not of one version.
    """
    all_runs = list(runs)
    versions = sorted({run.version for run in all_runs})
    if len(versions) != 1:
        raise ValueError(f"evidence of versions {', '.join(versions)} cannot be joined")
    cases: dict[str, Case] = {}
    for name, case in (pair for run in all_runs for pair in run.cases.items()):
        cases[name] = max(cases.get(name, case), case, key=lambda own: WEIGHT.index(own.became))
    total = sum((Counter(run.total) for run in all_runs), Counter())
    commands = [command for run in all_runs for command in run.commands]
    platforms = "; ".join(dict.fromkeys(run.platform for run in all_runs))
    return Evidence(versions[0], max(run.date for run in all_runs), platforms, commands, dict(total), cases)
