"""Where a table goes: to a stick, past one that cannot be written, else to the machine; nothing is replaced."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from kiosk.adapters.table_folders import TableFolders, run_aside
from kiosk.app.statistics_export import Written
from kiosk.core.errors import StoreError
from kiosk.core.statistics import Row

DAY = date(2026, 3, 1)
ROWS = [Row("2026-02-28", "visits", "", 21)]


def test_a_stick_gets_the_table(tmp_path: Path) -> None:
    stick, own = tmp_path / "BLUE", tmp_path / "own"
    stick.mkdir()
    written = TableFolders(own, lambda: [stick]).write(DAY, ROWS)
    assert written == Written("aloud-statistics-2026-03-01.csv", "BLUE", str(stick))
    assert (stick / written.file).read_bytes() == b"day,counter,of,count\r\n2026-02-28,visits,,21\r\n"
    assert not own.exists()


def test_tables_of_one_day_lie_beside_each_other(tmp_path: Path) -> None:
    place = TableFolders(tmp_path)
    names = [place.write(DAY, ROWS).file for _ in range(3)]
    assert names == [f"aloud-statistics-2026-03-01{end}.csv" for end in ("", "-2", "-3")]
    assert {file.name for file in tmp_path.iterdir()} == set(names)


def test_a_stick_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    broken, stick = tmp_path / "broken", tmp_path / "BLUE"
    broken.touch()
    stick.mkdir()
    assert TableFolders(tmp_path / "own", lambda: [broken, stick]).write(DAY, ROWS).stick == "BLUE"
    written = TableFolders(tmp_path / "own", lambda: [broken]).write(DAY, ROWS)
    assert (written.stick, written.folder) == ("", str(tmp_path / "own"))


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "own").touch()
    with pytest.raises(StoreError):
        TableFolders(tmp_path / "own").write(DAY, ROWS)


def test_a_task_aside_is_carried_out_on_another_thread() -> None:
    done = Event()
    run_aside(done.set)
    assert done.wait(20)
