"""One reading: an open article, the place in it, what is said about it, and the appeal after its end.

Everything that a key, a button or a touch can ask for is one method here, or of ``navigation``, ``speech``,
``sleep``, ``own_words`` or ``appearance``, so that every way of asking does the same. Knows no widget.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from kiosk.app.appeals import Appeals
from kiosk.app.appearance import AppearanceSettings
from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.message import ANOTHER, GONE, Message
from kiosk.app.navigation import Navigation
from kiosk.app.note import Note
from kiosk.app.observable import Observable
from kiosk.app.own_words import OwnWords
from kiosk.app.place_keeper import PlaceKeeper
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.report import Report, note_of
from kiosk.app.sleep import Sleep
from kiosk.app.speech_settings import SpeechSettings
from kiosk.core.article import Article
from kiosk.core.donation_history import Answer, Reminder
from kiosk.core.errors import ContentError
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Level
from kiosk.core.progress import Measure, Progress
from kiosk.core.reading import Failed, Lost, Paused, ReadingState, Speaking, Stopped, is_sounding, previewed
from kiosk.core.reading_events import Problem
from kiosk.core.resume import sentences_back


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """The article in front of the person."""

    path: str
    """Its file, as the content source names it."""
    article: Article
    """The article."""


class Reading:
    """The reading of one person.

    Subscribe to ``opened``, ``progress``, ``message``, ``note`` and ``appeal``, and to the player's ``state``.
    """

    def __init__(
        self,
        player: Player,
        library: Library,
        preferences: PreferenceKeeper,
        donation: DonationDesk,
        bookmarks: Bookmarks,
        new_timer: Callable[[], Timer],
    ) -> None:
        """Connect what a reading stands on.

        Args:
            player: what reads.
            library: the articles, and the places reached in them.
            preferences: what the person asked for.
            donation: decides about appeals.
            bookmarks: the marks of every article.
            new_timer: makes timers of the event loop.
        """
        self.player = player
        self._library = library
        self._preferences = preferences
        self.appeals = Appeals(player, donation, new_timer(), lambda: self.is_choosing)
        # Called with the path of each article that is opened, before it is.
        self.prepare: Callable[[str], None] = lambda path: None
        self._measure: Measure | None = None
        self._places = PlaceKeeper(library, player)
        self._away_for = timedelta(0)
        self.opened: Observable[OpenArticle | None] = Observable(None)
        self.progress: Observable[Progress] = Observable(Progress(0, 0, 0))
        self.message: Observable[Message | None] = Observable(None)
        self.note: Observable[Note | None] = Observable(None)
        self.appeal = self.appeals.appeal
        self.navigation = Navigation(player, preferences, bookmarks, self._open_neighbour, self._tell)
        self.speech = SpeechSettings(player, preferences, self._tell)
        self.sleep = Sleep(player, new_timer(), self._tell)
        self.sleep.is_over = self.speech.apply
        self.own_words = OwnWords(player, self._tell)
        self.appearance = AppearanceSettings(preferences, self._tell)
        # What holds for every article; ``speech.own`` says what holds for the open one's language.
        self.settings = preferences.settings
        # Whether somebody is in the middle of choosing something, and is not to be asked for anything.
        self.is_choosing = False
        preferences.settings.subscribe(lambda _: self._publish_progress())
        player.state.subscribe(self._follow)
        player.report.subscribe(self._follow_report)

    # -- articles -------------------------------------------------------------------------------------------

    def open(self, path: str) -> bool:
        """Open an article where it was left, silently.

        Returns:
            Whether it is open; if not, ``message`` says why.
        """
        try:
            parsed = self._library.load(path)
        except ContentError as error:
            self.message.set(Message(None, str(error)))
            return False
        self.show(path, parsed.article)
        return True

    def show(self, path: str, article: Article) -> None:
        """Open an article that has been read from its file."""
        # What was read until now is silenced while it is still the open one: its place is remembered to the word.
        self.player.stop()
        self.appeals.begin()
        self.message.set(None)
        self.prepare(path)
        self._measure = Measure(article)
        self.opened.set(OpenArticle(path, article))
        at, self._away_for = self._places.begin(article)
        self.player.open(article, at)
        self.navigation.begin()
        # Each language of a text has its own voice, rate and volume.
        self.speech.apply()

    def close(self) -> None:
        """Go back to the catalog: silence, and the place is remembered."""
        self.player.stop()
        self.appeals.begin()
        self.message.set(None)
        self.opened.set(None)

    # -- commands -------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause what sounds; else read on. Without an open article nothing happens."""
        if self.opened.value is None:
            return
        self.appeals.dismiss()
        preview = previewed(self.player.state.value)
        if preview is not None:
            # Who moved here and heard where it is now wants to hear what follows.
            self.player.play(preview.rest)
        elif is_sounding(self.player.state.value):
            self.player.pause()
        else:
            self._resume()

    def _resume(self) -> None:
        """Go on at the very sample after a short silence, and some sentences earlier after a long one."""
        state, navigator = self.player.state.value, self.player.navigator
        away_for = self.player.silent_for if isinstance(state, Paused) else self._away_for
        self._away_for = timedelta(0)
        count = sentences_back(away_for) if self._preferences.settings.value.resume_back == "on" else 0
        if count and navigator is not None and isinstance(state, Paused | Stopped):
            scope = state.scope if isinstance(state, Paused) else None
            self.player.play(navigator.back_by_sentences(state.at, count), scope)
        else:
            self.player.play()

    def play_from(self, passage: int) -> None:
        """Read from the start of a passage."""
        opened = self.opened.value
        if opened is not None:
            self.appeals.dismiss()
            self.player.play(locate(opened.article, passage))

    def move(self, by: int, level: Level | None = None) -> None:
        """Go one unit on or back, by the level that is chosen or by another."""
        self.appeals.dismiss()
        self.navigation.move(by, level)

    def move_to(self, passage: int, is_heard: bool = True) -> None:
        """Go to the start of a passage; a reading goes on there, in silence it alone is heard, or nothing."""
        self.appeals.dismiss()
        self.navigation.move_to(passage, is_heard)

    def go_to(self, at: Locator) -> None:
        """Go to a place: a reading goes on there, and silence stays silence."""
        self.appeals.dismiss()
        self.navigation.go_to(at)

    def move_to_end(self) -> None:
        """Go to the last passage."""
        opened = self.opened.value
        if opened is not None:
            self.move_to(opened.article.last_passage)

    def silence(self) -> bool:
        """Be silent.

        Returns:
            Whether there was sound to silence; if not, "back" leaves the article.
        """
        state = self.player.state.value
        was_sounding = is_sounding(state)
        if was_sounding or isinstance(state, Lost):
            self.player.pause()
        return was_sounding

    def where(self) -> None:
        """Tell where the listener is; the place does not change."""
        self.navigation.where(self.progress.value)

    def larger(self) -> None:
        """One size larger."""
        self.appearance.larger()

    def smaller(self) -> None:
        """One size smaller."""
        self.appearance.smaller()

    def answer(self, answer: Answer, reminder: Reminder | None = None) -> None:
        """Store what somebody chose; the appeal ends when it is on disk. A second answer changes nothing."""
        self.appeals.answer(answer, reminder)

    # -- following the player -------------------------------------------------------------------------------

    def _tell(self, note: Note) -> None:
        # The same note twice is told twice.
        self.note.set(None)
        self.note.set(note)

    def _follow(self, state: ReadingState) -> None:
        self._publish_progress()
        self._say_problem(state)
        opened = self.opened.value
        if opened is None or state.at.article_id != opened.article.id:
            return
        self._places.follow(opened.path, state)
        self.appeals.follow(state)

    def _say_problem(self, state: ReadingState) -> None:
        if isinstance(state, Failed):
            self.message.set(Message(state.problem, state.detail))
        elif isinstance(state, Lost):
            self.message.set(Message(Problem.NO_SOUND, ANOTHER if self.player.may_change_device else GONE))
        elif isinstance(state, Speaking) and not self.player.output.is_audible:
            self.message.set(Message(Problem.NO_SOUND, ""))
        elif is_sounding(state):
            self.message.set(None)

    def _follow_report(self, report: Report | None) -> None:
        if report is not None:
            self._tell(note_of(report))

    def _open_neighbour(self, by: int) -> bool:
        """Open the article after or before the open one, among those of its language; a reading goes on there."""
        opened = self.opened.value
        path = self._library.neighbour(opened.article, by) if opened is not None else None
        if path is None:
            return False
        was_sounding = is_sounding(self.player.state.value)
        if not self.open(path):
            return True
        if was_sounding:
            self.player.play()
        else:
            self.navigation.repeat_sentence()
        return True

    def _publish_progress(self) -> None:
        if self._measure is not None and self.opened.value is not None:
            passage = self.player.state.value.at.passage
            self.progress.set(self._measure.progress(passage, self.player.rate))
