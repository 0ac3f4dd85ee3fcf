"""What a screen reader is told of our own widgets: one factory, asked by Qt for each. Knows no widget by name.

A widget that is more than its class says either brings its own accessible object (``make_accessible``) or only
names its role (``accessible_role_name``: a key of ``_ROLES``). All others keep what Qt makes of them.
"""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "notification": QAccessible.Role.Notification,
    "dialog": QAccessible.Role.Dialog,
    "heading": QAccessible.Role.Heading,
    "group": QAccessible.Role.Grouping,
}
_is_installed = False
_is_quiet = False
# Qt keeps only a bare pointer to what the factory returns.
_kept: WeakKeyDictionary[QWidget, QAccessibleInterface] = WeakKeyDictionary()


def install() -> None:
    """Tell Qt to ask us for accessible objects; once in a process, more often does nothing."""
    global _is_installed
    if not _is_installed:
        QAccessible.installFactory(_accessible_for)
        _is_installed = True


def set_quiet(is_quiet: bool) -> None:
    """Leave out what a screen reader would say unasked, since the interface voice says it.

    A notification is announced by its role: it becomes mere text, which is still there to be read.
    """
    global _is_quiet
    _is_quiet = is_quiet


class _RoleOnly(QAccessibleWidget):
    """A widget as Qt describes it, but with another role; a dialog that covers the window says so."""

    def role(self) -> QAccessible.Role:
        own = super().role()
        return QAccessible.Role.StaticText if _is_quiet and own is QAccessible.Role.Notification else own

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
