"""A clock that stands until a test moves it. Knows nothing of what asks it."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Time as a test wants it."""

    def __init__(self, now: datetime = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)) -> None:
        self._now = now
        self._elapsed = timedelta(hours=1)

    def now(self) -> datetime:
        """The date and time."""
        return self._now

    def elapsed(self) -> timedelta:
        """Time since some fixed moment."""
        return self._elapsed

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        if by < timedelta(0):
            raise ValueError("time does not go back; somebody may set_date, though")
        self._now += by
        self._elapsed += by

    def set_date(self, now: datetime) -> None:
        """Set the date as a person or a time server does: the counter goes on."""
        self._now = now
