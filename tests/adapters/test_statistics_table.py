"""The table of statistics: what RFC 4180 asks for, whatever an article is called."""

import csv
import io
from pathlib import Path

import pytest

from kiosk.adapters.statistics_table import HEAD, table_of, write_table
from kiosk.core.errors import StoreError
from kiosk.core.statistics import Row

ROWS = [Row("2026-03-01", "visits", "", 21), Row("2026-03-01", "plays", 'en/the "sea", or not', 7)]


def test_lines_end_as_the_standard_has_it_and_quotes_are_doubled() -> None:
    assert table_of(ROWS) == (
        b'day,counter,of,count\r\n2026-03-01,visits,,21\r\n2026-03-01,plays,"en/the ""sea"", or not",7\r\n'
    )


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [*ROWS, Row("2026-03-02", "plays", "ar/البحر\r\nآخر", 5)]
    write_table(path, rows)
    read = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
    assert read == [list(HEAD), *([*row[:3], str(row.times)] for row in rows)]


def test_no_rows_are_a_table_too() -> None:
    assert table_of([]) == b"day,counter,of,count\r\n"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"table\.csv"):
        write_table(tmp_path / "file" / "table.csv", ROWS)
