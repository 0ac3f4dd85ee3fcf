"""The staff area: which pages it has. A page is one line here; it is made when staff first open the area.

A page is a :class:`kiosk.qt.views.staff_page.StaffPage`; it is made of the window and the kiosk, and imports what
it needs in the function that makes it, since few ever open it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.staff_page import StaffPage

PageMaker = Callable[["MainWindow", "Kiosk"], "StaffPage"]

PAGES: tuple[PageMaker, ...] = ()
"""The pages of the staff area, in the order of its list."""
