"""The public kiosk under Cage, as its unit starts it: one surface whatever is pressed, and an end when told."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import HERE, environment, wait_until
from tests.e2e.screens import written_content
from tests.e2e.test_breakout import ALT, CHORDS, chance_of
from tests.e2e.witness import Screen


@pytest.fixture
def as_somebody() -> list[str]:
    """What comes before a command for it to run as an ordinary user: Cage refuses to be root."""
    if not shutil.which("cage"):
        pytest.skip("no cage: run through packaging/test.sh")
    if os.getuid():
        return []
    way = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    if subprocess.run([*way, "true"], capture_output=True, check=False).returncode:
        pytest.skip("nobody but root can be had here, and Cage refuses to be root")
    return way


class CagedKiosk:
    """One run of Cage with the kiosk in it, with the kiosk's diary and its talk with Cage."""

    def __init__(self, folder: Path, way: list[str], backend: str, display: str) -> None:
        self.diary_file, self.talk = folder / "diary.jsonl", folder / "talk"
        run = folder / "run"
        run.mkdir(mode=0o700)
        unit = (HERE.parents[1] / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
        (start,) = [line for line in unit.splitlines() if line.startswith("ExecStart=")]
        cage = ["cage", *start.split(" -- ")[0].split()[1:]]
        words = ["run", "--profile", "public", "--content", str(written_content(folder)), "--fitting", "never"]
        own = {
            **environment(folder / "state", "wayland"),
            "XDG_RUNTIME_DIR": str(run),
            "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
            "QT_IM_MODULE": "compose",
            "WLR_BACKENDS": backend,
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WAYLAND_DEBUG": "client",
            "DISPLAY": display,
        }
        program = [sys.executable, str(HERE / "traced_kiosk.py"), str(self.diary_file), *words]
        with self.talk.open("wb") as talk:
            self.process = subprocess.Popen([*way, *cage, "--", *program], env=own, stderr=talk, stdout=talk)

    def wait_for(self, what: str, is_it: Callable[[dict[str, Any]], bool], since_s: float = 0.0) -> None:
        """Wait for an entry of the diary."""

        def found() -> bool:
            assert self.process.poll() is None, f"Cage ended: {self.talk.read_text('utf-8', 'replace')[-400:]}"
            try:
                lines = self.diary_file.read_text("utf-8").splitlines()
            except FileNotFoundError:
                return False
            entries = [json.loads(line) for line in lines if line.endswith("}")]
            return any(entry["s"] >= since_s and is_it(entry) for entry in entries)

        wait_until(found, what)

    def asked(self, what: str) -> int:
        """Return how often the kiosk asked Cage for something."""
        lines = self.talk.read_text("utf-8", "replace").splitlines()
        return sum(f".{what}(" in line and " -> " in line for line in lines)

    def is_one_surface(self) -> bool:
        """Whether the kiosk has one window and no pop-up, and never had another."""
        return self.asked("get_toplevel") == 1 and self.asked("get_popup") == 0

    def programs(self) -> list[str]:
        """Return the command lines of all that Cage has started, directly or not."""
        found, left = list[str](), [self.process.pid]
        while left:
            number = left.pop()
            for task in Path(f"/proc/{number}/task").glob("*/children"):
                left += [int(each) for each in task.read_text("ascii").split()]
            found.append(Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode().strip())
        return found

    def end(self) -> int:
        """End the kiosk as its unit does, by a signal; return how Cage ended."""
        (number,) = [
            int(folder.name)
            for folder in Path("/proc").iterdir()
            if folder.name.isdigit() and self._is_kiosk(folder)
        ]
        os.kill(number, signal.SIGTERM)
        return self.process.wait(15)

    def _is_kiosk(self, folder: Path) -> bool:
        try:
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            return False
        return words[:1] == [sys.executable] and str(self.diary_file) in words

    def kill(self) -> None:
        """Leave nothing behind, whatever has happened."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@pytest.fixture
def caged(tmp_path: Path, as_somebody: list[str], loudspeaker: None) -> Iterator[Callable[..., CagedKiosk]]:
    made: list[CagedKiosk] = []

    def make(backend: str, display: str = "") -> CagedKiosk:
        made.append(CagedKiosk(tmp_path, as_somebody, backend, display))
        made[-1].wait_for("the window", lambda entry: entry["what"] == "attached")
        return made[-1]

    yield make
    for each in made:
        each.kill()


@pytest.mark.conforms("B-76", "B-90")
def test_without_a_screen_there_is_one_surface_and_a_signal_ends_it(caged: Callable[..., CagedKiosk]) -> None:
    kiosk = caged("headless")
    wait_until(lambda: kiosk.asked("set_fullscreen") >= 1, "the whole screen")
    kiosk.wait_for("the first prompt", lambda entry: entry["what"] == "prompt")
    assert kiosk.is_one_surface()
    programs = [line for line in kiosk.programs() if "cage" not in line.split()[0] and "Xwayland" not in line]
    assert all("kiosk" in line and line.startswith(sys.executable) for line in programs), programs
    assert kiosk.end() == 0


@pytest.fixture
def bare_screen(tmp_path: Path) -> Iterator[str]:
    """An X server without a window manager, so that every key comes to Cage."""
    number = tmp_path / "number"
    with number.open("wb") as out:
        server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(out.fileno()),
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=[out.fileno()],
            stderr=subprocess.DEVNULL,
        )
    wait_until(lambda: number.read_text("ascii").strip(), "an X server")
    yield f":{number.read_text('ascii').strip()}"
    server.terminate()
    server.wait(10)


@pytest.mark.long
@pytest.mark.conforms("B-02", "B-04", "B-06", "B-08", "B-11", "B-38")
def test_no_key_opens_anything_under_cage(caged: Callable[..., CagedKiosk], bare_screen: str) -> None:
    kiosk = caged("x11", bare_screen)
    keyboard, screen = Keyboard(bare_screen), Screen(bare_screen)
    kiosk.wait_for("the first prompt", lambda entry: entry["what"] == "prompt")
    keyboard.click(400, 300, 2)
    before, programs = screen.windows(), set(kiosk.programs())
    chance = chance_of(3)
    for chord in (*CHORDS, (ALT, "Escape")):
        keyboard.chord(*chord)
        time.sleep(0.01)
    for _number in range(1_000):
        keyboard.chord(*chance.choice(CHORDS))
        keyboard.click(chance.randrange(1024), chance.randrange(768), chance.choice((1, 2, 3)))
        time.sleep(0.02)
    assert screen.windows() == before
    assert kiosk.is_one_surface()
    assert {line for line in set(kiosk.programs()) - programs if "--engine" not in line} == set()
    for key in ("Escape", "F2", "Escape", "F2"):
        time.sleep(0.3)
        asked_s = keyboard.press(key)
    kiosk.wait_for("the voice", lambda entry: entry["what"] == "prompt", asked_s)
    keyboard.close()
    screen.close()
    assert kiosk.end() == 0
