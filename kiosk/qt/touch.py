"""Fingers on the window: what a touch says and does. What it means is decided in :mod:`kiosk.core.touch`.

A mouse is not affected: who holds one sees where it points.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kiosk.app.narration import in_interface_language, touch_again_words, touch_words
from kiosk.core.narration import Purpose, Saying, ended
from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile, Settings
from kiosk.core.touch import (
    Act,
    Cleared,
    Exploration,
    Lifted,
    Moved,
    Pressed,
    Rested,
    Say,
    Spoiled,
    TouchEvent,
    Wait,
    counts,
    explore,
)
from kiosk.qt.spoken import plain
from kiosk.qt.timer import QtTimer
from kiosk.qt.touchables import TouchTarget, can_act, caption_for, press, show_touched, target_at, words_for

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.ports import Timer
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.caption_row import CaptionRow

# How often it is said that a second touch acts; after that it is only shown.
_MOST_HINTS = 3
# At a public kiosk: after so long without anybody the next person finds it as the one before did.
_IDLE_MS = 180_000
_IDLE_TICK_MS = 10_000
_ELSEWHERE = QPointF(-10_000, -10_000)


class TouchScreen(QObject):
    """Lets a first touch say what is there and a second one act, while the own voice speaks and nobody minds.

    1. A public kiosk begins with it: who does not see the screen could not find a switch for it. The switch beside
       the captions, on every screen, ends it with two touches, and brings it back with one.
    2. When nobody has touched or pressed anything for three minutes and nothing is read, it is again as it was at
       the start: the next person may be another one.
    3. At home it is off; the switch is there once somebody has touched the screen.
    4. Where touches act at once, a public kiosk leaves out what a trembling hand did not mean: such a contact ends
       as if it had slid off.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", voice: "InterfaceVoice") -> None:
        """Watch the window from now on; it is shown by now."""
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._voice = voice
        clock = QElapsedTimer()
        clock.start()
        self.now_ms: Callable[[], int] = clock.elapsed
        """The time since some moment."""
        self.rest: Timer = QtTimer(self)
        self.idle: Timer = QtTimer(self)
        self._state = Exploration()
        self._front = window.front
        self._hints_left = _MOST_HINTS
        self._is_touched = False
        self._is_public = kiosk.profile is Profile.PUBLIC
        self._settings = kiosk.preferences.settings.value
        self._at_start = self._settings.touch_explore
        self._last_act_ms = self._pressed_ms = self.now_ms()
        self._last_tap: tuple[TouchTarget | None, int] = (None, 0)
        self._connected: list[CaptionRow] = []
        handle = window.windowHandle()
        if handle is not None:
            # After the narration's, and so before it: what only explores is no press.
            handle.installEventFilter(self)
        window.currentChanged.connect(self._follow_screen)
        window.reader.panel_turned.connect(self._forget)
        kiosk.reading.appeal.subscribe(self._follow_screen)
        kiosk.preferences.settings.subscribe(self._follow_settings)
        if self._is_public:
            self.idle.start(_IDLE_TICK_MS, self._look_for_idleness)
        self._offer_switch()

    @property
    def is_exploring(self) -> bool:
        """Whether a first touch only says what is there."""
        return self._voice.is_on and self._settings.touch_explore == "on"

    # -- events -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the touches that explore; let the others pass, but for those that nobody meant."""
        if isinstance(event, QTouchEvent):
            return self._take(event)
        if isinstance(event, QMouseEvent) and event.deviceType() is QInputDevice.DeviceType.TouchScreen:
            return self._is_public and self._guard(event)
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._last_act_ms = self.now_ms()
            self._forget()
        return False

    def _take(self, event: QTouchEvent) -> bool:
        self._last_act_ms = self.now_ms()
        if not self._is_touched:
            self._is_touched = True
            self._offer_switch()
        if not self.is_exploring or self._window.is_waking:
            return False
        kind, points = event.type(), event.points()
        if kind == QEvent.Type.TouchCancel or len(points) != 1:
            self._feed(Spoiled())
        else:
            place = (self.now_ms(), target_at(self._window, points[0].position().toPoint()))
            if kind == QEvent.Type.TouchBegin:
                self._feed(Pressed(*place))
            else:
                self._feed(Lifted(*place) if kind == QEvent.Type.TouchEnd else Moved(*place))
        event.accept()
        return True

    def _guard(self, event: QMouseEvent) -> bool:
        now = self.now_ms()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_ms = now
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        target = target_at(self._window, event.position().toPoint())
        last, last_ms = self._last_tap
        if counts(target, now - self._pressed_ms, last, now - last_ms):
            self._last_tap = (target, now)
            return False
        released = QMouseEvent(
            event.type(), _ELSEWHERE, _ELSEWHERE, event.button(), event.buttons(), event.modifiers()
        )
        # It has the mouse for its device, and so passes here.
        QApplication.sendEvent(self._window.windowHandle(), released)
        return True

    def begin_anew(self) -> None:
        """Be as at the start: the next person comes."""
        self._hints_left = _MOST_HINTS
        self._is_touched = False
        self._forget()

    # -- exploring --------------------------------------------------------------------------------------------

    def _feed(self, event: TouchEvent) -> None:
        if self._window.front is not self._front:
            self._front = self._window.front
            self._forget()
        self._state, effects = explore(self._state, event, self._settings.double_tap)
        for effect in effects:
            target = getattr(effect, "target", None)
            if isinstance(effect, Wait):
                self.rest.start(effect.wait_ms, self._rested)
            elif isinstance(target, TouchTarget) and isValid(target.widget) and target.widget.isVisible():
                if isinstance(effect, Say):
                    self._say(target)
                elif isinstance(effect, Act):
                    self._act(target)

    def _forget(self) -> None:
        """What was said last is not what a second touch would be meant for any more."""
        self._state = explore(self._state, Cleared(), self._settings.double_tap)[0]

    def _rested(self) -> None:
        self.rest.stop()
        self._feed(Rested(self.now_ms()))

    def _say(self, target: TouchTarget) -> None:
        self._voice.narration.acts.note(is_pointing=True)
        show_touched(target)
        words, shown = words_for(target), caption_for(target)
        if can_act(target):
            hint = in_interface_language(touch_again_words())
            shown = (*ended(shown), hint)
            if self._hints_left:
                self._hints_left -= 1
                words = (*ended(words), hint)
        self._kiosk.narrator.say(Saying(plain(words), Purpose.FOCUS, is_asked=True, shown=plain(shown)))

    def _act(self, target: TouchTarget) -> None:
        self._voice.narration.acts.note(is_pointing=False)
        if can_act(target):
            press(target)
        else:
            self._say(target)

    # -- the switch -------------------------------------------------------------------------------------------

    def _follow_screen(self, *_: object) -> None:
        # Soon, not now: a window that is being taken apart changes its screens too.
        QTimer.singleShot(0, self, self._offer_switch)

    def _offer_switch(self) -> None:
        is_offered = self._voice.is_on and (self._is_public or self._is_touched)
        for row in self._window.caption_rows:
            row.show_switch(is_offered, self._settings.touch_explore == "on")
            if row not in self._connected:
                self._connected.append(row)
                row.touch_asked.connect(self.switch)

    def switch(self) -> None:
        """Let a first touch only say what is there, or let touches act at once; that is said and shown."""
        is_on = self._settings.touch_explore != "on"
        self._kiosk.preferences.set("touch_explore", "on" if is_on else "off")
        self._window.tell(touch_words(is_on))

    def _follow_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        if settings.touch_explore != before.touch_explore:
            self._forget()
        self._offer_switch()

    def _look_for_idleness(self) -> None:
        now = self.now_ms()
        if is_sounding(self._kiosk.player.state.value):
            self._last_act_ms = now
        elif now - self._last_act_ms >= _IDLE_MS:
            self._last_act_ms = now
            self._hints_left = _MOST_HINTS
            if self._settings.touch_explore != self._at_start:
                self._kiosk.preferences.set("touch_explore", self._at_start)
