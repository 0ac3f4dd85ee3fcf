"""Hearing what a listener hears: records the virtual loudspeaker and says when sound began and ended.

Times are seconds of the machine's monotonic clock, which all processes share.
"""

from __future__ import annotations

import subprocess
import threading
import time
from array import array
from types import TracebackType

RATE_HZ = 48_000
_LOUD = 250


class Recorder:
    """Records what a sink plays from entering to leaving the block."""

    def __init__(self, sink: str = "kiosk", server: str = "") -> None:
        self._sink = sink
        self._server = ["-s", server] if server else []
        self.samples = array("h")
        self.start_s = float("inf")
        """When the first sample was heard."""
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._is_flowing = threading.Event()

    def __enter__(self) -> Recorder:
        command = ["parec", *self._server, "-d", f"{self._sink}.monitor", "--raw", "--format=s16le"]
        command.append(f"--rate={RATE_HZ}")
        self._process = subprocess.Popen([*command, "--channels=1", "--latency-msec=5"], stdout=subprocess.PIPE)
        self._thread.start()
        if not self._is_flowing.wait(10):
            raise RuntimeError("nothing is recorded: does the virtual loudspeaker run?")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._thread.join()
            if self._process.stdout:
                self._process.stdout.close()

    def _read(self) -> None:
        stream = self._process.stdout if self._process else None
        if stream is None:
            return
        while chunk := stream.read(480):
            arrived_s = time.monotonic()
            self.samples.frombytes(chunk)
            # The earliest arrival of any sample tells where the recording's zero lies on the clock.
            self.start_s = min(self.start_s, arrived_s - len(self.samples) / RATE_HZ)
            self._is_flowing.set()

    def take(self, samples: array[int]) -> None:
        """Look at samples that were not recorded, as if they had been from moment 0 on."""
        self.samples, self.start_s = samples, 0.0

    @property
    def heard_until_s(self) -> float:
        """Return the moment up to which everything that was heard has been recorded."""
        return self.start_s + len(self.samples) / RATE_HZ

    def onset_after(self, moment_s: float, loud: int = _LOUD) -> float | None:
        """Return when sound was first heard after a moment, or None."""
        first = max(0, int((moment_s - self.start_s) * RATE_HZ))
        for position in range(first, len(self.samples)):
            if abs(self.samples[position]) > loud:
                return self.start_s + position / RATE_HZ
        return None

    def last_sound_before(self, moment_s: float, loud: int = _LOUD) -> float | None:
        """Return when the last sound before a moment was heard, or None."""
        last = min(len(self.samples), int((moment_s - self.start_s) * RATE_HZ))
        for position in range(last - 1, -1, -1):
            if abs(self.samples[position]) > loud:
                return self.start_s + position / RATE_HZ
        return None

    def between(self, begin_s: float, end_s: float) -> array[int]:
        """Return the samples heard between two moments."""
        return self.samples[
            max(0, int((begin_s - self.start_s) * RATE_HZ)) : max(0, int((end_s - self.start_s) * RATE_HZ))
        ]

    def silences(
        self, begin_s: float, end_s: float, least_ms: float, loud: int = _LOUD
    ) -> list[tuple[float, float]]:
        """Return (begin in s, length in ms) of every stretch of silence between two moments."""
        found: list[tuple[float, float]] = []
        quiet_from: int | None = None
        offset = max(0, int((begin_s - self.start_s) * RATE_HZ))
        for number, value in enumerate(self.between(begin_s, end_s)):
            if abs(value) > loud:
                if quiet_from is not None:
                    length_ms = (number - quiet_from) * 1000 / RATE_HZ
                    if length_ms >= least_ms:
                        found.append((self.start_s + (offset + quiet_from) / RATE_HZ, length_ms))
                quiet_from = None
            elif quiet_from is None:
                quiet_from = number
        return found
