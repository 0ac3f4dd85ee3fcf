"""The real window between fakes, as a person in front of it has it, at one screen after the other."""

import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import bootstrap
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.kiosk import Kiosk
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.campaign import Appeal, Campaign
from kiosk.core.reading import ReadingState, Speaking
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.timeline import ms_to_frames
from kiosk.i18n import LANGUAGES
from kiosk.qt.application import Resources, attach, make_window
from kiosk.qt.main_window import MainWindow
from kiosk.qt.views.comfort_panel import ComfortPanel
from kiosk.qt.views.listening_panel import ListeningPanel
from kiosk.qt.views.listening_rows import ListeningRows
from kiosk.window import resources as window_resources
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.qt.aspects import Aspect
from tests.qt.looking import THEMES, settle
from tests.qt.screen_content import BRIEFING, RememberedContent, write_content

_TICK_MS = 10
_MOST_TICKS = 3000


class Place(NamedTuple):
    """Where a window stands, and with which articles."""

    profile: Profile = Profile.HOME
    """At home or in public."""
    has_articles: bool = True
    """Whether there is anything to read."""
    asked: tuple[tuple[str, PreferenceValue], ...] = ()
    """More of what its person asked for."""


_AT_HOME = Place()


class Showing:
    """A window under an aspect, and what a person does with it to come to a screen."""

    def __init__(self, folder: Path, aspect: Aspect, place: Place) -> None:
        """Show the catalog.

        Args:
            folder: for the articles of all languages; written when they are not there.
            aspect: how the window is looked at.
            place: where it stands.
        """
        self.aspect, self.theme = aspect, THEMES[aspect.theme]
        self.clock, self.timers = FakeClock(), list[FakeTimer]()
        self.output = FakeOutput(self.clock)
        self._content = _content(folder, aspect.language if place.has_articles else "")
        preferences: dict[str, PreferenceValue] = {
            "language": aspect.language,
            "theme": aspect.theme,
            "text_size": aspect.size_pt,
            # A picture of a page that glides is of no place.
            "motion": "reduced",
            # Keys are pressed here faster than a hand does it.
            "double_press": 0,
            **dict(place.asked),
        }
        self.kiosk: Kiosk = bootstrap.build(
            bootstrap.Options(place.profile, folder, folder / "state", preferences),
            self._new_timer,
            store=MemoryStore(),
            clock=self.clock,
            content=self._content,
            output=self.output,
            rack=VoiceRack([FakeSynthesizer(tuple(LANGUAGES), "natural", 3), FakeSynthesizer(tuple(LANGUAGES))]),
            prompt_rack=VoiceRack([FakeSynthesizer(tuple(LANGUAGES), "prompt")]),
        )
        self.window: MainWindow = make_window(self.kiosk.preferences, _resources(), None)
        self.window.reader.article_view.set_reduced_motion(True)
        self.window.resize(*aspect.window)
        self.voice = attach(self.window, self.kiosk, None)
        self.window.show()
        self.window.activateWindow()
        settle()

    def _new_timer(self) -> FakeTimer:
        self.timers.append(FakeTimer())
        return self.timers[-1]

    # -- what a person does -----------------------------------------------------------------------------------

    def open(self, path: str = BRIEFING) -> None:
        """Open an article."""
        assert self.kiosk.reading.open(path)
        settle()

    def listen_until(self, is_reached: Callable[[], bool]) -> None:
        """Let the loudspeaker play and time pass."""
        for _tick in range(_MOST_TICKS):
            if is_reached():
                settle()
                return
            self.output.pump(ms_to_frames(_TICK_MS))
            for timer in self.timers:
                timer.fire()
            QApplication.processEvents()
            # The voice's thread is to have its turn.
            threading.Event().wait(0.0002)
        raise AssertionError(f"never came in {_MOST_TICKS * _TICK_MS} ms: {self.state}")

    def read(self, passage: int = 2, letters: int = 30) -> None:
        """Listen to a passage until so many of its letters have been said."""
        self.kiosk.reading.play_from(passage)
        self.listen_until(lambda: isinstance(self.state, Speaking) and self.state.at.span.start >= letters)

    def press(self, key: Qt.Key) -> None:
        """Press a key, where a person's arrive."""
        QTest.keyClick(self.window.windowHandle(), key)
        settle()

    def focus(self, widget: QWidget) -> None:
        """Come to a control by the Tab key."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()

    def open_panel(self) -> ListeningPanel:
        """Open the Listening panel."""
        bar = self.window.reader.transport_bar
        assert bar is not None
        bar.listening.click()
        settle()
        panel = self.window.reader.listening
        assert panel is not None
        return panel

    def open_comfort(self) -> ComfortPanel:
        """Open the Comfort panel."""
        bar = self.window.reader.transport_bar
        assert bar is not None
        bar.comfort.click()
        settle()
        panel = self.window.reader.comfort
        assert panel is not None
        return panel

    def open_rows(self) -> ListeningRows:
        """Return the rows of the panel that is open."""
        panel = self.window.reader.listening_in_front
        assert panel is not None
        return panel.rows

    def show_appeal(self) -> None:
        """Let the campaign ask."""
        campaign = self.campaign
        self.kiosk.reading.appeal.set(Appeal(campaign, *campaign.message_in(self.aspect.language)))
        settle()

    # -- what there is ----------------------------------------------------------------------------------------

    @property
    def state(self) -> ReadingState:
        """What the reading does."""
        return self.kiosk.player.state.value

    @property
    def campaign(self) -> Campaign:
        """Who asks."""
        campaign = self._content.campaign()
        assert campaign is not None
        return campaign

    def picture(self) -> QImage:
        """Return what a person sees."""
        return self.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def close(self) -> None:
        """Leave nothing behind."""
        self.window.hide()
        self.kiosk.close()
        # What waits for the event loop still finds the window.
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Show:
    """Shows screens, and leaves nothing of them behind."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for the articles."""
        self._folder = folder
        self._shown: list[Showing] = []

    def __call__(self, come: Callable[[Showing], object], aspect: Aspect, place: Place = _AT_HOME) -> Showing:
        """Show the catalog, and come to a screen from there."""
        made = Showing(self._folder, aspect, place)
        self._shown.append(made)
        come(made)
        return made

    def close(self) -> None:
        """Take all windows away; what holds for the whole process is as before."""
        for each in self._shown:
            each.close()
        bootstrap.set_language("en")
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@cache
def _content(folder: Path, language: str) -> RememberedContent:
    """Return the articles of a language; of none, an empty folder."""
    own = folder / (language or "empty")
    if language:
        write_content(own, language)
    own.mkdir(exist_ok=True)
    return RememberedContent(own)


@cache
def _resources() -> Resources:
    """Return what the window needs; the type faces are there already, and must not be loaded again and again."""
    return window_resources()._replace(font_files=())
