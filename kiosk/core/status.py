"""How a machine is, for whoever watches over many of them: numbers, yes or no, and times of the machine itself.

Nothing of what is read, chosen, typed or heard has a place in it: no field can hold a text of a person's or an
article's, and none counts visits. ``tests/core/test_status.py`` holds that.
"""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Condition(StrEnum):
    """Whether the program runs."""

    RUNNING = "running"
    ENDED = "ended"
    """It was asked to end. A status that says "running" and is older than some minutes tells of a crash."""


class Status(NamedTuple):
    """How the machine is. ``tests/core/test_status.py`` allows no other kinds of fields."""

    condition: Condition
    """Whether the program runs."""
    started_at: datetime
    """When it was started, to the minute."""
    written_at: datetime
    """When this was written, to the minute."""
    well_at: datetime | None
    """When all was last as it should be, to the minute; None if never since the start."""
    uptime_minutes: int
    """How long the program has run."""
    is_voice_ok: bool
    """Whether the last thing that was to be said could be."""
    is_sound_ok: bool
    """Whether there is a loudspeaker, as far as the program has tried."""
    is_watchdog_ok: bool | None
    """Whether the system's watchdog is answered; None where nothing watches."""
    article_count: int
    """How many articles can be opened."""
    broken_article_count: int
    """How many files there are besides that cannot be."""
    disk_free_mib: int | None
    """Room where things are remembered; None where the system does not say."""
    crashes_today: int
    """How often the program ended today without being asked to."""

    @property
    def is_well(self) -> bool:
        """Whether all is as it should be."""
        has_room = self.disk_free_mib is None or self.disk_free_mib >= LEAST_FREE_MIB
        is_well = self.is_voice_ok and self.is_sound_ok and self.is_watchdog_ok is not False
        return is_well and has_room and self.article_count > 0


LEAST_FREE_MIB = 50
"""With less room it is time that somebody looks after the disk."""


def status_document(status: Status, version: str) -> dict[str, object]:
    """Return a status as it is written for other programs.

    Args:
        status: how the machine is.
        version: of the program.
    """
    own = {name: _written(value) for name, value in status._asdict().items()}
    return {"version": version, "is_well": status.is_well, **own}


def to_the_minute(moment: datetime) -> datetime:
    """Return a moment without its seconds."""
    return moment.replace(second=0, microsecond=0)


def _written(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return str(value) if isinstance(value, Condition) else value
