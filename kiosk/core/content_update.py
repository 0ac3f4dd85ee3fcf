"""New content for a machine: what changes by it, how far it has come, and why it failed. Opens no file.

Articles are taken by their id, files by their path. What a delivery does not mention stays, unless the delivery is
to be all there is.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import NamedTuple

from kiosk.core.delivery import FileKind, Refused, path_key
from kiosk.core.errors import KioskError


class ContentFile(NamedTuple):
    """A file of a version, checked."""

    path: str
    """Below the version's folder, with "/" between its parts."""
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    kind: FileKind
    """What it is for."""
    article_id: str = ""
    """Of an article: its id."""
    title: str = ""
    """Of an article: its title."""
    language: str = ""
    """Of an article: its BCP 47 tag."""
    parts: tuple[str, ...] = ()
    """Of an article: the paths of its recording and the times of that."""


class Update(NamedTuple):
    """What changes when a delivery is taken; articles are named by their titles."""

    added: tuple[str, ...] = ()
    """Articles that were not there."""
    changed: tuple[str, ...] = ()
    """Articles that are there otherwise."""
    gone: tuple[str, ...] = ()
    """Articles that will not be there any more."""
    unchanged: int = 0
    """How many articles stay as they are."""
    others: int = 0
    """How many other files (lists, campaign) come or change."""
    refused: tuple[Refused, ...] = ()
    """What cannot be used; all else can."""

    @property
    def has_news(self) -> bool:
        """Whether anything would be otherwise."""
        return bool(self.added or self.changed or self.gone or self.others)

    @property
    def article_count(self) -> int:
        """How many articles there will be."""
        return len(self.added) + len(self.changed) + self.unchanged


class Fault(StrEnum):
    """Why a delivery was not taken. Whatever it is, the content of before is in use."""

    NOTHING_FOUND = "nothing found"
    """There is no article in it."""
    NOTHING_USABLE = "nothing usable"
    """Not one article in it can be used."""
    TOO_LARGE = "too large"
    """It has too many files, or too many bytes."""
    GONE = "gone"
    """It was pulled, or cannot be read any more."""
    FULL = "full"
    """This machine has no room for it."""
    UNWRITABLE = "unwritable"
    """This machine's folder cannot be written."""
    BUSY = "busy"
    """Somebody else is just changing the content."""
    NOTHING_BEFORE = "nothing before"
    """There is no content of before to go back to, or it is damaged."""
    UNKNOWN = "unknown"
    """Something else."""


OF_THE_DELIVERY = frozenset((Fault.NOTHING_FOUND, Fault.NOTHING_USABLE, Fault.TOO_LARGE, Fault.GONE))
"""Faults that another delivery would not have; the others lie with the machine."""


class UpdateError(KioskError):
    """The content was not changed.

    Attributes:
        fault: why.
        refused: what cannot be used, where that is why.
    """

    def __init__(self, fault: Fault, message: str, refused: Sequence[Refused] = ()) -> None:
        self.fault = fault
        self.refused = tuple(refused)
        super().__init__(message)


class UpdateCancelled(Exception):  # noqa: N818  # nothing went wrong
    """Somebody wanted it to stop; nothing has changed."""


class StagedContent(NamedTuple):
    """Content that was copied and checked, and that is not in use yet."""

    name: str
    """What the store calls it."""
    update: Update
    """What changes by it."""


class StickPlace(NamedTuple):
    """A folder from which content can be taken."""

    name: str
    """What the stick is called, fit to be shown."""
    path: str
    """The folder, as the machine names it."""


class StockStatus(NamedTuple):
    """What content a machine has in use, and what it can go back to."""

    version: str = ""
    """Name of the version in use; empty when what ships, or a folder of the operator's own, is in use."""
    article_count: int = 0
    """Its articles."""
    before: str = ""
    """Name of the version to go back to; empty for what ships."""
    can_roll_back: bool = False
    """Whether there is something to go back to."""
    problem: str = ""
    """Why what was chosen is not in use, in plain English: file and reason; or empty."""


class Rest(Enum):
    """Where nothing is going on."""

    IDLE = "idle"
    """Nothing was begun."""
    CANCELLED = "cancelled"
    """Somebody ended it."""
    ROLLED_BACK = "rolled back"
    """The content of before is in use again."""


class Looking(NamedTuple):
    """The delivery is looked through."""


class Copying(NamedTuple):
    """Its files are copied."""

    done: int
    """How many are."""
    total: int
    """Of how many."""
    percent: int
    """How much of all bytes, 0 to 100: a recording takes longer than a hundred articles."""


class Checking(NamedTuple):
    """The copies are read as they will be read."""

    done: int
    """How many are."""
    total: int
    """Of how many."""


class Ready(NamedTuple):
    """All of it is here and was checked; nothing has changed yet."""

    update: Update
    """What would change."""


class Switching(NamedTuple):
    """The new content takes the place of the old one."""


class Done(NamedTuple):
    """The new content is in use."""

    update: Update
    """What has changed."""


class Failed(NamedTuple):
    """It was not taken; what was in use still is."""

    fault: Fault
    """Why."""
    detail: str = ""
    """The same in plain English, with names."""
    refused: tuple[Refused, ...] = ()
    """What cannot be used, where that is why."""


Progress = Rest | Looking | Copying | Checking | Ready | Switching | Done | Failed


def is_working(progress: Progress) -> bool:
    """Whether something goes on that can be waited for."""
    return isinstance(progress, Looking | Copying | Checking | Switching)


def quarter_of(progress: Progress) -> int:
    """Return how many quarters (0 to 4) of the copying are done: so much is said of something that takes long."""
    if isinstance(progress, Copying):
        return progress.percent // 25
    return 4 if isinstance(progress, Checking | Ready | Switching | Done) else 0


def merged(old: Iterable[ContentFile], new: Iterable[ContentFile], is_whole: bool) -> tuple[ContentFile, ...]:
    """Return the files of the version that a delivery leads to, in the order of their paths.

    Args:
        old: the files in use.
        new: those of the delivery.
        is_whole: whether the delivery is to be all there is.
    """
    files = {path_key(file.path): file for file in (() if is_whole else old)}
    taken = tuple(new)
    ids = {file.article_id for file in taken if file.kind is FileKind.ARTICLE}
    # An edition of before may lie elsewhere; its own list and recording go with it.
    leaving = {key for key, file in files.items() if file.kind is FileKind.ARTICLE and file.article_id in ids}
    own = {f"{key.rpartition('.')[0]}.pls" for key in leaving}
    own |= {path_key(part) for key in leaving for part in files[key].parts}
    # A sound that two articles share stays for the other one.
    own -= {path_key(part) for key, file in files.items() if key not in leaving for part in file.parts}
    for key in leaving | own:
        files.pop(key, None)
    files.update({path_key(file.path): file for file in taken})
    return tuple(sorted(files.values()))


def update_of(
    old: Sequence[ContentFile], result: Sequence[ContentFile], refused: Iterable[Refused] = ()
) -> Update:
    """Return what changes from one version to another.

    Args:
        old: the files in use.
        result: the files that would be.
        refused: what of the delivery cannot be used.
    """
    before, after = _articles(old), _articles(result)
    digests_before, digests_after = ({file.path: file.digest for file in files} for files in (old, result))

    def sums(file: ContentFile, digests: Mapping[str, str]) -> tuple[str, ...]:
        return (file.digest, *(digests.get(part, "") for part in file.parts))

    same = {
        own
        for own in before.keys() & after.keys()
        if sums(before[own], digests_before) == sums(after[own], digests_after)
    }
    return Update(
        added=tuple(file.title for own, file in after.items() if own not in before),
        changed=tuple(file.title for own, file in after.items() if own in before and own not in same),
        gone=tuple(file.title for own, file in before.items() if own not in after),
        unchanged=len(same),
        others=len(_others(result) ^ _others(old)),
        refused=tuple(refused),
    )


def _articles(files: Iterable[ContentFile]) -> dict[str, ContentFile]:
    return {file.article_id: file for file in files if file.kind is FileKind.ARTICLE}


def _others(files: Iterable[ContentFile]) -> frozenset[tuple[str, str]]:
    kinds = (FileKind.LIST, FileKind.CAMPAIGN)
    return frozenset((file.path, file.digest) for file in files if file.kind in kinds)
