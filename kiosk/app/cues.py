"""The words in the sound of a request: which one a frame belongs to. Knows no sound and no clock."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.core.locator import Locator


@dataclass(frozen=True, slots=True)
class Cue:
    """A word in the sound of a request."""

    frame: int
    """The frame of the request at which the word begins."""
    at: Locator
    """The word in the article."""


class Cues:
    """The words of one request in order of time, but for those that were heard long ago."""

    def __init__(self) -> None:
        self._cues: list[Cue] = []
        self._frames: list[int] = []

    def __len__(self) -> int:
        return len(self._cues)

    def extend(self, cues: Iterable[Cue], offset_frames: int) -> None:
        """Add words whose frames are counted from an offset."""
        for cue in cues:
            self._cues.append(Cue(offset_frames + cue.frame, cue.at))
            self._frames.append(offset_frames + cue.frame)

    def heard_by(self, frame: int) -> Cue | None:
        """Return the last word of which a frame has been heard once so many frames were; None before the first."""
        position = bisect_left(self._frames, frame)
        return self._cues[position - 1] if position else None

    def forget_before(self, frame: int) -> None:
        """Forget what :meth:`heard_by` never returns again for this many frames or more: a reading lasts hours."""
        old = bisect_left(self._frames, frame) - 1
        if old > 0:
            del self._cues[:old], self._frames[:old]

    def clear(self) -> None:
        """Forget all of them."""
        self._cues.clear()
        self._frames.clear()
