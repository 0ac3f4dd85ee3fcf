"""What is carried to machines without a network: whole, lawful, small, and the same each time it is made."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from bundle import archives, components, papers, sizes, sweep
from bundle.components import Component, Owners
from bundle.debian_package import debian_version
from bundle.freezing import BrokenBuildError, broken_lines

from kiosk.app.uptime import ExitCode
from kiosk.core.watchdog import question_ms
from tests.packaging.project import ROOT

RECORDS: dict[str, list[dict[str, object]]] = {
    "component": [
        {"name": "speaker", "versions": ["1.0"], "licence": "MIT", "text": ["dist-info/LICENSE"]},
        {"name": "engine", "versions": ["2.0"], "licence": "GPL-3.0-or-later", "text": ["project/LICENSE"]},
    ],
    "inside": [{"name": "model", "component": "speaker", "licence": "Apache-2.0"}],
    "library": [{"name": "sound", "licence": "LGPL-2.1-or-later"}],
}
STATUS = """Package: libsound2
Status: install ok installed
Source: sound (2.3-1)
Version: 2.3-1+b2

Package: libother1
Status: install ok installed
Version: 1.0-1
"""


# -- the build's log -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "26647 WARNING: Library not found: could not resolve 'libXrandr.so.2', dependency of 'libffmpeg.so'.",
        "1200 WARNING: QtLibraryInfo(PySide6): failed to obtain Qt library info",
        "900 ERROR: Hidden import 'hibari' not found",
        '900 WARNING: Hidden import "secrets" not found!',
        "Traceback (most recent call last):",
    ],
)
def test_a_log_that_tells_of_something_missing_fails_the_build(line: str) -> None:
    assert broken_lines(f"10 INFO: PyInstaller\n{line}\n20 INFO: Build complete!") == [line]


def test_what_belongs_to_a_plug_in_that_is_left_out_does_not() -> None:
    log = "WARNING: Library not found: could not resolve 'libgtk-3.so.0', dependency of '.../libqgtk3.so'.\n"
    assert broken_lines(log + "600 INFO: checking Analysis") == []


# -- whose each file is --------------------------------------------------------------------------------------


def machine(folder: Path) -> Owners:
    """Return a machine with two Python packages, two of Debian, and the project."""
    site, dpkg = folder / "site", folder / "dpkg"
    for name, version, extra in (("speaker", "1.0", "LICENSE"), ("engine", "2.0", "")):
        info = site / f"{name}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
        (site / name).mkdir()
        (site / name / "core.py").touch()
        rows = [f"{name}/core.py,,", f"{info.name}/METADATA,,"]
        if extra:
            (info / extra).write_text("licence " * 50, "utf-8")
            rows.append(f"{info.name}/{extra},,")
        (info / "RECORD").write_text("\n".join(rows) + "\n", "utf-8")
    (dpkg / "info").mkdir(parents=True)
    (dpkg / "info/libsound2:amd64.list").write_text(
        "/.\n/lib/x86/libsound.so.2.0\n/usr/lib/x86/libsound.so.2\n", "utf-8"
    )
    (dpkg / "info/libother1.list").write_text("/usr/lib/x86/libother.so.1\n", "utf-8")
    (dpkg / "status").write_text(STATUS, "utf-8")
    project = folder / "project"
    project.mkdir()
    return Owners(project, site, dpkg)


def test_every_file_leads_to_its_component(tmp_path: Path) -> None:
    owners = machine(tmp_path)
    origins = {
        "kiosk.cli": tmp_path / "project/kiosk/cli.py",
        "speaker.core": tmp_path / "site/speaker/core.py",
        "libsound.so.2": Path("/usr/lib/x86/libsound.so.2.0"),
    }
    stock = components.take_stock(origins, owners, RECORDS, "9.9")
    told = [(each.kind, each.name, each.version, each.licence) for each in stock]
    assert told == [
        ("debian", "libsound2", "2.3-1+b2", "LGPL-2.1-or-later"),
        ("inside", "model", "", "Apache-2.0"),
        ("project", "aloud-kiosk", "9.9", "GPL-3.0-or-later"),
        ("python", "speaker", "1.0", "MIT"),
    ]
    assert stock[0].source == "Debian source package sound, version 2.3-1"
    assert stock[3].texts == [tmp_path / "site/speaker-1.0.dist-info/LICENSE"]


@pytest.mark.parametrize(
    ("place", "source", "told"),
    [
        ("libother.so.1", "/usr/lib/x86/libother.so.1", "no licence is written down for 'libother1'"),
        ("stray.so", "/usr/local/lib/stray.so", "belongs to nothing"),
    ],
)
def test_what_has_no_recorded_licence_ends_the_build(tmp_path: Path, place: str, source: str, told: str) -> None:
    owners = machine(tmp_path)
    with pytest.raises(BrokenBuildError) as refused:
        components.take_stock({place: Path(source)}, owners, RECORDS, "9.9")
    assert told in str(refused.value)


def test_another_version_than_the_recorded_one_ends_the_build(tmp_path: Path) -> None:
    owners = machine(tmp_path)
    records = {**RECORDS, "component": [{**RECORDS["component"][0], "versions": ["1.1"]}]}
    with pytest.raises(BrokenBuildError, match=r"speaker 1\.0"):
        components.take_stock({"speaker": tmp_path / "site/speaker/core.py"}, owners, records, "9.9")


def test_owners_know_what_is_installed_here() -> None:
    # The real thing: a file of a package of this environment.
    speaker = importlib.metadata.distribution("hibari-tts")
    site = Path(str(speaker.locate_file("")))
    owners = Owners(ROOT / "kiosk", site, Path("/nowhere"))
    assert owners.owner(site / "hibari/__init__.py") == ("python", "hibari-tts")
    assert owners.owner(ROOT / "kiosk/cli.py") == ("project", "aloud-kiosk")
    assert owners.owner(Path("/etc/hostname")) is None


# -- papers --------------------------------------------------------------------------------------------------


def stock(folder: Path) -> list[Component]:
    text = folder / "LICENSE"
    text.write_text("licence " * 50, "utf-8")
    return [
        Component("model", "", "inside", "Apache-2.0", [], part_of="speaker"),
        Component("aloud-kiosk", "9.9", "project", "GPL-3.0-or-later", [text]),
        Component("speaker", "1.0", "python", "MPL-2.0", [text], "in the package itself", places=["speaker/a.so"]),
    ]


def test_texts_and_sources_lie_beside_the_program(tmp_path: Path) -> None:
    papers.write_licences(stock(tmp_path), tmp_path / "program", "9.9")
    assert (tmp_path / "program/licences/speaker-LICENSE.txt").is_file()
    overview = (tmp_path / "program/licences/OVERVIEW.txt").read_text("utf-8")
    assert "speaker 1.0\n    MPL-2.0" in overview
    assert "in speaker" in overview
    sources = (tmp_path / "program/SOURCES.txt").read_text("utf-8")
    assert "speaker 1.0\n    in the package itself" in sources
    assert "aloud-kiosk-9.9-source.tar.xz" in sources
    assert "@" not in sources


@pytest.mark.parametrize("missing", ["text", "source"])
def test_a_missing_text_or_source_ends_the_build(tmp_path: Path, missing: str) -> None:
    made = stock(tmp_path)
    if missing == "text":
        made[2].texts = [tmp_path / "nothing"]
    else:
        made[2].source = ""
    with pytest.raises(BrokenBuildError, match="speaker"):
        papers.write_licences(made, tmp_path / "program", "9.9")


def test_bill_of_materials_names_all_and_is_the_same_each_time(tmp_path: Path) -> None:
    bill = papers.bill_of_materials(stock(tmp_path), "9.9", 1_700_000_000)
    assert bill == papers.bill_of_materials(stock(tmp_path), "9.9", 1_700_000_000)
    document = json.loads(bill)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert document["metadata"]["component"]["name"] == "aloud-kiosk"
    listed = {entry["name"]: entry for entry in document["components"]}
    assert set(listed) == {"model", "speaker"}
    assert listed["speaker"]["purl"] == "pkg:pypi/speaker@1.0"
    assert listed["speaker"]["licenses"] == [{"expression": "MPL-2.0"}]
    references = {entry["bom-ref"] for entry in document["components"]}
    for row in document["dependencies"]:
        assert set(row["dependsOn"]) <= references


# -- the same each time, small enough, nothing from outside ---------------------------------------------------


@pytest.mark.parametrize("level", [-1, 1])
def test_an_archive_does_not_tell_when_and_by_whom_it_was_made(tmp_path: Path, level: int) -> None:
    made = []
    for name, moment in (("one", 1_000_000_000), ("two", 1_500_000_000)):
        folder = tmp_path / name
        for file in ("b/ё", "a", "b/a") if name == "one" else ("a", "b/a", "b/ё"):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(file, "utf-8")
            os.utime(folder / file, (moment, moment))
        (folder / "a").chmod(0o777 if name == "one" else 0o600)
        archives.set_modes(folder, [folder / "a"])
        archive = tmp_path / f"{name}.tar"
        archives.write_tar(archive, folder, "top", 1_700_000_000, level)
        made.append(archive)
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as tar:
        assert tar.getnames() == ["top", "top/a", "top/b", "top/b/a", "top/b/ё"]
        assert {(entry.uid, entry.mtime) for entry in tar} == {(0, 1_700_000_000)}
        assert tar.getmember("top/a").mode == 0o755


def test_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a b").write_text("x", "utf-8")
    archives.write_checksums(tmp_path, tmp_path / "SHA256SUMS")
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True
    )


def test_what_is_too_big_is_told(tmp_path: Path) -> None:
    (tmp_path / "kiosk").write_bytes(b"x" * 5000)
    table, too_big = sizes.report(tmp_path, [])
    assert too_big == []
    assert "installed, at most 260" in table
    big = tmp_path / "big.deb"
    with big.open("wb") as file:
        file.truncate((sizes.MOST_CARRIED_MB + 1) * 10**6)
    with (tmp_path / "kiosk").open("wb") as file:
        file.truncate((sizes.MOST_INSTALLED_MIB + 1) * 2**20)
    assert len(sizes.report(tmp_path, [big])[1]) == 2


def test_needs_are_read_from_objdump() -> None:
    told = """Dynamic Section:
  NEEDED               libfoo.so.3
  NEEDED               libc.so.6
Version References:
  required from libc.so.6:
    0x06969196 0x00 03 GLIBC_2.38
    0x0d696914 0x00 02 GLIBC_2.4
"""
    assert sweep.read_needs(told) == (["libfoo.so.3", "libc.so.6"], [(2, 38), (2, 4)])


@pytest.mark.skipif(shutil.which("objdump") is None, reason="no binutils")
def test_a_library_from_outside_is_found(tmp_path: Path) -> None:
    speech = Path(str(importlib.metadata.distribution("PySide6-Essentials").locate_file("PySide6")))
    shutil.copyfile(speech / "QtSvg.abi3.so", tmp_path / "QtSvg.abi3.so")
    found, newest, count = sweep.problems(tmp_path)
    assert count == 1
    assert newest >= (2, 2)
    assert any("libQt6Svg.so.6, which is not inside" in line for line in found)


def test_versions_before_a_release_sort_before_it() -> None:
    assert debian_version("0.1.0.dev265+g1234abcd") == "0.1.0~dev265+g1234abcd"
    assert debian_version("0.1.0") == "0.1.0"


# -- what surrounds the program ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("desktop-file-validate", ["packaging/desktop/aloud-kiosk.desktop"]),
        (
            "xmllint",
            ["--noout", "packaging/desktop/aloud-kiosk.metainfo.xml", "packaging/desktop/aloud-kiosk.svg"],
        ),
    ],
)
def test_desktop_files_are_well_formed(program: str, arguments: list[str]) -> None:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed here")
    done = subprocess.run([found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_public_unit_lets_engines_give_up_their_right_to_dump_memory() -> None:
    # setrlimit is of @resources: refused, it would end each engine at its start.
    unit = (ROOT / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
    refused = re.findall(r"^SystemCallFilter=~(.*)$", unit, re.MULTILINE)
    assert refused == ["@privileged"]


def test_the_public_unit_waits_for_signs_of_life() -> None:
    unit = (ROOT / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
    told = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line and not line.startswith("#"))
    # The program is a child of cage: the main process says nothing.
    assert (told["Type"], told["NotifyAccess"]) == ("notify", "all")
    assert question_ms(int(told["WatchdogSec"]) * 1_000_000) * 2 < int(told["WatchdogSec"]) * 1000
    # However often it ends, and however, it is started again.
    assert (told["Restart"], told["StartLimitIntervalSec"]) == ("always", "0")
    assert told["RestartForceExitStatus"] == f"{ExitCode.ANEW.value} {ExitCode.BROKEN.value}"
    # Where runs are written down must outlive them, and nothing else.
    assert told["RuntimeDirectoryPreserve"] == "restart"


def test_the_journal_of_the_public_kiosk_is_short() -> None:
    unit = (ROOT / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
    assert "\nLogNamespace=aloud-kiosk\n" in unit
    journal = (ROOT / "packaging/systemd/journald-aloud-kiosk.conf").read_text("utf-8")
    assert {"SystemMaxUse=10M", "RuntimeMaxUse=10M", "MaxRetentionSec=7day"} <= set(journal.splitlines())


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("systemd-analyze is not installed here")
    text = (ROOT / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
    # Neither cage nor the manual page is installed where this is tested.
    text = text.replace("/usr/bin/cage", "/bin/true").replace("Documentation=man:kiosk(1)\n", "")
    unit = tmp_path / "aloud-kiosk.service"
    unit.write_text(text, "utf-8")
    done = subprocess.run([found, "verify", str(unit)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_public_unit_may_do_next_to_nothing() -> None:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("systemd-analyze is not installed here")
    unit = ROOT / "packaging/systemd/aloud-kiosk.service"
    done = subprocess.run(
        [found, "security", "--offline=true", "--threshold=20", "--no-pager", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr
