"""Widgets without what the toolkit offers unasked: context menus, drops, tips, help texts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def make_bare(widget: QWidget) -> None:
    """Take from one widget what a public kiosk does not have; its children are not touched."""
    # The menu's event ends here: "no menu" would hand it on to the widget around.
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    if widget.acceptDrops():
        widget.setAcceptDrops(False)
    if widget.toolTip():
        widget.setToolTip("")
    if widget.whatsThis():
        widget.setWhatsThis("")
    if widget.statusTip():
        widget.setStatusTip("")


def is_bare(widget: QWidget) -> bool:
    """Whether there is nothing of that on a widget."""
    has_menu = widget.contextMenuPolicy() is not Qt.ContextMenuPolicy.PreventContextMenu or bool(widget.actions())
    return not (has_menu or widget.acceptDrops() or widget.toolTip() or widget.whatsThis() or widget.statusTip())
