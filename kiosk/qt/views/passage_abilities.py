"""What an assistive technology can ask of a passage besides its text: language, level, to have it read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAttributesInterface

from kiosk.core.article import BlockKind
from kiosk.i18n import _

if TYPE_CHECKING:
    from kiosk.qt.views.article_view import ArticleView


class PassageAttributes(QAccessibleAttributesInterface):
    """The language of a passage, and the level of a heading."""

    def __init__(self, view: ArticleView, number: int) -> None:
        super().__init__()
        self._view = view
        self._number = number

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """Return which attributes there are."""
        is_heading = self._view.passage(self._number).kind in (BlockKind.TITLE, BlockKind.HEADING)
        return [QAccessible.Attribute.Locale, *([QAccessible.Attribute.Level] if is_heading else [])]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """Return one attribute."""
        block = self._view.passage(self._number)
        if key is QAccessible.Attribute.Level:
            return max(1, block.level)
        return QLocale(block.language) if key is QAccessible.Attribute.Locale else None


class ReadAloudAction(QAccessibleActionInterface):
    """What a screen reader can do to a passage: have it read aloud by our voice."""

    def __init__(self, view: ArticleView, number: int) -> None:
        super().__init__()
        self._view = view
        self._number = number

    def actionNames(self) -> list[str]:
        """Only one: the press that the play button would get."""
        return [QAccessibleActionInterface.pressAction()]

    def localizedActionName(self, name: str) -> str:
        """Say what the press does."""
        # Translators: what a screen reader offers for a paragraph.
        return _("Read aloud from here")

    def localizedActionDescription(self, name: str) -> str:
        """The name says it all."""
        return ""

    def doAction(self, name: str) -> None:
        """Press the play button."""
        if name == QAccessibleActionInterface.pressAction():
            self._view.play_asked.emit(self._number)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The key is the window's."""
        return []
