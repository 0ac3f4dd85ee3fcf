"""Moving by ear in the open article: levels, units, the way back, bookmarks, "where am I". Knows no widget."""

from collections.abc import Callable

from kiosk.app.bookmarks import Bookmarks
from kiosk.app.note import BookmarkRemoved, BookmarkSet, LevelChosen, Note, NothingThere, NoWayBack, WhereAmI
from kiosk.app.player import Player
from kiosk.app.preferences import PreferenceKeeper
from kiosk.core.article import Article
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Level, Unit, level_after
from kiosk.core.progress import Progress
from kiosk.core.reading import is_sounding, previewed
from kiosk.core.reading_events import Scope
from kiosk.core.text import TextSpan
from kiosk.core.trail import Trail

_PREVIEWED = (Level.WORD, Level.SENTENCE, Level.PARAGRAPH, Level.HEADING)


class Navigation:
    """What a listener can ask for to get around.

    While something is read, a move goes on reading where it leads; in silence it is heard as its unit alone, and
    silence follows. Every jump can be gone back from.
    """

    def __init__(
        self,
        player: Player,
        preferences: PreferenceKeeper,
        bookmarks: Bookmarks,
        open_neighbour: Callable[[int], bool],
        tell: Callable[[Note], None],
    ) -> None:
        """Go nowhere yet.

        Args:
            player: what reads.
            preferences: remember the level.
            bookmarks: the marks of every article.
            open_neighbour: opens the article after (1) or before (-1) the open one; returns whether there is one.
            tell: takes what is to be said about a move.
        """
        self._player = player
        self._preferences = preferences
        self._bookmarks = bookmarks
        self._open_neighbour = open_neighbour
        self._tell = tell
        self._trail = Trail()
        self.is_said_by_other: Callable[[], bool] = lambda: False
        """Whether somebody else says the passage that one moves to in silence: then it is not heard here."""

    def begin(self) -> None:
        """Forget the way back: another article is open."""
        self._trail = Trail()

    def forget(self) -> None:
        """Forget the way back, and the marks that are not remembered for good: the listener has gone."""
        self.begin()
        self._bookmarks.forget_unsaved()

    # -- levels -----------------------------------------------------------------------------------------------

    @property
    def level(self) -> Level:
        """What one step of a move covers."""
        asked = self._preferences.settings.value.level
        return Level(asked) if asked in list(Level) else Level.PARAGRAPH

    def choose_level(self, by: int) -> None:
        """Take the next level, or the previous one for -1; the levels are a ring."""
        self._preferences.set("level", level_after(self.level, by).value)
        self._tell(LevelChosen(self.level))

    # -- moves ------------------------------------------------------------------------------------------------

    def move(self, by: int, level: Level | None = None) -> None:
        """Go one unit on (1) or back (-1), by the level that is chosen or by another."""
        level = level or self.level
        article, navigator = self._player.article, self._player.navigator
        if article is None or navigator is None:
            return
        if level is Level.ARTICLE:
            if not self._open_neighbour(by):
                self._tell(NothingThere(level, by))
            return
        marks = self._bookmarks.of(article) if level is Level.BOOKMARK else ()
        goal = navigator.move(self.place, level, by, self._player.rate, marks)
        if goal is None:
            self._tell(NothingThere(level, by))
        else:
            unit = navigator.unit(goal, level if level in _PREVIEWED else Level.SENTENCE)
            is_passage = level in (Level.PARAGRAPH, Level.HEADING)
            self._jump(goal, None if is_passage and self.is_said_by_other() else unit)

    def move_to(self, passage: int, is_heard: bool = True) -> None:
        """Go to the start of a passage, brought into the article's range.

        Args:
            passage: 0 is the title.
            is_heard: whether the passage is spoken when the move is made in silence.
        """
        article, navigator = self._player.article, self._player.navigator
        if article is None or navigator is None:
            return
        goal = locate(article, min(max(passage, 0), article.last_passage))
        is_heard = is_heard and not self.is_said_by_other()
        self._jump(goal, navigator.unit(goal, Level.PARAGRAPH) if is_heard else None)

    def go_to(self, at: Locator) -> None:
        """Go to a place in the open article; nothing is heard of it in silence."""
        if self._player.article is not None:
            self._jump(at, None)

    def go_back(self) -> None:
        """Go back to where the last jump was made from; from there, once something was heard, back again."""
        navigator = self._player.navigator
        self._trail, goal = self._trail.back(self.place)
        if goal is None or navigator is None:
            self._tell(NoWayBack())
            return
        self._player.move(goal, self._scope(goal, navigator.unit(goal, Level.SENTENCE)))

    def repeat_sentence(self) -> None:
        """Say the sentence again from its start: a reading goes on after it, silence returns after it."""
        navigator = self._player.navigator
        article = self._player.article
        if navigator is None or article is None:
            return
        unit = navigator.unit(self.place, Level.SENTENCE)
        start = _start_of(article, unit)
        if self._is_reading_on():
            self._player.play(start)
        else:
            self._player.play(start, Scope(unit.end, self.place, is_preview=True))

    def read_paragraph(self) -> None:
        """Read the current paragraph from its start, and stop; what is read next is the paragraph after it."""
        navigator, article = self._player.navigator, self._player.article
        if navigator is None or article is None:
            return
        unit = navigator.unit(self.place, Level.PARAGRAPH)
        following = navigator.after(unit)
        self._player.play(_start_of(article, unit), Scope(unit.end, following) if following is not None else None)

    # -- bookmarks and places ---------------------------------------------------------------------------------

    def toggle_bookmark(self) -> None:
        """Mark the current sentence, or take its mark away."""
        navigator, article = self._player.navigator, self._player.article
        if navigator is None or article is None:
            return
        at = _start_of(article, navigator.unit(self.place, Level.SENTENCE))
        is_marked = any(
            (mark.passage, mark.span.start) == (at.passage, at.span.start) for mark in self._bookmarks.of(article)
        )
        if is_marked:
            self._bookmarks.remove(article, at)
            self._tell(BookmarkRemoved(at))
        else:
            self._bookmarks.add(at)
            self._tell(BookmarkSet(at))

    def where(self, progress: Progress) -> None:
        """Tell where the listener is; the place does not change.

        Args:
            progress: how far the reading has come.
        """
        navigator, article = self._player.navigator, self._player.article
        if navigator is None or article is None:
            return
        heading = article.passage(navigator.heading_at(progress.passage)).text
        self._tell(WhereAmI(progress.passage, progress.last, heading, progress.minutes_left))

    @property
    def place(self) -> Locator:
        """The current place."""
        return self._player.state.value.at

    def _is_reading_on(self) -> bool:
        state = self._player.state.value
        return is_sounding(state) and previewed(state) is None

    def _jump(self, goal: Locator, heard: Unit | None) -> None:
        self._trail = self._trail.jumped(self.place, goal)
        self._player.move(goal, self._scope(goal, heard) if heard is not None else None)

    def _scope(self, rest: Locator, unit: Unit) -> Scope:
        return Scope(unit.end, rest, is_preview=True)


def _start_of(article: Article, unit: Unit) -> Locator:
    return locate(article, unit.start.passage, TextSpan(unit.start.start, unit.start.start))
