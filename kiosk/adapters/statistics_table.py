"""Statistics as a table that every office program opens: CSV as RFC 4180 has it. Knows not what is counted."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
from kiosk.core.statistics import Row

HEAD = ("day", "counter", "of", "count")


def table_of(rows: Iterable[Row]) -> bytes:
    """Return the table: a line with the names of the columns, then one line a figure, in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect="excel", lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write a table to a file, whole or not at all.

    Raises:
        StoreError: it cannot be written.
    """
    with replacing(path) as file:
        file.write(table_of(rows))
