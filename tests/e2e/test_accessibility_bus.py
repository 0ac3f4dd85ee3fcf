"""Over the real accessibility bus: what an assistive technology finds, and that it can act."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import HERE, ROOT, SYSTEM_PYTHON, Program
from tests.e2e.test_commands import show


def ask(*words: str) -> Any:
    done = subprocess.run(
        [SYSTEM_PYTHON, str(HERE / "bus_walker.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.conforms("SW-01", "SW-03", "SW-37", "SW-42")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_reader_on_the_bus(language: str, tmp_path: Path, keyboard: Keyboard, bus: None) -> None:
    article = ROOT / "content" / language / "how-to-use.md"
    blocks = show(article, tmp_path)["article"]["blocks"]
    with Program(tmp_path / "state", ["run", str(article), "--language", language]):
        rows = ask("walk")
    focusable = [row for row in rows if "FOCUSABLE" in row["states"]]
    assert focusable
    for row in focusable:
        assert row["name"], f"a focusable {row['role']} has no name"
        assert row["role"] not in ("unknown", "invalid"), row
    passages = [row for row in rows if row["role"] in ("paragraph", "heading", "list item")]
    texts = [row["text"] for row in passages if row["text"]]
    assert [text for text in texts if text in {block["text"] for block in blocks}] == [
        block["text"] for block in blocks
    ], "the text on the bus is not the article's"
    headings = [row for row in passages if row["role"] == "heading"]
    assert len(headings) >= 1 + sum(block["kind"] == "heading" for block in blocks)
    assert all(row["level"] for row in headings)


@pytest.mark.conforms("SW-43")
def test_reading_can_be_started_over_the_bus(
    tmp_path: Path, keyboard: Keyboard, bus: None, loudspeaker: None
) -> None:
    article = ROOT / "content/en/how-to-use.md"
    with Program(tmp_path / "state", ["run", str(article), "--language", "en"]) as program:
        names = [row["name"] for row in ask("walk") if row["role"] in ("push button", "button")]
        assert "Play" in names, names
        assert ask("press", "Play") is True
        program.wait_for_state("Speaking")


@pytest.mark.conforms("SW-01", "SW-37")
def test_the_catalog_on_the_bus(tmp_path: Path, keyboard: Keyboard, bus: None) -> None:
    with Program(tmp_path / "state", ["run", "--language", "en"]):
        rows = ask("walk")
    names = " | ".join(row["name"] or "" for row in rows)
    assert "How to use this kiosk" in names
    assert "Русский" in names
    for row in rows:
        if "FOCUSABLE" in row["states"]:
            assert row["name"], f"a focusable {row['role']} has no name"
