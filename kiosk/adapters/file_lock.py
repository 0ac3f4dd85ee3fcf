"""A lock that one process holds at a time, and that ends with the process however that ends."""

import os
import sys
from pathlib import Path


class FileLock:
    """An open file that nobody else can lock."""

    def __init__(self, path: Path) -> None:
        """Touch nothing yet.

        Args:
            path: the file; made when the lock is taken, and left there.
        """
        self._path = path
        self._descriptor = -1

    def take(self) -> bool:
        """Take the lock, and return whether it could be taken; never waits.

        Raises:
            OSError: the file cannot be made.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let others take it; releasing twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
