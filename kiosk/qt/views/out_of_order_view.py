"""A machine that is out of order says so, in every language, on the screen and on any key. Decides nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kiosk.app.uptime_words import (
    anyway_words,
    in_all_languages,
    next_language_words,
    orientation,
    out_of_order_words,
)
from kiosk.core.narration import Piece
from kiosk.core.theme import Theme
from kiosk.i18n import LANGUAGES
from kiosk.qt.theme import palette, spacious_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.text_block import TextBlock

_WIDEST_EM = 40
# What works on every screen works on this one too.
_FOR_WINDOW = frozenset({Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12})

_STEPS: dict[int, bool] = {
    Qt.Key.Key_Down: True,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Left: False,
}


class OutOfOrderView(QWidget):
    """One sentence in every language, and a way to the articles all the same.

    Signals:
        anyway_asked: somebody wants to read all the same.
        saying_asked: a key was pressed; carries the sentence in the language whose turn it is.
    """

    anyway_asked = Signal()
    saying_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = 0
        self.title = TextBlock(scale=1.5, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        self.next_language = LargeButton("play")
        self.next_language.clicked.connect(self._say)
        self.anyway = LargeButton("next")
        self.anyway.clicked.connect(self.anyway_asked)
        self.others = [TextBlock(scale=1.2, has_room_for_ring=True) for _tag in list(LANGUAGES)[1:]]
        self._page = Column()
        self._page.set_items([self.title, self.next_language, self.anyway, *self.others])
        self._scroll = RowColumn(self._page, self)
        self.caption_row = CaptionRow(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.caption_row)
        self.retranslate()

    # -- what is seen -----------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, interface_pt: float, least_target_mm: float) -> None:
        """Take colours and sizes, as other screens do."""
        look = spacious_look(theme, interface_pt, least_target_mm)
        self.setPalette(palette(theme))
        for text in (self.title, *self.others):
            text.apply_look(look)
        for button in self.buttons:
            button.apply_look(look)
        self._scroll.apply_look(look)
        self.caption_row.apply_look(look)
        self._page.gap_px = look.em_px
        self._page.margin_px = look.padding_px
        self._page.most_width_px = _WIDEST_EM * look.em_px
        self._page.updateGeometry()
        self._scroll.fit()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        self._turn = 0
        self.setAccessibleName(out_of_order_words())
        self.title.show_text(out_of_order_words())
        self.next_language.set_words(next_language_words())
        self.anyway.set_words(anyway_words())
        for block, piece in zip(self.others, in_all_languages()[1:], strict=True):
            block.show_text(piece.text, piece.language)
        self.caption_row.retranslate()
        self._scroll.fit()

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key."""
        self.caption_row.line.show_message(text)

    def orientation(self) -> tuple[Piece, ...]:
        """Return what somebody is told who cannot see the screen."""
        return orientation()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._scroll.fit()

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the keyboard stops."""
        return list(self.buttons)

    @property
    def buttons(self) -> tuple[LargeButton, ...]:
        """What can be pressed, in order."""
        return (self.next_language, self.anyway)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever gives the focus to the screen means its first button."""
        super().focusInEvent(event)
        self.next_language.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from button to button; any other key says it in the next language."""
        self.caption_row.line.clear()
        if event.key() in _FOR_WINDOW:
            event.ignore()
        elif event.key() in _STEPS:
            self.focusNextPrevChild(_STEPS[event.key()])
        elif not event.isAutoRepeat():
            self._say()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around."""
        stops, focused = self.tab_stops, QApplication.focusWidget()
        here = stops.index(focused) if focused in stops else -1
        goal = stops[(here + (1 if is_next else -1)) % len(stops)]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.reveal(goal)
        return True

    def _say(self) -> None:
        pieces = in_all_languages()
        self._turn = (self._turn + 1) % len(pieces)
        self.saying_asked.emit(pieces[self._turn])
