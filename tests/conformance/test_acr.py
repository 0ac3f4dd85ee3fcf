"""The command that writes the report: from a folder with evidence to its files."""

from pathlib import Path

import pytest
import yaml

from tests.conformance.acr import main
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


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Usage" in capsys.readouterr().err
