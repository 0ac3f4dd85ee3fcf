"""The virtual loudspeaker as somebody who pulls its plug: sinks come and go. Touches no other sound server."""

import os
import subprocess
import time
from collections.abc import Callable

import pytest

SINK, OTHER = "kiosk", "other"
PATIENCE_S = 20


def pactl(*arguments: str) -> str:
    """Ask or tell the sound server."""
    return subprocess.run(["pactl", *arguments], capture_output=True, text=True, check=True).stdout.strip()


def becomes(is_so: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
    """Wait until something is so; return how many seconds that took."""
    begin_s = time.monotonic()
    while not is_so():
        if time.monotonic() - begin_s > patience_s:
            raise AssertionError(f"not so after {patience_s} s")
        time.sleep(0.002)
    return time.monotonic() - begin_s


class VirtualSound:
    """The sink of the virtual loudspeaker, and another one that the server takes when the first goes."""

    def __init__(self) -> None:
        if not os.environ.get("PULSE_SERVER", "").startswith("unix:") or not self.modules(SINK):
            pytest.skip("no virtual loudspeaker: run through packaging/test.sh, or packaging/virtual-loudspeaker")
        self.load(OTHER)

    def modules(self, sink: str) -> list[str]:
        """Return the numbers of the modules that make a sink."""
        try:
            lines = pactl("list", "short", "modules").splitlines()
        except (OSError, subprocess.CalledProcessError):
            return []
        return [line.split("\t")[0] for line in lines if f"sink_name={sink} " in f"{line} "]

    def load(self, sink: str, *arguments: str, module: str = "module-null-sink") -> None:
        """Plug a sink in."""
        pactl("load-module", module, f"sink_name={sink}", *(arguments or ("rate=48000", "channels=2")))

    def unload(self, sink: str) -> None:
        """Unplug a sink."""
        for module in self.modules(sink):
            pactl("unload-module", module)

    def sinks(self) -> list[str]:
        """Return the names of the sinks."""
        return [line.split("\t")[1] for line in pactl("list", "short", "sinks").splitlines()]

    def sink_of(self, application: str) -> list[str]:
        """Return the names of the sinks that an application's streams play on."""
        sinks = [line.split("\t") for line in pactl("list", "short", "sinks").splitlines()]
        names = {number: name for number, name, *_ in sinks}
        streams = pactl("list", "sink-inputs").split("Sink Input #")[1:]
        ours = [stream for stream in streams if f'application.name = "{application}"' in stream]
        return [names[stream.split("\tSink: ")[1].split("\n")[0]] for stream in ours]

    def lose(self) -> None:
        """Unplug the sink that is used."""
        self.unload(SINK)

    def restore(self) -> None:
        """Plug it in again."""
        if SINK not in self.sinks():
            self.load(SINK)

    def close(self) -> None:
        """Leave everything as it was found."""
        self.restore()
        pactl("suspend-sink", SINK, "0")
        pactl("set-default-sink", SINK)
        for sink in self.sinks():
            if sink != SINK:
                self.unload(sink)
        # Until the silent stream that keeps the sink awake is back, a first word would be late.
        becomes(lambda: self.sink_of("pacat") == [SINK])
