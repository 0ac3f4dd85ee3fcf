"""What follows the first page: voices are made ready, and the desktop is met. Knows no file and no engine."""

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk import i18n
from kiosk.core.settings import Profile
from kiosk.qt.garbage import GarbageTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.application import Resources
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.main_window import MainWindow

# The first voice is made ready when the catalog's cards can be seen.
_CARDS_DELAY_MS = 500
# The desktop's media control is set up when the voice is ready: who presses a key at once must not wait for it.
_MEDIA_DELAY_MS = 2_000


def set_going(window: "MainWindow", kiosk: "Kiosk", voice: "InterfaceVoice", resources: "Resources") -> None:
    """Let voices be made ready and the desktop be met, once the window can be used."""
    # What is loaded by now stays until the end: it need not be looked at again.
    gc.collect()
    gc.freeze()
    GarbageTimer(window)
    # The voice that says where one is comes before the one that reads: that waits for a key.
    QTimer.singleShot(0, voice.start)
    keep_warm(kiosk)
    QTimer.singleShot(_MEDIA_DELAY_MS, lambda: meet_desktop(window, kiosk, resources))


def keep_warm(kiosk: "Kiosk") -> None:
    """Make the voice ready that will be heard next: of whatever is opened, else of the interface's language."""

    def warm_up() -> None:
        kiosk.player.warm_up(i18n.language())

    # The page is painted first, or the cards are, whose painting nobody announces.
    is_open = kiosk.reading.opened.value is not None
    QTimer.singleShot(0 if is_open else _CARDS_DELAY_MS, warm_up)
    kiosk.reading.opened.subscribe(lambda opened: QTimer.singleShot(0, warm_up) if opened is not None else None)


def meet_desktop(window: "MainWindow", kiosk: "Kiosk", resources: "Resources") -> None:
    """Announce the reading to the desktop, and follow its screens; at home ask it whether anything is to move."""
    start_media(window, kiosk)
    follow_screen(window)
    if kiosk.profile is Profile.PUBLIC:
        admit_staff(window, kiosk)
    else:
        resources.ask_desktop_motion(partial(follow_motion, window))


def admit_staff(window: "MainWindow", kiosk: "Kiosk") -> None:
    """Watch for the way into the staff area; who leaves it leaves the machine to the next visitor."""
    from kiosk.qt.staff import StaffArea

    if window.visits is not None:
        StaffArea(window, kiosk, window.visits.end_visit)


def follow_screen(window: "MainWindow") -> None:
    """Let sizes be those of the screen that the window, which is shown by now, is moved to."""

    def measure() -> None:
        window.appearance.measure_screen()
        window.dress()

    handle = window.windowHandle()
    if handle is not None:
        handle.screenChanged.connect(measure)


def follow_motion(window: "MainWindow", is_desktop_still: bool) -> None:
    """Let pages jump from now on where the desktop wants nothing to move, for who has asked for nothing else."""
    window.appearance.is_desktop_still = is_desktop_still
    window.dress()


def start_media(window: "MainWindow", kiosk: "Kiosk") -> None:
    """Announce the reading to the desktop, and let it raise and close the window."""
    from kiosk.app.media import WindowActions

    def raise_up() -> None:
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def close() -> None:
        window.close()

    kiosk.media.start(WindowActions(window.reader.article_view.follow, raise_up, close))


def lock(window: "MainWindow", application: "QApplication", profile: Profile) -> Callable[[], None]:
    """Lock a public kiosk down to its one window; return what undoes it when the program ends."""
    if profile is Profile.HOME:
        return lambda: None
    from kiosk.qt.lockdown import lock_down

    return lock_down(window, application)
