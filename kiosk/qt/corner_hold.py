"""A corner of the screen that is held: nobody does that by chance for so long. Knows not what it opens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

from kiosk.core.staff_gate import HOLD_MS
from kiosk.qt.screen_size import believed_pixels_per_mm
from kiosk.qt.timer import QtTimer

if TYPE_CHECKING:
    from kiosk.app.ports import Timer
    from kiosk.qt.main_window import MainWindow

# As large as any control of a public kiosk, and at the one place that can be found by hand.
_SIDE_MM = 20
_ELSEWHERE = QPointF(-10_000, -10_000)
_ENDS = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})


class CornerHold(QObject):
    """Watches the upper left corner of a window, whatever lies there; a tap still does what it does.

    When it was held long enough, what was pressed there is let go of elsewhere: it must not act when the hand
    goes up.
    """

    def __init__(self, window: "MainWindow", held: Callable[[], object], acted: Callable[[], object]) -> None:
        """Watch from now on; the window is shown by now.

        Args:
            window: whose corner is meant.
            held: called when it was held for three seconds.
            acted: called whenever somebody touches or presses anything.
        """
        super().__init__(window)
        self._window = window
        self._held = held
        self._acted = acted
        self._is_over = False
        self.timer: Timer = QtTimer(self)
        """Runs while the corner is held."""
        handle = window.windowHandle()
        if handle is not None:
            # Last, and so before all others: where a first touch only says what is there, touches go no further.
            handle.installEventFilter(self)

    @property
    def area(self) -> QRect:
        """Where to hold, in the window."""
        side = round(_SIDE_MM * believed_pixels_per_mm(self._window.screen()))
        return QRect(0, 0, side, side)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at touches and presses; let all pass but the end of a hold."""
        if isinstance(event, QTouchEvent):
            points = event.points()
            self._follow(event, points[0].position() if len(points) == 1 else _ELSEWHERE)
            return self._ends(event)
        if isinstance(event, QMouseEvent):
            self._follow(event, event.position())
            return self._ends(event)
        return False

    def _follow(self, event: QEvent, place: QPointF) -> None:
        is_begin = event.type() in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress)
        if is_begin or event.type() in _ENDS:
            self._acted()
        is_in = self.area.contains(place.toPoint())
        if is_begin:
            self._is_over = False
        if is_begin and is_in:
            self.timer.start(HOLD_MS, self._open)
        elif event.type() in _ENDS or not is_in:
            self.timer.stop()

    def _open(self) -> None:
        self.timer.stop()
        self._is_over = True
        self._held()

    def _ends(self, event: QEvent) -> bool:
        """Let go of what was pressed, elsewhere; return whether the event ends here."""
        if not self._is_over or not isinstance(event, QMouseEvent) or event.type() not in _ENDS:
            # After the end of a touch comes that of the press which Qt has made of it.
            return False
        self._is_over = False
        released = QMouseEvent(
            event.type(), _ELSEWHERE, _ELSEWHERE, event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(self._window.windowHandle(), released)
        return True
