"""The way back to the main thread, on Qt's event loop. Knows nothing of what it carries."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class QtDispatcher(QObject):
    """Runs what is posted on the thread that made it, which is the main thread."""

    _posted = Signal(object)

    def __init__(self) -> None:
        # It lives as long as the event loop: one that were collected with tasks on their way, on whatever thread
        # let go of it last, would take the program with it.
        super().__init__(QCoreApplication.instance())
        # Queued also for the main thread itself: what is posted never runs inside of what posts it.
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, task: Callable[[], None]) -> None:
        """Let the event loop run a task; any thread."""
        self._posted.emit(task)

    def _run(self, task: Callable[[], None]) -> None:
        task()
