"""Looks at every library of what was made: nothing but glibc may come from the machine it is carried to."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# The oldest glibc on which everything inside runs: that of Debian 12.
GLIBC = (2, 36)
FROM_GLIBC = frozenset(
    (
        "ld-linux-x86-64.so.2",
        "libanl.so.1",
        "libc.so.6",
        "libdl.so.2",
        "libm.so.6",
        "libmvec.so.1",
        "libpthread.so.0",
        "libresolv.so.2",
        "librt.so.1",
        "libutil.so.1",
    )
)
_ELF = b"\x7fELF"


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries in a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _ELF:
                    yield path


def read_needs(objdump: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the libraries that a file needs and the versions of glibc, from what ``objdump -p`` says."""
    libraries = re.findall(r"^\s+NEEDED\s+(\S+)", objdump, re.MULTILINE)
    versions = [(int(major), int(minor)) for major, minor in re.findall(r"\bGLIBC_(\d+)\.(\d+)", objdump)]
    return libraries, versions


def problems(folder: Path) -> tuple[list[str], tuple[int, int], int]:
    """Look at a folder.

    Returns:
        What is wrong, the newest version of glibc that anything asks for, and how many files were looked at.
    """
    found: list[str] = []
    newest = (0, 0)
    there = {path.name for path in folder.rglob("*")}
    count = 0
    for path in elf_files(folder):
        count += 1
        name = path.relative_to(folder)
        told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        libraries, versions = read_needs(told)
        found += [
            f"{name} needs {library}, which is not inside"
            for library in libraries
            if library not in there and library not in FROM_GLIBC
        ]
        newest = max([newest, *versions])
        if versions and max(versions) > GLIBC:
            found.append(f"{name} needs glibc {'.'.join(map(str, max(versions)))}")
        if path.name in FROM_GLIBC:
            found.append(f"{name} is a part of glibc: it must be the machine's own")
    return found, newest, count
