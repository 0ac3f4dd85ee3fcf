"""The window of a program that is kept up: when it can be used, and what it shows when it is in trouble."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kiosk import bootstrap, i18n
from kiosk.app.kiosk import Kiosk
from kiosk.app.remembering import AttentiveStore
from kiosk.app.run_keeper import RunKeeper
from kiosk.app.uptime import ExitCode, Upkeep
from kiosk.app.uptime_words import in_all_languages
from kiosk.core.crash_loop import Run, record_of
from kiosk.core.narration import Saying
from kiosk.core.settings import Profile
from kiosk.qt.uptime import keep_up
from kiosk.qt.views.out_of_order_view import OutOfOrderView
from kiosk.qt.views.text_block import TextBlock
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_service import FakeService
from tests.fakes.fake_store import FakeStore
from tests.qt.looking import settle
from tests.qt.visit import Visit

SENTENCE = "This machine is out of order. Please ask the staff."


class Kept(Visit):
    """A window that is kept up."""

    def __init__(self, folder: Path, profile: Profile, store: FakeStore, is_safe: bool = False) -> None:
        self.service = FakeService()
        runs = FakeStore({"runs": record_of(Run("b", is_safe=is_safe))} if is_safe else {})
        attentive = AttentiveStore(store)
        upkeep = Upkeep(self.service, RunKeeper(runs, "b", FakeClock()), attentive)
        build = bootstrap.build

        def build_kept(*args: Any, **parts: Any) -> Kiosk:
            return build(*args, **{**parts, "store": attentive, "upkeep": upkeep})

        bootstrap.build = build_kept
        try:
            super().__init__(folder, profile, {"fitting": "never", "speaker": "self"})
        finally:
            bootstrap.build = build
        self.sayings: list[Saying] = []
        say = self.kiosk.narrator.say

        def note(saying: Saying) -> None:
            self.sayings.append(saying)
            say(saying)

        self.kiosk.narrator.say = note  # type: ignore[method-assign]
        self.stop = keep_up(self.window, self.kiosk)
        settle()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[list[Kept]]:
    made: list[Kept] = []
    yield made
    for each in made:
        each.stop()
        each.close()
    bootstrap.set_language("en")


def test_it_is_ready_when_it_has_been_painted(kept: list[Kept], tmp_path: Path) -> None:
    kept.append(Kept(tmp_path, Profile.PUBLIC, FakeStore()))
    assert kept[0].service.take() == ["READY=1", "STATUS=Ready", "WATCHDOG=1"]


def test_keys_and_presses_tell_that_somebody_is_there(kept: list[Kept], tmp_path: Path) -> None:
    kept.append(Kept(tmp_path, Profile.PUBLIC, FakeStore()))
    desk, handle = kept[0].kiosk.uptime, kept[0].window.windowHandle()
    # One that stands for something, and one that means nothing.
    for key in (Qt.Key.Key_Down, Qt.Key.Key_X):
        desk.is_alone.set(True)
        QTest.keyClick(handle, key)
        settle()
        assert not desk.is_alone.value
    desk.is_alone.set(True)
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    settle()
    assert not desk.is_alone.value


def test_out_of_order_is_shown_and_said_in_every_language(kept: list[Kept], tmp_path: Path) -> None:
    kept.append(Kept(tmp_path, Profile.PUBLIC, FakeStore(), is_safe=True))
    own = kept[0]
    view = own.window.currentWidget()
    assert isinstance(view, OutOfOrderView)
    assert view.title.text() == SENTENCE
    shown = {block.words_language for block in view.findChildren(TextBlock) if isinstance(block, QLabel)}
    assert shown >= set(i18n.LANGUAGES) - {"en"}
    own.sayings.clear()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_X, Qt.Key.Key_9):
        QTest.keyClick(own.window.windowHandle(), key)
        settle()
    # The screen says itself as well.
    sentences = set(in_all_languages())
    said = [saying.pieces[0] for saying in own.sayings if saying.pieces[0] in sentences]
    assert said[0].text == SENTENCE
    assert [piece.language for piece in said][-5:] == ["ru", "tr", "ar", "uk", "en"]
    assert own.window.currentWidget() is view


def test_it_can_be_read_anyway_until_nobody_is_there(kept: list[Kept], tmp_path: Path) -> None:
    kept.append(Kept(tmp_path, Profile.PUBLIC, FakeStore(), is_safe=True))
    own = kept[0]
    view = own.window.currentWidget()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(own.window.windowHandle(), key)
        settle()
    assert own.window.currentWidget() is own.window.catalog
    own.kiosk.uptime.is_alone.set(True)
    assert own.window.currentWidget() is view
    assert own.kiosk.reading.opened.value is None


def test_at_home_what_is_not_remembered_is_shown_and_said_once(kept: list[Kept], tmp_path: Path) -> None:
    store = FakeStore()
    store.is_writable = False
    kept.append(Kept(tmp_path, Profile.HOME, store))
    own = kept[0]
    for size in (36, 40, 44):
        own.kiosk.preferences.set("text_size", size)
        settle()
    words = "This cannot be saved, and is forgotten at the end: settings. Is the disk full?"
    assert [saying.pieces[0].text for saying in own.sayings].count(words) == 1
    assert own.kiosk.preferences.settings.value.text_size == 44


def test_to_end_is_to_close_the_window(kept: list[Kept], tmp_path: Path) -> None:
    kept.append(Kept(tmp_path, Profile.PUBLIC, FakeStore()))
    own = kept[0]
    own.service.take()
    QTimer.singleShot(0, lambda: own.kiosk.uptime.end(ExitCode.BROKEN))
    assert QApplication.exec() == ExitCode.BROKEN
    assert not own.window.isVisible()
    own.stop()
    assert "STOPPING=1" in own.service.take()
    QApplication.processEvents()
    # That the last window has gone asks for the end of an event loop: of the next one, where none runs any more.
    QTimer.singleShot(0, QApplication.quit)
    QApplication.exec()
