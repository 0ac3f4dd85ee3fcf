"""Records as JSON files in one folder: settings, places, history. Knows nothing of what they mean."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
from kiosk.core.errors import NewerRecordError, StoreError

SCHEMA = 1


class FolderStore:
    """One file a record, ``<folder>/<name>.json``, replaced atomically and synced to disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # What this run has written is of this version.
        self._own: set[str] = set()

    def load(self, name: str) -> Mapping[str, object]:
        """Return a record; one that cannot be read is set aside, so that nothing of it is lost.

        Until such a record is saved anew it stays an error, at later starts too: that nothing is there is not the
        same as that nothing was ever there.

        Raises:
            NewerRecordError: a newer version wrote it; it stays where it is.
            StoreError: there is one, or was one, that cannot be read.
        """
        path = self._path(name)
        if not path.exists():
            if _set_aside_path(path).exists():
                raise StoreError(f"{path} could not be read, and has been set aside")
            return {}
        import json  # at a first start there is nothing to read, and the first page waits for this

        try:
            document = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            _set_aside(path)
            raise StoreError(f"{path} cannot be read: {error}") from error
        if _is_newer(document):
            raise NewerRecordError(f"{path} was written by a newer version")
        record = document.get("record") if isinstance(document, dict) else None
        if not isinstance(record, dict) or document.get("schema") != SCHEMA:
            _set_aside(path)
            raise StoreError(f"{path} is not a record of this version")
        return record

    def save(self, name: str, record: Mapping[str, object]) -> None:
        """Replace a record.

        Raises:
            NewerRecordError: a newer version wrote the one that is there, and it stays.
            StoreError: it cannot be written.
        """
        import json

        document = {"schema": SCHEMA, "record": dict(record)}
        # All in ASCII: the name of an article's file need not be text that UTF-8 can hold.
        data = json.dumps(document, indent=1, sort_keys=True).encode()
        path = self._path(name)
        if name not in self._own:
            # Whoever saves need not have loaded.
            with suppress(OSError, ValueError, RecursionError):
                if _is_newer(json.loads(path.read_bytes())):
                    raise NewerRecordError(f"{path} was written by a newer version")
        with replacing(path) as file:
            file.write(data)
        self._own.add(name)

    def sweep(self) -> None:
        """Throw away what earlier runs had begun to write when they were killed."""
        with suppress(OSError):
            for path in self.folder.glob(".*.json.*"):
                with suppress(OSError):
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"


def _is_newer(document: object) -> bool:
    schema = document.get("schema") if isinstance(document, dict) else None
    return isinstance(schema, int) and not isinstance(schema, bool) and schema > SCHEMA


def _set_aside_path(path: Path) -> Path:
    return path.with_suffix(".json.unreadable")


def _set_aside(path: Path) -> None:
    with suppress(OSError):
        goal = _set_aside_path(path)
        if goal.is_file():
            # One before the last is kept too, so that a second misfortune does not cost what the first one saved.
            goal.replace(path.with_suffix(".json.unreadable-before"))
        path.replace(goal)


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
