"""The content that is in use: the version that was taken last, or what ships. Asks each time, so a switch is seen.

A path of a version begins with the version's name. So an article that is being read, its lists and its recording
stay those of one version, whatever is taken meanwhile.
"""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kiosk.adapters.content_folder import ContentFolder
from kiosk.adapters.content_versions import Versions, is_version_name
from kiosk.core.article import TOUR, CatalogEntry, ParsedArticle

if TYPE_CHECKING:
    from kiosk.app.recording import Recording
    from kiosk.core.article import Article
    from kiosk.core.campaign import Campaign
    from kiosk.core.lexicon import ArticleLists


class StoredContent:
    """The version in use, and the guided tours that ship; what ships where none is in use, or none is whole."""

    def __init__(self, shipped: Path, store: Path) -> None:
        """Read nothing yet.

        Args:
            shipped: folder of the content that ships.
            store: folder of the versions.
        """
        self._shipped = ContentFolder(shipped)
        self._versions = Versions(store)
        self._folders: dict[str, ContentFolder] = {}

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles: those of the version, after the tours of languages for which it has none."""
        name = self._versions.in_use()
        if not name:
            return self._shipped.entries()
        own = [entry._replace(path=f"{name}/{entry.path}") for entry in self._folder(name).entries()]
        taken = {entry.article_id for entry in own}
        languages = {entry.language for entry in own if entry.article_id.startswith(TOUR)}
        tours = [
            entry
            for entry in self._shipped.entries()
            if entry.article_id.startswith(TOUR)
            and entry.article_id not in taken
            and entry.language not in languages
        ]
        return [*tours, *own]

    def load(self, path: str) -> ParsedArticle:
        """Read and parse one article.

        Raises:
            ContentError: the file cannot be used.
        """
        name, inside = version_of(path)
        return self._folder(name).load(inside)

    def campaign(self) -> "Campaign | None":
        """Return the campaign of the version in use; that of what ships only where that is in use.

        Raises:
            ContentError: there is one, and it cannot be used.
        """
        return self._folder(self._versions.in_use()).campaign()

    def lexicons(self, path: str) -> "ArticleLists":
        """Return the lists beside an article, and those for all articles of its version."""
        name, inside = version_of(path)
        if name:
            return self._folder(name).lexicons(inside)
        in_use = self._folder(self._versions.in_use())
        if not path or PurePath(path).is_absolute():
            return in_use.lexicons(path)
        from kiosk.core.lexicon import ArticleLists

        return ArticleLists(self._shipped.lexicons(path).publisher, in_use.lexicons("").operator)

    def _folder(self, name: str) -> ContentFolder:
        if not name:
            return self._shipped
        if name not in self._folders:
            self._folders[name] = ContentFolder(self._versions.folder / name)
        return self._folders[name]


class StoredRecordings:
    """The recordings of the content that is in use."""

    def __init__(self, shipped: Path, store: Path, read: Callable[[Path, str], bytes]) -> None:
        """Read nothing yet.

        Args:
            shipped: folder of the content that ships.
            store: folder of the versions.
            read: reads a file of some name for errors, or raises a ContentError.
        """
        from kiosk.adapters.voices.recorded import RecordingFiles

        self._shipped = RecordingFiles(shipped, read)
        self._store = store
        self._read = read

    def recording(self, path: str, article: "Article") -> "Recording | None":
        """Return the recording of an article; one that cannot be used says why."""
        from kiosk.adapters.voices.recorded import RecordingFiles

        name, inside = version_of(path)
        files = RecordingFiles(self._store / name, self._read) if name else self._shipped
        return files.recording(inside, article)


def version_of(path: str) -> tuple[str, str]:
    """Return the version that an article's path begins with, or empty, and its path in there."""
    name, _, inside = path.partition("/")
    return (name, inside) if inside and is_version_name(name) else ("", path)
