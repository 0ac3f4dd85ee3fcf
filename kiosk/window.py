"""The window put together: first page, then the rest. Like ``bootstrap`` it names concrete classes."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.adapters.folders import resource_folder, state_folder
from kiosk.bootstrap import Options, build, build_preferences, load_article, set_language
from kiosk.uptime import begin

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.core.theme import Theme
    from kiosk.qt.application import Resources

_HOUSEKEEPING_MS = 60_000


def run(options: Options, article: Path | None) -> int:
    """Show the window until somebody closes it; return the exit code.

    Raises:
        ContentError: ``article`` cannot be used.
    """
    # The font library keeps a cache where this says; nothing is written outside the state folder.
    os.environ["XDG_CACHE_HOME"] = str((options.state or state_folder()) / "cache")
    from kiosk.qt import application
    from kiosk.qt.timer import QtTimer

    first = None
    begun = begin(options, article)
    options, article, store = begun.options, begun.article, begun.store
    if article is not None:
        from kiosk.adapters.content_folder import ContentFolder
        from kiosk.app.library import Library

        parsed = load_article(article)
        # Of the library only the place is asked: the first page waits for no other articles.
        at = Library(ContentFolder(article.parent), store, options.profile).place_in(parsed.article)
        first = application.FirstPage(str(article.resolve()), parsed.article, at)
    preferences = build_preferences(options, store)

    housekeeping = QtTimer()

    def build_rest() -> "Kiosk":
        from kiosk.adapters import arenas
        from kiosk.adapters.media_session import find_media_session
        from kiosk.qt.dispatcher import QtDispatcher

        # Before threads come, and after the first page.
        arenas.keep_few()
        housekeeping.start(_HOUSEKEEPING_MS, arenas.give_back)
        media = find_media_session(os.environ, QtDispatcher())
        return build(options, QtTimer, store=store, preferences=preferences, media=media, **begun.parts())

    try:
        return application.run(options.profile, preferences, build_rest, resources(), first)
    finally:
        housekeeping.stop()


def resources() -> "Resources":
    """Return fonts, themes and language for the window."""
    from kiosk.adapters.font_files import chosen_font_files, font_files
    from kiosk.adapters.theme_files import load_theme, load_themes
    from kiosk.qt.application import Resources

    folder = resource_folder("assets") / "themes"
    themes: dict[str, Theme] = {}

    def theme_for(theme_id: str) -> "Theme":
        # One file is read for the first page; the rest only when somebody asks for other colours.
        if theme_id not in themes:
            path = folder / f"{theme_id}.toml"
            themes[theme_id] = load_theme(path if path.is_file() else folder / "paper.toml")
        return themes[theme_id]

    def theme_ids() -> tuple[str, ...]:
        return tuple(load_themes(folder))

    def ask_motion(tell: Callable[[bool], None]) -> None:
        from kiosk.adapters.desktop_motion import ask_desktop_motion
        from kiosk.qt.dispatcher import QtDispatcher

        dispatcher = QtDispatcher()
        ask_desktop_motion(os.environ, lambda is_still: dispatcher.post(lambda: tell(is_still)))

    return Resources(font_files(), theme_for, theme_ids, set_language, ask_motion, chosen_font_files)
