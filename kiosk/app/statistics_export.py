"""Takes statistics away as a table: to a stick, or into a folder of the machine. Knows no file."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from kiosk.core.errors import StoreError
from kiosk.core.statistics import Row


class Written(NamedTuple):
    """Where a table has come to lie."""

    file: str
    """The file's name."""
    stick: str
    """What the stick is called, empty where none was there."""
    folder: str
    """The folder in which the file is."""


class TablePlace(Protocol):
    """Where a table can be written."""

    def write(self, day: date, rows: Sequence[Row]) -> Written:
        """Write a table to a stick, else into the machine's own folder; nothing there is replaced. Any thread.

        Args:
            day: on which it is written.
            rows: what stands in it.

        Raises:
            StoreError: it cannot be written, neither there nor here.
        """
        ...


class StatisticsExport:
    """Writes tables while nobody has to wait for a slow stick."""

    def __init__(self, place: TablePlace, run: Callable[[Callable[[], None]], None] = lambda task: task()) -> None:
        """Write nothing yet.

        Args:
            place: where tables are written.
            run: carries out a task that may take long, at once or on another thread.
        """
        self._place = place
        self._run = run

    def begin(self, day: date, rows: Sequence[Row], tell: Callable[[Written | None], None]) -> None:
        """Write a table.

        Args:
            day: today.
            rows: what stands in it.
            tell: called with where it is, or None when it could not be written; on whatever thread wrote it.
        """

        def write() -> None:
            try:
                written = self._place.write(day, rows)
            except StoreError:
                written = None
            tell(written)

        self._run(write)
