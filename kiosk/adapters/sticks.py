"""Sticks that are plugged in, and the folder on each from which content can be taken. Mounts nothing."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.core.content_update import StickPlace
from kiosk.core.delivery import FileKind, kind_of, shown

FOLDER = "aloud-content"
"""Name of the folder that a stick is looked through for; without one it is the whole stick."""
_LINUX_ROOTS = (Path("/media"), Path("/run/media"), Path("/mnt"))
_MAC_ROOT = Path("/Volumes")
_REMOVABLE = 2
"""What Windows says of a drive that can be pulled."""
_MOST_FOLDERS = 200


class MountedSticks:
    """Everything that is mounted where desktops and automounters mount what is plugged in."""

    def __init__(
        self, roots: Sequence[Path] | None = None, is_mounted: Callable[[Path], bool] = os.path.ismount
    ) -> None:
        """Look at nothing yet.

        Args:
            roots: folders below which sticks are mounted, at most two folders deep; None for this system's own.
            is_mounted: whether a folder is where something is mounted.
        """
        self._roots = roots
        self._is_mounted = is_mounted

    def places(self) -> Sequence[StickPlace]:
        """Return the folders with content, one a stick, by name."""
        found = (_place_on(stick) for stick in self.mounted())
        return sorted((place for place in found if place is not None), key=lambda place: (place.name, place.path))

    def mounted(self) -> Iterator[Path]:
        """Yield the topmost folder of each stick."""
        if self._roots is None and sys.platform == "win32":
            yield from _removable_drives()
            return
        own = (_MAC_ROOT,) if sys.platform == "darwin" else _LINUX_ROOTS
        for root in own if self._roots is None else self._roots:
            for folder in _folders_in(root):
                if self._is_mounted(folder):
                    yield folder
                else:
                    # A desktop mounts for one person: /media/PERSON/STICK.
                    yield from (below for below in _folders_in(folder) if self._is_mounted(below))


def _place_on(stick: Path) -> StickPlace | None:
    name = shown(stick.name or str(stick))
    for folder in (stick / FOLDER, stick):
        if folder.is_dir() and not folder.is_symlink() and _has_article(folder):
            return StickPlace(name, str(folder))
    return None


def _has_article(folder: Path) -> bool:
    """Whether there is an article; a stick full of other things is not looked through to its end."""
    waiting = [(folder, "")]
    for _ in range(_MOST_FOLDERS):
        if not waiting:
            return False
        current, prefix = waiting.pop(0)
        with suppress(OSError), os.scandir(current) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.startswith("."):
                        waiting.append((Path(entry.path), f"{path}/"))
                elif kind_of(path) is FileKind.ARTICLE and entry.is_file(follow_symlinks=False):
                    return True
    return False


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _removable_drives() -> Iterator[Path]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # it is there on Windows only
    for letter in "DEFGHIJKLMNOPQRSTUVWXYZ":
        if kernel.GetDriveTypeW(f"{letter}:\\") == _REMOVABLE:
            yield Path(f"{letter}:\\")
