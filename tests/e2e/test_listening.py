"""The Listening panel in a real window: by real keys, with real sound, and over the real accessibility bus."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program
from tests.e2e.recording import Recorder
from tests.e2e.test_accessibility_bus import ask

ARTICLE = ROOT / "content/en/how-to-use.md"


def wait_for_focus(program: Program, name: str, since_s: float) -> None:
    program.wait_for(name, lambda entry: entry["what"] == "focus" and entry["name"] == name, since_s)


def go_down_to(program: Program, keyboard: Keyboard, name: str) -> None:
    """Press Down until something has the focus."""
    passed: list[str] = []
    while name not in passed:
        assert len(passed) < 4, f"instead of {name}: {passed}"
        pressed_s = keyboard.press("Down")
        entry = program.wait_for(
            "a focus", lambda entry: entry["what"] == "focus" and bool(entry["name"]), pressed_s
        )
        passed.append(entry["name"])


def test_a_visit_of_the_panel_by_keys_while_the_reading_goes_on(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    state = tmp_path / "state"
    with Program(state, ["run", str(ARTICLE), "--language", "en"]) as program, Recorder() as recorder:
        program.wait_for_state("Speaking", keyboard.press("space"))
        wait_for_focus(program, "Move by", keyboard.press("Menu"))
        for name in (
            "Previous paragraph",
            "Where am I?",
            "Read this paragraph and stop",
            "Bookmark here",
            "Speed",
        ):
            go_down_to(program, keyboard, name)
        faster_s = keyboard.press("Right")
        # It is heard at once: the same place is rendered anew.
        program.wait_for_state("Speaking", faster_s)
        later = program.wait_for(
            "the next passage", lambda entry: entry["what"] == "state" and entry["passage"] >= 2, faster_s
        )
        closed_s = keyboard.press("Escape")
        program.wait_for("the reader", lambda entry: entry["what"] == "focus", closed_s)
        paused_s = keyboard.press("space")
        program.wait_for_state("Paused", paused_s)
        last_s = recorder.last_sound_before(later["s"])
        assert last_s is not None
        assert last_s > faster_s
    kept = json.loads((state / "preferences.json").read_text(encoding="utf-8"))["record"]
    assert kept["rate.en"] == 170


@pytest.fixture
def rows(tmp_path: Path, keyboard: Keyboard, bus: None) -> list[dict[str, Any]]:
    """What an assistive technology finds when the panel is open, after the speed was changed over the bus."""
    with Program(tmp_path / "state", ["run", str(ARTICLE), "--language", "en"]) as program:
        wait_for_focus(program, "Move by", keyboard.press("Menu"))
        assert ask("press", "Speed: Faster") is True
        found = ask("walk")
        assert isinstance(found, list)
        return [row for row in found if "SHOWING" in row["states"]]


@pytest.mark.conforms("SW-37", "SW-40")
def test_the_panel_on_the_bus(rows: list[dict[str, Any]]) -> None:
    panel = next(row for row in rows if row["name"] == "Listening" and row["role"] == "dialog")
    assert "Escape" in panel["description"]
    values = {row["name"]: row for row in rows if row["role"] == "spin button"}
    assert set(values) >= {"Move by", "Speed", "Volume", "Pauses", "Voice", "Stop after", "Sleep timer"}
    assert "FOCUSED" in values["Move by"]["states"]
    assert (values["Speed"]["value"], values["Speed"]["description"]) == (170.0, "170 words per minute")
    assert values["Move by"]["description"] == "paragraphs"
    # Told politely: a notification that says what is so now.
    assert ("notification", "170 words per minute.") in [(row["role"], row["name"]) for row in rows]
    for row in rows:
        if "FOCUSABLE" in row["states"]:
            assert row["name"], f"a focusable {row['role']} has no name"
    assert not [row for row in rows if row["role"] in ("paragraph", "document text")], "the article is behind it"
