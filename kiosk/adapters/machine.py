"""What this machine can do: screen, sound, voices, fonts, content, disk. Changes nothing but one test file."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.adapters.audio_output import Loudspeaker
from kiosk.adapters.frozen import program_folder, reinstall_command
from kiosk.adapters.screen import has_screen
from kiosk.app.ports import ContentSource
from kiosk.app.recording import RecordingSource
from kiosk.core.article import CatalogEntry
from kiosk.core.check import Check
from kiosk.core.content_update import StockStatus
from kiosk.core.errors import AudioError, ContentError
from kiosk.core.lexicon import PronunciationList
from kiosk.core.status import LEAST_FREE_MIB
from kiosk.core.voice import Voice, choose_voice

# The spare takes 240 MiB. Of 4 GB the system itself keeps some.
_LEAST_MEMORY_FOR_SPARE_MIB = 3500
_REINSTALL = reinstall_command(program_folder())


class _Silence:
    def read(self, frame_count: int) -> bytes:
        """Return silence."""
        return bytes(frame_count * 2)


def check_screen() -> Check:
    """Whether there is a display server to show a window on."""
    if has_screen():
        name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform
        return Check("screen", True, f"a window can be shown ({name})")
    return Check(
        "screen",
        False,
        "no display server: neither DISPLAY nor WAYLAND_DISPLAY is set",
        "start it from a desktop session, or: apt-get install cage xwayland && cage -- kiosk",
    )


def check_sound() -> Check:
    """Whether a sound device opens."""
    loudspeaker = Loudspeaker()
    try:
        loudspeaker.open(_Silence())
    except AudioError as error:
        remedy = "apt-get install pulseaudio && pulseaudio --start" if sys.platform == "linux" else ""
        return Check("sound", False, str(error), remedy)
    except ImportError:
        return Check("sound", False, "the sound library is not installed", _REINSTALL)
    finally:
        loudspeaker.close()
    return Check("sound", True, "the sound device opens")


def check_voices(voices: Sequence[Voice], languages: Sequence[str]) -> Check:
    """Whether every language of the interface has a voice."""
    chosen = {language: choose_voice(voices, language) for language in languages}
    silent = [language for language, voice in chosen.items() if voice is None or voice.quality == 0]
    if silent:
        return Check("voices", False, f"no voice for: {', '.join(silent)}", _REINSTALL)
    named = ", ".join(f"{language} {voice.id}" for language, voice in chosen.items() if voice)
    return Check("voices", True, f"{len(voices)} voices; {named}")


def check_fonts(missing: Sequence[str]) -> Check:
    """Whether the bundled families are there."""
    if missing:
        return Check("fonts", False, f"missing: {', '.join(missing)}", _REINSTALL)
    return Check("fonts", True, "Latin, Cyrillic and Arabic families are there")


def check_content(content: ContentSource, recordings: RecordingSource | None = None) -> Check:
    """Whether there are articles, and all of them, the campaign, the lists and the recordings can be used.

    Args:
        content: the articles.
        recordings: their recordings.
    """
    try:
        entries = content.entries()
        content.campaign()
    except ContentError as error:
        return Check("content", False, str(error), "correct the file at that place")
    broken = [f"{entry.path}: {entry.problem}" for entry in entries if entry.problem]
    # A list may hold for many articles.
    lists = {
        each.source: each for path in ("", *(entry.path for entry in entries)) for each in _lists(content, path)
    }
    broken += [f"{each.source}: {each.problem}" for each in lists.values() if each.problem]
    if recordings is not None:
        broken += _broken_recordings(content, recordings, entries)
    if broken:
        return Check("content", False, "; ".join(broken), "correct the file at that place")
    if not entries:
        return Check("content", False, "there are no articles", "kiosk --content FOLDER")
    words = sum(len(each.entries) for each in lists.values())
    listed = f", {words} words in {len(lists)} pronunciation lists" if lists else ""
    remarks = [f"{each.source}, {remark}" for each in lists.values() for remark in each.remarks]
    return Check("content", True, "; ".join((f"{len(entries)} articles{listed}", *remarks)))


def check_stock(status: StockStatus) -> Check:
    """Whether the content that was taken is in use, and as it was taken."""
    if status.problem:
        used = f"version {status.version}" if status.version else "what ships"
        return Check("stock", False, f"{status.problem}; {used} is in use", "kiosk content add FOLDER")
    if not status.version:
        told = "the content of before is in use again" if status.can_roll_back else "no content was taken here"
        return Check("stock", True, f"{told}: what ships")
    back = "one step back is possible" if status.can_roll_back else "there is nothing to go back to"
    return Check(
        "stock", True, f"version {status.version}, {status.article_count} articles as they were taken; {back}"
    )


def check_station(path: Path) -> Check:
    """Whether what an operator decided for this machine can be used."""
    from kiosk.adapters.station_file import load_station

    try:
        decided = load_station(path)
    except ContentError as error:
        return Check("station", False, str(error), "correct the file at that place; until then the defaults hold")
    if not decided:
        return Check("station", True, f"nothing is decided in {path}; the defaults hold")
    return Check("station", True, f"{path}: {', '.join(f'{name} {value}' for name, value in decided.items())}")


def _broken_recordings(
    content: ContentSource, recordings: RecordingSource, entries: Sequence[CatalogEntry]
) -> list[str]:
    problems: list[str] = []
    for entry in entries:
        if entry.recording and not entry.problem:
            # The catalog reads the head of a file: the rest may be broken, and says so when it is opened.
            with suppress(ContentError):
                recording = recordings.recording(entry.path, content.load(entry.path).article)
                problems += [recording.problem] if recording is not None and recording.problem else []
    return problems


def _lists(content: ContentSource, path: str) -> tuple[PronunciationList, ...]:
    lists = content.lexicons(path)
    return (*lists.publisher, *lists.operator)


def check_disk(folder: Path) -> Check:
    """Whether the state folder can be written and has room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"x")
        free_mib = shutil.disk_usage(folder).free // 2**20
    except OSError as error:
        return Check("disk", False, f"{folder}: {error.strerror}", f"mkdir -p {folder} && chmod u+rwx {folder}")
    if free_mib < LEAST_FREE_MIB:
        return Check("disk", False, f"{folder}: only {free_mib} MiB are free", "delete files on that disk")
    return Check("disk", True, f"{folder} can be written; {free_mib} MiB free")


def has_memory_for_spare() -> bool:
    """Whether nobody misses the memory of a second natural voice: on a machine sold with 4 GB or more."""
    return memory_mib() >= _LEAST_MEMORY_FOR_SPARE_MIB


def memory_mib() -> int:
    """Return how much memory this machine has; 0 where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    except (AttributeError, ValueError, OSError):
        return 0
