"""The command ``kiosk pin``: its words, and what it does with them. Knows no exit codes."""

import argparse
import sys
from collections.abc import Callable

from kiosk import bootstrap
from kiosk.core.errors import UsageError

_DESCRIPTION = """Says whether the staff area of this machine has a PIN, and sets or forgets it. For who
administers the machine; KIOSK_STATE names the folder of the kiosk, and the command must be run as the user of the
kiosk. The new PIN is read from standard input: the words of a command can be seen by everybody on the machine."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION
    either = command.add_mutually_exclusive_group()
    either.add_argument("--set", action="store_true", help="read a new PIN, one line, from standard input")
    either.add_argument("--reset", action="store_true", help="forget it: who opens the gate next sets one")


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what the command was asked for.

    Args:
        asked: as :func:`add_arguments` describes.
        tell: called with each line that says what holds.

    Raises:
        UsageError: what was read cannot be a PIN.
        StoreError: it cannot be written.
    """
    pin = bootstrap.build_staff_pin(bootstrap.build_store(bootstrap.Options()))
    if asked.set:
        pin.set(_read())
    elif asked.reset:
        pin.forget()
    if pin.is_broken:
        tell('pin: there is one that cannot be read; "kiosk pin --set" replaces it')
    elif pin.has_pin:
        wait_s = pin.wait_ms // 1000
        waits = f"; the next one can be entered {wait_s} s after the program starts" if wait_s else ""
        tell(f"pin: there is one; {pin.wrong} wrong since the last right one{waits}")
    else:
        tell("pin: there is none; who opens the staff area first sets it")


def _read() -> str:
    if sys.stdin.isatty():
        from getpass import getpass

        pin = getpass("New PIN: ")
        if getpass("The same once more: ") != pin:
            raise UsageError("they were not the same; the PIN is as before")
        return pin.strip()
    return sys.stdin.readline().strip()
