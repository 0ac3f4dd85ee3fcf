"""The project's own files, as somebody who fetches it gets them. Knows nothing of the program."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_MADE_HERE = {".git", ".venv", "out", "dist", "build", "__pycache__"}
_CACHES = {".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"}


@cache
def project_files() -> tuple[Path, ...]:
    """Return every file of the project, relative to its root: what git tracks, or all but what was made here."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        names = [Path(name) for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        names = [path for path in found if not (_MADE_HERE | _CACHES).intersection(path.parts)]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def shell_scripts() -> tuple[Path, ...]:
    """Return every file that bash or sh runs, by its first line."""
    scripts = []
    for name in project_files():
        with (ROOT / name).open("rb") as opened:
            first = opened.readline()
        if first.startswith(b"#!") and first.split()[-1].endswith((b"bash", b"/sh")):
            scripts.append(name)
    return tuple(scripts)
