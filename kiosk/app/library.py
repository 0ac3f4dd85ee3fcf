"""The articles of this machine, and the place reached in each. Knows no file and no widget."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, cast

from kiosk.core.article import Article, CatalogEntry, ParsedArticle
from kiosk.core.errors import StoreError
from kiosk.core.locator import Locator, relocate
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan

if TYPE_CHECKING:
    from kiosk.app.ports import ContentSource, Store

_RECORD = "places"
_MOST_PLACES = 200


class Place(NamedTuple):
    """Where somebody is in an article."""

    path: str
    """The article's file, as its content source names it."""
    locator: Locator
    """The word."""


class Library:
    """Lists and opens articles, and remembers places at home."""

    def __init__(self, source: "ContentSource", store: "Store", profile: Profile) -> None:
        self._source = source
        self._store = store
        self._is_remembering = profile is Profile.HOME
        self._places: dict[str, Place] | None = None

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles, broken ones included."""
        return self._source.entries()

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

    def remember(self, path: str, locator: Locator) -> None:
        """Remember the place reached in an article; it becomes the one that "continue" goes to."""
        places = self._known()
        place = Place(path, locator)
        if next(reversed(places.values()), None) == place:
            return
        places.pop(locator.article_id, None)
        places[locator.article_id] = place
        self._save()

    def forget(self, article_id: str) -> None:
        """Forget the place in an article: it was read to its end."""
        if self._known().pop(article_id, None) is not None:
            self._save()

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
        kept = list(self._known().values())[-_MOST_PLACES:]
        with suppress(StoreError):
            self._store.save(_RECORD, {"places": [_to_record(place) for place in kept]})


def _to_record(place: Place) -> dict[str, object]:
    locator = place.locator
    return {
        "path": place.path,
        "article": locator.article_id,
        "passage": locator.passage,
        "start": locator.span.start,
        "end": locator.span.end,
        "quote": locator.quote,
    }


def _to_place(item: object) -> Place | None:
    """Read one place; a damaged one is as if it were not there."""
    if not isinstance(item, Mapping):
        return None
    numbers = [item.get(key) for key in ("passage", "start", "end")]
    texts = [item.get(key) for key in ("article", "quote", "path")]
    if not (all(type(number) is int for number in numbers) and all(isinstance(text, str) for text in texts)):
        return None
    passage, start, end = cast(list[int], numbers)
    article_id, quote, path = cast(list[str], texts)
    if not 0 <= start <= end:
        return None
    return Place(path, Locator(article_id, passage, TextSpan(start, end), quote))
