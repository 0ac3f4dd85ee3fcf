"""A reader with five keys in public: is never interrupted, hears the address spelled, refuses, and reads on."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.recording import RATE_HZ, Recorder

BETWEEN_S = 0.4
ARTICLE = """+++
id = "short"
title = "A short walk"
language = "en"
+++
We walk to the sea.

It is not far.
"""
CAMPAIGN = """id = "test"
publisher = "The Daily Example"
address = "https://give.example.org/k17"
[message]
en = "Reading aloud is free. Help us keep it so."
"""
CARD = "Support this service"
# Of silence between two letters or groups; within a letter's name there is none so long.
_GAP_S = 0.05
_LOUD = 250


class Reader:
    """Somebody with five keys."""

    def __init__(self, program: Program, keyboard: Keyboard) -> None:
        self._program = program
        self._keyboard = keyboard

    def press(self, key: str) -> float:
        """Press a key as a hand does, some time after the one before."""
        time.sleep(BETWEEN_S)
        return self._keyboard.press(key)

    def go_to(self, key: str, name: str) -> None:
        """Press one key until a control has the focus."""
        for _number in range(30):
            asked_s = self.press(key)
            entry = self._program.wait_for("a focus", lambda entry: entry["what"] == "focus", asked_s)
            if entry["name"].startswith(name):
                return
        pytest.fail(f"{name} cannot be reached by {key}")

    def hear(self, asked_s: float) -> tuple[float, float]:
        """Wait until a prompt that follows a key has been heard; return when it began and ended."""
        begun = self._program.wait_for("a prompt", lambda entry: is_prompt(entry, True), asked_s)
        ended = self._program.wait_for("its end", lambda entry: is_prompt(entry, False), begun["s"])
        return begun["s"], ended["s"]


def is_prompt(entry: dict[str, Any], is_speaking: bool) -> bool:
    return entry["what"] == "prompt" and entry["is_speaking"] is is_speaking


def bursts(recorder: Recorder, start_s: float, end_s: float) -> int:
    """Return how many sounds were heard that lie apart."""
    first, last = (max(0, int((at_s - recorder.start_s) * RATE_HZ)) for at_s in (start_s, end_s))
    count, silent = 0, RATE_HZ
    for sample in recorder.samples[first:last]:
        if abs(sample) <= _LOUD:
            silent += 1
            continue
        count += silent >= _GAP_S * RATE_HZ
        silent = 0
    return count


@pytest.mark.long
@pytest.mark.conforms("FP-1", "CF-18", "SW-22")
def test_a_reader_with_five_keys_is_not_interrupted_can_give_can_refuse_and_finds_the_place_again(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "short.md").write_text(ARTICLE, encoding="utf-8")
    (content / "campaign.toml").write_text(CAMPAIGN, encoding="utf-8")
    words = ["run", "--profile", "public", "--content", str(content), "--language", "en"]
    with Program(tmp_path / "state", words) as program, Recorder() as recorder:
        reader = Reader(program, keyboard)
        program.wait_for("the first prompt", lambda entry: is_prompt(entry, True))
        time.sleep(1)
        opened_s = reader.press("Return")
        program.wait_for("the article", lambda entry: entry["what"] == "opened" and entry["id"], opened_s)
        started_s = reader.press("Return")
        ended = program.wait_for_state("Ended", started_s)
        card = program.wait_for("the card", lambda entry: entry["what"] == "card" and entry["is_shown"], started_s)
        time.sleep(3)

        # Never interrupted: the card came in silence, says nothing by itself, and nothing opened.
        last_s = recorder.last_sound_before(time.monotonic())
        assert last_s is not None
        assert card["s"] - last_s >= 1.9, "the card came before the voice had been silent for two seconds"
        assert not [entry for entry in program.diary() if entry["what"] == "appeal"]

        # Can give: the card is one of the stops, and the address is spelled, as often as one likes.
        reader.go_to("Right", CARD)
        asked_s = reader.press("Return")
        program.wait_for("the appeal", lambda entry: entry["what"] == "appeal" and entry["is_shown"], asked_s)
        reader.go_to("Up", "Show how to donate")
        reader.press("Return")
        reader.go_to("Down", "Spell the address")
        heard = []
        for _time in range(2):
            asked_s = reader.press("Return")
            shown = program.wait_for("what is spelled", lambda entry: entry["what"] == "caption", asked_s)
            assert shown["words"] == "give . exa mple . org / k17"
            heard.append(reader.hear(asked_s))
        time.sleep(0.5)
        spelled = [bursts(recorder, begun_s, ended_s) for begun_s, ended_s in heard]
        seconds = [ended_s - begun_s for begun_s, ended_s in heard]
        print(f"\nspelled in {seconds[0]:.1f} s and {seconds[1]:.1f} s, {spelled} sounds apart")
        # Eighteen letters and digits, two dots, a slash.
        assert min(spelled) >= 15
        assert min(seconds) > 5

        # Can refuse, by one press; and is where the reading was.
        reader.go_to("Down", "No thanks")
        refused_s = reader.press("Return")
        program.wait_for("its end", lambda entry: entry["what"] == "appeal" and not entry["is_shown"], refused_s)
        # The text has no button's name: the keyboard is where the arrows move by paragraphs.
        program.wait_for("the text", lambda entry: entry["what"] == "focus" and not entry["name"], refused_s)
        moved_s = reader.press("Up")
        moved = program.wait_for("the paragraph before", lambda entry: entry["what"] == "state", moved_s)
        assert moved["passage"] == ended["passage"] - 1

        # Not asked again in this visit.
        reader.press("Down")
        again_s = reader.press("Return")
        program.wait_for_state("Ended", again_s)
        time.sleep(3)
        after = [entry for entry in program.diary() if entry["s"] > refused_s + 0.2]
        assert not [entry for entry in after if entry["what"] in ("card", "appeal") and entry["is_shown"]]
    assert not (tmp_path / "state" / "donation.json").exists(), "something of the visit was kept"
