"""The process is killed while somebody is asked and answers: no choice is lost, and nobody is asked twice."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def kill(folder: Path, rounds: int, seed: int) -> tuple[int, int]:
    """Kill so many times; return how many appeals were shown and answered in all."""
    command = [sys.executable, str(ROOT / "tests/app/killed_desk.py"), str(folder), str(rounds), str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found = re.match(r"(\d+) shown, (\d+) answered", done.stdout)
    assert found is not None
    return int(found[1]), int(found[2])


def test_no_choice_is_lost_at_ten_moments(tmp_path: Path) -> None:
    assert sum(kill(tmp_path, 10, seed=7)) > 0, "nobody was asked at all"


@pytest.mark.long
def test_no_choice_is_lost_at_two_hundred_moments(tmp_path: Path) -> None:
    shown, answered = kill(tmp_path, 200, seed=1000)
    assert shown > 100
    assert answered > 100
