"""An output whose threads are watched: how often frames were pulled and devices opened. Knows no device."""

from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.core.watchdog import SoundSigns


class _CountedSource:
    """Frames of a source; audio threads call it, and it counts them in and out."""

    def __init__(self, source: FrameSource) -> None:
        self.source = source
        self.begun = self.ended = 0

    def read(self, frame_count: int) -> bytes:
        self.begun += 1
        frames = self.source.read(frame_count)
        # Not when it failed: whoever gets no frames does not play on.
        self.ended += 1
        return frames


class WatchedOutput:
    """An :class:`kiosk.app.ports.AudioOutput` that does what another one does, and remembers signs of life."""

    def __init__(self, output: AudioOutput) -> None:
        self._output = output
        self._counted: _CountedSource | None = None
        self._is_open = False
        self._openings_begun = self._openings_ended = 0

    def signs(self) -> SoundSigns:
        """Return what has been seen up to now; any thread, never blocks."""
        counted = self._counted
        # Ended first: a pull that ends in between counts as under way, and is looked at again.
        ended = counted.ended if counted is not None else 0
        begun = counted.begun if counted is not None else 0
        openings_ended = self._openings_ended
        is_expected = self._is_open and not self._output.is_lost
        return SoundSigns(is_expected, begun, ended, self._openings_begun, openings_ended)

    def open(self, source: FrameSource) -> None:
        """Open the output."""
        if self._counted is None:
            self._counted = _CountedSource(source)
        self._counted.source = source
        self._openings_begun += 1
        try:
            self._output.open(self._counted)
            self._is_open = True
        finally:
            self._openings_ended += 1

    @property
    def is_lost(self) -> bool:
        """Whether its device has gone."""
        return self._output.is_lost

    @property
    def latency_ms(self) -> float:
        """Its latency."""
        return self._output.latency_ms

    @property
    def is_audible(self) -> bool:
        """Whether it can be heard."""
        return self._output.is_audible

    def close(self) -> None:
        """Close the output."""
        self._is_open = False
        self._output.close()
