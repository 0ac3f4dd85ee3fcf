"""What a screen reader is told of our own widgets: one factory, asked by Qt for each. Knows no widget by name.

A widget that is more than its class says either brings its own accessible object (``make_accessible``) or only
names its role (``accessible_role_name``: a key of ``_ROLES``). All others keep what Qt makes of them.
"""

import sys
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QGuiApplication,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import Shiboken

_ROLES = {
    "notification": QAccessible.Role.Notification,
    "dialog": QAccessible.Role.Dialog,
    "heading": QAccessible.Role.Heading,
    "subheading": QAccessible.Role.Heading,
    # Qt takes a stack of screens for its screens alone: a card that lies above them would be no child of it.
    "window": QAccessible.Role.Window,
    "group": QAccessible.Role.Grouping,
}
_LEVELS = {"heading": 1, "subheading": 2}
# On these a screen reader says what it is asked to; showing a notification is not told to it.
_ANNOUNCING_PLATFORMS = ("windows", "cocoa")
# A bus that does not answer must hold up nobody.
_PATIENCE_MS = 100
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


def is_said_by_focus(words: str) -> bool:
    """Whether words hold what the control under the keyboard says of itself: who hears it needs not hear them.

    A screen reader says a new value of the control that one is at.
    """
    widget = QApplication.focusWidget()
    if widget is None or not QAccessible.isActive():
        return False
    interface = QAccessible.queryAccessibleInterface(widget)
    told = interface.text(QAccessible.Text.Description) if interface is not None else ""
    return bool(told) and told.rstrip(".") in words


class _RoleOnly(QAccessibleWidget):
    """A widget as Qt describes it, but with another role; a dialog that covers the window says so."""

    def state(self) -> QAccessible.State:
        state = super().state()
        if self.role() is QAccessible.Role.Dialog:
            state.modal = 1
            state.active = 1
        return state


class _Heading(_RoleOnly):
    """A text that is a heading, with its level."""

    def __init__(self, widget: QWidget, level: int) -> None:
        super().__init__(widget, QAccessible.Role.Heading)
        self._level = _Level(level)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return what else it can be asked for."""
        # None, 0 or the base class's answer would crash.
        return self._level if kind is QAccessible.InterfaceType.AttributesInterface else Shiboken.VoidPtr(0)


class _Level(QAccessibleAttributesInterface):
    """The level of a heading, from 1 on."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """There is one."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """Return it."""
        return self._level if key is QAccessible.Attribute.Level else None


def _accessible_for(class_name: str, subject: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(subject, QWidget):
        return None
    make: Callable[[], QAccessibleInterface] | None = getattr(subject, "make_accessible", None)
    role_name = getattr(subject, "accessible_role_name", "")
    role = _ROLES.get(role_name)
    made: QAccessibleInterface | None = None
    if make is not None:
        made = make()
    elif role_name in _LEVELS:
        made = _Heading(subject, _LEVELS[role_name])
    elif role is not None:
        made = _RoleOnly(subject, role)
    if made is not None:
        _kept[subject] = made
    return made


def is_somebody_listening() -> bool:
    """Whether an assistive technology has said that it is there.

    On Linux a bus that runs is not enough, which Qt takes for one: desktops start it for nobody in particular.
    """
    if not QAccessible.isActive() or sys.platform != "linux":
        return QAccessible.isActive()

    # Asked when somebody moves in silence, a third of a millisecond for each.
    return any(_is_told(name) for name in ("IsEnabled", "ScreenReaderEnabled"))


def _is_told(name: str) -> bool:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    ask = QDBusMessage.createMethodCall("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get")
    ask.setArguments(["org.a11y.Status", name])
    answer = QDBusConnection.sessionBus().call(ask, QDBus.CallMode.Block, _PATIENCE_MS).arguments()
    # An error is a text.
    return bool(answer) and isinstance(answer[0], QDBusVariant) and answer[0].variant() is True
