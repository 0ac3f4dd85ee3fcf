"""Telling what was said: compares what was recorded with what should have been heard, and says no to other words.

A voice does not say the same sentence with the same samples twice, so what is compared is how loud each of eight
bands is as time goes on. A sentence is only as like another as its least like moment: one changed word is enough.
Knows no voice, no article and no recorder.
"""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames

Sound = npt.NDArray[np.float32]
"""Mono, at the timeline's rate, in the units of 16-bit samples."""

ALIKE = 0.9
"""The least likeness of two sounds that say the same."""
MOST_LONGER = 0.03
"""How much one may be longer than the other."""
# Single words are short, and a voice varies by a period of its buzz.
_MOST_LONGER_MS = 25
_LOUD = 250
_SILENT = 4
_HOLE = ms_to_frames(5)
_HOP_MS = 5
_WINDOW = ms_to_frames(40)
_HOP = ms_to_frames(_HOP_MS)
_BANDS_HZ = np.geomspace(120, 8_000, 9)
_FFT = 2_048
# A moment is long enough to hold a syllable; its place may differ by this much.
_MOMENT = 300 // _HOP_MS
_STEP = 100 // _HOP_MS
_SLACK = 40 // _HOP_MS
# What is quieter than this share of the mean is silence: silence is like silence.
_FLOOR = 0.02

_Bands = npt.NDArray[np.float64]


class Piece(NamedTuple):
    """A stretch of sound between two silences."""

    frame: int
    """Where it begins in the sound that it was cut from."""
    sound: Sound
    """The stretch, without silence at its ends."""


class Found(NamedTuple):
    """Where something was found in a sound, and how like it is."""

    frame: int
    """Its first frame."""
    likeness: float
    """0 to 1."""


def from_frames(frames: bytes) -> Sound:
    """Return rendered frames as a sound."""
    return np.frombuffer(frames, dtype=np.int16).astype(np.float32)


def from_recording(samples: array[int]) -> Sound:
    """Return recorded samples, twice as many a second, as a sound."""
    pairs = np.frombuffer(samples[: len(samples) // 2 * 2].tobytes(), dtype=np.int16).reshape(-1, 2)
    mean: Sound = pairs.mean(axis=1, dtype=np.float32)
    return mean


def pieces(sound: Sound, least_silence_ms: float) -> list[Piece]:
    """Cut a sound at its silences; nothing but silence gives no piece."""
    loud = np.flatnonzero(np.abs(sound) > _LOUD)
    if not len(loud):
        return []
    ends = np.flatnonzero(np.diff(loud) > ms_to_frames(least_silence_ms))
    starts = [loud[0], *loud[ends + 1]]
    stops = [*loud[ends], loud[-1]]
    return [Piece(int(begin), sound[begin : end + 1]) for begin, end in zip(starts, stops, strict=True)]


def without_edges(sound: Sound) -> Sound:
    """Return a sound without the silence at its ends."""
    whole = pieces(sound, frames_to_ms(len(sound)))
    return whole[0].sound if whole else sound[:0]


def speech(sound: Sound) -> Sound:
    """Return a sound without any silence of 5 ms and more, as short as it may be.

    A machine that has too much to do leaves holes of pure silence in what it plays: no part of the words.
    """
    kept: Sound = sound[speech_frames(sound)]
    return kept


def speech_frames(sound: Sound) -> npt.NDArray[np.int64]:
    """Return the numbers of the frames that are no such silence."""
    quiet_before = np.concatenate(([0], np.cumsum(np.abs(sound) <= _SILENT)))
    holes = np.flatnonzero(quiet_before[_HOLE:] - quiet_before[:-_HOLE] == _HOLE)
    edges = np.zeros(len(sound) + 1, dtype=np.int32)
    np.add.at(edges, holes, 1)
    np.add.at(edges, holes + _HOLE, -1)
    return np.flatnonzero(np.cumsum(edges[:-1]) == 0)


def likeness(heard: Sound, expected: Sound) -> float:
    """Return how like the speech of two sounds is: the likeness of its least like moment, 0 to 1."""
    return _least_likeness(speech(heard), speech(expected))


def _least_likeness(heard: Sound, expected: Sound) -> float:
    length = max(len(heard), len(expected))
    own, other = _bands(_padded(heard, length)), _bands(_padded(expected, length))
    starts = range(0, max(1, len(other) - _MOMENT + 1), _STEP)
    return max(0.0, min(_at_moment(own, other, start) for start in starts))


def is_said(heard: Sound, expected: Sound) -> bool:
    """Whether what was heard, silence at its ends apart, is what should have been heard, and all of it."""
    own, other = speech(without_edges(heard)), speech(without_edges(expected))
    most_frames = max(MOST_LONGER * len(other), ms_to_frames(_MOST_LONGER_MS))
    return abs(len(own) - len(other)) <= most_frames and _least_likeness(own, other) > ALIKE


def find(heard: Sound, expected: Sound, most_ms: float) -> Found:
    """Find a sound in another one that is longer, at most so many ms after its beginning."""
    wanted = speech(expected)

    def found(frame: int) -> Found:
        own = speech(heard[frame : frame + 2 * len(expected)])[: len(wanted)]
        return Found(frame, _least_likeness(own, wanted))

    own, other = _bands(heard), _bands(expected)
    lags = range(min(round(most_ms / _HOP_MS), max(0, len(own) - len(other))) + 1)
    best = found(max(lags, key=lambda lag: _likeness(own[lag : lag + len(other)], other)) * _HOP)
    if best.likeness > ALIKE:
        return best
    # A hole in it leads astray who looks at the whole.
    return max((best, *(found(lag * _HOP) for lag in lags[::_SLACK])), key=lambda one: one.likeness)


def _padded(sound: Sound, length: int) -> Sound:
    return np.pad(sound, (0, length - len(sound)))


def _bands(sound: Sound) -> _Bands:
    """Return how loud each band is every 5 ms, on a scale on which soft sounds count too."""
    around = np.pad(sound, (_WINDOW // 2, _WINDOW // 2))
    windows = np.lib.stride_tricks.sliding_window_view(around, _WINDOW)[::_HOP] * np.hanning(_WINDOW)
    power = np.abs(np.fft.rfft(windows, _FFT)) ** 2
    edges = (_BANDS_HZ * _FFT / SAMPLE_RATE_HZ).astype(int)
    loudness = np.add.reduceat(power[:, : edges[-1]], edges[:-1], axis=1) ** 0.25
    mean: float = np.sqrt((loudness**2).mean())
    scaled: _Bands = loudness / max(mean, 1e-9)
    return scaled


def _at_moment(own: _Bands, other: _Bands, start: int) -> float:
    moment = other[start : start + _MOMENT]
    lags = range(max(0, start - _SLACK), start + _SLACK + 1)
    return max(_likeness(own[lag : lag + len(moment)], moment) for lag in lags)


def _likeness(own: _Bands, other: _Bands) -> float:
    if len(own) != len(other):
        return 0.0
    one, two = own - own.mean(), other - other.mean()
    floor = _FLOOR * one.size
    return float(((one * two).sum() + floor) / np.sqrt(((one * one).sum() + floor) * ((two * two).sum() + floor)))
