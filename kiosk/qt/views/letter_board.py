"""Letters to choose one by one: for those who have five keys, a switch or a finger and no keyboard.

It writes into a field that it is given. Knows not what is written.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.narration import words_for_letters
from kiosk.core.letters import SIGNS, letters_of
from kiosk.i18n import _
from kiosk.qt.theme import Look, plain_look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Column, FlowRow
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_field import TextField


class LetterBoard(Column):
    """What is written by now, the letters of its language in rows, and two buttons: delete, done.

    Signals:
        closed: enough is written; the owner hides it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = plain_look()
        self._field: TextField | None = None
        self.written = TextBlock(has_room_for_ring=True)
        self.letters: list[LargeButton] = []
        self.delete, self.done = LargeButton("back"), LargeButton("check")
        self._rows = FlowRow()
        self.set_items([self.written, self._rows])
        self.delete.clicked.connect(self._delete)
        self.done.clicked.connect(self.closed)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        return [*self.letters, self.delete, self.done]

    @property
    def field(self) -> TextField | None:
        """What is written into, while letters are shown."""
        return None if self.isHidden() else self._field

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        self._look = look
        self.written.apply_look(look)
        for button in (*self.letters, self.delete, self.done):
            button.apply_look(look)
        self.gap_px = look.gap_px
        self._rows.gap_px = look.gap_px // 2
        self.updateGeometry()

    def retranslate(self) -> None:
        """Read all words again."""
        # Translators: button: delete the letter that was written last.
        self.delete.set_words(_("Delete the last letter"))
        # Translators: button: enough letters were chosen.
        self.done.set_words(_("The word is done"))

    def open(self, field: TextField) -> None:
        """Show the letters for a field."""
        self._field = field
        for old in self.letters:
            old.setParent(None)
            old.deleteLater()
        language = field.words_language
        self.letters = [self._letter(letter, language) for letter in letters_of(language)]
        self.letters += [self._sign(sign) for sign in SIGNS]
        self._rows.set_items([*self.letters, self.delete, self.done])
        self.apply_look(self._look)
        self._show_written()
        self.show()

    def _letter(self, letter: str, language: str) -> LargeButton:
        button = LargeButton("")
        button.set_words(letter, language=language)
        button.clicked.connect(partial(self._write, letter))
        return button

    def _sign(self, sign: str) -> LargeButton:
        button = LargeButton("")
        button.set_words(words_for_letters(sign, "").text)
        button.clicked.connect(partial(self._write, sign))
        return button

    def _write(self, letter: str, _is_checked: bool = False) -> None:
        if self._field is not None:
            self._field.end(False)
            self._field.insert(letter)
            self._show_written()

    def _delete(self) -> None:
        if self._field is not None:
            self._field.end(False)
            self._field.backspace()
            self._show_written()

    def _show_written(self) -> None:
        if self._field is not None:
            self.written.show_text(self._field.text(), self._field.words_language)
            self.updateGeometry()
