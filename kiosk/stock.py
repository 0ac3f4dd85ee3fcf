"""The content of a machine, put together: the folder that was asked for, else what was taken, else what ships.

Like ``bootstrap`` it names concrete classes, and imports them where they are put together.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.adapters.folders import resource_folder

if TYPE_CHECKING:
    from kiosk.app.content_update import ContentDesk, ContentStore
    from kiosk.app.ports import ContentSource, Timer
    from kiosk.app.recording import RecordingSource


def content_source(asked: Path | None, state: Path) -> "ContentSource":
    """Return the articles.

    Args:
        asked: a folder that a run was asked for, or None.
        state: where this machine keeps what it remembers.
    """
    if asked is not None:
        from kiosk.adapters.content_folder import ContentFolder

        return ContentFolder(asked)
    from kiosk.adapters.stored_content import StoredContent

    return StoredContent(resource_folder("content"), _store_folder(state))


def recording_source(asked: Path | None, state: Path) -> "RecordingSource":
    """Return the recordings beside the articles; as for :func:`content_source`."""
    from kiosk.adapters.content_folder import read_file

    if asked is not None:
        from kiosk.adapters.voices.recorded import RecordingFiles

        return RecordingFiles(asked, read_file)
    from kiosk.adapters.stored_content import StoredRecordings

    return StoredRecordings(resource_folder("content"), _store_folder(state), read_file)


def content_store(state: Path) -> "ContentStore":
    """Return the content that was taken, in versions."""
    from kiosk.adapters.content_store import VersionedStore

    return VersionedStore(_store_folder(state))


def content_desk(asked: Path | None, state: Path, timer: "Timer") -> "ContentDesk | None":
    """Return what staff do with the content; None where the operator asked for a folder, and fills it."""
    if asked is not None:
        return None
    from kiosk.adapters.background import run_apart
    from kiosk.adapters.sticks import MountedSticks
    from kiosk.app.content_update import ContentDesk

    return ContentDesk(content_store(state), MountedSticks(), timer, run_apart)


def _store_folder(state: Path) -> Path:
    return state / "content"
