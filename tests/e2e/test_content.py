"""Content that is taken by command, as an operator does it: lines, exit codes, and what the program then shows."""

import subprocess
import sys
from pathlib import Path

from tests.e2e.program import environment
from tests.fakes.made_delivery import BROKEN, article, write


def content(state: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "content", *map(str, words)],
        env=environment(state, "offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_an_operator_adds_articles_and_goes_back(tmp_path: Path) -> None:
    stick = write(tmp_path / "stick", {"news/a.md": article("Alpha", "a"), "b.md": BROKEN})
    state = tmp_path / "state"
    refused = content(state, "add", "--strict", stick)
    assert refused.returncode == 2
    added = content(state, "add", stick)
    assert added.returncode == 0, added.stderr
    lines = added.stdout.splitlines()
    assert lines[0] == "looking"
    assert lines[1].startswith("copying 0 of 1 files")
    assert "new      Alpha" in lines
    assert any(line.startswith("cannot be used: b.md: line 2: ") for line in lines)
    assert lines[-2].startswith("in use: version 0001, 1 articles")
    listed = content(state, "list").stdout
    assert "Alpha" in listed
    assert "how-to-use-ar" in listed
    assert "briefing" not in listed
    back = content(state, "roll-back")
    assert back.returncode == 0
    assert back.stdout.startswith("in use: the content that ships")
    assert "briefing" in content(state, "list").stdout


def test_what_cannot_be_done_is_said_with_its_exit_code(tmp_path: Path) -> None:
    nowhere = content(tmp_path, "add", tmp_path / "nowhere")
    assert (nowhere.returncode, "nothing was taken" in nowhere.stderr) == (2, True)
    back = content(tmp_path, "roll-back")
    assert (back.returncode, back.stderr.startswith("kiosk: ")) == (1, True)
