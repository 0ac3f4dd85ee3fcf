"""The application: from nothing to a painted page, then everything else, then the event loop.

1. Before the application object: the platform's switches. 2. Fonts, theme and the window; when an article was
named, its first page is shown at once. 3. After the first paint the kiosk is put together and attached to the
window, and the voice and the loudspeaker are made ready, as they are for every article that is opened; keys that
were pressed meanwhile are not lost. 4. A signal to end closes the window as a person would.

Knows no engine, file format or folder: what it needs of those comes as ``Resources``.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QSize
from PySide6.QtWidgets import QApplication

from kiosk.core.appearance import Typeface, spacing_of
from kiosk.core.article import Article
from kiosk.core.locator import Locator
from kiosk.core.settings import Profile, Settings
from kiosk.core.theme import Theme
from kiosk.qt import accessibility
from kiosk.qt.failing import end_on_failure
from kiosk.qt.fonts import load_fonts, set_typeface
from kiosk.qt.main_window import MainWindow

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.qt.interface_voice import InterfaceVoice

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
        is_visit: whether the questions come before the catalog, if due; a public kiosk waits for somebody first.
    """
    from kiosk.app.appearance import offered_themes
    from kiosk.qt.appeal_place import AppealPlace
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
    window.appeal_place = AppealPlace(window, kiosk)
    window.fitting = FittingScreen(window, kiosk, target_mm)
    is_public = kiosk.profile is Profile.PUBLIC
    is_unattended = is_visit and first is None and is_public and not kiosk.preferences.is_named("fitting")
    if first is not None:
        kiosk.reading.show(first.path, first.article)
    elif is_visit and not is_unattended:
        window.fitting.begin_visit()
    elif not is_visit:
        window.show_catalog()
    if is_public:
        from kiosk.qt.visit import VisitScreen

        window.visits = VisitScreen(window, kiosk, voice, is_unattended)
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
        from kiosk.qt import meeting
        from kiosk.qt.ending import close_on_signal
        from kiosk.qt.uptime import keep_up

        at_end.append(close_on_signal(window.leave))
        kiosk = build()
        at_end.append(kiosk.close)
        voice = attach(window, kiosk, first, is_visit=True)
        at_end.append(meeting.lock(window, application, profile))
        at_end.append(keep_up(window, kiosk))
        meeting.set_going(window, kiosk, voice, resources)

    if first is None:
        finish()
    else:
        window.first_painted.connect(lambda: end_on_failure(application, finish))
    _show(application, window, profile)
    try:
        return application.exec()
    finally:
        for end in reversed(at_end):
            end()


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
