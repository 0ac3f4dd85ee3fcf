"""The command ``kiosk keys``: its words, and what it does with them. Knows no exit codes."""

import argparse
from collections.abc import Callable

from kiosk import bootstrap
from kiosk.app.keys import KeyDesk
from kiosk.core.key_presets import PRESETS

_DESCRIPTION = """Says which keys of this machine stand for what, and changes it for all who use it. Keys of a
kind that has no name are set up in the window: "Keys" below the list of articles, or a key that does nothing,
pressed five times."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION
    names = ", ".join(PRESETS)
    command.add_argument("--preset", metavar="NAME", help=f"take keys that have a name: {names}")
    command.add_argument("--reset", action="store_true", help="forget what was set up")


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what the command was asked for.

    Args:
        asked: as :func:`add_arguments` describes.
        tell: called with each line that says what holds.

    Raises:
        UsageError: there are no keys of that name.
        StoreError: it cannot be written.
    """
    options = bootstrap.Options()
    store = bootstrap.build_store(options)
    desk = KeyDesk(store, options.profile, bootstrap.build_preferences(options, store).settings)
    if asked.preset is not None:
        desk.choose(asked.preset)
        desk.save()
    elif asked.reset:
        desk.forget()
    keys = desk.map.value
    note = "" if desk.is_remembered else " (nothing was set up; a public kiosk takes arrows)"
    tell(f"keys: {keys.preset}{note}")
    for role, key in keys.entries:
        place = " on the number pad" if key.is_on_pad else ""
        tell(f"  {role.value:15} key {key.code:#x}{place}, sent as {key.scan or 'any number'}")
    if keys.scanning != "off":
        tell(f"scanning: {keys.scanning}")
