"""The page of the staff area about statistics: how the machine was used, and a table to take away."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kiosk.app import statistics_words as words
from kiosk.app.staff_area_words import yes_no
from kiosk.app.staff_words import not_saved_words
from kiosk.core.errors import ContentError, StoreError
from kiosk.core.statistics import rows
from kiosk.core.voice import primary_language
from kiosk.qt.setting import Setting, ring_words
from kiosk.qt.views.staff_page import StaffPage

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.statistics_export import Written

_SPANS = (7, 30, 90)
_MOST_LINES = 16


class StatisticsPage(StaffPage):
    """Figures of some days, a line each; the keyboard stops at every line, so that each is heard."""

    icon_name = "figures"

    def __init__(self, kiosk: "Kiosk", post: Callable[[Callable[[], None]], None]) -> None:
        """Make the page.

        Args:
            kiosk: whose use was counted.
            post: lets the main thread do something, from any thread.
        """
        super().__init__()
        self._kiosk = kiosk
        self._post = post
        self._days = _SPANS[0]
        self._lines: list[str] = []
        self._titles: dict[tuple[str, str], str] = {}
        self.add_setting(
            Setting(
                lambda: ring_words(words.days_label()),
                lambda: words.days_words(self._days),
                lambda: [words.days_words(days) for days in _SPANS],
                self._step_days,
            )
        )
        for number in range(_MOST_LINES):
            self.add_text(partial(self._line, number), is_stop=True)
        self.add_button("after", words.export_words, self._export)
        self.add_setting(
            Setting(
                lambda: ring_words(words.counting_label()),
                lambda: yes_no(kiosk.station.station.value.statistics == "on"),
                lambda: [yes_no(is_so) for is_so in (True, False)],
                self._step_counting,
            )
        )

    def name(self) -> str:
        """Return the title."""
        return words.statistics_name()

    def purpose(self) -> str:
        """Return what is counted, and what is not."""
        return words.statistics_purpose()

    def begin(self) -> None:
        """Read titles and figures anew."""
        self._days = _SPANS[0]
        self._titles = {}
        try:
            entries = self._kiosk.library.entries()
        except ContentError:
            entries = ()
        for entry in entries:
            self._titles[primary_language(entry.language), entry.article_id] = entry.title

    def refresh(self) -> None:
        """Show what has been counted by now."""
        desk = self._kiosk.statistics
        self._lines = words.lines(desk.statistics, desk.today, self._days, self._title_of)
        super().refresh()

    def _line(self, number: int) -> str:
        return self._lines[number] if number < len(self._lines) else ""

    def _title_of(self, language: str, article_id: str) -> str:
        return self._titles.get((language, article_id), article_id)

    def _step_days(self, by: int) -> None:
        self._days = _SPANS[(_SPANS.index(self._days) + by) % len(_SPANS)]

    def _step_counting(self, _by: int) -> None:
        station = self._kiosk.station
        try:
            station.set("statistics", "off" if station.station.value.statistics == "on" else "on")
        except StoreError:
            self.told.emit(not_saved_words())

    def _export(self) -> None:
        desk = self._kiosk.statistics
        self.told.emit(words.exporting_words())
        desk.export.begin(
            desk.today, rows(desk.statistics), lambda written: self._post(partial(self._tell, written))
        )

    def _tell(self, written: "Written | None") -> None:
        self.told.emit(words.exported_words(*written) if written is not None else words.not_exported_words())
