"""The questions about comfort: a sample that shows each change, the choices as large buttons, and the way on.

Everything is one press: nothing is dragged, nothing is timed. Escape leaves at once.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.app.fitting import FittingDesk
from kiosk.app.fitting_words import fitting_name, orientation
from kiosk.core.fitting import Fitting
from kiosk.core.narration import Piece
from kiosk.core.text import TextSpan, words
from kiosk.core.theme import Theme
from kiosk.i18n import language as interface_language
from kiosk.qt.theme import palette, spacious_look
from kiosk.qt.views.arrow_keys import ARROWS, neighbour
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.fitting_bar import FittingBar
from kiosk.qt.views.fitting_page import FittingPage, Themes
from kiosk.qt.views.fitting_sample import FittingSample
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.scrolling import ScrollingColumn

# The word that is lit while nobody reads: the colours of the lit word are among what is chosen.
_LIT_WORD = 1


class _QuestionScroll(RowColumn):
    """Shows a choice together with the question, as long as there is room for both."""

    def __init__(self, page: FittingPage, parent: QWidget) -> None:
        super().__init__(page, parent)
        self._question = page

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a choice is seen, with the question above it; of all else, until its row is."""
        page = self._question
        if widget not in page.choices:
            super().reveal(widget)
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = page.title.y(), widget.mapTo(page, widget.rect().bottomLeft()).y() + 1
        if bottom - top > height:
            ScrollingColumn.reveal(self, widget)
        elif not bar.value() <= top <= bottom <= bar.value() + height:
            bar.setValue(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focused = QApplication.focusWidget()
        if focused is not None:
            self.reveal(focused)


class FittingView(QWidget):
    """The sample stays on top and the way on at the bottom; between them the question scrolls.

    Signals:
        chosen: an option of the settings, and the value of the button that was pressed.
        language_chosen: the BCP 47 tag of another language of the interface.
        put_back_asked: all is to be as it was.
    """

    chosen = Signal(str, object)
    language_chosen = Signal(str)
    put_back_asked = Signal()

    def __init__(self, desk: FittingDesk, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fitting: Fitting | None = None
        self.sample = FittingSample(self)
        self.page = FittingPage(desk, themes)
        self._scroll = _QuestionScroll(self.page, self)
        self.caption_row = CaptionRow(self)
        self.message_line = self.caption_row.line
        self.bar = FittingBar(self)
        self.page.chosen.connect(self.chosen)
        self.page.languages.chosen.connect(self.language_chosen)
        self.bar.next.clicked.connect(desk.go_on)
        self.bar.back.clicked.connect(desk.go_back)
        self.bar.put_back.clicked.connect(self.put_back_asked)
        self.bar.skip.clicked.connect(desk.leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.sample)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.caption_row)
        outer.addWidget(self.bar)
        self.retranslate()

    # -- what is seen -----------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, text_size_pt: float, interface_pt: float, least_target_mm: int = 0) -> None:
        """Take colours and sizes.

        Args:
            theme: the colours.
            text_size_pt: size of an article's text in the points of the screen.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        look = spacious_look(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        for part in (self.page, self._scroll, self.caption_row, self.bar):
            part.apply_look(look)
        self.sample.set_look(theme, text_size_pt)
        self._fit()

    def show_question(self, fitting: Fitting) -> None:
        """Show a question."""
        self.message_line.clear()
        self._fitting = fitting
        self._scroll.verticalScrollBar().setValue(0)
        self.page.show_question(fitting)
        self.bar.show_place(fitting.is_first, fitting.is_last)
        self._fit()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        self.setAccessibleName(fitting_name())
        self.sample.show_text(self._desk.sample.title, self._desk.sample.language)
        self.light(None)
        self.page.languages.set_language(interface_language())
        self.page.retranslate()
        self.bar.retranslate()
        self.caption_row.retranslate()
        self.message_line.clear()
        self._fit()

    def refresh(self) -> None:
        """Show what holds now."""
        self.page.refresh()

    def light(self, span: TextSpan | None) -> None:
        """Light the word that is heard, or one for an example."""
        found = words(self._desk.sample.title)
        self.sample.light(span or found[min(_LIT_WORD, len(found) - 1)])

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key."""
        self.message_line.show_message(text)

    def orientation(self) -> tuple[Piece, ...]:
        """Return what somebody is told who cannot see the screen: where one is, what is asked, how to answer."""
        return orientation(self._fitting) if self._fitting is not None else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be in order when seen."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sample.fit(self.width(), self.height())
        layout = self.layout()
        if layout is not None:
            # At once: what is to be brought into view must lie where it will be seen. The bar's height follows the
            # window's, of which no layout knows.
            layout.invalidate()
            layout.activate()
        self._scroll.fit()
        focused = QApplication.focusWidget()
        if focused is not None:
            self._scroll.reveal(focused)

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        return [*self.page.stops, *self.caption_row.stops, *self.bar.buttons]

    def focus_first(self) -> None:
        """Put the focus on what holds now, among the choices."""
        self.page.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.reveal(self.page.first_stop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever gives the focus to the screen means its choices."""
        super().focusInEvent(event)
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are for it."""
        self.message_line.clear()
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            # A held key must not leave the next screen too.
            if not event.isAutoRepeat():
                self._desk.leave()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.page.choices:
            self._move_to(self.page.choices[0 if key == Qt.Key.Key_Home else -1])
        elif key in ARROWS:
            self._go(key)
        else:
            event.ignore()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside, in the order in which things are seen."""
        self.message_line.clear()
        stops, focused = self.tab_stops, QApplication.focusWidget()
        if focused not in stops:
            self.focus_first()
        else:
            self._move_to(stops[(stops.index(focused) + (1 if is_next else -1)) % len(stops)])
        return True

    def _go(self, key: int) -> None:
        stops, focused = self.tab_stops, QApplication.focusWidget()
        if focused not in stops:
            self.focus_first()
            return
        goal = neighbour([self._place_of(stop) for stop in stops], stops.index(focused), key)
        if goal is not None:
            self._move_to(stops[goal])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            # At the edge, go on as one reads: how many choices lie side by side depends on the room.
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.focusNextPrevChild((key == Qt.Key.Key_Right) is not is_mirrored)

    def _move_to(self, stop: QWidget) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of(self, stop: QWidget) -> QRect:
        """Where a control lies if nothing were scrolled: the bar below the last choice."""
        if self.page.isAncestorOf(stop):
            return QRect(stop.mapTo(self.page, stop.rect().topLeft()), stop.size())
        return QRect(stop.mapTo(self, stop.rect().topLeft()), stop.size()).translated(0, self.page.height())
