"""The reader as a whole: keys and clicks become commands, notes end with the next of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import bootstrap
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.kiosk import Kiosk
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.reading import Paused, Preparing, Speaking, Stopped
from kiosk.core.settings import Profile
from kiosk.qt.application import attach, make_window
from kiosk.qt.main_window import MainWindow
from kiosk.qt.timer import QtTimer
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer

ARTICLE = "First paragraph of three.\n\nSecond paragraph of three.\n\nThird paragraph of three.\n"


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, Kiosk]]:
    """A window with an article of three paragraphs, between fakes."""
    (tmp_path / "three.md").write_text(f'+++\ntitle = "Three"\nlanguage = "en"\n+++\n{ARTICLE}', encoding="utf-8")
    options = bootstrap.Options(Profile.HOME, tmp_path, tmp_path / "state", {"theme": "paper", "language": "en"})
    kiosk = bootstrap.build(
        options,
        QtTimer,
        store=MemoryStore(),
        clock=FakeClock(),
        output=FakeOutput(),
        rack=VoiceRack([FakeSynthesizer()]),
    )
    window = make_window(kiosk.preferences, window_resources(), None)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    attach(window, kiosk, None)
    window.show()
    kiosk.reading.open("three.md")
    qtbot.waitUntil(lambda: window.reader.hasFocus() or window.reader.article_view.hasFocus())
    yield window, kiosk
    kiosk.close()


def state_of(kiosk: Kiosk) -> type:
    """The kind of state; a type checker would take a state that it has seen for one that stays."""
    return type(kiosk.player.state.value)


Press = Callable[[Qt.Key], None]


@pytest.fixture
def press(opened: tuple[MainWindow, Kiosk]) -> Press:
    return lambda key: QTest.keyClick(opened[0].reader, key)


@pytest.mark.conforms("CF-05", "SW-20")
def test_space_reads_and_pauses(opened: tuple[MainWindow, Kiosk], press: Press) -> None:
    kiosk = opened[1]
    assert state_of(kiosk) is Stopped
    press(Qt.Key.Key_Space)
    assert state_of(kiosk) in (Preparing, Speaking)
    press(Qt.Key.Key_Space)
    assert state_of(kiosk) is Paused


def test_arrows_move_and_home_and_end_go_to_the_ends(opened: tuple[MainWindow, Kiosk], press: Press) -> None:
    window, kiosk = opened
    for key, passage in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        press(key)
        assert kiosk.player.state.value.at.passage == passage
        assert window.reader.article_view.current_passage() == passage


def test_left_and_right_change_the_speed_plus_and_minus_the_size(
    opened: tuple[MainWindow, Kiosk], press: Press
) -> None:
    settings = opened[1].preferences.settings
    press(Qt.Key.Key_Right)
    assert settings.value.rate == 170
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert settings.value.rate == 150
    press(Qt.Key.Key_Plus)
    assert settings.value.text_size == 36
    press(Qt.Key.Key_Minus)
    press(Qt.Key.Key_Minus)
    assert settings.value.text_size == 28


def test_enter_reads_from_the_current_paragraph(opened: tuple[MainWindow, Kiosk], press: Press) -> None:
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    state = opened[1].player.state.value
    assert isinstance(state, Preparing | Speaking)
    assert state.at.passage == 3


def test_new_colours_are_named_until_the_next_key(opened: tuple[MainWindow, Kiosk], press: Press) -> None:
    window, kiosk = opened
    press(Qt.Key.Key_F2)
    assert kiosk.preferences.settings.value.theme == "night"
    line = window.reader.message_line
    assert line is not None
    assert "Night" in line.accessibleName()
    press(Qt.Key.Key_Down)
    assert not line.isVisible()


@pytest.mark.conforms("FP-10", "CF-06", "CF-23", "SW-16")
def test_escape_silences_first_and_leaves_then(opened: tuple[MainWindow, Kiosk], press: Press) -> None:
    window, kiosk = opened
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert state_of(kiosk) is Paused
    assert window.currentWidget() is window.reader
    press(Qt.Key.Key_Escape)
    assert window.currentWidget() is window.catalog


@pytest.mark.conforms("SW-15")
def test_buttons_of_the_bar_do_what_their_keys_do(opened: tuple[MainWindow, Kiosk], qtbot: QtBot) -> None:
    window, kiosk = opened
    bar = window.reader.transport_bar
    assert bar is not None
    bar.next_asked.emit()
    assert kiosk.player.state.value.at.passage == 1
    bar.faster_asked.emit()
    assert kiosk.player.rate.words_per_minute == 170
    bar.play_asked.emit()
    assert isinstance(kiosk.player.state.value, Preparing | Speaking)


@pytest.mark.conforms("CF-30")
def test_a_held_space_does_not_play_and_pause_in_turn(opened: tuple[MainWindow, Kiosk]) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    window, kiosk = opened
    none = Qt.KeyboardModifier.NoModifier
    for is_repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none, " ", is_repeat)
        QApplication.sendEvent(window.reader, event)
    assert isinstance(kiosk.player.state.value, Preparing | Speaking)


@pytest.mark.conforms("SW-32")
def test_the_language_changes_while_running(opened: tuple[MainWindow, Kiosk]) -> None:
    window, kiosk = opened
    bar = window.reader.transport_bar
    assert bar is not None
    kiosk.preferences.set("language", "ru")
    assert bar.help.accessibleName() == "Помощь"
    kiosk.preferences.set("language", "ar")
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    kiosk.preferences.set("language", "en")
    assert bar.help.accessibleName() == "Help"
