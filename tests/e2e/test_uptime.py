"""The real program as a service: it says that it lives while it does, and says no more when it does not."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.uptime import ExitCode
from tests.e2e.failing_kiosk import TITLE
from tests.e2e.program import HERE, environment, wait_until

pytestmark = pytest.mark.usefixtures("loudspeaker")
PATIENCE_MS = 1000


class Service:
    """What systemd is to the program: a socket, and the one who starts it."""

    def __init__(self, folder: Path, patience_ms: int = PATIENCE_MS) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.state = folder / "state"
        self.fault = folder / "fault"
        self.log = folder / "log"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._socket.settimeout(0.05)
        self.told: list[str] = []
        self._patience_ms = patience_ms
        self.process = self.start()

    def start(self, state: Path | None = None) -> subprocess.Popen[bytes]:
        """Start the program."""
        told = {"NOTIFY_SOCKET": str(self.folder / "notify"), "WATCHDOG_USEC": str(self._patience_ms * 1000)}
        words = ["run", "--profile", "public", "--fitting", "never"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(HERE / "failing_kiosk.py"), str(self.fault), *words],
                env={**environment(state or self.state, "offscreen"), **told},
                stderr=log,
            )
        return self.process

    def read(self, for_s: float = 0.0) -> list[str]:
        """Return what arrives within a time."""
        end_s, found = time.monotonic() + for_s, []
        while True:
            try:
                found.append(self._socket.recv(4096).decode())
            except TimeoutError:
                if time.monotonic() >= end_s:
                    self.told += found
                    return found

    def wait_for(self, line: str) -> None:
        """Wait until something is said."""
        wait_until(lambda: line in self.read(), line)

    def break_it(self, how: str) -> None:
        """Let something go wrong, and wait until it has."""
        done = self.fault.with_name("fault.done")
        done.unlink(missing_ok=True)
        self.fault.write_text(how, "ascii")
        wait_until(done.exists, f"{how} to go wrong")

    def end(self) -> int:
        """End the program as systemd does, and return its exit code."""
        self.fault.unlink(missing_ok=True)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(15)
        finally:
            self.process.kill()

    def close(self) -> None:
        """Leave nothing behind."""
        self.end()
        self._socket.close()

    def run_record(self) -> dict[str, object]:
        """Return what is written down of the run."""
        found = json.loads((self.state / "runs.json").read_bytes())["record"]
        assert isinstance(found, dict)
        return found


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(tmp_path / "s")
    yield made
    made.close()


def is_fed(service: Service) -> bool:
    """Whether it says that it lives, within the patience of a service."""
    service.read()
    return "WATCHDOG=1" in service.read(PATIENCE_MS / 1000)


def test_it_is_fed_while_event_loop_and_sound_answer(service: Service) -> None:
    service.wait_for("WATCHDOG=1")
    assert service.told[:2] == ["READY=1", "STATUS=Ready"]
    service.break_it("loop")
    assert not is_fed(service)
    service.fault.unlink()
    service.wait_for("WATCHDOG=1")
    service.break_it("sound")
    service.read(PATIENCE_MS / 1000)
    assert not is_fed(service)
    service.fault.unlink()
    service.wait_for("WATCHDOG=1")
    assert any(line.startswith("STATUS=The sound does not answer") for line in service.told)
    assert service.end() == 0
    assert "STOPPING=1" in service.read()
    assert service.run_record()["is_under_way"] is False
    status = json.loads((service.state / "status.json").read_bytes())
    assert (status["condition"], status["is_watchdog_ok"]) == ("ended", True)


def test_what_breaks_is_survived_once_and_a_thread_is_not(service: Service) -> None:
    service.wait_for("WATCHDOG=1")
    service.break_it("slot")
    assert is_fed(service), "the event loop goes on"
    service.break_it("thread")
    assert service.process.wait(15) == ExitCode.BROKEN
    assert service.run_record()["is_under_way"] is True, "it counts as a crash"
    log = service.log.read_text("utf-8")
    assert log.count("RuntimeError") == 2
    assert "the thread trial broke" in log
    assert TITLE not in log


@pytest.mark.long
def test_after_three_crashes_it_is_out_of_order_until_an_orderly_end(service: Service) -> None:
    service.wait_for("READY=1")
    # Two crashes of a moment ago are written down; the third is a real one.
    record = service.run_record()
    began_s = float(str(record["began_s"]))
    document = {"schema": 1, "record": {**record, "crashes_s": [began_s - 5, began_s - 1]}}
    service.process.kill()
    service.process.wait()
    (service.state / "runs.json").write_text(json.dumps(document), "utf-8")
    # What might be to blame: settings that cannot be read.
    (service.state / "preferences.json").write_text("{", "utf-8")
    service.start()
    service.wait_for("STATUS=Safe mode after repeated crashes: out of order, plain voice, shipped articles")
    assert service.run_record()["is_safe"] is True
    assert service.end() == 0
    service.start()
    service.wait_for("STATUS=Ready")


@pytest.mark.long
@pytest.mark.parametrize("trouble", ["file in the way", "newer", "torn", "full"])
def test_whatever_the_disk_does_it_starts(service: Service, trouble: str, tmp_path: Path) -> None:
    service.wait_for("READY=1")
    service.end()
    state = service.state
    if trouble == "file in the way":
        state = tmp_path / "file" / "state"
        state.parent.write_text("in the way", "utf-8")
    elif trouble == "full":
        state = tmp_path / "full"
        state.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(state)], check=False)
        if mounted.returncode:
            pytest.skip("no small disk can be had here")
        (state / "rest").write_bytes(bytes(4096))
    else:
        for path in state.glob("*.json"):
            path.write_text('{"schema": 2, "record": {}}' if trouble == "newer" else "{", "utf-8")
    try:
        service.start(state)
        service.wait_for("READY=1")
        assert is_fed(service)
        assert service.end() == 0
    finally:
        if trouble == "full":
            subprocess.run(["umount", str(state)], check=False)
    assert "Traceback" not in service.log.read_text("utf-8")
