"""The Comfort panel: how the article looks. Every change is seen at once on a piece of it, where there is room."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.app.reading import OpenArticle, Reading
from kiosk.core.reading import ReadingState
from kiosk.core.theme import Theme
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.article_preview import ArticlePreview
from kiosk.qt.views.comfort_rows import ComfortRows
from kiosk.qt.views.page_look import PageLook
from kiosk.qt.views.panel_room import SharedRoom, shared_room
from kiosk.qt.views.screen_form import ScreenForm
from kiosk.qt.views.settings_panel import SettingsPanel

_POINTS_AN_INCH = 72


class ComfortPanel(SettingsPanel):
    """The rows about how things look, or the form that measures the screen; beside them a piece of the article."""

    rows: ComfortRows
    form: ScreenForm
    preview: ArticlePreview | None = None
    """The piece of the article, once the panel is put together."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        rows, form = ComfortRows(reading), ScreenForm(reading.appearance)
        super().__init__(reading, rows, form, parent)
        self._article_em_px = 1.0
        self.preview = ArticlePreview(self)
        self.preview.retranslate()
        rows.screen_asked.connect(self.show_form)
        rows.reset.clicked.connect(self._show_way_back)
        form.done.connect(self.show_rows)

    def set_page_look(self, page: PageLook) -> None:
        """Take the look of an article's page; the piece of it shows it."""
        self._article_em_px = page.size_pt * self.logicalDpiY() / _POINTS_AN_INCH
        if self.preview is not None:
            self.preview.set_look(page)

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size; see :meth:`SettingsPanel.set_look`."""
        if self.preview is not None:
            self.preview.set_theme(theme)
        super().set_look(theme, interface_pt, least_target_mm)

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        super().retranslate()
        if self.preview is not None:
            self.preview.retranslate()

    def area(self) -> QRect:
        """Return what of the panel is for head and rows."""
        return self._mirrored(self._shared().panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw also the line between the panel and the piece of the article."""
        super().paintEvent(event)
        article = self._shared().article
        if article is None:
            return
        border, is_beside = self._look.border_px, article.top() == 0
        line = QRect(article.left() - border, 0, border, self.height())
        below = QRect(0, article.top() - border, self.width(), border)
        painter = QPainter(self)
        fill(painter, self._mirrored(line if is_beside else below), QColor(self._look.theme.line))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing any more; what was reset stays so."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._reading.appearance.end_choosing()

    def _shared(self) -> SharedRoom:
        if self.preview is None or self.has_form:
            # To be compared with a card the bar may need all of the width.
            return SharedRoom(self.rect(), None)
        return shared_room(self.rect(), self._look, self._article_em_px, self._room_for_note())

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _arrange(self) -> None:
        super()._arrange()
        if self.preview is None:
            return
        article = self._shared().article
        self.preview.setVisible(article is not None)
        if article is not None:
            self.preview.setGeometry(self._mirrored(article))
            self.preview.follow()

    def _show_way_back(self) -> None:
        """Let the button be seen that takes a reset back: it comes below the one that was pressed."""
        self._rows_scroll.fit()
        self._rows_scroll.reveal(self.rows.take_back)

    def _follow_article(self, opened: OpenArticle | None) -> None:
        super()._follow_article(opened)
        self._show_place(self._reading.player.state.value)

    def _follow_state(self, state: ReadingState) -> None:
        super()._follow_state(state)
        self._show_place(state)

    def _show_place(self, state: ReadingState) -> None:
        opened = self._reading.opened.value
        if self.preview is None or opened is None:
            return
        if self.preview.article() is not opened.article:
            self.preview.set_article(opened.article)
        if state.at.article_id == opened.article.id:
            self.preview.show_place(state)
