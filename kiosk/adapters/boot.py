"""Which start of the machine this is, and where that is remembered. Reads one small file."""

import os
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def boot_id(file: Path = _BOOT_ID) -> str:
    """Return what tells this start of the machine from any other; empty where the system does not say."""
    try:
        return file.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def run_folder(state: Path) -> Path:
    """Return the folder in which runs of the program are written down.

    A service has one in memory: it is there on a machine whose disk is full or may only be read, and it goes when
    the service is stopped.

    Args:
        state: the folder for what is remembered, where there is no such service.
    """
    # Several may be named; the first is the service's own.
    named = os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
    return Path(named) if named else state
