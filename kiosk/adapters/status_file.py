"""The file ``status.json``: how the machine is, for programs that watch over it. Knows nothing of what it says."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
from kiosk.core.errors import StoreError

_MOST_BYTES = 100_000


def status_path(folder: Path) -> Path:
    """Return where the status of a state folder lies."""
    return folder / "status.json"


def write_status(path: Path, document: Mapping[str, object]) -> None:
    """Replace the status; who reads it meanwhile sees the old one or the new one whole.

    Raises:
        StoreError: it cannot be written; the old one, with its old time, stays.
    """
    import json

    with replacing(path) as file:
        file.write(json.dumps(dict(document), indent=1).encode() + b"\n")


def read_status(path: Path) -> dict[str, object]:
    """Return the status that was written last.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    import json

    try:
        with path.open("rb") as file:
            document = json.loads(file.read(_MOST_BYTES))
    except FileNotFoundError:
        raise StoreError(f"{path} is not there: no public kiosk has run here") from None
    except (OSError, ValueError, RecursionError) as error:
        raise StoreError(f"{path} cannot be read: {error}") from error
    if not isinstance(document, dict):
        raise StoreError(f"{path} is not a status")
    return document


def free_mib(folder: Path) -> int | None:
    """Return how much room is left where a folder is, or is to be."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free // 2**20
    return None
