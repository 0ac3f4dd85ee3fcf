"""The screen for keys: setting up by ear, trying out, taking back, learning, and the way in without any map."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.key_map import OWN, HardKey, KeyRole
from kiosk.core.settings import Profile
from kiosk.qt.views.keys_mode import KeysMode
from kiosk.qt.views.keys_screen import KeysScreen
from kiosk.qt.views.stepper import Stepper
from tests.qt.looking import EVERY_SIZE, PAPER, flaws, settle, size_id
from tests.qt.pad import BACK, DOWN, NEXT, SELECT, UP, Desk

NewDesk = Callable[..., Desk]
# Keys of a keypad that nobody has heard of, by the number that the keyboard sends.
PAD_SCANS = tuple(range(220, 233))


@pytest.fixture
def new_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[NewDesk]:
    made: list[Desk] = []

    def make(**options: object) -> Desk:
        made.append(Desk(qtbot, tmp_path, **options))  # type: ignore[arg-type]
        made[-1].speak()
        return made[-1]

    yield make
    for desk in made:
        desk.close()
    i18n.set_language("en")


@pytest.fixture
def desk(new_desk: NewDesk) -> Desk:
    """A public kiosk whose screen for keys is open."""
    made = new_desk()
    open_keys(made)
    return made


def open_keys(desk: Desk) -> None:
    QTest.mouseClick(desk.window.catalog.corner.keys, Qt.MouseButton.LeftButton)
    desk.said()


def press_pad(desk: Desk, *numbers: int) -> None:
    """Press keys of the unknown keypad; a layout may make anything of them."""
    for number in numbers:
        desk.press_hard(Qt.Key.Key_unknown.value, PAD_SCANS[number])


def mode_of(desk: Desk) -> KeysMode:
    """What the screen is about now; a function, since it changes by what the test does."""
    return desk.keys_screen.mode


def choose(desk: Desk, name: str) -> None:
    """Press a button of the screen by the keys."""
    for _number in range(30):
        if desk.focus is desk.keys_screen.buttons[name]:
            break
        desk.press(DOWN)
    desk.press(SELECT)


def role_of(desk: Desk, number: int) -> KeyRole | None:
    return desk.kiosk.keys.role_of(HardKey(Qt.Key.Key_unknown.value, PAD_SCANS[number]))


# -- coming and going ---------------------------------------------------------------------------------------------


def test_it_is_reached_from_the_catalog_and_says_what_it_is(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.window.catalog.corner.keys.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Keys, button, Keypads, switches" in desk.said()
    desk.press(SELECT)
    said = desk.said()
    assert said.startswith("Keys. Up and Down choose")
    assert "Kind of keys, setting, arrows and Enter" in said
    choose(desk, "close")
    assert desk.window.front is desk.window.catalog


def test_from_an_article_it_silences_the_reading_and_leads_back_there(new_desk: NewDesk) -> None:
    desk = new_desk()
    desk.open()
    desk.kiosk.reading.toggle()
    assert desk.window.keyboard is not None
    desk.window.keyboard.open()
    settle()
    assert type(desk.kiosk.player.state.value).__name__ == "Paused"
    assert desk.kiosk.reading.is_choosing
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.front is desk.window.reader
    assert not desk.kiosk.reading.is_choosing


def test_help_leads_to_the_guide_from_here_too(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F1)
    assert desk.window.front is desk.window.reader
    assert not desk.kiosk.reading.is_choosing


# -- setting up ---------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-28", "FP-1")
def test_a_keypad_is_set_up_by_ear(desk: Desk) -> None:
    choose(desk, "set_up")
    assert "press the key that you want" in desk.said()
    assert desk.keys_screen.text.text().endswith("Press the key for: Select.")
    press_pad(desk, 0)
    assert desk.said() == "Key number 220 is: Select. Press the key for: Back. Select skips this."
    press_pad(desk, 1)
    assert desk.said().endswith("Press the key for: Next. Select skips this. Back asks for the one before.")
    # A key twice, then the way back and on again.
    press_pad(desk, 2, 2)
    assert "Key number 222 is already: Next. Please press another key. Press the key for: Up." in desk.said()
    press_pad(desk, 1, 3, 4, 5)
    assert [role_of(desk, number) for number in range(3)] == [None] * 3
    # Everything else is skipped.
    press_pad(desk, *[0] * 8)
    assert mode_of(desk) is KeysMode.TRIAL
    assert "No key for: Headphones pulled out. Try the new keys" in desk.said()
    roles = [KeyRole.SELECT, KeyRole.BACK, None, KeyRole.NEXT, KeyRole.UP, KeyRole.DOWN]
    assert [role_of(desk, number) for number in range(6)] == roles
    press_pad(desk, 3, 1)
    assert desk.focus is desk.keys_screen.buttons["keep"]
    press_pad(desk, 0)
    assert "The new keys are kept." in desk.said()
    assert mode_of(desk) is KeysMode.ROWS
    # At a public kiosk nothing of a visitor is remembered.
    assert not desk.store.load("keys")


def test_at_home_the_new_keys_are_remembered(new_desk: NewDesk) -> None:
    desk = new_desk(profile=Profile.HOME)
    open_keys(desk)
    desk.keys_screen.buttons["set_up"].click()
    press_pad(desk, 0, 1, 2, 3, 4, *[0] * 8)
    press_pad(desk, 0)
    record = desk.store.load("keys")
    assert record["preset"] == OWN
    assert ["select", Qt.Key.Key_unknown.value, PAD_SCANS[0], False] in record["keys"]  # type: ignore[operator]


def test_no_key_does_anything_else_while_keys_are_asked_for(desk: Desk) -> None:
    choose(desk, "set_up")
    settings = desk.kiosk.preferences.settings.value
    desk.press(Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_Plus, Qt.Key.Key_F1)
    assert mode_of(desk) is KeysMode.ASKING
    assert desk.kiosk.preferences.settings.value == settings


def test_leaving_before_anything_was_pressed_changes_nothing(desk: Desk) -> None:
    keys = desk.kiosk.keys.map.value
    for leave in (Qt.Key.Key_Escape, BACK):
        choose(desk, "set_up")
        desk.press(leave)
        assert mode_of(desk) is KeysMode.ROWS
        assert "The keys are as before." in desk.said()
    assert desk.kiosk.keys.map.value is keys


def test_a_finger_skips_goes_back_and_leaves(desk: Desk) -> None:
    choose(desk, "set_up")
    buttons = desk.keys_screen.buttons
    QTest.mouseClick(buttons["skip"], Qt.MouseButton.LeftButton)
    assert desk.keys_screen.text.text().startswith("It cannot be done without: Select.")
    press_pad(desk, 0)
    QTest.mouseClick(buttons["before"], Qt.MouseButton.LeftButton)
    assert desk.keys_screen.text.text() == "Press the key for: Select."
    QTest.mouseClick(buttons["leave"], Qt.MouseButton.LeftButton)
    assert mode_of(desk) is KeysMode.ROWS


# -- trial --------------------------------------------------------------------------------------------------------


def try_keypad(desk: Desk) -> None:
    """Look at the keypad of function keys, and try it."""
    kind = desk.keys_screen.settings[0][0]
    desk.press(NEXT)
    assert kind.value.text() == "keypad, F13 to F24"
    assert desk.kiosk.keys.map.value.preset == "arrows"
    choose(desk, "take")


@pytest.mark.parametrize("key", [UP, SELECT, Qt.Key.Key_Escape])
def test_a_key_of_before_takes_the_trial_back(desk: Desk, key: Qt.Key) -> None:
    try_keypad(desk)
    assert mode_of(desk) is KeysMode.TRIAL
    desk.press(key)
    assert mode_of(desk) is KeysMode.ROWS
    assert desk.kiosk.keys.map.value.preset == "arrows"
    assert "The keys are as before." in desk.said()


def test_who_goes_elsewhere_during_the_trial_has_the_keys_of_before(desk: Desk) -> None:
    try_keypad(desk)
    desk.press(Qt.Key(Qt.Key.Key_F13.value + 7))
    assert desk.window.front is desk.window.reader
    assert desk.kiosk.keys.map.value.preset == "arrows"


def test_a_trial_is_kept_by_the_new_keys_alone(desk: Desk) -> None:
    try_keypad(desk)
    desk.press(Qt.Key(Qt.Key.Key_F13.value + 6))
    assert mode_of(desk) is KeysMode.ROWS
    assert desk.kiosk.keys.map.value.preset == "f-block"


def test_keys_are_put_back_as_they_were_made(new_desk: NewDesk) -> None:
    desk = new_desk(record={"preset": "number-pad"})
    open_keys(desk)
    desk.keys_screen.buttons["reset"].click()
    desk.press(SELECT)
    assert desk.kiosk.keys.map.value.preset == "arrows"


# -- the way in without a map -------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-25")
def test_five_presses_of_an_unknown_key_begin_to_set_up_the_keys(new_desk: NewDesk) -> None:
    desk = new_desk(record={"preset": "f-block"})
    desk.open()
    press_pad(desk, 0, 0, 0, 1, 0, 0, 0, 0)
    assert desk.window.front is desk.window.reader
    press_pad(desk, 0)
    assert mode_of(desk) is KeysMode.ASKING
    assert "Press the key for: Select." in desk.said()
    # The keys of before still hold, and lead out again.
    desk.press(Qt.Key(Qt.Key.Key_F13.value + 4))
    assert mode_of(desk) is KeysMode.ROWS
    assert desk.kiosk.keys.map.value.preset == "f-block"


@pytest.mark.parametrize("key", [DOWN, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F9, Qt.Key.Key_MediaNext])
@pytest.mark.parametrize("profile", Profile)
def test_a_key_that_means_something_never_does(new_desk: NewDesk, key: Qt.Key, profile: Profile) -> None:
    desk = new_desk(profile=profile)
    desk.open()
    desk.press(*[key] * 6)
    assert not isinstance(desk.window.front, KeysScreen)


def test_letters_that_are_written_never_do(new_desk: NewDesk) -> None:
    desk = new_desk(profile=Profile.HOME)
    desk.open()
    desk.press(Qt.Key.Key_Menu)
    panel = desk.window.reader.listening
    assert panel is not None
    panel.show_form()
    settle()
    desk.press(*[Qt.Key.Key_A] * 6)
    assert panel.form.term.text().endswith("aaaaaa")


def test_a_held_unknown_key_does_not(new_desk: NewDesk) -> None:
    desk = new_desk(profile=Profile.HOME)
    desk.kiosk.preferences.set("repeat_delay", 250)
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for number in range(30):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", number > 0)
        event.setTimestamp(10_000 + 100 * number)
        QApplication.sendEvent(desk.window.windowHandle(), event)
    settle()
    assert desk.window.front is desk.window.catalog


# -- learning -----------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-28")
def test_each_key_says_what_it_does_and_does_nothing_else(desk: Desk) -> None:
    choose(desk, "learn")
    assert "To stop, press Back or Escape twice." in desk.said()
    settings, focus = desk.kiosk.preferences.settings.value, desk.focus
    for key, words in (
        (DOWN, "Down arrow. Down: the row below. In the text: moves on."),
        (SELECT, "Enter. Select: presses what you are at. In the text: reads, or pauses."),
        (Qt.Key.Key_F2, "F2. Colours."),
        (Qt.Key.Key_F11, "F11. Softer."),
        (Qt.Key.Key_Space, "Space. Read or pause."),
        (Qt.Key.Key_Tab, "Tab. Goes from control to control."),
        (Qt.Key.Key_X, "X. Does nothing."),
        (Qt.Key.Key_MediaStop, "Stop the voice."),
    ):
        desk.press(key)
        assert desk.said().endswith(words)
        assert desk.keys_screen.text.text().endswith(words)
    assert (desk.kiosk.preferences.settings.value, desk.focus) == (settings, focus)
    assert mode_of(desk) is KeysMode.LEARNING


@pytest.mark.parametrize("key", [BACK, Qt.Key.Key_Escape])
def test_it_is_left_by_the_same_key_twice_in_a_row_however_slowly(desk: Desk, key: Qt.Key) -> None:
    choose(desk, "learn")
    desk.press(key)
    assert desk.said().endswith("Once more to stop.")
    desk.press(UP, key)
    assert mode_of(desk) is KeysMode.LEARNING
    desk.press(key)
    assert mode_of(desk) is KeysMode.ROWS


def test_one_switch_can_learn_and_leave(new_desk: NewDesk) -> None:
    desk = new_desk(record={"preset": "one-switch"})
    open_keys(desk)
    desk.keys_screen.buttons["learn"].click()
    assert "To stop, press Select or Escape twice." in desk.said()
    desk.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert mode_of(desk) is KeysMode.ROWS


# -- how presses count --------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-30", "CF-31")
def test_times_are_set_by_the_keys_and_hold_at_once(desk: Desk) -> None:
    steppers = {setting.words().label: stepper for stepper, setting in desk.keys_screen.settings}
    settings = desk.kiosk.preferences.settings
    for label, option, value in (
        ("Ignore the same key again for", "double_press", 800),
        ("A held key repeats after", "repeat_delay", 2000),
        ("Then it repeats every", "repeat_gap", 2000),
    ):
        while desk.focus is not steppers[label].value:
            desk.press(DOWN)
        for _number in range(12):
            # Time passes between presses, whatever is ignored by now.
            desk.kiosk.preferences.set("double_press", getattr(settings.value, "double_press"))  # noqa: B009
            steppers[label].more.click()
        assert getattr(settings.value, option) == value
        assert "second" in steppers[label].value.text()


# -- looks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", KeysMode)
def test_each_mode_says_what_it_is_to_a_screen_reader(desk: Desk, mode: KeysMode) -> None:
    screen = desk.keys_screen
    screen.show_mode(mode, "Words.")
    settle()
    interface = QAccessible.queryAccessibleInterface(screen)
    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == screen.title.text() != ""
    for stop in screen.tab_stops:
        own = QAccessible.queryAccessibleInterface(stop)
        assert own.text(QAccessible.Text.Name)
        is_switch = stop is screen.caption_row.switch
        roles = (QAccessible.Role.CheckBox,) if is_switch else (QAccessible.Role.Button, QAccessible.Role.SpinBox)
        assert own.role() in roles


@pytest.mark.parametrize("case", EVERY_SIZE, ids=lambda case: "-".join(map(size_id, case)))
def test_nothing_is_cut_in_any_window_size_or_direction(
    desk: Desk, case: tuple[tuple[int, int], float, Qt.LayoutDirection]
) -> None:
    window, size, direction = case
    screen = desk.keys_screen
    desk.window.resize(*window)
    screen.setLayoutDirection(direction)
    for mode in KeysMode:
        screen.show_mode(mode, "For each thing that is asked for, press the key that you want. Take your time.")
        screen.set_look(PAPER, min(size, window[0] / 24, window[1] / 20), 20)
        settle()
        assert flaws(screen) == []


# -- signs, and second touches ------------------------------------------------------------------------------------


def stepper_of(desk: Desk, label: str) -> Stepper:
    return next(own for own, _setting in desk.keys_screen.settings if own.label.text() == label)


@pytest.mark.conforms("SW-17", "SW-15")
def test_signs_are_switched_off_here_and_learning_says_so(desk: Desk) -> None:
    signs = stepper_of(desk, "Signs and digits as commands")
    signs.value.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Signs and digits as commands, setting, on" in desk.said()
    desk.press(NEXT)
    assert "off" in desk.said()
    assert desk.kiosk.preferences.settings.value.letter_keys == "off"
    choose(desk, "learn")
    desk.said()
    desk.press(Qt.Key.Key_Plus)
    assert "Does nothing" in desk.said()


@pytest.mark.conforms("CF-22", "SW-15")
def test_the_time_for_a_second_touch_is_set_where_a_first_one_only_says_what_is_there(desk: Desk) -> None:
    taps = stepper_of(desk, "Time for a second touch")
    taps.value.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Time for a second touch, setting, 800 milliseconds" in desk.said()
    desk.press(NEXT)
    assert desk.kiosk.preferences.settings.value.double_tap == 1000
    assert "1 second" in desk.said()
    desk.kiosk.preferences.set("touch_explore", "off")
    assert taps.isHidden()


@pytest.mark.conforms("CF-23", "SW-15")
def test_the_keyboard_comes_to_the_switch_for_touch_too(desk: Desk) -> None:
    switch = desk.keys_screen.caption_row.switch
    assert switch.isVisible()
    seen = []
    for _number in range(40):
        desk.press(Qt.Key.Key_Tab)
        seen.append(desk.focus)
    assert switch in seen
    assert seen.count(switch) < len(seen)
