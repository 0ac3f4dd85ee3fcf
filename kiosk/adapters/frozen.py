"""The frozen program: a folder that was carried here, on a stick perhaps. Whether all of it has arrived."""

import hashlib
import sys
from pathlib import Path

from kiosk.core.check import Check

SUMS = "SHA256SUMS"
_MOST_NAMED = 3


def program_folder() -> Path | None:
    """Return the folder that the frozen program lies in; None when it runs from a Python environment."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def reinstall_command(folder: Path | None) -> str:
    """Return what mends an installation that lacks a part.

    Args:
        folder: the frozen program's, or None.
    """
    if folder is None:
        return "bash packaging/run.sh"
    if folder.is_relative_to("/opt"):
        return "dpkg -i aloud-kiosk_*_amd64.deb"
    return "unpack the archive again: tar -xf aloud-kiosk-*-linux-x86_64.tar.xz"


def check_program(folder: Path) -> Check:
    """Whether every file of the frozen program is as it was made; reads all of them, about a second.

    Args:
        folder: the program's.
    """
    remedy = reinstall_command(folder)
    try:
        lines = (folder / "_internal" / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return Check("program", False, f"the list of its files cannot be read: {error}", remedy)
    damaged = [
        name for line in lines for wanted, _, name in [line.partition("  ")] if _sum(folder / name) != wanted
    ]
    if damaged:
        named = ", ".join(damaged[:_MOST_NAMED])
        return Check("program", False, f"{len(damaged)} files are missing or damaged: {named}", remedy)
    return Check("program", True, f"all {len(lines)} files of the program are as they were made")


def _sum(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
