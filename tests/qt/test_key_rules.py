"""Rules that hold for all keys of the reader: one at a time, no letters, a key for whatever can be asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.settings import Profile
from kiosk.qt.input_map import Command, command_for, media_key_for
from tests.qt.looking import settle
from tests.qt.pad import Desk

NewDesk = Callable[..., Desk]
NOTHING = Qt.KeyboardModifier.NoModifier
CHORDS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
# Larger and smaller bear their signs; the bar has buttons for both.
COMMANDS = "+-="
SIGNS = "abcxyzABCXYZ0123456789абвяїґçşğابت.,;:!?'()[]/*@#%&"


def press(key: int, modifiers: Qt.KeyboardModifier = NOTHING, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[NewDesk]:
    made: list[Desk] = []

    def make(**options: object) -> Desk:
        made.append(Desk(qtbot, tmp_path, profile=Profile.HOME, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for desk in made:
        desk.close()


@pytest.mark.conforms("FP-6", "FP-7", "CF-24", "SW-15")
def test_whatever_can_be_asked_for_has_a_single_key() -> None:
    assert {command_for(press(key)) for key in Qt.Key} - {None} == set(Command)


@pytest.mark.conforms("FP-7", "CF-32", "SW-46")
@given(key=st.sampled_from(list(Qt.Key)), held=st.sets(st.sampled_from(CHORDS), min_size=1))
def test_no_key_means_anything_together_with_another(key: Qt.Key, held: set[Qt.KeyboardModifier]) -> None:
    modifiers = NOTHING
    for own in held:
        modifiers |= own
    assert command_for(press(key, modifiers)) is None
    assert media_key_for(press(key, modifiers)) is None


@pytest.mark.conforms("FP-7", "CF-32", "SW-46")
def test_a_key_that_is_only_held_with_others_means_nothing_alone() -> None:
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock):
        assert command_for(press(key)) is None


@pytest.mark.conforms("FP-7", "CF-32")
@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F3])
def test_shift_is_never_needed_and_changes_nothing(key: Qt.Key) -> None:
    shifted = command_for(press(key, Qt.KeyboardModifier.ShiftModifier))
    assert shifted is not None
    assert shifted in {command_for(press(other)) for other in Qt.Key}
    assert shifted is command_for(press(key))


@pytest.mark.conforms("SW-17")
@pytest.mark.parametrize("sign", SIGNS)
def test_no_letter_digit_or_sign_is_a_command(sign: str) -> None:
    key = ord(sign.upper())
    assert command_for(press(key, text=sign)) is None
    assert command_for(press(key, Qt.KeyboardModifier.ShiftModifier, sign)) is None


@pytest.mark.conforms("SW-17")
@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal])
def test_signs_are_switched_off_and_on_again(new_desk: NewDesk, key: Qt.Key) -> None:
    desk = new_desk()
    desk.open()
    before = desk.kiosk.preferences.settings.value.text_size
    desk.kiosk.preferences.set("letter_keys", "off")
    desk.press(key)
    assert desk.kiosk.preferences.settings.value.text_size == before
    desk.kiosk.preferences.set("letter_keys", "on")
    desk.press(key)
    assert desk.kiosk.preferences.settings.value.text_size != before


@pytest.mark.conforms("SW-17")
def test_digits_of_the_number_pad_are_switched_off_too_and_its_arrows_are_not(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"letter_keys": "off"})
    desk.open()
    level = desk.kiosk.reading.navigation.level
    for key in (Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_Plus):
        QTest.keyClick(desk.window.windowHandle(), key, Qt.KeyboardModifier.KeypadModifier)
    settle()
    assert desk.kiosk.reading.navigation.level is level
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier)
    settle()
    assert desk.kiosk.reading.navigation.level is not level


def test_the_signs_that_are_commands_are_those_that_the_report_names() -> None:
    printed = [chr(own) for own in range(0x21, 0x7F)]
    assert {sign for sign in printed if command_for(press(ord(sign), text=sign))} == set(COMMANDS)
