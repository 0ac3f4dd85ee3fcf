"""What the keys of a keypad do on the screen in front: everything there is, by up, down, back, next and select.

Screens that are gone through by arrows and Enter get these, whatever key was pressed. Only the text of an article,
where each arrow has a meaning of its own, is different: see :class:`FiveKeys`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.core.key_map import KeyRole
from kiosk.core.reading import is_sounding
from kiosk.qt.ring import tab_stops
from kiosk.qt.views.text_field import TextField

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.main_window import MainWindow

# Keys that mean the same on every screen.
_EVERYWHERE = {
    KeyRole.HELP: Qt.Key.Key_F1,
    KeyRole.LOUDER: Qt.Key.Key_F12,
    KeyRole.SOFTER: Qt.Key.Key_F11,
}
_REPEATABLE = frozenset(KeyRole) - {
    *(KeyRole.SELECT, KeyRole.HELP, KeyRole.PLAY, KeyRole.HEADPHONES_IN, KeyRole.HEADPHONES_OUT)
}


class FiveKeys:
    """Obeys what keys stand for.

    In the text of an article up and down move, and select reads or pauses. While it reads, back and next make it
    slower and faster; in silence they lead around the buttons below the text, and select presses one of those.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", voice: "InterfaceVoice") -> None:
        self._window = window
        self._kiosk = kiosk
        self._voice = voice

    def obey(self, role: KeyRole, is_arrow: bool, is_repeat: bool) -> None:
        """Do what a key stands for.

        Args:
            role: what it stands for.
            is_arrow: whether it bears an arrow to the left or the right, which leads where it points.
            is_repeat: whether the key is held; that repeats only what is harmless to repeat.
        """
        if is_repeat and role not in _REPEATABLE:
            return
        reading = self._kiosk.reading
        match role:
            case KeyRole.HELP | KeyRole.LOUDER | KeyRole.SOFTER:
                self._send(_EVERYWHERE[role], is_repeat)
            case KeyRole.PLAY:
                reading.toggle()
            case KeyRole.FASTER:
                reading.speech.faster()
            case KeyRole.SLOWER:
                reading.speech.slower()
            case KeyRole.HEADPHONES_IN:
                self._kiosk.visit.plug_headphones()
                self._voice.greet()
            case KeyRole.HEADPHONES_OUT:
                if self._kiosk.visit.is_on:
                    self._kiosk.visit.pull_headphones()
                else:
                    reading.silence()
            case _:
                self._go(role, is_arrow, is_repeat)

    def _go(self, role: KeyRole, is_arrow: bool, is_repeat: bool) -> None:
        is_in_text = self._is_in_text
        is_onward = role is KeyRole.NEXT
        if is_arrow and self._is_mirrored:
            is_onward = not is_onward
        match role:
            case KeyRole.UP | KeyRole.DOWN:
                self._send(Qt.Key.Key_Up if role is KeyRole.UP else Qt.Key.Key_Down, is_repeat)
            case KeyRole.SELECT if is_in_text:
                self._send(Qt.Key.Key_Space, is_repeat)
            case KeyRole.SELECT:
                self._send(Qt.Key.Key_Return, is_repeat)
            case _ if is_in_text and is_sounding(self._kiosk.player.state.value):
                # Faster is next in every language, also where text runs to the left.
                self._send(Qt.Key.Key_Right if role is KeyRole.NEXT else Qt.Key.Key_Left, is_repeat)
            case _ if self._has_ring:
                self._go_round(is_onward)
            case _:
                is_right = is_onward is not self._is_mirrored
                self._send(Qt.Key.Key_Right if is_right else Qt.Key.Key_Left, is_repeat)

    @property
    def _is_mirrored(self) -> bool:
        return self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft

    @property
    def _is_reader_in_front(self) -> bool:
        reader = self._window.reader
        return self._window.front is reader and reader.panel_in_front is None

    @property
    def _is_in_text(self) -> bool:
        bar, focused = self._window.reader.transport_bar, QApplication.focusWidget()
        is_on_bar = bar is not None and focused is not None and bar.isAncestorOf(focused)
        return self._is_reader_in_front and not is_on_bar

    @property
    def _has_ring(self) -> bool:
        """Whether left and right mean something else here than back and next."""
        return self._is_reader_in_front or isinstance(QApplication.focusWidget(), TextField)

    def _go_round(self, is_onward: bool) -> None:
        stops, focused = tab_stops(self._window), QApplication.focusWidget()
        # The reader itself has the focus where its text is meant, which comes first.
        here = stops.index(focused) if focused in stops else 0
        stops[(here + (1 if is_onward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _send(self, key: Qt.Key, is_repeat: bool) -> None:
        receiver: QWidget | None = QApplication.focusWidget() or self._window.front
        if receiver is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # What the press did may have taken away who got it.
            if isValid(receiver):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)
                QApplication.sendEvent(receiver, event)
