"""Puts together what counts and what tells how the machine is. Like ``bootstrap`` it names concrete classes."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from kiosk.adapters import status_file
from kiosk.adapters.background import LatestTask
from kiosk.adapters.folders import state_folder
from kiosk.app.library import Library
from kiosk.app.observable import Observable
from kiosk.app.ports import Clock, Store, Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.statistics import StatisticsDesk
from kiosk.app.status import StatusDesk
from kiosk.core.settings import Profile
from kiosk.core.station import Station


class Told(NamedTuple):
    """The parts of a kiosk of which figures tell."""

    profile: Profile
    """Where it stands."""
    reading: Reading
    """What is read."""
    library: Library
    """The articles."""
    preferences: PreferenceKeeper
    """How they are shown."""
    station: Observable[Station]
    """What was decided for the machine."""
    store: Store
    """Where counts are kept."""
    clock: Clock
    """Tells day and time."""


def build_statistics(told: Told, timer: Timer) -> tuple[StatisticsDesk, Callable[[], None]]:
    """Return what counts, and what waits at the end until the counts are written."""
    writer = LatestTask()
    desk = StatisticsDesk(
        told.reading, told.preferences, told.station, told.store, told.clock, timer, told.profile, writer.run
    )
    return desk, writer.close


def build_status(told: Told, statistics: StatisticsDesk, timer: Timer) -> tuple[StatusDesk, Callable[[], None]]:
    """Return what tells how the machine is, and what waits at the end until that is written.

    The file lies beside the records; where those are in memory there is none.
    """
    writer = LatestTask()
    folder = getattr(told.store, "folder", None)
    write = partial(status_file.write_status, status_file.status_path(folder)) if folder else lambda document: None
    desk = StatusDesk(
        told.reading.player,
        told.library,
        statistics,
        told.clock,
        timer,
        told.profile,
        write,
        partial(status_file.free_mib, folder or state_folder()),
        writer.run,
    )
    return desk, writer.close
