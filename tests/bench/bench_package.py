"""What is carried beside what would be carried instead: sizes, and starts of the frozen program and of others.

Usage: python tests/bench/bench_package.py [RUNS]      needs dist/ ("make package") and a screen (DISPLAY)
A start ends when the middle of the screen has another colour than before: something is seen. The frozen program
and the same program from its environment are started in turn. Other readers are measured where they are
installed (apt-get install foliate okular evince); what they would take to carry is asked of apt.
"""

import ctypes
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT = 1.3
ARTICLE = ROOT / "content/en/how-to-use.md"
READERS = {
    "foliate": ("foliate",),
    "okular": ("okular",),
    "evince": ("evince",),
    "calibre": ("ebook-viewer",),
}
_ALL_PLANES, _Z_PIXMAP = 0xFFFFFFFF, 2
_PATIENCE_S = 60.0


class Screen:
    """The X screen, of which the colour in the middle is looked at."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.c_void_p
        self._x.XGetPixel.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        if not self._display:
            raise SystemExit("there is no screen: run it through packaging/virtual-screen")
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._middle = tuple(
            call(self._display, 0) // 2 for call in (self._x.XDisplayWidth, self._x.XDisplayHeight)
        )

    def colour(self) -> int:
        """Return the colour in the middle, as the server numbers it."""
        place = (*self._middle, 1, 1, ctypes.c_ulong(_ALL_PLANES), _Z_PIXMAP)
        image = ctypes.c_void_p(self._x.XGetImage(self._display, self._root, *place))
        colour = int(self._x.XGetPixel(image, 0, 0))
        self._x.XDestroyImage(image)
        return colour

    def wait_for_other(self, colour: int, is_other: bool = True) -> None:
        """Wait until the colour is another, or is this one again."""
        end_s = time.monotonic() + _PATIENCE_S
        while (self.colour() != colour) != is_other:
            if time.monotonic() > end_s:
                raise SystemExit("nothing was shown")
            time.sleep(0.002)


def seen_after_ms(screen: Screen, command: Sequence[str | Path], state: Path) -> float:
    """Start a program and return how long it took until something was seen, in ms."""
    environment = {**os.environ, "KIOSK_STATE": str(state), "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = screen.colour()
    started_s = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen.wait_for_other(before)
    took_ms = (time.monotonic() - started_s) * 1000
    process.kill()
    process.wait()
    screen.wait_for_other(before, is_other=False)
    return took_ms


def starts(program: Path, runs: int, state: Path) -> list[tuple[str, float, str, str]]:
    """Return rows about starts: of the frozen program, of the same from its environment, of other readers."""
    screen = Screen()
    frozen_ms: list[float] = []
    environment_ms: list[float] = []
    for number in range(runs + 1):
        pair = (
            seen_after_ms(screen, [program, "run", ARTICLE], state),
            seen_after_ms(screen, [sys.executable, "-P", "-m", "kiosk", "run", ARTICLE], state),
        )
        # The first pair fills the caches and is thrown away.
        if number:
            frozen_ms.append(pair[0])
            environment_ms.append(pair[1])
    ratio = statistics.median(frozen / other for frozen, other in zip(frozen_ms, environment_ms, strict=True))
    rows = [
        ("start until seen, frozen program", statistics.median(frozen_ms), "ms", ""),
        ("start until seen, from its environment", statistics.median(environment_ms), "ms", ""),
        ("frozen against environment", ratio, "x", f"at most {LIMIT}"),
    ]
    for name, command in READERS.items():
        if found := shutil.which(command[0]):
            took = [seen_after_ms(screen, [found, *command[1:]], state) for _ in range(4)]
            rows.append((f"start until seen, {name}", statistics.median(took[1:]), "ms", ""))
    return rows


def carried_by_apt(package: str) -> tuple[float, float] | None:
    """Return MB to carry and MiB installed of a Debian package on a machine that has nothing; None without apt."""
    empty = ["-o", "Dir::State::status=/dev/null", "-o", "APT::Install-Recommends=false"]
    try:
        listed = subprocess.run(
            ["apt-get", "-qq", "--print-uris", *empty, "install", package],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        rows = re.findall(r"^'\S+' ([^_\s]+)_\S+ (\d+)", listed, re.MULTILINE)
        told = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", *(name for name, _ in rows)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    installed_kib = sum(int(size) for size in re.findall(r"^Installed-Size: (\d+)", told, re.MULTILINE))
    return sum(int(size) for _, size in rows) / 10**6, installed_kib / 1024


def run(runs: int = 11) -> list[tuple[str, float, str, str]]:
    """Return rows (what, value, unit, limit)."""
    from bundle import sizes

    archives = sorted((ROOT / "dist").glob("*-linux-x86_64.tar.xz"))
    packages = sorted((ROOT / "dist").glob("*_amd64.deb"))
    if not archives or not packages:
        print("nothing is in dist/: make package")
        return []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "-xJf", archives[0], "-C", folder], check=True)
        (program,) = Path(folder).iterdir()
        carried = {"Debian package": packages[0], "portable archive": archives[0]}
        most = f"at most {sizes.MOST_CARRIED_MB}"
        rows = [(f"carried: {name}", path.stat().st_size / 10**6, "MB", most) for name, path in carried.items()]
        installed = sizes.installed_mib(program)
        rows.append(("installed", installed, "MiB", f"at most {sizes.MOST_INSTALLED_MIB}"))
        for name in READERS:
            if size := carried_by_apt(name):
                rows += [(f"carried: {name} and what it needs", size[0], "MB", "")]
                rows += [(f"installed: {name} and what it needs", size[1], "MiB", "")]
        return rows + starts(program / "kiosk", runs, Path(folder) / "state")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "packaging"))
    for what, value, unit, limit in run(int(sys.argv[1]) if len(sys.argv) > 1 else 11):
        print(f"{what:44} {value:8.2f} {unit:3} {limit}")
