"""The command ``kiosk status``: its words, and what it does with them. Knows no exit codes."""

import argparse
from collections.abc import Callable

_DESCRIPTION = """Prints what the public kiosk of this machine wrote last about itself, each minute, for programs
that watch over it. There is nothing in it of what is read, or by whom."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Print the status.

    Args:
        asked: has nothing more to say.
        tell: called with the status.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    import json

    from kiosk.adapters.folders import state_folder
    from kiosk.adapters.status_file import read_status, status_path

    tell(json.dumps(read_status(status_path(state_folder())), indent=1))
