"""The one audio timeline: samples of a request in order, and which word has been heard. Knows no device.

Three threads meet here: the worker appends, the audio thread reads, the main thread asks and commands. A lock
is held for microseconds only. What counts as heard is what was read, less the output's latency: never what was
rendered, and never a timer.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.app.cues import Cue, Cues
from kiosk.app.fade import FADE_FRAMES, faded_in, faded_out
from kiosk.core.pause import Ending
from kiosk.core.timeline import SAMPLE_RATE_HZ

# Reads are remembered for longer than any loudspeaker's latency.
_REMEMBERED_S = 2.0
# A device that pulled nothing for so long has gone or is another: what was fading then is not heard any more.
_GONE_S = 0.2


@dataclass(frozen=True, slots=True)
class Heard:
    """What a listener has heard of the live request."""

    request: int
    """The request."""
    frame: int
    """Frames heard; 0 when none was."""
    cue: Cue | None
    """The word that is heard, or None before the first."""
    is_complete: bool
    """Whether the last frame has been heard and no more will come."""
    is_resting: bool = False
    """Whether a unit after which silence is wanted has been heard, with the pause after it."""


class AudioTimeline:
    """Holds the sound of one request at a time; a :class:`kiosk.app.ports.FrameSource`.

    1. ``begin`` drops whatever waits and opens a request.
    2. The worker calls ``append`` for each utterance and ``finish`` after the last; calls for a request that
       is no longer live do nothing and return False.
    3. The audio thread calls ``read``; when the rendering is late it hears silence, and nothing is skipped.
    4. ``hold`` and ``release`` stop and go on at the very frame, as does ``give_way`` for what is to sound first,
       which ends no pause. ``clear`` drops everything.
    5. With ``stop_after`` it stops by itself, at the very frame, where such a unit ends; ``release`` goes on.
    6. The main thread asks ``heard`` for the word to light.
    """

    def __init__(self, elapsed_s: Callable[[], float], latency_ms: Callable[[], float]) -> None:
        self._elapsed_s = elapsed_s
        self._latency_ms = latency_ms
        self._lock = threading.Lock()
        self._room = threading.Condition(self._lock)
        self._request = 0
        self._chunks: deque[memoryview] = deque()
        self._cues = Cues()
        self._appended_frames = 0
        self._read_frames = 0
        self._is_finished = False
        self._is_held = self._has_given_way = False
        self._stop_after = Ending.ARTICLE
        self._endings: deque[tuple[int, Ending]] = deque()
        # How far the sound is faded in: full, but for the moments around a hold.
        self._loudness = FADE_FRAMES
        self._tail = b""
        self._previous_reads: deque[tuple[float, int, int]] = deque()
        self._pulled_s = 0.0
        self._late_frames = 0

    # -- main thread ----------------------------------------------------------------------------------------

    def begin(self, request: int) -> None:
        """Drop what waits and take the sound of ``request`` from now on."""
        with self._lock:
            self._reset(request)

    def clear(self) -> None:
        """Drop what waits; nothing more is taken until the next ``begin``."""
        with self._lock:
            self._reset(0)

    def hold(self) -> None:
        """Stop at the frame that is read next."""
        with self._lock:
            self._quieten()
            self._is_held = True

    def release(self) -> None:
        """Go on at the frame where the sound was held."""
        with self._lock:
            if self._is_silenced:
                self._tail = b""
            # Who wants to hear it does not wait for what was to be said first: that has been cut.
            self._is_held = self._has_given_way = False
            if self._is_at_stop():
                self._endings.popleft()

    def stop_after(self, unit: Ending) -> None:
        """Stop by itself where such a unit, or a larger one, ends; ARTICLE never does before the end."""
        with self._lock:
            self._stop_after = unit

    def heard(self) -> Heard:
        """Return what has been heard of the live request by now."""
        now = self._elapsed_s()
        latency_s = self._latency_ms() / 1000
        with self._lock:
            frame = self._heard_frame(now - latency_s)
            # A word is heard once its first frame is: where the sound stops by itself the next one is not.
            cue = self._cues.heard_by(frame)
            is_complete = self._is_finished and frame >= self._appended_frames
            is_resting = self._is_at_stop() and frame >= self._read_frames
            return Heard(self._request, frame, cue, is_complete, is_resting)

    @property
    def appended_frames(self) -> int:
        """How many frames of the live request have been appended."""
        with self._lock:
            return self._appended_frames

    @property
    def late_ms(self) -> float:
        """Silence heard so far because rendering was late, in milliseconds; for tests and the doctor."""
        return self._late_frames * 1000 / SAMPLE_RATE_HZ

    # -- worker thread --------------------------------------------------------------------------------------

    def append(self, request: int, samples: bytes, cues: Sequence[Cue], ending: Ending = Ending.NOTHING) -> bool:
        """Add sound to a request.

        Args:
            request: whose sound it is.
            samples: 16-bit mono frames.
            cues: words in it, their frames counted from the start of ``samples``, in order.
            ending: the largest unit that ends with it.

        Returns:
            Whether the request is still live.
        """
        with self._lock:
            if request != self._request:
                return False
            if self._previous_reads:
                # Nobody asks about a moment before the oldest read that is remembered.
                self._cues.forget_before(self._previous_reads[0][1])
            self._cues.extend(cues, self._appended_frames)
            if samples:
                self._chunks.append(memoryview(samples))
                self._appended_frames += len(samples) // 2
            if ending is not Ending.NOTHING:
                self._endings.append((self._appended_frames, ending))
            return True

    def has_waiting(self, request: int, frame_count: int) -> bool:
        """Whether so many frames of a request that is still live wait to be read."""
        with self._lock:
            return request == self._request and self._appended_frames - self._read_frames >= frame_count

    def finish(self, request: int) -> None:
        """Say that a request has no more sound."""
        with self._lock:
            if request == self._request:
                self._is_finished = True

    def wait_for_room(self, request: int, most_waiting_frames: int) -> bool:
        """Block until fewer frames than that wait to be read.

        Returns:
            Whether the request is still live.
        """
        with self._room:
            while request == self._request:
                if self._appended_frames - self._read_frames <= most_waiting_frames:
                    return True
                self._room.wait()
            return False

    # -- audio thread ---------------------------------------------------------------------------------------

    def give_way(self, gives_way: bool) -> None:
        """Stop at the frame that is read next, or go on there unless it is held as well."""
        with self._lock:
            if gives_way:
                self._quieten()
            self._has_given_way = gives_way

    @property
    def has_sound(self) -> bool:
        """Whether there is sound to be read."""
        return bool(self._chunks) and not self._is_silenced

    @property
    def is_fading(self) -> bool:
        """Whether sound that was cut off or held is not quite out yet."""
        return bool(self._tail)

    def read(self, frame_count: int) -> bytes:
        """Return exactly that many frames; silence where there is nothing to say."""
        now = self._elapsed_s()
        with self._lock:
            if now - self._pulled_s > _GONE_S:
                self._tail = b""
            self._pulled_s = now
            taken = b"" if self._is_silenced else self._take(frame_count)
            if not taken:
                taken = self._take_tail(frame_count)
            missing_frames = frame_count - len(taken) // 2
            is_due = not self._is_silenced and not self._is_at_stop()
            if is_due and self._appended_frames and not self._is_finished:
                self._late_frames += missing_frames
        return taken + bytes(missing_frames * 2)

    # -- with the lock held -----------------------------------------------------------------------------------

    @property
    def _is_silenced(self) -> bool:
        return self._is_held or self._has_given_way

    def _quieten(self) -> None:
        # Where it stopped by itself there is silence already, and what comes next is another sentence.
        if not self._is_silenced and not self._is_at_stop():
            # The next moment of sound is not taken; what is fading goes on when there is nothing new to fade.
            fading = faded_out(self._chunks, self._loudness) if self._read_frames else b""
            self._tail = fading or self._tail

    def _reset(self, request: int) -> None:
        self._quieten()
        self._request = request
        self._chunks.clear()
        self._cues.clear()
        self._endings.clear()
        self._appended_frames = self._read_frames = 0
        self._is_finished = self._is_held = self._has_given_way = False
        self._loudness = FADE_FRAMES
        self._previous_reads.clear()
        self._room.notify_all()

    def _next_stop(self) -> int | None:
        """Return the frame at which the sound is to stop by itself, at or after what was read; None: nowhere."""
        while self._endings:
            frame, ending = self._endings[0]
            if frame >= self._read_frames and ending >= self._stop_after:
                return frame
            if frame > self._read_frames:
                break
            self._endings.popleft()
        return next((frame for frame, ending in self._endings if ending >= self._stop_after), None)

    def _is_at_stop(self) -> bool:
        is_last = self._is_finished and not self._chunks
        return not is_last and self._read_frames > 0 and self._next_stop() == self._read_frames

    def _take(self, frame_count: int) -> bytes:
        stop = self._next_stop()
        if stop is not None:
            frame_count = min(frame_count, stop - self._read_frames)
        wanted = frame_count * 2
        parts: list[bytes] = []
        while wanted and self._chunks:
            chunk = self._chunks.popleft()
            if len(chunk) > wanted:
                self._chunks.appendleft(chunk[wanted:])
                chunk = chunk[:wanted]
            parts.append(bytes(chunk))
            wanted -= len(chunk)
        taken = b"".join(parts)
        if taken:
            self._tail = b""
            self._remember_read(len(taken) // 2)
            self._room.notify_all()
        loudness, self._loudness = self._loudness, min(FADE_FRAMES, self._loudness + len(taken) // 2)
        return faded_in(taken, loudness) if loudness < FADE_FRAMES else taken

    def _remember_read(self, count: int) -> None:
        now = self._elapsed_s()
        self._previous_reads.append((now, self._read_frames, count))
        self._read_frames += count
        while len(self._previous_reads) > 1 and self._previous_reads[1][0] <= now - _REMEMBERED_S:
            self._previous_reads.popleft()

    def _take_tail(self, frame_count: int) -> bytes:
        tail, self._tail = self._tail[: frame_count * 2], self._tail[frame_count * 2 :]
        if self._is_silenced and tail:
            self._loudness = max(0, self._loudness - len(tail) // 2) if self._tail else 0
        return tail

    def _heard_frame(self, moment_s: float) -> int:
        """Return how many frames had been heard at a moment: the frames of earlier reads, and a part of one."""
        for read_s, before, count in reversed(self._previous_reads):
            if read_s <= moment_s:
                return before + min(count, int((moment_s - read_s) * SAMPLE_RATE_HZ))
        return 0
