"""The start of a visit: a window that asks its questions, two voices and a prompter, between fakes."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import bootstrap, i18n
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.fitting import Question
from kiosk.core.reading import Speaking
from kiosk.core.settings import PreferenceValue, Profile, Settings
from kiosk.core.timeline import ms_to_frames
from kiosk.qt import accessibility
from kiosk.qt.application import attach, make_window
from kiosk.qt.fitting import FittingScreen
from kiosk.qt.timer import QtTimer
from kiosk.qt.views.choice_button import ChoiceButton
from kiosk.qt.views.fitting_view import FittingView
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.qt.looking import settle

TAGS = tuple(i18n.LANGUAGES)
ONE = '+++\nid = "one"\ntitle = "One"\nlanguage = "en"\n+++\nOne paragraph.\n'
TOUR = '+++\nid = "how-to-use-en"\ntitle = "Tour"\nlanguage = "en"\n+++\nOne paragraph.\n'


class Visit:
    """A window, and a person who has just come; keys arrive at the window as a person's do."""

    def __init__(
        self,
        folder: Path,
        profile: Profile = Profile.PUBLIC,
        asked: dict[str, PreferenceValue] | None = None,
        store: MemoryStore | None = None,
        size: tuple[int, int] = (1280, 800),
    ) -> None:
        accessibility.install()
        content = folder / "content"
        content.mkdir(exist_ok=True)
        (content / "1-tour.md").write_text(TOUR, encoding="utf-8")
        (content / "2-one.md").write_text(ONE, encoding="utf-8")
        self.natural, self.plain = FakeSynthesizer(TAGS, "natural", 3), FakeSynthesizer(TAGS, "plain", 1)
        self.prompters = {tag: FakeSynthesizer((tag,), name=f"prompt-{tag}") for tag in TAGS}
        self.store = store or MemoryStore()
        clock = FakeClock()
        self.output = FakeOutput(clock)
        # Keys are pressed here faster than a hand does it.
        # Whoever names when the questions come means that somebody is here: no screen waits for them.
        named = {"fitting": "visit"} if profile is Profile.PUBLIC else {}
        wishes = {**named, "theme": "paper", "language": "en", "double_press": 0, **(asked or {})}
        self.kiosk = bootstrap.build(
            bootstrap.Options(profile, content, folder / "state", wishes),
            QtTimer,
            store=self.store,
            clock=clock,
            output=self.output,
            rack=VoiceRack([self.natural, self.plain]),
            prompt_rack=VoiceRack(list(self.prompters.values())),
        )
        self.resources = window_resources()
        self.theme_files_asked = 0
        self.window = make_window(
            self.kiosk.preferences, self.resources._replace(theme_ids=self._count_themes), None
        )
        self.window.resize(*size)
        self.voice = attach(self.window, self.kiosk, None, is_visit=True)
        self.window.show()
        self.window.activateWindow()
        settle()

    def _count_themes(self) -> tuple[str, ...]:
        self.theme_files_asked += 1
        return self.resources.theme_ids()

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def screen(self) -> FittingScreen:
        assert self.window.fitting is not None
        return self.window.fitting

    @property
    def view(self) -> FittingView:
        return self.screen.view

    @property
    def settings(self) -> Settings:
        return self.kiosk.preferences.settings.value

    @property
    def question(self) -> Question | None:
        fitting = self.kiosk.fitting.fitting.value
        return fitting.question if fitting is not None else None

    def number(self) -> int:
        """Which question is asked, from 1; 0 for none."""
        fitting = self.kiosk.fitting.fitting.value
        return fitting.number + 1 if fitting is not None else 0

    @property
    def is_asking(self) -> bool:
        return self.screen.is_in_front

    @property
    def is_in_catalog(self) -> bool:
        return self.window.currentWidget() is self.window.catalog

    def choice(self, label: str) -> ChoiceButton:
        """The choice with a label."""
        return next(button for button in self.view.page.choices if button.label == label)

    def chosen(self) -> list[str]:
        """The labels of what is marked as chosen."""
        return [button.label for button in self.view.page.choices if button.isChecked()]

    @property
    def note(self) -> str:
        line = self.view.message_line
        return line.text() if line.isVisible() else ""

    # -- what is done -----------------------------------------------------------------------------------------

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def go_to(self, question: Question) -> None:
        while self.question is not question:
            self.kiosk.fitting.go_on()
        settle()

    # -- what is heard ----------------------------------------------------------------------------------------

    def settle_voices(self) -> None:
        """Let the event loop and the narrator's thread do all that they can."""
        settle()
        done = threading.Event()
        self.kiosk.narrator._give(done.set)
        assert done.wait(20)

    def said(self, language: str = "en") -> list[str]:
        """Take what the interface voice said in a language since the last time."""
        self.settle_voices()
        self.kiosk.narrator._cache.clear()
        taken = list(self.prompters[language].spoken)
        self.prompters[language].spoken.clear()
        return taken

    def listen(self) -> bool:
        """Let the loudspeaker play for a moment; return whether the sample is heard by then."""
        self.output.pump(ms_to_frames(10))
        QTest.qWait(1)
        return self.is_heard()

    def is_heard(self) -> bool:
        """Whether the sample sounds."""
        return isinstance(self.kiosk.player.state.value, Speaking)

    def is_speaking(self) -> bool:
        """Whether the interface voice says something."""
        return self.kiosk.narrator.is_speaking.value

    def close(self) -> None:
        # What an assistive technology is told is the whole process's: it must not stay quiet.
        self.kiosk.preferences.set("speaker", "text")
        self.kiosk.preferences.set("language", "en")
        self.window.close()
        self.kiosk.close()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


NewVisit = Callable[..., Visit]
"""Makes a visit; see the fixture of that name."""
