"""A keypad, and a window with two articles that somebody goes through with it, between fakes."""

import threading
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import bootstrap
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.timeline import ms_to_frames
from kiosk.qt import accessibility
from kiosk.qt.application import attach, make_window
from kiosk.qt.timer import QtTimer
from kiosk.qt.views.keys_screen import KeysScreen
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.qt.looking import settle

UP, DOWN, BACK, NEXT, SELECT = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
)
PAD = (UP, DOWN, BACK, NEXT, SELECT)
TEXT = "Alpha beta gamma. Delta.\n\n## Chapter\n\nEpsilon zeta. Eta theta.\n\nIota kappa."


class Desk:
    """A window, and the keys that reach it as a person's do."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        profile: Profile = Profile.PUBLIC,
        asked: Mapping[str, PreferenceValue] | None = None,
        record: Mapping[str, object] | None = None,
        language: str = "en",
    ) -> None:
        accessibility.install()
        for name, title in (("one", "One"), ("two", "Two"), ("how-to-use", "Guide")):
            head = f'+++\nid = "{name}"\ntitle = "{title}"\nlanguage = "en"\n+++\n'
            (folder / f"{name}.md").write_text(f"{head}{TEXT}\n", encoding="utf-8")
        self.qtbot = qtbot
        self.store = MemoryStore()
        if record is not None:
            self.store.save("keys", record)
        self.prompter = FakeSynthesizer(("en", "ar"), "prompt")
        self.clock = FakeClock()
        self.output = FakeOutput(self.clock)
        wishes: dict[str, PreferenceValue] = {"theme": "paper", "language": language, "double_press": 0}
        self.kiosk = bootstrap.build(
            bootstrap.Options(profile, folder, folder / "state", {**wishes, **(asked or {})}),
            QtTimer,
            store=self.store,
            clock=self.clock,
            output=self.output,
            rack=VoiceRack([FakeSynthesizer(("en",), "natural", 3), FakeSynthesizer(("en",), "plain", 1)]),
            prompt_rack=VoiceRack([self.prompter]),
        )
        self.window = make_window(self.kiosk.preferences, window_resources(), None)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.voice = attach(self.window, self.kiosk, None)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        settle()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where a person's arrive: at the window."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            settle()

    def press_hard(self, code: int, scan: int, kind: QEvent.Type = QEvent.Type.KeyPress) -> None:
        """Press a key of which the keyboard's own number is known."""
        for own in (kind, QEvent.Type.KeyRelease):
            event = QKeyEvent(own, code, Qt.KeyboardModifier.NoModifier, scan, 0, 0)
            QApplication.sendEvent(self.window.windowHandle(), event)
        settle()

    def said(self) -> str:
        """Take what was said since the last time."""
        settle()
        done = threading.Event()
        self.kiosk.narrator._give(done.set)
        assert done.wait(20)
        self.kiosk.narrator._cache.clear()
        taken = " ".join(self.prompter.spoken)
        self.prompter.spoken.clear()
        return taken

    def speak(self) -> None:
        """Let the interface voice speak."""
        self.voice.start()
        self.said()

    def open(self, path: str = "one.md") -> None:
        self.kiosk.reading.open(path)
        settle()

    def listen(self, milliseconds: int = 10) -> None:
        self.output.pump(ms_to_frames(milliseconds))

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def has_focus(self, widget: QWidget) -> bool:
        """Whether the keyboard is at a widget; a function, since it changes by what the test does."""
        return QApplication.focusWidget() is widget

    def shows(self, screen: QWidget) -> bool:
        """Whether a screen is in front."""
        return self.window.front is screen

    def is_speaking(self) -> bool:
        """Whether the interface voice is on."""
        return self.voice.is_on

    @property
    def keys_screen(self) -> KeysScreen:
        front = self.window.front
        assert isinstance(front, KeysScreen)
        return front

    def close(self) -> None:
        self.kiosk.preferences.set("speaker", "text")
        self.kiosk.close()
