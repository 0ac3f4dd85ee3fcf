"""The page about opening hours: always or not, day by day in quarters of an hour, and closed today."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from kiosk import i18n
from kiosk.app.hours_words import hours_labels, hours_name, hours_purpose, hours_same, later_earlier
from kiosk.app.staff_area_words import yes_no
from kiosk.app.staff_words import not_saved_words
from kiosk.core.errors import StoreError
from kiosk.core.hours_editing import (
    STEP_MINUTES,
    hours_text,
    span_of,
    with_always,
    with_closed,
    with_day,
    with_same,
    with_step,
)
from kiosk.core.opening_hours import OpeningHours
from kiosk.qt.setting import Range, Setting, ring_words
from kiosk.qt.views.staff_page import StaffPage
from kiosk.qt.views.stepper import StepWords

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk

_DAY_MINUTES = 24 * 60


class HoursPage(StaffPage):
    """One day at a time; what is changed holds at once, and counts more than the station file."""

    icon_name = "later"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: whose hours they are.
        """
        super().__init__()
        self._kiosk = kiosk
        self._day = 0
        self._add_switch(
            0, lambda: self._hours.is_always, lambda: with_always(self._hours, not self._hours.is_always)
        )
        self.add_setting(
            Setting(
                lambda: ring_words(hours_labels()[1]),
                lambda: self._day_name(self._day),
                lambda: [self._day_name(day) for day in range(7)],
                self._go_to_day,
                is_offered=lambda: not self._hours.is_always,
            )
        )
        self._add_switch(
            2,
            lambda: self._is_open,
            lambda: with_day(self._hours, self._day, not self._is_open),
            lambda: not self._hours.is_always,
        )
        self._add_time(3, is_end=False)
        self._add_time(4, is_end=True)
        self.add_button(
            "repeat",
            hours_same,
            lambda: self._take(with_same(self._hours, self._day)),
            is_offered=lambda: not self._hours.is_always,
        )
        self._add_switch(
            5,
            lambda: self._is_closed_today,
            lambda: with_closed(self._hours, self._today, not self._is_closed_today),
            lambda: not self._hours.is_always,
        )

    def name(self) -> str:
        """Return the title."""
        return hours_name()

    def purpose(self) -> str:
        """Return how to set them."""
        return hours_purpose()

    @property
    def _hours(self) -> OpeningHours:
        return self._kiosk.visit.doors.hours

    @property
    def _is_open(self) -> bool:
        return bool(self._hours.week.get(self._day))

    @property
    def _is_closed_today(self) -> bool:
        return self._hours.exceptions.get(self._today) == ()

    @property
    def _today(self) -> date:
        return self._kiosk.visit.doors.to_local(self._kiosk.staff.now).date()

    def _add_switch(
        self,
        number: int,
        is_on: Callable[[], bool],
        turned: Callable[[], OpeningHours],
        is_offered: Callable[[], bool] = lambda: True,
    ) -> None:
        self.add_setting(
            Setting(
                lambda: ring_words(hours_labels()[number]),
                lambda: yes_no(is_on()),
                lambda: [yes_no(True), yes_no(False)],
                lambda _by: self._take(turned()),
                is_offered=is_offered,
            )
        )

    def _add_time(self, number: int, is_end: bool) -> None:
        def now() -> int:
            return span_of(self._hours, self._day)[int(is_end)] % _DAY_MINUTES

        self.add_setting(
            Setting(
                lambda: StepWords(hours_labels()[number], *later_earlier()),
                lambda: f"{now() // 60:02}:{now() % 60:02}",
                lambda: ["00:00"],
                lambda by: self._take(with_step(self._hours, self._day, is_end, by)),
                Range(now, 0, _DAY_MINUTES - STEP_MINUTES, STEP_MINUTES),
                is_offered=lambda: not self._hours.is_always and self._is_open,
            )
        )

    def _go_to_day(self, by: int) -> None:
        self._day = (self._day + by) % 7

    def _day_name(self, day: int) -> str:
        return QLocale(i18n.language()).standaloneDayName(day + 1)

    def _take(self, hours: OpeningHours) -> str:
        try:
            self._kiosk.station.set("hours", hours_text(hours))
        except StoreError:
            return not_saved_words()
        finally:
            self.refresh()
        return ""
