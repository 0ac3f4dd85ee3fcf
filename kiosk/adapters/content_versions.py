"""Which version of the content is in use, and whether it is whole. Only reads; the file ``current.json`` decides.

Below the store's folder::

    current.json      {"schema": 1, "current": "0002", "before": "0001"}
    0001/, 0002/      whole versions; ".version.json" in each lists its files with their sums
    staged-.../       what is being made; nobody reads it, and the next delivery clears it away
    lock              held while something changes

An empty name stands for the content that ships.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.core.content_update import ContentFile

CURRENT = "current.json"
LIST_NAME = ".version.json"
SCHEMA = 1
_DIGITS = 4


class Chosen(NamedTuple):
    """What is to be in use."""

    current: str = ""
    """Name of a version, or empty for what ships."""
    before: str | None = None
    """What was in use before that; None when there is nothing to go back to."""


def version_name(number: int) -> str:
    """Return the name of a version."""
    return f"{number:0{_DIGITS}}"


def is_version_name(name: str) -> bool:
    """Whether a folder's name is that of a version."""
    return len(name) >= _DIGITS and name.isascii() and name.isdecimal()


class Versions:
    """The versions of one store; nothing is kept in memory, so that another process may change them."""

    def __init__(self, folder: Path) -> None:
        """Read nothing yet.

        Args:
            folder: the store's; need not be there.
        """
        self.folder = folder

    def chosen(self) -> Chosen:
        """Return what is to be in use; what ships, when nobody has chosen or the choice cannot be read."""
        return self._read_chosen()[0]

    def in_use(self) -> str:
        """Return the version that is in use: the chosen one, or what is left when that is damaged."""
        chosen = self.chosen()
        names = (chosen.current, chosen.before or "") if chosen.current else ()
        return next((name for name in names if name and not self.problem(name)), "")

    def problem(self, name: str, is_thorough: bool = False) -> str:
        """Return why a version cannot be used, in plain English; empty when it can.

        Args:
            name: of the version.
            is_thorough: whether the bytes of all files are read, not only their sizes.
        """
        try:
            files = self.files(name)
        except (OSError, ValueError) as error:
            return f"the list of version {name} cannot be read: {error}"
        if not files:
            return f"version {name} is empty"
        for file in files:
            path = self.folder / name / file.path
            try:
                is_same = path.lstat().st_size == file.size
                if is_same and is_thorough:
                    from kiosk.adapters.delivery_folder import digest_of

                    is_same = digest_of(path) == file.digest
            except OSError as error:
                return f"{file.path} in version {name}: {error.strerror or error}"
            if not is_same:
                return f"{file.path} in version {name} is not as it was taken"
        return ""

    def choice_problem(self) -> str:
        """Return why the choice itself cannot be read; empty when it can, or nobody has chosen."""
        return self._read_chosen()[1]

    def files(self, name: str) -> "tuple[ContentFile, ...]":
        """Return the files of a version; none for what ships.

        Raises:
            OSError: its list cannot be read.
            ValueError: its list is damaged.
        """
        if not name:
            return ()
        import json  # who has never taken content reads nothing

        document = json.loads((self.folder / name / LIST_NAME).read_bytes())
        if not isinstance(document, dict) or document.get("schema") != SCHEMA:
            raise ValueError("it is not a list of this program")
        rows = document.get("files")
        return tuple(_file(row) for row in (rows if isinstance(rows, list) else ()))

    def names(self) -> list[str]:
        """Return the names of the versions that are there, from old to new."""
        try:
            found = [path.name for path in self.folder.iterdir() if is_version_name(path.name)]
        except OSError:
            return []
        return sorted(found, key=int)

    def _read_chosen(self) -> tuple[Chosen, str]:
        path = self.folder / CURRENT
        if not path.exists():
            return Chosen(), ""
        import json

        try:
            document = json.loads(path.read_bytes())
            if not isinstance(document, dict) or document.get("schema") != SCHEMA:
                raise ValueError("it was not written by this version of the program")
            current, before = document.get("current"), document.get("before")
            for name in (current, before):
                if name and not is_version_name(str(name)):
                    raise ValueError("it names no version")
        except (OSError, ValueError, RecursionError) as error:
            return Chosen(), f"{path} cannot be read: {error}"
        return Chosen(str(current or ""), before if before is None else str(before)), ""


def list_of(files: "tuple[ContentFile, ...]") -> Mapping[str, object]:
    """Return the list of a version's files as JSON values."""
    return {"schema": SCHEMA, "files": [file._asdict() for file in files]}


def _file(row: object) -> "ContentFile":
    """Read one line of a list.

    Raises:
        ValueError: it is damaged.
    """
    # Who has never taken content needs none of it, and the first page waits for this module.
    from kiosk.core.content_update import ContentFile
    from kiosk.core.delivery import FileKind, name_problem

    if not isinstance(row, Mapping):
        raise ValueError("a line of it is none")
    texts = [row.get(name) for name in ("path", "digest", "kind", "article_id", "title", "language")]
    size, parts = row.get("size"), row.get("parts")
    if (
        not all(isinstance(text, str) for text in texts)
        or not isinstance(size, int)
        or not isinstance(parts, list)
    ):
        raise ValueError("a line of it is damaged")
    path, digest, kind, article_id, title, language = map(str, texts)
    if name_problem(path):
        raise ValueError(f"{path}: {name_problem(path)}")
    return ContentFile(path, size, digest, FileKind(kind), article_id, title, language, tuple(map(str, parts)))
