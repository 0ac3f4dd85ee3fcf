"""Archives that come out the same, to the byte, whenever the same is put in."""

import hashlib
import lzma
import os
import tarfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

# How hard xz tries: a higher one takes twice as long for a hundredth less.
LEVEL = 6


def write_tar(archive: Path, folder: Path, top: str, made_s: int, level: int = LEVEL) -> None:
    """Write a folder as ``archive``, under the name ``top``: sorted, owned by root, all of one moment.

    Args:
        archive: what to write.
        folder: what goes in.
        top: the one folder that somebody gets when it is unpacked.
        made_s: the moment, in seconds since 1970.
        level: how hard it is packed with xz; below zero not at all, since wheels are packed already.
    """

    def same(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = made_s
        return entry

    with ExitStack() as stack:
        plain = stack.enter_context(archive.open("wb"))
        file = stack.enter_context(lzma.open(plain, "wb", preset=level)) if level >= 0 else plain
        tar = stack.enter_context(tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT))
        for path in [folder, *_sorted(folder)]:
            name = top if path == folder else f"{top}/{path.relative_to(folder).as_posix()}"
            tar.add(path, name, recursive=False, filter=same)


def _sorted(folder: Path) -> Iterable[Path]:
    return sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix().encode())


def set_modes(folder: Path, programs: Iterable[Path]) -> None:
    """Give every file the one mode that it should have, whatever the umask was."""
    runnable = set(programs)
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in runnable else 0o644)


def set_times(folder: Path, made_s: int) -> None:
    """Let every file and folder be of one moment."""
    for path in [*folder.rglob("*"), folder]:
        os.utime(path, (made_s, made_s), follow_symlinks=False)


def sha256(path: Path) -> str:
    """Return a file's checksum."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path, into: Path) -> None:
    """Write the checksums of all files of a folder as ``sha256sum -c`` reads them."""
    files = [path for path in _sorted(folder) if path.is_file() and not path.is_symlink() and path != into]
    lines = [f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    into.write_text("".join(lines), encoding="utf-8")
