"""Which pages the staff area has. Few ever open them, so nothing is imported before.

A page is a :class:`kiosk.qt.views.staff_page.StaffPage` and one line in ``PAGES``: it is made of the window and
the kiosk when staff first open the area, and imports what it needs in the function that makes it, as few ever do.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.staff_page import StaffPage

# What the program answers when staff have ended it, or want it started anew; see the table in ``cli_words``.
ENDED_BY_STAFF, RESTART_ASKED = 10, 11

PageMaker = Callable[["MainWindow", "Kiosk"], "StaffPage"]


def _volume(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_volume import VolumePage

    return VolumePage(kiosk)


def _screen(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import ScreenPage

    return ScreenPage(kiosk)


def _keys(window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import KeysPage

    def open_keys() -> None:
        if window.keyboard is not None:
            window.keyboard.open()

    return KeysPage(kiosk, open_keys)


def _content(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.views.content_page import ContentPage

    return ContentPage(kiosk.content, kiosk.library.entries)


def _place(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import PlacePage

    return PlacePage(kiosk)


def _hours(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_hours import HoursPage

    return HoursPage(kiosk)


def _statistics(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.dispatcher import QtDispatcher
    from kiosk.qt.staff_statistics import StatisticsPage

    return StatisticsPage(kiosk, QtDispatcher().post)


def _log(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import LogPage

    return LogPage(kiosk)


def _pin(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import PinPage

    return PinPage(kiosk)


def _end(_window: "MainWindow", kiosk: "Kiosk") -> "StaffPage":
    from kiosk.qt.staff_pages import EndPage

    def end(code: int) -> None:
        kiosk.reading.close()
        QApplication.exit(code)

    return EndPage(lambda: end(RESTART_ASKED), lambda: end(ENDED_BY_STAFF))


PAGES: tuple[PageMaker, ...] = (_volume, _screen, _keys, _content, _place, _hours, _statistics, _log, _pin, _end)
"""The pages of the staff area, in the order of its list."""
