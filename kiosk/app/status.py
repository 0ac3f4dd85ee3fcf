"""Tells each minute how the machine is, for monitoring; nothing of who uses it or for what. Knows no file."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.core.errors import ContentError, StoreError
from kiosk.core.reading import Failed, Lost, ReadingState, Speaking
from kiosk.core.reading_events import Problem
from kiosk.core.settings import Profile
from kiosk.core.status import Condition, Status, status_document, to_the_minute

if TYPE_CHECKING:
    from kiosk.app.library import Library
    from kiosk.app.player import Player
    from kiosk.app.ports import Clock, Timer
    from kiosk.app.statistics import StatisticsDesk

WRITE_MS = 60_000
"""How often a status is written."""
_VOICE_PROBLEMS = (Problem.NO_VOICE, Problem.VOICE_FAILED)


class StatusDesk:
    """Looks at the machine each minute, and at once when the program ends; at a public kiosk only."""

    def __init__(
        self,
        player: "Player",
        library: "Library",
        statistics: "StatisticsDesk",
        clock: "Clock",
        timer: "Timer",
        profile: Profile,
        write: Callable[[Mapping[str, object]], None],
        free_mib: Callable[[], int | None],
        post: Callable[[Callable[[], None]], None] = lambda task: task(),
    ) -> None:
        """Begin to look.

        Args:
            player: what reads.
            library: the articles.
            statistics: knows how often the program crashed.
            clock: tells the time.
            timer: lets it look each minute.
            profile: at home nothing is written.
            write: writes a status; what it cannot write (``StoreError``) is written a minute later.
            free_mib: tells how much room there is.
            post: carries out a task that looks and writes, where it keeps nobody waiting; only the last of several
                need be.
        """
        self._player = player
        self._library = library
        self._statistics = statistics
        self._clock = clock
        self._timer = timer
        self._write = write
        self._free_mib = free_mib
        self._post = post
        self._started_at, self._started = clock.now(), clock.elapsed()
        self._well_at: datetime | None = None
        self._is_voice_ok = self._is_sound_ok = True
        # Whether the system's watchdog is answered; None as long as nothing watches.
        self.is_watchdog_ok: Callable[[], bool | None] = lambda: None
        self._is_public = profile is Profile.PUBLIC
        if self._is_public:
            player.state.subscribe(self._follow)
            timer.start(WRITE_MS, self._tick)

    def look(self, condition: Condition = Condition.RUNNING) -> Status:
        """Return how the machine is now; takes as long as it takes to list all articles. Any thread."""
        now = self._clock.now()
        try:
            entries = self._library.entries()
        except ContentError:
            # The folder itself is gone.
            entries = ()
        broken_count = sum(bool(entry.problem) for entry in entries)
        status = Status(
            condition=condition,
            started_at=to_the_minute(self._started_at),
            written_at=to_the_minute(now),
            well_at=self._well_at,
            uptime_minutes=int((self._clock.elapsed() - self._started).total_seconds() // 60),
            is_voice_ok=self._is_voice_ok,
            is_sound_ok=self._is_sound_ok,
            is_watchdog_ok=self.is_watchdog_ok(),
            article_count=len(entries) - broken_count,
            broken_article_count=broken_count,
            disk_free_mib=self._free_mib(),
            crashes_today=self._statistics.crashes_today,
        )
        if status.is_well:
            self._well_at = to_the_minute(now)
        return status._replace(well_at=self._well_at)

    def close(self) -> None:
        """Say that the program was asked to end."""
        self._timer.stop()
        if self._is_public:
            self._put(Condition.ENDED)

    def _tick(self) -> None:
        self._put(Condition.RUNNING)

    def _put(self, condition: Condition) -> None:
        def write() -> None:
            # To look means to open every article: nobody who listens waits for that either.
            with suppress(StoreError):
                self._write(status_document(self.look(condition), __version__))

        self._post(write)

    def _follow(self, state: ReadingState) -> None:
        if isinstance(state, Speaking):
            self._is_voice_ok, self._is_sound_ok = True, self._player.output.is_audible
        elif isinstance(state, Lost):
            self._is_sound_ok = False
        elif isinstance(state, Failed):
            self._is_voice_ok = self._is_voice_ok and state.problem not in _VOICE_PROBLEMS
            self._is_sound_ok = self._is_sound_ok and state.problem is not Problem.NO_SOUND
