"""The rows of the Listening panel: moving by ear, the voice, silence. Each shows what holds and changes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.reading import Reading
from kiosk.core.navigation import Level
from kiosk.i18n import _, pgettext
from kiosk.qt.input_map import Command
from kiosk.qt.listening_settings import level_setting, move_words, silence_settings, voice_settings
from kiosk.qt.theme import Look
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.layouts import EqualGrid
from kiosk.qt.views.setting_rows import SettingRows, show_where_offered


class ListeningRows(SettingRows):
    """Everything that the keys can ask for while one listens, each with its name and its value.

    Signals:
        word_asked: somebody wants to say a word differently.
        keys_asked: somebody wants to see to the keys.
    """

    word_asked = Signal()
    keys_asked = Signal()

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(5, parent)
        self._reading = reading
        self._make_buttons()
        self.level = self.stepper(level_setting(reading))
        self.voice = [self.stepper(setting) for setting in voice_settings(reading)]
        self.silence = [self.stepper(setting) for setting in silence_settings(reading)]
        self._moves, self._places = EqualGrid(most_columns=2), EqualGrid(most_columns=2)
        self._moves.set_items([self.previous, self.next, self.first, self.last])
        self._places.set_items([self.where, self.repeat, self.paragraph, self.back, self.here])
        moving, sound, silence, words, keys = self.headings
        self.set_items(
            [
                *(self.title, self.hint, moving, self.level, self._moves, self._places, self.bookmark),
                *(sound, *self.voice, self.fast_voice, self.speaker),
                *(silence, *self.silence, self.resume_back),
                *(words, self.word),
                *(keys, self.keys),
            ]
        )
        for shown in (words, self.word):
            shown.setVisible(reading.own_words.is_offered)
        self.retranslate()

    def _make_buttons(self) -> None:
        self.previous, self.next = (
            self.command_button("previous", Command.PREVIOUS),
            self.command_button("next", Command.NEXT),
        )
        self.first = self.command_button("first", Command.FIRST)
        self.last = self.command_button("last", Command.LAST)
        self.here = self.command_button("play", Command.PLAY_HERE)
        self.where = self.command_button("where", Command.WHERE)
        self.repeat = self.command_button("repeat", Command.REPEAT)
        self.paragraph = self.command_button("paragraph", Command.READ_PARAGRAPH)
        self.back = self.command_button("return", Command.GO_BACK)
        self.bookmark = self.command_button("bookmark", Command.BOOKMARK)
        self.speaker = self.command_button("listening", Command.INTERFACE_VOICE)
        self.fast_voice = LargeButton("fast")
        self.fast_voice.clicked.connect(self._reading.speech.take_fast_voice)
        self.resume_back = LargeButton("switch-on")
        self.resume_back.setCheckable(True)
        self.resume_back.clicked.connect(self._reading.speech.set_resume_back)
        self.word = LargeButton("word")
        self.word.clicked.connect(self.word_asked)
        self.keys = LargeButton("keys")
        self.keys.clicked.connect(self.keys_asked)

    # -- what is seen -----------------------------------------------------------------------------------------

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        super().apply_look(look)
        self._moves.gap_px = self._places.gap_px = look.gap_px // 2

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: title of the panel with everything about listening. One word.
        self.title.show_text(_("Listening"))
        # Translators: at the top of the panel about listening: which keys to use.
        self.hint.show_text(_("Up and Down choose, Left and Right change. Escape goes back to the article."))
        self._show_headings()
        super().retranslate()
        # Translators: button: hear which paragraph one is in.
        self.where.set_words(_("Where am I?"))
        # Translators: button: hear the sentence once more.
        self.repeat.set_words(_("Repeat the sentence"))
        # Translators: button: hear the paragraph from its start, then silence.
        self.paragraph.set_words(_("Read this paragraph and stop"))
        # Translators: button: go back to where the last jump was made from.
        self.back.set_words(_("Back to where I was"))
        # Translators: button, and what a key does.
        self.first.set_words(_("To the beginning of the article"))
        # Translators: button, and what a key does.
        self.last.set_words(_("To the end of the article"))
        # Translators: button, and what a key does: read on from the beginning of this paragraph.
        self.here.set_words(_("Read on from this paragraph"))
        # Translators: button: set up and try the keys of a keyboard, keypad or switch. One short word.
        self.keys.set_words(_("Keys"), description=_("Keypads, switches, and what each key does."))
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
        moving, sound, silence, words, keys = self.headings
        # Translators: heading in the panel about listening, above what moves through the text.
        moving.show_text(_("Moving"))
        # Translators: heading in the panel about listening, above speed, volume, voice.
        sound.show_text(_("Voice and sound"))
        # Translators: heading in the panel about listening, above what makes the reading fall silent by itself.
        silence.show_text(_("Stopping"))
        # Translators: heading in the panel about listening, above what is said differently.
        words.show_text(_("Words"))
        # Translators: title of the screen about keys. One word.
        keys.show_text(pgettext("title", "Keys"))

    def refresh(self) -> None:
        """Show what holds now; what has not changed stays untouched."""
        super().refresh()
        show_where_offered(self.fast_voice, lambda: self._reading.speech.offers_fast_voice)
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

    def ordered(self) -> list[QWidget]:
        """Return steppers and buttons in order, shown or not."""
        found: list[QWidget] = [self.level, self.previous, self.next, self.first, self.last]
        found += [self.where, self.repeat, self.paragraph, self.back, self.here, self.bookmark]
        return [
            *found,
            *self.voice,
            self.fast_voice,
            self.speaker,
            *self.silence,
            self.resume_back,
            self.word,
            self.keys,
        ]

    def buttons(self) -> list[LargeButton]:
        """Return the buttons that belong to no setting."""
        moves = [self.previous, self.next, self.first, self.last]
        places = [self.where, self.repeat, self.paragraph, self.back, self.here, self.bookmark]
        return [*moves, *places, self.fast_voice, self.speaker, self.resume_back, self.word, self.keys]
