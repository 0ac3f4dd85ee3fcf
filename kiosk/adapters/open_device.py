"""One opening of a sound device: frames are pulled until it is closed or has gone. Knows no voice."""

import threading
import time
from collections.abc import Generator
from typing import Any

from kiosk.adapters.pulse_watch import PulseWatch
from kiosk.app.ports import FrameSource
from kiosk.core.errors import AudioError
from kiosk.core.latency import Latency
from kiosk.core.sound_device import OwnStream, SoundDevice, adopt, has_gone, is_unplugged
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames

_BUFFER_MS = 20
# A device that was just opened swallows the beginning of what it gets.
_LEAD_IN_FRAMES = ms_to_frames(200)
_TICK_S = 0.05
# Ticks are counted, not time: when the whole program was kept from running, the device is not to blame.
_STALLED_TICKS = 5
_UNPLUGGED_TICKS = 5
# Until a device that was just opened takes frames regularly. A virtual one may first sleep for two seconds.
_STARTING_TICKS = 100
_LATENCY_TICKS = 20
_NAME_BYTES = 256


class _Pull:
    """Gives the device its frames: silence first, then the source's, and silence again once it is muted."""

    def __init__(self, source: FrameSource) -> None:
        self._source = source
        self._lead_in_frames = _LEAD_IN_FRAMES
        self.is_muted = False
        self.count = 0
        self.last: tuple[float, int] = (0.0, 0)
        """When frames were pulled last, on the monotonic clock, and how many."""

    @property
    def is_flowing(self) -> bool:
        """Whether the device has taken the silence that it may swallow."""
        return self._lead_in_frames <= 0

    def frames(self) -> Generator[bytes, int, None]:
        """Yield what is asked for."""
        frame_count = yield b""
        while True:
            self.count += 1
            self.last = (time.monotonic(), frame_count)
            frame_count = yield self._next(frame_count)

    def _next(self, frame_count: int) -> bytes:
        silent_frames = frame_count if self.is_muted else min(frame_count, self._lead_in_frames)
        self._lead_in_frames -= min(silent_frames, self._lead_in_frames)
        spoken = self._source.read(frame_count - silent_frames) if silent_frames < frame_count else b""
        return bytes(silent_frames * 2) + spoken


class OpenDevice:
    """A device from its opening until it is closed or lost.

    1. It is opened by name where there is a sound server, so that the server does not move the stream elsewhere.
    2. A thread looks at what the server tells, and every 50 ms at whether frames are still pulled.
    3. When the device has gone, frames are silence from then on, the device is closed, and :attr:`is_lost` is
       True for good: opening again is another opening.
    """

    def __init__(
        self, source: FrameSource, chosen: SoundDevice | None = None, watch: PulseWatch | None = None
    ) -> None:
        """Open the device and start pulling frames.

        Args:
            source: where frames come from.
            chosen: the device; None for whatever the system calls its default, which then is watched only for
                whether it pulls.
            watch: knows the server that ``chosen`` belongs to.

        Raises:
            AudioError: it cannot be opened.
        """
        self.chosen = chosen
        self.latency = Latency()
        self.is_lost = False
        self._watch = watch
        self._pull = _Pull(source)
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._is_closed = self._has_stopped = False
        self._stream: int | None = None
        self._told_s = 0.0
        server = watch.server if watch is not None else None
        self._former_streams = {stream.index for stream in server.streams} if server is not None else set()
        self._device: Any = self._start(_device_name(chosen) if chosen is not None else None)
        self._guard = threading.Thread(target=self._keep_watch, name="loudspeaker", daemon=True)
        self._guard.start()

    @property
    def is_flowing(self) -> bool:
        """Whether the device takes frames, and has taken the silence before the first word."""
        return self._pull.is_flowing and not self.is_lost

    def look(self) -> None:
        """Look at once at what the server tells; any thread."""
        self._wake.set()

    def close(self) -> None:
        """Stop pulling; nothing happens when it is closed already."""
        self._is_closed = True
        self._wake.set()
        self._let_go()
        if self._guard is not threading.current_thread():
            self._guard.join(timeout=1)

    def _start(self, device_name: bytes | None) -> Any:
        # Loaded here because it takes time that the first painted page must not wait for.
        import miniaudio

        # Made in two steps, so that what could not be opened can be closed.
        device: Any = miniaudio.PlaybackDevice.__new__(miniaudio.PlaybackDevice)
        try:
            device.__init__(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE_HZ,
                buffersize_msec=_BUFFER_MS,
                device_id=_device_id(miniaudio, device_name) if device_name is not None else None,
                backends=_audible_backends(miniaudio, is_pulse=device_name is not None),
                app_name="Aloud",
            )
            device.stop_callback = self._note_stop
            frames = self._pull.frames()
            next(frames)
            device.start(frames)
        except miniaudio.MiniaudioError as error:
            _close(miniaudio, device)
            raise AudioError(f"no sound device can be opened: {error}") from error
        return device

    def _note_stop(self) -> None:
        self._has_stopped = True
        self._wake.set()

    def _let_go(self) -> None:
        with self._lock:
            device, self._device = self._device, None
        if device is not None:
            import miniaudio

            _close(miniaudio, device)

    # -- the guard's thread -----------------------------------------------------------------------------------

    def _keep_watch(self) -> None:
        still_ticks = unplugged_ticks = ticks = seen_count = 0
        while not self._is_closed:
            is_tick = not self._wake.wait(_TICK_S)
            self._wake.clear()
            if is_tick:
                ticks += 1
                still_ticks = still_ticks + 1 if self._pull.count == seen_count else 0
                seen_count = self._pull.count
                unplugged_ticks = unplugged_ticks + 1 if self._is_unplugged() else 0
                self._ask_for_latency(ticks)
            most_still_ticks = _STALLED_TICKS if self._pull.is_flowing else _STARTING_TICKS
            is_dead = still_ticks >= most_still_ticks or unplugged_ticks >= _UNPLUGGED_TICKS
            if is_dead or self._has_stopped or self._has_gone():
                self._lose()
                return

    def _lose(self) -> None:
        if not self._is_closed:
            self._pull.is_muted = True
            self.is_lost = True
        self._let_go()

    def _has_gone(self) -> bool:
        if self._watch is None or self.chosen is None:
            return False
        server = self._watch.server
        if server is None or has_gone(self.chosen, server):
            return True
        self.chosen = adopt(self.chosen, server)
        stream = self._own_stream()
        if self._stream is None:
            self._stream = stream.index if stream is not None else None
            return False
        # A stream that is not told of sounds nowhere; whether that lasts is seen by whether it pulls.
        if stream is None or stream.device != self.chosen.name:
            return stream is not None
        if self._pull.is_flowing:
            self._guess_latency(stream, server.told_s)
        return False

    def _own_stream(self) -> OwnStream | None:
        server = self._watch.server if self._watch is not None else None
        if server is None or self.chosen is None:
            return None
        if self._stream is not None:
            return server.stream(self._stream)
        fresh = (stream for stream in server.streams if stream.index not in self._former_streams)
        return next((stream for stream in fresh if stream.device == self.chosen.name), None)

    def _is_unplugged(self) -> bool:
        server = self._watch.server if self._watch is not None else None
        device = server.device(self.chosen.name) if server is not None and self.chosen is not None else None
        return device is not None and self.chosen is not None and is_unplugged(self.chosen, device)

    def _ask_for_latency(self, ticks: int) -> None:
        # Often at first, so that the first word is lit when it is heard.
        is_due = ticks % _LATENCY_TICKS == 0 or not self.latency.is_settled
        if self._watch is not None and is_due and self._pull.is_flowing:
            self._watch.refresh()

    def _guess_latency(self, stream: OwnStream, told_s: float) -> None:
        read_s, frame_count = self._pull.last
        is_news, self._told_s = told_s > self._told_s, told_s
        # 0 means that the server does not know: PipeWire's answer.
        if is_news and stream.queued_ms > 0 and read_s <= told_s:
            self.latency.guess(stream.queued_ms, (told_s - read_s) * 1000, frames_to_ms(frame_count))


def _close(miniaudio: Any, device: Any) -> None:
    device.close()
    # WORKAROUND https://github.com/irmen/pyminiaudio/issues/86: a device keeps its connection to the sound server,
    # and after some fifty of them none can be opened any more; remove when the library lets go of it.
    context = getattr(device, "_context", None)
    if context:
        device._context = None  # noqa: SLF001
        miniaudio.lib.ma_context_uninit(context)


def _audible_backends(miniaudio: Any, is_pulse: bool) -> list[Any]:
    if is_pulse:
        return [miniaudio.Backend.PULSEAUDIO]
    # Without this list the library falls back to a backend that plays to nobody and reports success.
    return [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]


def _device_name(device: SoundDevice) -> bytes:
    name = device.name.encode()
    if len(name) >= _NAME_BYTES:
        raise AudioError(f"the sound device's name is too long: {device.name}")
    return name


def _device_id(miniaudio: Any, name: bytes) -> Any:
    # A stream to a device that is named is pinned: the server ends it rather than move it.
    made = miniaudio.ffi.new("ma_device_id *")
    miniaudio.ffi.buffer(made)[: len(name)] = name
    return made
