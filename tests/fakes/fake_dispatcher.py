"""The way to the main thread, which is whoever calls ``run``. Knows nothing of what it carries."""

import queue
from collections.abc import Callable

PATIENCE_S = 20


class FakeDispatcher:
    """Keeps what is posted until a test runs it."""

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def post(self, task: Callable[[], None]) -> None:
        """Keep a task."""
        self._tasks.put(task)

    def run(self) -> int:
        """Run what has been posted; return how much it was."""
        count = 0
        while not self._tasks.empty():
            self._tasks.get()()
            count += 1
        return count

    def run_next(self) -> None:
        """Wait for a task and run it.

        Raises:
            queue.Empty: none came.
        """
        self._tasks.get(timeout=PATIENCE_S)()
