"""Makes sound softer or louder on its way to the loudspeaker. Knows no device and no voice."""

from array import array
from collections.abc import Sequence

from kiosk.app.ports import FrameSource
from kiosk.core.timeline import ms_to_frames
from kiosk.core.volume import Volume, gain_table

# A change of volume is spread over this time, so that it does not click.
_RAMP_FRAMES = ms_to_frames(10)


class GainSource:
    """A :class:`kiosk.app.ports.FrameSource` that plays another one's frames at a volume.

    At 100 percent the frames pass untouched.
    """

    def __init__(self, source: FrameSource, volume: Volume | None = None) -> None:
        """Wrap a source.

        Args:
            source: where frames come from.
            volume: how loud to begin with; as the source is when None.
        """
        self._source = source
        self._volume = volume or Volume()
        self._tables: dict[Volume, Sequence[int] | None] = {}
        # Replaced as a whole, since the audio thread reads it while the main thread changes it.
        self._wanted = self._table(self._volume)
        self._present = self._wanted
        self._former = self._wanted
        self._ramped_frames = _RAMP_FRAMES
        self._is_muted = False

    @property
    def volume(self) -> Volume:
        """How loud it is, or is about to be."""
        return self._volume

    def set_volume(self, volume: Volume) -> None:
        """Change the volume within 10 ms; main thread. The first use of a volume takes some milliseconds."""
        self._volume = volume
        self._wanted = self._table(volume)

    def set_muted(self, is_muted: bool) -> None:
        """Let nothing be heard from the next frame on, or let it be heard again; the frames go by meanwhile."""
        self._is_muted = is_muted

    def read(self, frame_count: int) -> bytes:
        """Return the source's frames at the volume; audio thread."""
        frames = self._source.read(frame_count)
        if self._is_muted:
            return bytes(len(frames))
        wanted = self._wanted
        if self._ramped_frames >= _RAMP_FRAMES and wanted is not self._present:
            self._former, self._present = self._present, wanted
            self._ramped_frames = 0
        if self._ramped_frames >= _RAMP_FRAMES:
            return frames if self._present is None else _at(self._present, array("h", frames)).tobytes()
        return self._ramped(array("h", frames))

    def _ramped(self, samples: "array[int]") -> bytes:
        begin = self._ramped_frames
        count = min(_RAMP_FRAMES - begin, len(samples))
        self._ramped_frames += count
        before = _at(self._former, samples[:count])
        after = _at(self._present, samples)
        shares = range(begin, begin + count)
        # Both are samples of 16 bits, so whatever lies between them is one too.
        after[:count] = array(
            "h",
            [
                old + (new - old) * share // _RAMP_FRAMES
                for old, new, share in zip(before, after, shares, strict=False)
            ],
        )
        return after.tobytes()

    def _table(self, volume: Volume) -> Sequence[int] | None:
        if volume.gain == 1:
            return None
        if volume not in self._tables:
            self._tables[volume] = array("h", gain_table(volume.gain))
        return self._tables[volume]


def _at(table: Sequence[int] | None, samples: "array[int]") -> "array[int]":
    return samples[:] if table is None else array("h", [table[sample] for sample in samples])
