"""The rows of the Listening panel: moving by ear, the voice, silence. Each shows what holds and changes it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.reading import Reading
from kiosk.core.navigation import Level
from kiosk.i18n import _
from kiosk.qt.input_map import Command
from kiosk.qt.listening_settings import (
    AMOUNT_ICONS,
    RING_ICONS,
    Setting,
    level_setting,
    move_words,
    silence_settings,
    voice_settings,
)
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import Column, EqualGrid
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_block import TextBlock


class Stop(NamedTuple):
    """One thing that the arrow keys go to."""

    widget: QWidget
    """What gets the focus."""
    around: QWidget
    """What it belongs to: decides what lies beside it, below it and above."""


class ListeningRows(Column):
    """Everything that the keys can ask for while one listens, each with its name and its value.

    Signals:
        asked: a command of the reader.
        word_asked: somebody wants to say a word differently.
    """

    asked = Signal(Command)
    word_asked = Signal()

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.title = TextBlock(scale=1.3, is_bold=True, has_room_for_ring=True, accessible_role_name="heading")
        self.hint = TextBlock(colour_role="muted", has_room_for_ring=True)
        self._headings = [
            TextBlock(scale=1.15, is_bold=True, has_room_for_ring=True, accessible_role_name="subheading")
            for _number in range(4)
        ]
        self._steppers: list[tuple[Stepper, Setting]] = []
        self._make_buttons()
        self.level = self._stepper(level_setting(reading))
        self.voice = [self._stepper(setting) for setting in voice_settings(reading)]
        self.silence = [self._stepper(setting) for setting in silence_settings(reading)]
        self._moves, self._places = EqualGrid(most_columns=2), EqualGrid(most_columns=2)
        self._moves.set_items([self.previous, self.next])
        self._places.set_items([self.where, self.repeat, self.paragraph, self.back])
        moving, sound, silence, words = self._headings
        self.set_items(
            [
                *(self.title, self.hint, moving, self.level, self._moves, self._places, self.bookmark),
                *(sound, *self.voice, self.fast_voice, self.speaker),
                *(silence, *self.silence, self.resume_back),
                *(words, self.word),
            ]
        )
        for shown in (words, self.word):
            shown.setVisible(reading.own_words.is_offered)
        self.retranslate()

    def _make_buttons(self) -> None:
        self.previous, self.next = self._button("previous", Command.PREVIOUS), self._button("next", Command.NEXT)
        self.where = self._button("where", Command.WHERE)
        self.repeat = self._button("repeat", Command.REPEAT)
        self.paragraph = self._button("paragraph", Command.READ_PARAGRAPH)
        self.back = self._button("return", Command.GO_BACK)
        self.bookmark = self._button("bookmark", Command.BOOKMARK)
        self.speaker = self._button("listening", Command.INTERFACE_VOICE)
        self.fast_voice = LargeButton("fast")
        self.fast_voice.clicked.connect(self._reading.speech.take_fast_voice)
        self.resume_back = LargeButton("switch-on")
        self.resume_back.setCheckable(True)
        self.resume_back.clicked.connect(self._reading.speech.set_resume_back)
        self.word = LargeButton("word")
        self.word.clicked.connect(self.word_asked)

    def _button(self, icon_name: str, command: Command) -> LargeButton:
        button = LargeButton(icon_name)
        button.clicked.connect(lambda: self.asked.emit(command))
        return button

    def _stepper(self, setting: Setting) -> Stepper:
        made = Stepper(RING_ICONS if setting.range is None else AMOUNT_ICONS, is_ring=setting.range is None)
        if setting.range is not None:
            made.value.range = setting.range.least, setting.range.most, setting.range.step
        made.stepped.connect(setting.step)
        self._steppers.append((made, setting))
        return made

    # -- what is seen -----------------------------------------------------------------------------------------

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        for text in (self.title, self.hint, *self._headings):
            text.apply_look(look)
        for stepper, _setting in self._steppers:
            stepper.apply_look(look)
        for button in self._buttons():
            button.apply_look(look)
        self.gap_px = look.gap_px
        self.margin_px = look.padding_px
        self._moves.gap_px = self._places.gap_px = look.gap_px // 2
        self.updateGeometry()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: title of the panel with everything about listening. One word.
        self.title.show_text(_("Listening"))
        # Translators: at the top of the panel about listening: which keys to use.
        self.hint.show_text(_("Up and Down choose, Left and Right change. Escape goes back to the article."))
        self._show_headings()
        for stepper, setting in self._steppers:
            stepper.set_words(setting.words())
        # Translators: button: hear which paragraph one is in.
        self.where.set_words(_("Where am I?"))
        # Translators: button: hear the sentence once more.
        self.repeat.set_words(_("Repeat the sentence"))
        # Translators: button: hear the paragraph from its start, then silence.
        self.paragraph.set_words(_("Read this paragraph and stop"))
        # Translators: button: go back to where the last jump was made from.
        self.back.set_words(_("Back to where I was"))
        # Translators: button: mark the sentence that is read.
        bookmark = _("Bookmark here")
        # Translators: more about the button "Bookmark here", for those who hear it.
        self.bookmark.set_words(bookmark, description=_("Marks this sentence, or takes its mark away."))
        # Translators: button, offered when the voice reads very fast: take the voice that is clear at any speed.
        self.fast_voice.set_words(_("Use the plain fast voice"))
        # Translators: button: let another one say what the controls are: this program, a screen reader, or nobody.
        speaker = _("Change who speaks")
        # Translators: more about the button "Change who speaks", for those who hear it.
        more = _("Who says what the controls are: articles are read as ever.")
        self.speaker.set_words(speaker, description=more)
        # Translators: button: tell the voice how a word is to be said.
        self.word.set_words(_("Say a word differently"))
        self.refresh()

    def _show_headings(self) -> None:
        moving, sound, silence, words = self._headings
        # Translators: heading in the panel about listening, above what moves through the text.
        moving.show_text(_("Moving"))
        # Translators: heading in the panel about listening, above speed, volume, voice.
        sound.show_text(_("Voice and sound"))
        # Translators: heading in the panel about listening, above what makes the reading fall silent by itself.
        silence.show_text(_("Stopping"))
        # Translators: heading in the panel about listening, above what is said differently.
        words.show_text(_("Words"))

    def refresh(self) -> None:
        """Show what holds now; what has not changed stays untouched."""
        for stepper, setting in self._steppers:
            number = setting.range.now() if setting.range is not None else None
            stepper.show_value(setting.value(), setting.widest(), number)
            _show(stepper, setting.is_offered)
        _show(self.fast_voice, lambda: self._reading.speech.offers_fast_voice)
        self._show_moves()
        self._show_resume_back()

    def _show_moves(self) -> None:
        level = self._reading.navigation.level
        for button, by in ((self.previous, -1), (self.next, 1)):
            words = move_words(level, by)
            if words != button.label:
                button.set_words(words, widest=[move_words(other, by) for other in Level])

    def _show_resume_back(self) -> None:
        is_on = self._reading.speech.is_resuming_back
        # Translators: a button that switches something on and off; it is on. The reading that was paused for long
        # goes on some sentences earlier.
        on = _("After a long pause, go back a little: on")
        # Translators: the same button; it is off.
        off = _("After a long pause, go back a little: off")
        words = on if is_on else off
        if words != self.resume_back.label:
            # Translators: the same button for those who hear it: whether it is on they are told besides.
            self.resume_back.set_words(words, _("After a long pause, go back a little"), widest=(on, off))
        self.resume_back.set_icon_name("switch-on" if is_on else "switch-off")
        self.resume_back.setChecked(is_on)

    # -- the keyboard -----------------------------------------------------------------------------------------

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        found: list[QWidget] = []
        for stop in self.stops:
            found += stop.around.stops if isinstance(stop.around, Stepper) else [stop.widget]
        return found

    @property
    def stops(self) -> list[Stop]:
        """Where the arrow keys stop, in order."""
        steppers = {stepper: Stop(stepper.value, stepper) for stepper, _setting in self._steppers}
        ordered: list[QWidget] = [self.level, self.previous, self.next]
        ordered += [self.where, self.repeat, self.paragraph, self.back, self.bookmark]
        ordered += [*self.voice, self.fast_voice, self.speaker, *self.silence, self.resume_back, self.word]
        return [
            steppers[own] if isinstance(own, Stepper) else Stop(own, own) for own in ordered if not own.isHidden()
        ]

    def _buttons(self) -> list[LargeButton]:
        moves = [self.previous, self.next, self.where, self.repeat, self.paragraph, self.back, self.bookmark]
        return [*moves, self.fast_voice, self.speaker, self.resume_back, self.word]


def _show(widget: QWidget, is_offered: Callable[[], bool]) -> None:
    """Show what does something now and hide what does not; a hidden part hands the focus on."""
    is_shown = is_offered()
    if is_shown == widget.isHidden():
        focused = widget.window().focusWidget()
        if not is_shown and focused is not None and (focused is widget or widget.isAncestorOf(focused)):
            widget.focusNextPrevChild(False)
        widget.setVisible(is_shown)
        parent = widget.parentWidget()
        if parent is not None:
            parent.updateGeometry()
