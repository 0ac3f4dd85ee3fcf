"""The commands ``kiosk statistics`` and ``kiosk status``: their words, and what they do. Knows no exit codes."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kiosk import bootstrap

_DESCRIPTION = """Says how often this public kiosk was used on the days that are over. How people read is told of
twenty visits together and more, without numbers below five. A running kiosk writes what it counts each minute."""
_STATUS_DESCRIPTION = """Prints what the public kiosk of this machine wrote last about itself, once a minute, for
programs that watch over it. There is nothing in it of what is read, or by whom."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give ``kiosk statistics`` its words."""
    command.description = _DESCRIPTION
    command.add_argument(
        "--csv", type=Path, metavar="FILE", help="write all figures as a table: one row each and day"
    )


def add_status_arguments(command: argparse.ArgumentParser) -> None:
    """Give ``kiosk status`` its words."""
    command.description = _STATUS_DESCRIPTION


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what ``kiosk statistics`` was asked for.

    Args:
        asked: as :func:`add_arguments` describes.
        tell: called with each line that says what was counted.

    Raises:
        StoreError: the record cannot be read, or the table cannot be written.
    """
    from kiosk.adapters.statistics_table import write_table
    from kiosk.app.statistics import RECORD
    from kiosk.app.statistics_record import statistics_from
    from kiosk.app.statistics_words import lines
    from kiosk.core.statistics import rows

    bootstrap.set_language("en")
    statistics = statistics_from(bootstrap.build_store(bootstrap.Options()).load(RECORD))
    if asked.csv is not None:
        table = rows(statistics)
        write_table(asked.csv, table)
        tell(f"{asked.csv}: days: {len(statistics.told)}, figures: {len(table)}")
        return
    today = bootstrap.build_clock().now().date()
    for days in (7, 30, 90):
        for number, line in enumerate(lines(statistics, today, days)):
            tell(f"  {line}" if number else line)


def run_status(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
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
