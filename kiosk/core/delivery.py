"""What of a folder that somebody brings may be taken at all: names, kinds and sizes. Opens no file.

A delivery is what an operator brings: a folder, mostly on a stick. Whoever made it is a stranger to this machine.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

MIB = 1024 * 1024
LARGEST_TEXT = 20 * MIB
"""Bytes of an article, a list, the times of a recording or a campaign."""
LARGEST_SOUND = 1024 * MIB
"""Bytes of a recording: three hours as it comes from a microphone."""
LARGEST_DELIVERY = 16 * 1024 * MIB
"""Bytes of all files together."""
MOST_FILES = 20_000
"""Files of a delivery; what is passed over counts too, so that looking comes to an end."""
DEEPEST = 8
"""Folders inside each other."""
LONGEST_NAME = 200
"""Bytes of the name of one file or folder, in UTF-8: what every file system takes."""

CAMPAIGN = "campaign.toml"
"""Name of the campaign file, beside no other."""
TEXTS = (".md", ".txt")
LIST = ".pls"
SOUNDS = (".wav", ".flac", ".ogg", ".mp3")
TIMES = ".json"
_NOT_ARTICLES = frozenset(
    ("readme", "license", "licence", "copying", "notice", "changelog", "contributing", "campaign")
)
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
_FORBIDDEN = frozenset('<>:"|?*\\')
# Marks of direction: a name with them is shown as another one than it is.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


class FileKind(StrEnum):
    """What a file of a content folder is for; the value is its name in files."""

    ARTICLE = "article"
    LIST = "list"
    CAMPAIGN = "campaign"
    RECORDING = "recording"
    """A sound, or the times of one."""


class FoundFile(NamedTuple):
    """A file of a delivery as the folder lists it."""

    path: str
    """Below the delivery's folder, with "/" between its parts, as it is."""
    size: int
    """Bytes."""
    is_ordinary: bool = True
    """Whether it is a file, not a link, a pipe or a device."""


class Refused(NamedTuple):
    """A file of a delivery that cannot be used."""

    path: str
    """The file, fit to be shown."""
    problem: str
    """Place in the file, if any, and reason, in plain English."""


class Sifted(NamedTuple):
    """What may be taken of a delivery as far as names and sizes tell."""

    taken: tuple[FoundFile, ...]
    """In the order of their paths."""
    refused: tuple[Refused, ...]
    """What would be taken, had it another name, kind or size."""


def kind_of(path: str) -> FileKind | None:
    """Return what a file is for, by its name; None when it is nothing for this program."""
    name = path.rpartition("/")[2]
    stem, dot, ending = name.lower().rpartition(".")
    suffix = dot + ending
    if path == CAMPAIGN:
        return FileKind.CAMPAIGN
    if not stem or any(part.startswith(".") for part in path.split("/")):
        return None
    if suffix in TEXTS:
        return None if stem in _NOT_ARTICLES else FileKind.ARTICLE
    if suffix == LIST:
        return FileKind.LIST
    return FileKind.RECORDING if suffix in (*SOUNDS, TIMES) else None


def largest(path: str) -> int:
    """Return how many bytes a file may have."""
    return LARGEST_SOUND if path.lower().endswith(SOUNDS) else LARGEST_TEXT


def path_key(path: str) -> str:
    """Return what two paths have in common that some file system takes for one: case, and how letters are put."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def shown(path: str) -> str:
    """Return a path as text that can be shown, stored and sent to a terminal."""
    whole = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(
        sign if sign.isprintable() and sign not in _TURNING else "\N{REPLACEMENT CHARACTER}" for sign in whole
    )


def name_problem(path: str) -> str:
    """Return why a path may not be taken over, in plain English; empty when it may.

    Only names that mean the same on every system are taken, since a stick is carried from one to the other.
    """
    parts = path.split("/")
    if not path or path.startswith("/") or any(part in ("", ".", "..") for part in parts):
        return "its name leads out of the folder"
    if len(parts) > DEEPEST:
        return f"it lies more than {DEEPEST} folders deep"
    for part in parts:
        if any("\ud800" <= sign <= "\udfff" for sign in part):
            return "its name is not text in UTF-8"
        if any(sign in _FORBIDDEN or sign in _TURNING or not sign.isprintable() for sign in part):
            return "its name has signs that not every system takes"
        if part[-1] in ". " or part[0] == " ":
            return "its name begins or ends with a space, or ends with a point"
        if part.partition(".")[0].lower() in _RESERVED:
            return "its name stands for a device on Windows"
        if len(part.encode()) > LONGEST_NAME:
            return f"its name is longer than {LONGEST_NAME} bytes"
    return ""


def sift(found: Iterable[FoundFile]) -> Sifted:
    """Part what may be taken from what may not; what is nothing for this program is passed over.

    Args:
        found: the files of a delivery, in any order.
    """
    taken: list[FoundFile] = []
    refused: list[Refused] = []
    known: dict[str, str] = {}
    for file in sorted(found, key=lambda each: each.path):
        if kind_of(file.path) is None:
            continue
        problem = name_problem(file.path) or _file_problem(file)
        twin = known.get(path_key(file.path))
        if not problem and twin is not None:
            problem = f"Windows takes its name for that of {twin}"
        if problem:
            refused.append(Refused(shown(file.path), problem))
        else:
            known[path_key(file.path)] = file.path
            taken.append(file)
    return Sifted(tuple(taken), tuple(refused))


def total_size(files: Sequence[FoundFile]) -> int:
    """Return how many bytes files have together."""
    return sum(file.size for file in files)


def _file_problem(file: FoundFile) -> str:
    if not file.is_ordinary:
        return "it is a link, or no ordinary file"
    most = largest(file.path)
    if file.size > most:
        return f"too large: {file.size / MIB:.0f} MiB, and at most {most // MIB} MiB can be taken"
    return "the file is empty" if not file.size else ""
