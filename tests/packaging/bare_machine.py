"""A bare Debian in a folder: no network, a screen and a loudspeaker that are lent to it, and one ordinary user."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

SOMEONE = 1000
HOME = "/home/someone"
STATE = f"{HOME}/state"
# What dpkg keeps books in, and what the system writes anew with every package.
BOOKS = (
    "var/lib/dpkg/",
    "var/log/",
    "var/cache/debconf/",
    "var/cache/ldconfig/",
    "home/",
    "lent/",
    "proc/",
    "dev/",
)
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_READ_ONLY = """set -e
mount --rbind "$1" "$1"
mount -o remount,bind,ro "$1"
shift
exec "$@"
"""


class BareMachine:
    """One trial; must be entered as root in mount and process name spaces of its own."""

    def __init__(self, base: Path, folder: Path) -> None:
        self.root = folder
        self._base = base

    def __enter__(self) -> "BareMachine":
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", "--", self._base, self.root], check=True)
        mount("-t", "proc", "proc", self.root / "proc")
        mount("-t", "tmpfs", "-o", "mode=755", "dev", self.root / "dev")
        for node in ("null", "zero", "full", "random", "urandom"):
            (self.root / "dev" / node).touch()
            mount("--bind", f"/dev/{node}", self.root / "dev" / node)
        (self.root / "dev/shm").mkdir()
        mount("-t", "tmpfs", "-o", "mode=1777", "shm", self.root / "dev/shm")
        place = self.root / STATE.lstrip("/")
        place.mkdir(parents=True)
        shutil.rmtree(self.state, ignore_errors=True)
        self.state.mkdir()
        for path in (place.parent, self.state):
            os.chown(path, SOMEONE, SOMEONE)
        mount("--bind", self.state, place)
        self._lend()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        subprocess.run(["umount", "--recursive", "--lazy", self.root / "dev"], check=False)
        for name in ("proc", "lent/loudspeaker", "tmp/.X11-unix", STATE.lstrip("/")):
            subprocess.run(["umount", "--lazy", self.root / name], check=False)
        shutil.rmtree(self.root)

    def _lend(self) -> None:
        """Let the user reach the screen and the loudspeaker of this machine."""
        lent, sockets = self.root / "lent", self.root / "tmp/.X11-unix"
        lent.mkdir()
        sockets.mkdir()
        mount("--bind", "/tmp/.X11-unix", sockets)
        (lent / "loudspeaker").touch()
        mount("--bind", os.environ["PULSE_SERVER"].removeprefix("unix:"), lent / "loudspeaker")
        # The library of the sound server opens its cookie for writing, always.
        for place, variable in ((lent / "screen", "XAUTHORITY"), (self.state / "cookie", "PULSE_COOKIE")):
            shutil.copyfile(os.environ[variable], place)
            os.chown(place, SOMEONE, SOMEONE)

    @property
    def state(self) -> Path:
        """The one folder that the user may write to, as seen from outside."""
        return self.root.with_name(f"{self.root.name}-state")

    def as_root(self, *command: str, **settings: str) -> str:
        """Run a command as root, and return what it said.

        Raises:
            AssertionError: it failed.
        """
        words = ["chroot", str(self.root), "/usr/bin/env", "-i", f"PATH={_PATH}", "DEBIAN_FRONTEND=noninteractive"]
        words += [f"{name}={value}" for name, value in settings.items()]
        done = subprocess.run([*words, *command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(
        self, *command: str, is_read_only: bool = True, settings: Mapping[str, str] | None = None
    ) -> "subprocess.Popen[str]":
        """Start a command as the user, who can write to nothing but the state folder.

        Args:
            command: what to start.
            is_read_only: whether the whole system is; without it the processes are those that root sees.
            settings: more of the environment.
        """
        lent = {
            "PATH": _PATH,
            "HOME": "/nonexistent",
            "LANG": "C.UTF-8",
            "KIOSK_STATE": STATE,
            "DISPLAY": os.environ["DISPLAY"],
            "XAUTHORITY": "/lent/screen",
            "PULSE_SERVER": "unix:/lent/loudspeaker",
            "PULSE_COOKIE": f"{STATE}/cookie",
            **(settings or {}),
        }
        inside = ["chroot", f"--userspec={SOMEONE}:{SOMEONE}", str(self.root), "/usr/bin/env", "-i", "-C", "/"]
        words: Sequence[str] = [*inside, *(f"{name}={value}" for name, value in lent.items()), *command]
        if is_read_only:
            # The state folder is mounted of its own, and stays as it is.
            words = ["unshare", "--mount", "bash", "-c", _READ_ONLY, "read-only", str(self.root), *words]
        return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *command: str, settings: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run a command as the user on the read-only system; return its exit code and all that it said."""
        process = self.start(*command, settings=settings)
        said, complained = process.communicate(timeout=180)
        return process.returncode, said + complained

    def files(self) -> set[str]:
        """Return every path of the system, the books of the package manager left out."""
        paths = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*"))
        return {path for path in paths if not path.startswith(BOOKS) and not path.startswith("tmp/")}

    def processes(self) -> list[str]:
        """Return the programs that run from the installed folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/exe"):
            try:
                target = str(entry.readlink())
            except OSError:
                continue
            if "/opt/aloud-kiosk/" in target:
                found.append(target)
        return found


def mount(*words: object) -> None:
    """Mount something."""
    subprocess.run(["mount", *map(str, words)], check=True)


def wait_until(is_so: object, what: str, patience_s: float = 60.0) -> None:
    """Wait for something.

    Raises:
        AssertionError: it did not come, in time.
    """
    assert callable(is_so)
    end_s = time.monotonic() + patience_s
    while not is_so():
        assert time.monotonic() < end_s, f"waited {patience_s:g} s in vain: {what}"
        time.sleep(0.1)
