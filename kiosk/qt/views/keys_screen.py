"""The screen for keys: which there are, how presses count, setting them up, learning them. Decides nothing.

It is one column of which each mode shows a part. Nothing is dragged and nothing is timed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from kiosk.core.narration import Piece
from kiosk.core.theme import Theme
from kiosk.qt.accessibility import announce
from kiosk.qt.setting import Setting
from kiosk.qt.theme import Dressable, palette, plain_look, spacious_look
from kiosk.qt.views.article_painting import fill
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.caption_row import CaptionRow
from kiosk.qt.views.keys_mode import BUTTON_ICONS, KeysMode, button_words, title_of
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_block import TextBlock

AMOUNT_ICONS, RING_ICONS = ("less", "more"), ("before", "after")
_WIDEST_EM = 40


class _Told(TextBlock):
    """A text that a screen reader is told of whenever it changes, unless the program says it itself."""

    is_announced = True


class KeysScreen(QFrame):
    """Shows a title, a text in large type, and the rows of a mode.

    Signals:
        pressed: the name of a button that was pressed; see :class:`KeysMode`.
        turned: another mode is shown.
        gone: another screen is in front, or none.
    """

    pressed = Signal(str)
    turned = Signal()
    gone = Signal()

    accessible_role_name = "dialog"
    """What the factory of accessible objects makes of it."""
    # What it shows is said when it changes: the screen itself, which has the focus while keys are asked for, adds
    # nothing to that.
    spoken_name = (Piece("", ""),)
    spoken_description = (Piece("", ""),)

    def __init__(self, kind: Setting, press: Sequence[Setting], scan: Sequence[Setting]) -> None:
        """Make it, without a parent: a stack of screens takes it.

        Args:
            kind: which keys one has.
            press: how presses count.
            scan: how things come forward.
        """
        super().__init__()
        self.mode = KeysMode.ROWS
        self._look = plain_look()
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        # A screen reader hears it like a message, whenever it changes.
        self.text = _Told(has_room_for_ring=True, accessible_role_name="notification")
        self.settings = [(_stepper(setting), setting) for setting in (kind, *press, *scan)]
        steppers = [stepper for stepper, _setting in self.settings]
        self._steppers = {"kind": steppers[:1], "press": steppers[1 : 1 + len(press)]}
        self._steppers["scan"] = steppers[1 + len(press) :]
        self.buttons = {name: LargeButton(icon) for name, icon in BUTTON_ICONS.items()}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, own=name: self.pressed.emit(own))
        self._page = Column()
        self._page.set_items([self.title, self.text, *(row for mode in KeysMode for row in self._rows_of(mode))])
        self._scroll = RowColumn(self._page, self)
        self.caption_row = CaptionRow(self)
        self.message_line = self.caption_row.line
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.caption_row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for stepper, setting in self.settings:
            if setting.range is not None:
                stepper.value.range = setting.range.least, setting.range.most, setting.range.step
            stepper.stepped.connect(setting.step)
            stepper.stepped.connect(self.refresh)
        self.retranslate()

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
        parts: list[Dressable] = [self.title, self.text, self._scroll, self.caption_row, *self.buttons.values()]
        for part in (*parts, *(stepper for stepper, _setting in self.settings)):
            part.apply_look(look)
        self._page.gap_px, self._page.margin_px = look.gap_px, look.padding_px
        self._page.most_width_px = _WIDEST_EM * look.em_px
        self._fit()

    def show_mode(self, mode: KeysMode, text: str) -> None:
        """Show a mode: a text, and its rows; the first has the focus, or the screen where keys are asked for."""
        self.mode = mode
        is_taking_keys = mode in (KeysMode.ASKING, KeysMode.LEARNING)
        # The screen itself is something that the keyboard can be at only while it takes every key.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if is_taking_keys else Qt.FocusPolicy.NoFocus)
        self.message_line.clear()
        self.show_words(text)
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)
        if is_taking_keys:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tab_stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def show_words(self, text: str) -> None:
        """Show a text below the title: a hint, a question, what a key does."""
        self.title.show_text(title_of(self.mode))
        self.setAccessibleName(self.title.text())
        self.text.is_announced = not getattr(self.window(), "is_quiet", False)
        self.text.hide()
        self.text.show_text(text)
        self.text.show()
        if self.text.is_announced:
            announce(self.text, text, is_warning=False)
        self._fit()

    def show_note(self, text: str) -> None:
        """Show something that is good to know until the next key, where it does not stand above the rows."""
        if self.mode is KeysMode.ROWS or self.mode is KeysMode.TRIAL:
            self.message_line.show_message(text)

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        for stepper, setting in self.settings:
            stepper.set_words(setting.words())
        for name, words in button_words().items():
            self.buttons[name].set_words(words)
        self.title.show_text(title_of(self.mode))
        self.setAccessibleName(self.title.text())
        self.caption_row.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        for stepper, setting in self.settings:
            number = setting.range.now() if setting.range is not None else None
            stepper.show_value(setting.value(), setting.widest(), number)
        not_offered = [stepper for stepper, setting in self.settings if not setting.is_offered()]
        focused = QApplication.focusWidget()
        for mode in KeysMode:
            for row in self._rows_of(mode):
                is_shown = mode is self.mode and row not in not_offered
                if not is_shown and (row is focused or _holds(row, focused)):
                    # Or Qt would look for another place among rows of which half are there.
                    self.setFocus(Qt.FocusReason.OtherFocusReason)
                row.setVisible(is_shown)
        self._fit()

    @property
    def spoken_words(self) -> tuple[str, str]:
        """What is said when it comes: the title and the text."""
        return f"{self.title.text()}.", self.text.text()

    def _rows_of(self, mode: KeysMode) -> list[QWidget]:
        rows: list[QWidget] = []
        for name in mode.value:
            rows += self._steppers.get(name) or [self.buttons[name]]
        return rows

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        found: list[QWidget] = []
        for row in self._shown_rows():
            found += row.stops if isinstance(row, Stepper) else [row]
        return [*found, *self.caption_row.stops]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go around, Escape leads back."""
        self.message_line.clear()
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            if not event.isAutoRepeat():
                self.pressed.emit("close" if self.mode is KeysMode.ROWS else "undo")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self._go(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self._go(-1)
        else:
            event.ignore()

    def focusNextPrevChild(self, is_next: bool, /) -> bool:
        """Go around inside."""
        stops, focused = self.tab_stops, QApplication.focusWidget()
        if not self.isVisible() or not stops:
            # Qt asks while another screen takes its place.
            return False
        self.message_line.clear()
        here = stops.index(focused) if focused in stops else -1 if is_next else 0
        stops[(here + (1 if is_next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _go(self, by: int) -> None:
        rows, focused = self._shown_rows(), QApplication.focusWidget()
        here = next((number for number, row in enumerate(rows) if focused is row or _holds(row, focused)), -1)
        row = rows[(here + by) % len(rows)]
        goal = row.value if isinstance(row, Stepper) else row
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _shown_rows(self) -> list[QWidget]:
        return [row for row in self._rows_of(self.mode) if not row.isHidden()]

    # -- Qt ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        fill(painter, self.rect(), QColor(self._look.theme.surface))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what has the focus stays in view."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nobody sees it any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.gone.emit()

    def _fit(self) -> None:
        self._scroll.fit()
        focused = QApplication.focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            self._scroll.reveal(focused)


def _stepper(setting: Setting) -> Stepper:
    is_ring = setting.range is None
    return Stepper(RING_ICONS if is_ring else AMOUNT_ICONS, is_ring=is_ring)


def _holds(row: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and row.isAncestorOf(focused)
