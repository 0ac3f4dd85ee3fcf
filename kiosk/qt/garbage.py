"""Takes Python's garbage away on the window's own thread, and on no other. Knows no window.

What refers to itself in a circle is taken away by whichever thread happens to make an object when enough has come
together. Where that is a voice's thread and a widget is in the circle, Qt goes down, and the program with it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1_000
# All of it takes some milliseconds: seldom enough not to be noticed, often enough that memory stays flat.
TICKS_UNTIL_ALL = 60


class GarbageTimer(QObject):
    """Once a second takes away what is young, where much has come together; once a minute all."""

    def __init__(self, parent: QObject) -> None:
        """Begin; from now on nothing is collected by itself.

        Args:
            parent: lives as long as the program, on the thread on which garbage is taken away.
        """
        super().__init__(parent)
        gc.disable()
        self._ticks = 0
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(INTERVAL_MS)

    def _look(self) -> None:
        self._ticks += 1
        if self._ticks % TICKS_UNTIL_ALL == 0:
            gc.collect()
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(1)
