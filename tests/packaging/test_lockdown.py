"""The recipes that lock a machine: well formed, known to the system, put into place and taken away again."""

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bundle import debian_package

from tests.packaging.project import ROOT

LOCKDOWN = ROOT / "packaging/lockdown"
LOCK = LOCKDOWN / "lock-machine"
PLACES = {
    "logind.conf": "etc/systemd/logind.conf.d/95-aloud-kiosk.conf",
    "system.conf": "etc/systemd/system.conf.d/95-aloud-kiosk.conf",
    "sysctl.conf": "etc/sysctl.d/95-aloud-kiosk.conf",
    "udev.rules": "etc/udev/rules.d/95-aloud-kiosk.rules",
}
MASKED = ("ctrl-alt-del.target", "getty@.service", "autovt@.service", "debug-shell.service")
# Who reads a file knows its keys by these names.
READERS = {
    "logind.conf": ("Login", Path("/lib/systemd/systemd-logind")),
    "system.conf": ("Manager", Path("/lib/systemd/systemd")),
}


def lock(act: str, root: Path) -> None:
    subprocess.run(["sh", str(LOCK), act, str(root)], check=True)


def everything(root: Path) -> dict[str, str]:
    """Return what a system in a folder has: contents of files, targets of links."""
    return {
        str(path.relative_to(root)): str(path.readlink()) if path.is_symlink() else path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


@pytest.fixture
def system(tmp_path: Path) -> Path:
    """A system in a folder, with settings of its own."""
    root = tmp_path / "system"
    for folder in ("etc/sysctl.d", "etc/udev/rules.d", "etc/systemd/system", "etc/aloud-kiosk"):
        (root / folder).mkdir(parents=True)
    (root / "etc/sysctl.d/99-own.conf").write_text("vm.swappiness = 10\n", encoding="utf-8")
    (root / "etc/aloud-kiosk/aloud-kiosk.conf").write_text("KIOSK_ARGUMENTS=\n", encoding="utf-8")
    return root


# -- on and off ---------------------------------------------------------------------------------------------------


def test_a_locked_machine_has_all_of_it(system: Path) -> None:
    lock("on", system)
    for name, place in PLACES.items():
        assert (system / place).read_text("utf-8") == (LOCKDOWN / name).read_text("utf-8")
        assert (system / place).stat().st_mode & 0o777 == 0o644
    for unit in MASKED:
        assert (system / "etc/systemd/system" / unit).readlink() == Path("/dev/null")


@pytest.mark.parametrize("times", [1, 3])
def test_what_was_locked_is_unlocked_whole(system: Path, times: int) -> None:
    before = everything(system)
    for _ in range(times):
        lock("on", system)
    assert everything(system) != before
    lock("off", system)
    assert everything(system) == before
    lock("off", system)
    assert everything(system) == before


def test_what_somebody_else_has_closed_stays_closed_and_what_they_have_put_there_stays(system: Path) -> None:
    own = system / "etc/systemd/system"
    (own / "ctrl-alt-del.target").symlink_to("/dev/null")
    (own / "debug-shell.service").write_text("[Service]\n", encoding="utf-8")
    lock("on", system)
    lock("off", system)
    assert (own / "ctrl-alt-del.target").readlink() == Path("/dev/null")
    assert (own / "debug-shell.service").read_text("utf-8") == "[Service]\n"
    lock("on", system)
    (own / "getty@.service").unlink()
    (own / "getty@.service").write_text("[Unit]\n", encoding="utf-8")
    lock("off", system)
    assert (own / "getty@.service").exists()


def test_half_a_lock_is_undone_too(system: Path) -> None:
    before = everything(system)
    lock("on", system)
    for place in list(PLACES.values())[2:]:
        (system / place).unlink()
    lock("off", system)
    assert everything(system) == before


def test_wrong_use_is_told() -> None:
    done = subprocess.run(["sh", str(LOCK), "maybe"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Usage:" in done.stderr


# -- what the package does ----------------------------------------------------------------------------------------


def test_the_package_has_the_recipes_and_its_scripts_use_them(tmp_path: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    debian_package._surround(tmp_path, ROOT / "packaging", "1.0", 0)
    carried = tmp_path / "opt/aloud-kiosk/lockdown"
    assert {path.name for path in carried.iterdir()} == {path.name for path in LOCKDOWN.iterdir()}
    # Nothing lies where a system would find it by itself: at home nothing is locked.
    for place in ("etc/systemd", "etc/udev", "etc/sysctl.d", "lib/udev", "usr/lib"):
        assert not (tmp_path / place).exists()
    scripts = {name: (ROOT / "packaging/debian" / name).read_text("utf-8") for name in ("postinst", "prerm")}
    public, home = re.split(r"^  else$", scripts["postinst"].split("= public ]; then")[1], flags=re.MULTILINE)
    assert '"$lock" on' in public
    assert '"$lock" off' not in public
    assert '"$lock" off' in home
    assert re.search(r'"\$1" = remove \]; then\n.*\n *\S*/lock-machine off', scripts["prerm"])


# -- what the system's own tools say ------------------------------------------------------------------------------


def test_the_unit_is_one_that_systemd_understands(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze here")
    root = tmp_path / "root"
    units = root / "usr/lib/systemd/system"
    units.mkdir(parents=True)
    shutil.copy(ROOT / "packaging/systemd/aloud-kiosk.service", units)
    for program in ("cage", "kiosk"):
        path = root / "usr/bin" / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o755)
    targets = ("sysinit.target", "basic.target", "shutdown.target", "graphical.target", "network.target")
    for unit in targets:
        (units / unit).write_text("[Unit]\nDescription=made up\n", encoding="utf-8")
    command = [analyze, "verify", f"--root={root}", "--man=no", "aloud-kiosk.service"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # A journal of its own comes with units that are systemd's.
    told = [line for line in done.stderr.splitlines() if "aloud-kiosk" in line and "systemd-journald" not in line]
    assert told == []


def test_cage_may_not_leave_for_a_text_console() -> None:
    unit = (ROOT / "packaging/systemd/aloud-kiosk.service").read_text("utf-8")
    (start,) = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    options = start.split(" -- ")[0].split()[1:]
    assert options == ["-d"]


@pytest.mark.parametrize("name", READERS)
def test_settings_are_ones_that_their_reader_knows(name: str) -> None:
    section, reader = READERS[name]
    settings = configparser.ConfigParser(interpolation=None, strict=True)
    settings.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    settings.read(LOCKDOWN / name)
    assert settings.sections() == [section]
    if not reader.exists():
        pytest.skip(f"no {reader} here")
    shared = [path for path in Path("/lib").rglob("libsystemd-*.so") if path.is_file()]
    code = b"".join(path.read_bytes() for path in (reader, *shared))
    unknown = [
        key for key in settings[section] if f"{section}.{key}".encode() not in code and key.encode() not in code
    ]
    assert unknown == []


def test_settings_of_the_kernel_are_ones_that_it_has() -> None:
    lines = (LOCKDOWN / "sysctl.conf").read_text("utf-8").splitlines()
    settings = [line.split(" = ") for line in lines if line and not line.startswith("#")]
    assert ["kernel.sysrq", "0"] in settings
    if not Path("/proc/sys/kernel/sysrq").exists():
        pytest.skip("the kernel's settings are not shown here")
    for name, _value in settings:
        assert Path("/proc/sys", *name.split(".")).exists(), name


def test_rules_for_devices_are_well_formed() -> None:
    rules = (LOCKDOWN / "udev.rules").read_text("utf-8").splitlines()
    part = re.compile(r'[A-Z]+(?:\{[\w.]+\})?(?:==|!=|=|\+=)"[^"]*"')
    for line in rules:
        rule = line.removeprefix("#")
        if rule and not rule.startswith(" "):
            assert all(part.fullmatch(each) for each in rule.split(", ")), rule
    udevadm = shutil.which("udevadm")
    if (
        udevadm
        and "verify" in subprocess.run([udevadm, "--help"], capture_output=True, text=True, check=False).stdout
    ):
        subprocess.run([udevadm, "verify", str(LOCKDOWN / "udev.rules")], check=True)


def test_settings_of_the_boot_loader_are_those_of_a_shell() -> None:
    read = f'. "{LOCKDOWN / "grub.cfg"}"; printf %s "$GRUB_TIMEOUT $GRUB_DISABLE_RECOVERY"'
    assert subprocess.run(["sh", "-euc", read], capture_output=True, text=True, check=True).stdout == "0 true"


# -- other systems ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["windows/shell-launcher.xml", "macos/org.aloud.kiosk.plist"])
def test_descriptions_for_other_systems_are_well_formed_and_say_that_they_were_not_run(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    ElementTree.fromstring(text.encode())  # noqa: S314  # our own file
    assert "NOT RUN SO FAR" in text
    assert "public" in text


def test_scripts_for_other_systems_say_that_they_were_not_run() -> None:
    script = (ROOT / "packaging/windows/lock-machine.ps1").read_text("utf-8")
    assert "NOT RUN SO FAR" in script
    assert [script.count(each) for each in "{(["] == [script.count(each) for each in "})]"]
    powershell = shutil.which("pwsh")
    if powershell:
        path = ROOT / "packaging/windows/lock-machine.ps1"
        parse = f"[void][scriptblock]::Create((Get-Content -Raw '{path}'))"
        subprocess.run([powershell, "-NoProfile", "-Command", parse], check=True)


def test_the_options_of_a_mac_are_a_combination_that_it_takes() -> None:
    path = ROOT / "packaging/macos/locked.py"
    spec = importlib.util.spec_from_file_location("locked", path)
    assert spec is not None
    assert spec.loader is not None
    locked = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(locked)
    assert locked.OPTIONS & locked.HIDE_DOCK, "without it the system refuses the others"
    assert locked.OPTIONS.bit_count() == 7
    assert "NOT RUN SO FAR" in (locked.__doc__ or "")
