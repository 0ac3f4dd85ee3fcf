"""A program that is well used: somebody who has read enough to be asked for something."""

from datetime import datetime, timedelta

from kiosk.app.donation_record import to_record
from kiosk.core.donation import LEAST_AGE, LEAST_ARTICLES, LEAST_DAYS, LEAST_LISTENED
from kiosk.core.donation_history import History, Usage


def seasoned(now: datetime) -> dict[str, object]:
    """Return a record of appeals by which anybody may be asked at once."""
    usage = Usage(
        first_run_at=now - 2 * LEAST_AGE,
        last_seen_at=now - timedelta(hours=1),
        last_day=(now - timedelta(hours=1)).date(),
        day_count=LEAST_DAYS,
        listened=LEAST_LISTENED,
        articles_finished=LEAST_ARTICLES,
    )
    return to_record(History(usage=usage))
