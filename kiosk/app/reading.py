"""One reading: an open article, the place in it, what is said about it, and the appeal after its end.

Everything that a key, a button or a touch can ask for is one method here, so that every way of asking does the
same. Knows no widget.
"""

from dataclasses import dataclass

from kiosk import i18n
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.core.article import Article
from kiosk.core.donation import Answer, Appeal, Hold, Show
from kiosk.core.errors import ContentError
from kiosk.core.locator import locate
from kiosk.core.progress import Measure, Progress
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Failed, Paused, ReadingState, Speaking, Stopped, is_sounding
from kiosk.core.reading_events import Problem
from kiosk.core.settings import Settings, larger, smaller

_APPEAL_TICK_MS = 250


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person must know, as data: the view says it in their language."""

    problem: Problem | None
    """Why the reading failed, or None when it is about content."""
    detail: str
    """A language tag for NO_VOICE; the error's own words for content; else empty."""


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """The article in front of the person."""

    path: str
    """Its file, as the content source names it."""
    article: Article
    """The article."""


class Reading:
    """The reading of one person.

    Subscribe to ``opened``, ``progress``, ``message`` and ``appeal``, and to the player's ``state``.
    """

    def __init__(
        self,
        player: Player,
        library: Library,
        preferences: PreferenceKeeper,
        donation: DonationDesk,
        timer: Timer,
    ) -> None:
        self.player = player
        self._library = library
        self._preferences = preferences
        self._donation = donation
        self._timer = timer
        self._measure: Measure | None = None
        self._begun_passage = 0
        self.opened: Observable[OpenArticle | None] = Observable(None)
        self.progress: Observable[Progress] = Observable(Progress(0, 0, 0))
        self.message: Observable[Message | None] = Observable(None)
        self.appeal: Observable[Appeal | None] = Observable(None)
        self._apply(preferences.settings.value)
        preferences.settings.subscribe(self._apply)
        player.state.subscribe(self._follow)

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
        self._dismiss_appeal()
        self.message.set(None)
        self._measure = Measure(article)
        self.opened.set(OpenArticle(path, article))
        self.player.open(article, self._library.place_in(article))
        self._publish_progress()

    def close(self) -> None:
        """Go back to the catalog: silence, and the place is remembered."""
        self.player.stop()
        self._dismiss_appeal()
        self.message.set(None)
        self.opened.set(None)

    # -- commands -------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause what sounds; else read on. Without an open article nothing happens."""
        if self.opened.value is not None:
            self._dismiss_appeal()
            self.player.toggle()

    def play_from(self, passage: int) -> None:
        """Read from the start of a passage."""
        opened = self.opened.value
        if opened is not None:
            self._dismiss_appeal()
            self.player.play(locate(opened.article, passage))

    def move_to(self, passage: int) -> None:
        """Go to the start of a passage; a reading goes on there."""
        self._dismiss_appeal()
        self.player.move(passage)

    def move_by(self, passages: int) -> None:
        """Go some passages on (back when negative)."""
        self.move_to(self.player.state.value.at.passage + passages)

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
        was_sounding = is_sounding(self.player.state.value)
        if was_sounding:
            self.player.pause()
        return was_sounding

    def faster(self) -> None:
        """One step faster."""
        self._preferences.set("rate", self.player.rate.faster().words_per_minute)

    def slower(self) -> None:
        """One step slower."""
        self._preferences.set("rate", self.player.rate.slower().words_per_minute)

    def larger(self) -> None:
        """One size larger."""
        self._preferences.set("text_size", larger(self._preferences.settings.value.text_size))

    def smaller(self) -> None:
        """One size smaller."""
        self._preferences.set("text_size", smaller(self._preferences.settings.value.text_size))

    def answer(self, answer: Answer) -> None:
        """Store what somebody chose; the appeal ends when it is on disk. A second answer changes nothing."""
        if self.appeal.value is not None:
            self._donation.answer(answer)
            self.appeal.set(None)

    # -- following the player -------------------------------------------------------------------------------

    def _apply(self, settings: Settings) -> None:
        self.player.set_choice(Rate(settings.rate), settings.voice, settings.pause)
        self._publish_progress()

    def _follow(self, state: ReadingState) -> None:
        self._publish_progress()
        opened = self.opened.value
        if isinstance(state, Failed):
            self.message.set(Message(state.problem, state.detail))
        elif isinstance(state, Speaking) and not self.player.is_audible:
            self.message.set(Message(Problem.NO_SOUND, ""))
        elif is_sounding(state):
            self.message.set(None)
        if opened is None or state.at.article_id != opened.article.id:
            return
        if isinstance(state, Paused | Stopped | Failed):
            if state.at.passage == 0 and state.at.span.start == 0:
                # Opened but not begun, or gone back to the title: there is nothing to continue.
                self._library.forget(opened.article.id)
            else:
                self._library.remember(opened.path, state.at)
        elif isinstance(state, Ended):
            self._library.forget(opened.article.id)
            self._donation.article_finished()
            self._timer.start(_APPEAL_TICK_MS, self._consider_appeal)
        elif state.at.passage not in (0, self._begun_passage):
            # A new passage has begun: after a power cut the reading goes on here.
            self._library.remember(opened.path, state.at)
        self._begun_passage = 0 if isinstance(state, Ended) else state.at.passage

    def _publish_progress(self) -> None:
        if self._measure is not None:
            passage = self.player.state.value.at.passage
            self.progress.set(self._measure.progress(passage, self.player.rate))

    def _consider_appeal(self) -> None:
        """Ask the core whether to ask, until it says yes or says no for another reason than the silence."""
        has_ended = isinstance(self.player.state.value, Ended)
        decision = self._donation.decide(has_ended, self.player.silent_for)
        if isinstance(decision, Hold) and decision.is_moment_near:
            return
        self._timer.stop()
        if isinstance(decision, Show):
            self.appeal.set(self._donation.show(i18n.language()))

    def _dismiss_appeal(self) -> None:
        """Take the appeal away because somebody went on; that counts as "later", as it was stored when shown."""
        self._timer.stop()
        self.appeal.set(None)
