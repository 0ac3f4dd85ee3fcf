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
    content = ContentFolder(folder)
    recordings = RecordingFiles(folder, read_file)
    good: list[ContentFile] = []
    refused: list[Refused] = []
    parts: dict[str, None] = {}
    # Two articles with one id are seen only by who lists all of them.
    entries = {entry.path: entry for entry in content.entries()}
    for number, file in enumerate(files):
        tell(number)
        kind = kind_of(file.path)
        try:
            if kind is FileKind.ARTICLE:
                if entries[file.path].problem:
                    content.load(file.path)
                    raise ContentError(file.path, "", entries[file.path].problem)
                article = content.load(file.path).article
                recording = recordings.recording(file.path, article)
                own: tuple[str, ...] = ()
                if recording is not None and recording.problem:
                    problem = f"its recording cannot be used: {recording.problem}"
                    refused.append(Refused(shown(file.path), problem))
                elif recording is not None:
                    own = _recording_paths(file.path, article.recording)
                    parts.update(dict.fromkeys(own))
                digest = digest_of(folder / file.path)
                good.append(
                    ContentFile(
                        file.path, file.size, digest, kind, article.id, article.title, article.language, own
                    )
                )
            elif kind is FileKind.LIST:
                pronunciation_list.parse(read_file(folder / file.path, file.path), file.path)
                good.append(_plain(folder, file, kind))
            elif kind is FileKind.CAMPAIGN:
                parse_campaign(read_file(folder / file.path, file.path), file.path)
                good.append(_plain(folder, file, kind))
        except ContentError as error:
            refused.append(refused_by(error))
    good += [_plain(folder, file, FileKind.RECORDING) for file in files if file.path in parts]
    return Checked(tuple(good), tuple(refused))


def _plain(folder: Path, file: FoundFile, kind: FileKind) -> ContentFile:
    return ContentFile(file.path, file.size, digest_of(folder / file.path), kind)


def _recording_paths(article: str, name: str) -> tuple[str, str]:
    sound = PurePosixPath(article).parent / name.replace("\\", "/")
    return str(sound), str(sound.with_suffix(TIMES_SUFFIX))
