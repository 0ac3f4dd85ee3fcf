"""The real program for half an hour, with a restless person and many faults: does anything go wrong or grow?

Usage: packaging/virtual-loudspeaker packaging/virtual-screen python tests/soak/soak.py [MINUTES [SEED]]
`make soak` runs it for 30 minutes. It prints a line a minute, and says at the end what was wrong: exit code 1.

What must be so: it is never silent for more than 5 s while it should speak, and never heard while it should not;
nothing is heard from another loudspeaker; memory, threads and open files of the program stay as they were; every
process that ended is buried.
"""

import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program
from tests.e2e.virtual_sound import OTHER, SINK, VirtualSound

LONG_READ = ROOT / "content/en/the-voice-in-the-machine.md"
ENGINES = ("NeuralSynthesizer", "EspeakSynthesizer")
LONGEST_SILENCE_S = 5.0
# A key is obeyed, and what fades has faded, within this time.
GRACE_S = 0.4
# Meanwhile caches fill: pictures of lines, shapes of letters, what was cut into words.
WARM_UP_SHARE = 0.4
LOUD = 250
SOUNDING = ("Preparing", "Speaking")
# The moves, the pauses, the speeds: what a person does all the time.
MOVES = ("Down", "Up", "Right", "Left", "F11", "F12")
KEYS = (*MOVES, "F6", "F7", "space", "space")


class Ear:
    """Hears the loudspeaker all the time, and remembers when there was sound; begins anew when it was gone."""

    def __init__(self) -> None:
        self.last_sound_s = 0.0
        self.is_open = True
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def begin_anew(self) -> None:
        """Listen to the loudspeaker that is there now."""
        if self._process is not None:
            self._process.terminate()

    def close(self) -> None:
        """Hear no more."""
        self.is_open = False
        self.begin_anew()
        self._thread.join(5)

    def _listen(self) -> None:
        command = ["parec", "-d", f"{SINK}.monitor", "--raw", "--format=s16le", "--rate=8000", "--channels=1"]
        while self.is_open:
            self._process = subprocess.Popen(
                [*command, "--latency-msec=20"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            with self._process as process:
                stream = process.stdout
                while stream is not None and (chunk := stream.read(320)):
                    if max(map(abs, array("h", chunk[: len(chunk) // 2 * 2]))) > LOUD:
                        self.last_sound_s = time.monotonic()
            time.sleep(0.05)


class Diary:
    """The program's diary, read on from where it was read last."""

    def __init__(self, path: Path) -> None:
        self._file = path.open(encoding="utf-8")
        self.state = "Stopped"
        self.since_s = time.monotonic()
        """Since when sound has been wanted, or not."""
        self.counts: Counter[str] = Counter()

    def read(self) -> None:
        """Read what is new."""
        while True:
            begin = self._file.tell()
            line = self._file.readline()
            if not line.endswith("\n"):
                self._file.seek(begin)
                return
            self._take(json.loads(line))

    @property
    def is_sounding(self) -> bool:
        """Whether sound is wanted."""
        return self.state in SOUNDING

    def _take(self, entry: dict[str, Any]) -> None:
        if entry["what"] != "state":
            return
        was_sounding, before = self.is_sounding, self.state
        self.state = entry["state"]
        if self.state != before:
            self.counts[self.state] += 1
        if self.is_sounding != was_sounding:
            self.since_s = entry["s"]


@dataclass(frozen=True)
class Sample:
    """What the program takes of the machine at a moment."""

    s: float
    own_mib: float
    children_mib: float
    children: int
    threads: int
    files: int
    zombies: int


def status_of(pid: int) -> dict[str, str]:
    """Return what the kernel says of a process; nothing when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return {}
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += [int(child) for child in (task / "children").read_text("ascii").split()]
        except OSError:
            continue
    return found


def engines_of(pid: int, engine: str) -> list[int]:
    """Return the living processes of an engine."""
    found = []
    for child in children_of(pid):
        try:
            if engine in Path(f"/proc/{child}/cmdline").read_text("utf-8"):
                found.append(child)
        except OSError:
            continue
    return found


def mib(status: dict[str, str]) -> float:
    """Return the memory that is only a process's own, in MiB."""
    return sum(int(status.get(name, "0 kB").split()[0]) for name in ("RssAnon", "RssShmem")) / 1024


def sample_of(pid: int) -> Sample:
    """Look at the program."""
    children = [status_of(child) for child in children_of(pid)]
    own = status_of(pid)
    return Sample(
        time.monotonic(),
        mib(own),
        sum(mib(child) for child in children),
        len(children),
        int(own.get("Threads", "0")),
        len(os.listdir(f"/proc/{pid}/fd")),  # noqa: PTH208  # its length is all that is wanted
        sum(child.get("State", "").startswith("Z") for child in children),
    )


class Soak:
    """The program, the person, the faults, and the look at all of them."""

    def __init__(self, program: Program, keyboard: Keyboard, sound: VirtualSound, seed: int) -> None:
        self._program = program
        self._keyboard = keyboard
        self._sound = sound
        self._chance = random.Random(seed)  # noqa: S311
        self._diary = Diary(program.diary_file)
        self._ear = Ear()
        self._pid = program.process.pid
        self._samples: list[Sample] = []
        self._began_s = time.monotonic()
        self.deeds: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._plug_in_s: float | None = None
        self._wake_s: float | None = None
        self._stopped: int | None = None

    def run(self, minutes: float) -> None:
        """Go on for so many minutes."""
        next_key_s = next_fault_s = next_sample_s = next_line_s = self._began_s
        end_s = self._began_s + minutes * 60
        self._press("space")
        while (now_s := time.monotonic()) < end_s:
            if self._program.process.poll() is not None:
                self._blame(f"the program ended with {self._program.process.returncode}")
                return
            self._diary.read()
            self._listen(now_s)
            self._mend(now_s)
            if now_s >= next_key_s:
                self._act()
                next_key_s = now_s + self._chance.uniform(1, 7)
            if now_s >= next_fault_s:
                self._break(now_s)
                next_fault_s = now_s + self._chance.uniform(12, 40)
            if now_s >= next_sample_s:
                self._samples.append(sample_of(self._pid))
                next_sample_s = now_s + 5
            if now_s >= next_line_s:
                self._print_line(now_s)
                next_line_s = now_s + 60
            time.sleep(0.05)

    def close(self) -> None:
        """Leave everything as it was found."""
        self._mend(float("inf"))
        self._ear.close()

    # -- what must be so --------------------------------------------------------------------------------------

    def _listen(self, now_s: float) -> None:
        since_s, heard_s = self._diary.since_s, self._ear.last_sound_s
        if self._diary.is_sounding and now_s - max(since_s, heard_s) > LONGEST_SILENCE_S:
            self._blame(f"silent for {now_s - max(since_s, heard_s):.1f} s in {self._diary.state}")
            self._ear.last_sound_s = now_s
        if not self._diary.is_sounding and heard_s > since_s + GRACE_S:
            self._blame(f"heard {heard_s - since_s:.2f} s after it fell silent, in {self._diary.state}")
            self._ear.last_sound_s = since_s

    def _blame(self, what: str) -> None:
        self.wrong.append(f"{time.monotonic() - self._began_s:7.1f} s: {what}")
        print("  !", self.wrong[-1], flush=True)

    # -- the person -------------------------------------------------------------------------------------------

    def _press(self, key: str) -> None:
        self.deeds[key] += 1
        self._keyboard.press(key)

    def _act(self) -> None:
        if self._plug_in_s is not None:
            # Whoever presses Space now asks for another loudspeaker.
            self._press(self._chance.choice(MOVES))
            return
        if self._diary.state == "Ended":
            self._press("Home")
        if not self._diary.is_sounding and self._chance.random() < 0.7:
            # Who comes to listen does not leave it silent for long.
            self._press("space")
        else:
            self._press(self._chance.choice(KEYS))

    # -- the faults -------------------------------------------------------------------------------------------

    def _break(self, now_s: float) -> None:
        faults: Sequence[tuple[str, Callable[[float], None]]] = (
            ("engine killed", self._kill),
            ("engine killed, and moved on", self._kill_and_move),
            ("engine stopped", self._stop),
            ("unplugged", self._unplug),
            ("plugged off and on", self._replug),
        )
        name, fault = self._chance.choice(faults)
        self.deeds[name] += 1
        fault(now_s)

    def _kill(self, _: float) -> None:
        for child in engines_of(self._pid, self._chance.choice(ENGINES))[:1]:
            os.kill(child, signal.SIGKILL)

    def _kill_and_move(self, now_s: float) -> None:
        self._kill(now_s)
        self._press("Down")

    def _stop(self, now_s: float) -> None:
        """Let an engine hang; it is woken if nobody has killed it by then."""
        for child in engines_of(self._pid, ENGINES[0])[:1]:
            os.kill(child, signal.SIGSTOP)
            self._stopped, self._wake_s = child, now_s + 15

    def _unplug(self, now_s: float) -> None:
        self._sound.lose()
        self._plug_in_s = now_s + self._chance.uniform(0.5, 6)

    def _replug(self, now_s: float) -> None:
        self._sound.lose()
        self._plug_in(now_s)

    def _mend(self, now_s: float) -> None:
        if self._plug_in_s is not None and now_s >= self._plug_in_s:
            if OTHER in self._sound.sink_of("Aloud"):
                self._blame("it sounds from another loudspeaker, for which nobody asked")
            self._plug_in(now_s)
        if self._wake_s is not None and now_s >= self._wake_s:
            if self._stopped in children_of(self._pid):
                os.kill(self._stopped, signal.SIGCONT)
            self._wake_s = None

    def _plug_in(self, _: float) -> None:
        self._plug_in_s = None
        # With rewinding a virtual loudspeaker that is new sleeps for two seconds first.
        self._sound.load(SINK, "rate=48000", "channels=2", "norewinds=1")
        self._ear.begin_anew()

    # -- what it says -----------------------------------------------------------------------------------------

    def _print_line(self, now_s: float) -> None:
        if not self._samples:
            print("  min  own MiB  engines MiB  engines  threads  files  state", flush=True)
            self._samples.append(sample_of(self._pid))
        last = self._samples[-1]
        memory = f"{last.own_mib:8.1f} {last.children_mib:12.1f} {last.children:8d}"
        minutes = (now_s - self._began_s) / 60
        print(f"{minutes:5.1f} {memory} {last.threads:8d} {last.files:6d}  {self._diary.state}", flush=True)

    def report(self) -> list[str]:
        """Print what happened, and return what was wrong."""
        print("pressed and broken:", ", ".join(f"{name} {count}" for name, count in self.deeds.most_common()))
        print("states:", ", ".join(f"{name} {count}" for name, count in self._diary.counts.most_common()))
        first, last = self._samples[0].s, self._samples[-1].s
        later = [sample for sample in self._samples if sample.s > first + (last - first) * WARM_UP_SHARE]
        if len(later) < 8:
            return self.wrong
        for name, most_growth in (("own_mib", 5.0), ("threads", 3.0), ("files", 6.0)):
            self._look_at_growth(name, [float(getattr(sample, name)) for sample in later], later, most_growth)
        zombies = [sample.zombies for sample in later]
        if any(before and after for before, after in pairwise(zombies)):
            self._blame("a process that ended is not buried")
        most = max(sample.children for sample in later)
        if most > len(ENGINES) + 2:
            self._blame(f"{most} engines at once")
        return self.wrong

    def _look_at_growth(self, name: str, values: list[float], at: list[Sample], most: float) -> None:
        quarter = len(values) // 4
        begin, end = statistics.median(values[:quarter]), statistics.median(values[-quarter:])
        slope = statistics.linear_regression([sample.s / 3600 for sample in at], values).slope
        print(
            f"{name}: median {begin:.1f} in the first quarter, {end:.1f} in the last; slope {slope:+.1f} an hour"
        )
        if end - begin > most:
            self._blame(f"{name} grows from {begin:.1f} to {end:.1f}")


def main() -> int:
    """Soak; return the exit code."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10_000)  # noqa: S311
    print(f"{minutes:g} minutes, seed {seed}")
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    sound, keyboard = VirtualSound(), Keyboard()
    # No campaign: nobody is asked for anything.
    (folder / "content").mkdir()
    article = shutil.copy(LONG_READ, folder / "content")
    words = ["run", str(article), "--content", str(folder / "content"), "--language", "en"]
    try:
        with Program(folder / "state", words) as program:
            time.sleep(4)
            soak = Soak(program, keyboard, sound, seed)
            try:
                soak.run(minutes)
            finally:
                soak.close()
            wrong = soak.report()
    finally:
        sound.close()
        keyboard.close()
        shutil.rmtree(folder, ignore_errors=True)
    print("nothing was wrong" if not wrong else f"{len(wrong)} things were wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
