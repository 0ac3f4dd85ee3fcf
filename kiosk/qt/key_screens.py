"""The screen for keys in the window: made when it is first asked for, opened, left, and what its buttons do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from kiosk.app.appearance_words import setting_words
from kiosk.core.key_presets import PRESETS
from kiosk.core.settings import Settings
from kiosk.qt.key_settings import PresetChoice, preset_setting, press_settings, scan_settings
from kiosk.qt.key_setup import KeySetup, rows_hint
from kiosk.qt.setting import Setting
from kiosk.qt.views.keys_mode import KeysMode
from kiosk.qt.views.keys_screen import KeysScreen

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.key_gate import Stroke
    from kiosk.qt.main_window import MainWindow


class KeyScreens(QObject):
    """Opens the screen for keys above whatever is there, and gives the keyboard back when it is left.

    The reading falls silent: here each key is heard. No appeal comes meanwhile.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        """Make the screen; it is not shown yet.

        Args:
            window: which it is a screen of.
            kiosk: whose keys are seen to.
        """
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._before: QWidget | None = None
        desk, preferences = kiosk.keys, kiosk.preferences
        self._choice = PresetChoice(desk)
        desk.map.subscribe(lambda _keys: self._choice.begin())
        kind = preset_setting(self._choice)
        self.screen = KeysScreen(kind, press_settings(preferences), scan_settings(preferences, desk))
        self.setup = KeySetup(desk, self.screen, window.told.emit)
        for stepper, setting in self.screen.settings:
            # After the step: nothing else tells who cannot see it what holds now.
            stepper.stepped.connect(partial(self._tell, setting))
        window.addWidget(self.screen)
        self.screen.pressed.connect(self._obey)
        self.screen.gone.connect(self._end)
        window.reader.dressed.connect(self._dress)
        window.reader.retranslated.connect(self._retranslate)
        preferences.settings.subscribe(self._follow_settings)
        self._dress()

    def open(self) -> None:
        """Show the screen."""
        if self._window.currentWidget() is not self.screen:
            self._before = self._window.currentWidget()
        self._kiosk.reading.silence()
        self._choice.begin()
        self._window.setCurrentWidget(self.screen)
        self._kiosk.reading.is_choosing = True
        self.screen.show_mode(KeysMode.ROWS, rows_hint())

    def take(self, stroke: "Stroke") -> bool:
        """Take a key while the screen asks for keys; return whether it is done with."""
        if self._window.front is not self.screen or self.screen.mode is KeysMode.ROWS:
            return False
        if self.screen.mode is not KeysMode.TRIAL:
            # What follows was asked for, and cuts what is being said.
            self._window.key_taken.emit()
        return self.setup.take(stroke)

    @property
    def is_asking(self) -> bool:
        """Whether every key is an answer, or says what it does."""
        is_in_front = self._window.front is self.screen
        return is_in_front and self.screen.mode in (KeysMode.ASKING, KeysMode.LEARNING)

    def _obey(self, name: str) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "take": self._take_kind,
            "set_up": self.setup.ask,
            "learn": self.setup.learn,
            "reset": lambda: self.setup.try_out(self._kiosk.keys.default),
            "close": self._close,
            "skip": self.setup.skip,
            "before": self.setup.go_back,
            "leave": self.setup.leave,
            "keep": self.setup.keep,
            "again": self.setup.again,
            "undo": self.setup.undo,
            "done": self.setup.show_rows,
        }
        deeds[name]()
        self.screen.refresh()

    def _tell(self, setting: Setting, _by: int) -> None:
        self._window.told.emit(setting_words(setting.words().label, setting.value()))

    def _take_kind(self) -> None:
        keys = PRESETS.get(self._choice.preset, self._kiosk.keys.map.value)
        self.setup.try_out(keys)

    def _close(self) -> None:
        before = self._before if self._before is not None else self._window.reader
        self._window.setCurrentWidget(before)
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self.setup.end()
        self._kiosk.reading.is_choosing = False

    def _dress(self) -> None:
        reader = self._window.reader
        if reader.panel_look is not None:
            self.screen.set_look(*reader.panel_look, reader.least_target_mm)

    def _retranslate(self) -> None:
        self.screen.retranslate()
        if self.screen.mode is KeysMode.ROWS:
            self.screen.show_words(rows_hint())

    def _follow_settings(self, _settings: Settings) -> None:
        self.screen.refresh()
