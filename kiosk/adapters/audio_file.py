"""Sound files: WAV, as the timeline holds it, and the word marks beside it. Knows no voice."""

import json
import wave
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
from kiosk.app.speaking import SpokenMark
from kiosk.core.timeline import SAMPLE_RATE_HZ


def write_wav(path: Path, chunks: Iterable[bytes]) -> int:
    """Write mono 16-bit frames to a WAV file, which appears whole or not at all.

    Returns:
        How many frames were written.

    Raises:
        StoreError: the file cannot be written.
    """
    frame_count = 0
    with replacing(path) as file, wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SAMPLE_RATE_HZ)
        for chunk in chunks:
            sound.writeframes(chunk)
            frame_count += len(chunk) // 2
    return frame_count


def write_marks(path: Path, marks: Sequence[SpokenMark], words_per_minute: int) -> None:
    """Write word marks as JSON: ``{"words_per_minute": ..., "marks": [...]}``, fields as in :class:`SpokenMark`.

    It is what a recording's times are read from (``formats/recording_times.py``).

    Raises:
        StoreError: the file cannot be written.
    """
    document = {"words_per_minute": words_per_minute, "marks": [asdict(mark) for mark in marks]}
    with replacing(path) as file:
        file.write(json.dumps(document, ensure_ascii=False, indent=1).encode())
