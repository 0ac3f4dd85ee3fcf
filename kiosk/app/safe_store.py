"""What is remembered, as far as a program in the safe mode relies on it. Knows no file."""

from collections.abc import Mapping

from kiosk.app.ports import Store
from kiosk.core.errors import StoreError

# Whatever people asked for may be what the program crashes on.
_BEGUN_ANEW = frozenset({"preferences", "places", "bookmarks", "pronunciation"})
_APPEALS = "donation"


class SafeStore:
    """A store of which only that is read which the machine needs: its keys, and what staff decided.

    What people asked for begins anew, and what is asked for now ends with the program. Nobody is asked for
    anything: the history of that cannot be read, nor written.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._records: dict[str, Mapping[str, object]] = {}

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record, or what this run has put in its place."""
        self._refuse_appeals(name)
        return self._records.get(name, {}) if name in _BEGUN_ANEW else self._store.load(name)

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Keep a record, until the program ends if it is a person's."""
        self._refuse_appeals(name)
        if name in _BEGUN_ANEW:
            self._records[name] = dict(record)
        else:
            self._store.save(name, record)

    def _refuse_appeals(self, name: str) -> None:
        if name == _APPEALS:
            raise StoreError("in the safe mode nobody is asked for anything")
