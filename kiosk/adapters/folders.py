"""Where the program's own data lies, and where it may write. Reads and writes nothing itself."""

import os
import sys
from pathlib import Path


def resource_folder(name: str) -> Path:
    """Return the folder of data that ships: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parents[1]
    inside = package / f"_{name}"
    return inside if inside.is_dir() else package.parent / name


def state_folder() -> Path:
    """Return the folder for what is remembered; the only one that is ever written."""
    asked = os.environ.get("KIOSK_STATE")
    if asked:
        return Path(asked)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "aloud-kiosk"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/aloud-kiosk").expanduser()
    base = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(base).expanduser() / "aloud-kiosk"
