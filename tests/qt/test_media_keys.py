"""Media keys in the window, and what the desktop may do with it; the real kiosk between fakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import bootstrap
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.kiosk import Kiosk
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.media import MediaKey, Playback, WindowAction
from kiosk.core.reading import Paused, is_sounding
from kiosk.core.settings import Profile
from kiosk.qt.application import FirstPage, attach, make_window
from kiosk.qt.dispatcher import QtDispatcher
from kiosk.qt.input_map import KEYS, MEDIA_KEYS
from kiosk.qt.main_window import MainWindow
from kiosk.qt.meeting import start_media
from kiosk.qt.timer import QtTimer
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_media_session import FakeMediaSession
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer

PARAGRAPHS = "\n\n".join(f"Paragraph number {number}, of forty." for number in range(40))


class Desk:
    """A window with an article of forty paragraphs, on a desktop."""

    def __init__(self, folder: Path, qtbot: QtBot, is_attached: bool = True) -> None:
        (folder / "forty.md").write_text(
            f'+++\ntitle = "Forty"\nlanguage = "en"\n+++\n{PARAGRAPHS}\n', encoding="utf-8"
        )
        self.session = FakeMediaSession(QtDispatcher())
        self.kiosk: Kiosk = bootstrap.build(
            bootstrap.Options(Profile.HOME, folder, folder / "state", {"theme": "paper", "language": "en"}),
            QtTimer,
            store=MemoryStore(),
            clock=FakeClock(),
            output=FakeOutput(),
            rack=VoiceRack([FakeSynthesizer()]),
            media=self.session,
        )
        article = bootstrap.load_article(folder / "forty.md").article
        self.first = FirstPage("forty.md", article, None)
        self.window: MainWindow = make_window(self.kiosk.preferences, window_resources(), self.first)
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        if is_attached:
            self.attach()
        self.window.show()
        qtbot.waitExposed(self.window)

    def attach(self) -> None:
        attach(self.window, self.kiosk, self.first)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.reader, key)

    @property
    def is_sounding(self) -> bool:
        return is_sounding(self.kiosk.player.state.value)

    @property
    def passage(self) -> int:
        return self.kiosk.player.state.value.at.passage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot)
    yield made
    made.kiosk.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay])
def test_the_play_key_of_a_keyboard_plays_and_pauses(desk: Desk, key: Qt.Key) -> None:
    heard = []
    for _ in range(3):
        desk.press(key)
        heard.append(desk.is_sounding)
    assert heard == [True, False, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_MediaPause, Qt.Key.Key_MediaStop])
def test_pause_and_stop_never_start_speech(desk: Desk, key: Qt.Key) -> None:
    heard = []
    for pressed in (key, Qt.Key.Key_MediaPlay, key, key):
        desk.press(pressed)
        heard.append(desk.is_sounding)
    assert heard == [False, True, False, False]
    assert isinstance(desk.kiosk.player.state.value, Paused)


def test_next_and_previous(desk: Desk) -> None:
    for key, passage in (
        (Qt.Key.Key_MediaNext, 1),
        (Qt.Key.Key_MediaNext, 2),
        (Qt.Key.Key_MediaPrevious, 1),
    ):
        desk.press(key)
        assert desk.passage == passage


@pytest.mark.conforms("CF-30")
def test_a_held_key_moves_on_and_does_not_play_and_pause_in_turn(desk: Desk) -> None:
    def repeat(key: Qt.Key) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(desk.window.reader, event)

    desk.press(Qt.Key.Key_MediaPlay)
    repeat(Qt.Key.Key_MediaPlay)
    assert desk.is_sounding
    repeat(Qt.Key.Key_MediaNext)
    repeat(Qt.Key.Key_MediaNext)
    assert desk.passage == 2


@pytest.mark.conforms("CF-32", "SW-46")
def test_a_chord_is_no_media_key(desk: Desk) -> None:
    QTest.keyClick(desk.window.reader, Qt.Key.Key_MediaPlay, Qt.KeyboardModifier.ControlModifier)
    assert not desk.is_sounding


def test_every_media_key_has_a_key_and_no_key_two_meanings() -> None:
    # Nothing sends "play" alone: the key that Qt calls so is the one for play and pause.
    assert set(MEDIA_KEYS.values()) == set(MediaKey) - {MediaKey.PLAY}
    assert not MEDIA_KEYS.keys() & KEYS.keys()


def test_a_media_key_that_comes_before_the_reading_is_not_lost(tmp_path: Path, qtbot: QtBot) -> None:
    early = Desk(tmp_path, qtbot, is_attached=False)
    early.press(Qt.Key.Key_MediaNext)
    early.press(Qt.Key.Key_Space)
    assert early.kiosk.player.article is None
    early.attach()
    assert early.passage == 1
    assert early.is_sounding
    early.kiosk.close()


def test_the_page_follows_a_media_key(desk: Desk) -> None:
    view = desk.window.reader.article_view
    view.set_reduced_motion(True)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.press(Qt.Key.Key_MediaPlay)
    assert bar.value() < bar.maximum() // 4


# -- the desktop --------------------------------------------------------------------------------------------------


def test_the_desktop_plays_and_the_page_follows(desk: Desk, qtbot: QtBot) -> None:
    start_media(desk.window, desk.kiosk)
    assert desk.session.status.track is not None
    view = desk.window.reader.article_view
    view.set_reduced_motion(True)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.session.send(MediaKey.PLAY_PAUSE)
    assert not desk.is_sounding, "it was not left to the event loop"
    qtbot.waitUntil(lambda: desk.is_sounding)
    assert bar.value() < bar.maximum() // 4
    assert desk.session.status.playback is Playback.PLAYING


def test_the_desktop_raises_the_window(desk: Desk, qtbot: QtBot) -> None:
    start_media(desk.window, desk.kiosk)
    desk.window.showMinimized()
    desk.session.send(WindowAction.RAISE)
    qtbot.waitUntil(lambda: not desk.window.isMinimized())
    assert desk.window.isVisible()


def test_the_desktop_closes_the_window_in_silence(desk: Desk, qtbot: QtBot) -> None:
    start_media(desk.window, desk.kiosk)
    desk.press(Qt.Key.Key_Space)
    assert desk.is_sounding
    desk.session.send(WindowAction.CLOSE)
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert not desk.is_sounding


def test_a_kiosk_that_was_closed_does_not_appear_on_the_desktop(desk: Desk) -> None:
    desk.kiosk.close()
    start_media(desk.window, desk.kiosk)
    assert not desk.session.is_there
