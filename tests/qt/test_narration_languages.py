"""The interface's language is changed while the program runs: each language is spoken by a voice of its own."""

import pytest
from PySide6.QtCore import Qt

from kiosk import i18n
from kiosk.i18n import LANGUAGES
from tests.qt.test_narration import TAGS, Booth, booth, new_booth

__all__ = ["booth", "new_booth"]


def heard(booth: Booth) -> dict[str, str]:
    """Return what each language's voice has said."""
    return {tag: " ".join(booth.said(tag)) for tag in TAGS}


@pytest.mark.conforms("SW-32", "FP-1")
def test_every_language_that_is_chosen_is_spoken_by_its_own_voice_at_once(booth: Booth) -> None:
    for tag in ("ar", "ru", "tr", "uk", "en"):
        booth.window.catalog.language_buttons[tag].setFocus()
        named = heard(booth)
        assert named[tag].startswith(LANGUAGES[tag]), "a language is not called by its own name in its own voice"
        booth.press(Qt.Key.Key_Return)
        said = heard(booth)
        assert i18n.language() == tag
        title = booth.window.catalog.title.text()
        # All of the screen; the language's own name is in its own language already.
        assert said.pop(tag).startswith(f"{title}. ")
        assert set(said.values()) == {""}, "a voice of another language has spoken"


@pytest.mark.parametrize("tag", TAGS)
def test_a_button_is_said_in_the_language_that_was_chosen_last(booth: Booth, tag: str) -> None:
    for chosen in ("ru" if tag != "ru" else "en", tag):
        booth.window.catalog.language_buttons[chosen].setFocus()
        booth.press(Qt.Key.Key_Return)
    heard(booth)
    booth.window.catalog.corner.help.setFocus()
    said = heard(booth)
    assert booth.window.catalog.corner.help.label in said.pop(tag)
    assert set(said.values()) == {""}
