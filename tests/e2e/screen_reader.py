"""Orca, the screen reader, with a voice that writes down what it is given to say instead of saying it."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from tests.e2e.program import wait_until

_SPEECH_DISPATCHER = """AudioOutputMethod "libao"
AddModule "logger" "sd_generic" "logger.conf"
DefaultModule logger
DefaultLanguage "en"
DisableAutoSpawn
"""
# A short sleep for each, so that what is cut off by the next key is seen to be cut off.
_VOICE = """GenericExecuteSynth "echo \\"$(date +%s.%3N) SAY \\"'$DATA' >> {said}; sleep 0.05"
GenericLanguage "en" "en" "utf-8"
GenericDefaultCharset "utf-8"
AddVoice "en" "male1" "logger"
DefaultVoice "male1"
GenericMaxChunkLength 100000
GenericDelimiters ""
"""
_ENTRY = re.compile(r"^\d+\.\d+ SAY (.*)$")
_READY = "Screen reader on"
_END_S = 3.0


def missing_parts() -> list[str]:
    """Return the programs that are not installed here."""
    return [name for name in ("orca", "speech-dispatcher", "xdotool") if not shutil.which(name)]


class Utterance(NamedTuple):
    """One thing that the screen reader gave its voice to say."""

    words: str
    """What was said, without what only a synthesizer reads."""


class ScreenReader:
    """Runs Orca with settings of its own, which nobody else's touch."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.said_log = folder / "said.log"
        self.debug_log = folder / "orca.debug"
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "ScreenReader":
        (self._folder / "modules").mkdir(parents=True)
        (self._folder / "speechd.conf").write_text(_SPEECH_DISPATCHER, encoding="utf-8")
        (self._folder / "modules" / "logger.conf").write_text(_VOICE.format(said=self.said_log), encoding="utf-8")
        socket = self._folder / "socket"
        own = {"SPEECHD_ADDRESS": f"unix_socket:{socket}", "HOME": str(self._folder), "LANG": "C.UTF-8"}
        self._environment = {**os.environ, "GSETTINGS_BACKEND": "memory", **own}
        where = ["-C", self._folder, "-L", self._folder / "log", "-S", socket]
        self._start("speech-dispatcher", "-s", *where, "-t", "0")
        wait_until(socket.exists, "the speech dispatcher")
        off = ["-d", "braille", "-d", "braille-monitor"]
        settings = ["-u", self._folder / "settings", f"--debug-file={self.debug_log}"]
        self._start("orca", *settings, "-e", "speech", *off)
        wait_until(lambda: any(_READY in words for words in self.said()), _READY)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(_END_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        # The bus goes on believing that an assistive technology runs: the next program is to find none.
        status = ["org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled"]
        command = [
            "dbus-send",
            "--print-reply",
            "--dest=org.a11y.Bus",
            "/org/a11y/bus",
            *status,
            "variant:boolean:false",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def _start(self, *command: object) -> None:
        with (self._folder / f"{command[0]}.log").open("wb") as log:
            self._processes.append(
                subprocess.Popen([str(word) for word in command], env=self._environment, stdout=log, stderr=log)
            )

    def said(self) -> list[str]:
        """Return everything that was said so far, in order."""
        try:
            lines = self.said_log.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [found[1].strip() for line in lines if (found := _ENTRY.match(line))]

    def said_after(self, deed: "object", quiet_s: float = 1.2, most_s: float = 15.0) -> list[str]:
        """Do something (a call without arguments) and return what is said from then until it is quiet."""
        before = len(self.said())
        assert callable(deed)
        deed()
        count, changed_s, end_s = before, time.monotonic(), time.monotonic() + most_s
        while time.monotonic() < end_s:
            time.sleep(0.05)
            now = len(self.said())
            if now != count:
                count, changed_s = now, time.monotonic()
            elif time.monotonic() - changed_s > quiet_s:
                break
        return self.said()[before:]
