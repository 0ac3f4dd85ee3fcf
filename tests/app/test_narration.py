"""What the interface voice says of screens and controls, in words."""

from collections.abc import Iterator

import pytest

from kiosk import bootstrap, i18n
from kiosk.app.narration import (
    catalog_caption,
    purpose_of,
    reader_caption,
    speaker_words,
    text_size_words,
    words_for_control,
)
from kiosk.app.note import FellAsleep, LevelChosen, Note, PitchSet, RateSet, VoiceSet, VolumeSet
from kiosk.core.key_map import OWN
from kiosk.core.key_presets import PRESETS
from kiosk.core.narration import Control, Piece, Purpose, Role
from kiosk.core.navigation import Level
from kiosk.core.speaker import Speaker


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    bootstrap.set_language("en")
    yield
    i18n.set_language("en")


def said_of(control: Control) -> str:
    return "|".join(piece.text for piece in words_for_control(control))


def test_a_control_is_said_by_name_kind_state_and_description() -> None:
    name, more = (Piece("Pauses", "en"),), (Piece("Between sentences.", "en"),)
    assert said_of(Control(name, Role.BUTTON, True, False, more)) == "Pauses, button, on, Between sentences."
    assert said_of(Control(name, Role.BUTTON, False, True)) == "Pauses, button, off, not available"
    assert said_of(Control(name, Role.ARTICLE)) == "Pauses, article"
    assert said_of(Control(name, Role.OTHER)) == "Pauses"


def test_a_name_in_another_language_keeps_its_own_voice() -> None:
    control = Control((Piece("Голос", "ru"),), Role.BUTTON, description=(Piece("Тихо.", "ru"),))
    assert words_for_control(control) == (Piece("Голос", "ru"), Piece("button", "en"), Piece("Тихо.", "ru"))


def test_of_a_control_without_a_name_nothing_is_said() -> None:
    assert words_for_control(Control((), Role.BUTTON)) == ()


def test_the_catalog_counts() -> None:
    assert catalog_caption(0) == ""
    assert catalog_caption(1).startswith("1 article. ")
    assert catalog_caption(8).startswith("8 articles. ")


def test_the_reader_says_where_and_how_long() -> None:
    assert reader_caption(0, 5, 3) == "3 minutes. Press Space to read."
    assert reader_caption(2, 5, 1) == "Paragraph 2 of 5. 1 minute. Press Space to read."
    assert reader_caption(5, 5, 0) == "Paragraph 5 of 5. Less than a minute. Press Space to read."


def test_captions_name_the_keys_that_there_are() -> None:
    reads = {keys: reader_caption(0, 5, 3, keys).partition(". ")[2] for keys in (*PRESETS, OWN)}
    assert reads == {
        "full": "Press Space to read.",
        "arrows": "Press Space or Enter to read.",
        "f-block": "Press Select to read.",
        "number-pad": "Press Select to read.",
        "own": "Press Select to read.",
        "one-switch": "Press the switch when “Play” comes.",
        "two-switches": "Go to “Play” and select it.",
    }
    assert catalog_caption(1, "one-switch") == "1 article. Press the switch when the right one comes."
    assert catalog_caption(1, "f-block") == "1 article. Next and Back move, Select opens."
    assert catalog_caption(1, "arrows") == catalog_caption(1)


def test_switching_names_the_key_that_switches_back() -> None:
    said = {speaker: speaker_words(speaker) for speaker in Speaker}
    assert all("F10" in words for words in said.values())
    assert len(set(said.values())) == len(Speaker)


def test_the_size_of_the_text() -> None:
    assert text_size_words(48) == "Text size: 48 points."


@pytest.mark.parametrize("note", [RateSet(170), VolumeSet(90), PitchSet(10), VoiceSet("Heart")])
def test_what_the_reading_lets_be_heard_is_a_step(note: Note) -> None:
    assert purpose_of(note, is_asked=True) is Purpose.STEP


def test_other_notes_are_answers_and_what_happens_by_itself_is_a_warning() -> None:
    assert purpose_of(LevelChosen(Level.WORD), is_asked=True) is Purpose.ANSWER
    assert purpose_of(FellAsleep(), is_asked=False) is Purpose.WARNING
