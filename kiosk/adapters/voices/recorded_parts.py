"""What is cut out of a recording, on its way to the player: decoded, stretched, trimmed, part by part.

Knows no article and no file names.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kiosk.adapters.samples import Samples, loudness, without_lead, without_tail
from kiosk.adapters.sound_stream import SoundStream
from kiosk.adapters.stretch import quietest, stretched
from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.recording import RecordedStretch
from kiosk.core.timeline import WordMark, frames_to_ms, ms_to_frames

# The first part is short, since somebody may wait for it.
_FIRST_PART_FRAMES = ms_to_frames(1_500)
_PART_FRAMES = ms_to_frames(6_000)
_SLACK_FRAMES = ms_to_frames(300)
# What is around a part when it is stretched, so that it goes on as the one before it ended.
_AROUND_FRAMES = ms_to_frames(120)
_JOIN_FRAMES = ms_to_frames(3)
# A level that speech has: what is far below it is a pause.
_USUAL_LOUDNESS = 1_000.0
# Decoders give a little less than some files say that they hold.
_TOLERATED_FRAMES = ms_to_frames(100)


class Window(NamedTuple):
    """What of the sound is heard, and what of the text with it."""

    start: int
    """First frame of the recording."""
    end: int
    """One past its last frame."""
    stretches: Sequence[RecordedStretch]
    """What is said in it, silent ones included."""


class Cutting:
    """One window of a recording on its way to the player."""

    def __init__(self, sound: SoundStream, window: Window, factor: float) -> None:
        self._sound = sound
        self._window = window
        self._factor = factor
        self._loudest = _USUAL_LOUDNESS
        self._left = list(window.stretches)
        sounding = [own for own in window.stretches if not own.is_silent]
        self._begin = self._frame(ms_to_frames(sounding[0].begin_ms))
        self._end = self._frame(ms_to_frames(sounding[-1].end_ms))

    def parts(self) -> Iterator[Speech]:
        """Yield it in parts.

        Raises:
            VoiceError: the sound cannot be decoded, or nothing is heard.
        """
        cursor, has_begun = self._window.start, False
        while cursor < self._window.end:
            length = _PART_FRAMES if has_begun else _FIRST_PART_FRAMES
            # What is made slower gets longer, and is to take no more memory for it.
            length = max(2 * _SLACK_FRAMES, round(length * min(1.0, self._factor)))
            samples, end = self._part(cursor, length)
            first = self._frame(cursor)
            if not has_begun:
                samples, cut_frames = without_lead(samples, self._loudest, self._begin - first)
                first += cut_frames
            self._loudest = max(self._loudest, loudness(samples))
            is_last = end >= self._window.end
            if is_last:
                samples = without_tail(samples, self._loudest, self._end - first)
            if len(samples) or (is_last and has_begun):
                has_begun = True
                until = None if is_last else self._frame(end)
                yield Speech(samples.tobytes(), tuple(self._marks(first, len(samples), until)))
            cursor = end
        if not has_begun:
            start_ms, end_ms = frames_to_ms(self._window.start), frames_to_ms(self._window.end)
            raise VoiceError(f"{self._sound.source}: nothing is heard from {start_ms:.0f} to {end_ms:.0f} ms")

    def _part(self, cursor: int, length: int) -> tuple[Samples, int]:
        """Return about ``length`` frames of the recording from a frame on, stretched, and where they end in it."""
        lead = max(self._window.start, cursor - _AROUND_FRAMES)
        wanted = min(self._window.end, cursor + length + _SLACK_FRAMES + _AROUND_FRAMES) - lead
        held = self._sound.read(lead, wanted)
        if len(held) < wanted - _TOLERATED_FRAMES:
            raise VoiceError(f"{self._sound.source} ends before its times do")
        end = self._window.end
        if end - cursor > length + _SLACK_FRAMES:
            near = held[cursor - lead + length - _SLACK_FRAMES : cursor - lead + length + _SLACK_FRAMES]
            end = cursor + length - _SLACK_FRAMES + quietest(near)
        made = stretched(held[: end - lead + _AROUND_FRAMES], self._factor)
        first = self._frame(cursor) - self._frame(lead)
        own = made[first : first + self._frame(end) - self._frame(cursor)]
        return (own if self._factor == 1.0 else _joinable(own)), end

    def _frame(self, frame: int) -> int:
        """Return the frame of the stretched sound for one of the recording."""
        return round((frame - self._window.start) / self._factor)

    def _marks(self, first: int, frame_count: int, until: int | None) -> Iterator[WordMark]:
        """Yield the marks of what begins before a frame of the stretched sound (None: its end), each once."""
        while self._left:
            own = self._left[0]
            begin, end = (self._frame(ms_to_frames(moment)) for moment in (own.begin_ms, own.end_ms))
            if until is not None and begin >= until:
                return
            self._left.pop(0)
            if self._left:
                end = min(end, self._frame(ms_to_frames(self._left[0].begin_ms)))
            # Where the speech begins is where the sound was trimmed to: no mark is nearer than that.
            start = min(max(0, begin - first), frame_count) if begin > self._begin else 0
            most = frame_count if until is None else end - first
            yield WordMark(own.span, start, max(start, min(end - first, most)))


def _joinable(samples: Samples) -> Samples:
    """Fade both ends a little: two parts that were stretched apart do not meet exactly."""
    count = min(_JOIN_FRAMES, len(samples) // 2)
    faded = samples.copy()
    ramp = np.linspace(0.0, 1.0, count, dtype=np.float32)
    faded[:count] = (faded[:count] * ramp).astype(np.int16)
    faded[len(faded) - count :] = (faded[len(faded) - count :] * ramp[::-1]).astype(np.int16)
    return faded
