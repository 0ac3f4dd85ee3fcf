"""Lets the one speak who was chosen to. Says nothing itself, so that a voice that is off costs nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from kiosk.core.settings import Profile, Settings
from kiosk.core.speaker import Speaker, speaker_after

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.narration import Narration
    from kiosk.qt.touch import TouchScreen


class InterfaceVoice(QObject):
    """Follows the setting that says who speaks of screens and controls; see :mod:`kiosk.core.speaker`.

    1. What was chosen holds, at the start and in use, whatever else runs on the machine: nothing is guessed. F10
       and the settings are the only ways to change it, and the change is said and shown before it takes effect.
    2. While our own voice speaks, and while nobody does, what we announce to assistive technologies of our own
       accord is left out. What they follow by themselves, as a magnifier follows the focus, stays.
    3. While an assistive technology speaks there is no narration, and nobody waits for one.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._narration: Narration | None = None
        self._speaker = Speaker(kiosk.preferences.settings.value.speaker)
        self._is_started = False
        self.touch: TouchScreen | None = None
        """What fingers do; at home not before there is a voice to say it."""
        window.interface_voice_asked.connect(self.switch)
        kiosk.preferences.settings.subscribe(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether it speaks."""
        return self._speaker is Speaker.SELF and self._narration is not None and self._narration.is_on

    @property
    def narration(self) -> "Narration":
        """What says it."""
        if self._narration is None:
            # Not before: at home few ask for it, and nobody is to wait for it.
            from kiosk.qt.narration import Narration

            self._narration = Narration(self._window, self._kiosk)
            self._window.key_taken.connect(self._note_key)
        return self._narration

    def _note_key(self) -> None:
        """A key that the window does not get to see is a person's act like any other."""
        self.narration.acts.note(is_pointing=False)
        if self.touch is not None:
            self.touch.eventFilter(self._window, QEvent(QEvent.Type.KeyPress))

    def start(self) -> None:
        """Speak, if it is to; once the window is shown."""
        self._is_started = True
        if self._speaker is not Speaker.SCREEN_READER:
            self.narration.start(is_mute=self._speaker is Speaker.TEXT)
        self._watch_touches()

    def greet(self) -> None:
        """Say where one is, and speak from now on: somebody has plugged in headphones to hear it."""
        if self.is_on:
            self.narration.start(is_mute=False)
        else:
            self._kiosk.preferences.set("speaker", Speaker.SELF)

    def switch(self) -> None:
        """Let the next one speak."""
        self._kiosk.preferences.set("speaker", speaker_after(self._speaker, self._kiosk.profile))

    def _follow(self, settings: Settings) -> None:
        before, self._speaker = self._speaker, Speaker(settings.speaker)
        if before is not self._speaker and self._is_started:
            self.narration.change(before, self._speaker)
            self._watch_touches()

    def _watch_touches(self) -> None:
        is_wanted = self._speaker is Speaker.SELF or self._kiosk.profile is Profile.PUBLIC
        if is_wanted and self.touch is None:
            # Not before: at home few touch a screen, and nobody is to wait for it.
            from kiosk.qt.touch import TouchScreen

            self.touch = TouchScreen(self._window, self._kiosk, self)
        if self._window.keyboard is not None:
            # Keys that do not count are heard of by nobody, so the gate comes before all who watch the window.
            self._window.keyboard.gate.install()
        if self._window.visits is not None:
            self._window.visits.watch()
