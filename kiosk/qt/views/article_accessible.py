"""The article as a screen reader meets it: a document with one child for each passage. Decides nothing of its own.

Passages are objects only here: they are made when asked for, registered with Qt, and deleted with the article.
Traps that were met on the way are told where they lie.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QGuiApplication,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from kiosk.core.article import Block, BlockKind
from kiosk.i18n import _
from kiosk.qt.views.passage_abilities import PassageAttributes, ReadAloudAction
from kiosk.qt.views.passage_text import PassageTexts

if TYPE_CHECKING:
    from kiosk.qt.views.article_view import ArticleView

_ROLES = {
    BlockKind.TITLE: QAccessible.Role.Heading,
    BlockKind.HEADING: QAccessible.Role.Heading,
    BlockKind.LIST_ITEM: QAccessible.Role.ListItem,
}
_Relations = list[tuple[QAccessibleInterface, QAccessible.RelationFlag]]


class ArticleAccessible(QAccessibleWidget):
    """The document: named after the article, its children the passages."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view
        self._passages: dict[int, PassageAccessible] = {}
        self._texts = PassageTexts(self._caret_was_moved)
        self._placed: tuple[int, int] | None = None
        # Qt's register of ids outlives the view: what it still points to must leave it with the view.
        view.destroyed.connect(partial(_forget, self._passages, self._texts))

    # What Qt asks

    def text(self, kind: QAccessible.Text) -> str:
        """Name the document after its article."""
        article = self._view.article() if Shiboken.isValid(self._view) else None
        if kind is not QAccessible.Text.Name:
            return ""
        # Translators: name of the reading view for screen readers, while no article is open.
        return article.title if article is not None else _("Article")

    def childCount(self) -> int:
        """One child for each passage, and no scroll bars."""
        return self._view.passage_count() if Shiboken.isValid(self._view) else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the passage with this number."""
        if not 0 <= index < self.childCount():
            return None
        passage = self._passages.get(index)
        if passage is None:
            passage = PassageAccessible(self, self._view, index)
            self._passages[index] = passage
            QAccessible.registerAccessibleInterface(passage)
        return passage

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of a passage."""
        return child.number if isinstance(child, PassageAccessible) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The current passage, when the keys go to the view."""
        return self.child(self._view.current_passage()) if self._view.hasFocus() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the passage at a place on the screen."""
        number = self._view.passage_at_screen(x, y)
        return None if number is None else self.child(number)

    # What the view tells

    def article_changed(self) -> None:
        """Forget the passages of the article before; say the name of the new one."""
        _forget(self._passages, self._texts)
        self._placed = None
        QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.NameChanged))

    def layout_changed(self) -> None:
        """Take the type size of hidden editors from the new layout when next they are asked for."""
        self._texts.clear()
        self._placed = None

    def focus_moved(self, passage: int, position_utf16: int) -> None:
        """Say which passage is current and where in it the caret stands."""
        child = self.child(passage)
        if child is None:
            return
        QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))
        self.caret_moved(passage, position_utf16)

    def caret_moved(self, passage: int, position_utf16: int) -> None:
        """Say where the caret stands."""
        child = self.child(passage)
        if child is not None:
            self._texts.place_caret(passage, position_utf16)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(child, position_utf16))

    # What passages ask

    def text_interface(self, passage: int) -> QAccessibleTextInterface | None:
        """Return the text interface that a passage lends, its caret where the reading stopped."""
        layout, place = self._view.passage_on_screen(passage)
        found = self._texts.interface(passage, layout, place)
        place_of_voice = self._view.current_passage(), self._view.caret_utf16()
        if passage == place_of_voice[0] and place_of_voice != self._placed:
            # Only when the reading has moved: where the screen reader itself has put the caret, it stays.
            self._placed = place_of_voice
            self._texts.place_caret(*place_of_voice)
        return found

    def _caret_was_moved(self, passage: int, position_utf16: int) -> None:
        child = self.child(passage)
        if child is not None:
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(child, position_utf16))
            self._view.reveal_position(passage, position_utf16)


def _is_read_by_name() -> bool:
    return QGuiApplication.platformName() in ("windows", "cocoa")


def _forget(passages: dict[int, PassageAccessible], texts: PassageTexts, *_: object) -> None:
    texts.clear()
    while passages:
        _number, passage = passages.popitem()
        if Shiboken.isValid(passage):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(passage))


class PassageAccessible(QAccessibleInterface):
    """One passage: a paragraph, a heading with its level, or a list item."""

    def __init__(self, document: ArticleAccessible, view: ArticleView, number: int) -> None:
        super().__init__()
        self.number = number
        self._document = document
        self._view = view
        self._action = ReadAloudAction(view, number)
        self._attributes = PassageAttributes(view, number)

    def _block(self) -> Block:
        return self._view.passage(self.number)

    def isValid(self) -> bool:
        """Whether view and passage are still there."""
        return Shiboken.isValid(self._view) and self.number < self._view.passage_count()

    def object(self) -> QObject | None:  # type: ignore[override]
        """There is no widget behind a passage."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the view."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The document."""
        return self._document

    def childCount(self) -> int:
        """Passages have no children."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Passages have no children."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Passages have no children."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Passages have no children."""
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Passages have no children."""
        return None

    def relations(self, match: QAccessible.RelationFlag = QAccessible.RelationFlag.AllRelations) -> _Relations:
        """Say which passages come before and after, so that everything can be read in one go.

        The flag tells what the other one is to this one: the next passage is where the text flows from here,
        and so it says of itself that it "flows from".
        """
        found: _Relations = []
        for step, flag in ((1, QAccessible.RelationFlag.FlowsFrom), (-1, QAccessible.RelationFlag.FlowsTo)):
            neighbour = self._document.child(self.number + step)
            if neighbour is not None and match & flag:
                found.append((neighbour, flag))
        return found

    def role(self) -> QAccessible.Role:
        """Heading, list item or paragraph."""
        return _ROLES.get(self._block().kind, QAccessible.Role.Paragraph)

    def rect(self) -> QRect:
        """The place of the text on the screen."""
        return self._view.passage_on_screen(self.number)[1]

    def text(self, kind: QAccessible.Text) -> str:
        """Headings and list items are called by their text; a paragraph is read by its text interface alone.

        With a name as well it would be said twice by Orca. Elsewhere a name is what a screen reader goes by.
        """
        is_read_as_text = self.role() is QAccessible.Role.Paragraph and not _is_read_by_name()
        return self._block().text if kind is QAccessible.Text.Name and not is_read_as_text else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """An article is not written to."""

    def state(self) -> QAccessible.State:
        """Focused, when it is current and the keys go to the view; invisible behind a panel.

        Never focusable: Orca 43 would say "read only" before every paragraph.
        """
        state = QAccessible.State()
        state.invisible = int(not self._view.isVisible())
        if self._view.hasFocus() and self._view.current_passage() == self.number:
            state.focused = 1
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return what else a passage can be asked for."""
        found: Any = None
        if kind is QAccessible.InterfaceType.TextInterface:
            found = self._document.text_interface(self.number)
        elif kind is QAccessible.InterfaceType.ActionInterface:
            found = self._action
        elif kind is QAccessible.InterfaceType.AttributesInterface:
            found = self._attributes
        # None, 0 or the base class's answer would crash.
        return Shiboken.VoidPtr(0) if found is None else found
