"""Everything about keys: what a press that counts leads to, the screen for keys, scanning. Decides by the core."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app.scanning import Scanning
from kiosk.core.key_filter import rules_for
from kiosk.core.key_map import HardKey, KeyRole
from kiosk.core.key_presets import LEFT, RIGHT
from kiosk.core.key_runs import RESCUE_PRESSES, KeyRun
from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile, Settings
from kiosk.qt.five_keys import FiveKeys
from kiosk.qt.input_map import KEYS, MEDIA_KEYS, PAD_KEYS, Command
from kiosk.qt.key_gate import KeyGate, Stroke
from kiosk.qt.ring import pressable_stops
from kiosk.qt.timer import QtTimer
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_field import TextField

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.key_screens import KeyScreens
    from kiosk.qt.main_window import MainWindow

_LEVELS = (KeyRole.LOUDER, KeyRole.SOFTER)
_LEVEL_COMMANDS = (Command.LOUDER, Command.SOFTER)
_OTHER_MEANINGS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _WindowStops:
    """The buttons of the screen in front, as scanning goes around them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def count(self) -> int:
        return len(pressable_stops(self._window))

    def show(self, number: int) -> None:
        pressable_stops(self._window)[number].setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, number: int) -> None:
        button = pressable_stops(self._window)[number]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        button.click()


class Keyboard(QObject):
    """Puts the parts together.

    1. The gate offers each press that counts.
    2. While the screen for keys asks for keys, it gets them.
    3. A key that stands for something is obeyed, or is the switch of scanning.
    4. A key that means nothing at all, pressed five times in a row, begins to set up the keys: so somebody with
       any keypad or switch can always begin, whatever map is in force. Nothing is lost until new keys are kept.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", voice: "InterfaceVoice") -> None:
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._desk = kiosk.keys
        self._takes_chords = kiosk.profile is Profile.HOME
        self._five = FiveKeys(window, kiosk, voice)
        self._rescue = KeyRun(RESCUE_PRESSES)
        self.first: Callable[[Stroke, KeyRole | None], bool] = lambda _stroke, _role: False
        """Is offered each press before all else, with what it stands for; returns whether it is done with it."""
        self._screens: KeyScreens | None = None
        self._corner: QWidget | None = None
        settings = kiosk.preferences.settings
        rules = rules_for(settings.value, self._takes_chords)
        self.gate = KeyGate(window, rules, self._is_level, self._take)
        self.scanning = Scanning(_WindowStops(window), QtTimer(self), self._is_voice_busy, self._pause)
        self._connect()
        self._follow_settings(settings.value)

    def _connect(self) -> None:
        window, reading = self._window, self._kiosk.reading
        window.shown.connect(self.gate.install)
        window.currentChanged.connect(self._follow_screen)
        window.reader.panel_turned.connect(self.scanning.renew)
        window.reader.keys_asked.connect(self.open)
        reading.appeal.subscribe(lambda _appeal: self.scanning.renew())
        self._kiosk.preferences.settings.subscribe(self._follow_settings)
        self._desk.map.subscribe(lambda _keys: self._turn_scanning())
        self.gate.install()

    def open(self) -> None:
        """Show the screen for keys."""
        self._made().open()

    # -- keys -------------------------------------------------------------------------------------------------

    def _take(self, stroke: Stroke) -> bool:
        """Do what a press stands for; return whether it is done with."""
        role = self._desk.role_of(stroke.key)
        if self.first(stroke, role) or (self._screens is not None and self._screens.take(stroke)):
            return True
        if self._window.is_waking:
            return True
        if role is None:
            return self._is_rescued(stroke) or self._is_mute(stroke.key)
        self._rescue.is_complete(stroke.key.identity, counts=False)
        self._window.key_taken.emit()
        scanning = self._desk.scanning
        if scanning == "one" and role is KeyRole.SELECT:
            if not stroke.is_repeat:
                self.scanning.press()
        elif scanning == "two" and role in (KeyRole.SELECT, KeyRole.NEXT):
            if not stroke.is_repeat:
                self._switch(role)
        else:
            is_arrow = stroke.key.code in (LEFT, RIGHT) and not stroke.key.is_on_pad
            self._five.obey(role, is_arrow, stroke.is_repeat)
        return True

    def _switch(self, role: KeyRole) -> None:
        """One of two switches: to the next button, or press this one; what is read is paused by either."""
        stops, focused = pressable_stops(self._window), QApplication.focusWidget()
        if self._pause() or not stops:
            return
        here = next((number for number, stop in enumerate(stops) if stop is focused), -1)
        if role is KeyRole.SELECT and here >= 0:
            stops[here].click()
        else:
            stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _is_rescued(self, stroke: Stroke) -> bool:
        counts = not self._has_meaning(stroke.key) and not stroke.is_repeat
        if not self._rescue.is_complete(stroke.key.identity, counts) or self._window.front is self._window.card:
            return False
        self._window.key_taken.emit()
        screens = self._made()
        screens.open()
        screens.setup.ask()
        return True

    def _has_meaning(self, key: HardKey) -> bool:
        code = Qt.Key(key.code)
        if self._is_mute(key):
            return False
        is_command = code in KEYS or code in MEDIA_KEYS or (key.is_on_pad and code in PAD_KEYS)
        return is_command or code in _OTHER_MEANINGS or isinstance(QApplication.focusWidget(), TextField)

    def _is_mute(self, key: HardKey) -> bool:
        """Whether a key is kept from everything; who writes, or stands at a value that it changes, has it."""
        focused = QApplication.focusWidget()
        is_own = isinstance(focused, TextField) or isinstance(focused.parent() if focused else None, Stepper)
        return self._desk.is_mute(key) and not is_own

    def _is_level(self, key: HardKey) -> bool:
        role, code = self._desk.role_of(key), Qt.Key(key.code)
        command = (PAD_KEYS.get(code) if key.is_on_pad else None) or KEYS.get(code)
        return role in _LEVELS or (role is None and command in _LEVEL_COMMANDS)

    # -- following --------------------------------------------------------------------------------------------

    def _follow_settings(self, settings: Settings) -> None:
        self.gate.set_rules(rules_for(settings, self._takes_chords))
        self._turn_scanning()

    def _turn_scanning(self) -> None:
        step_ms = self._kiosk.preferences.settings.value.scan_step
        self.scanning.turn(self._desk.scanning == "one", step_ms)

    def _follow_screen(self, _number: int = 0) -> None:
        corner = getattr(self._window.front, "corner", None)
        if corner is not None and corner is not self._corner:
            self._corner = corner
            corner.keys_asked.connect(self.open)
        self.scanning.renew()

    def _is_voice_busy(self) -> bool:
        # While keys are asked for nothing can be chosen by a switch, so nothing comes forward.
        is_asking = self._screens is not None and self._screens.is_asking
        is_speaking = self._kiosk.narrator.is_speaking.value
        return is_asking or is_speaking or is_sounding(self._kiosk.player.state.value)

    def _pause(self) -> bool:
        is_reading = is_sounding(self._kiosk.player.state.value)
        if is_reading:
            self._kiosk.reading.toggle()
        return is_reading

    def _made(self) -> "KeyScreens":
        if self._screens is None:
            # Not before: few ask for it.
            from kiosk.qt.key_screens import KeyScreens

            self._screens = KeyScreens(self._window, self._kiosk)
            self._screens.screen.turned.connect(self.scanning.renew)
        return self._screens
