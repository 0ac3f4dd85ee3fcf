"""When a machine that is on day and night starts its program anew. Pure: knows no clock."""

import re
from datetime import datetime, time, timedelta

WINDOW = timedelta(hours=2)
"""For so long after its time it is tried: somebody may be there."""
LEAST_UP = timedelta(hours=6)
"""A program that runs for less is fresh enough. So no clock that is set makes it start again and again."""
_TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def time_of_day(text: str) -> time | None:
    """Read a time such as "04:00"; None when it is none."""
    found = _TIME_OF_DAY.fullmatch(text)
    return time(int(found[1]), int(found[2])) if found else None


def is_restart_due(restart_at: str, local: datetime, up_for: timedelta, is_idle: bool) -> bool:
    """Decide whether to start anew now.

    Args:
        restart_at: time of day, "04:00"; empty, or nonsense, is never.
        local: the date and time where the machine stands. A time that a change of the clocks leaves out falls
            into the two hours that follow it; of one that comes twice the first counts, since the program is
            fresh at the second.
        up_for: how long the program has run, by a counter that nobody sets.
        is_idle: whether nobody is there.
    """
    at = time_of_day(restart_at)
    if at is None or not is_idle or up_for < LEAST_UP:
        return False
    since_midnight = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
    after = (since_midnight - timedelta(hours=at.hour, minutes=at.minute)) % timedelta(days=1)
    return after < WINDOW
