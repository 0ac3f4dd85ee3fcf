"""The short pages of the staff area: the screen's size, keys, the place, the PIN, what went wrong, the end."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.app.appearance_words import setting_name
from kiosk.app.staff_area_words import (
    change_pin_words,
    donations_caution,
    donations_label,
    donations_name,
    end_buttons,
    end_name,
    end_purpose,
    end_sure_words,
    keys_buttons,
    keys_name,
    keys_purpose,
    keys_told,
    log_name,
    log_purpose,
    pin_name,
    pin_purpose,
    place_label,
    place_name,
    place_purpose,
    screen_kept_words,
)
from kiosk.app.staff_words import log_line_words, not_saved_words, site_name
from kiosk.core.errors import StoreError
from kiosk.core.public_donation import BY_SITE, AppealForm, needs_caution
from kiosk.core.station import Site
from kiosk.qt.setting import Setting, ring_words
from kiosk.qt.theme import Look
from kiosk.qt.views.screen_form import ScreenForm
from kiosk.qt.views.setting_rows import Stop
from kiosk.qt.views.staff_page import StaffPage

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.problem_log import LogLine


# As the station file has it.
_DONATIONS = (BY_SITE, *AppealForm)


class ScreenPage(StaffPage):
    """The bar that is made as wide as a bank card; what it tells is kept for everybody."""

    icon_name = "screen"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: whose screen it is.
        """
        super().__init__()
        self._kiosk = kiosk
        self.form = ScreenForm(kiosk.reading.appearance)
        # The page has a title of its own.
        self.form.title.hide()
        self.form.done.connect(self._keep)
        self.set_items([self.title, self.form])

    def name(self) -> str:
        """Return the title."""
        return setting_name("card_px")

    @property
    def instructions(self) -> str:
        """How to measure; the form shows it."""
        return self.form.instructions

    def begin(self) -> None:
        """Begin with what is believed now."""
        self.form.begin()

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        super().apply_look(look)
        self.form.apply_look(look)
        self.form.margin_px = 0

    def retranslate(self) -> None:
        """Read all words again."""
        self.form.retranslate()
        super().retranslate()

    def refresh(self) -> None:
        """Show what holds now."""
        self.form.refresh()
        super().refresh()

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        return self.form.stops

    def _keep(self) -> None:
        try:
            self._kiosk.preferences.remember_screens()
            self.told.emit(screen_kept_words())
        except StoreError:
            self.told.emit(not_saved_words())
        self.left.emit()


class KeysPage(StaffPage):
    """Leads to the screen for keys, and keeps what was set up there."""

    icon_name = "keys"

    def __init__(self, kiosk: "Kiosk", open_keys: Callable[[], object]) -> None:
        """Make the page.

        Args:
            kiosk: whose keys they are.
            open_keys: shows the screen for keys, which leads back here.
        """
        super().__init__()
        self._desk = kiosk.keys
        self.add_button("keys", lambda: keys_buttons()[0], open_keys)
        self.add_button("check", lambda: keys_buttons()[1], lambda: self._take(self._desk.save, is_kept=True))
        self.add_button(
            "close",
            lambda: keys_buttons()[2],
            lambda: self._take(self._desk.forget, is_kept=False),
            is_offered=lambda: self._desk.is_remembered,
        )

    def name(self) -> str:
        """Return the title."""
        return keys_name()

    def purpose(self) -> str:
        """Return how keys are kept."""
        return keys_purpose(self._desk.is_remembered)

    def _take(self, do: Callable[[], None], is_kept: bool) -> None:
        try:
            do()
            self.told.emit(keys_told(is_kept))
        except StoreError:
            self.told.emit(not_saved_words())
        self.refresh()


class PlacePage(StaffPage):
    """What kind of place the machine stands in."""

    icon_name = "where"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: whose place it is.
        """
        super().__init__()
        self._station = kiosk.station
        self.add_setting(
            Setting(
                lambda: ring_words(place_label()),
                lambda: site_name(self._station.station.value.site),
                lambda: [site_name(site) for site in Site],
                lambda by: self._move("site", tuple(Site), by),
            )
        )
        self.add_setting(
            Setting(
                lambda: ring_words(donations_label()),
                lambda: donations_name(self._station.station.value.donations),
                lambda: [donations_name(value) for value in _DONATIONS],
                lambda by: self._move("donations", _DONATIONS, by),
            )
        )
        self.add_text(lambda: donations_caution() if self._needs_caution else "")

    def name(self) -> str:
        """Return the title."""
        return place_name()

    def purpose(self) -> str:
        """Return what it decides."""
        return place_purpose()

    @property
    def _needs_caution(self) -> bool:
        station = self._station.station.value
        return needs_caution(station.site, station.donations)

    def _move(self, name: str, values: Sequence[str], by: int) -> str:
        now = getattr(self._station.station.value, name)
        try:
            self._station.set(name, str(values[(values.index(now) + by) % len(values)]))
        except StoreError:
            return not_saved_words()
        return donations_caution() if self._needs_caution else ""


class PinPage(StaffPage):
    """Leads to the screen where a new PIN is entered."""

    icon_name = "reset"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: whose staff it is.
        """
        super().__init__()
        self.add_button("reset", change_pin_words, kiosk.staff.change_pin)

    def name(self) -> str:
        """Return the title."""
        return pin_name()

    def purpose(self) -> str:
        """Return what can be done."""
        return pin_purpose()


class LogPage(StaffPage):
    """What went wrong, a line each; the keyboard stops at every line, so that each is heard."""

    icon_name = "warning"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: what may have gone wrong.
        """
        super().__init__()
        self._log = kiosk.staff.log

    def name(self) -> str:
        """Return the title."""
        return log_name()

    def purpose(self) -> str:
        """Return what the list holds."""
        return log_purpose(len(self._log.lines))

    def begin(self) -> None:
        """Take the lines that there are now."""
        self.clear_rows()
        for line in self._log.lines:
            self._add_line(line)

    def _add_line(self, line: "LogLine") -> None:
        self.add_text(lambda: log_line_words(line), is_stop=True)


class EndPage(StaffPage):
    """Starts the program anew, or ends it; ending takes two presses."""

    icon_name = "never"

    def __init__(self, restart: Callable[[], object], end: Callable[[], object]) -> None:
        """Make the page.

        Args:
            restart: starts the program anew.
            end: ends it.
        """
        super().__init__()
        self._is_sure = False
        self.add_button("repeat", lambda: end_buttons()[0], restart)
        self._ask = self.add_button(
            "never", lambda: end_buttons()[1], self._make_sure, is_offered=lambda: not self._is_sure
        )
        self._yes = self.add_button("never", end_sure_words, end, is_offered=lambda: self._is_sure)

    def name(self) -> str:
        """Return the title."""
        return end_name()

    def purpose(self) -> str:
        """Return what each does."""
        return end_purpose()

    def begin(self) -> None:
        """Nobody has pressed anything yet."""
        self._is_sure = False

    def _make_sure(self) -> None:
        self._is_sure = True
        self._yes.show()
        self._yes.setFocus()
        self.refresh()
