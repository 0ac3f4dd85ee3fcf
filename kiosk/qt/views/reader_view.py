"""The reader: the article, the line for messages and the bar, and what connects them to a reading."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.theme import Theme
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.message_place import MessagePlace
from kiosk.qt.views.page_look import PageLook

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.reading import OpenArticle, Reading
    from kiosk.core.progress import Progress
    from kiosk.core.reading import ReadingState
    from kiosk.qt.input_map import Command, Commands
    from kiosk.qt.views.transport_bar import TransportBar


class ReaderView(MessagePlace):
    """Shows one reading and turns keys, clicks and touches into its commands.

    It is made with the article alone, so that the first page is on the screen before anything else is loaded;
    ``attach`` adds the bar and the messages. Keys that are pressed in between wait for ``replay_early_keys``.

    Signals:
        back_asked: leave the article.
        help_asked: open the guided tour.
        theme_asked: the next colours.
        interface_voice_asked: switch the interface voice on or off.
        media_pressed: a media key (``MediaKey``); what it means is said where the desktop's are obeyed too.
    """

    back_asked = Signal()
    help_asked = Signal()
    theme_asked = Signal()
    interface_voice_asked = Signal()
    media_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self.transport_bar: TransportBar | None = None
        self._commands: Commands = {}
        self._early_keys: list[QKeyEvent] = []
        self.article_view = ArticleView(self)
        # Who is told where the keyboard is hears of the article, not of a view that has no name.
        self.setFocusProxy(self.article_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.article_view, 1)

    def attach(self, reading: "Reading") -> None:
        """Connect the view with a reading; done once."""
        from kiosk.qt.views.transport_bar import TransportBar

        self._reading = reading
        row = self._make_message_line()
        self.transport_bar = TransportBar(self)
        self.transport_bar.line_height = self.article_view.line_height
        if self.message_line is not None:
            self.message_line.room_for_others = self._room_of_bar_and_line
        layout = self.layout()
        if layout is not None:
            layout.addWidget(row)
            layout.addWidget(self.transport_bar)
        self._commands = self._command_table(reading)
        reading.navigation.is_said_by_other = self._is_said_by_screen_reader
        self._connect_views(self.transport_bar)
        reading.opened.subscribe(self._show_article)
        reading.progress.subscribe(self._show_progress)
        reading.message.subscribe(self._show_message)
        reading.note.subscribe(self._show_told)
        reading.player.state.subscribe(self._show_state)

    def _room_of_bar_and_line(self, width: int) -> int:
        bar = self.transport_bar
        return bar.heightForWidth(width) + self.article_view.line_height() if bar and not bar.isHidden() else 0

    def replay_early_keys(self) -> None:
        """Obey the keys that were pressed before there was a reading; done when the article is open in it."""
        early, self._early_keys = self._early_keys, []
        for event in early:
            self.keyPressEvent(event)

    def set_look(self, theme: Theme, page: PageLook, interface_pt: float) -> None:
        """Take a theme, the look of the article's page and the size of everything else."""
        self.article_view.set_theme(theme)
        self.article_view.set_look(page)
        self.article_view.set_least_button(self._least_button_px(theme, interface_pt))
        if self.transport_bar is not None:
            self._dress_message_line(theme, interface_pt)
            self.transport_bar.set_look(theme, interface_pt, self.least_target_mm)
            self.transport_bar.set_text_size(page.told_pt)
        self.dress_panels(theme, page, interface_pt)

    def _least_button_px(self, theme: Theme, interface_pt: float) -> int:
        if not self.least_target_mm:
            return 0
        from kiosk.qt.theme import look_for

        return look_for(theme, interface_pt, self.least_target_mm).least_target_px

    def show_rate(self, words_per_minute: int) -> None:
        """Show the reading rate."""
        if self.transport_bar is not None:
            self.transport_bar.set_rate(words_per_minute)

    def retranslate(self) -> None:
        """Say everything again in the interface language in force."""
        if self._reading is None or self.caption_row is None or self.transport_bar is None:
            return
        self.transport_bar.retranslate()
        self.caption_row.retranslate()
        self.retranslate_panels()
        self._show_message(self._reading.message.value)
        self._show_progress(self._reading.progress.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a key into a command; what is no command is left to others."""
        if self._reading is None:
            self._early_keys.append(event.clone())
            return
        from kiosk.qt.input_map import command_for, media_key_for

        if (key := media_key_for(event)) is not None:
            self._end_note()
            self.article_view.follow()
            self.media_pressed.emit(key)
            return
        command = command_for(event)
        if command is None:
            event.ignore()
            return
        self._do(command)

    # -- connections ------------------------------------------------------------------------------------------

    def _command_table(self, reading: "Reading") -> "Commands":
        from kiosk.qt.input_map import Command

        return {
            Command.TOGGLE: self._toggle,
            Command.PLAY_HERE: lambda: self._play_from(self.article_view.current_passage()),
            Command.NEXT: lambda: self._move(1),
            Command.PREVIOUS: lambda: self._move(-1),
            Command.FIRST: lambda: self._move_to(0),
            Command.LAST: self._move_to_end,
            Command.NEXT_LEVEL: lambda: reading.navigation.choose_level(1),
            Command.PREVIOUS_LEVEL: lambda: reading.navigation.choose_level(-1),
            Command.WHERE: reading.where,
            Command.REPEAT: self._follow_by(reading.navigation.repeat_sentence),
            Command.READ_PARAGRAPH: self._follow_by(reading.navigation.read_paragraph),
            Command.GO_BACK: self._follow_by(reading.navigation.go_back),
            Command.BOOKMARK: reading.navigation.toggle_bookmark,
            Command.FASTER: reading.speech.faster,
            Command.SLOWER: reading.speech.slower,
            Command.SOFTER: reading.speech.softer,
            Command.LOUDER: reading.speech.louder,
            Command.STOP_AFTER: reading.speech.next_stop_after,
            Command.SLEEP: reading.sleep.next,
            Command.LARGER: reading.larger,
            Command.SMALLER: reading.smaller,
            Command.THEME: self.theme_asked.emit,
            Command.HELP: self.help_asked.emit,
            Command.INTERFACE_VOICE: self.interface_voice_asked.emit,
            Command.LISTENING: lambda: self._turn(self.turn_listening),
            Command.COMFORT: lambda: self._turn(self.turn_comfort),
            Command.BACK: self._back,
        }

    def _connect_views(self, bar: "TransportBar") -> None:
        from kiosk.qt.input_map import Command

        self.article_view.play_asked.connect(self._play_or_pause_at)
        self.article_view.passage_chosen.connect(self._choose)
        for signal, command in (
            (bar.play_asked, Command.TOGGLE),
            (bar.previous_asked, Command.PREVIOUS),
            (bar.next_asked, Command.NEXT),
            (bar.slower_asked, Command.SLOWER),
            (bar.faster_asked, Command.FASTER),
            (bar.smaller_asked, Command.SMALLER),
            (bar.larger_asked, Command.LARGER),
            (bar.help_asked, Command.HELP),
            (bar.listening_asked, Command.LISTENING),
            (bar.comfort_asked, Command.COMFORT),
        ):
            signal.connect(partial(self._do, command))
        bar.back_asked.connect(self.back_asked)

    # -- commands ---------------------------------------------------------------------------------------------

    def _do(self, command: "Command") -> None:
        self._end_note()
        self._commands[command]()

    def _attached(self) -> "Reading":
        if self._reading is None:
            raise RuntimeError("the reader is not attached to a reading yet")
        return self._reading

    def _toggle(self) -> None:
        self.article_view.follow()
        self._attached().toggle()

    def _play_from(self, passage: int) -> None:
        self.article_view.follow()
        self._attached().play_from(passage)

    def _play_or_pause_at(self, passage: int) -> None:
        """The button of a passage: it pauses the one that sounds, and reads from any other."""
        from kiosk.core.reading import is_sounding

        state = self._attached().player.state.value
        if is_sounding(state) and state.at.passage == passage:
            self._attached().toggle()
        else:
            self._play_from(passage)

    def _move_to(self, passage: int) -> None:
        self.article_view.follow()
        self._attached().move_to(passage)

    def _move(self, by: int) -> None:
        self.article_view.follow()
        self._attached().move(by)

    def _follow_by(self, command: "Callable[[], None]") -> "Callable[[], None]":
        def follow_and_do() -> None:
            self.article_view.follow()
            command()

        return follow_and_do

    def _choose(self, passage: int) -> None:
        """A passage that was pointed at: it is not spoken unasked."""
        self.article_view.follow()
        self._attached().move_to(passage, is_heard=False)

    def _move_to_end(self) -> None:
        self.article_view.follow()
        self._attached().move_to_end()

    def _turn(self, turn: "Callable[..., None]") -> None:
        if self.transport_bar is not None:
            turn(self._attached(), self._do, (self.article_view, self.transport_bar))

    def _back(self) -> None:
        if not self._attached().silence():
            self.back_asked.emit()

    def _is_said_by_screen_reader(self) -> bool:
        """Whether a screen reader says the paragraph that one moves to: then our voice must not say it as well."""
        from kiosk.core.speaker import Speaker
        from kiosk.qt.accessibility import is_somebody_listening

        is_chosen = self._attached().settings.value.speaker == Speaker.SCREEN_READER
        return is_chosen and self.article_view.hasFocus() and is_somebody_listening()

    # -- showing ----------------------------------------------------------------------------------------------

    def _show_article(self, opened: "OpenArticle | None") -> None:
        article = opened.article if opened else None
        # The first page already shows it: laying it out again would be seen.
        if self.article_view.article() is not article:
            self.article_view.set_article(article)
            if self.transport_bar is not None:
                self.transport_bar.updateGeometry()

    def _show_state(self, state: "ReadingState") -> None:
        from kiosk.core.reading import Preparing, is_sounding

        is_playing = is_sounding(state)
        if self.transport_bar is not None:
            self.transport_bar.set_playing(is_playing, isinstance(state, Preparing))
        opened = self._attached().opened.value
        if opened is None or state.at.article_id != opened.article.id:
            return
        word = state.at.span if len(state.at.span) else None
        self.article_view.set_current(state.at.passage, word, is_playing)

    def _show_progress(self, progress: "Progress") -> None:
        if self.transport_bar is not None:
            self.transport_bar.set_progress(progress.passage, progress.last, progress.minutes_left)
