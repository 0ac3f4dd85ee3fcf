"""A public kiosk by five keys in a real window: nothing but arrows and Enter, as a screen would send them."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program

BETWEEN_S = 0.35
ARTICLE = '+++\nid = "one"\ntitle = "One"\nlanguage = "en"\n+++\n' + "We walk to the sea. " * 40
GUIDE = '+++\nid = "how-to-use-en"\ntitle = "Guide"\nlanguage = "en"\n+++\nThis is how.\n'


def opened(identity: str | None) -> Callable[[dict[str, Any]], bool]:
    return lambda entry: entry["what"] == "opened" and entry["id"] == identity


def go_to(program: Program, keyboard: Keyboard, key: str, name: str) -> None:
    """Press one key until a control has the focus."""
    for _number in range(30):
        asked_s = keyboard.press(key)
        entry = program.wait_for("a focus", lambda entry: entry["what"] == "focus", asked_s)
        if entry["name"].startswith(name):
            return
        time.sleep(BETWEEN_S)
    pytest.fail(f"{name} cannot be reached by {key}")


@pytest.mark.conforms("FP-1", "FP-7", "SW-15")
def test_a_visit_by_five_keys(tmp_path: Path, keyboard: Keyboard) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "1.md").write_text(ARTICLE, encoding="utf-8")
    (content / "2.md").write_text(GUIDE, encoding="utf-8")
    words = ["run", "--profile", "public", "--content", str(content), "--language", "en"]
    with Program(tmp_path / "state", words) as program:
        # The first card, the guide, has the focus, and the first prompt is heard.
        program.wait_for("the first prompt", lambda entry: entry["what"] == "prompt")
        time.sleep(1)
        go_to(program, keyboard, "Down", "One")
        asked_s = keyboard.press("Return")
        program.wait_for("the article", opened("one"), asked_s)
        time.sleep(BETWEEN_S)
        asked_s = keyboard.press("Return")
        program.wait_for_state("Speaking", asked_s)
        time.sleep(BETWEEN_S)
        asked_s = keyboard.press("Return")
        program.wait_for_state("Paused", asked_s)
        time.sleep(BETWEEN_S)
        go_to(program, keyboard, "Right", "Help")
        time.sleep(BETWEEN_S)
        asked_s = keyboard.press("Return")
        program.wait_for("the guide", opened("how-to-use-en"), asked_s)
        time.sleep(BETWEEN_S)
        go_to(program, keyboard, "Right", "Articles")
        time.sleep(BETWEEN_S)
        asked_s = keyboard.press("Return")
        program.wait_for("the catalog", opened(None), asked_s)
        time.sleep(BETWEEN_S)
        go_to(program, keyboard, "Down", "Keys")


@pytest.mark.conforms("CF-31")
def test_a_second_strike_within_a_quarter_of_a_second_counts_once(tmp_path: Path, keyboard: Keyboard) -> None:
    path = tmp_path / "one.md"
    path.write_text(ARTICLE.replace("sea. We", "sea.\n\nWe"), encoding="utf-8")
    with Program(tmp_path / "state", ["run", str(path), "--profile", "public"]) as program:
        program.wait_for("the article", opened("one"))
        time.sleep(1)
        for gap_s in (0.1, 0.6, 0.1):
            keyboard.press("Down")
            time.sleep(gap_s)
        time.sleep(1)
        passages = [entry["passage"] for entry in program.diary() if entry["what"] == "state"]
    assert max(passages) == 2
