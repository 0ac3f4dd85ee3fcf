"""Records in memory, as a disk would keep them: full, broken, or with a diary of what was written when."""

import json
from collections.abc import Callable, Mapping

from kiosk.core.errors import StoreError


class FakeStore:
    """A store whose writing and reading a test can forbid."""

    def __init__(self, records: Mapping[str, Mapping[str, object]] | None = None) -> None:
        self.records: dict[str, Mapping[str, object]] = dict(records or {})
        self.is_writable = True
        self.unreadable: set[str] = set()
        self.saves: list[str] = []
        self.when_saving: Callable[[], None] = lambda: None

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record."""
        if name in self.unreadable:
            self.unreadable.discard(name)
            self.records.pop(name, None)
            raise StoreError(f"{name} cannot be read")
        return self.records.get(name, {})

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Keep a record, as JSON would."""
        self.when_saving()
        if not self.is_writable:
            raise StoreError(f"{name} cannot be written")
        self.saves.append(name)
        self.records[name] = json.loads(json.dumps(dict(record)))
