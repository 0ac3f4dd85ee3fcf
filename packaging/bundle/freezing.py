"""Freezes the program with PyInstaller, and believes its log rather than its exit code."""

import os
import re
import subprocess
import sys
from pathlib import Path

SPEC = "packaging/bundle/aloud.spec"

# PyInstaller goes on after each of these, and what comes out starts on the machine where it was made.
BROKEN = re.compile(
    r"Library not found|[Ll]ib(?:rary)? .*not found|failed to obtain Qt library info|Hidden import .* not found"
    r"|could not (?:resolve|collect|find)|Failed to collect|Unable to find|\bERROR\b|\bCRITICAL\b|Traceback"
    r"|Exception|DEPRECATION"
)
# Said of what the program never asks for: each line is one that was looked at.
HARMLESS = (
    # The theme of the GTK desktop; the plug-in is left out.
    re.compile(r"could not resolve 'lib(?:gtk-3|gdk-3|gdk_pixbuf-2|pango\w*-1|cairo\w*|atk-1|harfbuzz)[\w.-]*'.*"),
    # Nothing here draws with OpenGL ES, EGL devices or Vulkan; those plug-ins are left out.
    re.compile(
        r"could not resolve 'libQt6(?:Eglfs|EglFS|Quick|Qml|Network|OpenGL|WebSockets|Designer|Sql)[\w.-]*'.*"
    ),
)


class BrokenBuildError(Exception):
    """What was made must not be given to anybody."""


def broken_lines(log: str) -> list[str]:
    """Return the lines of a build log that mean a program that is not whole."""
    return [
        line
        for line in log.splitlines()
        if BROKEN.search(line) and not any(pattern.search(line) for pattern in HARMLESS)
    ]


def freeze(source: Path, work: Path) -> tuple[Path, Path]:
    """Freeze the program.

    Args:
        source: the project's files.
        work: an empty folder of this build.

    Returns:
        The folder with the program, and the file that says what each part of it was made from.

    Raises:
        BrokenBuildError: PyInstaller failed, or its log tells of something missing.
    """
    origins = work / "origins.tsv"
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "INFO",
         "--distpath", str(work / "dist"), "--workpath", str(work / "build"), SPEC],
        cwd=source,
        env={**os.environ, "ALOUD_ORIGINS": str(origins), "PYINSTALLER_CONFIG_DIR": str(work / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )  # fmt: skip
    (work / "pyinstaller.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        raise BrokenBuildError("PyInstaller failed:\n" + "\n".join(done.stdout.splitlines()[-15:]))
    if lines := broken_lines(done.stdout):
        raise BrokenBuildError("the log tells of something missing:\n" + "\n".join(lines))
    return work / "dist" / "aloud-kiosk", origins
