"""Where tables of statistics are written: a stick that is plugged in, else the machine itself. Mounts nothing."""

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from kiosk.adapters.statistics_table import write_table
from kiosk.app.statistics_export import Written
from kiosk.core.errors import StoreError
from kiosk.core.statistics import Row

_MOST_A_DAY = 1000


class TableFolders:
    """Tries the sticks, one after the other, and then the machine's own folder."""

    def __init__(self, own: Path, sticks: Callable[[], Iterable[Path]] = tuple) -> None:
        """Write nothing yet.

        Args:
            own: the folder for machines without a stick; made when it is needed.
            sticks: tells which are plugged in now: their topmost folders.
        """
        self._own = own
        self._sticks = sticks

    def write(self, day: date, rows: Sequence[Row]) -> Written:
        """Write a table; see :class:`kiosk.app.statistics_export.TablePlace`."""
        for stick in self._sticks():
            # One that cannot be written, as many have a switch for that, is passed over.
            with suppress(StoreError):
                return Written(_write(stick, day, rows), stick.name or str(stick), str(stick))
        return Written(_write(self._own, day, rows), "", str(self._own))


def _write(folder: Path, day: date, rows: Sequence[Row]) -> str:
    name = f"aloud-statistics-{day.isoformat()}"
    for number in range(1, _MOST_A_DAY):
        path = folder / (f"{name}.csv" if number == 1 else f"{name}-{number}.csv")
        # Of several machines each leaves its own.
        if not path.exists():
            write_table(path, rows)
            return path.name
    raise StoreError(f"{folder} is full of tables of {day}")


def run_aside(task: Callable[[], None]) -> None:
    """Carry out a task that nobody waits for, not even the end of the program."""
    threading.Thread(target=task, name="table", daemon=True).start()
