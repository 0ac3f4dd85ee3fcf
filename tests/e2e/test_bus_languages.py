"""The interface's language is changed while the program runs: seen, and heard, by an assistive technology."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.i18n import LANGUAGES as NAMES
from tests.e2e.assistive import AssistiveTechnology
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.screens import LANGUAGES, words, written_content

ORDER = ("ar", "ru", "uk", "tr", "en")


def named(tree: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (found,) = [row for row in tree if row["name"] == name and "FOCUSABLE" in row["states"]]
    return found


def interface_names(tree: list[dict[str, Any]]) -> dict[tuple[int, ...], str]:
    """Return the names of what is neither an article's nor a language's, by place."""
    own = set(NAMES.values())
    return {
        tuple(row["path"]): row["name"]
        for row in tree
        if row["name"]
        and row["role"] in ("heading", "push button", "filler", "spin button")
        and row["name"] not in own
    }


@pytest.mark.conforms("SW-32", "SW-37")
def test_every_name_follows_the_language_that_is_chosen_and_so_does_the_side_it_begins_on(
    tmp_path: Path, keyboard: Keyboard, bus: None
) -> None:
    content = written_content(tmp_path)
    with (
        Program(tmp_path / "state", ["run", "--content", str(content), "--language", "en"]),
        AssistiveTechnology() as at,
    ):
        english = at.ask("tree")
        translated = words("ru")
        # What is on the screen and has a translation is the interface's; the rest is the articles'.
        ours = {path: name for path, name in interface_names(english).items() if translated.gettext(name) != name}
        assert len(ours) >= 3, ours
        for language in ORDER:
            assert at.ask("focus", name=NAMES[language])
            keyboard.press("Return")
            heading = words(language).gettext("Choose an article")
            assert at.ask("wait", name=heading), language
            tree = at.ask("tree")
            names = interface_names(tree)
            assert {path: names[path] for path in ours} == {
                path: words(language).gettext(name) for path, name in ours.items()
            }
            # Each language is called by its own name, whatever the interface's is.
            buttons = [named(tree, NAMES[tag]) for tag in LANGUAGES]
            lefts = [button["extents"][0] for button in buttons]
            assert lefts == sorted(lefts, reverse=language == "ar")
            assert "FOCUSED" in named(tree, NAMES[language])["states"], "the keyboard does not stay at the button"
            # Bindings ask for an object's language once: those of another process ask anew.
            with AssistiveTechnology() as other:
                spoken = {row["name"]: row["locale"].split("_")[0] for row in other.ask("tree")}
            names_of_languages = {name: spoken.pop(name) for name in NAMES.values()}
            assert names_of_languages == {name: tag for tag, name in NAMES.items()}
            assert set(spoken.values()) == {language}
            digits = {letter for row in tree for letter in row["name"] if letter.isdecimal()}
            assert digits <= set("0123456789"), "numbers are written in two ways"
            chosen = [button["name"] for button in buttons if button["description"]]
            assert chosen == [NAMES[language]]
            faults = at.ask("judge")
            assert faults == [], f"{language}: {faults}"
