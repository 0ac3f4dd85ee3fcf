"""The shell scripts: what they install and leave alone, what they say, and how they mend what is half done."""

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.packaging.bare_checkout import BOOKWORM, NOBLE, BareCheckout
from tests.packaging.project import ROOT, shell_scripts

NO_NETWORK = "Retrying after connection broken by 'NewConnectionError(...)'\nERROR: No matching distribution found"


@pytest.mark.parametrize("script", shell_scripts(), ids=str)
def test_script_is_well_formed(script: Path) -> None:
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR, f"{script} is not executable"


def test_scripts_have_nothing_that_a_linter_minds() -> None:
    shellcheck = shutil.which("shellcheck", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed here")
    scripts = [str(script) for script in shell_scripts()]
    checked = subprocess.run([shellcheck, "-x", *scripts], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_expected_scripts_are_there() -> None:
    names = {str(script) for script in shell_scripts()}
    assert {"packaging/run.sh", "packaging/test.sh", "packaging/setup.sh", ".ci/run"} <= names
    assert {"packaging/package.sh", "packaging/package-test.sh"} <= names
    assert {"packaging/virtual-screen", "packaging/virtual-loudspeaker", "packaging/bare-machine.sh"} <= names


# -- set-up: system packages ---------------------------------------------------------------------------------


def test_nothing_is_called_when_all_is_there(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path, is_root=False)
    checkout.is_set_up()
    done = checkout.run("setup.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert checkout.calls("apt-get") == []
    assert not any("pip" in call for call in checkout.calls("python"))


def test_only_what_is_missing_is_installed_and_nothing_is_asked(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.is_set_up()
    checkout.has(BOOKWORM - {"libegl1", "libasound2"})
    assert checkout.run("setup.sh").returncode == 0
    update, install = checkout.calls("apt-get")
    assert update.endswith("update")
    assert install.startswith("[noninteractive]")
    assert " -y " in install
    assert install.split("--no-install-recommends ")[1].split() == ["libegl1", "libasound2"]


def test_names_are_those_that_the_system_knows(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.is_set_up()
    checkout.knows(NOBLE)
    checkout.has(NOBLE - {"libglib2.0-0t64", "libasound2t64"})
    assert checkout.run("setup.sh").returncode == 0
    assert checkout.calls("apt-get")[1].split()[-2:] == ["libglib2.0-0t64", "libasound2t64"]


def test_either_name_of_a_library_will_do(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path, is_root=False)
    checkout.is_set_up()
    checkout.has(NOBLE)
    assert checkout.run("setup.sh").returncode == 0


def test_sudo_is_used_where_it_asks_for_nothing(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path, is_root=False)
    checkout.is_set_up()
    checkout.has(BOOKWORM - {"libgl1"})
    checkout.say("sudo-works")
    assert checkout.run("setup.sh").returncode == 0
    assert any("apt-get" in call and call.endswith(" libgl1") for call in checkout.calls("sudo"))


@pytest.mark.parametrize("level", ["run", "tests"])
def test_without_rights_one_line_names_the_command(tmp_path: Path, level: str) -> None:
    checkout = BareCheckout(tmp_path, is_root=False)
    checkout.has(BOOKWORM - {"libxcb-cursor0"})
    done = checkout.run("setup.sh", level)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "sudo apt-get install -y --no-install-recommends libxcb-cursor0" in done.stderr
    assert ("xvfb" in done.stderr) == (level == "tests")
    assert checkout.calls("apt-get") == []


def test_what_only_one_kind_of_desktop_needs_stops_nobody(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path, is_root=False)
    checkout.is_set_up()
    checkout.has(BOOKWORM - {"libwayland-cursor0"})
    assert checkout.run("setup.sh").returncode == 0


def test_python_is_installed_when_there_is_none(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.unsay("python-works")
    done = checkout.run("setup.sh")
    assert done.returncode == 0, done.stderr
    assert checkout.calls("apt-get")[1].split()[-2:] == ["python3", "python3-venv"]


def test_an_old_system_gets_its_newer_python(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.unsay("python-works")
    checkout.say("candidate", "3.10.6-1~22.04")
    checkout.knows(BOOKWORM | {"python3.11-venv"})
    checkout.run("setup.sh")
    assert checkout.calls("apt-get")[1].split()[-2:] == ["python3.11", "python3.11-venv"]


def test_no_network_for_system_packages_is_said(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.has(BOOKWORM - {"libgl1"})
    checkout.say("offline")
    done = checkout.run("setup.sh")
    assert done.returncode == 3
    assert "no network" in done.stderr.splitlines()[-1]
    assert "libgl1" in done.stderr.splitlines()[-1]


def test_wrong_use_is_told() -> None:
    done = subprocess.run(
        ["bash", str(ROOT / "packaging/setup.sh"), "everything"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Usage:" in done.stderr


# -- set-up: the folder .venv --------------------------------------------------------------------------------


def test_packages_are_installed_by_hash_and_never_built(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    done = checkout.run("setup.sh")
    assert done.returncode == 0, done.stderr
    (install,) = [call for call in checkout.calls("python") if " install " in call]
    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
    assert install.endswith("-r packaging/requirements.lock")
    assert checkout.run("setup.sh").stderr == ""


def test_tests_get_the_development_lock(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    assert checkout.run("setup.sh", "tests").returncode == 0
    (install,) = [call for call in checkout.calls("python") if " install " in call]
    assert install.endswith("-r packaging/requirements-dev.lock")
    # What the tests run on is enough to run on.
    assert checkout.run("setup.sh", "run").stderr == ""


def test_a_killed_set_up_is_mended_by_the_next(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.say("pip-dies")
    assert checkout.run("setup.sh").returncode == -9
    leftover = checkout.root / ".venv/half-written"
    leftover.touch()
    checkout.unsay("pip-dies")
    done = checkout.run("setup.sh")
    assert done.returncode == 0
    assert "making it anew" in done.stderr
    assert not leftover.exists()
    assert checkout.run("setup.sh").stderr == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (NO_NETWORK, "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "its hash differs"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "not to be had for this machine"),
    ],
)
def test_a_failed_installation_says_why_and_is_tried_again(tmp_path: Path, words: str, told: str) -> None:
    checkout = BareCheckout(tmp_path)
    checkout.say("pip-says", words)
    done = checkout.run("setup.sh")
    assert done.returncode == 4
    assert told in done.stderr.splitlines()[-1]
    checkout.unsay("pip-says")
    assert checkout.run("setup.sh").returncode == 0


def test_another_lock_is_installed(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    assert checkout.run("setup.sh").returncode == 0
    with (checkout.root / "packaging/requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# later\n")
    done = checkout.run("setup.sh")
    assert "installing the Python packages" in done.stderr
    assert "anew" not in done.stderr


def test_the_command_works_under_any_path_and_through_a_link(tmp_path: Path) -> None:
    checkout = BareCheckout(tmp_path)
    assert checkout.run("setup.sh").returncode == 0
    command = checkout.root / ".venv/bin/kiosk"
    # The real Python in place of the stand-in, and a program to run.
    python = checkout.root / ".venv/bin/python"
    checkout.program(python, f'PYTHONPATH="{checkout.root}" exec "{sys.executable}" -I -S "$@"\n')
    link = tmp_path / "kiosk"
    link.symlink_to(command)
    for way in (command, link):
        checkout.program(python, 'printf "<%s>" "$@"\n')
        said = subprocess.run([str(way), "a b", "*"], capture_output=True, text=True, check=True).stdout
        assert said == f"<{command}><a b><*>"
    compile(command.read_text("utf-8"), "kiosk", "exec")


def test_set_up_that_is_done_costs_nearly_nothing() -> None:
    if not (ROOT / ".venv/.aloud-ready").exists():
        pytest.skip("this checkout was not set up by packaging/setup.sh")
    level = "tests" if "\ntests " in (ROOT / ".venv/.aloud-ready").read_text("utf-8") else "run"
    took: list[float] = []
    for _ in range(3):
        begun = time.monotonic()
        subprocess.run(["bash", str(ROOT / "packaging/setup.sh"), level], check=True)
        took.append(time.monotonic() - begun)
    assert min(took) < 0.3


# -- the two commands ----------------------------------------------------------------------------------------


def checkout_with_kiosk(folder: Path) -> BareCheckout:
    """Return a checkout that is set up and whose kiosk writes down how it was called."""
    checkout = BareCheckout(folder)
    checkout.is_set_up()
    checkout.program(
        checkout.root / ".venv/bin/kiosk", 'printf "<%s>" "$@" >>"$SYSTEM/kiosk"; echo >>"$SYSTEM/kiosk"\n'
    )
    for language in ("en", "ru"):
        article = checkout.root / "content" / language / "how-to-use.md"
        article.parent.mkdir(parents=True)
        article.touch()
    return checkout


def test_with_a_screen_the_window_opens_with_all_that_was_said(tmp_path: Path) -> None:
    checkout = checkout_with_kiosk(tmp_path)
    done = checkout.run("run.sh", "my article.md", "--profile", "public", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert (checkout.system / "kiosk").read_text("utf-8") == "<run><my article.md><--profile><public>\n"


@pytest.mark.parametrize("display", ["", ":987"], ids=["none", "one that is not there"])
def test_without_a_screen_the_same_is_written_to_files(tmp_path: Path, display: str) -> None:
    checkout = checkout_with_kiosk(tmp_path)
    done = checkout.run("run.sh", "--language", "ru", DISPLAY=display)
    assert done.returncode == 0, done.stderr
    out, tour = checkout.root / "out", checkout.root / "content/ru/how-to-use.md"
    assert (checkout.system / "kiosk").read_text("utf-8").splitlines() == [
        f"<snapshot><{tour}><--out><{out}><--language><ru>",
        f"<speak><{tour}><--out><{out}/reading.wav><--marks><{out}/reading.json>",
    ]
    assert "no screen" in done.stdout


def test_what_was_written_is_listed(tmp_path: Path) -> None:
    checkout = checkout_with_kiosk(tmp_path)
    out = tmp_path / "elsewhere"
    out.mkdir()
    (out / "reader.png").touch()
    done = checkout.run("run.sh", ALOUD_OUT=str(out))
    assert str(out / "reader.png") in done.stdout
    assert str(out / "dialog.png") not in done.stdout


def test_help_needs_no_screen(tmp_path: Path) -> None:
    checkout = checkout_with_kiosk(tmp_path)
    checkout.run("run.sh", "--help")
    assert (checkout.system / "kiosk").read_text("utf-8") == "<run><--help>\n"


def test_ci_passes_the_readmes_test_command() -> None:
    assert "exec bash packaging/test.sh" in (ROOT / ".ci/run").read_text("utf-8")


# -- the screen and the loudspeaker --------------------------------------------------------------------------


def test_virtual_screen_has_a_display_a_window_manager_and_two_buses() -> None:
    inside = """xdotool getdisplaygeometry
xdotool search --class openbox >/dev/null 2>&1 || true
dbus-send --session --print-reply=literal --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress | grep -c unix:
exit 7
"""
    done = subprocess.run(
        [str(ROOT / "packaging/virtual-screen"), "bash", "-c", inside],
        env={**os.environ, "ALOUD_SCREEN": "900x700"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["900 700", "1"], done.stderr
    assert done.returncode == 7


def test_virtual_loudspeaker_is_heard(tmp_path: Path) -> None:
    # A loud square wave of half a second, and what a listener records meanwhile. The first sound on a fresh
    # loudspeaker may come late, so the recording goes on until it has gone by.
    wave, recording = tmp_path / "wave", tmp_path / "recording"
    wave.write_bytes((b"\0\x40" * 100 + b"\0\xc0" * 100) * 120)
    inside = """form="--raw --format=s16le --rate=48000 --channels=1"
parec -d kiosk.monitor $form --latency-msec=5 >"$2" &
until [ -s "$2" ]; do sleep 0.05; done
pacat --playback $form --latency-msec=20 "$1"
sleep 1
kill %1
"""
    script = str(ROOT / "packaging/virtual-loudspeaker")
    subprocess.run([script, "bash", "-c", inside, "listen", str(wave), str(recording)], check=True, timeout=60)
    samples = memoryview(recording.read_bytes()[: recording.stat().st_size // 2 * 2]).cast("h")
    loud = sum(1 for sample in samples if abs(sample) > 8000)
    assert loud == pytest.approx(24_000, rel=0.05)
