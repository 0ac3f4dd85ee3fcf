"""Sound files: WAV, as the timeline holds it. Knows no voice."""

import wave
from collections.abc import Iterable
from pathlib import Path

from kiosk.adapters.atomic_file import replacing
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
