"""Words in time: where each one is in the sound. Knows nothing of how sound is played.

One audio timeline serves every voice: mono, 24,000 frames a second, 16 bits. A frame is one sample.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.core.text import TextSpan

SAMPLE_RATE_HZ = 24_000

LEAD_MARGIN_MS = 8
TAIL_MARGIN_MS = 12
"""What is kept before and after the speech of an utterance, faded, so that soft sounds are not cut; the pause that
follows an utterance is shortened by both, so that what is heard is the pause that was set."""


@dataclass(frozen=True, slots=True)
class WordMark:
    """Where one word is in the text and in the sound."""

    span: TextSpan
    """The word, in code points of the text it was asked to be spoken in."""
    start_frame: int
    """First frame of the word, counted from the start of the utterance's samples."""
    end_frame: int
    """One past its last frame, never below ``start_frame``."""


def frames_to_ms(frames: int) -> float:
    """Milliseconds that a number of frames lasts."""
    return frames * 1000 / SAMPLE_RATE_HZ


def ms_to_frames(milliseconds: float) -> int:
    """Frames that last a number of milliseconds, rounded to the nearest."""
    return round(milliseconds * SAMPLE_RATE_HZ / 1000)


def problems(marks: Sequence[WordMark], frame_count: int) -> list[str]:
    """Say what is wrong with marks: out of order, beyond the sound, or overlapping in the text."""
    found = [
        f"{mark} lies outside the {frame_count} frames of the sound"
        for mark in marks
        if not 0 <= mark.start_frame <= mark.end_frame <= frame_count
    ]
    for before, after in pairwise(marks):
        if after.start_frame < before.start_frame:
            found.append(f"{after} starts before {before}")
        if after.span.start < before.span.end:
            found.append(f"{after} overlaps {before} in the text")
    return found
