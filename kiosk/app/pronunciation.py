"""How words are said here: what the person in front said, what publishers and the operator list. Knows no file.

A list that cannot be used is a problem to be told, never a reason not to read.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import SayingError, SayingFault, StoreError, UsageError
from kiosk.core.ipa import fault
from kiosk.core.lexicon import (
    LONGEST_TERM,
    MOST_TERM_WORDS,
    ArticleLists,
    Lexicon,
    LexiconEntry,
    PronunciationList,
    speaks,
)
from kiosk.core.settings import Profile
from kiosk.core.spoken_form import Respelling, merged
from kiosk.core.text import is_speakable, words

if TYPE_CHECKING:
    from kiosk.app.ports import ContentSource, Store

MOST_OWN = 1000
"""Words and names that one person can say of."""
LONGEST_SAYING = 300
"""Code points of what a word is said like."""

_RECORD = "pronunciation"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_ORIGIN = "said by the person"


class OwnPronunciation(NamedTuple):
    """What the person in front said of one word or name."""

    term: str
    """As it is written."""
    said_like: str
    """As one would write what is heard ("Id-lib"), or in the phonetic alphabet between bars ("/ˈɪdlɪb/")."""
    language: str
    """BCP 47 tag of the texts that it is for."""


class Pronunciation:
    """The ranked lexicons of the article in front: the person's words, then its publisher's, then the operator's.

    ``respellings`` and ``problems`` may be called on any thread, the rest on the main thread only. Lists are read
    when the first text is said, so that opening an article waits for none.
    """

    def __init__(self, content: "ContentSource", store: "Store", profile: Profile) -> None:
        """Read what the person said; no list is read.

        Args:
            content: where the lists lie.
            store: where the person's words lie, at home.
            profile: at a public kiosk nothing that a person says is kept, or held against the next.
        """
        self._content = content
        self._store = store
        self._is_remembering = profile is Profile.HOME
        self._unsaved: tuple[OwnPronunciation, ...] | None = None
        self._operator = _OperatorRank()
        self.open("")

    def open(self, path: str) -> None:
        """Take the lists of an article from now on.

        Args:
            path: as the content source names it; empty for a text that belongs to none.
        """
        # Somebody may have said something in another window, or by the command.
        self._own = _Rank(map(_entry, self.own()))
        self._shelf = _Shelf(self._content, path, self._operator)

    def respellings(self, text: str, language: str) -> tuple[Respelling, ...]:
        """Find what is said in other words or sounds; where two ranks find something, the higher one counts.

        Args:
            text: one passage, as written.
            language: BCP 47 tag of the text.

        Returns:
            Respellings in order, not overlapping.
        """
        ranks = (self._own, *self._shelf.ranks())
        return merged(*(rank.respellings(text, language) for rank in ranks))

    def problems(self) -> tuple[str, ...]:
        """Say which lists of the article in front cannot be used: file, place and reason, in plain English."""
        return problems_of(self._shelf.lists())

    def own(self) -> tuple[OwnPronunciation, ...]:
        """Return what the person said, by language and word."""
        return self._loaded() if self._unsaved is None else self._unsaved

    def say_like(self, term: str, said_like: str, language: str) -> bool:
        """Say how a word or name is said from now on; saying it again replaces what was said before.

        Args:
            term: as it is written.
            said_like: as one would write what is to be heard, or in the phonetic alphabet between bars.
            language: BCP 47 tag of the texts that it is for.

        Returns:
            Whether it is kept: at a public kiosk nothing is.

        Raises:
            UsageError: one of them cannot be used.
            StoreError: it could not be written; it holds until the program ends.
        """
        if not self._is_remembering:
            return False
        said = _checked(term, said_like, language)
        others = [own for own in self.own() if (own.term, own.language) != (said.term, said.language)]
        if len(others) >= MOST_OWN:
            raise SayingError(SayingFault.FULL, f"{MOST_OWN} words are the most; forget some first")
        self._keep([*others, said])
        return True

    def forget(self, term: str, language: str) -> bool:
        """Forget what was said of a word.

        Returns:
            Whether there was something to forget.

        Raises:
            StoreError: it could not be written; it is forgotten until the program ends.
        """
        known = self.own()
        gone = (_clean(term), _tag(language))
        others = [own for own in known if (own.term, own.language) != gone]
        if len(others) == len(known):
            return False
        self._keep(others)
        return True

    def said_of(self, term: str, language: str) -> str:
        """Return what the person said of a word, as it was written; empty for nothing."""
        wanted = (_clean(term), _tag(language))
        return next((own.said_like for own in self.own() if (own.term, own.language) == wanted), "")

    def _keep(self, own: Sequence[OwnPronunciation]) -> None:
        self._own = _Rank(map(_entry, own))
        record: dict[str, dict[str, str]] = {}
        for term, said_like, language in own:
            record.setdefault(language, {})[term] = said_like
        self._unsaved = tuple(own)
        self._store.save(_RECORD, record)
        self._unsaved = None

    def _loaded(self) -> tuple[OwnPronunciation, ...]:
        record: Mapping[str, object] = {}
        if self._is_remembering:
            # What cannot be read is as if nobody had said anything.
            with suppress(StoreError):
                record = self._store.load(_RECORD)
        found: list[OwnPronunciation] = []
        for language, terms in record.items():
            for term, said_like in terms.items() if isinstance(terms, Mapping) else ():
                # A damaged word is as if it were not there.
                if isinstance(said_like, str):
                    with suppress(UsageError):
                        found.append(_checked(str(term), said_like, language))
        return tuple(sorted(found, key=lambda own: (own.language, own.term)))[:MOST_OWN]


def spoken_article(term: str, language: str, respellings: Sequence[Respelling]) -> Article:
    """Return an article that only says one word, as its respellings say it: for hearing them."""
    block = Block("b1", BlockKind.PARAGRAPH, term, language, said=tuple(respellings))
    return Article("said-like", term, language, (block,))


def trial_article(term: str, said_like: str, language: str) -> Article:
    """Return an article that only says one word as somebody would have it said; nothing is kept.

    Raises:
        UsageError: one of them cannot be used.
    """
    said = _checked(term, said_like, language)
    respellings = _Rank([_entry(said)]).respellings(said.term, said.language)
    return spoken_article(said.term, said.language, respellings)


def problems_of(lists: ArticleLists) -> tuple[str, ...]:
    """Say which lists cannot be used: file, place and reason, in plain English."""
    return tuple(f"{own.source}: {own.problem}" for own in (*lists.publisher, *lists.operator) if own.problem)


class _Rank:
    """The entries of one rank, indexed for each language when a text in it is first said."""

    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        self._entries = tuple(entries)
        self._lexicons: dict[str, Lexicon] = {}

    def respellings(self, text: str, language: str) -> tuple[Respelling, ...]:
        lexicon = self._lexicons.get(language)
        if lexicon is None:
            fitting = (entry for entry in self._entries if speaks(entry.language, language))
            lexicon = self._lexicons[language] = Lexicon(language, fitting)
        return lexicon.respellings(text)


class _OperatorRank:
    """The operator's entries: indexed once, however many articles are opened."""

    def __init__(self) -> None:
        self._lists: tuple[PronunciationList, ...] = ()
        self._rank = _Rank(())

    def of(self, lists: tuple[PronunciationList, ...]) -> _Rank:
        is_same = len(lists) == len(self._lists) and all(map(is_, lists, self._lists))
        if not is_same:
            self._lists, self._rank = lists, _Rank(_entries(lists))
        return self._rank


class _Shelf:
    """The lists of one article, read by whoever first needs them; the main thread puts a new shelf up at once."""

    def __init__(self, content: "ContentSource", path: str, operator: _OperatorRank) -> None:
        self._content = content
        self._path = path
        self._operator = operator
        self._lock = threading.Lock()
        self._read: tuple[ArticleLists, tuple[_Rank, _Rank]] | None = None

    def lists(self) -> ArticleLists:
        return self._opened()[0]

    def ranks(self) -> tuple[_Rank, _Rank]:
        return self._opened()[1]

    def _opened(self) -> tuple[ArticleLists, tuple[_Rank, _Rank]]:
        with self._lock:
            if self._read is None:
                lists = self._content.lexicons(self._path)
                self._read = (lists, (_Rank(_entries(lists.publisher)), self._operator.of(lists.operator)))
            return self._read


def _entries(lists: Iterable[PronunciationList]) -> Iterable[LexiconEntry]:
    return (entry for own in lists for entry in own.entries)


def _entry(own: OwnPronunciation) -> LexiconEntry:
    ipa = _ipa_in(own.said_like)
    return LexiconEntry((own.term,), "" if ipa else own.said_like, ipa, own.language, _ORIGIN)


def _ipa_in(said_like: str) -> str:
    has_bars = len(said_like) > 2 and said_like.startswith("/") and said_like.endswith("/")
    return said_like[1:-1] if has_bars else ""


def _checked(term: str, said_like: str, language: str) -> OwnPronunciation:
    """Return what was said, tidy; raises a UsageError that says what cannot be used."""
    said = OwnPronunciation(_clean(term), _clean(said_like), _tag(language))
    count = len(words(said.term))
    if not count:
        raise SayingError(
            SayingFault.WORD, f'"{said.term}" has no letter or digit: only words can be said otherwise'
        )
    if len(said.term) > LONGEST_TERM or count > MOST_TERM_WORDS:
        raise SayingError(
            SayingFault.WORD, f"a word may have {LONGEST_TERM} characters, and a name {MOST_TERM_WORDS} words"
        )
    if not is_speakable(said.said_like) or len(said.said_like) > LONGEST_SAYING:
        raise SayingError(
            SayingFault.SAYING,
            f"what it is said like needs a letter or digit, and at most {LONGEST_SAYING} characters",
        )
    ipa = _ipa_in(said.said_like)
    if ipa and (wrong := fault(ipa)):
        raise SayingError(SayingFault.SOUND, f"/{ipa}/ cannot be read: {wrong}")
    if not _TAG.fullmatch(said.language):
        raise UsageError(f'"{language}" is no tag of a language such as "en" or "pt-BR"')
    return said


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _tag(language: str) -> str:
    primary, *rest = language.strip().replace("_", "-").split("-")
    return "-".join((primary.lower(), *rest))
