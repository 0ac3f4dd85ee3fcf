"""Every locked component has its licence written down, one that ours allows, and the text of it is there."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

from tests.packaging.lock_file import read_lock
from tests.packaging.project import ROOT

# Licences whose works may be combined with one under GPL-3.0-or-later (SPDX names).
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Beerware",
    "CC0-1.0",
    "GPL-2.0-or-later",
    "GPL-2.0-or-later WITH Bootloader-exception",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "GPL-3.0-or-later WITH GCC-exception-3.1",
    "HPND-sell-variant",
    "ISC",
    "LGPL-2.0-or-later",
    "LGPL-2.1-only",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "MIT",
    "MIT-0",
    "MIT-open-group",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Unicode-3.0",
    "X11",
    "Zlib",
    "bzip2-1.0.6",
    "libpng-2.0",
}
# May stand among others to choose from, but not alone: it cannot be combined with Apache-2.0 or GPL-3.0.
ONLY_AS_A_CHOICE = {"GPL-2.0-only", "AFL-2.1", "FTL"}
COPYLEFT = re.compile(r"\b(L?GPL|MPL)-")

LIST: dict[str, list[dict[str, Any]]] = tomllib.loads((ROOT / "packaging/licences.toml").read_text("utf-8"))
COMPONENTS = {row["name"]: row for row in LIST["component"]}
LOCKED = (*read_lock("requirements-dev.lock"), *read_lock("requirements-package.lock"))
LIBRARIES: list[dict[str, str]] = LIST["library"]


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression of ANDs of ORs, or ORs, without brackets, may be part of this work."""
    for part in expression.split(" AND "):
        choices = part.split(" OR ")
        if not ALLOWED.intersection(choices) or not ALLOWED.union(ONLY_AS_A_CHOICE).issuperset(choices):
            return False
    return True


def place_of(component: str, text: str) -> Path | None:
    """Where a licence text lies; None when the component is not installed for this Python."""
    kind, _, rest = text.partition("/")
    if kind == "project":
        return ROOT / rest
    try:
        installed = distribution(component)
    except PackageNotFoundError:
        return None
    if Version(installed.version) not in map(Version, COMPONENTS[component]["versions"]):
        # What this Python came with; the build has its own.
        return None
    if kind == "packages":
        return Path(str(installed.locate_file(rest)))
    assert kind == "dist-info", f"{component}: text lies in an unknown kind of place: {text}"
    own_folder = [path for path in installed.files or () if ".dist-info" in path.parts[0]]
    found = [path for path in own_folder if path.parts[1:] == Path(rest).parts]
    assert found, f"{component}: its package carries no {rest}"
    return Path(str(installed.locate_file(found[0])))


def test_the_check_itself_refuses() -> None:
    assert is_allowed("MIT")
    assert is_allowed("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only")
    assert not is_allowed("GPL-2.0-only")
    assert not is_allowed("MIT AND Proprietary")
    assert not is_allowed("MIT OR Proprietary")
    assert not is_allowed("")


def test_every_locked_version_has_its_row_and_no_row_is_stale() -> None:
    locked = {(entry.name, entry.version) for entry in LOCKED}
    listed = {(name, version) for name, row in COMPONENTS.items() for version in row["versions"]}
    assert listed == locked


def test_no_component_is_listed_twice() -> None:
    assert len(COMPONENTS) == len(LIST["component"])


def test_scope_is_that_of_the_lock_files() -> None:
    shipped = {entry.name for entry in read_lock("requirements.lock")}
    assert {name for name, row in COMPONENTS.items() if row["scope"] == "runtime"} == shipped
    tested_with = {entry.name for entry in read_lock("requirements-dev.lock")}
    frozen_with = {entry.name for entry in read_lock("requirements-package.lock")} - tested_with
    assert {name for name, row in COMPONENTS.items() if row["scope"] == "package"} == frozen_with
    assert {row["scope"] for row in COMPONENTS.values()} == {"runtime", "development", "package"}


@pytest.mark.parametrize("row", [*LIST["component"], *LIST["inside"]], ids=lambda row: str(row["name"]))
def test_licence_is_known_and_its_text_is_there(row: dict[str, Any]) -> None:
    assert is_allowed(row["licence"]), f"{row['name']}: {row['licence']}"
    assert row["text"], f"{row['name']}: no place of the licence's text"
    for text in row["text"]:
        place = place_of(row.get("component", row["name"]), text)
        assert place is None or place.stat().st_size > 500, f"{row['name']}: {place}"


@pytest.mark.parametrize("row", [*LIST["component"], *LIST["inside"]], ids=lambda row: str(row["name"]))
def test_copyleft_names_its_source(row: dict[str, Any]) -> None:
    if COPYLEFT.search(row["licence"]):
        assert row.get("source"), f"{row['name']}: {row['licence']} obliges us to say where its source is"


@pytest.mark.parametrize("row", LIBRARIES, ids=lambda row: str(row["name"]))
def test_licence_of_a_library_is_known(row: dict[str, str]) -> None:
    assert is_allowed(row["licence"]), f"{row['name']}: {row['licence']}"
    assert len([each for each in LIBRARIES if each["name"] == row["name"]]) == 1


def test_parts_lie_in_components_that_ship() -> None:
    for row in LIST["inside"]:
        assert COMPONENTS[row["component"]]["scope"] == "runtime"


def test_own_licence_is_the_one_that_espeak_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "GPL-3.0-or-later"
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_notice_names_what_is_inside() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    spoken = {"espeakng-loader": "espeak ng", "pyside6-essentials": "pyside6", "shiboken6": "shiboken"}
    spoken |= {"onnxruntime": "onnx runtime", "protobuf": "protocol buffers"}
    for name, row in COMPONENTS.items():
        if row["scope"] == "runtime":
            font = name.removeprefix("fontpkg-").replace("-", " ") if "fontpkg-" in name else name
            word = spoken.get(name, font)
            assert word in notice, f"NOTICE does not name {name}"
