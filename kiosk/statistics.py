"""The command ``kiosk statistics``: its words, and what it does with them. Knows no exit codes."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kiosk import bootstrap

_DESCRIPTION = """Says how often this public kiosk was used on the days that are over. How people read is told of
twenty visits together and more, without numbers below five. A running kiosk writes what it counts each minute."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION
    command.add_argument(
        "--csv", type=Path, metavar="FILE", help="write all figures as a table: one row each and day"
    )


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what the command was asked for.

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
