"""Orca reads the catalog, an article and the appeal: each thing once, in order, and never over our own voice."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, season, wait_until
from tests.e2e.recording import Recorder
from tests.e2e.screen_reader import ScreenReader, missing_parts
from tests.e2e.screens import BLOCKS, TITLES, written_content

pytestmark = pytest.mark.long

TITLE = TITLES["en"]
FIRST, HEADING, ITEM, OTHER, LAST = BLOCKS["en"]
GUIDE = "How to use this kiosk."
# Orca says keys that are pressed.
KEY_NAMES = ("tab", "left shift", "return", "space", "escape", "plus", "F5")


@pytest.fixture
def reader(tmp_path: Path, keyboard: Keyboard) -> Iterator[ScreenReader]:
    if missing_parts():
        pytest.skip(f"not installed: {', '.join(missing_parts())}; make orca installs them")
    with ScreenReader(tmp_path / "orca") as made:
        yield made


class Listening:
    """Somebody who presses keys and hears what the screen reader says."""

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader

    def press(self, key: str, quiet_s: float = 1.5, most_s: float = 15.0) -> list[str]:
        """Press a key and return what is said until it is quiet; not the name of the key itself."""
        said = self._reader.said_after(
            lambda: subprocess.run(["xdotool", "key", key], check=True), quiet_s, most_s
        )
        return [words for words in said if words not in KEY_NAMES]


def ends_with(said: list[str], *wanted: str) -> bool:
    """Whether something was said last; what is above it in the window may be said before, when one comes there."""
    return said[-len(wanted) :] == list(wanted) and all(said.count(words) == 1 for words in wanted)


@pytest.mark.conforms("SW-03", "SW-37", "SW-38", "SW-42", "SW-44", "SW-45")
def test_a_visit_with_a_screen_reader(tmp_path: Path, reader: ScreenReader, loudspeaker: None) -> None:
    words = ["run", "--content", str(written_content(tmp_path)), "--language", "en"]
    hears = Listening(reader)
    season(tmp_path / "state")
    with Recorder() as recorder, Program(tmp_path / "state", words) as program:
        wait_until(lambda: any(said == GUIDE for said in reader.said()), "the first card")
        hears.press("Shift_L")
        read_the_catalog(hears)
        read_the_article(hears)
        use_the_panel(hears)
        assert recorder.onset_after(program.started_s) is None, "our own voice spoke beside the screen reader"
        listen_to_our_voice(hears, program, recorder)
        answer_the_appeal(hears)


def is_guide(said: list[str]) -> bool:
    """Whether the guide's card was said: name, language and length with what it is, and one line about it."""
    title, facts, about = said
    return title == GUIDE and facts.startswith("English, ") and facts.endswith(" push button.") and bool(about)


def read_the_catalog(hears: Listening) -> None:
    """Each card and each language is said once, with its name and what it is."""
    assert hears.press("Down") == [f"{TITLE}.", "English, 1 minute push button."]
    assert is_guide(hears.press("Up"))
    assert hears.press("Up") == ["Українська push button."]
    assert hears.press("Left") == ["العربية push button."]
    assert hears.press("Right") == ["Українська push button."]
    assert is_guide(hears.press("Down"))
    assert hears.press("Tab") == [f"{TITLE}.", "English, 1 minute push button."]


def read_the_article(hears: Listening) -> None:
    """One comes to the document and to a passage in it; the screen reader reads each passage that one goes to."""
    assert ends_with(hears.press("Return"), f"{TITLE} document frame", f"{TITLE} heading level 1.")
    assert hears.press("Down") == [FIRST]
    assert hears.press("Down") == [f"{HEADING} heading level 2."]
    assert hears.press("Down") == [f"{ITEM}."]
    assert hears.press("Down") == [OTHER]
    assert hears.press("Up") == [f"{ITEM}."]
    assert hears.press("Tab") == ["Previous paragraph push button."]
    assert hears.press("shift+Tab") == [f"{TITLE} document frame", f"{ITEM}."]
    assert hears.press("Home") == [f"{TITLE} heading level 1."]
    # All of it in one go, across the passages.
    assert hears.press("KP_Add", quiet_s=3, most_s=40) == [TITLE, FIRST, HEADING, ITEM, OTHER, LAST]
    # What a key tells is said once.
    told = hears.press("F5")
    assert len(told) == 2, told
    assert told[0].startswith("notification At the title")


def use_the_panel(hears: Listening) -> None:
    """A setting says what it is, its value and each new value, once."""
    came = hears.press("Menu")
    assert any(said.startswith("Listening dialog") for said in came), came
    assert came[-2:] == ["Move by spin button.", "paragraphs."]
    assert hears.press("Right") == ["headings"]
    assert hears.press("Left") == ["paragraphs"]
    for _ in range(12):
        said = hears.press("Down", quiet_s=1)
        if said[0].startswith("Speed"):
            break
    assert said == ["Speed 160 spin button.", "160 words per minute."]
    assert hears.press("Right") == ["170"]
    assert hears.press("Tab") == ["Speed: Slower push button.", "170 words per minute."]
    assert hears.press("space") == ["160 words per minute"]
    assert f"{TITLE} document frame" in hears.press("Escape")


def listen_to_our_voice(hears: Listening, program: Program, recorder: Recorder) -> None:
    """While our voice reads, the screen reader says none of its words; then it reads the appeal."""
    assert hears.press("End") == [LAST]
    asked_s = time.monotonic()
    said = hears.press("space", quiet_s=8, most_s=40)
    program.wait_for_state("Ended", asked_s)
    assert recorder.onset_after(asked_s) is not None
    assert not [words for words in said if words in LAST or LAST in words], said
    assert said[-3].endswith("dialog Reading aloud is free."), said
    assert said[-2:] == ["Help us keep it so.", "Remind me later push button."]


def answer_the_appeal(hears: Listening) -> None:
    """Each button is said once; after the answer one is back in the article."""
    assert hears.press("Tab") == ["No thanks push button."]
    assert hears.press("Down") == ["Don't ask again push button."]
    assert hears.press("Down") == ["I already gave push button."]
    assert hears.press("Down") == ["Show how to donate push button."]
    came = hears.press("Return")
    assert any("give.example.org" in said for said in came), came
    assert hears.press("Tab") == ["Spell the address push button."]
    assert hears.press("Tab") == ["Back push button."]
    assert ends_with(hears.press("Escape"), f"{TITLE} document frame", LAST)
