"""The same key several times in a row, however slowly: what leaves "learn the keys", and what rescues. Pure."""

from collections.abc import Hashable

RESCUE_PRESSES = 5
LEAVE_PRESSES = 2


class KeyRun:
    """Counts presses of one key with no other key between them; nothing is timed."""

    def __init__(self, length: int) -> None:
        """Count nothing yet.

        Args:
            length: how many presses in a row are meant; at least 1.
        """
        self._length = length
        self._key: Hashable | None = None
        self._count = 0

    def is_complete(self, key: Hashable, counts: bool) -> bool:
        """Count a press; whether it completes the run, which then begins anew.

        Args:
            key: which key.
            counts: whether it is a key of which a run means something; another one ends every run.
        """
        if not counts:
            self._key, self._count = None, 0
            return False
        self._count = self._count + 1 if key == self._key else 1
        self._key = key
        if self._count < self._length:
            return False
        self._key, self._count = None, 0
        return True
