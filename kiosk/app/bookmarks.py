"""Bookmarks: sentences that a listener marked, article by article; remembered at home. Knows no widget."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.app.place_record import locator_from, locator_record
from kiosk.core.article import Article
from kiosk.core.errors import StoreError
from kiosk.core.locator import Locator, relocate
from kiosk.core.settings import Profile

if TYPE_CHECKING:
    from kiosk.app.ports import Store

_RECORD = "bookmarks"
_MOST = 500


class Bookmarks:
    """Holds the marks of every article, in the order in which they were set."""

    def __init__(self, store: "Store", profile: Profile) -> None:
        self._store = store
        self._is_remembering = profile is Profile.HOME
        self._marks: list[Locator] | None = None

    def of(self, article: Article) -> tuple[Locator, ...]:
        """Return the marks of an article, each found again where its text is now."""
        return tuple(relocate(article, mark) for mark in self._known() if mark.article_id == article.id)

    def add(self, at: Locator) -> None:
        """Mark a place."""
        self._marks = [*self._known(), at][-_MOST:]
        self._save()

    def remove(self, article: Article, at: Locator) -> None:
        """Take the marks of a place away, wherever they stood when they were set."""
        self._marks = [
            mark
            for mark in self._known()
            if mark.article_id != article.id or not _is_same(relocate(article, mark), at)
        ]
        self._save()

    def forget_unsaved(self) -> None:
        """Forget all marks but those that are remembered for good: in public none is."""
        self._marks = None

    def _known(self) -> list[Locator]:
        if self._marks is None:
            raw: object = None
            if self._is_remembering:
                # What cannot be read is as if nothing had been marked.
                with suppress(StoreError):
                    raw = self._store.load(_RECORD).get("bookmarks")
            items = raw if isinstance(raw, list) else []
            found = (locator_from(item) for item in items if isinstance(item, Mapping))
            self._marks = [mark for mark in found if mark is not None]
        return self._marks

    def _save(self) -> None:
        if self._is_remembering:
            # A full disk must not stop anybody from marking a place for as long as the program runs.
            with suppress(StoreError):
                self._store.save(_RECORD, {"bookmarks": [locator_record(mark) for mark in self._known()]})


def _is_same(one: Locator, other: Locator) -> bool:
    return (one.passage, one.span.start) == (other.passage, other.span.start)
