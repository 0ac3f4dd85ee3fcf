"""The fade that keeps sound from clicking where it is cut off or let go again. Knows no timeline and no device."""

from array import array
from collections.abc import Iterable
from itertools import islice

from kiosk.core.timeline import ms_to_frames

FADE_FRAMES = ms_to_frames(4)
"""How long a whole fade lasts."""


def faded_in(samples: bytes, loudness: int) -> bytes:
    """Return 16-bit frames, growing louder.

    Args:
        samples: the frames.
        loudness: how far the sound is faded in before the first of them, 0 to FADE_FRAMES.
    """
    values = array("h", samples)
    for number in range(min(FADE_FRAMES - loudness, len(values))):
        values[number] = values[number] * (loudness + number) // FADE_FRAMES
    return values.tobytes()


def faded_out(chunks: Iterable[memoryview], loudness: int) -> bytes:
    """Return the first of some 16-bit frames, growing softer until nothing is heard.

    Args:
        chunks: the frames; of the first two chunks as many as the fade is long.
        loudness: how far the sound was faded in before the first of them, 0 to FADE_FRAMES.
    """
    values = array("h", b"".join(bytes(chunk[: FADE_FRAMES * 2]) for chunk in islice(chunks, 2)))
    del values[loudness:]
    for number in range(len(values)):
        values[number] = values[number] * (loudness - number) // FADE_FRAMES
    return values.tobytes()
