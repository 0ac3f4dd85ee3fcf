"""Threads on which slow work is done, so that a disk keeps neither a voice nor a key waiting."""

import threading
from collections.abc import Callable


def run_apart(task: Callable[[], None]) -> None:
    """Carry out a task on a thread of its own, which ends with the program: a stick that hangs holds up no end."""
    threading.Thread(target=task, name="content", daemon=True).start()


class LatestTask:
    """Carries out tasks on a thread of its own; of those that wait, only the last.

    For records that are written whole: an older one is of no use once a newer one is there.
    """

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._waiting: Callable[[], None] | None = None
        self._is_closed = False
        self._thread: threading.Thread | None = None

    def run(self, task: Callable[[], None]) -> None:
        """Carry out a task soon; one that still waits is dropped for it. After ``close``, at once."""
        with self._news:
            if not self._is_closed:
                self._waiting = task
                if self._thread is None:
                    self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
                    self._thread.start()
                self._news.notify_all()
                return
        task()

    def close(self) -> None:
        """Wait until what waits has been carried out, and end the thread."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._waiting is not None or self._is_closed)
                task, self._waiting = self._waiting, None
            if task is None:
                return
            task()
