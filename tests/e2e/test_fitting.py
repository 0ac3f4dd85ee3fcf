"""The questions about comfort as a visitor of a public kiosk meets them: five keys, in a real window, recorded."""

import statistics
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.recording import Recorder
from tests.e2e.test_accessibility_bus import ask

WORDS = ["run", "--profile", "public", "--language", "en", "--fitting", "visit"]
MOST_TO_SILENCE_MS = 60


def is_prompt(entry: dict[str, Any]) -> bool:
    """Whether an entry of the diary says that the interface voice begins."""
    return entry["what"] == "prompt" and bool(entry["is_speaking"])


class Visitor:
    """Somebody with five keys, who goes by what is told of the focus."""

    def __init__(self, program: Program, keyboard: Keyboard) -> None:
        self._program = program
        self._keyboard = keyboard

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        named = [entry["name"] for entry in self._program.diary() if entry["what"] == "focus"]
        return named[-1] if named else ""

    def press(self, key: str) -> float:
        """Press a key, wait a moment for what it does, and return when it was pressed."""
        pressed_s = self._keyboard.press(key)
        time.sleep(0.4)
        return pressed_s

    def go_to(self, *names: str, keys: tuple[str, ...] = ("Down", "Left")) -> None:
        """Press one arrow until nothing moves, then the next one, until one of these has the focus."""
        for key in keys:
            for _ in range(12):
                before = self.focus
                if before in names:
                    return
                self.press(key)
                if self.focus == before:
                    break
        raise AssertionError(f"{names} not reached, but {self.focus}")


@pytest.mark.conforms("FP-1", "FP-7")
@pytest.mark.long
def test_five_keys_answer_all_and_the_catalog_comes(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    with Program(tmp_path / "state", WORDS) as program, Recorder() as recorder:
        program.wait_for("the first prompt", is_prompt)
        visitor = Visitor(program, keyboard)
        assert visitor.focus == "Usual"
        visitor.press("Right")
        assert visitor.focus == "Large"
        visitor.press("Return")
        visitor.go_to("Next")
        visitor.press("Return")
        assert visitor.focus == "Paper"
        visitor.go_to("Night", keys=("Right", "Down"))
        visitor.press("Return")
        visitor.go_to("Next")
        came_s = visitor.press("Return")
        assert visitor.focus == "Usual"
        # The question is said, then the sample; both are heard.
        sample = program.wait_for_state("Speaking", came_s)
        said = [entry for entry in program.diary() if entry["what"] == "prompt" and entry["s"] > came_s]
        # The key has cut what was said before.
        assert [entry["is_speaking"] for entry in said][-2:] == [True, False]
        assert said[-1]["s"] <= sample["s"]
        program.wait_for_state("Ended", sample["s"])
        time.sleep(0.3)
        heard_s = recorder.onset_after(sample["s"])
        assert heard_s is not None
        assert heard_s - sample["s"] < 0.5
        visitor.go_to("Done")
        visitor.press("Return")
        # The first card of the catalog has the focus.
        assert visitor.focus.startswith("How to use this kiosk")
        assert program.end() == 0


def test_escape_leads_to_the_catalog_at_once(tmp_path: Path, keyboard: Keyboard, bus: None) -> None:
    with Program(tmp_path / "state", WORDS) as program:
        pressed_s = keyboard.press("Escape")
        program.wait_for(
            "the catalog",
            lambda entry: entry["what"] == "focus" and entry["name"].startswith("How to use this kiosk"),
            pressed_s,
        )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_questions_on_the_bus(language: str, tmp_path: Path, keyboard: Keyboard, bus: None) -> None:
    words = ["run", "--profile", "home", "--language", language, "--fitting", "visit"]
    with Program(tmp_path / "state", words) as program:
        visitor = Visitor(program, keyboard)
        for choice_count in (5, 6, 4):
            rows = ask("walk")
            shown = [row for row in rows if "SHOWING" in row["states"]]
            focusable = [row for row in shown if "FOCUSABLE" in row["states"]]
            assert all(row["name"] for row in focusable), "something that can have the focus has no name"
            assert len([row for row in focusable if row["role"] == "radio button"]) == choice_count
            assert [row for row in shown if row["role"] == "heading"]
            assert [row for row in shown if row["role"] == "panel" and row["name"]], "the choices are in no group"
            # The last choice, then the way on.
            for key in ("End", "Tab", "Return"):
                visitor.press(key)


@pytest.mark.long
def test_a_key_silences_the_sample_at_once(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    silent_ms = []
    with Program(tmp_path / "state", WORDS) as program, Recorder() as recorder:
        program.wait_for("the first prompt", is_prompt)
        visitor = Visitor(program, keyboard)
        for _ in range(2):
            visitor.go_to("Next")
            visitor.press("Return")
        for _ in range(5):
            asked_s = visitor.press("Return")
            program.wait_for_state("Speaking", asked_s)
            time.sleep(0.8)
            cut_s = keyboard.press("Shift_L")
            time.sleep(0.4)
            last_s = recorder.last_sound_before(cut_s + 0.39)
            assert last_s is not None
            silent_ms.append((last_s - cut_s) * 1000)
    median_ms = statistics.median(silent_ms)
    print(f"\nkey to silence {median_ms:.0f} ms (worst {max(silent_ms):.0f}), {len(silent_ms)} times")
    assert median_ms <= MOST_TO_SILENCE_MS
