"""A copied delivery, read as it will be read: what of it can be used, and what is wrong with the rest."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kiosk.adapters.campaign_file import parse_campaign
from kiosk.adapters.content_folder import ContentFolder, read_file
from kiosk.adapters.delivery_folder import digest_of, refused_by
from kiosk.adapters.formats import pronunciation_list
from kiosk.adapters.voices.recorded import TIMES_SUFFIX, RecordingFiles
from kiosk.core.content_update import ContentFile
from kiosk.core.delivery import FileKind, FoundFile, Refused, kind_of, shown
from kiosk.core.errors import ContentError


class Checked(NamedTuple):
    """What the check found."""

    files: tuple[ContentFile, ...]
    """What can be used."""
    refused: tuple[Refused, ...]
    """What cannot, by file, place and reason."""


def check_copied(folder: Path, files: Sequence[FoundFile], tell: Callable[[int], None]) -> Checked:
    """Read every file of a folder with the program's own readers.

    An article whose recording cannot be used is used without it.

    Args:
        folder: where the copies lie.
        files: what was copied.
        tell: called before each file with how many have been read; may raise, to stop.

    Raises:
        OSError: a copy cannot be read.
    """
    checking = _Checking(folder)
    for number, file in enumerate(files):
        tell(number)
        try:
            checking.check(file)
        except ContentError as error:
            checking.refused.append(refused_by(error))
    sounds = [_plain(folder, file, FileKind.RECORDING) for file in files if file.path in checking.parts]
    return Checked((*checking.good, *sounds), tuple(checking.refused))


class _Checking:
    """What was found so far."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._content = ContentFolder(folder)
        self._recordings = RecordingFiles(folder, read_file)
        # Two articles with one id are seen only by who lists all of them.
        self._problems = {entry.path: entry.problem for entry in self._content.entries()}
        self.good: list[ContentFile] = []
        self.refused: list[Refused] = []
        self.parts: set[str] = set()

    def check(self, file: FoundFile) -> None:
        """Read one file.

        Raises:
            ContentError: it cannot be used.
        """
        kind = kind_of(file.path)
        if kind is FileKind.ARTICLE:
            self.good.append(self._article(file))
        elif kind is FileKind.LIST:
            pronunciation_list.parse(read_file(self._folder / file.path, file.path), file.path)
            self.good.append(_plain(self._folder, file, kind))
        elif kind is FileKind.CAMPAIGN:
            parse_campaign(read_file(self._folder / file.path, file.path), file.path)
            self.good.append(_plain(self._folder, file, kind))

    def _article(self, file: FoundFile) -> ContentFile:
        article = self._content.load(file.path).article
        if self._problems[file.path]:
            raise ContentError(file.path, "", self._problems[file.path])
        recording = self._recordings.recording(file.path, article)
        own: tuple[str, ...] = ()
        if recording is not None and recording.problem:
            problem = f"its recording cannot be used: {recording.problem}"
            self.refused.append(Refused(shown(file.path), problem))
        elif recording is not None:
            own = _recording_paths(file.path, article.recording)
            self.parts.update(own)
        plain = _plain(self._folder, file, FileKind.ARTICLE)
        return plain._replace(article_id=article.id, title=article.title, language=article.language, parts=own)


def _plain(folder: Path, file: FoundFile, kind: FileKind) -> ContentFile:
    return ContentFile(file.path, file.size, digest_of(folder / file.path), kind)


def _recording_paths(article: str, name: str) -> tuple[str, str]:
    sound = PurePosixPath(article).parent / name.replace("\\", "/")
    return str(sound), str(sound.with_suffix(TIMES_SUFFIX))
