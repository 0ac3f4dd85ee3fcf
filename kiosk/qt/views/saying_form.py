"""Say a word differently: which word, how it is said, hear it, keep it, forget it. Knows no voice and no file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.app.own_words import OwnWords, Word
from kiosk.app.pronunciation import LONGEST_SAYING
from kiosk.core.lexicon import LONGEST_TERM
from kiosk.i18n import _
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import EqualGrid
from kiosk.qt.views.letter_board import LetterBoard
from kiosk.qt.views.setting_rows import PanelPage, Stop
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_field import TextField


class SayingForm(PanelPage):
    """One word and how it is said; the word that is being heard stands there already."""

    def __init__(self, own_words: OwnWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_words = own_words
        self._word: Word | None = None
        self._labels = [TextBlock(has_room_for_ring=True), TextBlock(has_room_for_ring=True)]
        self.hint = TextBlock(colour_role="muted", has_room_for_ring=True)
        self.term, self.said_like = TextField(LONGEST_TERM), TextField(LONGEST_SAYING)
        self.before, self.after = LargeButton("before"), LargeButton("after")
        # For those who have no letters on their keys.
        self.spell_term, self.spell_saying = LargeButton("keys"), LargeButton("keys")
        self.board = LetterBoard()
        self.hear, self.keep, self.forget = LargeButton("play"), LargeButton("check"), LargeButton("close")
        self._words, self._deeds = EqualGrid(most_columns=2), EqualGrid(most_columns=3)
        self._words.set_items([self.before, self.after, self.spell_term])
        self._deeds.set_items([self.hear, self.keep, self.forget])
        first, second = self._labels
        said_like = [second, self.said_like, self.spell_saying, self.hint]
        self.set_items([self.title, first, self.term, self._words, *said_like, self.board, self._deeds])
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.term.textEdited.connect(self._show_what_was_said)
        self.term.entered.connect(lambda: self.said_like.setFocus(Qt.FocusReason.TabFocusReason))
        self.said_like.entered.connect(self._hear)
        self.spell_term.clicked.connect(lambda: self._spell(self.term))
        self.spell_saying.clicked.connect(lambda: self._spell(self.said_like))
        self.board.closed.connect(self.close_board)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.hear.clicked.connect(self._hear)
        self.keep.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget_saying)

    def begin(self) -> None:
        """Take the word that is being heard."""
        self.board.hide()
        word = self._own_words.current()
        if word is not None:
            self._take(word)

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        super().apply_look(look)
        for text in (self.hint, *self._labels):
            text.apply_look(look)
        for field in (self.term, self.said_like):
            field.apply_look(look)
        words = (self.before, self.after, self.spell_term, self.spell_saying)
        for part in (*words, self.board, self.hear, self.keep, self.forget):
            part.apply_look(look)
        self._words.gap_px = self._deeds.gap_px = look.gap_px // 2
        self.updateGeometry()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: title above the form in which one tells how a word is said.
        self.title.show_text(_("Say a word differently"))
        # Translators: name of a field to write in: the word that is to be said differently.
        word = _("Word")
        # Translators: name of a field to write in: how the word is to be said.
        said_like = _("Say it like")
        for label, field, name in zip(self._labels, (self.term, self.said_like), (word, said_like), strict=True):
            label.show_text(name)
            field.setAccessibleName(name)
        # Translators: below the field "Say it like". "Id-lib" is how the name "Idlib" is said; take an example of
        # your language.
        hint = _("Write it as it sounds, for example “Id-lib”.")
        self.hint.show_text(hint)
        self.said_like.setAccessibleDescription(hint)
        for button, name in ((self.spell_term, word), (self.spell_saying, said_like)):
            # Translators: button: choose letters one by one to write with, where there is no keyboard.
            letters = _("Letters")
            button.set_words(letters, f"{letters}: {name}")
        self.board.retranslate()
        # Translators: button: take the word that stands before this one in the text.
        self.before.set_words(_("Word before"))
        # Translators: button: take the word that stands after this one in the text.
        self.after.set_words(_("Word after"))
        # Translators: button: hear the word as it would be said.
        self.hear.set_words(_("Hear it"))
        # Translators: button: say the word like that from now on.
        self.keep.set_words(_("Keep"))
        # Translators: button: say the word as ever from now on.
        self.forget.set_words(_("Forget"))
        self.refresh()

    def refresh(self) -> None:
        """Show whether there is something to forget."""
        has_own = bool(self._own_words.said_of(self.term.text(), self._language))
        if has_own == self.forget.isHidden():
            self.forget.setVisible(has_own)
            self._deeds.updateGeometry()

    @property
    def fields(self) -> tuple[TextField, TextField]:
        """What one can write in: the word, and how it is said."""
        return self.term, self.said_like

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        return [stop.widget for stop in self.stops]

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        if self.board.field is not None:
            return [Stop(stop, stop) for stop in self.board.stops]
        words = (self.term, self.before, self.after, self.spell_term)
        parts = (*words, self.said_like, self.spell_saying, self.hear, self.keep, self.forget)
        return [Stop(part, part) for part in parts if not part.isHidden()]

    # -- letters ----------------------------------------------------------------------------------------------

    def close_board(self) -> bool:
        """Put the letters away, the keyboard where they were asked for; return whether they were there."""
        field = self.board.field
        if field is None:
            return False
        asked = self.spell_term if field is self.term else self.spell_saying
        asked.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.hide()
        self.updateGeometry()
        return True

    def _spell(self, field: TextField) -> None:
        self.board.open(field)
        self.updateGeometry()
        self.board.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- deeds ------------------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return self._word.language if self._word is not None else ""

    def _take(self, word: Word) -> None:
        self._word = word
        for field in (self.term, self.said_like):
            field.set_language(word.language)
        self.term.setText(word.term)
        self.said_like.setText(self._own_words.said_of(word.term, word.language))
        self.refresh()

    def _go(self, by: int) -> None:
        word = self._own_words.neighbour(self._word, by) if self._word is not None else None
        if word is not None:
            self._take(word)
            # Who does not see the field hears which word it is.
            self._hear()

    def _show_what_was_said(self) -> None:
        said = self._own_words.said_of(self.term.text(), self._language)
        if said:
            self.said_like.setText(said)
        self.refresh()

    def _hear(self) -> None:
        self._own_words.hear(self.term.text(), self.said_like.text(), self._language)

    def _keep(self) -> None:
        self._own_words.keep(self.term.text(), self.said_like.text(), self._language)
        self.refresh()

    def _forget_saying(self) -> None:
        if self._own_words.forget(self.term.text(), self._language):
            self.said_like.clear()
            # It is about to go.
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
