"""Follows the focus, the screens and the reading, and lets the narrator say them. Decides nothing about turns.

What is said is shown too, as a caption in the screen's line for messages; while the narrator is mute, only that.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import i18n
from kiosk.app.narration import (
    catalog_caption,
    in_interface_language,
    purpose_of,
    reader_caption,
    speaker_words,
    text_size_words,
    words_for_control,
    words_for_letters,
)
from kiosk.app.prompts import words_for_message, words_for_note
from kiosk.core.narration import Piece, Pieces, Purpose, Saying, ended
from kiosk.core.reading import is_sounding
from kiosk.core.reading_events import Problem
from kiosk.core.speaker import Speaker, says_change
from kiosk.qt.acts import Acts
from kiosk.qt.dispatcher import QtDispatcher
from kiosk.qt.spoken import appeal_words, caption_text, control_of, panel_words, place_words, plain, shown_words
from kiosk.qt.views.catalog_view import CatalogView
from kiosk.qt.views.donation_dialog import DonationDialog

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.message import Message
    from kiosk.app.note import Note
    from kiosk.app.reading import OpenArticle
    from kiosk.core.campaign import Appeal
    from kiosk.core.caption import Caption
    from kiosk.core.settings import Settings
    from kiosk.qt.main_window import MainWindow


class Narration(QObject):
    """Turns what happens in a window into sayings.

    1. Every key, press and touch cuts what is being said, before anything else is done with it.
    2. What happens while it is obeyed was asked for; what happens by itself was not. A control that was pointed at
       is seen, and not said.
    3. Focus and screen are told once the event is over: of three widgets that had the focus in passing only the
       last counts, and a screen is told together with what has the focus in it.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk") -> None:
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._narrator = kiosk.narrator
        self._dispatcher = QtDispatcher()
        self.acts = Acts(self, kiosk.narrator.cut)
        self.is_on = False
        self._is_screen_due = self._is_focus_due = self._is_asked = self._is_told_soon = False
        self._is_panel_due = self._is_place_due = False
        self._settings = kiosk.preferences.settings.value
        self._watched_card: QWidget | None = None
        self._watched_panel: QWidget | None = None
        self._connect()

    def _connect(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        self._window.currentChanged.connect(self._follow_screen)
        self._window.turned.connect(self._follow_screen)
        self._window.told.connect(self._follow_told)
        self._window.reader.panel_turned.connect(self._follow_panel)
        self._watch_panel()
        reading = self._kiosk.reading
        reading.opened.subscribe(self._follow_article)
        reading.appeal.subscribe(self._follow_appeal)
        reading.note.subscribe(self._follow_note)
        reading.message.subscribe(self._follow_message)
        self._kiosk.preferences.settings.subscribe(self._follow_settings)
        self._narrator.caption.subscribe(self._show_caption)

    def start(self, is_mute: bool) -> None:
        """Say what happens from now on, or show it alone, from where one is on; once the window is shown."""
        self._turn_on(is_mute)
        self._follow_screen()

    def change(self, before: Speaker, after: Speaker) -> None:
        """Let another one speak; before that is so, the one who can says it."""
        words = speaker_words(after)
        is_said = says_change(before, after) is Speaker.SELF
        self._window.is_quiet = is_said
        self._window.show_note(words)
        if after is Speaker.SELF:
            self._turn_on(is_mute=False)
        is_silent = not is_sounding(self._kiosk.player.state.value)
        screen = self._screen_words() if after is Speaker.SELF and is_silent else ()
        if is_said:
            self.is_on = True
            self._say((in_interface_language(words), *screen), Purpose.ANSWER, is_asked=True)
        if after is Speaker.TEXT:
            self._turn_on(is_mute=True)
        elif after is Speaker.SCREEN_READER:
            self.stop()

    def stop(self) -> None:
        """Begin nothing any more; what is being said is said to its end, or until a key."""
        self.is_on = False
        self._window.set_caption_room(False)
        self._window.is_quiet = False

    def _turn_on(self, is_mute: bool) -> None:
        self.is_on = True
        self._narrator.is_mute = is_mute
        self._window.is_quiet = True
        self._window.set_caption_room(self._has_captions)
        if not is_mute:
            self._narrator.warm_up(i18n.language())
        self.acts.watch(self._window.windowHandle())

    # -- following ----------------------------------------------------------------------------------------------

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._window.isAncestorOf(now) and not self.acts.is_pointed_at:
            self._is_focus_due = True
            self._tell_soon()

    def _follow_screen(self, _number: int = 0) -> None:
        self._is_screen_due = True
        self._tell_soon()

    def _follow_article(self, opened: "OpenArticle | None") -> None:
        if opened is not None and self._window.reader.panel_in_front is not None:
            # It stays in front: only the article is another one.
            self._is_place_due = True
            self._tell_soon()
        elif opened is not None:
            self._follow_screen()

    def _follow_panel(self) -> None:
        self._watch_panel()
        is_open = self._window.reader.panel_in_front is not None
        self._is_panel_due, self._is_place_due = is_open, not is_open
        self._tell_soon()

    def _watch_panel(self) -> None:
        panel = self._window.reader.listening
        if panel is not None and panel is not self._watched_panel:
            self._watched_panel = panel
            for field in panel.form.fields:
                field.edited.connect(self._follow_letters)

    def _follow_letters(self, letters: str, language: str) -> None:
        # Asked for also where no key tells so: letters may come from an input method.
        self._say((words_for_letters(letters, language),), Purpose.ANSWER, is_asked=True)

    def _follow_appeal(self, appeal: "Appeal | None") -> None:
        card = self._window.card
        if isinstance(card, DonationDialog) and card is not self._watched_card:
            self._watched_card = card
            card.turned.connect(self._follow_screen)
        # When it is answered the screen below is told again: the answer was taken.
        if appeal is not None or self.acts.is_asked:
            self._follow_screen()

    def _follow_note(self, note: "Note | None") -> None:
        if note is not None and self.is_on:
            self._show_beside_reader(words_for_note(note))
            is_asked = self.acts.is_asked
            self._say((in_interface_language(words_for_note(note)),), purpose_of(note, is_asked), is_asked)

    def _follow_message(self, message: "Message | None") -> None:
        if message is not None and self.is_on:
            self._show_beside_reader(words_for_message(message))
            if message.problem is not Problem.NO_SOUND:  # that would be heard when it is no longer so
                self._say((in_interface_language(words_for_message(message)),), Purpose.WARNING, is_asked=False)

    def _follow_told(self, words: str) -> None:
        is_asked = self.acts.is_asked  # what comes by itself cuts nothing that is being said
        self._say((in_interface_language(words),), Purpose.ANSWER if is_asked else Purpose.WARNING, is_asked)

    def _follow_settings(self, settings: "Settings") -> None:
        before, self._settings = self._settings, settings
        if not self.is_on:
            return
        if settings.captions != before.captions:
            self._window.set_caption_room(self._has_captions)
        if settings.language != before.language:
            self._narrator.warm_up(i18n.language())
            self._follow_screen()
        if settings.text_size != before.text_size:
            words = text_size_words(settings.text_size)
            self._window.show_note(words)
            self._say((in_interface_language(words),), Purpose.STEP, self.acts.is_asked)

    @property
    def _has_captions(self) -> bool:
        return self._narrator.is_mute or self._settings.captions == "on"

    def _show_caption(self, caption: "Caption") -> None:
        if self.is_on and self._has_captions:
            self._window.show_caption(caption_text(caption.pieces))

    def _show_beside_reader(self, words: str) -> None:
        if self._window.front is not self._window.reader:  # which shows it by itself
            self._window.show_note(words)

    # -- telling ------------------------------------------------------------------------------------------------

    def _tell_soon(self) -> None:
        self._is_asked = self._is_asked or self.acts.is_asked
        if not self._is_told_soon:
            self._is_told_soon = True
            self._dispatcher.post(self._tell)

    def _tell(self) -> None:
        is_screen, is_asked = self._is_screen_due, self._is_asked
        is_focus, is_panel, is_place = self._is_focus_due, self._is_panel_due, self._is_place_due
        self._is_screen_due = self._is_focus_due = self._is_asked = self._is_told_soon = False
        self._is_panel_due = self._is_place_due = False
        if not self.is_on:
            return
        if is_screen:
            self._window.set_caption_room(self._has_captions)
        if is_screen and not is_sounding(self._kiosk.player.state.value):
            self._say_screen(Purpose.SCREEN, is_asked)
        elif is_screen:
            return
        elif is_panel:
            # Unlike an article that is opened, it is told by nobody else while the reading sounds.
            self._say_screen(Purpose.ANSWER, is_asked)
        elif is_place:
            self._say(self._place_words(), Purpose.SCREEN, is_asked)
        elif is_focus:
            self._say(self._focus_words(), Purpose.FOCUS, is_asked, self._focus_words(is_shown=True))

    def _say_screen(self, purpose: Purpose, is_asked: bool) -> None:
        screen, shown = self._window.front, None
        if isinstance(screen, CatalogView) and screen.cards:
            shown = (in_interface_language(self._caption()), *self._focus_words(is_shown=True))
        elif isinstance(screen, DonationDialog) or self._panel() is not None or hasattr(screen, "orientation"):
            # All that is said of a card, a panel or a question stands on it, large, but for what has the focus.
            shown = self._focus_words(is_shown=True)
        self._say(self._screen_words(), purpose, is_asked, shown)

    def _say(self, pieces: Pieces, purpose: Purpose, is_asked: bool, shown: Pieces | None = None) -> None:
        said = plain(pieces)
        if self.is_on and said and not getattr(self._window.front, "is_silent", False):
            self._narrator.say(Saying(said, purpose, is_asked, None if shown is None else plain(shown)))

    def _screen_words(self) -> Pieces:
        """Return where one is, what can be done here, and what has the focus."""
        screen = self._window.front
        if isinstance(screen, DonationDialog):
            # The address has the focus when it is shown: once is enough.
            focus = () if screen.is_showing_details else self._focus_words()
            return (*appeal_words(screen), *focus)
        if (panel := self._panel()) is not None:
            return (*panel_words(panel), *self._focus_words())
        if (orientation := getattr(screen, "orientation", None)) is not None:
            return (*orientation(), *self._focus_words())
        caption = in_interface_language(self._caption())
        if isinstance(screen, CatalogView):
            title = screen.title.text() if screen.cards else screen.empty.text()
            return (*ended((in_interface_language(title),)), caption, *self._focus_words())
        opened = self._kiosk.reading.opened.value
        if opened is None:
            return ()
        return (*ended((Piece(opened.article.title, opened.article.language),)), caption)

    def _place_words(self) -> Pieces:
        """Return where one is again, in short."""
        opened, widget = self._kiosk.reading.opened.value, QApplication.focusWidget()
        return () if opened is None or widget is None else place_words(opened.article, widget)

    def _panel(self) -> tuple[str, ...] | None:
        """Return what a panel of the reader, or a screen like it, says of itself when it is in front."""
        front, reader = self._window.front, self._window.reader
        own = reader.panel_in_front if front is reader else front
        return getattr(own, "spoken_words", None)

    def _caption(self) -> str:
        """Return what is said of the screen in front and does not stand on it anyway."""
        screen, opened = self._window.front, self._kiosk.reading.opened.value
        if isinstance(screen, CatalogView):
            return catalog_caption(len(screen.cards), self._kiosk.keys.kind)
        if isinstance(screen, DonationDialog) or self._panel() is not None or opened is None:
            return ""
        progress = self._kiosk.reading.progress.value
        return reader_caption(progress.passage, progress.last, progress.minutes_left, self._kiosk.keys.kind)

    def _focus_words(self, is_shown: bool = False) -> Pieces:
        widget = QApplication.focusWidget()
        if widget is None:
            return ()
        return shown_words(widget) if is_shown else words_for_control(control_of(widget))
