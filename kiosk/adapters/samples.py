"""Samples: from what engines make to what the timeline takes. Knows no engine and no device.

The timeline's form is mono, signed 16 bit little-endian, 24,000 frames a second.
"""

import numpy as np
import numpy.typing as npt

from kiosk.core.timeline import LEAD_MARGIN_MS, SAMPLE_RATE_HZ, TAIL_MARGIN_MS, ms_to_frames

Floats = npt.NDArray[np.float32]
Samples = npt.NDArray[np.int16]

# Speech is what rises above these shares of the loudest moment, measured in windows of 5 ms. It begins softly: a
# higher share would cut the first sound of "think". It dies away in breath, which a listener takes for the pause.
_ONSET_LEVEL = 0.012
_END_LEVEL = 0.035
_WINDOW_FRAMES = ms_to_frames(5)
_LEAD_FRAMES = ms_to_frames(LEAD_MARGIN_MS)
_TAIL_FRAMES = ms_to_frames(TAIL_MARGIN_MS)


def from_floats(samples: Floats) -> Samples:
    """Turn floats in -1..1 into 16-bit samples; what lies beyond is clipped."""
    return (np.clip(samples, -1.0, 1.0) * 32767.0).astype(np.int16)


def resampled(samples: Samples, sample_rate_hz: int) -> Samples:
    """Bring samples of another rate to the timeline's rate."""
    if sample_rate_hz == SAMPLE_RATE_HZ or not len(samples):
        return samples
    # Loaded here because it opens the sound library, which start-up must not wait for.
    import miniaudio

    converted = miniaudio.convert_frames(
        miniaudio.SampleFormat.SIGNED16,
        1,
        sample_rate_hz,
        samples.tobytes(),
        miniaudio.SampleFormat.SIGNED16,
        1,
        SAMPLE_RATE_HZ,
    )
    return np.frombuffer(bytes(converted), dtype=np.int16)


def speech_bounds(samples: Samples) -> tuple[int, int]:
    """Return the first frame of speech and one past its last; equal when there is none."""
    whole_windows = len(samples) // _WINDOW_FRAMES
    if whole_windows == 0:
        return 0, len(samples)
    windows = samples[: whole_windows * _WINDOW_FRAMES].astype(np.float32).reshape(whole_windows, -1)
    levels = np.sqrt((windows * windows).mean(axis=1))
    loudest = float(levels.max())
    if loudest < 1.0:
        return 0, 0
    first = int(np.flatnonzero(levels > loudest * _ONSET_LEVEL)[0])
    last = int(np.flatnonzero(levels > loudest * _END_LEVEL)[-1])
    return first * _WINDOW_FRAMES, (last + 1) * _WINDOW_FRAMES


def trimmed(samples: Samples) -> tuple[Samples, int]:
    """Cut the silence at both ends.

    Returns:
        The samples, and how many frames were cut from their beginning.
    """
    start, end = speech_bounds(samples)
    start = max(0, start - _LEAD_FRAMES)
    end = min(len(samples), end + _TAIL_FRAMES) if end else 0
    kept = samples[start:end].copy()
    lead, tail = min(_LEAD_FRAMES, len(kept) // 2), min(_TAIL_FRAMES, len(kept) // 2)
    kept[:lead] = (kept[:lead] * np.linspace(0.0, 1.0, lead, dtype=np.float32)).astype(np.int16)
    kept[len(kept) - tail :] = (kept[len(kept) - tail :] * np.linspace(1.0, 0.0, tail, dtype=np.float32)).astype(
        np.int16
    )
    return kept, start
