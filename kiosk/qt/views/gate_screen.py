"""The screen that asks staff for their PIN. Decides nothing: it shows the gate and tells what is pressed.

Whoever stands around may hear the loudspeaker, so no digit is ever said when it is entered ("star 3"), nor while
one goes along the row of digits: one counts. A switch lets the digits be said there, for who wears headphones.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import i18n
from kiosk.app.staff_words import (
    fault_words,
    gate_buttons,
    gate_title,
    gate_words,
    say_digits_words,
    stars_shown,
)
from kiosk.core.narration import Piece
from kiosk.core.staff_gate import Gate, Phase, digit_of
from kiosk.qt.theme import Dressable, Look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Column, EqualGrid
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.staff_frame import StaffFrame, StaffRow
from kiosk.qt.views.text_block import TextBlock

DIGITS = "0123456789"
_ICONS = {"done": "check", "delete": "back", "say": "switch-off", "leave": "close"}


class DigitButton(LargeButton):
    """A digit that can be seen; it is said only when somebody has asked for that."""

    def __init__(self, digit: str) -> None:
        super().__init__("")
        self.digit = digit
        self.is_said = False
        self.set_words(digit)

    @property
    def spoken_name(self) -> tuple[Piece, ...]:
        """What is said of it when it has the focus, or a finger is on it."""
        return (Piece(self.digit if self.is_said else "", i18n.language()),)

    @property
    def spoken_description(self) -> tuple[Piece, ...]:
        """What is said after that: nothing."""
        return (Piece("", i18n.language()),)


class _Group(EqualGrid):
    """Buttons of equal size."""

    def apply_look(self, look: Look) -> None:
        """Take sizes."""
        self.gap_px = look.gap_px // 2


class GateScreen(StaffFrame):
    """Title, what is asked, stars, the row of digits, and what to do with them.

    Signals:
        entered: a digit, "0" to "9".
        deleted: the last digit is taken back.
        finished: all digits are entered.
    """

    entered = Signal(str)
    deleted = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._gate = Gate(Phase.ASK)
        self._is_change = False
        self._keys = "full"
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        self.text = TextBlock(has_room_for_ring=True)
        self.stars = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True)
        self.digits = [DigitButton(digit) for digit in DIGITS]
        self.buttons = {name: LargeButton(icon) for name, icon in _ICONS.items()}
        self.say = self.buttons["say"]
        self.say.setCheckable(True)
        self._board, self._deeds = _Group(most_columns=10), _Group(most_columns=4)
        self._board.set_items(self.digits)
        self._deeds.set_items(list(self.buttons.values()))
        self._page = Column()
        self._page.set_items([self.title, self.text, self.stars, self._board, self._deeds])
        self._scroll = self.add_scroll(self._page)
        for digit in self.digits:
            digit.clicked.connect(lambda _checked=False, own=digit.digit: self._press(own))
        self.buttons["done"].clicked.connect(self.finished)
        self.buttons["delete"].clicked.connect(self.deleted)
        self.buttons["leave"].clicked.connect(self.back_asked)
        self.say.clicked.connect(self._say_digits)
        self.retranslate()

    # -- what is seen -----------------------------------------------------------------------------------------

    def begin(self, is_change: bool, keys: str) -> None:
        """Somebody has just come: no digit is said.

        Args:
            is_change: whether staff who are in want another PIN.
            keys: which keys there are; see :attr:`kiosk.app.keys.KeyDesk.kind`.
        """
        self._is_change, self._keys = is_change, keys
        self.say.setChecked(False)
        self._say_digits()
        self.message_line.clear()

    def show_gate(self, gate: Gate) -> None:
        """Show what is asked, and as many stars as digits were entered."""
        is_other = (gate.phase, gate.fault) != (self._gate.phase, self._gate.fault)
        self._gate = gate
        self.text.show_text(gate_words(gate, self._is_change, self._keys))
        self.stars.show_text(stars_shown(gate.stars))
        self.stars.setVisible(gate.takes_digits)
        focused = QApplication.focusWidget()
        is_lost = not gate.takes_digits and focused in (*self.digits, *self.buttons.values())
        for widget in (self._board, self.buttons["done"], self.buttons["delete"], self.say):
            widget.setVisible(gate.takes_digits)
        if (is_other or is_lost) and self.isVisible():
            self.focus_first()
        self.fit()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        self.title.show_text(gate_title())
        self.setAccessibleName(gate_title())
        for name, words in gate_buttons().items():
            self.buttons[name].set_words(words)
        self.caption_row.retranslate()
        self._say_digits()
        self.show_gate(self._gate)

    @property
    def spoken_words(self) -> tuple[str, ...]:
        """What is said when it comes, or asks for something else."""
        return f"{self.title.text()}.", self.text.text()

    @property
    def fault(self) -> str:
        """What was wrong with what was entered; empty when nothing was."""
        return fault_words(self._gate)

    @property
    def scroller(self) -> RowColumn:
        """What scrolls."""
        return self._scroll

    @property
    def page(self) -> Column:
        """What is in it."""
        return self._page

    @property
    def parts(self) -> list[Dressable]:
        """All that takes colours and sizes."""
        texts: list[Dressable] = [self.title, self.text, self.stars, self._board, self._deeds, self._scroll]
        return [*texts, *self.digits, *self.buttons.values()]

    def _say_digits(self) -> None:
        is_on = self.say.isChecked()
        label, name, more = say_digits_words(is_on)
        self.say.set_words(label, name, more, widest=(say_digits_words(True)[0], say_digits_words(False)[0]))
        self.say.set_icon_name("switch-on" if is_on else "switch-off")
        for digit in self.digits:
            digit.is_said = is_on

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[StaffRow]:
        """The digits count as one row, in which left and right go along."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        board = [] if self._board.isHidden() else [StaffRow(self.digits[0], self._board)]
        return [*board, *(StaffRow(button, button) for button in shown)]

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        board: list[QWidget] = [] if self._board.isHidden() else [*self.digits]
        return [*board, *(button for button in self.buttons.values() if not button.isHidden())]

    def go_across(self, by: int) -> None:
        """Go along the digits, always in their order, however many stand side by side."""
        focused = QApplication.focusWidget()
        if isinstance(focused, DigitButton):
            following = (self.digits.index(focused) + by) % len(self.digits)
            self.digits[following].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.go(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Backspace, from whatever keyboard; the rest moves."""
        digit = digit_of(event.text())
        if digit:
            if not event.isAutoRepeat():
                self.entered.emit(digit)
        elif event.key() == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def _press(self, digit: str) -> None:
        self.entered.emit(digit)
        # One counts from the first digit each time, without hearing where one is.
        self.digits[0].setFocus(Qt.FocusReason.OtherFocusReason)
