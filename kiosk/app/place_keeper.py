"""Remembers where a reading is, sentence by sentence, so that it survives whatever ends it. Knows no file."""

from datetime import timedelta

from kiosk.app.library import Library
from kiosk.app.player import Player
from kiosk.core.article import Article
from kiosk.core.locator import Locator
from kiosk.core.navigation import Level, Place
from kiosk.core.reading import Ended, ReadingState, is_sounding

_TITLE = Place(0, 0)


class PlaceKeeper:
    """Keeps the place of the open article: at each new sentence while it sounds, to the word when it stops."""

    def __init__(self, library: Library, player: Player) -> None:
        self._library = library
        self._player = player
        self._kept = _TITLE

    def begin(self, article: Article) -> tuple[Locator | None, timedelta]:
        """Return where an article was left, None when it was not begun, and how long ago."""
        at = self._library.place_in(article)
        return at, self._library.away_for(article) if at is not None else timedelta(0)

    def follow(self, path: str, state: ReadingState) -> None:
        """Keep the place of a state.

        Args:
            path: the article's file, as the content source names it.
            state: what the reading is doing.
        """
        at = state.at
        if isinstance(state, Ended):
            self._library.forget(at.article_id)
            self._kept = _TITLE
        elif not is_sounding(state):
            self._keep(path, at)
        elif self._sentence(at) not in (self._kept, _TITLE):
            # A new sentence has begun: after a power cut the reading goes on here.
            self._library.remember(path, at)
            self._kept = self._sentence(at)

    def _keep(self, path: str, at: Locator) -> None:
        if at.passage == 0 and at.span.start == 0:
            # Opened but not begun, or gone back to the title: there is nothing to continue.
            self._library.forget(at.article_id)
        else:
            self._library.remember(path, at)
        self._kept = self._sentence(at)

    def _sentence(self, at: Locator) -> Place:
        navigator = self._player.navigator
        return navigator.unit(at, Level.SENTENCE).start if navigator is not None else _TITLE
