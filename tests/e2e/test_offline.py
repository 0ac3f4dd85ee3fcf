"""A whole session under the system's own trace: no network, and nothing written but in the state folder."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, environment, wait_until

# Not files that anybody would find afterwards: devices, pipes of the kernel, shared memory without a name.
_PASSING = ("/dev/", "/proc/", "/sys/", "/memfd:")


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    if not found:
        pytest.skip("no strace: run through packaging/test.sh")
    return found


def trace_of(trace: Path) -> list[str]:
    return trace.read_text(encoding="utf-8", errors="replace").splitlines()


def network_calls(lines: list[str]) -> list[str]:
    return [line for line in lines if re.search(r"socket\(AF_(INET|INET6|PACKET)|sa_family=AF_INET", line)]


def written_files(lines: list[str]) -> set[str]:
    """Return every path that was opened for writing, made, renamed to or removed, and succeeded."""
    found: set[str] = set()
    for line in lines:
        if re.search(r"= -1 E", line):
            continue
        if "openat(" in line and re.search(r"O_WRONLY|O_RDWR|O_CREAT", line):
            found.update(re.findall(r'"([^"]+)"', line)[:1])
        elif re.search(r"\b(mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|symlink)\(", line):
            found.update(re.findall(r'"([^"]+)"', line))
    return {path for path in found if path.startswith("/") and not path.startswith(_PASSING)}


@pytest.mark.conforms("B-77", "B-94")
def test_a_session_leaves_the_machine_alone(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, strace: str
) -> None:
    state, home = tmp_path / "state", tmp_path / "home"
    home.mkdir()
    trace = tmp_path / "trace"
    article = ROOT / "content/en/briefing-2019-12-23.md"
    env = {**environment(state), "HOME": str(home)}
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        env.pop(name, None)
    calls = "trace=openat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,symlink,socket,connect,sendto"
    process = subprocess.Popen(
        [strace, "-f", "-qq", "-e", calls, "-o", str(trace), sys.executable, "-m", "kiosk", "run", str(article)],
        env=env,
    )
    try:
        wait_until(lambda: _has_window(), "the window", 60)
        time.sleep(12)
        for key, pause_s in (("space", 8.0), ("plus", 0.5), ("F2", 1.0), ("Down", 4.0), ("Escape", 1.0)):
            keyboard.press(key)
            time.sleep(pause_s)
    finally:
        os.kill(_child_of(process.pid), 15)
        process.wait(30)
    lines = trace_of(trace)
    assert any("hibari" in line for line in lines), "the neural voice was never loaded: the trace proves nothing"
    assert any("mpris_interfaces" in line for line in lines), "the desktop's media control was never there"
    assert network_calls(lines) == []
    outside = {path for path in written_files(lines) if not path.startswith(str(state))}
    # The sound client opens its cookie for writing though it only reads it; the loudspeaker made it before.
    outside.discard(os.environ.get("PULSE_COOKIE", ""))
    assert outside == set(), "files were written outside the state folder"
    assert (state / "preferences.json").exists()


@pytest.mark.conforms("CF-01")
def test_speaking_needs_no_network(tmp_path: Path, strace: str) -> None:
    trace, out = tmp_path / "trace", tmp_path / "out.wav"
    article = ROOT / "content/en/how-to-use.md"
    command = [sys.executable, "-m", "kiosk", "speak", str(article), "--to", "3", "--out", str(out)]
    done = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", str(trace), *command],
        env=environment(tmp_path / "state"),
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert out.stat().st_size > 50_000
    assert network_calls(trace_of(trace)) == []


def _has_window() -> bool:
    done = subprocess.run(["xdotool", "search", "--name", "Aloud"], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip())


def _child_of(pid: int) -> int:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return int(children[0]) if children else pid
