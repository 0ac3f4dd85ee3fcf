"""A sound file that is decoded as it is heard: WAV, FLAC, MP3 or Ogg Vorbis. Knows no text.

However long the file is, only some seconds of it are in memory.
"""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.adapters.formats.ogg_pages import refuse_damage
from kiosk.core.errors import ContentError, VoiceError
from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames

if TYPE_CHECKING:
    from kiosk.adapters.samples import Samples

_CHUNK_FRAMES = ms_to_frames(500)
# What has just been decoded is kept, since whoever reads on may begin a little earlier.
_KEPT_FRAMES = ms_to_frames(2_000)
# So far ahead is reached sooner by decoding than by seeking, which in an MP3 file begins at the file's beginning.
_NEAR_FRAMES = ms_to_frames(20_000)


class SoundStream:
    """Reads any part of a sound file, at the timeline's rate. Reading on is quick; going back seeks."""

    def __init__(self, path: Path, source: str) -> None:
        """Look at the file; nothing is decoded yet.

        Args:
            path: the file.
            source: its name, for errors.

        Raises:
            ContentError: there is no such file, or it holds no sound that can be decoded.
        """
        self._path = path
        self.source = source
        """Its name."""
        self.duration_ms = _duration_ms(path, source)
        """How long it lasts."""
        self._decoded: Iterator[Any] | None = None
        # What is in memory, and the frame at which it begins.
        self._kept: tuple[Samples, int] | None = None

    def read(self, start: int, count: int) -> "Samples":
        """Return ``count`` frames from a frame on; fewer only where the sound ends.

        Raises:
            VoiceError: the file cannot be decoded there.
        """
        import numpy as np

        try:
            held, held_start = self._held(start)
            parts = [held]
            known = held_start + len(held)
            while known < start + count and len(chunk := self._next_chunk()):
                parts.append(chunk)
                known += len(chunk)
        except Exception as error:
            # The decoder raises its own errors, those of files, and plain ones.
            self._decoded, self._kept = None, None
            raise VoiceError(f"{self.source} cannot be decoded: {error}") from error
        held = np.concatenate(parts)
        cut = max(0, start + count - _KEPT_FRAMES - held_start)
        self._kept = (held[cut:].copy(), held_start + cut)
        return held[start - held_start : start - held_start + count].copy()

    def _held(self, start: int) -> "tuple[Samples, int]":
        """Return frames that begin at or before a frame, where they begin, and have the decoder at their end."""
        import numpy as np

        if self._decoded is None or self._kept is None:
            return self._open(start)
        held, held_start = self._kept
        if not held_start <= start <= held_start + len(held) + _NEAR_FRAMES:
            return self._open(start)
        while held_start + len(held) < start:
            held, held_start = self._next_chunk(), held_start + len(held)
            if not len(held):
                return np.zeros(0, np.int16), start
        return held, held_start

    def _open(self, start: int) -> "tuple[Samples, int]":
        # Loaded here because it opens the sound library, which start-up must not wait for.
        import miniaudio
        import numpy as np

        self._decoded = miniaudio.stream_file(
            str(self._path),
            miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=SAMPLE_RATE_HZ,
            frames_to_read=_CHUNK_FRAMES,
            seek_frame=start,
        )
        return np.zeros(0, np.int16), start

    def _next_chunk(self) -> "Samples":
        import numpy as np

        chunk = next(self._decoded, b"") if self._decoded is not None else b""
        return np.frombuffer(chunk, dtype=np.int16) if len(chunk) else np.zeros(0, np.int16)


def _duration_ms(path: Path, source: str) -> float:
    import miniaudio

    try:
        # A pipe would keep whoever opens it waiting.
        if not stat.S_ISREG(path.stat().st_mode):
            raise ContentError(source, "", "it is not an ordinary file")
        with path.open("rb") as file:
            refuse_damage(file, source)
        found = miniaudio.get_file_info(str(path))
    except FileNotFoundError:
        raise ContentError(source, "", "there is no such file") from None
    except miniaudio.MiniaudioError:
        problem = "it holds no sound that can be decoded: WAV, FLAC, MP3 and Ogg Vorbis can"
        raise ContentError(source, "", problem) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise ContentError(source, "", f"it cannot be read: {reason}") from None
    if found.num_frames <= 0 or found.sample_rate <= 0:
        raise ContentError(source, "", "it holds no sound")
    return float(found.num_frames * 1000 / found.sample_rate)
