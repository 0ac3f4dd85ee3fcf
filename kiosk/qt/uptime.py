"""Keeps the window's program up: when it can be seen, when somebody is there, how it ends. Decides nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app.narration import in_interface_language
from kiosk.app.uptime import ExitCode
from kiosk.app.uptime_words import out_of_order_words
from kiosk.core.narration import Piece, Purpose, Saying
from kiosk.core.visit import Active, Attract, VisitState
from kiosk.qt.dispatcher import QtDispatcher

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.out_of_order_view import OutOfOrderView

_ACTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class Upkeep(QObject):
    """Stands between a window and the uptime desk.

    1. When the window has been painted with everything in it, the program can be used.
    2. Any key, press and touch tells that somebody is there.
    3. To end, the window is closed as a person would close it: silence first.
    4. In the safe mode the screen that says so is in front, and comes back when nobody is there.
    5. What cannot be remembered is told at home, once for each kind; in public nothing of a person is.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._desk = kiosk.uptime
        self._dispatcher = QtDispatcher()
        self._view: OutOfOrderView | None = None
        self._has_broken = False
        self._has_started = False
        self._told = ""
        self._desk.end = self._end
        self._desk.watch_faults(lambda is_thread: self._dispatcher.post(lambda: self._desk.note_fault(is_thread)))
        window.key_taken.connect(self._desk.note_act)
        if self._desk.is_safe:
            self.show_out_of_order()
            kiosk.visit.state.subscribe(self._follow_visit)
            self._desk.is_alone.subscribe(lambda is_alone: self.show_out_of_order() if is_alone else None)
        QTimer.singleShot(0, self._await_paint)

    def stop(self) -> None:
        """The program ends."""
        self._desk.stop(self._has_broken)

    # -- who is there -----------------------------------------------------------------------------------------

    def _follow_visit(self, state: VisitState) -> None:
        """In the safe mode: take the place of the screen that waits; the key that wakes is answered too."""
        if isinstance(state, Attract):
            self.show_out_of_order()
        elif isinstance(state, Active) and self._view is not None and self._window.front is self._view:
            self._say(in_interface_language(out_of_order_words()), Purpose.ANSWER, is_asked=True)

    # -- when it can be used ----------------------------------------------------------------------------------

    def _await_paint(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            if handle.isExposed():
                self._start_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what arrives at the window; all of it goes on."""
        if event.type() == QEvent.Type.Expose:
            self._start_soon()
        elif event.type() in _ACTS:
            self._desk.note_act()
        return False

    def _start_soon(self) -> None:
        if not self._has_started:
            self._has_started = True
            # The event that is about to be delivered paints the window.
            QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        self._desk.start()
        self._desk.watch_memory(lambda: self._dispatcher.post(self._tell_forgotten))
        self._tell_forgotten()

    # -- how it ends ------------------------------------------------------------------------------------------

    def _end(self, code: ExitCode) -> None:
        self._has_broken = code is ExitCode.BROKEN
        self._window.leave()
        QApplication.exit(code)

    # -- what is told -----------------------------------------------------------------------------------------

    def _tell_forgotten(self) -> None:
        from kiosk.app.uptime_words import forgotten_words

        words = forgotten_words(self._desk.forgotten)
        if words and words != self._told:
            self._told = words
            self._window.show_note(words)
            self._say(Piece(words, self._window.locale().bcp47Name()), Purpose.WARNING, is_asked=False)

    def show_out_of_order(self) -> None:
        """Let the screen be in front that says so; what was read is closed."""
        if self._view is None:
            from kiosk.qt.views.out_of_order_view import OutOfOrderView

            self._view = OutOfOrderView(self._window)
            self._view.anyway_asked.connect(self._window.show_catalog)
            self._view.saying_asked.connect(lambda piece: self._say(piece, Purpose.ANSWER, is_asked=True))
            self._window.dressed.connect(self._dress)
            self._window.retranslated.connect(self._view.retranslate)
            self._window.addWidget(self._view)
            self._dress()
        self._kiosk.reading.close()
        self._window.setWindowTitle("")
        self._window.setCurrentWidget(self._view)
        self._view.setFocus()

    def _dress(self) -> None:
        if self._view is not None:
            look, target_mm = self._window.appearance, self._window.reader.least_target_mm
            self._view.set_look(look.theme, look.interface_pt, target_mm)

    def _say(self, piece: Piece, purpose: Purpose, is_asked: bool) -> None:
        self._kiosk.narrator.say(Saying((piece,), purpose, is_asked, shown=()))


def keep_up(window: "MainWindow", kiosk: "Kiosk") -> Callable[[], None]:
    """Watch over a window that has been attached; return what is to be called when its event loop has ended."""
    return Upkeep(window, kiosk).stop
