"""Counts what happens at a public kiosk, and keeps the counts; at home nothing is counted. Knows no file.

It follows reading and settings by itself; what others see (a visit that begins, an appeal that is shown) they
tell it with ``count``. What a visit was like is in memory while it lasts, and only sums are kept
(``core/statistics``).
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk import i18n
from kiosk.app.statistics_record import statistics_from, statistics_record
from kiosk.core import statistics as core
from kiosk.core.errors import StoreError
from kiosk.core.reading import ReadingState, Speaking, previewed
from kiosk.core.settings import Profile
from kiosk.core.statistics import Counter, Statistics, Visit
from kiosk.core.voice import primary_language

if TYPE_CHECKING:
    from kiosk.app.observable import Observable
    from kiosk.app.ports import Clock, Store, Timer
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.app.reading import Reading
    from kiosk.app.statistics_export import StatisticsExport
    from kiosk.core.station import Station

RECORD = "statistics"
SAVE_MS = 60_000
"""How often counts are written at most."""
_MINUTE = timedelta(minutes=1)
_LONGEST_VISIT = timedelta(hours=12)


class Happening(StrEnum):
    """What others tell of."""

    VISIT_BEGUN = "visit-begun"
    VISIT_ENDED = "visit-ended"
    """Told before what the visitor chose is put back."""
    EXTENDED = "extended"
    """Somebody stayed on when they were asked whether they are still there."""
    IDLE_RESET = "idle-reset"
    CRASH = "crash"
    """The program found that it ended last time without being asked to."""
    CARD_SHOWN = "card-shown"
    CODE_OPENED = "code-opened"


_COUNTERS = {
    Happening.EXTENDED: Counter.EXTENSIONS,
    Happening.IDLE_RESET: Counter.IDLE_RESETS,
    Happening.CRASH: Counter.CRASHES,
}


class StatisticsDesk:
    """Counts, and writes what was counted at most once a minute, and at the end."""

    def __init__(
        self,
        reading: "Reading",
        preferences: "PreferenceKeeper",
        station: "Observable[Station]",
        store: "Store",
        clock: "Clock",
        timer: "Timer",
        profile: Profile,
        export: "StatisticsExport",
        write: Callable[[Callable[[], None]], None] = lambda task: task(),
    ) -> None:
        """Begin to count.

        Args:
            reading: what is read.
            preferences: how it is shown.
            station: whether anything is counted at this machine.
            store: where counts are kept.
            clock: tells the day.
            timer: lets counts be written now and then.
            profile: at home nothing is counted, read or written.
            export: takes the figures away as a table.
            write: how they are written: at once, or where it keeps nobody waiting. Only the last of several tasks
                need be carried out.
        """
        self._reading = reading
        self._preferences = preferences
        self._station = station
        self._store = store
        self._clock = clock
        self._timer = timer
        self._write = write
        self.export = export
        self._statistics = self._saved = Statistics()
        self._visit: _VisitOn | None = None
        self._is_card_open = self._is_code_open = False
        self._is_public = profile is Profile.PUBLIC
        if self._is_public:
            # Counts that cannot be read are set aside; counting begins anew.
            with suppress(StoreError):
                self._statistics = self._saved = statistics_from(store.load(RECORD))
            reading.player.state.subscribe(self._follow)
            timer.start(SAVE_MS, self._tick)

    @property
    def is_counting(self) -> bool:
        """Whether anything is counted here."""
        return self._is_public and self._station.value.statistics == "on"

    @property
    def statistics(self) -> Statistics:
        """What has been counted until now."""
        return self._statistics

    @property
    def today(self) -> date:
        """The day that the clock says, of which nothing is told yet."""
        return self._clock.now().date()

    @property
    def crashes_today(self) -> int:
        """How often the program has ended today without being asked to."""
        is_today = self._statistics.day == self.today.isoformat()
        return self._statistics.counts.get(Counter.CRASHES, 0) if is_today else 0

    def count(self, name: str, minutes: int | None = None) -> None:
        """Count what happened.

        Args:
            name: one of :class:`Happening`.
            minutes: how long a visit that ended took; None lets the clock say it.

        Raises:
            ValueError: there is no such happening.
        """
        happening = Happening(name)
        if not self.is_counting:
            return
        if happening is Happening.VISIT_BEGUN:
            self._end_visit()
            self._begin_visit()
        elif happening is Happening.VISIT_ENDED:
            self._end_visit(minutes)
        elif happening is Happening.CARD_SHOWN:
            self._end_card()
            self._is_card_open = True
            self._add(Counter.CARDS_SHOWN)
        elif happening is Happening.CODE_OPENED:
            self._is_code_open = True
        else:
            self._add(_COUNTERS[happening])

    def close(self) -> None:
        """End the visit, and write what was counted."""
        self._timer.stop()
        if self._is_public:
            self._end_visit()
            self._end_card()
            self._save()

    # -- visits -------------------------------------------------------------------------------------------------

    def _begin_visit(self) -> "_VisitOn":
        self._open_day()
        visit = self._visit = _VisitOn(self._clock.elapsed())
        self._add(Counter.VISITS)
        return visit

    def _end_visit(self, minutes: int | None = None) -> None:
        visit = self._visit
        if visit is None:
            return
        self._end_card()
        settings = self._preferences.settings.value
        took = (self._clock.elapsed() - visit.begun) // _MINUTE if minutes is None else minutes
        ended = Visit(took, frozenset(visit.plays), i18n.language(), settings.theme, settings.text_size)
        self._statistics = core.visited(self._statistics, ended)
        self._visit = None
        self._open_day()

    def _end_card(self) -> None:
        if self._is_card_open:
            self._open_day()
            self._statistics = core.appealed(self._statistics, self._is_code_open)
        self._is_card_open = self._is_code_open = False

    def _follow(self, state: ReadingState) -> None:
        opened = self._reading.opened.value
        if not isinstance(state, Speaking) or previewed(state) or opened is None or not self.is_counting:
            return
        if state.at.article_id == opened.article.id:
            visit = self._visit or self._begin_visit()
            visit.plays.add((primary_language(opened.article.language), opened.article.id))

    # -- days ---------------------------------------------------------------------------------------------------

    def _add(self, counter: Counter) -> None:
        self._open_day()
        self._statistics = core.counted(self._statistics, counter)

    def _open_day(self) -> None:
        # A visit counts to the day on which it began, and the day is not over before it is.
        if self._visit is None:
            self._statistics = core.opened(self._statistics, self.today)

    def _tick(self) -> None:
        if self._visit is not None and self._clock.elapsed() - self._visit.begun > _LONGEST_VISIT:
            # Nobody told of its end.
            self._end_visit()
        self._open_day()
        self._save()

    def _save(self) -> None:
        statistics = self._statistics
        if statistics is self._saved:
            return

        def save() -> None:
            # A disk that is full or read-only stops nothing; the counts wait in memory.
            with suppress(StoreError):
                self._store.save(RECORD, statistics_record(statistics))
                self._saved = statistics

        self._write(save)


class _VisitOn:
    """A visit that is not over; ends with it."""

    def __init__(self, begun: timedelta) -> None:
        self.begun = begun
        self.plays: set[tuple[str, str]] = set()
