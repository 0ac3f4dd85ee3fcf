"""Loudspeakers: the machine's sound device through miniaudio, and a stand-in for machines without one.

Knows no voice and no article: it pulls frames from a source and plays them.
"""

import os
import threading
import time
from typing import TYPE_CHECKING

from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.core.errors import AudioError
from kiosk.core.latency import LEAST_LATENCY_MS
from kiosk.core.sound_device import SoundDevice, SoundServer, another_choice, is_back
from kiosk.core.timeline import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from kiosk.adapters.open_device import OpenDevice
    from kiosk.adapters.pulse_watch import PulseWatch

_SILENT_STEP_MS = 10
# The name of the device that the sound server's own programs would take instead of the default.
_ASKED_FOR = "PULSE_SINK"


class Loudspeaker:
    """A sound device of the machine, kept open so that the first word is neither late nor clipped.

    1. ``open`` takes the device that is the system's default then, or the one that the environment variable
       ``PULSE_SINK`` names, and stays with it: the same name, and as private as it was. Headphones that are
       plugged into it later count from then on.
    2. When that device goes (unplugged, switched off, taken away), or when it stops pulling frames, the
       loudspeaker is lost. What the server makes the default in its place is not a choice and is never used.
    3. ``open`` then raises :class:`AudioError` until the device is back; ``is_lost`` turns False once it takes
       frames again.
    4. A default that a person changes while the device is there is a choice: the next ``open`` follows it.
    5. ``close`` forgets the device: the next ``open`` takes whatever is the default.

    Where there is no sound server (ALSA alone) a device is lost when it stops pulling, and nothing else is known.
    """

    def __init__(self, watch: "PulseWatch | None" = None) -> None:
        """Prepare; nothing is opened yet.

        Args:
            watch: knows the sound server; this machine's own when None.
        """
        self._opening = threading.Lock()
        self._device: OpenDevice | None = None
        # It was lost before, so it counts as lost until frames flow again.
        self._is_returning = False
        self._watch = watch

    def open(self, source: FrameSource) -> None:
        """Open the device and start pulling frames; the first 200 ms are silence, for which no frame is pulled."""
        # Loaded here because it takes time that the first painted page must not wait for.
        from kiosk.adapters.open_device import OpenDevice

        with self._opening:
            before = self._device
            chosen = self._choice(before)
            is_sounding = before is not None and not before.is_lost
            if is_sounding and chosen is None:
                return
            try:
                device = OpenDevice(source, chosen, self._watch if chosen is not None else None)
            except AudioError:
                if is_sounding:
                    # What was chosen cannot be had; the former device is still there.
                    return
                raise
            self._is_returning = before is not None and before.is_lost
            self._device = device
            # Not before: there is no frame to share, since the new one begins with silence.
            if before is not None:
                before.close()

    @property
    def is_lost(self) -> bool:
        """Whether the device has gone and does not sound yet again."""
        device = self._device
        return device is not None and (device.is_lost or (self._is_returning and not device.is_flowing))

    @property
    def latency_ms(self) -> float:
        """From the buffer to the ear: what the sound server tells of the device, smoothed, 10 to 1,000."""
        device = self._device
        return device.latency.ms if device is not None else LEAST_LATENCY_MS

    @property
    def is_audible(self) -> bool:
        """True: it is a real device."""
        return True

    @property
    def is_private(self) -> bool | None:
        """Whether the sound server says that only one person hears the device."""
        device = self._device
        return device.chosen.is_private if device is not None and device.chosen is not None else None

    def close(self) -> None:
        """Stop and close the device, and forget it."""
        device, self._device = self._device, None
        if device is not None:
            device.close()
        if self._watch is not None:
            self._watch.stop()

    def _choice(self, before: "OpenDevice | None") -> SoundDevice | None:
        """Return the device to open now.

        None stands for whatever the system takes where no server tells of devices, and, while a device is open,
        for no other than that.

        Raises:
            AudioError: there is none, or the one that was lost is not back.
        """
        if before is not None and before.chosen is None:
            return None
        if before is not None and before.chosen is not None and not before.is_lost:
            return self._other_choice(before.chosen)
        server = self._server()
        if before is None or before.chosen is None:
            return _first_choice(server) if server is not None else None
        if server is None or not is_back(before.chosen, server):
            raise AudioError("the sound device has gone")
        return server.device(before.chosen.name)

    def _other_choice(self, chosen: SoundDevice) -> SoundDevice | None:
        server = self._watch.server if self._watch is not None else None
        if server is None or os.environ.get(_ASKED_FOR):
            return None
        return another_choice(chosen, server, time.monotonic())

    def _server(self) -> SoundServer | None:
        from kiosk.adapters.pulse_watch import PulseWatch

        if self._watch is None:
            self._watch = PulseWatch(self._look)
        return self._watch.ask()

    def _look(self) -> None:
        device = self._device
        if device is not None:
            device.look()


def _first_choice(server: SoundServer) -> SoundDevice:
    device = server.device(os.environ.get(_ASKED_FOR, "")) or server.device(server.default)
    if device is None:
        raise AudioError("there is no sound device")
    return device


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
    def is_lost(self) -> bool:
        """False: there is nothing to lose."""
        return False

    @property
    def latency_ms(self) -> float:
        """Nothing lies between reading and not hearing."""
        return 0.0

    @property
    def is_audible(self) -> bool:
        """False: nobody hears it."""
        return False

    @property
    def is_private(self) -> bool | None:
        """None: nobody hears it."""
        return None

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
    """Tries outputs in order when opened: the first that works is used.

    What nobody hears is only for a machine that has had no sound since the program began: once an output was
    heard, its loss is an error until it is back, and never becomes silence that looks like reading.
    """

    def __init__(self, *outputs: AudioOutput) -> None:
        self._outputs = outputs
        self._chosen = outputs[-1]
        self._is_open = False
        self._was_audible = False

    def open(self, source: FrameSource) -> None:
        """Open the first output that can be opened.

        While one is open no other is, since they would share the frames; but one that nobody hears gives way as
        soon as a better one can be opened.
        """
        if self._is_open and self._chosen.is_audible:
            self._chosen.open(source)
            return
        allowed = [output for output in self._outputs if output.is_audible or not self._was_audible]
        for output in allowed:
            if self._is_open and output is self._chosen:
                return
            try:
                output.open(source)
            except AudioError:
                if output is allowed[-1]:
                    raise
                continue
            if self._is_open:
                self._chosen.close()
            self._chosen = output
            self._is_open = True
            self._was_audible = self._was_audible or output.is_audible
            return

    @property
    def is_lost(self) -> bool:
        """Whether the chosen output has lost its device."""
        return self._chosen.is_lost

    @property
    def latency_ms(self) -> float:
        """The chosen output's latency."""
        return self._chosen.latency_ms

    @property
    def is_audible(self) -> bool:
        """Whether the chosen output can be heard."""
        return self._chosen.is_audible

    @property
    def is_private(self) -> bool | None:
        """Whether only one person hears the chosen output."""
        return self._chosen.is_private if self._is_open else None

    def close(self) -> None:
        """Close the chosen output; the next time, all are tried again."""
        self._is_open = False
        self._chosen.close()
