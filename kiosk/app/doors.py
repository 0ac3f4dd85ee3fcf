"""Whether the place where a machine stands is open: its hours, and the clock on the wall. Knows no widget."""

from collections.abc import Callable
from datetime import datetime

from kiosk.app.observable import Observable
from kiosk.app.ports import Clock
from kiosk.core.opening_hours import OpeningHours, parse_hours
from kiosk.core.station import Station


class Doors:
    """Asks the hours of the station file, which staff may change while the program runs."""

    def __init__(self, station: Observable[Station], clock: Clock) -> None:
        """Read nothing yet.

        Args:
            station: says the hours.
            clock: says what time it is.
        """
        self._station = station
        self._clock = clock
        self._read: tuple[str, OpeningHours] = ("", OpeningHours())
        self.to_local: Callable[[datetime], datetime] = datetime.astimezone
        """The time on the wall."""

    @property
    def hours(self) -> OpeningHours:
        """When the place is open."""
        text = self._station.value.hours
        if self._read[0] != text:
            self._read = (text, parse_hours(text))
        return self._read[1]

    @property
    def is_open(self) -> bool:
        """Whether it is open now."""
        return self.hours.is_open(self._now)

    @property
    def opens(self) -> datetime | None:
        """When it opens next, on the clock on the wall; None when nobody knows."""
        return self.hours.next_change(self._now)

    @property
    def _now(self) -> datetime:
        return self.to_local(self._clock.now())
