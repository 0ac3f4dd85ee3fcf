"""A piece of the article beside a panel: it shows at once what a change does. Nothing in it can be pressed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from kiosk.core.reading import ReadingState, is_sounding
from kiosk.core.text import words
from kiosk.i18n import _
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.page_places import VisiblePassage


class ArticlePreview(ArticleView):
    """The article where it is read; in silence its next word is lit, so that there is something to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def retranslate(self) -> None:
        """Read its name again: the interface's language has changed."""
        # Translators: name of a picture of the article beside the settings, for screen readers.
        self.setAccessibleName(_("A piece of the article"))

    def show_place(self, state: ReadingState) -> None:
        """Show where the reading is."""
        passage, span = state.at.passage, state.at.span
        if passage >= self.passage_count():
            return
        found = words(self.passage(passage).text)
        word = span if len(span) else next(iter(found), None)
        self.set_current(passage, word, is_sounding(state))

    def make_accessible(self) -> QAccessibleInterface:
        """Return what a screen reader is told of it: it is a picture, the article itself is elsewhere."""
        return QAccessibleWidget(self, QAccessible.Role.Graphic)

    def _button_rect(self, passage: VisiblePassage) -> QRect:
        # What cannot be pressed is not drawn.
        return QRect()
