"""How big the program and its parts are, and how big they may be."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

MOST_CARRIED_MB = 90
MOST_INSTALLED_MIB = 260

# The first that fits the beginning of a place says which part it belongs to.
PARTS: Sequence[tuple[str, str]] = (
    ("_internal/PySide6/Qt/lib/libicu", "ICU: scripts and languages, in Qt"),
    ("_internal/PySide6/Qt/", "Qt"),
    ("_internal/PySide6", "PySide6"),
    ("_internal/shiboken6", "PySide6"),
    ("_internal/onnxruntime", "neural voice: ONNX Runtime"),
    ("_internal/hibari", "neural voice: model and word lists"),
    ("_internal/numpy", "NumPy, with OpenBLAS"),
    ("_internal/espeakng_loader", "eSpeak NG, all its languages"),
    ("_internal/fontpkg", "type faces for five scripts"),
    ("_internal/kiosk", "articles, themes, icons, translations"),
    ("_internal/alsa", "settings of ALSA"),
    ("_internal/libpython", "Python"),
    ("_internal/python", "Python"),
    ("_internal/base_library", "Python"),
    ("_internal/lib", "libraries that a bare machine lacks"),
    ("_internal/", "other packages"),
    ("licences", "licences, sources, list of parts"),
    ("kiosk", "Python modules, ours and others'"),
)


def installed_mib(folder: Path) -> float:
    """Return what a folder takes on a disk with blocks of 4 KiB."""
    blocks = sum(-(-path.lstat().st_size // 4096) for path in folder.rglob("*") if not path.is_symlink())
    return blocks * 4096 / 2**20


def by_part(folder: Path) -> list[tuple[str, float]]:
    """Return (part, MiB) of everything in a folder, the biggest first."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix()
            part = next((part for beginning, part in PARTS if place.startswith(beginning)), PARTS[-2][1])
            found[part] += path.stat().st_size
    return [(part, size / 2**20) for part, size in found.most_common()]


def report(folder: Path, carried: Sequence[Path]) -> tuple[str, list[str]]:
    """Return the table, and what is too big.

    Args:
        folder: the program as installed.
        carried: the files of which one is carried to a machine.
    """
    installed = installed_mib(folder)
    lines = [f"  {size:7.1f} MiB  {part}" for part, size in by_part(folder)]
    lines.append(f"  {installed:7.1f} MiB  installed, at most {MOST_INSTALLED_MIB}")
    problems = []
    if installed > MOST_INSTALLED_MIB:
        problems.append(f"{installed:.1f} MiB installed are more than {MOST_INSTALLED_MIB}")
    for path in carried:
        size = path.stat().st_size / 10**6
        lines.append(f"  {size:7.1f} MB   {path.name}, at most {MOST_CARRIED_MB}")
        if size > MOST_CARRIED_MB:
            problems.append(f"{path.name} has {size:.1f} MB, more than {MOST_CARRIED_MB}")
    return "\n".join(lines), problems
