"""The one place through which every key goes: what does not count reaches nobody."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.key_presets import (
    ARROWS,
    ASTERISK,
    CLEAR,
    COMMA,
    DELETE,
    END,
    ENTER,
    ESCAPE,
    F13,
    HOME,
    INSERT,
    NUMBER_SIGN,
    PAGE_DOWN,
    PAGE_UP,
    PERIOD,
    RETURN,
    SELECT,
    SPACE,
    ZERO,
)
from kiosk.core.settings import Profile
from tests.qt.looking import settle
from tests.qt.pad import DOWN, Desk

NewDesk = Callable[..., Desk]


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[NewDesk]:
    made: list[Desk] = []

    def make(**options: object) -> Desk:
        made.append(Desk(qtbot, tmp_path, **options))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for desk in made:
        desk.close()
    i18n.set_language("en")


def send(desk: Desk, key: Qt.Key, at_ms: int, is_repeat: bool = False, has_release: bool = True) -> None:
    """Press a key at a moment, as a keyboard does."""
    kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) if has_release else (QEvent.Type.KeyPress,)
    for kind in kinds:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)
        event.setTimestamp(at_ms)
        QApplication.sendEvent(desk.window.windowHandle(), event)
    settle()


def passage(desk: Desk) -> int:
    return desk.kiosk.player.state.value.at.passage


def test_the_numbers_of_keys_are_the_toolkits() -> None:
    key = Qt.Key
    own = [ESCAPE, RETURN, ENTER, INSERT, DELETE, CLEAR, HOME, END, PAGE_UP, PAGE_DOWN, F13, SELECT, SPACE]
    own += [NUMBER_SIGN, ASTERISK, COMMA, PERIOD, ZERO, *ARROWS]
    names = [key.Key_Escape, key.Key_Return, key.Key_Enter, key.Key_Insert, key.Key_Delete, key.Key_Clear]
    names += [key.Key_Home, key.Key_End, key.Key_PageUp, key.Key_PageDown, key.Key_F13, key.Key_Select]
    names += [key.Key_Space, key.Key_NumberSign, key.Key_Asterisk, key.Key_Comma, key.Key_Period, key.Key_0]
    names += [key.Key_Up, key.Key_Down, key.Key_Left, key.Key_Right]
    assert own == [name.value for name in names]


@pytest.mark.conforms("CF-31")
def test_a_second_strike_within_half_a_second_moves_nothing(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"double_press": 500})
    desk.open()
    for at_ms in (10_000, 10_200, 10_499, 10_900):
        send(desk, DOWN, at_ms)
    assert passage(desk) == 2


@pytest.mark.conforms("CF-31")
def test_a_strike_that_does_not_count_does_not_cut_what_is_said(new_desk: NewDesk) -> None:
    desk = new_desk(asked={"double_press": 500})
    desk.speak()
    send(desk, DOWN, 10_000)
    desk.said()
    assert desk.kiosk.narrator.is_speaking.value
    send(desk, DOWN, 10_100)
    assert desk.kiosk.narrator.is_speaking.value
    send(desk, Qt.Key.Key_Shift, 10_200)
    assert not desk.kiosk.narrator.is_speaking.value


@pytest.mark.conforms("CF-30")
@pytest.mark.parametrize(("profile", "moved"), [(Profile.PUBLIC, 1), (Profile.HOME, 4)])
def test_a_held_key_moves_once_at_a_public_kiosk(new_desk: NewDesk, profile: Profile, moved: int) -> None:
    desk = new_desk(profile=profile)
    desk.open()
    send(desk, DOWN, 10_000, has_release=False)
    for number in range(20):
        send(desk, DOWN, 10_200 + 40 * number, is_repeat=True)
    assert passage(desk) == moved


@pytest.mark.conforms("CF-30", "CF-13")
def test_a_held_volume_key_goes_on_four_times_a_second(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.open()
    send(desk, Qt.Key.Key_F11, 10_000, has_release=False)
    for number in range(28):
        send(desk, Qt.Key.Key_F11, 10_040 + 40 * number, is_repeat=True)
    # One press, one more after half a second, and two more in the half second that follows.
    assert desk.kiosk.reading.speech.own().volume == 60


@pytest.mark.conforms("CF-32")
@pytest.mark.parametrize(("profile", "passages"), [(Profile.PUBLIC, 0), (Profile.HOME, 0)])
def test_chords_do_nothing(new_desk: NewDesk, profile: Profile, passages: int) -> None:
    desk = new_desk(profile=profile)
    desk.open()
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(desk.window.windowHandle(), DOWN, modifier)
        settle()
    assert passage(desk) == passages


def test_settings_hold_at_once(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.open()
    desk.kiosk.preferences.set("double_press", 800)
    for at_ms in (10_000, 10_500, 11_000):
        send(desk, DOWN, at_ms)
    assert passage(desk) == 2


def test_a_button_hears_no_release_of_a_press_that_did_not_count(new_desk: NewDesk) -> None:
    desk = new_desk(profile=Profile.HOME, asked={"double_press": 500})
    desk.open()
    bar = desk.window.reader.transport_bar
    assert bar is not None
    bar.larger.setFocus(Qt.FocusReason.TabFocusReason)
    for at_ms in (10_000, 10_100):
        send(desk, Qt.Key.Key_Return, at_ms)
    assert desk.kiosk.preferences.settings.value.text_size == 36
