"""The PIN of the staff of one machine: what is kept of it, and how often it was wrong. Knows no screen."""

from typing import TYPE_CHECKING, Protocol

from kiosk.core.errors import StoreError, UsageError
from kiosk.core.staff_gate import LEAST_DIGITS, MOST_DIGITS, is_too_simple, wait_after_ms

if TYPE_CHECKING:
    from kiosk.app.ports import Store

_RECORD = "staff"


class PinHasher(Protocol):
    """What is kept instead of a PIN."""

    def hashed(self, pin: str) -> str:
        """Return what is kept of a PIN, each time another text."""
        ...

    def is_readable(self, kept: str) -> bool:
        """Whether something can be what was kept of a PIN."""
        ...

    def is_same(self, pin: str, kept: str) -> bool:
        """Whether a PIN is the one of which this was kept."""
        ...


def pin_problem(pin: str) -> str:
    """Return why something cannot be a PIN, in plain English; empty when it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "a PIN has digits only"
    if not LEAST_DIGITS <= len(pin) <= MOST_DIGITS:
        return f"a PIN has {LEAST_DIGITS} to {MOST_DIGITS} digits"
    return "this PIN is guessed first: it is one digit again and again, or counts" if is_too_simple(pin) else ""


class StaffPin:
    """Keeps the PIN and the count of wrong ones in one record.

    1. Where there is no record there is no PIN, and nobody has set one.
    2. A record that is there and cannot be used is no invitation to set one: that is noted, so that it stays so
       after a restart. Only the command ``kiosk pin`` ends it.
    3. What cannot be written holds until the program ends.
    """

    def __init__(self, store: "Store", hasher: PinHasher) -> None:
        """Read what is kept.

        Args:
            store: where it lies.
            hasher: what is kept instead of the PIN.
        """
        self._store = store
        self._hasher = hasher
        self._kept = ""
        self.is_broken = False
        """Whether there is a PIN that cannot be read."""
        self.wrong = 0
        """How many wrong ones there were since the last right one."""
        self.is_waiting = False
        """Whether the wait that followed the last wrong one is not known to be over."""
        self._is_unsaved = False
        self._read()

    @property
    def has_pin(self) -> bool:
        """Whether staff have a PIN here."""
        return bool(self._kept)

    @property
    def wait_ms(self) -> int:
        """How long nothing can be entered when the program starts: a wait begins anew with it."""
        return wait_after_ms(self.wrong) if self.is_waiting else 0

    def is_same(self, pin: str) -> bool:
        """Whether it is the PIN; takes a tenth of a second."""
        return bool(self._kept) and self._hasher.is_same(pin, self._kept)

    def set(self, pin: str) -> None:
        """Let it be the PIN from now on; nothing was wrong so far.

        Raises:
            UsageError: it cannot be a PIN.
            StoreError: it cannot be remembered; it holds until the program ends.
        """
        problem = pin_problem(pin)
        if problem:
            raise UsageError(problem)
        self._kept, self.is_broken = self._hasher.hashed(pin), False
        self.count(0, is_waiting=False)

    def look(self) -> None:
        """Read again what is kept: the command ``kiosk pin`` may have changed it while the program runs."""
        if not self._is_unsaved:
            self._kept, self.is_broken = "", False
            self.wrong, self.is_waiting = 0, False
            self._read()

    def forget(self) -> None:
        """Have no PIN any more: who opens the gate next sets one.

        Raises:
            StoreError: it cannot be written.
        """
        self._kept, self.is_broken = "", False
        self.wrong, self.is_waiting = 0, False
        self._store.save(_RECORD, {})

    def count(self, wrong: int, is_waiting: bool) -> None:
        """Take down how many wrong ones there were, and whether a wait goes on.

        Raises:
            StoreError: it cannot be remembered; it holds until the program ends.
        """
        self.wrong, self.is_waiting = wrong, is_waiting
        self._is_unsaved = True
        self._store.save(_RECORD, {"pin": self._kept, "wrong": wrong, "is_waiting": is_waiting})
        self._is_unsaved = False

    def _read(self) -> None:
        try:
            record = self._store.load(_RECORD)
        except StoreError:
            self._mark_broken()
            return
        if not record:
            return
        kept, wrong, is_waiting = (record.get(name) for name in ("pin", "wrong", "is_waiting"))
        if not isinstance(kept, str) or not self._hasher.is_readable(kept):
            self._mark_broken()
            return
        self._kept = kept
        # A count that somebody spoiled counts as many.
        is_count = isinstance(wrong, int) and not isinstance(wrong, bool) and wrong >= 0
        self.wrong = int(str(wrong)) if is_count else 100
        self.is_waiting = is_waiting is not False or not is_count

    def _mark_broken(self) -> None:
        self.is_broken = True
        # The store has set the record aside: a note in its place outlives the next start. Without a disk to write
        # to it stays unreadable by itself.
        try:
            self._store.save(_RECORD, {"pin": "unreadable", "wrong": 0, "is_waiting": False})
        except StoreError:
            return
