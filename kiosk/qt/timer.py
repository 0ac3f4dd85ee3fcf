"""The timer port on Qt's event loop. Knows nothing of what it wakes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer


class QtTimer:
    """A repeating timer; a tick that comes late is not made up for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a timer that does not run yet.

        Args:
            parent: what it ends with, on the main thread; without one its owner stops it. One that still runs when
                it is collected, on whatever thread, takes the event loop with it.
        """
        self._timer = QTimer(parent)
        # A coarse timer may be late by a twentieth of a second, and the lit word with it.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._tick: Callable[[], None] = lambda: None

    def start(self, interval_ms: int, tick: Callable[[], None]) -> None:
        """Call ``tick`` every ``interval_ms``."""
        self._tick = tick
        self._timer.start(interval_ms)

    def stop(self) -> None:
        """Call it no more."""
        self._timer.stop()

    def _fire(self) -> None:
        self._tick()
