"""What the commands without a window do: speaking into a file, and looking at the machine. Knows no arguments.

Parts are imported where they are used, as in ``bootstrap``: each command needs only its own.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import bootstrap, i18n
from kiosk.adapters.folders import state_folder

if TYPE_CHECKING:
    from kiosk.core.article import Article
    from kiosk.core.check import Check


def speak(
    article: "Article",
    passages: tuple[int, int],
    voice_id: str,
    words_per_minute: int,
    out: Path,
    marks_file: Path | None,
) -> str:
    """Write the reading of some passages to a WAV file, and its word marks beside it; return a line that says so.

    Args:
        article: what to read.
        passages: first and last, both included, from 1.
        voice_id: a voice, or empty for the best.
        words_per_minute: 80 to 500.
        out: the sound file.
        marks_file: where to write each word's place and time, or None.

    Raises:
        UsageError: there is no such passage, or the voice does not exist or does not speak the article's language.
        VoiceError: no voice speaks a passage.
        StoreError: a file cannot be written.
    """
    from kiosk.adapters.audio_file import write_marks, write_wav
    from kiosk.app import speaking
    from kiosk.app.rendering import RenderingChoice
    from kiosk.core.rate import Rate
    from kiosk.core.timeline import frames_to_ms

    speaking.check(article, passages, voice_id, rack := bootstrap.build_rack())
    choice = RenderingChoice(Rate(words_per_minute), voice_id)
    marks: list[speaking.SpokenMark] = []

    def chunks() -> Iterator[bytes]:
        for samples, own_marks in speaking.speak(rack, article, *passages, choice):
            marks.extend(own_marks)
            yield samples

    frame_count = write_wav(out, chunks())
    if marks_file is not None:
        write_marks(marks_file, marks)
    rack.close()
    return f"{out}: {frames_to_ms(frame_count) / 1000:.1f} s, {len(marks)} words"


def check_machine(options: bootstrap.Options) -> "list[Check]":
    """Say what this machine can do and what is missing."""
    from kiosk.adapters import machine
    from kiosk.adapters.font_files import missing_fonts

    return [
        machine.check_screen(),
        machine.check_sound(),
        machine.check_voices(bootstrap.build_rack().voices(), tuple(i18n.LANGUAGES)),
        machine.check_fonts(missing_fonts()),
        machine.check_content(bootstrap.build_content(options)),
        machine.check_disk(options.state or state_folder()),
    ]
