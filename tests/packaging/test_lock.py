"""The lock files say what pyproject.toml says, for every Python they cover; the pins that matter hold here."""

import sys
import tomllib
from importlib.metadata import version

import pytest
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.packaging.lock_file import PYTHONS, asked, environment, locked_for, read_lock
from tests.packaging.project import ROOT

RUNTIME, DEVELOPMENT, PACKAGE = "requirements.lock", "requirements-dev.lock", "requirements-package.lock"
LOCKS = (RUNTIME, DEVELOPMENT, PACKAGE)
THIS_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(
    ("lock", "extras"),
    [(RUNTIME, [""]), (DEVELOPMENT, ["", "dev"]), (PACKAGE, ["", "package"])],
)
def test_what_is_asked_for_is_locked_at_that_version(lock: str, extras: list[str], python: str) -> None:
    locked = {entry.name: entry.version for entry in locked_for(lock, python)}
    for requirement in (line for extra in extras for line in asked(extra)):
        if requirement.marker and not requirement.marker.evaluate(environment(python)):
            continue
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{lock} lacks {name} for Python {python}: run make lock"
        assert requirement.specifier.contains(locked[name]), f"{lock}: {name} {locked[name]}: run make lock"


def test_direct_dependencies_are_pinned_to_one_version() -> None:
    for requirement in (*asked(), *asked("dev"), *asked("package")):
        operators = [specifier.operator for specifier in requirement.specifier]
        assert operators == ["=="], f"{requirement} is not pinned"


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_is_locked_once_for_a_python(lock: str, python: str) -> None:
    names = [entry.name for entry in locked_for(lock, python)]
    assert len(names) > 20
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_a_hash(lock: str) -> None:
    assert [entry.name for entry in read_lock(lock) if entry.hash_count == 0] == []


@pytest.mark.parametrize("lock", [DEVELOPMENT, PACKAGE])
@pytest.mark.parametrize("python", PYTHONS)
def test_what_is_tested_and_frozen_is_what_ships(lock: str, python: str) -> None:
    versions = {entry.name: entry.version for entry in locked_for(lock, python)}
    for entry in locked_for(RUNTIME, python):
        assert versions[entry.name] == entry.version


def test_wheels_are_built_with_what_is_locked() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert wanted == [str(requirement) for requirement in asked("package") if requirement.name == "hatchling"]


def test_what_runs_here_is_what_is_locked() -> None:
    for entry in locked_for(RUNTIME, THIS_PYTHON):
        assert Version(version(entry.name)) == Version(entry.version), entry.name


def test_lock_files_name_no_place_to_fetch_from() -> None:
    for lock in LOCKS:
        text = (ROOT / "packaging" / lock).read_text("utf-8")
        for trace in ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", " @ "):
            assert trace not in text, f"{lock}: {trace}"


def test_neural_runtime_is_the_last_that_does_not_report_home() -> None:
    # Wheels from 1.29 on carry a reporting client that is switched on by default.
    assert {entry.version for entry in read_lock(DEVELOPMENT) if entry.name == "onnxruntime"} == {"1.28.0"}
    assert version("onnxruntime") == "1.28.0"


@pytest.mark.parametrize("python", PYTHONS)
def test_window_toolkit_fits_the_python(python: str) -> None:
    # 6.12.0 drops a reference to None on every void call, which ends the program below Python 3.12.
    locked = {entry.name: entry.version for entry in locked_for(RUNTIME, python)}
    assert locked["pyside6-essentials"] == locked["shiboken6"] == ("6.11.3" if python == "3.11" else "6.12.0")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be used up from Python 3.12 on")
def test_void_calls_of_the_window_toolkit_keep_none_alive() -> None:
    from PySide6.QtCore import QObject

    some_object = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        some_object.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
