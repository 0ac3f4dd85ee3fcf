"""What the plugin notes of a run, in a real run of pytest on tests that were made for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__
from tests.conformance.checklist import ROOT
from tests.conformance.evidence import Case, Evidence, Outcome, joined, read_evidence

TESTS = """
import pytest

@pytest.mark.conforms("SW-01")
@pytest.mark.parametrize("n", [1, 2, 3])
def test_some(n):
    if n == 3:
        pytest.skip("no screen")

@pytest.mark.conforms("SW-02")
def test_fails():
    assert False

@pytest.mark.conforms("SW-03")
@pytest.mark.long
def test_long(): ...

@pytest.fixture
def broken():
    yield
    raise OSError("gone")

@pytest.mark.conforms("SW-04")
def test_ends_badly(broken): ...

@pytest.mark.conforms("SW-05")
@pytest.mark.xfail(strict=False)
def test_expected():
    assert False

def test_of_nothing(): ...
"""


def run(folder: Path, *arguments: str) -> tuple[Evidence, int]:
    """Run tests with the plugin; return what it wrote, and the exit code."""
    (folder / "test_made.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n  conforms\n  long\n")
    evidence = folder / "out" / "evidence.json"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conformance.plugin", "-p", "no:cacheprovider"]
    command += ["--rootdir", str(folder), "-c", str(folder / "pytest.ini"), "--evidence", str(evidence)]
    done = subprocess.run(
        [*command, *arguments, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert evidence.exists(), done.stdout + done.stderr
    return read_evidence(evidence), done.returncode


@pytest.mark.conforms("DS-4")
def test_every_outcome_is_noted_and_what_was_left_out_too(tmp_path: Path) -> None:
    found, code = run(tmp_path, "-m", "not long")
    assert code == 1
    assert found.version == __version__
    assert {name.partition("::")[2]: case for name, case in found.cases.items()} == {
        "test_some[1]": Case("passed"),
        "test_some[2]": Case("passed"),
        "test_some[3]": Case("skipped", "no screen"),
        "test_fails": Case("failed"),
        "test_long": Case("left_out", "takes minutes and has a run of its own"),
        "test_ends_badly": Case("failed"),
        "test_expected": Case("skipped", "expected to fail"),
    }
    assert found.total == {"passed": 3, "failed": 2, "skipped": 2}
    name = next(name for name in found.cases if "test_some" in name).partition("[")[0]
    assert found.outcome_of(name) == Outcome(passed=2, skipped=1, reasons=["no screen"])


def test_a_run_that_ends_early_says_so(tmp_path: Path) -> None:
    found, _ = run(tmp_path, "-x")
    assert Case("left_out", "the run ended before") in found.cases.values()


def made(version: str, date: str, **cases: str) -> Evidence:
    return Evidence(
        version, date, "Linux", [date], {"passed": 2}, {name: Case(own) for name, own in cases.items()}
    )


def test_what_one_run_left_out_and_another_ran_was_run() -> None:
    quick = made("1", "2026-11-24", a="passed", b="left_out", c="left_out", d="failed", e="passed")
    slow = made("1", "2026-11-25", a="left_out", b="passed", c="left_out", d="passed", e="skipped")
    for runs in ([quick, slow], [slow, quick]):
        whole = joined(runs)
        assert (whole.date, whole.total) == ("2026-11-25", {"passed": 4})
        became = {name: case.became for name, case in whole.cases.items()}
        assert became == {"a": "passed", "b": "passed", "c": "left_out", "d": "failed", "e": "skipped"}


def test_runs_of_two_versions_are_not_one() -> None:
    with pytest.raises(ValueError, match="versions 1, 2"):
        joined([made("1", "a"), made("2", "b")])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cases": {"a": ["odd"]}}', '{"cases": {"a": 1}}'])
def test_what_is_no_evidence_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "evidence.json"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"evidence|Expecting"):
        read_evidence(path)
