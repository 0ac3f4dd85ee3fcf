"""The command that writes the report: from a folder with evidence to its files."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conformance.acr import main
from tests.conformance.checklist import ROOT
from tests.conformance.evidence import Case, Evidence
from tests.conformance.page_check import problems


def test_it_writes_both_profiles_and_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    test = "tests/core/test_volume.py::test_a_step_lies_12_db_above_the_lowest"
    Evidence("0.1.0", "2026-11-25", "Linux", ["-q"], {"passed": 1}, {test: Case("passed")}).write(
        tmp_path / "evidence.json"
    )
    assert main([str(tmp_path)]) == 0
    told = capsys.readouterr().out
    for profile in ("home", "public"):
        made = yaml.safe_load((tmp_path / f"aloud-{profile}.yaml").read_text("utf-8"))
        answers = {
            own["num"]: own["components"][0]["adherence"]
            for own in made["chapters"]["en_301_549_hardware"]["criteria"]
        }
        assert answers["8.2.1.2"]["level"] == "supports"
        assert test in answers["8.2.1.2"]["notes"]
        # Nothing else was run: nothing else is claimed of what tests decide.
        assert answers["8.2.1.1"]["level"] == "does-not-support"
        assert f"aloud-{profile}.yaml: of 105 rows" in told
    assert problems((tmp_path / "aloud.html").read_text("utf-8")) == []


def test_without_evidence_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "holds no evidence" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
def test_make_runs_the_tests_with_the_plugin_and_writes_the_report_whatever_came_of_them() -> None:
    command = ["make", "-n", "--no-print-directory", "-o", "setup", "acr", "ARGS=tests/qt", "LONG=1"]
    recipe = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    run, long_run = (line for line in recipe.splitlines() if "packaging/test.sh" in line)
    assert "ALOUD_EVIDENCE=out/acr" in run
    assert run.count("|| result=$?") == long_run.count("|| result=$?") == 1
    assert "tests/qt" in run
    assert "-m long" in long_run
    whole = subprocess.run([*command[:-2], "LONG="], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "bash packaging/test.sh  ||" in whole, "without ARGS the lanes of the tests run side by side"
    assert recipe.rstrip().endswith("-m tests.conformance.acr out/acr && exit $result")


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage" in capsys.readouterr().err
