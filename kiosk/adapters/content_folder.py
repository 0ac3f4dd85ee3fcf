"""Articles and the campaign as files in a folder. Knows where they lie, not what is in them.

A file that cannot be used is listed with its problem: the person who put it there must see it.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kiosk.adapters.formats.decoding import LARGEST_FILE, refuse_size
from kiosk.adapters.formats.names import printable, title_from
from kiosk.core.article import TOUR, CatalogEntry, ParsedArticle
from kiosk.core.errors import ContentError
from kiosk.i18n import LANGUAGES

if TYPE_CHECKING:
    from kiosk.adapters.list_files import ListFiles
    from kiosk.core.campaign import Campaign
    from kiosk.core.lexicon import ArticleLists

_MARKDOWN = (".md", ".markdown")
_LONG_READ_WORDS = 2000
_LARGE_FILE = 1024 * 1024
"""Bytes; of a larger file the catalog reads only the head."""
_HEAD = 256 * 1024
_UNKNOWN_LANGUAGE = "und"


class _Listed(NamedTuple):
    """An entry and what it is sorted by."""

    entry: CatalogEntry
    """The card."""
    group: str
    """What the editions of one article have in common."""
    date: str
    """Day of publication, or empty."""


class ContentFolder:
    """A folder with articles (``*.md``, ``*.txt``, at any depth) and perhaps a campaign file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._list_files: ListFiles | None = None

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles: the guided tour, then articles from new to old, then long reads, then broken files.

        The language editions of an article stand together, in the order in which languages are offered.
        """
        listed: list[_Listed] = []
        known: dict[str, str] = {}
        for path in self._article_files():
            found = self._list(path)
            entry = found.entry
            first = known.setdefault(entry.article_id, path)
            if first != path and not entry.problem:
                problem = f"its id is that of another article, {first}"
                found = found._replace(entry=entry._replace(problem=problem))
            listed.append(found)
        return [each.entry for each in _in_catalog_order(listed)]

    def load(self, path: str) -> ParsedArticle:
        """Read and parse one article.

        Args:
            path: as in :attr:`CatalogEntry.path`: below the folder, with "/" between its parts.

        Raises:
            ContentError: the file cannot be used.
        """
        if path.startswith("/") or ".." in PurePosixPath(path).parts:
            raise ContentError(path, "", "it does not lie in the content folder")
        data = read_file(self._folder / path, path)
        return _parse(data, path, _language_of(path), _id_of(path))

    def campaign(self) -> "Campaign | None":
        """Return the campaign that may ask on this machine, or None when the folder has no campaign file.

        Raises:
            ContentError: there is a campaign file, and it cannot be used.
        """
        from kiosk.core.delivery import CAMPAIGN  # no article is listed before the first painted page

        path = self._folder / CAMPAIGN
        if not path.exists():
            return None
        # Imported late: an appeal comes after an article, long after the first painted page.
        from kiosk.adapters.campaign_file import parse_campaign

        return parse_campaign(read_file(path, CAMPAIGN), CAMPAIGN)

    def lexicons(self, path: str) -> "ArticleLists":
        """Return the pronunciation lists beside an article, and those of the folder for all articles.

        Args:
            path: as in :attr:`CatalogEntry.path`, or the absolute path of a file that a person named.
        """
        if self._list_files is None:
            # Imported late: words are said long after the first painted page.
            from kiosk.adapters.list_files import ListFiles

            self._list_files = ListFiles(self._folder, read_file)
        return self._list_files.lists_for(path)

    def _article_files(self) -> Iterator[str]:
        from kiosk.core.delivery import FileKind, kind_of  # likewise

        for folder, subfolders, names in os.walk(self._folder):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name).relative_to(self._folder).as_posix()
                if kind_of(path) is FileKind.ARTICLE:
                    yield path

    def _list(self, path: str) -> _Listed:
        try:
            return _describe(read_file(self._folder / path, path), path)
        except ContentError as error:
            where = f"{error.place}: " if error.place else ""
            entry = CatalogEntry(
                _id_of(path),
                title_from(path),
                _language_of(path) or _UNKNOWN_LANGUAGE,
                summary="",
                word_count=0,
                path=path,
                problem=f"{where}{error.problem}",
            )
            return _Listed(entry, _id_of(path), "")


def load_article(path: Path) -> ParsedArticle:
    """Read and parse any file as an article: Markdown by its ending, everything else as plain text.

    Args:
        path: the file.

    Raises:
        ContentError: there is no such file, it may not be read, or it cannot be used.
    """
    source = printable(str(path))
    return _parse(read_file(path, source), source, "", "")


def _parse(data: bytes, source: str, language: str, article_id: str) -> ParsedArticle:
    # Imported late: a run needs the reader of one format before its first painted page, not of all.
    if PurePosixPath(source).suffix.lower() in _MARKDOWN:
        from kiosk.adapters.formats import markdown

        return markdown.parse(data, source, language, article_id=article_id)
    from kiosk.adapters.formats import plain_text

    return plain_text.parse(data, source, language, article_id=article_id)


def read_file(path: Path, source: str) -> bytes:
    """Read a file after looking at its size: what is too large is refused unread.

    Args:
        path: the file.
        source: its name, for errors.

    Raises:
        ContentError: there is no such file, it may not be read, or it is too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ContentError(source, "", "it is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise ContentError(source, "", "it is not an ordinary file")
        refuse_size(status.st_size, source)
        with path.open("rb") as file:
            # Bounded all the same: a file may grow, and some have no size.
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ContentError(source, "", "there is no such file") from None
    except PermissionError:
        raise ContentError(source, "", "it may not be read: permission denied") from None
    except (OSError, ValueError) as error:
        raise ContentError(source, "", f"it cannot be read: {_reason(error)}") from None
    refuse_size(len(data), source)
    return data


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def recording_named(data: bytes, path: str) -> str:
    """Return the sound file that an article names, or empty; the article is read only as far as its card needs.

    Args:
        data: the article's file.
        path: its name, for errors; Markdown by its ending.

    Raises:
        ContentError: the article cannot be used.
    """
    return _describe(data, path).entry.recording


def _describe(data: bytes, path: str) -> _Listed:
    """Read what the card of an article needs."""
    parts = 1.0
    if len(data) > _LARGE_FILE:
        # Cut at a line end, so that no letter is cut in two.
        head = data[: data.rfind(b"\n", 0, _HEAD) + 1] or data
        parts, data = len(data) / len(head), head
    if PurePosixPath(path).suffix.lower() in _MARKDOWN:
        from kiosk.adapters.formats import markdown

        quick = markdown.describe(data, path)
        if quick is not None:
            front, words = quick
            article_id = front.id or _id_of(path)
            words = max(1, round(words * parts))
            entry = CatalogEntry(
                article_id, front.title, front.language, front.summary, words, path, recording=front.recording
            )
            return _Listed(entry, front.translation_of or article_id, front.date)
    article = _parse(data, path, _language_of(path), _id_of(path)).article
    words = max(1, round(sum(len(block.text.split()) for block in article.blocks) * parts))
    entry = CatalogEntry(
        article.id, article.title, article.language, article.summary, words, path, recording=article.recording
    )
    return _Listed(entry, article.translation_of or article.id, article.date)


def _in_catalog_order(listed: Sequence[_Listed]) -> list[_Listed]:
    dates: dict[str, str] = {}
    words: dict[str, int] = {}
    for each in listed:
        dates[each.group] = max(dates.get(each.group, ""), each.date)
        words[each.group] = max(words.get(each.group, 0), each.entry.word_count)

    def rank(each: _Listed) -> int:
        if each.entry.problem:
            return 3
        if each.group == TOUR:
            return 0
        return 2 if words[each.group] >= _LONG_READ_WORDS else 1

    languages = [*LANGUAGES]

    def place_in_group(each: _Listed) -> tuple[str, int, str, str]:
        primary = each.entry.language.split("-")[0]
        number = languages.index(primary) if primary in languages else len(languages)
        return each.group, number, each.entry.language, each.entry.path

    # Sorting is stable: the last key counts most, and new dates go first.
    by_group = sorted(listed, key=place_in_group)
    by_date = sorted(by_group, key=lambda each: dates[each.group], reverse=True)
    return sorted(by_date, key=rank)


def _language_of(path: str) -> str:
    """Return the language that a file's folder is named after, or empty."""
    return next((part for part in PurePosixPath(path).parts[:-1] if part in LANGUAGES), "")


def _id_of(path: str) -> str:
    """Return the id of a file that names none: its path, so that two files never share one."""
    return "-".join(PurePosixPath(printable(path)).with_suffix("").parts).replace(" ", "-")
