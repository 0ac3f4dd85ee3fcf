"""Records as JSON files in one folder: settings, places, history. Knows nothing of what they mean."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
from kiosk.core.errors import StoreError

SCHEMA = 1


class FolderStore:
    """One file a record, ``<folder>/<name>.json``, replaced atomically and synced to disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record; one that cannot be read is set aside, so that nothing of it is lost.

        Raises:
            StoreError: there is one, and it cannot be read or was written by a newer version.
        """
        path = self._path(name)
        if not path.exists():
            return {}
        import json  # at a first start there is nothing to read, and the first page waits for this

        try:
            document = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            self._set_aside(path)
            raise StoreError(f"{path} cannot be read: {error}") from error
        record = document.get("record") if isinstance(document, dict) else None
        if not isinstance(record, dict) or document.get("schema") != SCHEMA:
            self._set_aside(path)
            raise StoreError(f"{path} is not a record of this version")
        return record

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Replace a record."""
        import json

        document = {"schema": SCHEMA, "record": dict(record)}
        # All in ASCII: the name of an article's file need not be text that UTF-8 can hold.
        data = json.dumps(document, indent=1, sort_keys=True).encode()
        with replacing(self._path(name)) as file:
            file.write(data)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _set_aside(self, path: Path) -> None:
        with suppress(OSError):
            path.replace(path.with_suffix(".json.unreadable"))


class MemoryStore:
    """Keeps records until the program ends: for visits that must leave no trace, and for tests."""

    def __init__(self, is_writable: bool = True) -> None:
        self.records: dict[str, Mapping[str, object]] = {}
        self.is_writable = is_writable

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record, empty when there is none."""
        return self.records.get(name, {})

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Keep a record."""
        if not self.is_writable:
            raise StoreError(f"{name} cannot be written")
        import json

        self.records[name] = json.loads(json.dumps(dict(record)))
