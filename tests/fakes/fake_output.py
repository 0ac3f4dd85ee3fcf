"""A loudspeaker that is pumped by hand, and can be lost and found. Knows nothing of voices."""

import threading
from array import array
from datetime import timedelta

from kiosk.app.ports import FrameSource
from kiosk.core.errors import AudioError
from kiosk.core.timeline import SAMPLE_RATE_HZ
from tests.fakes.fake_clock import FakeClock


class FakeOutput:
    """Pulls frames when a test says so, and keeps what a listener would hear."""

    def __init__(self, clock: FakeClock | None = None, latency_ms: float = 0.0, is_broken: bool = False) -> None:
        """Make a loudspeaker.

        Args:
            clock: moved on by the time that the pumped frames last.
            latency_ms: what it says of itself.
            is_broken: whether it refuses to be opened.
        """
        self._clock = clock or FakeClock()
        self._latency_ms = latency_ms
        self.is_broken = is_broken
        self.is_audible = True
        self.has_headphones = False
        self.source: FrameSource | None = None
        self.heard = bytearray()
        self.open_count = 0
        self.opening_may_go_on = threading.Event()
        self.opening_may_go_on.set()
        self.is_opening = threading.Event()
        self._is_gone = False
        self._is_returning = False
        self.was_asked_to_close = threading.Event()

    @property
    def latency_ms(self) -> float:
        """What the test chose."""
        return self._latency_ms

    @property
    def is_lost(self) -> bool:
        """Whether its device has gone, or is back but has not been pumped yet."""
        return self._is_gone or self._is_returning

    @property
    def is_private(self) -> bool | None:
        """What the test chose, while it is open."""
        return self.has_headphones if self.is_open else None

    def lose(self) -> None:
        """Take the device away from under an open output: nothing is pulled, and it cannot be opened."""
        assert self.source is not None, "what is not open cannot be lost"
        self.source = None
        self._is_gone = self._is_returning = True

    def restore(self) -> None:
        """Bring the device back: it can be opened again."""
        self._is_gone = False

    @property
    def is_open(self) -> bool:
        """Whether it has a source to pull from."""
        return self.source is not None

    def open(self, source: FrameSource) -> None:
        """Take a source; nothing is pulled before ``pump``. Waits while a test forbids it to go on."""
        self.is_opening.set()
        if not self.opening_may_go_on.wait(timeout=20):
            raise AudioError("the test never let the loudspeaker open")
        if self.is_broken or self._is_gone:
            raise AudioError("this loudspeaker is broken or gone")
        if self.source is None:
            self.source = source
            self.open_count += 1

    def close(self) -> None:
        """Let go of the source, and forget that anything was lost."""
        self.was_asked_to_close.set()
        self.source = None
        self._is_gone = self._is_returning = False

    def pump(self, frame_count: int) -> bytes:
        """Pull frames, let them sound, and return them; silence while it is closed or lost."""
        if self.source is not None:
            self._is_returning = False
        frames = self.source.read(frame_count) if self.source is not None else bytes(frame_count * 2)
        assert len(frames) == frame_count * 2
        self.heard += frames
        self._clock.advance(timedelta(seconds=frame_count / SAMPLE_RATE_HZ))
        return frames


def samples_of(frames: bytes | bytearray) -> list[int]:
    """Return 16-bit frames as numbers."""
    return array("h", bytes(frames)).tolist()
