"""What a screen reader is told of our own widgets: one factory, asked by Qt for each. Knows no widget by name.

A widget that is more than its class says either brings its own accessible object (``make_accessible``) or only
names its role (``accessible_role_name``: a key of ``_ROLES``). All others keep what Qt makes of them.
"""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "notification": QAccessible.Role.Notification,
    "dialog": QAccessible.Role.Dialog,
    "heading": QAccessible.Role.Heading,
}
# On these a screen reader says what it is asked to; showing a notification is not told to it.
_ANNOUNCING_PLATFORMS = ("windows", "cocoa")
_is_installed = False
# Qt keeps only a bare pointer to what the factory returns.
_kept: WeakKeyDictionary[QWidget, QAccessibleInterface] = WeakKeyDictionary()


def install() -> None:
    """Tell Qt to ask us for accessible objects; once in a process, more often does nothing."""
    global _is_installed
    if not _is_installed:
        QAccessible.installFactory(_accessible_for)
        _is_installed = True


def announce(widget: QWidget, words: str, is_warning: bool, platform: str = "") -> bool:
    """Announce something where its role alone does not: on Linux a notification is said when it is shown.

    Two ways at once would be two voices.

    Args:
        widget: where it stands.
        words: what is announced.
        is_warning: whether it may interrupt what the screen reader is saying.
        platform: of the window system; empty for the one that runs.

    Returns:
        Whether it was.
    """
    if not words or (platform or QGuiApplication.platformName()) not in _ANNOUNCING_PLATFORMS:
        return False
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_warning else politeness.Polite)
    QAccessible.updateAccessibility(event)
    return True


class _RoleOnly(QAccessibleWidget):
    """A widget as Qt describes it, but with another role; a dialog that covers the window says so."""

    def role(self) -> QAccessible.Role:
        own = super().role()
        is_silent = own is QAccessible.Role.Notification and not getattr(self.widget(), "is_announced", True)
        return QAccessible.Role.StaticText if is_silent else own

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.role() is QAccessible.Role.Dialog:
            state.modal = 1
            state.active = 1
        return state


def _accessible_for(class_name: str, subject: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(subject, QWidget):
        return None
    make: Callable[[], QAccessibleInterface] | None = getattr(subject, "make_accessible", None)
    role = _ROLES.get(getattr(subject, "accessible_role_name", ""))
    made: QAccessibleInterface | None = None
    if make is not None:
        made = make()
    elif role is not None:
        made = _RoleOnly(subject, role)
    if made is not None:
        _kept[subject] = made
    return made
