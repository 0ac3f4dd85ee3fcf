"""A checkout and a system in a temporary folder, with stand-ins for apt, Python and sudo.

What they do is chosen by files beside them, and they write down each call: so a test says what the machine is like
and then reads what the real script did to it. Knows nothing of the real machine.
"""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.packaging.project import ROOT

_LIBRARIES = {
    "fontconfig",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libwayland-cursor0",
}
_X_LIBRARIES = {"libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"}
BOOKWORM = frozenset({"libglib2.0-0", "libasound2", "python3", "python3-venv", *_LIBRARIES, *_X_LIBRARIES})
"""What "run" needs, under the names of Debian 12."""
NOBLE = frozenset({"libglib2.0-0t64", "libasound2t64", "python3", "python3-venv", *_LIBRARIES, *_X_LIBRARIES})
"""The same under the names of Ubuntu 24.04 and Debian 13."""

_TOOLS = ["bash", "cat", "chmod", "cp", "cut", "date", "dirname", "env", "flock", "grep", "mkdir", "mktemp", "mv"]
_TOOLS += ["readlink", "rm", "sed", "sha256sum", "sh", "tail", "true", "uname"]
_DPKG_QUERY = """for name; do case $name in -*) ;; *)
  if grep -qx -- "$name" "$SYSTEM/installed"; then printf '%s=installed ' "$name"; else missing=1; fi ;; esac; done
exit "${missing:-0}"
"""
_APT_CACHE = """case $1 in
  show)
    shift
    for name; do case $name in -*) ;; *) grep -qx -- "$name" "$SYSTEM/known" || exit 100 ;; esac; done ;;
  policy) printf 'python3:\\n  Candidate: %s\\n' "$(cat "$SYSTEM/candidate")" ;;
esac
"""
_APT_GET = """echo "apt-get [${DEBIAN_FRONTEND:-asks}] $*" >>"$SYSTEM/calls"
[ ! -e "$SYSTEM/offline" ] || { echo "E: Temporary failure resolving 'somewhere'"; exit 100; }
case " $* " in *" install "*) : >"$SYSTEM/python-works" ;; esac
"""
_PYTHON = """echo "python $*" >>"$SYSTEM/calls"
case "$*" in
  "-I -c "*) [ -e "$SYSTEM/python-works" ] ;;
  "-m venv "*) mkdir -p "$3/bin" "$3/lib/python3.11/site-packages"; cp "$0" "$3/bin/python" ;;
  "-I -S -c "*) echo 3.11 ;;
  *" pip install "*)
    if [ -e "$SYSTEM/pip-says" ]; then cat "$SYSTEM/pip-says"; exit 1; fi
    if [ -e "$SYSTEM/pip-dies" ]; then kill -KILL "$PPID"; fi ;;
esac
"""
_SUDO = """[ -e "$SYSTEM/sudo-works" ] || exit 1
shift
echo "sudo $*" >>"$SYSTEM/calls"
exec "$@"
"""


class BareCheckout:
    """The packaging scripts in a folder whose name has a space in it, on a system made of stand-ins."""

    def __init__(self, folder: Path, *, is_root: bool = True) -> None:
        self.root = folder / "the project"
        self.system = folder / "system"
        (self.root / "packaging").mkdir(parents=True)
        self.system.mkdir()
        for name in ("setup.sh", "run.sh", "requirements.lock", "requirements-dev.lock"):
            shutil.copy2(ROOT / "packaging" / name, self.root / "packaging")
        programs = {"dpkg-query": _DPKG_QUERY, "apt-cache": _APT_CACHE, "apt-get": _APT_GET, "sudo": _SUDO}
        programs |= {"python3": _PYTHON, "id": f"echo {0 if is_root else 1000}\n", "dpkg": ""}
        for version in range(11, 15):
            programs[f"python3.{version}"] = "exit 1\n"
        for name, body in programs.items():
            self.program(self.system / name, body)
        # Nothing else is within reach: the real Python of this machine must not be found behind the stand-in.
        for name in _TOOLS:
            (self.system / name).symlink_to(shutil.which(name) or name)
        self.has(BOOKWORM)
        self.knows(BOOKWORM)
        self.say("candidate", "3.11.2-1+b1")
        self.say("python-works")

    def program(self, path: Path, body: str) -> None:
        """Write an executable shell script."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{body}", "utf-8")
        path.chmod(0o755)

    def say(self, what: str, text: str = "") -> None:
        """Leave a word to the stand-ins."""
        (self.system / what).write_text(text + "\n", "utf-8")

    def unsay(self, what: str) -> None:
        """Take a word back."""
        (self.system / what).unlink()

    def has(self, packages: frozenset[str]) -> None:
        """Say which system packages are installed."""
        self.say("installed", "\n".join(sorted(packages)))

    def knows(self, packages: frozenset[str]) -> None:
        """Say which system packages apt knows."""
        self.say("known", "\n".join(sorted(packages)))

    def is_set_up(self) -> None:
        """Leave the project as a set-up that went to its end leaves it."""
        script = (self.root / "packaging/setup.sh").read_text("utf-8")
        layout = re.search(r"^layout=(\d+)", script, re.MULTILINE)
        assert layout
        lock = (self.root / "packaging/requirements.lock").read_bytes()
        self.program(self.root / ".venv/bin/python", _PYTHON)
        stamp = f"python 3.11\nrun {layout[1]} {hashlib.sha256(lock).hexdigest()}\n"
        (self.root / ".venv/.aloud-ready").write_text(stamp, "utf-8")

    def run(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run one of the scripts from another folder, with no keyboard and no screen."""
        (self.system / "calls").write_text("", "utf-8")
        surroundings = {
            "PATH": str(self.system),
            "SYSTEM": str(self.system),
            "HOME": str(self.system),
        } | environment
        return subprocess.run(
            ["bash", str(self.root / "packaging" / script), *arguments],
            env=surroundings,
            cwd=os.sep,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def calls(self, program: str) -> list[str]:
        """Return what a stand-in was called with, in order."""
        lines = (self.system / "calls").read_text("utf-8").splitlines()
        return [line.removeprefix(f"{program} ") for line in lines if line.startswith(f"{program} ")]
