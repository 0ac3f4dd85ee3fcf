"""An output whose threads are watched: how often frames were pulled and devices opened. Knows no device."""

from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.core.watchdog import SoundSigns


class _Pulls:
    """Counts them in and out; whatever is open counts here."""

    def __init__(self) -> None:
        self.begun = self.ended = 0


class _CountedSource:
    """Frames of a source; audio threads call it."""

    def __init__(self, source: FrameSource, pulls: _Pulls) -> None:
        self._source = source
        self._pulls = pulls

    def read(self, frame_count: int) -> bytes:
        self._pulls.begun += 1
        frames = self._source.read(frame_count)
        # Not when it failed: whoever gets no frames does not play on.
        self._pulls.ended += 1
        return frames


class WatchedOutput:
    """An :class:`kiosk.app.ports.AudioOutput` that does what another one does, and remembers signs of life."""

    def __init__(self, output: AudioOutput) -> None:
        self._output = output
        self._pulls = _Pulls()
        self._is_open = False
        self._openings_begun = self._openings_ended = 0

    def signs(self) -> SoundSigns:
        """Return what has been seen up to now; any thread, never blocks."""
        # Ended first: a pull that ends in between counts as under way, and is looked at again.
        ended, begun = self._pulls.ended, self._pulls.begun
        openings_ended = self._openings_ended
        is_expected = self._is_open and not self._output.is_lost
        return SoundSigns(is_expected, begun, ended, self._openings_begun, openings_ended)

    def open(self, source: FrameSource) -> None:
        """Open the output."""
        self._openings_begun += 1
        try:
            self._output.open(_CountedSource(source, self._pulls))
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

    @property
    def is_private(self) -> bool | None:
        """Whether only one person hears it."""
        return self._output.is_private

    def close(self) -> None:
        """Close the output."""
        self._is_open = False
        self._output.close()
