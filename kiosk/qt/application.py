"""The application: from nothing to a painted page, then everything else, then the event loop.

1. Before the application object: the platform's switches. 2. Fonts, theme and the window; when an article was
named, its first page is shown at once. 3. After the first paint the kiosk is put together and attached to the
window, and the voice and the loudspeaker are made ready, as they are for every article that is opened; keys that
were pressed meanwhile are not lost. 4. A signal to end closes the window as a person would.

Knows no engine, file format or folder: what it needs of those comes as ``Resources``.
"""

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QApplication

from kiosk import i18n
from kiosk.core.appearance import Typeface, spacing_of
from kiosk.core.article import Article
from kiosk.core.locator import Locator
from kiosk.core.settings import Profile, Settings
from kiosk.core.theme import Theme
from kiosk.qt import accessibility
from kiosk.qt.fonts import load_fonts, set_typeface
from kiosk.qt.main_window import MainWindow

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.qt.interface_voice import InterfaceVoice


# The first voice is made ready when the catalog's cards can be seen.
_CARDS_DELAY_MS = 500
# The desktop's media control is set up when the voice is ready: who presses a key at once must not wait for it.
_MEDIA_DELAY_MS = 2_000
# At a public kiosk hands are not alike: least height and width of a control, by the screen's real size.
_PUBLIC_TARGET_MM = 20


_HOME_SIZE = QSize(1280, 860)
# Room for a title and edges; more than window managers take.
_FRAME_PX = 60


class Resources(NamedTuple):
    """What the window needs of the machine's files."""

    font_files: Sequence[Path]
    """The bundled families."""
    theme_for: Callable[[str], Theme]
    """Theme id to theme; an unknown id gives the default theme."""
    theme_ids: Callable[[], tuple[str, ...]]
    """The themes, in the order in which they are offered."""
    set_language: Callable[[str], str]
    """Sets the interface language; returns the tag in force."""
    ask_desktop_motion: Callable[[Callable[[bool], None]], None] = lambda tell: None
    """Tells on the main thread, some time later, whether the desktop wants nothing to move."""
    chosen_font_files: Callable[[str], Sequence[Path]] = lambda typeface: ()
    """The families that a typeface needs besides; read when it is chosen."""


class FirstPage(NamedTuple):
    """The article that was named when the program was started."""

    path: str
    """Its file, as it was named."""
    article: Article
    """The article."""
    at: Locator | None
    """Where it was left, or None."""


def make_application() -> QApplication:
    """Return the application object; there is one in a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("aloud-kiosk")
    QApplication.setApplicationDisplayName("Aloud")
    QApplication.setDesktopFileName("aloud-kiosk")
    # The one style that takes all of its colours from the palette on every platform; asked for as a word of the
    # command line, because the method that sets it returns a style, which takes 8 ms to describe to Python.
    application = QApplication(["aloud-kiosk", "-style", "fusion"])
    accessibility.install()
    return application


def make_window(preferences: "PreferenceKeeper", resources: Resources, first: FirstPage | None) -> MainWindow:
    """Return the window with the first page of an article, if one was named; it is not visible yet."""
    load_fonts(resources.font_files)
    follow_typeface(preferences, resources)

    def set_language(asked: str) -> str:
        in_force = resources.set_language(asked)
        # An assistive technology asks each object for its language: it is this one, or the object's own.
        QLocale.setDefault(QLocale(in_force))
        for top in QApplication.topLevelWidgets():
            top.setLocale(QLocale())
        return in_force

    window = MainWindow(preferences, resources.theme_for, resources.theme_ids, set_language)
    if first is not None:
        window.show_first_page(first.article, first.at)
    return window


def follow_typeface(preferences: "PreferenceKeeper", resources: Resources) -> None:
    """Draw everything in the typeface that is asked for; its files are loaded when they are needed."""
    loaded: set[str] = set()

    def follow(settings: Settings) -> None:
        if settings.typeface not in loaded:
            loaded.add(settings.typeface)
            load_fonts(resources.chosen_font_files(settings.typeface))
        set_typeface(Typeface(settings.typeface), spacing_of(settings))

    # Before the window follows them: it lays out in what is set here.
    preferences.settings.subscribe(follow, is_told_now=True)


def attach(
    window: MainWindow, kiosk: "Kiosk", first: FirstPage | None, is_visit: bool = False
) -> "InterfaceVoice":
    """Bring the window to life: everything that is not the first page; return what starts its voice.

    Args:
        window: what is brought to life.
        kiosk: by what.
        first: the article whose first page it shows, or None.
        is_visit: whether somebody has just come: then the questions about comfort come before the catalog, if due.
    """
    from kiosk.app.appearance import offered_themes
    from kiosk.qt.fitting import FittingScreen
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.keyboard import Keyboard

    voice = InterfaceVoice(window, kiosk)
    window.keyboard = Keyboard(window, kiosk, voice)
    window.reader.media_pressed.connect(kiosk.media.press)
    target_mm = _PUBLIC_TARGET_MM if kiosk.profile is Profile.PUBLIC else 0
    window.reader.least_target_mm = target_mm
    kiosk.reading.appearance.themes = lambda: offered_themes(window.theme_ids(), kiosk.profile is Profile.HOME)
    window.attach(kiosk.reading, kiosk.library)
    window.fitting = FittingScreen(window, kiosk, target_mm)
    if first is not None:
        kiosk.reading.show(first.path, first.article)
    elif is_visit:
        window.fitting.begin_visit()
    else:
        window.show_catalog()
    window.reader.replay_early_keys()
    return voice


def run(
    profile: Profile,
    preferences: "PreferenceKeeper",
    build: Callable[[], "Kiosk"],
    resources: Resources,
    first: FirstPage | None,
) -> int:
    """Show the window until it is closed.

    Args:
        profile: at a public kiosk the window fills the screen.
        preferences: what people asked for.
        build: puts the rest together; called once, after the first paint.
        resources: fonts, themes, language.
        first: an article to open, or None for the catalog.

    Returns:
        The exit code.
    """
    application = make_application()
    window = make_window(preferences, resources, first)
    at_end: list[Callable[[], None]] = []

    def finish() -> None:
        from kiosk.qt.ending import close_on_signal

        at_end.append(close_on_signal(window.leave))
        kiosk = build()
        at_end.append(kiosk.close)
        voice = attach(window, kiosk, first, is_visit=True)
        at_end.append(lock(window, application, profile))
        # What is loaded by now stays until the end: it need not be looked at again.
        gc.collect()
        gc.freeze()
        gc.enable()
        from PySide6.QtCore import QTimer

        # The voice that says where one is comes before the one that reads: that waits for a key.
        QTimer.singleShot(0, voice.start)
        keep_warm(kiosk)
        QTimer.singleShot(_MEDIA_DELAY_MS, lambda: meet_desktop(window, kiosk, resources))

    if first is None:
        finish()
    else:
        window.first_painted.connect(finish)
    _show(application, window, profile)
    try:
        return application.exec()
    finally:
        for end in reversed(at_end):
            end()


def keep_warm(kiosk: "Kiosk") -> None:
    """Make the voice ready that will be heard next: of whatever is opened, else of the interface's language."""
    from PySide6.QtCore import QTimer

    def warm_up() -> None:
        kiosk.player.warm_up(i18n.language())

    # The page is painted first, or the cards are, whose painting nobody announces.
    is_open = kiosk.reading.opened.value is not None
    QTimer.singleShot(0 if is_open else _CARDS_DELAY_MS, warm_up)
    kiosk.reading.opened.subscribe(lambda opened: QTimer.singleShot(0, warm_up) if opened is not None else None)


def meet_desktop(window: MainWindow, kiosk: "Kiosk", resources: Resources) -> None:
    """Announce the reading to the desktop, and follow its screens; at home ask it whether anything is to move."""
    start_media(window, kiosk)
    follow_screen(window)
    if kiosk.profile is Profile.HOME:
        resources.ask_desktop_motion(partial(follow_motion, window))


def follow_screen(window: MainWindow) -> None:
    """Let sizes be those of the screen that the window, which is shown by now, is moved to."""

    def measure() -> None:
        window.appearance.measure_screen()
        window.dress()

    handle = window.windowHandle()
    if handle is not None:
        handle.screenChanged.connect(measure)


def follow_motion(window: MainWindow, is_desktop_still: bool) -> None:
    """Let pages jump from now on where the desktop wants nothing to move, for who has asked for nothing else."""
    window.appearance.is_desktop_still = is_desktop_still
    window.dress()


def start_media(window: MainWindow, kiosk: "Kiosk") -> None:
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


def lock(window: MainWindow, application: QApplication, profile: Profile) -> Callable[[], None]:
    """Lock a public kiosk down to its one window; return what undoes it when the program ends."""
    if profile is Profile.HOME:
        return lambda: None
    from kiosk.qt.lockdown import lock_down

    return lock_down(window, application)


def _show(application: QApplication, window: MainWindow, profile: Profile) -> None:
    if profile is Profile.PUBLIC:
        # Without a window manager "full screen" is only a wish: the size must be given too.
        window.setGeometry(application.primaryScreen().geometry())
        window.showFullScreen()
    else:
        available = application.primaryScreen().availableGeometry()
        window.resize(min(_HOME_SIZE.width(), available.width()), min(_HOME_SIZE.height(), available.height()))
        if (
            available.width() < _HOME_SIZE.width() + _FRAME_PX
            or available.height() < _HOME_SIZE.height() + _FRAME_PX
        ):
            # The window manager adds a frame: what is as large as the screen would reach below its edge.
            window.showMaximized()
        else:
            window.show()
    window.activateWindow()
