"""Puts together what counts and what tells how the machine is. Like ``bootstrap`` it names concrete classes."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from kiosk.adapters import status_file
from kiosk.adapters.background import LatestTask
from kiosk.adapters.folders import state_folder
from kiosk.adapters.sticks import MountedSticks
from kiosk.adapters.table_folders import TableFolders, run_aside
from kiosk.app.library import Library
from kiosk.app.observable import Observable
from kiosk.app.ports import Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.statistics import Happening, StatisticsDesk
from kiosk.app.statistics_export import StatisticsExport
from kiosk.app.status import StatusDesk
from kiosk.app.uptime import UptimeDesk
from kiosk.core.settings import Profile
from kiosk.core.station import Station


class Figures(NamedTuple):
    """What tells of a kiosk in figures."""

    statistics: StatisticsDesk
    """Counts."""
    status: StatusDesk
    """Tells how the machine is."""
    close: Callable[[], None]
    """Waits at the end until both are written."""


def build(
    profile: Profile,
    station: Observable[Station],
    preferences: PreferenceKeeper,
    library: Library,
    reading: Reading,
    new_timer: Callable[[], Timer],
    parts: Mapping[str, Any],
) -> Figures:
    """Return what tells of a kiosk in figures.

    Args:
        profile: at home there is nothing to tell.
        station: what was decided for the machine.
        preferences: how articles are shown.
        library: the articles.
        reading: what is read.
        new_timer: makes timers of the event loop.
        parts: its ``clock``; its ``store``, where counts are kept; its ``status_folder``, where the status is
            written, if it is.
    """
    store, clock, folder = parts["store"], parts["clock"], parts.get("status_folder")
    counts, statuses = LatestTask(), LatestTask()
    export = StatisticsExport(
        TableFolders((folder or state_folder()) / "export", MountedSticks().mounted), run_aside
    )
    timer = new_timer()
    statistics = StatisticsDesk(reading, preferences, station, store, clock, timer, profile, export, counts.run)
    reading.appeals.donation.count = statistics.count
    status = StatusDesk(
        reading.player,
        library,
        statistics,
        clock,
        new_timer(),
        profile,
        partial(status_file.write_status, status_file.status_path(folder)) if folder else _write_nowhere,
        partial(status_file.free_mib, folder or state_folder()),
        statuses.run,
    )

    def close() -> None:
        counts.close()
        statuses.close()

    return Figures(statistics, status, close)


def let_follow(statistics: StatisticsDesk, status: StatusDesk, uptime: UptimeDesk) -> None:
    """Let it be counted that the program crashed, and told whether it is well."""
    status.is_watchdog_ok = lambda: uptime.is_well if uptime.is_needed else None
    if uptime.follows_a_crash:
        statistics.count(Happening.CRASH)


def _write_nowhere(document: Mapping[str, object]) -> None:
    pass
