"""Proves the package and the archive on bare machines. Started by packaging/package-test.sh.

Usage: python -m tests.packaging.carried_trial BASE PACKAGE.deb ARCHIVE.tar.xz OUT
On a read-only system, as an ordinary user, without a network: it is installed, shows, is heard, remembers that
somebody wants to be asked later, is upgraded and removed while it runs, and leaves nothing. The archive runs from
any folder.
"""

import json
import shutil
import subprocess
import sys
import time
from array import array
from collections.abc import Callable
from pathlib import Path

from kiosk.adapters.system_clock import SystemClock
from tests.app.seasoned import seasoned
from tests.packaging.bare_machine import STATE, BareMachine, wait_until

ARTICLE = """+++
id = "short"
title = "A short walk"
language = "en"
+++
We walk to the sea.

It is not far.
"""
CAMPAIGN = """id = "test"
publisher = "The Daily Example"
address = "https://give.example.org/aloud"
minimum = "2"
currency = "USD"
interval = "month"
[message]
en = "Reading aloud is free. Help us keep it so."
"""
LANGUAGES = ("en", "ru", "tr", "ar", "uk")
SCRIPTS = {"en": "how-to-use", "ru": "how-to-use", "ar": "how-to-use"}
STICK = "media/a stick \u00e9"
LOUD = 1500


def press(*keys: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def picture(path: Path) -> None:
    """Write what is on the screen."""
    script = (
        "import sys; from PySide6.QtGui import QGuiApplication as A; a = A([]);"
        "sys.exit(not A.primaryScreen().grabWindow(0).save(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)


def colour_count(path: Path) -> int:
    """Return how many colours a picture has: a window that painted nothing has one or two."""
    script = (
        "import sys; from PySide6.QtGui import QImage as I; i = I(sys.argv[1]);"
        "print(len({i.pixel(x, y) for x in range(0, i.width(), 3) for y in range(0, i.height(), 3)}))"
    )
    return int(subprocess.run([sys.executable, "-c", script, path], capture_output=True, check=True).stdout)


def seconds_of_speech(recording: Path) -> float:
    """Return for how long something was heard, in steps of 50 ms."""
    samples = array("h", recording.read_bytes()[: recording.stat().st_size // 2 * 2])
    step = 2400
    loud = sum(max(map(abs, samples[at : at + step])) > LOUD for at in range(0, len(samples) - step, step))
    return loud * 0.05


class Visit:
    """One run of the program on the machine, seen and heard from outside."""

    def __init__(self, machine: BareMachine, out: Path, name: str, program: str, *words: str, **how: bool) -> None:
        self._recording = out / f"{name}.s16"
        form = ["--raw", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=20"]
        with self._recording.open("wb") as file:
            self._recorder = subprocess.Popen(["parec", "-d", "kiosk.monitor", *form], stdout=file)
        command = (
            program,
            "run",
            "--content",
            f"{STATE}/articles",
            "--language",
            "en",
            "--fitting",
            "never",
            *words,
        )
        self.started_s = time.monotonic()
        self.process = machine.start(*command, is_read_only=how.get("is_read_only", True))
        wait_until(self._is_shown, f"{name}: a window")
        self.shown_after_s = time.monotonic() - self.started_s
        # The voice is loaded a moment after the window is there.
        time.sleep(5)

    def _is_shown(self) -> bool:
        assert self.process.poll() is None, f"it ended: {self.process.communicate()}"
        search = ["xdotool", "search", "--onlyvisible", "--class", "kiosk"]
        return subprocess.run(search, capture_output=True, check=False).stdout != b""

    def end(self) -> float:
        """End it as a system does; return for how long it was heard.

        Raises:
            AssertionError: it complained.
        """
        self.process.terminate()
        said, complained = self.process.communicate(timeout=20)
        assert said == "", said
        assert complained == "", complained
        return self.stop_recording()

    def stop_recording(self) -> float:
        self._recorder.terminate()
        self._recorder.wait()
        return seconds_of_speech(self._recording)


def prepare_content(machine: BareMachine) -> None:
    content = machine.state / "articles"
    content.mkdir()
    (content / "short.md").write_text(ARTICLE, encoding="utf-8")
    (content / "campaign.toml").write_text(CAMPAIGN, encoding="utf-8")
    # Nobody is asked who has hardly used it.
    document = {"schema": 1, "record": seasoned(SystemClock().now())}
    (machine.state / "donation.json").write_text(json.dumps(document), encoding="utf-8")


def history(machine: BareMachine) -> dict[str, object]:
    """Return what is stored about appeals; nothing before the first."""
    if not (machine.state / "donation.json").exists():
        return {}
    record: dict[str, object] = json.loads((machine.state / "donation.json").read_text("utf-8"))["record"]
    return record


def install(machine: BareMachine, package: Path) -> None:
    shutil.copyfile(package, machine.root / "carried.deb")
    machine.as_root("dpkg", "-i", "/carried.deb")
    (machine.root / "carried.deb").unlink()


def newer(package: Path, work: Path) -> Path:
    """Return the same package with a higher version, packed in a hurry."""
    tree = work / "newer"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", package, tree], check=True)
    control = tree / "DEBIAN/control"
    lines = control.read_text("utf-8").splitlines()
    told = [f"{line}.later" if line.startswith("Version: ") else line for line in lines]
    control.write_text("\n".join(told) + "\n", encoding="utf-8")
    made = work / "newer.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", tree, made], check=True)
    shutil.rmtree(tree)
    return made


def snoozed_and_remembered(machine: BareMachine, out: Path) -> None:
    first = Visit(machine, out, "first", "kiosk")
    print(f"  a window {first.shown_after_s:.1f} s after the start")
    picture(out / "catalog.png")
    press("Return")
    time.sleep(1)
    press("space")
    time.sleep(2.5)
    picture(out / "reading.png")
    wait_until(lambda: history(machine).get("answer") == "later", "the appeal")
    time.sleep(1.5)
    picture(out / "appeal.png")
    press("Return")
    time.sleep(1)
    heard_s = first.end()
    assert heard_s > 2, f"heard for {heard_s} s only"
    assert history(machine)["answer"] == "later"
    for name in ("catalog", "reading", "appeal"):
        assert colour_count(out / f"{name}.png") > 20, f"{name}.png shows nothing"
    second = Visit(machine, out, "second", "kiosk")
    press("Return")
    time.sleep(1)
    press("space")
    time.sleep(9)
    picture(out / "not-asked-again.png")
    heard_again_s = second.end()
    assert heard_again_s > 2, f"heard for {heard_again_s} s only the second time"
    shown = history(machine)["shown_at"]
    assert isinstance(shown, list)
    assert len(shown) == 1, "somebody who wanted to be asked later was asked again"
    print(f"  heard for {heard_s:.1f} s and {heard_again_s:.1f} s; asked once")


def letters_not_boxes(machine: BareMachine, out: Path) -> None:
    """A picture of each script differs from the same picture without the type faces, which shows boxes."""
    hide = 'for each in "$0"/opt/aloud-kiosk/_internal/fontpkg_*; do mount -t tmpfs none "$each"; done; exec "$@"'
    for language in ("en", "ru", "ar"):
        article = f"/opt/aloud-kiosk/_internal/kiosk/_content/{language}/how-to-use.md"
        for name in ("letters", "boxes"):
            words = ["kiosk", "snapshot", article, "--language", language, "--out", f"{STATE}/{name}"]
            if name == "letters":
                code, said = machine.run(*words)
                assert code == 0, said
            else:
                inside = ["chroot", str(machine.root), "/usr/bin/env", "-i", "PATH=/usr/bin", *words]
                hidden = ["unshare", "--mount", "bash", "-c", hide, str(machine.root), *inside]
                subprocess.run(hidden, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            shutil.copyfile(machine.state / name / "reader.png", out / f"{name}-{language}.png")
        good, bad = ((out / f"{name}-{language}.png").read_bytes() for name in ("letters", "boxes"))
        assert good != bad, f"{language}: the type faces make no difference"


def upgraded_while_it_runs(machine: BareMachine, out: Path, package: Path) -> None:
    before = history(machine)
    visit = Visit(machine, out, "before-upgrade", "kiosk", is_read_only=False)
    assert machine.processes()
    install(machine, newer(package, machine.root.parent))
    wait_until(lambda: visit.process.poll() is not None, "the old program to end", 10)
    visit.stop_recording()
    assert machine.processes() == []
    assert machine.as_root("dpkg-query", "-W", "-f", "${Version}", "aloud-kiosk").endswith(".later")
    assert history(machine) == before
    Visit(machine, out, "after-upgrade", "kiosk").end()


def removed_while_it_runs(machine: BareMachine, out: Path, before: set[str]) -> None:
    visit = Visit(machine, out, "before-removal", "kiosk", is_read_only=False)
    machine.as_root("dpkg", "-r", "aloud-kiosk")
    wait_until(lambda: visit.process.poll() is not None, "the program to end", 10)
    visit.stop_recording()
    assert machine.processes() == []
    assert not (machine.root / "opt/aloud-kiosk").exists()
    machine.as_root("dpkg", "-P", "aloud-kiosk")
    assert machine.files() == before, machine.files() ^ before


def public_profile(machine: BareMachine, package: Path, before: set[str]) -> None:
    answer = "aloud-kiosk aloud-kiosk/profile select public"
    machine.as_root("sh", "-c", f'echo "{answer}" | debconf-set-selections')
    install(machine, package)
    assert "aloud-kiosk" in machine.as_root("getent", "passwd", "aloud-kiosk")
    machine.as_root("dpkg", "-P", "aloud-kiosk")
    users = (machine.root / "etc/passwd").read_text("utf-8")
    assert "aloud-kiosk" not in users
    left = {path for path in machine.files() ^ before if not path.endswith(("passwd-", "group-", "shadow-"))}
    # Folders of other packages, which a machine with a kernel has: they are not ours to take away.
    assert left <= {"etc/sysctl.d", "etc/udev", "etc/udev/rules.d"}, left


def portable(machine: BareMachine, out: Path, archive: Path) -> None:
    stick = machine.root / STICK
    stick.mkdir(parents=True)
    subprocess.run(["tar", "-xJf", archive, "-C", stick], check=True)
    (folder,) = stick.iterdir()
    program = f"/{STICK}/{folder.name}/kiosk"
    code, said = machine.run(program, "doctor", settings={"LC_ALL": "C"})
    print(said, end="")
    assert code == 0, said
    visit = Visit(machine, out, "portable", program, "--profile", "public")
    picture(out / "public.png")
    press("Return")
    time.sleep(1)
    press("space")
    time.sleep(6)
    heard_s = visit.end()
    assert heard_s > 2, f"the archive was heard for {heard_s} s only"
    # A copy that broke off.
    model = folder / "_internal/hibari/assets/hibari.onnx"
    model.write_bytes(model.read_bytes()[:1000])
    code, said = machine.run(program, "doctor")
    assert code == 1, said
    assert "MISSING program  1 files are missing or damaged: _internal/hibari/assets/hibari.onnx" in said, said
    shutil.rmtree(stick.parent / stick.name)
    print(f"  heard for {heard_s:.1f} s from a folder with a space in its name")


def main(base: Path, package: Path, archive: Path, out: Path) -> None:
    """Prove it all; the first thing that is not so ends it."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)

    def proved(what: str, prove: Callable[[], None]) -> None:
        begun_s = time.monotonic()
        prove()
        print(f"proved: {what} ({time.monotonic() - begun_s:.1f} s)", flush=True)

    with BareMachine(base, base.with_name("trial")) as machine:
        before = machine.files()
        prepare_content(machine)
        proved("installs without a network", lambda: install(machine, package))
        code, said = machine.run("kiosk", "doctor")
        print(said, end="")
        assert code == 0
        proved("shows, speaks, remembers", lambda: snoozed_and_remembered(machine, out))
        proved("letters, not boxes", lambda: letters_not_boxes(machine, out))
        proved("upgrade while it runs", lambda: upgraded_while_it_runs(machine, out, package))
        proved("removal while it runs, purge", lambda: removed_while_it_runs(machine, out, before))
        proved("public profile, purge", lambda: public_profile(machine, package, before))
        proved("portable archive", lambda: portable(machine, out, archive))


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:5]))
