"""The text of single passages as screen readers want it: characters, words, caret. Knows no article and no role.

A text interface written in Python would answer two of its questions (attributes, selection) with uninitialised
numbers, because PySide6 leaves them out of its bindings, and Orca then falls silent at random. So each passage
that is asked about lends the interface of a hidden, read-only QTextEdit with the same text.
"""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit
from shiboken6 import Shiboken

from kiosk.qt.views.passage_layout import PassageLayout

_MOST_EDITORS = 64


class PassageTexts:
    """Hidden editors by passage number; the longest unused go first."""

    def __init__(self, caret_moved: Callable[[int, int], None]) -> None:
        """Start with none.

        Args:
            caret_moved: called when a screen reader has moved the caret, with the passage and the position in
                UTF-16 units.
        """
        self._caret_moved = caret_moved
        self._editors: OrderedDict[int, QTextEdit] = OrderedDict()
        self._is_placing_caret = False

    def clear(self) -> None:
        """Let go of all editors."""
        for editor in self._editors.values():
            # At the end of the program Qt has deleted them already.
            if Shiboken.isValid(editor):
                editor.deleteLater()
        self._editors.clear()

    def interface(self, passage: int, layout: PassageLayout, place: QRect) -> QAccessibleTextInterface | None:
        """Return the text interface of a passage.

        Args:
            passage: passage number.
            layout: its lines, whose type and breaks the editor repeats.
            place: where its text stands on the screen; gives the extents of characters.
        """
        editor = self._editors.get(passage)
        if editor is None:
            editor = self._editor(passage, layout)
            self._editors[passage] = editor
            if len(self._editors) > _MOST_EDITORS:
                self._editors.popitem(last=False)[1].deleteLater()
        else:
            self._editors.move_to_end(passage)
        if editor.geometry() != place:
            editor.setGeometry(place)
            # A widget that was never shown is not told of its size; asking for it breaks the lines.
            editor.document().setTextWidth(place.width())
            editor.document().size()
        accessible = QAccessible.queryAccessibleInterface(editor)
        return accessible.textInterface() if accessible is not None else None

    def place_caret(self, passage: int, position_utf16: int) -> None:
        """Put the caret of a passage that has an editor, without telling anybody."""
        editor = self._editors.get(passage)
        if editor is None:
            return
        self._is_placing_caret = True
        cursor = editor.textCursor()
        cursor.setPosition(min(position_utf16, max(0, editor.document().characterCount() - 1)))
        editor.setTextCursor(cursor)
        self._is_placing_caret = False

    def _editor(self, passage: int, layout: PassageLayout) -> QTextEdit:
        editor = QTextEdit()
        editor.setReadOnly(True)
        editor.setFrameShape(QFrame.Shape.NoFrame)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        editor.document().setDocumentMargin(0)
        editor.setFont(layout.font)
        editor.setPlainText(layout.block.text)
        lines = QTextBlockFormat()
        lines.setLineHeight(layout.pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        direction = Qt.LayoutDirection.RightToLeft if layout.is_rtl else Qt.LayoutDirection.LeftToRight
        lines.setLayoutDirection(direction)
        cursor = QTextCursor(editor.document())
        cursor.setBlockFormat(lines)

        def moved() -> None:
            if not self._is_placing_caret:
                self._caret_moved(passage, editor.textCursor().position())

        editor.cursorPositionChanged.connect(moved)
        return editor
