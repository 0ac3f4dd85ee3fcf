"""Ways out of a public kiosk by keys: each is tried on the locked window, and nothing has come of it then."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.core.lexicon import LONGEST_TERM
from kiosk.core.lockdown import AT_ONCE, GAP_MS, MEANT, MEANT_ON_PAD, Attempt
from kiosk.core.reading import is_sounding
from kiosk.qt.input_map import KEYS, MEDIA_KEYS, PAD_KEYS
from kiosk.qt.views.text_field import TextField
from tests.qt.locked import LockedDesk, forbid_dialogs
from tests.qt.looking import settle

Key, Held = Qt.Key, Qt.KeyboardModifier
NOTHING, CONTROL, ALT = Held.NoModifier, Held.ControlModifier, Held.AltModifier
SHIFT, SUPER = Held.ShiftModifier, Held.MetaModifier
Chord = tuple[Qt.Key, Qt.KeyboardModifier]


def chords(held: Qt.KeyboardModifier, *keys: Qt.Key) -> list[Chord]:
    return [(key, held) for key in keys]


LETTERS = [Key(code) for code in range(Key.Key_A.value, Key.Key_Z.value + 1)]
FUNCTIONS = [Key(code) for code in range(Key.Key_F1.value, Key.Key_F35.value + 1)]
LAUNCHERS = [
    key for key in Key if Key.Key_Back.value < key.value < Key.Key_MediaLast.value + 64 and key.value not in MEANT
]


@pytest.fixture
def desk(locked_desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> LockedDesk:
    forbid_dialogs(monkeypatch)
    locked_desk.begin()
    return locked_desk


def write_on(desk: LockedDesk) -> TextField:
    """Come to a line to write on."""
    field = TextField(LONGEST_TERM, desk.window)
    field.show()
    field.setFocus()
    settle()
    return field


# -- chords -------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("B-01")
def test_no_chord_closes_the_window(desk: LockedDesk) -> None:
    with desk.attempt():
        desk.strike(*chords(ALT, Key.Key_F4), *chords(CONTROL, Key.Key_F4, Key.Key_W, Key.Key_Q))
        desk.strike(*chords(SUPER, Key.Key_Q, Key.Key_W))
        # What a window manager sends for them, and what the toolkit does for "quit".
        desk.window.close()
        window = desk.window.windowHandle()
        window.close()
        QApplication.closeAllWindows()
        QApplication.quit()
    assert desk.lock.refused[Attempt.CLOSE] >= 3


@pytest.mark.conforms("B-12")
@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Help], ids=["F1", "Help"])
def test_help_is_ours_and_opens_nothing_else(desk: LockedDesk, key: Qt.Key) -> None:
    with desk.attempt():
        desk.strike((key, NOTHING), (key, SHIFT))
    opened = desk.kiosk.reading.opened.value
    assert opened is None or opened.article.id == "how-to-use"
    assert (opened is not None) == (key is Key.Key_F1)


@pytest.mark.conforms("B-13", "B-14")
@pytest.mark.parametrize(
    "held", [CONTROL, CONTROL | SHIFT, ALT, SUPER], ids=["ctrl", "ctrl-shift", "alt", "super"]
)
@pytest.mark.parametrize("is_reading", [False, True], ids=["catalog", "article"])
def test_chords_of_programs_do_nothing(desk: LockedDesk, held: Qt.KeyboardModifier, is_reading: bool) -> None:
    if is_reading:
        desk.open()
    front = desk.window.front
    wishes = desk.kiosk.preferences.settings.value
    with desk.attempt():
        desk.strike(*chords(held, *LETTERS, Key.Key_F5, Key.Key_F11, Key.Key_F12, Key.Key_Return))
        desk.strike(*chords(held, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_Tab, Key.Key_Space))
    assert desk.window.front is front
    assert desk.kiosk.preferences.settings.value == wishes
    assert not is_sounding(desk.kiosk.player.state.value)


@pytest.mark.conforms("B-13")
def test_keys_of_browsers_are_those_of_the_guide(desk: LockedDesk) -> None:
    with desk.attempt():
        desk.strike(*chords(NOTHING, Key.Key_F5, Key.Key_F6, Key.Key_F11, Key.Key_F12))
    assert desk.window.front is desk.window.catalog
    assert desk.window.isFullScreen() or desk.window.isVisible()


@pytest.mark.conforms("B-15")
def test_nothing_is_copied_and_nothing_pasted(desk: LockedDesk) -> None:
    clipboard = QGuiApplication.clipboard()
    with desk.attempt():
        field = write_on(desk)
        field.setText("mine")
        field.selectAll()
        # By keys, by the widget's own functions, and by whoever else has the clipboard.
        desk.strike(*chords(CONTROL, Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_Insert))
        desk.strike(*chords(SHIFT, Key.Key_Delete, Key.Key_Insert))
        assert field.text() == "mine"
        field.copy()
        settle()
        clipboard.setText("somebody else's")
        data = QMimeData()
        data.setHtml("<b>rich</b>")
        clipboard.setMimeData(data)
        settle()
        field.deselect()
        field.paste()
        assert field.text() == "mine"
        field.hide()
        desk.window.catalog.setFocus()
        field.deleteLater()
    assert desk.lock.refused[Attempt.CLIPBOARD] >= 2


@pytest.mark.conforms("B-16")
def test_no_key_brings_a_context_menu(desk: LockedDesk) -> None:
    with desk.attempt():
        desk.strike((Key.Key_F10, SHIFT), (Key.Key_Menu, NOTHING), (Key.Key_Menu, SHIFT))
        field = write_on(desk)
        desk.strike((Key.Key_F10, SHIFT), (Key.Key_Menu, NOTHING))
        field.hide()
        desk.window.catalog.setFocus()
        field.deleteLater()


# -- keys that start something ------------------------------------------------------------------------------------


@pytest.mark.conforms("B-18", "B-19")
def test_keys_that_start_something_elsewhere_start_nothing_here(desk: LockedDesk) -> None:
    assert {Key.Key_HomePage, Key.Key_LaunchMail, Key.Key_Calculator, Key.Key_Explorer, Key.Key_Eject} <= set(
        LAUNCHERS
    )
    with desk.attempt():
        for key in (*LAUNCHERS, Key.Key_Print, Key.Key_SysReq, Key.Key_Pause):
            desk.lock._flood._until_ms = 0
            desk.strike((key, NOTHING))
    assert desk.window.front is desk.window.catalog


def test_what_is_let_through_is_what_the_program_has_a_use_for() -> None:
    own = {key.value for key in (*KEYS, *MEDIA_KEYS)}
    more = {Key.Key_Tab, Key.Key_Backtab, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Select}
    assert own | {key.value for key in more} == MEANT
    assert {key.value for key in PAD_KEYS} | MEANT == MEANT_ON_PAD


def test_a_key_without_a_meaning_still_calls_for_help(desk: LockedDesk) -> None:
    for number in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_F20, NOTHING)
        event.setTimestamp(50_000 + 400 * number)
        QApplication.sendEvent(desk.window.windowHandle(), event)
        settle()
    assert desk.shows(desk.keys_screen)


# -- floods -------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("B-20")
def test_two_hundred_keys_a_second_harm_nobody(desk: LockedDesk) -> None:
    keys = (
        Key.Key_Down,
        Key.Key_A,
        Key.Key_Right,
        Key.Key_F3,
        Key.Key_Up,
        Key.Key_Return,
        Key.Key_Escape,
        Key.Key_F5,
    )
    with desk.attempt():
        for number in range(400):
            event = QKeyEvent(QEvent.Type.KeyPress, keys[number % len(keys)], NOTHING)
            event.setTimestamp(100_000 + 5 * number)
            QApplication.sendEvent(desk.window.windowHandle(), event)
            if number % 50 == 0:
                QApplication.processEvents()
    reached = 400 - desk.lock.refused[Attempt.KEY]
    assert 10 < reached <= AT_ONCE + 2_000 // GAP_MS + 1


@pytest.mark.conforms("B-20")
def test_with_every_modifier_down_no_key_counts(desk: LockedDesk) -> None:
    with desk.attempt():
        for number in range(400):
            event = QKeyEvent(QEvent.Type.KeyPress, LETTERS[number % 26], CONTROL | ALT | SHIFT | SUPER)
            event.setTimestamp(200_000 + 5 * number)
            QApplication.sendEvent(desk.window.windowHandle(), event)
    assert desk.lock.refused[Attempt.KEY] >= 400
    assert desk.window.front is desk.window.catalog


@pytest.mark.conforms("B-21")
def test_ten_thousand_letters_are_as_many_as_there_is_room_for(desk: LockedDesk) -> None:
    with desk.attempt():
        field = write_on(desk)
        # By a device that types, and at once, as an input method hands over a word.
        for number in range(300):
            event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, NOTHING, "a")
            event.setTimestamp(300_000 + 100 * number)
            QApplication.sendEvent(desk.window.windowHandle(), event)
        assert len(field.text()) == LONGEST_TERM
        written = QInputMethodEvent()
        written.setCommitString("b" * 10_000)
        QApplication.sendEvent(field, written)
        assert len(field.text()) == LONGEST_TERM
        field.hide()
        desk.window.catalog.setFocus()
        field.deleteLater()


@pytest.mark.conforms("B-22")
@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_F20, Key.Key_F11], ids=["Down", "F20", "F11"])
def test_a_key_that_is_held_for_ten_minutes_repeats_nothing_but_loudness(desk: LockedDesk, key: Qt.Key) -> None:
    desk.open()
    window = desk.window.windowHandle()
    volume = desk.kiosk.reading.speech.own().volume
    with desk.attempt():
        for number in range(300):
            event = QKeyEvent(QEvent.Type.KeyPress, key, NOTHING, "", number > 0)
            event.setTimestamp(400_000 + 2_000 * number)
            QApplication.sendEvent(window, event)
        QTest.keyRelease(window, key)
    assert desk.kiosk.player.state.value.at.passage <= 1
    assert desk.window.front is not None
    desk.kiosk.preferences.set("volume", volume)
