"""The one place through which every key goes before any widget or watcher sees it. Decides nothing by itself.

What counts is decided by :mod:`kiosk.core.key_filter`; what a key that counts stands for, by whoever takes it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.core.key_filter import FilterRules, KeyFilter, Press
from kiosk.core.key_map import HardKey

if TYPE_CHECKING:
    from kiosk.qt.screens import ScreenStack

MODIFIERS = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R),
    }
)
_ALONE = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


class Stroke(NamedTuple):
    """A press that counts."""

    key: HardKey
    """Which key."""
    text: str
    """What it would write; may be empty."""
    is_repeat: bool
    """Whether the key is held."""


def hard_key_of(event: QKeyEvent) -> HardKey:
    """Return which key an event is about."""
    is_on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    return HardKey(event.key(), event.nativeScanCode(), is_on_pad)


class KeyGate(QObject):
    """Lets the keys of a window through, or not.

    1. What does not count (a chord, a strike too many, a repeat) is heard of by nobody.
    2. What counts is offered to ``take``; who takes it does all that is to be done.
    3. The rest goes on to the widgets. A key whose press ended here ends here with its release.
    """

    def __init__(
        self,
        window: "ScreenStack",
        rules: FilterRules,
        is_level: Callable[[HardKey], bool],
        take: Callable[[Stroke], bool],
    ) -> None:
        """Stand beside the window until ``install``.

        Args:
            window: whose keys are meant.
            rules: what does not count.
            is_level: whether a key makes something louder or softer.
            take: is offered each press that counts; returns whether it is done with it.
        """
        super().__init__(window)
        self._window = window
        self._filter = KeyFilter(rules)
        self._is_level = is_level
        self._take = take
        self.is_kept: Callable[[HardKey, bool], bool] = lambda key, is_repeat: False
        """Is told of every press, and whether the key is held, before anything else: whether it ends here."""
        self._ended_here: set[tuple[int, int]] = set()
        self._clock = QElapsedTimer()
        self._clock.start()

    def set_rules(self, rules: FilterRules) -> None:
        """Take other rules."""
        self._filter.rules = rules

    def install(self) -> None:
        """Be the first whom the window's keys reach; again, when somebody else has come before."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys; everything else goes on."""
        if not isinstance(event, QKeyEvent) or Qt.Key(event.key()) in MODIFIERS:
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._ends_press(event)
        return event.type() == QEvent.Type.KeyRelease and self._ends_release(event)

    def _ends_press(self, event: QKeyEvent) -> bool:
        key = hard_key_of(event)
        if self.is_kept(key, event.isAutoRepeat()):
            self._ended_here.add(key.identity)
            return True
        press = Press(
            key.identity,
            # When it was struck, not when there was time to look at it; keys that a program makes do not say.
            event.timestamp() or self._clock.elapsed(),
            event.isAutoRepeat(),
            bool(event.modifiers() & ~_ALONE),
            self._is_level(key),
        )
        is_taken = self._filter.is_taken(press)
        ends = not is_taken or self._take(Stroke(key, event.text(), press.is_repeat))
        if ends:
            self._ended_here.add(key.identity)
        else:
            self._ended_here.discard(key.identity)
        return ends

    def _ends_release(self, event: QKeyEvent) -> bool:
        identity = hard_key_of(event).identity
        is_over = not event.isAutoRepeat()
        if is_over:
            self._filter.release(identity, event.timestamp() or self._clock.elapsed())
        ends = identity in self._ended_here
        if ends and is_over:
            self._ended_here.discard(identity)
        return ends
