"""What the commands do besides the window: speak to a file, take pictures, look at the machine.

Each takes what ``bootstrap`` puts together; like it, this module may name concrete classes, and imports them where
they are used.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import i18n
from kiosk.adapters.folders import state_folder
from kiosk.bootstrap import (
    Options,
    build,
    build_content,
    build_content_store,
    build_rack,
    build_recordings,
    build_store,
    load_article,
)
from kiosk.window import resources as window_resources

if TYPE_CHECKING:
    from kiosk.app.recording import RecordingDesk
    from kiosk.core.article import Article
    from kiosk.core.check import Check
    from kiosk.core.utterance import Respell


def has_screen() -> bool:
    """Whether a window can be shown."""
    from kiosk.adapters.screen import has_screen as found

    return found()


def snapshot(options: Options, article: Path, out: Path, width: int, height: int) -> list[Path]:
    """Write what the screen shows to PNG files; return their paths.

    Raises:
        ContentError: the article cannot be used.
        UsageError: there is no such theme.
        StoreError: a file cannot be written.
    """
    from kiosk.qt import snapshot as pictures  # isort: skip  # first: it chooses Qt's platform
    from kiosk.adapters.audio_output import SilentOutput
    from kiosk.adapters.store_folder import MemoryStore
    from kiosk.core.donation import Appeal
    from kiosk.core.errors import UsageError
    from kiosk.qt.application import FirstPage
    from kiosk.qt.timer import QtTimer

    resources = window_resources()
    theme = options.asked.get("theme")
    if theme is not None and theme not in resources.theme_ids():
        raise UsageError(f"there is no theme {theme}; there are {', '.join(resources.theme_ids())}")
    parsed = load_article(article)
    language = str(options.asked.get("language", "en"))
    campaign = build_content(options).campaign()
    appeal = Appeal(campaign, *campaign.message_in(language)) if campaign is not None else None
    fixed = options._replace(asked={"theme": "paper", "language": language, **options.asked})
    return pictures.take(
        lambda: build(fixed, QtTimer, output=SilentOutput(), store=MemoryStore()),
        resources,
        FirstPage(str(article), parsed.article, None),
        appeal,
        out,
        (width, height),
    )


def speak(
    article: "Article",
    passages: tuple[int, int],
    voice_id: str,
    words_per_minute: int,
    out: Path,
    marks_file: Path | None,
    path: Path | None = None,
) -> str:
    """Write the reading of some passages to a WAV file, and its word marks beside it; return a line that says so.

    Args:
        article: what to read.
        passages: first and last, both included, from 1.
        voice_id: a voice, or empty for the best.
        words_per_minute: 80 to 500.
        out: the sound file.
        marks_file: where to write each word's place and time, or None.
        path: the article's file, whose pronunciation lists hold, and beside which its recording lies; None for a
            text that says itself how it sounds.

    Raises:
        UsageError: there is no such passage, or the voice does not exist or does not speak the article's language.
        VoiceError: no voice speaks a passage.
        StoreError: a file cannot be written.
    """
    from dataclasses import replace

    from kiosk.adapters.audio_file import write_marks, write_wav
    from kiosk.app import speaking
    from kiosk.app.rendering_choice import RenderingChoice
    from kiosk.core.rate import Rate
    from kiosk.core.timeline import frames_to_ms
    from kiosk.core.voice import RECORDED

    rack, recordings = build_rack(), _recordings(path)
    is_wanted = voice_id in ("", RECORDED)
    recording = recordings.recording_of(article) if recordings is not None and is_wanted else None
    recorded = recordings.voices(article) if recordings is not None else ()
    speaking.check(article, passages, voice_id, (*recorded, *rack.voices()))
    choice = RenderingChoice(Rate(words_per_minute), voice_id)
    if path is not None and recordings is not None:
        choice = replace(choice, respell=respelling_for(path), find_recording=recordings.recording_of)
    marks: list[speaking.SpokenMark] = []

    def chunks() -> Iterator[bytes]:
        for samples, own_marks in speaking.speak(rack, article, *passages, choice):
            marks.extend(own_marks)
            yield samples

    frame_count = write_wav(out, chunks())
    if marks_file is not None:
        write_marks(marks_file, speaking.within(marks, frame_count), words_per_minute)
    rack.close()
    told = f"{out}: {frames_to_ms(frame_count) / 1000:.1f} s, {len(marks)} words"
    problem = recording.problem if recording is not None else ""
    return f"{told}\nnote: the recording is not used: {problem}" if problem else told


def _recordings(path: Path | None) -> "RecordingDesk | None":
    """Return the recordings, with the one of an article's file in front; None for a text that has no file."""
    from kiosk.app.recording import RecordingDesk

    if path is None:
        return None
    recordings = RecordingDesk(build_recordings(Options()))
    recordings.open(str(path.resolve()))
    return recordings


def respelling_for(path: Path) -> "Respell":
    """Return how an article is said: by the lists beside it, the person's own words and the language's rules."""
    from kiosk.app.pronunciation import Pronunciation
    from kiosk.app.respelling import ruled

    options = Options()
    lists = Pronunciation(build_content(options), build_store(options), options.profile)
    lists.open(str(path.resolve()))
    return ruled(lists.respellings)


def check_machine(options: Options) -> "list[Check]":
    """Say what this machine can do and what is missing."""
    from kiosk.adapters import machine
    from kiosk.adapters.font_files import missing_fonts
    from kiosk.adapters.frozen import check_program, program_folder
    from kiosk.adapters.station_file import station_path

    folder = program_folder()
    return [
        *([check_program(folder)] if folder is not None else []),
        machine.check_screen(),
        machine.check_sound(),
        machine.check_voices(build_rack().voices(), tuple(i18n.LANGUAGES)),
        machine.check_fonts(missing_fonts()),
        machine.check_content(build_content(options), build_recordings(options)),
        *([machine.check_stock(build_content_store(options).status(True))] if options.content is None else []),
        machine.check_station(station_path()),
        machine.check_disk(options.state or state_folder()),
    ]
