"""Reads the lock files and what pyproject.toml asks for. Knows nothing of what is installed."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.project import ROOT

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""The Pythons that the lock files cover, all on x86-64 Linux."""

_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.*?))?(?: \\)?$")


@dataclass(frozen=True, slots=True)
class Locked:
    """One line of a lock file."""

    name: str
    """Canonical name."""
    version: str
    """The one version that may be installed."""
    marker: str
    """Where this line holds; empty for everywhere."""
    hash_count: int
    """How many files may stand for this version."""


def environment(python: str) -> dict[str, str]:
    """Return the marker environment of a Python ("3.12") on x86-64 Linux."""
    return {
        "python_version": python,
        "python_full_version": f"{python}.2",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "os_name": "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


@cache
def read_lock(name: str) -> tuple[Locked, ...]:
    """Return the lines of ``packaging/<name>``."""
    entries: list[Locked] = []
    for line in (ROOT / "packaging" / name).read_text("utf-8").splitlines():
        if found := _ENTRY.match(line):
            entries.append(Locked(canonicalize_name(found[1]), found[2], found[3] or "", 0))
        elif re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line):
            last = entries[-1]
            entries[-1] = Locked(last.name, last.version, last.marker, last.hash_count + 1)
        elif line and not line.startswith("#"):
            raise ValueError(f"packaging/{name}: a line that is neither a package nor a hash: {line}")
    return tuple(entries)


def locked_for(name: str, python: str) -> Iterator[Locked]:
    """Yield the lines of a lock file that hold for a Python."""
    for entry in read_lock(name):
        if not entry.marker or Marker(entry.marker).evaluate(environment(python)):
            yield entry


@cache
def asked(extra: str = "") -> tuple[Requirement, ...]:
    """Return what pyproject.toml asks for directly: the run-time dependencies, or those of an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return tuple(Requirement(line) for line in wanted)
