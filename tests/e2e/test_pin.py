"""The command that sets the PIN of a kiosk's staff, as its administrator runs it."""

import subprocess
import sys
from pathlib import Path

from tests.e2e.program import ROOT, environment


def pin(state: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "pin", *arguments],
        cwd=ROOT,
        env=environment(state, "offscreen"),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_pin_is_set_from_standard_input_and_forgotten(tmp_path: Path) -> None:
    refused = pin(tmp_path, "--set", typed="123456\n")
    assert refused.returncode == 2
    assert "guessed first" in refused.stderr
    done = pin(tmp_path, "--set", typed="274961\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("pin: there is one; 0 wrong")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(b"274961" in path.read_bytes() for path in written)
    forgotten = pin(tmp_path, "--reset")
    assert forgotten.returncode == 0, forgotten.stderr
    assert "there is none" in forgotten.stdout
