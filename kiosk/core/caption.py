"""What is said, as text on the screen: for those who do not hear it. Pure: knows no widget and no clock."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.core.narration import Piece

# A slow reader's two words in a second; no caption is gone before an eye has found it.
_WORD_MS = 500
_LEAST_MS = 2_000


class Caption(NamedTuple):
    """Something to show."""

    number: int
    """Grows with each one: what is said a second time is shown a second time."""
    pieces: tuple[Piece, ...]
    """In order; each in its own language, and so in its own direction."""


def reading_time_ms(pieces: Sequence[Piece]) -> int:
    """Return how long somebody who reads slowly needs."""
    return max(_LEAST_MS, _WORD_MS * sum(len(piece.text.split()) for piece in pieces))
