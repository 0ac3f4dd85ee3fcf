"""The articles of this machine, and the place reached in each. Knows no file and no widget."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kiosk.app.place_record import locator_from, locator_record
from kiosk.core.article import Article, CatalogEntry, ParsedArticle
from kiosk.core.errors import StoreError
from kiosk.core.locator import Locator, relocate
from kiosk.core.settings import Profile
from kiosk.core.voice import primary_language

if TYPE_CHECKING:
    from kiosk.app.ports import Clock, ContentSource, Store

_RECORD = "places"
_MOST_PLACES = 200


class Place(NamedTuple):
    """Where somebody is in an article."""

    path: str
    """The article's file, as its content source names it."""
    locator: Locator
    """The word."""
    left: datetime | None = None
    """When it was reached, or None when nobody knows."""


class Library:
    """Lists and opens articles, and remembers places at home."""

    def __init__(
        self,
        source: "ContentSource",
        store: "Store",
        profile: Profile,
        clock: "Clock | None" = None,
        write: Callable[[Callable[[], None]], None] = lambda task: task(),
    ) -> None:
        """Read nothing yet.

        Args:
            source: where articles lie.
            store: where places are kept.
            profile: decides whether they are.
            clock: tells when a place was reached; None remembers no times.
            write: how a place is written: at once, or where it keeps nobody waiting. Only the last of several
                tasks need be carried out.
        """
        self._clock = clock
        self._write = write
        self._source = source
        self._store = store
        self._is_remembering = profile is Profile.HOME
        self._places: dict[str, Place] | None = None

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles, broken ones included."""
        return self._source.entries()

    def neighbour(self, article: Article, by: int) -> str | None:
        """Return the path of the article after (1) or before (-1) one, among those of its language, or None."""
        language = primary_language(article.language)
        entries = [
            entry for entry in self.entries() if not entry.problem and primary_language(entry.language) == language
        ]
        ids = [entry.article_id for entry in entries]
        number = ids.index(article.id) + by if article.id in ids else -1
        return entries[number].path if 0 <= number < len(entries) else None

    def load(self, path: str) -> ParsedArticle:
        """Read one article.

        Raises:
            ContentError: the file cannot be used.
        """
        return self._source.load(path)

    def last_place(self) -> Place | None:
        """Return the place that "continue" goes to, or None."""
        places = self._known()
        return next(reversed(places.values()), None) if places else None

    def place_in(self, article: Article) -> Locator | None:
        """Return the place reached in an article, found again if the article has changed, or None."""
        place = self._known().get(article.id)
        return relocate(article, place.locator) if place else None

    def away_for(self, article: Article) -> timedelta:
        """Return how long ago the place in an article was reached; 0 when nobody knows, or clocks disagree."""
        place = self._known().get(article.id)
        if place is None or place.left is None or self._clock is None:
            return timedelta(0)
        return max(timedelta(0), self._clock.now() - place.left)

    def remember(self, path: str, locator: Locator) -> None:
        """Remember the place reached in an article; it becomes the one that "continue" goes to."""
        places = self._known()
        place = Place(path, locator, self._clock.now() if self._clock is not None else None)
        latest = next(reversed(places.values()), None)
        if latest is not None and latest[:2] == place[:2]:
            return
        places.pop(locator.article_id, None)
        places[locator.article_id] = place
        self._save()

    def forget(self, article_id: str) -> None:
        """Forget the place in an article: it was read to its end."""
        if self._known().pop(article_id, None) is not None:
            self._save()

    def forget_unsaved(self) -> None:
        """Forget all places but those that are remembered for good: in public none is."""
        self._places = None

    def _known(self) -> dict[str, Place]:
        if self._places is None:
            raw: object = None
            if self._is_remembering:
                # What cannot be read is as if nothing had been read to anybody.
                with suppress(StoreError):
                    raw = self._store.load(_RECORD).get("places")
            self._places = {}
            for item in raw if isinstance(raw, list) else []:
                place = _to_place(item)
                if place is not None:
                    self._places[place.locator.article_id] = place
        return self._places

    def _save(self) -> None:
        if not self._is_remembering:
            return
        record = {"places": [_to_record(place) for place in list(self._known().values())[-_MOST_PLACES:]]}

        def save() -> None:
            with suppress(StoreError):
                self._store.save(_RECORD, record)

        self._write(save)


def _to_record(place: Place) -> dict[str, object]:
    record = {"path": place.path, **locator_record(place.locator)}
    return {**record, "left": place.left.isoformat()} if place.left is not None else record


def _to_place(item: object) -> Place | None:
    """Read one place; a damaged one is as if it were not there."""
    if not isinstance(item, Mapping) or not isinstance(item.get("path"), str):
        return None
    locator = locator_from(item)
    return Place(item["path"], locator, _moment(item.get("left"))) if locator is not None else None


def _moment(text: object) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(text) if isinstance(text, str) else None
        return moment if moment is not None and moment.tzinfo is not None else None
    return None
