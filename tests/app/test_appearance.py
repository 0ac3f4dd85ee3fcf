"""What a reader can change about how things look: it holds, is told, and a reset can be taken back once."""

from collections.abc import Iterator

import pytest

from kiosk import i18n
from kiosk.app.appearance import AMOUNTS, VALUES, AppearanceSettings, offered_themes
from kiosk.app.appearance_words import setting_name, theme_name, value_words
from kiosk.app.note import AppearanceSet, LargestText, Note
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.core.settings import Profile, Settings
from tests.fakes.fake_store import FakeStore


class Desk:
    """The settings of somebody who tries things out."""

    def __init__(self, profile: Profile = Profile.HOME) -> None:
        self.store = FakeStore()
        self.preferences = PreferenceKeeper(self.store, profile)
        self.notes: list[Note] = []
        self.appearance = AppearanceSettings(self.preferences, self.notes.append)
        self.appearance.themes = lambda: ("paper", "night")

    @property
    def settings(self) -> Settings:
        return self.preferences.settings.value

    @property
    def told(self) -> list[str]:
        return [words_for_note(note) for note in self.notes]


@pytest.fixture
def desk() -> Iterator[Desk]:
    i18n.set_language("en")
    yield Desk()
    i18n.set_language("en")


STEPS = [
    ("typeface", "noto", "Typeface: Noto Sans"),
    ("line_spacing", 175, "Line spacing: 175 percent"),
    ("paragraph_spacing", 250, "Paragraph spacing: 250 percent"),
    ("letter_spacing", 3, "Letter spacing: 3 percent"),
    ("word_spacing", 8, "Word spacing: 8 percent"),
    ("highlight", "sentence", "What is lit: the sentence"),
    ("focus", "line", "Focus: the line"),
    ("motion", "reduced", "Motion: reduced"),
]


@pytest.mark.parametrize(("name", "value", "words"), STEPS)
def test_a_step_holds_and_is_told_and_the_step_back_too(desk: Desk, name: str, value: object, words: str) -> None:
    before = getattr(desk.settings, name)
    desk.appearance.step(name, 1)
    assert getattr(desk.settings, name) == value
    assert desk.told == [words]
    desk.appearance.step(name, -1)
    assert getattr(desk.settings, name) == before
    assert len(desk.notes) == 2


def test_every_value_has_a_name_of_its_own() -> None:
    i18n.set_language("en")
    amounts = {name: [value_words(name, amount) for amount in amounts] for name, amounts in AMOUNTS.items()}
    values = {name: [value_words(name, value) for value in values] for name, values in VALUES.items()}
    for name, told in (*amounts.items(), *values.items()):
        assert len(set(told)) == len(told) > 1
        assert setting_name(name)


def test_colours_are_a_ring_and_at_home_the_desktops_are_among_them(desk: Desk) -> None:
    desk.appearance.themes = lambda: offered_themes(("paper", "night"), is_at_home=True)
    seen = []
    for _ in range(3):
        desk.appearance.next_theme(1)
        seen.append(desk.settings.theme)
    assert seen == ["paper", "night", "system"]
    assert desk.told == ["Colours: Paper", "Colours: Night", "Colours: Like the computer"]
    assert offered_themes(("paper",), is_at_home=False) == ("paper",)
    assert theme_name("my-own") == "my own"


def test_the_language_of_the_interface_is_a_ring(desk: Desk) -> None:
    desk.appearance.next_language(1)
    following = list(i18n.LANGUAGES)[1]
    assert desk.settings.language == following
    i18n.set_language(following)
    desk.appearance.next_language(-1)
    assert desk.settings.language == "en"
    assert desk.notes == []


# -- the text size ------------------------------------------------------------------------------------------------


def test_larger_text_than_there_is_room_for_is_not_taken_and_that_is_told(desk: Desk) -> None:
    desk.appearance.largest_pt = 40
    for _ in range(4):
        desk.appearance.larger()
    assert desk.settings.text_size == 40
    assert desk.notes == [LargestText(40)] * 2
    assert desk.told[0] == "40 points. No larger text fits on this screen."


def test_smaller_begins_at_the_size_that_is_seen(desk: Desk) -> None:
    desk.preferences.set("text_size", 240)
    desk.appearance.largest_pt = 96
    assert desk.appearance.text_size == 96
    desk.appearance.smaller()
    assert desk.settings.text_size == 84


def test_at_the_ends_of_the_ladder_nothing_changes(desk: Desk) -> None:
    for _ in range(30):
        desk.appearance.larger()
    assert desk.settings.text_size == 240
    for _ in range(30):
        desk.appearance.smaller()
    assert desk.settings.text_size == 18


# -- back to how it was at first ----------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", Profile)
def test_a_reset_leads_to_the_profiles_own_and_is_taken_back_once(profile: Profile) -> None:
    i18n.set_language("en")
    desk = Desk(profile)
    first = desk.settings
    desk.appearance.larger()
    desk.appearance.next_theme(1)
    # Without captions the way back might not be seen: they stay as they are.
    for name in (*AMOUNTS, *(own for own in VALUES if own != "captions")):
        desk.appearance.step(name, 1)
    asked = desk.settings
    assert [name for name in Settings._fields if getattr(first, name) != getattr(asked, name)] != []
    desk.notes.clear()
    offered = [desk.appearance.has_reset]
    desk.appearance.reset()
    assert desk.settings == first
    offered.append(desk.appearance.has_reset)
    desk.appearance.take_back_reset()
    assert desk.settings == asked
    offered.append(desk.appearance.has_reset)
    assert offered == [False, True, False]
    desk.appearance.take_back_reset()
    assert desk.settings == asked
    assert desk.told == [
        "Everything looks as it did at first. The next button takes the reset back.",
        "Everything is again as you had set it.",
    ]


def test_a_reset_keeps_voice_language_and_what_was_measured(desk: Desk) -> None:
    desk.preferences.use_screen("one")
    for name, value in (("rate", 300), ("language", "ar"), ("card_px", 324), ("interface_voice", "on")):
        desk.preferences.set(name, value)
    before = desk.settings
    desk.appearance.reset()
    assert desk.settings == before


def test_whoever_comes_next_finds_no_reset_to_take_back(desk: Desk) -> None:
    desk.appearance.larger()
    desk.appearance.reset()
    desk.appearance.end_choosing()
    assert not desk.appearance.has_reset
    desk.appearance.take_back_reset()
    assert desk.settings.text_size == 32


def test_a_screen_that_was_measured_is_told(desk: Desk) -> None:
    desk.preferences.use_screen("one")
    desk.appearance.set_card(324)
    desk.appearance.set_card(0)
    assert desk.notes == [AppearanceSet("card_px", 324), AppearanceSet("card_px", 0)]
    assert desk.told == ["Size of the screen: 324 pixels", "Size of the screen: as the screen says"]
