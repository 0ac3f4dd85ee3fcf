"""A window with an article and two English voices, between fakes, for tests of the Listening panel."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import bootstrap
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.kiosk import Kiosk
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.settings import Profile
from kiosk.core.timeline import ms_to_frames
from kiosk.qt.application import attach, make_window
from kiosk.qt.main_window import MainWindow
from kiosk.qt.timer import QtTimer
from kiosk.qt.views.listening_panel import ListeningPanel
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.transport_bar import TransportBar
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.qt.looking import settle

TEXT = "Alpha Idlib’s beta. Gamma delta.\n\n## Chapter\n\nZeta eta. Theta iota.\n\nKappa lambda."
OTHER = "Another article."


def engine(name: str, quality: int, is_formant: bool = False) -> FakeSynthesizer:
    made = FakeSynthesizer(("en", "ru"), name, quality)
    made.voice = replace(made.voice, is_formant=is_formant)
    return made


class Listening:
    """A window whose reader is in front, and a person who opens the panel in it."""

    def __init__(self, folder: Path, profile: Profile = Profile.HOME, language: str = "en") -> None:
        for name, title, text in (("one", "One", TEXT), ("two", "Two", OTHER)):
            head = f'+++\nid = "{name}"\ntitle = "{title}"\nlanguage = "en"\n+++\n'
            (folder / f"{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
        self.natural, self.plain = engine("natural", 3), engine("plain", 1, is_formant=True)
        self.prompter = FakeSynthesizer(("en", "ar"), "prompt")
        self.clock, self.store = FakeClock(), MemoryStore()
        self.output = FakeOutput(self.clock)
        self.kiosk: Kiosk = bootstrap.build(
            bootstrap.Options(profile, folder, folder / "state", {"theme": "paper", "language": language}),
            QtTimer,
            store=self.store,
            clock=self.clock,
            output=self.output,
            rack=VoiceRack([self.natural, self.plain]),
            prompt_rack=VoiceRack([self.prompter]),
        )
        self.window: MainWindow = make_window(self.kiosk.preferences, window_resources(), None)
        self.window.resize(1280, 800)
        self.voice = attach(self.window, self.kiosk, None)
        self.window.show()
        self.window.activateWindow()
        self.kiosk.reading.open("one.md")

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def bar(self) -> TransportBar:
        assert self.window.reader.transport_bar is not None
        return self.window.reader.transport_bar

    @property
    def line(self) -> MessageLine:
        assert self.window.reader.message_line is not None
        return self.window.reader.message_line

    @property
    def panel(self) -> ListeningPanel:
        assert self.window.reader.listening is not None
        return self.window.reader.listening

    @property
    def is_open(self) -> bool:
        return self.window.reader.listening_in_front is not None

    def stepper(self, label: str) -> Stepper:
        """The row with a name."""
        steppers = [self.panel.rows.level, *self.panel.rows.voice, *self.panel.rows.silence]
        return next(own for own in steppers if own.label.text() == label)

    # -- what is done -----------------------------------------------------------------------------------------

    def open(self) -> ListeningPanel:
        QTest.mouseClick(self.bar.listening, Qt.MouseButton.LeftButton)
        settle()
        return self.panel

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(focused(), key)
        settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()

    def listen(self, milliseconds: int = 10) -> None:
        """Let the loudspeaker play."""
        self.output.pump(ms_to_frames(milliseconds))

    def spoken(self) -> Sequence[str]:
        return [*self.natural.spoken, *self.plain.spoken]

    def close(self) -> None:
        self.kiosk.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
