"""What holds at one machine: what its operator decided, and what staff changed since. Knows no file."""

from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.app.observable import Observable
from kiosk.core.errors import StoreError
from kiosk.core.station import Station, StationValue, StationValues, resolve_station, station_problem

if TYPE_CHECKING:
    from kiosk.app.ports import Store

_RECORD = "station"


class StationKeeper:
    """Holds what was decided for this machine, and publishes what follows from it."""

    def __init__(self, decided: StationValues, store: "Store") -> None:
        """Read what staff changed.

        Args:
            decided: what the station file says.
            store: where the changes lie.
        """
        self._decided = decided
        self._store = store
        self._changed: dict[str, StationValue] = {}
        # Changes that cannot be read are as if there were none: the file's decisions hold.
        with suppress(StoreError):
            self._changed = {
                name: value
                for name, value in store.load(_RECORD).items()
                if isinstance(value, str | int) and not station_problem(name, value)
            }
        self.station: Observable[Station] = Observable(resolve_station(decided, self._changed))

    def set(self, name: str, value: StationValue) -> None:
        """Let something else hold at this machine from now on, whatever the station file says.

        Raises:
            ValueError: there is no such option, or it cannot be that.
            StoreError: it cannot be remembered; it holds until the program ends.
        """
        problem = station_problem(name, value)
        if problem:
            raise ValueError(problem)
        self._changed[name] = value
        self.station.set(resolve_station(self._decided, self._changed))
        self._store.save(_RECORD, self._changed)
