"""Switches the interface voice on and off. Says nothing itself, so that a voice that is off costs nothing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible

from kiosk.core.settings import Profile, Settings

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.narration import Narration

# Qt asks the desktop whether an assistive technology runs, and has the answer some event loops later.
_ANSWER_MS = 500


class InterfaceVoice(QObject):
    """Decides whether the program's own voice speaks, or an assistive technology.

    1. At a public kiosk the setting alone decides: nobody can bring an assistive technology there.
    2. At home the voice gives way to one that is active when the program starts, whatever was set before.
    3. After that nothing is guessed. F10 is a person's word and holds until the next F10, also beside an assistive
       technology that runs: who has two voices then can end one of them with the same key.
    4. While the voice speaks, what we announce to assistive technologies of our own accord is left out. What they
       follow by themselves, as a magnifier follows the focus, stays.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._narration: Narration | None = None
        self._wish = kiosk.preferences.settings.value.interface_voice
        window.interface_voice_asked.connect(self.switch)
        kiosk.preferences.settings.subscribe(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether it speaks."""
        return self._narration is not None and self._narration.is_on

    def start(self) -> None:
        """Speak, if it is to; once the window is shown. At home it first listens whether somebody else speaks."""
        if self._kiosk.profile is Profile.PUBLIC:
            self._start_unless(is_other_speaking=False)
        elif self._wish == "on":
            QTimer.singleShot(_ANSWER_MS, lambda: self._start_unless(QAccessible.isActive()))

    def _start_unless(self, is_other_speaking: bool) -> None:
        if self._wish == "on" and not is_other_speaking and not self.is_on:
            self._made().start()

    def switch(self) -> None:
        """Speak from now on, or no more."""
        is_on = not self.is_on
        self._wish = "on" if is_on else "off"
        self._made().switch(is_on)
        self._kiosk.preferences.set("interface_voice", self._wish)

    def greet(self) -> None:
        """Say where one is, and speak from now on: somebody has plugged in headphones to hear it."""
        if not self.is_on:
            self._wish = "on"
            self._kiosk.preferences.set("interface_voice", "on")
        self._made().start()

    def _made(self) -> "Narration":
        if self._narration is None:
            # Not before: at home few ask for it, and nobody is to wait for it.
            from kiosk.qt.narration import Narration

            self._narration = Narration(self._window, self._kiosk)
            self._window.key_taken.connect(self._note_key)
        return self._narration

    def _note_key(self) -> None:
        """A key that no widget sees cuts what is said, and is somebody's wish, like any other."""
        if self._narration is not None:
            self._narration.eventFilter(self._window, QEvent(QEvent.Type.KeyPress))

    def _follow(self, settings: Settings) -> None:
        wish, self._wish = self._wish, settings.interface_voice
        if wish != self._wish:
            if self._wish == "on":
                self._made().start()
            elif self._narration is not None:
                self._narration.stop()
