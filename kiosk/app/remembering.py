"""A store that tells what it could not remember. Knows no file and no words."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from kiosk.core.errors import NewerRecordError, StoreError

if TYPE_CHECKING:
    from kiosk.app.ports import Store


class Trouble(Enum):
    """Why something is not remembered."""

    UNREADABLE = "unreadable"
    """It could not be read; it begins anew, and what was there has been set aside."""
    NEWER = "newer"
    """A newer version of the program wrote it; it is left as it is, and nothing is added."""
    UNWRITABLE = "unwritable"
    """It cannot be written: the disk is full, or may only be read."""


class Forgotten(NamedTuple):
    """Something that is not remembered."""

    record: str
    """The record's name."""
    trouble: Trouble
    """Why."""
    detail: str
    """What the system said, in plain English; may name a file, never an article."""


class AttentiveStore:
    """Does what a store does, and remembers the first trouble with each record.

    Who uses it need not tell anybody: most go on as if nothing had been remembered. Somebody else tells it once.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._forgotten: dict[str, Forgotten] = {}
        self._tell: Callable[[], None] = lambda: None

    @property
    def forgotten(self) -> tuple[Forgotten, ...]:
        """What is not remembered, in the order in which that was noticed. Any thread."""
        return tuple(self._forgotten.copy().values())

    def watch(self, tell: Callable[[], None]) -> None:
        """Call something whenever there is more; on the thread that noticed it."""
        self._tell = tell

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record."""
        try:
            return self._store.load(name)
        except StoreError as error:
            is_newer = isinstance(error, NewerRecordError)
            self._note(Forgotten(name, Trouble.NEWER if is_newer else Trouble.UNREADABLE, str(error)))
            raise

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Replace a record."""
        try:
            self._store.save(name, record)
        except StoreError as error:
            is_newer = isinstance(error, NewerRecordError)
            self._note(Forgotten(name, Trouble.NEWER if is_newer else Trouble.UNWRITABLE, str(error)))
            raise

    def _note(self, forgotten: Forgotten) -> None:
        # What began anew because it could not be read may still turn out to be what cannot be written.
        before = self._forgotten.get(forgotten.record)
        if before is None or (before.trouble, forgotten.trouble) == (Trouble.UNREADABLE, Trouble.UNWRITABLE):
            self._forgotten[forgotten.record] = forgotten
            self._tell()
