"""Pronunciation lists as files in a content folder: where they lie, and which of two counts more.

Knows nothing of what is in them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath, PurePosixPath

from kiosk.adapters.formats import pronunciation_list
from kiosk.adapters.formats.names import printable
from kiosk.core.errors import ContentError
from kiosk.core.lexicon import ArticleLists, PronunciationList

SUFFIX = ".pls"
"""Ending of a list: ``NAME.pls`` beside ``NAME.md`` holds for that article."""
FOLDER_LIST = "lexicon.pls"
"""Name of the list that holds for the articles that lie beside it."""
OPERATOR_FOLDER = "pronunciation"
"""Folder of the lists that hold for all articles."""


class ListFiles:
    """The lists of one content folder; a list is read again only when its file has changed. Any thread."""

    def __init__(self, folder: Path, read: Callable[[Path, str], bytes]) -> None:
        """Know the folder; nothing is read.

        Args:
            folder: the content folder.
            read: reads a file of some name for errors, or raises a ContentError.
        """
        self._folder = folder
        self._read = read
        self._known: dict[str, tuple[tuple[int, int], PronunciationList]] = {}

    def lists_for(self, path: str) -> ArticleLists:
        """Return the lists beside an article, the article's own first, and those for all articles.

        Args:
            path: below the folder, with "/" between its parts, or absolute; empty for no article.
        """
        is_absolute = PurePath(path).is_absolute()
        beside: list[str] = []
        if PurePath(path).name and (is_absolute or ".." not in PurePosixPath(path).parts):
            article = PurePath(path) if is_absolute else PurePosixPath(path)
            beside = [str(article.with_suffix(SUFFIX)), str(article.with_name(FOLDER_LIST))]
        return ArticleLists(self._at(tuple(dict.fromkeys(beside))), self._at(self._operator_paths()))

    def _operator_paths(self) -> Sequence[str]:
        try:
            names = sorted(file.name for file in (self._folder / OPERATOR_FOLDER).iterdir())
        except OSError:
            return ()
        return [f"{OPERATOR_FOLDER}/{name}" for name in names if PurePath(name).suffix.lower() == SUFFIX]

    def _at(self, paths: Sequence[str]) -> tuple[PronunciationList, ...]:
        return tuple(found for found in map(self._list_at, paths) if found is not None)

    def _list_at(self, path: str) -> PronunciationList | None:
        file = self._folder / path
        try:
            status = file.stat()
        except (OSError, ValueError):
            return None
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        source = printable(path)
        try:
            found = pronunciation_list.parse(self._read(file, source), source)
        except ContentError as error:
            problem = f"{error.place}: {error.problem}" if error.place else error.problem
            found = PronunciationList(source, problem=problem)
        self._known[path] = (stamp, found)
        return found
