"""Every screen in every language over the real accessibility bus, judged by a script that knows nothing of us."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.assistive import AssistiveTechnology, unreached
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, environment, prefer, season
from tests.e2e.screens import BLOCKS, LANGUAGES, TITLES, guide_texts, words, written_content

DEFAULT = ("ar",)
"""Walked in every run of the tests; the others are ``long``."""
AROUND = ["Tab", "shift+Tab"]
"""Each of these alone leads from every object to every other, so the graph of all keys is strongly connected."""
ARROWS = ["Down", "Up", "Left", "Right"]
"""They may change what they stand at; never is the keyboard lost by one."""
PASSAGE_ROLES = ("paragraph", "heading", "list item")

PARTS = ("catalog", "listening", "comfort", "ending")
"""In the languages that are walked seldom, with all keys, each part is a walk of its own: it takes minutes."""

every_language = pytest.mark.parametrize(
    ("language", "parts"),
    [
        *(pytest.param(tag, PARTS, id=tag) for tag in DEFAULT),
        *(
            pytest.param(tag, (part,), id=f"{tag}-{part}", marks=pytest.mark.long)
            for tag in LANGUAGES
            if tag not in DEFAULT
            for part in PARTS
        ),
    ],
)


class Walk:
    """A walk through the screens in one language."""

    def __init__(self, language: str, at: AssistiveTechnology, keyboard: Keyboard, program: Program) -> None:
        self.language = language
        self.at = at
        self.keyboard = keyboard
        self.program = program
        self.catalog = words(language)
        self.gettext: Callable[[str], str] = self.catalog.gettext
        self.faults: list[str] = []
        self.apart_s = 0.0

    def look_at(self, screen: str) -> list[dict[str, Any]]:
        """Judge the screen in front, and whether the keyboard goes around it both ways; return what is there."""
        self.note(screen, self.at.ask("judge"))
        other = [] if self.language in DEFAULT or self.apart_s else ARROWS
        # There the arrows would change the language, and all names with it.
        language = self.gettext("Language")
        found = self.at.ask("keys", around=AROUND, other=other, apart_s=self.apart_s, left_alone=language)
        stops, edges = found["stops"], found["edges"]
        assert stops, f"{screen}: the keyboard can be at nothing"
        names = [name for _path, _role, name in stops]
        for key in edges:
            lost = [names[edge[0]] for edge in edges[key] if edge[0] is not None and edge[1] is None]
            self.note(screen, [f"{key} leads from {name!r} to nothing that is there" for name in lost])
        for key in AROUND:
            if unreached(edges[key], len(stops)):
                self.note(screen, [f"{key} does not go around {names}: {edges[key]}"])
        tree: list[dict[str, Any]] = self.at.ask("tree")
        return tree

    def note(self, screen: str, faults: list[str]) -> None:
        """Keep what is wrong until all screens have been seen; it is printed at once."""
        self.faults += [f"{screen}: {fault}" for fault in faults]
        for fault in faults:
            print(f"{screen}: {fault}")

    def press(self, label: str, context: str = "") -> None:
        """Press what has a name in this language, over the bus."""
        name = self.catalog.pgettext(context, label) if context else self.gettext(label)
        assert self.at.ask("act", name=name), f"{name!r} is not there to be pressed"


def passages_of(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the article's passages: what the one document on the screen holds."""
    (document,) = [row for row in tree if row["role"].startswith("document")]
    length = len(document["path"])
    return [row for row in tree if row["path"][:length] == document["path"] and len(row["path"]) == length + 1]


@pytest.mark.conforms("SW-03", "SW-37", "SW-38", "SW-40", "SW-41", "SW-42", "SW-43", "SW-44", "SW-45", "CF-23")
@every_language
def test_every_screen(
    language: str, parts: tuple[str, ...], tmp_path: Path, keyboard: Keyboard, bus: None, loudspeaker: None
) -> None:
    content, state = written_content(tmp_path), tmp_path / "state"
    prefer(state, language=language)
    season(state)
    with (
        Program(state, ["run", "--content", str(content), "--language", language]) as program,
        AssistiveTechnology() as at,
    ):
        walk = Walk(language, at, keyboard, program)
        if "catalog" in parts:
            walk.look_at("catalog")
            assert not at.ask("focus_each"), "the keyboard cannot be put there"
            look_at_keys(walk)
        open_article(walk)
        if "catalog" in parts:
            look_at_reader(walk)
        if "listening" in parts:
            look_at_listening(walk)
        if "comfort" in parts:
            look_at_comfort(walk)
        if "ending" in parts:
            read_to_the_end(walk)
            answer_the_appeal(walk)
            look_at_guide(walk)
        assert not walk.faults, "\n".join(walk.faults)


def open_article(walk: Walk) -> None:
    """Press the article's card in the catalog."""
    assert walk.at.ask("wait", name=walk.gettext("Choose an article"))
    rows = walk.at.ask("tree")
    card = next(row["name"] for row in rows if row["name"].startswith(TITLES[walk.language]))
    assert walk.at.ask("act", name=card)
    assert walk.at.ask("wait", name=BLOCKS[walk.language][-1])


def look_at_guide(walk: Walk) -> None:
    """Walk through the guide that the key for help opens."""
    walk.keyboard.press("F1")
    assert walk.at.ask("wait", name=guide_texts(walk.language)[0])
    guide = walk.look_at("help")
    assert [row["text"] for row in passages_of(guide)] == guide_texts(walk.language)


@pytest.mark.conforms("SW-37", "SW-38", "SW-40", "SW-41", "SW-43", "CF-23")
@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_of_a_public_kiosk(
    language: str, tmp_path: Path, keyboard: Keyboard, bus: None, loudspeaker: None
) -> None:
    content, state = written_content(tmp_path), tmp_path / "state"
    asked = ["run", "--profile", "public", "--fitting", "visit", "--language", language]
    with (
        Program(state, [*asked, "--content", str(content)]) as program,
        AssistiveTechnology() as at,
    ):
        walk = Walk(language, at, keyboard, program)
        # There a key counts once within 250 ms.
        walk.apart_s = 0.3
        answer_the_questions(walk)
        assert at.ask("wait", name=walk.gettext("Choose an article"))
        walk.look_at("public catalog")
        look_at_keys(walk)
        open_article(walk)
        walk.look_at("public reader")
        walk.press("Listening")
        assert at.ask("wait", name=walk.gettext("Where am I?"))
        walk.look_at("public Listening panel")
        keyboard.press("Escape")
        assert not walk.faults, "\n".join(walk.faults)


def answer_the_questions(walk: Walk) -> None:
    """Walk through the questions about size, colours and voice, and answer none of them."""
    choices = (
        walk.catalog.pgettext("text size", "Huge"),
        walk.gettext("Night"),
        walk.catalog.pgettext("speed", "Very fast"),
    )
    for number, choice in enumerate(choices, 1):
        assert walk.at.ask("wait", name=choice)
        rows = walk.look_at(f"question {number}")
        chosen = [row for row in rows if row["role"] == "radio button"]
        assert len(chosen) >= 3, "what can be chosen is told as that"
        walk.press("Next" if number < 3 else "Done", context="question")


def look_at_keys(walk: Walk) -> None:
    """Walk through the screen for keys and where each key says what it does, and leave both."""
    at, keyboard = walk.at, walk.keyboard
    walk.press("Keys")
    assert at.ask("wait", name=walk.gettext("Kind of keys"))
    rows = walk.look_at("keys")
    ranged = [row for row in rows if row["role"] == "spin button" and row["value"]]
    assert len(ranged) >= 3, "times are numbers"
    walk.press("Learn the keys")
    assert at.ask("wait", name=walk.catalog.pgettext("keys", "Done"))
    walk.note("learning keys", at.ask("judge"))
    walk.press("Done", context="keys")
    assert at.ask("wait", name=walk.gettext("Kind of keys"))
    keyboard.press("Escape")
    assert at.ask("wait", name=walk.gettext("Choose an article"))


def look_at_reader(walk: Walk) -> None:
    """Walk through the reader."""
    at, language = walk.at, walk.language
    texts = [TITLES[language], *BLOCKS[language]]
    passages = passages_of(walk.look_at("reader"))
    assert [row["text"] for row in passages] == texts
    roles = [row["role"] for row in passages]
    assert roles == ["heading", "paragraph", "heading", "list item", "list item", "paragraph"]
    assert [row["attributes"].get("level") for row in passages] == ["1", None, "2", None, None, None]
    walk.note("reader", at.ask("carets", texts=texts))
    at.ask("events")
    walk.keyboard.press("F5")
    told = [event for event in at.ask("events", seconds=0.5) if event["role"] == "notification"]
    assert len([event for event in told if event["detail"] == 1]) == 1, "what a key tells is announced once"


def look_at_listening(walk: Walk) -> None:
    """Walk through the Listening panel and its form for a word, and leave both."""
    at = walk.at
    walk.press("Listening")
    assert at.ask("wait", name=walk.gettext("Where am I?"))
    rows = walk.look_at("Listening panel")
    ranged = [row for row in rows if row["role"] == "spin button" and row["value"]]
    assert len(ranged) >= 3, "speed, volume and pitch are numbers"
    set_the_speed(walk)
    walk.press("Say a word differently")
    assert at.ask("wait", name=walk.gettext("Hear it"))
    form = walk.look_at("form for a word")
    assert len([row for row in form if "EDITABLE" in row["states"]]) == 2
    walk.keyboard.press("Escape")
    assert at.ask("wait", name=walk.gettext("Where am I?"))
    walk.keyboard.press("Escape")
    assert at.ask("wait", name=BLOCKS[walk.language][-1])


def read_to_the_end(walk: Walk) -> None:
    """Have the article read: what is told meanwhile, and what when the voice has stopped."""
    at = walk.at
    assert at.ask("focus", name=TITLES[walk.language])
    at.ask("events")
    started_s = walk.keyboard.press("space")
    walk.program.wait_for_state("Speaking", started_s)
    walk.note("while it is read", at.ask("judge"))
    told = carets(at.ask("events", seconds=1.0))
    is_over = any(entry["what"] == "state" and entry["state"] == "Ended" for entry in walk.program.diary())
    assert not is_over, "the reading was too short to be followed"
    assert told == [], "a screen reader would say the words that our voice reads"
    walk.program.wait_for_state("Ended", started_s)
    told = carets(at.ask("events", seconds=0.3))
    assert [event["role"] for event in told] == ["paragraph"], "where the voice has stopped is not told"


def look_at_comfort(walk: Walk) -> None:
    """Walk through the Comfort panel and the form that measures the screen, and leave both."""
    at = walk.at
    walk.press("Comfort")
    assert at.ask("wait", name=walk.gettext("Reset everything"))
    rows = walk.look_at("Comfort panel")
    ranged = [row for row in rows if row["role"] == "spin button" and row["value"]]
    assert len(ranged) >= 5, "size and spacing are numbers"
    levels = [row["attributes"].get("level") for row in rows if row["role"] == "heading"]
    assert levels == ["1", "2", "2", "2"]
    walk.press("Size of the screen")
    assert at.ask("wait", name=walk.gettext("Believe the screen"))
    form = walk.look_at("form for the screen")
    assert len([row for row in form if row["role"] == "spin button" and row["value"]]) == 1
    walk.keyboard.press("Escape")
    assert at.ask("wait", name=walk.gettext("Reset everything"))
    walk.keyboard.press("Escape")
    assert at.ask("wait", name=BLOCKS[walk.language][-1])


def carets(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return where the caret was said to be in passages of the article."""
    return [
        event for event in events if event["type"] == "object:text-caret-moved" and event["role"] in PASSAGE_ROLES
    ]


def set_the_speed(walk: Walk) -> None:
    """A value is set, and stepped, by the assistive technology itself."""
    name = walk.gettext("Speed")

    def value() -> float:
        (row,) = [row for row in walk.at.ask("tree") if row["name"] == name and row["value"]]
        return float(row["value"]["now"])

    assert walk.at.ask("set_value", name=name, value=300)
    assert value() == 300
    assert walk.at.ask("act", name=name, action="Decrease")
    assert value() < 300


def answer_the_appeal(walk: Walk) -> None:
    """Walk through the appeal that follows the reading, its details, and put it off."""
    assert walk.at.ask("wait", name=walk.gettext("Remind me later"))
    walk.look_at("appeal")
    walk.press("Show how to donate")
    assert walk.at.ask("wait", name=walk.gettext("Back"))
    walk.look_at("details of the appeal")
    walk.press("Back")
    walk.press("Remind me later")
    walk.look_at("when to be reminded")
    walk.press("Some other time")
    assert walk.at.ask("wait", name=walk.gettext("Play"))


# -- the check itself ------------------------------------------------------------------------------------------

FAULTY = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

class Trap(QWidget):
    def focusNextPrevChild(self, is_next):
        return True

application = QApplication(["faulty"])
application.setApplicationName("faulty")
window = Trap()
layout = QVBoxLayout(window)
for part in (QPushButton("A good one"), QPushButton(""), QLineEdit()):
    layout.addWidget(part)
window.setWindowTitle("Faulty")
window.show()
window.activateWindow()
sys.exit(application.exec())
"""


@pytest.mark.parametrize(
    ("edges", "missing"),
    [
        ([(0, 1), (1, 2), (2, 0)], []),
        ([(0, 1), (1, 0)], [(0, 2), (1, 2), (2, 0), (2, 1)]),
        ([(0, 1), (1, 2)], [(1, 0), (2, 0), (2, 1)]),
        ([(0, 1), (1, None), (None, 2), (2, 0)], [(0, 2), (1, 0), (1, 2)]),
    ],
)
def test_what_cannot_be_reached_is_found(
    edges: list[tuple[int | None, int | None]], missing: list[tuple[int, int]]
) -> None:
    assert unreached(edges, 3) == missing


def test_faults_of_another_program_are_found(tmp_path: Path, keyboard: Keyboard, bus: None) -> None:
    process = subprocess.Popen([sys.executable, "-c", FAULTY], env=environment(tmp_path))
    try:
        with AssistiveTechnology("faulty") as at:
            assert at.ask("focus", name="A good one")
            faults = at.ask("judge")
            assert "push button '': has no name" in faults
            assert "text '': has no name" in faults
            assert not [fault for fault in faults if "A good one" in fault]
            found = at.ask("keys", around=["Tab"], other=[])
            assert len(found["stops"]) == 3
            assert len(unreached(found["edges"]["Tab"], 3)) == 6, "the keyboard is caught and nobody tells"
    finally:
        process.terminate()
        process.wait()
