"""The Listening panel: moving by ear and the voice, for mouse, touch, keyboard and screen readers, in large type.

It stands in the place of the article while the reading goes on, so that every change is heard at once. Nothing is
dragged, nothing is timed; what the keys of the reader do they do here too.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kiosk.app.reading import OpenArticle, Reading
from kiosk.core.reading import Preparing, ReadingState, is_sounding
from kiosk.core.theme import Theme
from kiosk.qt.input_map import Command
from kiosk.qt.theme import palette, plain_look, spacious_look
from kiosk.qt.views.arrow_keys import ARROWS, neighbour
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.listening_rows import ListeningRows, Stop
from kiosk.qt.views.panel_head import PanelHead
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.saying_form import SayingForm
from kiosk.qt.views.text_flow import LINE_PITCH

_WIDEST_EM = 40
# Keys that mean something in the reader and must not act unseen behind the panel.
_KEPT_KEYS = frozenset(
    {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Back}
)


class ListeningPanel(QFrame):
    """A head that stays, with play and close; below it the rows, or the form for one word, which scroll.

    Signals:
        asked: a command of the reader.
        closed: somebody is done here; the owner hides it.
        form_shown: the form for one word has taken the place of the rows.
    """

    asked = Signal(Command)
    closed = Signal()
    form_shown = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._look = plain_look()
        self._undo: list[Callable[[], None]] = []
        self.head = PanelHead(self)
        self.rows = ListeningRows(reading)
        self.form = SayingForm(reading.own_words)
        self._rows_scroll, self._form_scroll = RowColumn(self.rows, self), RowColumn(self.form, self)
        self._form_scroll.hide()
        self.head.play.clicked.connect(lambda: self.asked.emit(Command.TOGGLE))
        self.head.close_button.clicked.connect(self._leave)
        self.rows.asked.connect(self.asked)
        self.rows.word_asked.connect(self.show_form)
        self.retranslate()
        self.hide()

    # -- what is seen -----------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float = 0) -> None:
        """Take colours and size.

        Args:
            theme: the colours.
            interface_pt: size of ordinary interface text in points.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        self._look = look = spacious_look(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        for part in (self.head, self.rows, self.form, self._rows_scroll, self._form_scroll):
            part.apply_look(look)
        for page in (self.rows, self.form):
            page.most_width_px = _WIDEST_EM * look.em_px
        self._arrange()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        for part in (self.head, self.rows, self.form):
            part.retranslate()
        self.setAccessibleName(self.rows.title.text())
        self.setAccessibleDescription(self.rows.hint.text())
        self._arrange()

    def show_form(self) -> None:
        """Show the form for one word in place of the rows."""
        self.form.begin()
        self._turn(has_form=True)
        self._form_scroll.verticalScrollBar().setValue(0)
        self.form.term.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_shown.emit()

    def show_rows(self) -> None:
        """Show the rows again."""
        self._turn(has_form=False)
        self.rows.word.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_form(self) -> bool:
        """Whether the form for one word is shown."""
        return not self._form_scroll.isHidden()

    def begin(self) -> None:
        """Begin at the top, with the keyboard at the first row; it has come into view."""
        self._rows_scroll.verticalScrollBar().setValue(0)
        self.rows.level.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Take the keyboard, where it was last."""
        last, stops = self.focusWidget(), self._tab_stops()
        stop = last if last in stops else self._page.stops[0].widget
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and a line above the room for a note."""
        painter, theme = QPainter(self), self._look.theme
        fill(painter, self.rect(), QColor(theme.surface))
        if free := self._room_for_note():
            fill(painter, QRect(0, self.height() - free, self.width(), self._look.border_px), QColor(theme.line))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self._arrange()

    def _turn(self, has_form: bool) -> None:
        self._form_scroll.setVisible(has_form)
        self._rows_scroll.setVisible(not has_form)
        self.head.set_back(has_form)
        self._arrange()

    def _arrange(self) -> None:
        head = self.head.heightForWidth(self.width())
        self.head.setGeometry(0, 0, self.width(), head)
        room = self.height() - head - self._room_for_note()
        for scroll in (self._rows_scroll, self._form_scroll):
            scroll.setGeometry(0, head, self.width(), max(1, room))
            scroll.fit()
        focused = QApplication.focusWidget()
        if focused is not None:
            self._page_scroll.reveal(focused)
        self.update()

    def _room_for_note(self) -> int:
        """Pixels to leave free for one line that tells what was done: it must not push away what is pressed."""
        parent = self.parentWidget()
        taken = parent.height() - self.height() if parent is not None else 0
        one_line = max(self._look.icon_px, round(LINE_PITCH * self._look.em_px + 0.5)) + 2 * self._look.gap_px
        return max(0, one_line - taken)

    @property
    def _page(self) -> ListeningRows | SayingForm:
        return self.form if self.has_form else self.rows

    @property
    def _page_scroll(self) -> RowColumn:
        return self._form_scroll if self.has_form else self._rows_scroll

    # -- following the reading --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds, from now on live; nobody is asked for anything meanwhile."""
        super().showEvent(event)
        if event.spontaneous() or self._undo:
            return
        reading = self._reading
        self._undo = [
            reading.settings.subscribe(lambda _settings: self._refresh()),
            reading.note.subscribe(lambda note: self._refresh() if note is not None else None),
            reading.opened.subscribe(self._follow_article),
            reading.player.state.subscribe(self._follow_state),
        ]
        reading.is_choosing = True
        self._turn(has_form=False)
        self._refresh()
        self._follow_state(reading.player.state.value)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing any more."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        for undo in self._undo:
            undo()
        self._undo = []
        self._reading.is_choosing = False

    def _refresh(self) -> None:
        self.rows.refresh()
        self.form.refresh()

    def _follow_article(self, opened: OpenArticle | None) -> None:
        if opened is None:
            self.closed.emit()
        else:
            self._refresh()

    def _follow_state(self, state: ReadingState) -> None:
        self.head.set_playing(is_sounding(state), isinstance(state, Preparing))

    # -- the keyboard -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go around, Escape leads back; what is left is the reader's."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self._leave()
        elif key in ARROWS:
            self._go(key)
        elif key == Qt.Key.Key_F1:
            # The guide is an article: it is shown where the panel stands.
            self.closed.emit()
            event.ignore()
        elif key not in _KEPT_KEYS:
            event.ignore()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside: the rows are a ring."""
        stops, focused = self._tab_stops(), QApplication.focusWidget()
        here = next((number for number, stop in enumerate(stops) if stop is focused), None)
        if here is None:
            self.take_focus()
        else:
            reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
            self._move_to(stops[(here + (1 if is_next else -1)) % len(stops)], reason)
        return True

    def _leave(self) -> None:
        if self.has_form:
            self.show_rows()
        else:
            self.closed.emit()

    def _go(self, key: int) -> None:
        """Move the focus as the eye sees it; at the edge of all, up and down go around."""
        stops, focused = self._stops(), QApplication.focusWidget()
        here = next((number for number, stop in enumerate(stops) if _holds(stop.around, focused)), None)
        if here is None:
            self.take_focus()
            return
        goal = neighbour([self._place_of(stop.around) for stop in stops], here, key)
        if goal is None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            goal = 0 if key == Qt.Key.Key_Down else len(stops) - 1
        if goal is not None:
            self._move_to(stops[goal].widget, Qt.FocusReason.TabFocusReason)

    def _move_to(self, stop: QWidget, reason: Qt.FocusReason) -> None:
        # What was told of the last change is over with the next key.
        self._reading.note.set(None)
        stop.setFocus(reason)

    def _tab_stops(self) -> list[QWidget]:
        return [*self.head.buttons, *self._page.tab_stops]

    def _stops(self) -> list[Stop]:
        return [*(Stop(button, button) for button in self.head.buttons), *self._page.stops]

    def _place_of(self, widget: QWidget) -> QRect:
        """Return where something lies if nothing were scrolled: the head above all else."""
        page = self._page
        if page.isAncestorOf(widget):
            return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
        return QRect(widget.mapTo(self, QPoint(0, -self.head.height() - 1)), widget.size())


def _holds(around: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (around is focused or around.isAncestorOf(focused))
