"""Whole visits by keyboard, in a real window with real sound."""

import json
import time
from pathlib import Path

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, season, wait_until
from tests.e2e.recording import Recorder

SHORT = """+++
id = "short"
title = "A short walk"
language = "en"
+++
We walk to the sea.

It is not far.
"""


WHEN = "Some other time"


def content_folder(folder: Path) -> Path:
    content = folder / "content"
    content.mkdir()
    (content / "short.md").write_text(SHORT, encoding="utf-8")
    (content / "campaign.toml").write_text(
        'id = "test"\npublisher = "The Daily Example"\naddress = "https://give.example.org/aloud"\n'
        'minimum = "2"\ncurrency = "USD"\n'
        'interval = "month"\n[message]\nen = "Reading aloud is free. Help us keep it so."\n',
        encoding="utf-8",
    )
    return content


def test_from_the_catalog_to_the_snoozed_appeal_and_a_restart(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    content, state = content_folder(tmp_path), tmp_path / "state"
    words = ["run", "--content", str(content), "--language", "en"]
    season(state)
    with Program(state, words) as program, Recorder() as recorder:
        opened_s = keyboard.press("Return")
        program.wait_for(
            "the article", lambda entry: entry["what"] == "opened" and entry["id"] == "short", opened_s
        )
        started_s = keyboard.press("space")
        ended = program.wait_for_state("Ended", started_s)
        asked = program.wait_for("the appeal", lambda entry: entry["what"] == "appeal" and entry["is_shown"])
        # Stored before it is shown.
        history = json.loads((state / "donation.json").read_text(encoding="utf-8"))["record"]
        assert history["answer"] == "later"
        assert len(history["shown_at"]) == 1
        last_s = recorder.last_sound_before(asked["s"])
        assert last_s is not None
        assert last_s - started_s > 2, "the article was not heard"
        assert asked["s"] - last_s >= 1.9, "the appeal came before the voice had been silent for two seconds"
        program.wait_for("its focus", lambda entry: entry["what"] == "focus" and "later" in entry["name"].lower())
        keyboard.press("Return")
        program.wait_for("when to be reminded", lambda entry: entry["what"] == "focus" and entry["name"] == WHEN)
        keyboard.press("Return")
        program.wait_for("its end", lambda entry: entry["what"] == "appeal" and not entry["is_shown"], asked["s"])
        # Nothing is asked again after another reading, nor after a restart.
        again_s = keyboard.press("space")
        program.wait_for_state("Ended", again_s)
        assert ended["s"] < again_s
    with Program(state, words) as program:
        keyboard.press("Return")
        program.wait_for("the article", lambda entry: entry["what"] == "opened" and entry["id"] == "short")
        started_s = keyboard.press("space")
        program.wait_for_state("Ended", started_s)
        time.sleep(3)
        assert not [entry for entry in program.diary() if entry["what"] == "appeal" and entry["is_shown"]]


def test_the_place_and_the_size_survive_a_restart(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    content, state = content_folder(tmp_path), tmp_path / "state"
    words = ["run", "--content", str(content), "--language", "en"]
    with Program(state, words) as program:
        keyboard.press("Return")
        program.wait_for("the article", lambda entry: entry["what"] == "opened" and entry["id"] == "short")
        for key in ("Down", "Down", "plus", "Right", "F2"):
            keyboard.press(key)
            time.sleep(0.1)
        wait_until(lambda: (state / "places.json").exists(), "the place on disk")
        program.wait_for("passage 2", lambda entry: entry["what"] == "state" and entry["passage"] == 2)
        time.sleep(0.5)
    kept = json.loads((state / "preferences.json").read_text(encoding="utf-8"))["record"]
    assert kept["text_size"] == 36
    assert kept["rate"] == 170
    assert kept["theme"] == "night"
    with Program(state, words) as program:
        # The first card continues.
        keyboard.press("Return")
        program.wait_for("passage 2", lambda entry: entry["what"] == "state" and entry["passage"] == 2)


def test_closing_the_window_silences_it(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    content = content_folder(tmp_path)
    with Program(tmp_path / "state", ["run", str(content / "short.md")]) as program, Recorder() as recorder:
        started_s = keyboard.press("space")
        program.wait_for_state("Speaking", started_s)
        time.sleep(0.3)
        asked_s = time.monotonic()
        assert program.end() == 0
        time.sleep(0.5)
        last_s = recorder.last_sound_before(time.monotonic())
    assert last_s is not None
    assert last_s - asked_s < 0.5
