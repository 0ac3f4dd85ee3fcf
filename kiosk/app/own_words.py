"""How one word is said differently: somebody hears it, keeps it, forgets it. Knows no widget and no file."""

from collections.abc import Callable
from typing import NamedTuple

from kiosk.app.note import Note, SayingForgotten, SayingKept, SayingRefused
from kiosk.app.player import Player
from kiosk.app.pronunciation import Pronunciation, spoken_article, trial_article
from kiosk.core.errors import SayingError, SayingFault, StoreError, UsageError
from kiosk.core.lexicon import without_ending
from kiosk.core.locator import Locator
from kiosk.core.navigation import Level


class Word(NamedTuple):
    """A word of the open article."""

    term: str
    """The word, without an ending behind an apostrophe."""
    language: str
    """BCP 47 tag of the text that it stands in."""
    at: Locator
    """Where it stands."""


class OwnWords:
    """What the person in front says of the words that a voice says wrong.

    Whatever is tried is heard in between: the place in the article stays, and a reading goes on after it.
    """

    def __init__(self, player: Player, tell: Callable[[Note], None]) -> None:
        """Offer nothing yet.

        Args:
            player: what words are heard from.
            tell: takes what is to be said about a word.
        """
        self._player = player
        self._tell = tell
        self._pronunciation: Pronunciation | None = None
        self._is_kept: Callable[[], None] = lambda: None

    def use(self, pronunciation: Pronunciation, is_kept: Callable[[], None]) -> None:
        """Offer it from now on; where nothing is remembered nobody calls this.

        Args:
            pronunciation: keeps what is said of words.
            is_kept: called when words are said differently from now on.
        """
        self._pronunciation = pronunciation
        self._is_kept = is_kept

    @property
    def is_offered(self) -> bool:
        """Whether somebody's words are kept here."""
        return self._pronunciation is not None

    def current(self) -> Word | None:
        """Return the word at the current place, or None without an article."""
        return self._word(self._player.state.value.at)

    def neighbour(self, word: Word, by: int) -> Word | None:
        """Return the word after (1) or before (-1) another one, or None at the end."""
        navigator = self._player.navigator
        at = navigator.move(word.at, Level.WORD, by) if navigator is not None else None
        return self._word(at) if at is not None else None

    def said_of(self, term: str, language: str) -> str:
        """Return what was said of a word, as it was written; empty when nothing was."""
        return self._pronunciation.said_of(term, language) if self._pronunciation is not None else ""

    def hear(self, term: str, said_like: str, language: str) -> None:
        """Let a word be heard as it would be said; nothing is kept.

        Args:
            term: the word as it is written.
            said_like: what is to be heard; empty lets it be heard as it is said now.
            language: BCP 47 tag.
        """
        try:
            if said_like.strip():
                article = trial_article(term, said_like, language)
            else:
                article = spoken_article(term.strip(), language, ())
        except UsageError as error:
            self._refuse(error)
        else:
            self._player.say_aside(article)

    def keep(self, term: str, said_like: str, language: str) -> bool:
        """Say a word like that from now on; a reading goes on with it.

        Returns:
            Whether it can be said like that; if not, a note says why.
        """
        if self._pronunciation is None:
            return False
        is_saved = True
        try:
            self._pronunciation.say_like(term, said_like, language)
        except UsageError as error:
            self._refuse(error)
            return False
        except StoreError:
            # It holds until the program ends.
            is_saved = False
        self._is_kept()
        self._tell(SayingKept(term.strip(), is_saved))
        return True

    def forget(self, term: str, language: str) -> bool:
        """Say a word as ever from now on.

        Returns:
            Whether there was something to forget.
        """
        if self._pronunciation is None:
            return False
        try:
            has_forgotten = self._pronunciation.forget(term, language)
        except StoreError:
            # It is forgotten until the program ends.
            has_forgotten = True
        if has_forgotten:
            self._is_kept()
            self._tell(SayingForgotten(term.strip()))
        return has_forgotten

    def _refuse(self, error: UsageError) -> None:
        fault = error.fault if isinstance(error, SayingError) else SayingFault.WORD
        self._tell(SayingRefused(fault, str(error)))

    def _word(self, at: Locator) -> Word | None:
        article, navigator = self._player.article, self._player.navigator
        if article is None or navigator is None:
            return None
        unit = navigator.unit(at, Level.WORD)
        block = article.passage(unit.start.passage)
        start, end = unit.start.start, unit.end.start
        own = (language for span, language in block.foreign if span.contains(start))
        language = next(own, block.language)
        return Word(without_ending(block.text[start:end], language), language, at)
