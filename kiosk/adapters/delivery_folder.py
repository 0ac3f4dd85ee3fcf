"""A folder that somebody brings, mostly on a stick: looked through, copied, and the copies read for real.

It is read only, and by its own names: no link is followed. Whatever ends a read in the middle ends the whole.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from kiosk.adapters.atomic_file import sync_folder
from kiosk.adapters.content_folder import recording_named
from kiosk.core.content_update import Copying, Fault, Looking, Progress, UpdateCancelled, UpdateError
from kiosk.core.delivery import (
    LARGEST_DELIVERY,
    MIB,
    MOST_FILES,
    TIMES,
    FileKind,
    FoundFile,
    Refused,
    Sifted,
    kind_of,
    largest,
    shown,
    sift,
    total_size,
)
from kiosk.core.errors import ContentError

Tell = Callable[[Progress], None]
IsCancelled = Callable[[], bool]

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


class Delivered(NamedTuple):
    """What of a delivery is to be copied."""

    files: tuple[FoundFile, ...]
    """Articles, lists, the campaign, and the recordings that articles name."""
    refused: tuple[Refused, ...]
    """What cannot be used."""


class DeliveryFolder:
    """One delivery. Every method blocks, and is called on one thread."""

    def __init__(self, folder: Path, tell: Tell, is_cancelled: IsCancelled) -> None:
        """Read nothing yet.

        Args:
            folder: what was brought.
            tell: called with how far it has come.
            is_cancelled: asked between two pieces of work.
        """
        self._folder = folder
        self._tell = tell
        self._is_cancelled = is_cancelled

    def look(self) -> Delivered:
        """Find out what is to be copied.

        Raises:
            UpdateError: there is nothing in it, there is too much in it, or it cannot be read any more.
            UpdateCancelled: somebody wanted it to stop.
        """
        self._tell(Looking())
        sifted = sift(self._walk())
        if total_size(sifted.taken) > LARGEST_DELIVERY:
            raise UpdateError(Fault.TOO_LARGE, f"it has more than {LARGEST_DELIVERY // MIB} MiB of content")
        delivered = self._without_broken(sifted)
        if not any(kind_of(file.path) is FileKind.ARTICLE for file in delivered.files):
            fault = Fault.NOTHING_USABLE if delivered.refused else Fault.NOTHING_FOUND
            raise UpdateError(fault, f"{self._named}: no article can be used", delivered.refused)
        return delivered

    def copy(self, files: Sequence[FoundFile], target: Path) -> None:
        """Copy files into a folder that is empty, for good.

        Raises:
            UpdateError: the delivery cannot be read any more, or the folder cannot be written.
            UpdateCancelled: somebody wanted it to stop.
        """
        total, copied = max(1, total_size(files)), 0
        folders = {target}
        for number, file in enumerate(files):
            self._tell_copied(number, len(files), copied, total, 0)
            own = target / file.path
            with writing(own):
                own.parent.mkdir(parents=True, exist_ok=True)
            folders.update(parent for parent in own.parents if parent.is_relative_to(target))
            self._copy(file, own, partial(self._tell_copied, number, len(files), copied, total))
            copied += file.size
        for folder in folders:
            sync_folder(folder)
        self._tell(Copying(len(files), len(files), 100))

    def _tell_copied(self, number: int, count: int, before: int, total: int, size: int) -> None:
        self._tell(Copying(number, count, min(100, 100 * (before + size) // total)))

    @property
    def _named(self) -> str:
        return shown(str(self._folder))

    def _walk(self) -> Iterator[FoundFile]:
        waiting = [(self._folder, "")]
        count = 0
        while waiting:
            current, prefix = waiting.pop()
            self._stop_if_cancelled()
            for entry in self._scan(current):
                count += 1
                if count > MOST_FILES:
                    raise UpdateError(Fault.TOO_LARGE, f"{self._named}: it has more than {MOST_FILES} files")
                path = prefix + entry.name
                with _reading(path):
                    if not entry.is_dir(follow_symlinks=False):
                        is_ordinary = entry.is_file(follow_symlinks=False)
                        size = entry.stat(follow_symlinks=False).st_size
                        yield FoundFile(path, size, is_ordinary)
                    elif not entry.name.startswith("."):
                        waiting.append((Path(entry.path), f"{path}/"))

    def _scan(self, folder: Path) -> list["os.DirEntry[str]"]:
        try:
            with os.scandir(folder) as found:
                return list(found)
        except PermissionError:
            if folder != self._folder:
                # A folder of the system that made the stick; its articles, if it has any, are nobody's business.
                return []
            raise UpdateError(Fault.GONE, f"{self._named}: it may not be read") from None
        except OSError as error:
            raise UpdateError(Fault.GONE, f"{self._named}: {error.strerror or error}") from None

    def _without_broken(self, sifted: Sifted) -> Delivered:
        """Leave out the articles that cannot be read, and the sounds that no article names."""
        refused = list(sifted.refused)
        named: set[str] = set()
        texts: list[FoundFile] = []
        sounds: list[FoundFile] = []
        # Sounds come last: what articles name is known by then.
        for file in sorted(sifted.taken, key=lambda each: kind_of(each.path) is FileKind.RECORDING):
            self._stop_if_cancelled()
            kind = kind_of(file.path)
            try:
                if kind is FileKind.ARTICLE:
                    named |= _recording_paths(file.path, recording_named(self._read(file), file.path))
                elif kind is not FileKind.RECORDING or file.path in named:
                    self._opened(file.path).close()
                else:
                    continue
                (sounds if kind is FileKind.RECORDING else texts).append(file)
            except ContentError as error:
                refused.append(refused_by(error))
        return Delivered((*texts, *sounds), tuple(refused))

    def _read(self, file: FoundFile) -> bytes:
        with self._opened(file.path) as opened, _reading(file.path):
            return opened.read(largest(file.path) + 1)

    def _copy(self, file: FoundFile, target: Path, tell_size: Callable[[int], None]) -> None:
        size = 0
        with self._opened(file.path) as opened, writing(target), target.open("xb") as copy:
            while True:
                self._stop_if_cancelled()
                with _reading(file.path):
                    chunk = opened.read(MIB)
                if not chunk:
                    break
                size += len(chunk)
                if size > file.size:
                    # It grows while it is copied: it is not what was looked at.
                    raise UpdateError(Fault.GONE, f"{shown(file.path)}: it has changed while it was copied")
                copy.write(chunk)
                tell_size(size)
            if size < file.size:
                raise UpdateError(Fault.GONE, f"{shown(file.path)}: it ends too early")
            copy.flush()
            os.fsync(copy.fileno())

    def _opened(self, path: str) -> IO[bytes]:
        """Open a file, never through a link.

        Raises:
            ContentError: this very file may not be read.
            UpdateError: the delivery cannot be read any more.
        """
        with _reading(path):
            try:
                descriptor = os.open(self._folder / path, os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0))
            except PermissionError:
                raise ContentError(path, "", "it may not be read: permission denied") from None
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                os.close(descriptor)
                raise OSError(errno.EINVAL, "it is not an ordinary file")
            return os.fdopen(descriptor, "rb", buffering=0)

    def _stop_if_cancelled(self) -> None:
        if self._is_cancelled():
            raise UpdateCancelled


@contextmanager
def _reading(path: str) -> Iterator[None]:
    """What goes wrong inside is the delivery's fault."""
    try:
        yield
    except OSError as error:
        raise UpdateError(Fault.GONE, f"{shown(path)}: {error.strerror or error}") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What goes wrong inside is the fault of this machine's folder.

    Raises:
        UpdateError: a file could not be written; says whether the disk is full.
    """
    try:
        yield
    except OSError as error:
        fault = Fault.FULL if error.errno in _FULL else Fault.UNWRITABLE
        raise UpdateError(fault, f"{path}: {error.strerror or error}") from error


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def refused_by(error: ContentError) -> Refused:
    """Return what is told of a file that cannot be used."""
    return Refused(shown(error.source), f"{error.place}: {error.problem}" if error.place else error.problem)


def _recording_paths(article: str, name: str) -> set[str]:
    """Return the paths of an article's recording and its times; nothing when it names none."""
    if not name:
        return set()
    sound = PurePosixPath(article).parent / name.replace("\\", "/")
    return {str(sound), str(sound.with_suffix(TIMES))} if sound.suffix else set()
