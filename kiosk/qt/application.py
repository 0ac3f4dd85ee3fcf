"""The application: from nothing to a painted window, then the event loop.

1. Before the application object: the platform's switches. 2. Fonts and theme. 3. The kiosk is put together and
the window shown: with an article when one was named, else with the catalog. 4. After the first paint the voice
and the loudspeaker are made ready. 5. A signal to end closes the window as a person would.

Knows no engine, file format or folder: what it needs of those comes as ``Resources``.
"""

import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app.kiosk import Kiosk
from kiosk.core.article import ParsedArticle
from kiosk.core.settings import Profile
from kiosk.core.theme import Theme
from kiosk.qt import accessibility, fonts
from kiosk.qt.main_window import MainWindow

# Signals are noticed when Python runs: this often at the least.
_SIGNAL_POLL_MS = 200


@dataclass(frozen=True, slots=True)
class Resources:
    """What the window needs of the machine's files."""

    font_files: Sequence[Path]
    """The bundled families."""
    theme_for: Callable[[str], Theme]
    """Theme id to theme; an unknown id gives the default theme."""
    theme_ids: Callable[[], tuple[str, ...]]
    """The themes, in the order in which they are offered."""
    set_language: Callable[[str], str]
    """Sets the interface language; returns the tag in force."""


def make_application() -> QApplication:
    """Return the application object; there is one in a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("aloud-kiosk")
    QApplication.setApplicationDisplayName("Aloud")
    QApplication.setDesktopFileName("aloud-kiosk")
    application = QApplication(["aloud-kiosk"])
    # The one style that takes all of its colours from the palette on every platform.
    application.setStyle("Fusion")
    accessibility.install()
    return application


def make_window(kiosk: Kiosk, resources: Resources, article: ParsedArticle | None, path: str) -> MainWindow:
    """Return the window, showing an article when one is given, else the catalog; it is not visible yet."""
    fonts.load_fonts(resources.font_files)
    window = MainWindow(
        kiosk.reading,
        kiosk.library,
        kiosk.preferences,
        resources.theme_for,
        resources.theme_ids,
        resources.set_language,
    )
    if article is None:
        window.show_catalog()
    else:
        kiosk.reading.show(path, article.article)
    return window


def run(new_kiosk: Callable[[], Kiosk], resources: Resources, article: ParsedArticle | None, path: str) -> int:
    """Show the window until it is closed.

    Args:
        new_kiosk: puts the kiosk together; called once the application object exists.
        resources: fonts, themes, language.
        article: an article to open, or None for the catalog.
        path: where that article came from.

    Returns:
        The exit code.
    """
    application = make_application()
    kiosk = new_kiosk()
    window = make_window(kiosk, resources, article, path)
    if kiosk.profile is Profile.PUBLIC:
        # Without a window manager "full screen" is only a wish: the size must be given too.
        window.setGeometry(application.primaryScreen().geometry())
        window.showFullScreen()
    else:
        available = application.primaryScreen().availableGeometry()
        window.resize(min(1280, available.width()), min(860, available.height()))
        window.show()
    window.activateWindow()
    wake = _end_on_signal(window)
    # Zero milliseconds: after the events that paint the window, before the first key.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, kiosk.player.warm_up))
    try:
        return application.exec()
    finally:
        wake.stop()
        kiosk.player.close()


def _end_on_signal(window: MainWindow) -> QTimer:
    """Close the window on SIGTERM, SIGINT and SIGHUP: silence first, then the end."""

    def close(*_: object) -> None:
        window.close()

    names = ("SIGTERM", "SIGINT", "SIGHUP") if sys.platform != "win32" else ("SIGTERM", "SIGINT")
    for name in names:
        signal.signal(getattr(signal, name), close)
    wake = QTimer(window)
    wake.timeout.connect(lambda: None)
    wake.start(_SIGNAL_POLL_MS)
    return wake
