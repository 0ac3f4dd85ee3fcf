"""A timeline after an adversarial voice: it knows whose word every sample is. Knows no player."""

from collections.abc import Callable, Sequence

from kiosk.app.cues import Cue
from kiosk.core.locator import Locator
from kiosk.core.pause import Ending
from tests.fakes.adversarial_synthesizer import Stamps
from tests.fakes.stage import WatchedTimeline

_REMEMBERED = 2_000


class TappedTimeline(WatchedTimeline):
    """A timeline that tells what is put in and what is pulled out."""

    def __init__(self, elapsed_s: Callable[[], float], latency_ms: Callable[[], float]) -> None:
        super().__init__(elapsed_s, latency_ms)
        self.rendering = 0
        self.pulled = b""
        self.stamps = Stamps()
        self.word_of: dict[int, tuple[int, Locator | None]] = {}
        """Sample to the request and the word as which it may be heard."""

    def wait_for_room(self, request: int, most_waiting_frames: int) -> bool:
        """Note for whom is rendered."""
        self.rendering = request
        return super().wait_for_room(request, most_waiting_frames)

    def append(self, request: int, samples: bytes, cues: Sequence[Cue], ending: Ending = Ending.NOTHING) -> bool:
        """Note as which word each sample may be heard."""
        first = int.from_bytes(samples[:2], "little")
        for segment in self.stamps.segments_of[first]:
            begun = [cue.at for cue in cues if cue.frame <= segment.start_frame]
            self.word_of[segment.sample] = request, begun[-1] if begun else None
            self.word_of.pop(segment.sample - _REMEMBERED, None)
        return super().append(request, samples, cues, ending)

    def read(self, frame_count: int) -> bytes:
        """Note what is pulled."""
        self.pulled = super().read(frame_count)
        return self.pulled
