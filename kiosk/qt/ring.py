"""What the keyboard stops at on the screen in front, in order. Moves nothing."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.qt.views.pressable import Pressable

if TYPE_CHECKING:
    from kiosk.qt.main_window import MainWindow


def tab_stops(window: "MainWindow") -> list[QWidget]:
    """Return the stops of the screen in front, or of the panel in it.

    A screen may have a property ``tab_stops``; of one that has none, whatever in it takes the Tab key counts, in
    the order in which that goes through it.
    """
    reader = window.reader
    screen: QWidget | None = window.front
    if screen is reader and reader.panel_in_front is not None:
        screen = reader.panel_in_front
    if screen is None:
        return []
    if screen is reader and reader.transport_bar is not None:
        support = [reader.support] if reader.support is not None and not reader.support.isHidden() else []
        return [reader.article_view, *support, *reader.transport_bar.buttons]
    own: list[QWidget] | None = getattr(screen, "tab_stops", None)
    return own if own is not None else _in_focus_chain(screen)


def pressable_stops(window: "MainWindow") -> list[Pressable]:
    """Return the buttons among the stops: what one switch can press."""
    return [stop for stop in tab_stops(window) if isinstance(stop, Pressable) and stop.isEnabled()]


def _in_focus_chain(screen: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    widget: QWidget | None = screen.nextInFocusChain()
    while widget is not None and widget is not screen:
        takes_tab = bool(widget.focusPolicy().value & 1)
        if takes_tab and screen.isAncestorOf(widget) and widget.isVisibleTo(screen) and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
