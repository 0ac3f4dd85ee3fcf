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
# What is told of a sound's ends is believed where the sound itself is so near to it.
_NEAR_FRAMES = ms_to_frames(16)


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


def _levels(samples: Samples) -> Floats:
    """Return the level of each whole window."""
    whole_windows = len(samples) // _WINDOW_FRAMES
    windows = samples[: whole_windows * _WINDOW_FRAMES].astype(np.float32).reshape(whole_windows, _WINDOW_FRAMES)
    levels: Floats = np.sqrt((windows * windows).mean(axis=1))
    return levels


def loudness(samples: Samples) -> float:
    """Return the level of the loudest moment, 0 to 32,767."""
    levels = _levels(samples)
    return float(levels.max()) if len(levels) else 0.0


def speech_bounds(samples: Samples, loudest: float = 1.0) -> tuple[int, int]:
    """Return the first frame of speech and one past its last; equal when there is none.

    Args:
        samples: a sound.
        loudest: the level of the loudest moment around it, where it is a part of a longer sound.
    """
    levels = _levels(samples)
    if not len(levels):
        return 0, len(samples)
    loudest = max(loudest, float(levels.max()))
    speech = np.flatnonzero(levels > loudest * _END_LEVEL)
    if not len(speech):
        return 0, 0
    first = int(np.flatnonzero(levels > loudest * _ONSET_LEVEL)[0])
    return first * _WINDOW_FRAMES, (int(speech[-1]) + 1) * _WINDOW_FRAMES


def trimmed(samples: Samples) -> tuple[Samples, int]:
    """Cut the silence at both ends.

    Returns:
        The samples, and how many frames were cut from their beginning.
    """
    start, end = speech_bounds(samples)
    start = max(0, start - _LEAD_FRAMES)
    return _faded(samples[start : end + _TAIL_FRAMES if end else 0], _LEAD_FRAMES, _TAIL_FRAMES), start


def without_lead(samples: Samples, loudest: float, expected: int) -> tuple[Samples, int]:
    """Cut the silence before a sound; without speech nothing is left.

    Args:
        samples: the sound's beginning.
        loudest: as for :func:`speech_bounds`.
        expected: the frame at which it is said to begin; taken when it begins near there.

    Returns:
        The samples, and how many frames were cut from their beginning.
    """
    start, end = speech_bounds(samples, loudest)
    if not end:
        return samples[:0], 0
    start = max(0, start - _LEAD_FRAMES)
    start = max(0, expected) if abs(expected - start) <= _NEAR_FRAMES else start
    return _faded(samples[start:], _LEAD_FRAMES, 0), start


def without_tail(samples: Samples, loudest: float, expected: int) -> Samples:
    """Cut the silence after a sound, as :func:`without_lead` cuts the one before it."""
    _, end = speech_bounds(samples, loudest)
    if not end:
        return samples[:0]
    end = min(len(samples), end + _TAIL_FRAMES)
    end = max(0, expected) if abs(expected - end) <= _NEAR_FRAMES else end
    return _faded(samples[:end], 0, _TAIL_FRAMES)


def _faded(samples: Samples, lead: int, tail: int) -> Samples:
    """Return a copy whose ends rise from nothing and fall to nothing over some frames."""
    kept = samples.copy()
    lead, tail = min(lead, len(kept) // 2), min(tail, len(kept) // 2)
    kept[:lead] = (kept[:lead] * np.linspace(0.0, 1.0, lead, dtype=np.float32)).astype(np.int16)
    falling = np.linspace(1.0, 0.0, tail, dtype=np.float32)
    kept[len(kept) - tail :] = (kept[len(kept) - tail :] * falling).astype(np.int16)
    return kept
