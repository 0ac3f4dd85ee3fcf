"""Loudspeakers: the machine's sound device through miniaudio, and a stand-in for machines without one.

Knows no voice and no article: it pulls frames from a source and plays them.
"""

import threading
import time
from collections.abc import Generator
from typing import Any

from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.core.errors import AudioError
from kiosk.core.timeline import SAMPLE_RATE_HZ

_BUFFER_MS = 20
# From a frame being read to its being heard: 10 to 13 ms were recorded from a virtual loudspeaker, a sound card
# adds some. In doubt too little: a word that is lit early is easier to follow than one that is lit late.
_LATENCY_MS = 10.0
_SILENT_STEP_MS = 10


def _pull(source: FrameSource) -> Generator[bytes, int, None]:
    frame_count = yield b""
    while True:
        frame_count = yield source.read(frame_count)


class Loudspeaker:
    """The machine's default sound device, kept open so that the first word is neither late nor clipped."""

    def __init__(self) -> None:
        self._device: Any = None

    def open(self, source: FrameSource) -> None:
        """Open the device and start pulling frames."""
        if self._device is not None:
            return
        # Loaded here because it takes time that the first painted page must not wait for.
        import miniaudio

        device: Any = None
        try:
            device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=SAMPLE_RATE_HZ,
                buffersize_msec=_BUFFER_MS,
                backends=_audible_backends(miniaudio),
                app_name="Aloud",
            )
            frames = _pull(source)
            next(frames)
            device.start(frames)
        except miniaudio.MiniaudioError as error:
            if device is not None:
                device.close()
            raise AudioError(f"no sound device can be opened: {error}") from error
        self._device = device

    @property
    def latency_ms(self) -> float:
        """From the buffer to the ear, as measured."""
        return _LATENCY_MS

    @property
    def is_audible(self) -> bool:
        """True: it is a real device."""
        return True

    def close(self) -> None:
        """Stop and close the device."""
        if self._device is not None:
            self._device.close()
            self._device = None


def _audible_backends(miniaudio: Any) -> list[Any]:
    # Without this list the library falls back to a backend that plays to nobody and reports success.
    return [backend for backend in miniaudio.Backend if backend is not miniaudio.Backend.NULL]


class SilentOutput:
    """Takes frames at the pace of real time and plays them to nobody."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._is_open = threading.Event()

    def open(self, source: FrameSource) -> None:
        """Start pulling frames."""
        if self._thread is not None:
            return
        self._is_open.set()
        self._thread = threading.Thread(target=self._pace, args=(source,), name="silence", daemon=True)
        self._thread.start()

    @property
    def latency_ms(self) -> float:
        """Nothing lies between reading and not hearing."""
        return 0.0

    @property
    def is_audible(self) -> bool:
        """False: nobody hears it."""
        return False

    def close(self) -> None:
        """Stop pulling."""
        self._is_open.clear()
        if self._thread is not None:
            self._thread.join(timeout=1)
            self._thread = None

    def _pace(self, source: FrameSource) -> None:
        step_frames = SAMPLE_RATE_HZ * _SILENT_STEP_MS // 1000
        due_s = time.monotonic()
        while self._is_open.is_set():
            source.read(step_frames)
            due_s += _SILENT_STEP_MS / 1000
            time.sleep(max(0.0, due_s - time.monotonic()))


class FallbackOutput:
    """Tries outputs in order when opened: the first that works is used."""

    def __init__(self, *outputs: AudioOutput) -> None:
        self._outputs = outputs
        self._chosen = outputs[-1]
        self._is_open = False

    def open(self, source: FrameSource) -> None:
        """Open the first output that can be opened.

        While one is open no other is, since they would share the frames; but one that nobody hears gives way as
        soon as a better one can be opened.
        """
        if self._is_open and self._chosen.is_audible:
            return
        for output in self._outputs:
            if self._is_open and output is self._chosen:
                return
            try:
                output.open(source)
            except AudioError:
                if output is self._outputs[-1]:
                    raise
                continue
            if self._is_open:
                self._chosen.close()
            self._chosen = output
            self._is_open = True
            return

    @property
    def latency_ms(self) -> float:
        """The chosen output's latency."""
        return self._chosen.latency_ms

    @property
    def is_audible(self) -> bool:
        """Whether the chosen output can be heard."""
        return self._chosen.is_audible

    def close(self) -> None:
        """Close the chosen output; the next time, all are tried again."""
        self._is_open = False
        self._chosen.close()
