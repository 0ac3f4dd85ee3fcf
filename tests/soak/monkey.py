"""The public kiosk for half an hour under somebody who knows nothing and presses everything: does it stay up?

Usage: packaging/virtual-loudspeaker packaging/virtual-screen python tests/soak/monkey.py [MINUTES [SEED]]
`make monkey` runs it for 30 minutes. It prints a line a minute, and says at the end what was wrong: exit code 1.

Random keys and touches; the loudspeaker is pulled out and put in; the clock jumps by up to ten years. What must be
so: the program runs on and tells its service so; it has one window; a key has an effect, whatever was pressed
before; memory, threads and files stay within two hundredths, once caches are warm.
"""

import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.virtual_sound import SINK, VirtualSound
from tests.soak.soak import WARM_UP_SHARE, Sample, sample_of

WIDTH, HEIGHT = 1280, 800
WALKING = ("Up", "Down", "Left", "Right", "Return", "Tab", "Escape", "space")
OTHERS = (
    *(f"F{number}" for number in range(1, 13)),
    *("Home", "End", "Prior", "Next", "Insert", "Delete", "BackSpace", "Menu", "Scroll_Lock", "plus", "minus"),
    *(f"KP_{number}" for number in range(10)),
    *"abcxyz0189",
    *("comma", "period", "XF86AudioPlay", "XF86AudioNext", "XF86AudioStop", "Print", "Pause"),
)
# Whatever is in front, one of these does something.
PROBES = ("Down", "Tab", "Right", "space", "Escape", "Up", "Return")
PATIENCE_MS = 9000
TEN_YEARS_S = 315_000_000
EFFECTS = ("focus", "prompt", "opened", "message", "appeal")
# Caches of shapes, lines and prompts fill for a quarter of an hour; a shorter run cannot tell that from a leak.
LEAST_MINUTES, GROWTH, SHORT_GROWTH_MIB = 20.0, 0.02, 8.0


class Feeding:
    """The service that waits for signs of life."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.setblocking(False)
        self.last_s = time.monotonic()
        self.count = 0

    def read(self) -> None:
        """Take what has been said."""
        while True:
            try:
                line = self._socket.recv(4096).decode()
            except BlockingIOError:
                return
            if line == "WATCHDOG=1":
                self.count += 1
                self.last_s = time.monotonic()

    def close(self) -> None:
        """Wait no more."""
        self._socket.close()


class Monkey:
    """Whoever presses everything, and the look at what comes of it."""

    def __init__(self, program: Program, folder: Path, sound: VirtualSound, feeding: Feeding, seed: int) -> None:
        self._program = program
        self._folder = folder
        self._sound = sound
        self._feeding = feeding
        self._keyboard = Keyboard()
        self._chance = random.Random(seed)  # noqa: S311
        self._seen = 0
        self._began_s = time.monotonic()
        self._plug_in_s: float | None = None
        self.samples: list[Sample] = []
        self.deeds: Counter[str] = Counter()
        self.wrong: list[str] = []

    def run(self, minutes: float) -> None:
        """Go on for so many minutes."""
        self._began_s = now_s = time.monotonic()
        dues: dict[Callable[[], None], tuple[float, float, float]] = {
            self._act: (0.05, 0.6, now_s),
            self._break: (8, 25, now_s + 8),
            self._probe: (20, 30, now_s + 20),
            self._look: (5, 5, now_s),
            self._print_line: (60, 60, now_s),
        }
        while (now_s := time.monotonic()) < self._began_s + minutes * 60:
            if self._program.process.poll() is not None:
                self._blame(f"the program ended with {self._program.process.returncode}")
                return
            self._feeding.read()
            for deed, (least_s, most_s, due_s) in dues.items():
                if now_s >= due_s:
                    deed()
                    dues[deed] = (least_s, most_s, now_s + self._chance.uniform(least_s, most_s))
            if self._plug_in_s is not None and now_s >= self._plug_in_s:
                self._plug_in()
            time.sleep(0.02)

    def close(self) -> None:
        """Leave everything as it was found."""
        if self._plug_in_s is not None:
            self._plug_in()
        self._keyboard.close()

    def _blame(self, what: str) -> None:
        self.wrong.append(f"{time.monotonic() - self._began_s:7.1f} s: {what}")
        print("  !", self.wrong[-1], flush=True)

    # -- what it does -----------------------------------------------------------------------------------------

    def _act(self) -> None:
        kind = self._chance.random()
        if kind < 0.25:
            self._touch()
        elif kind < 0.3:
            self.deeds["held or hammered"] += 1
            key = self._chance.choice((*WALKING, *OTHERS))
            for _ in range(self._chance.randint(2, 12)):
                self._keyboard.press(key)
        else:
            self._press(self._chance.choice(WALKING if kind < 0.8 else OTHERS))

    def _press(self, key: str) -> None:
        self.deeds["keys"] += 1
        self._keyboard.press(key)

    def _touch(self) -> None:
        x, y = self._chance.randrange(WIDTH), self._chance.randrange(HEIGHT)
        # A second touch on the same place acts, where a first one only says what is there.
        for _ in range(self._chance.choice((1, 2, 2))):
            self.deeds["touches"] += 1
            self._keyboard.click(x, y)

    def _break(self) -> None:
        if self._chance.random() < 0.5:
            self.deeds["clock set"] += 1
            by_s = self._chance.choice((-TEN_YEARS_S, -3600, 3600, 86_400 * 40, TEN_YEARS_S, 0))
            (self._folder / "clock").write_text(str(by_s), "ascii")
        elif self._plug_in_s is None:
            self.deeds["unplugged"] += 1
            self._sound.lose()
            self._plug_in_s = time.monotonic() + self._chance.uniform(0.2, 6)

    def _plug_in(self) -> None:
        self._plug_in_s = None
        self._sound.load(SINK, "rate=48000", "channels=2", "norewinds=1")

    # -- what must be so --------------------------------------------------------------------------------------

    def _probe(self) -> None:
        """Press keys until one has an effect."""
        self.deeds["probes"] += 1
        for key in PROBES:
            self._take()
            before = self._state
            self._keyboard.press(key)
            end_s = time.monotonic() + 1.5
            while time.monotonic() < end_s:
                if self._take() or self._state != before:
                    return
                time.sleep(0.02)
        self._blame("no key has an effect")

    def _take(self) -> list[dict[str, Any]]:
        """Return what a person could notice of what happened since the last time."""
        diary = self._program.diary()
        fresh, self._seen = diary[self._seen :], len(diary)
        return [entry for entry in fresh if entry["what"] in EFFECTS]

    @property
    def _state(self) -> str:
        return next(
            (str(entry["state"]) for entry in reversed(self._program.diary()) if entry["what"] == "state"), ""
        )

    def _look(self) -> None:
        self.samples.append(sample_of(self._program.process.pid))
        waited_s = time.monotonic() - self._feeding.last_s
        if waited_s > PATIENCE_MS / 1000:
            self._blame(f"no sign of life for {waited_s:.1f} s")
            self._feeding.last_s = time.monotonic()
        own = ["xdotool", "search", "--onlyvisible", "--pid", str(self._program.process.pid)]
        windows = subprocess.run(own, capture_output=True, text=True, check=False).stdout.split()
        if len(windows) != 1:
            self._blame(f"{len(windows)} windows")

    def _print_line(self) -> None:
        if len(self.samples) < 2:
            print("  min  own MiB  engines MiB  engines  threads  files  signs of life", flush=True)
        last = self.samples[-1]
        minutes = (time.monotonic() - self._began_s) / 60
        print(
            f"{minutes:5.1f} {last.own_mib:8.1f} {last.children_mib:12.1f} {last.children:8d} "
            f"{last.threads:8d} {last.files:6d} {self._feeding.count:8d}",
            flush=True,
        )

    def report(self, minutes: float) -> None:
        """Print what happened, and find what grew."""
        print("done to it:", ", ".join(f"{name} {count}" for name, count in self.deeds.most_common()))
        first, last = self.samples[0].s, self.samples[-1].s
        later = [sample for sample in self.samples if sample.s > first + (last - first) * WARM_UP_SHARE]
        quarter = len(later) // 4
        if not quarter:
            return
        for name in ("own_mib", "threads", "files"):
            self._look_at_growth(name, [float(getattr(sample, name)) for sample in later], minutes)
        counts = [
            entry for entry in self._program.diary() if entry["what"] == "objects" and entry["s"] > later[0].s
        ]
        for name in ("python", "qt"):
            self._look_at_growth(f"{name} objects", [float(entry[name]) for entry in counts], minutes)

    def _look_at_growth(self, name: str, values: list[float], minutes: float) -> None:
        quarter = max(1, len(values) // 4)
        begin, end = statistics.median(values[:quarter]), statistics.median(values[-quarter:])
        growth = f"{name}: {begin:.1f} in the first quarter, {end:.1f} in the last: {end / begin - 1:+.1%}"
        print(growth)
        is_short = minutes < LEAST_MINUTES
        most = SHORT_GROWTH_MIB if is_short and name == "own_mib" else max(begin * GROWTH, 1.0)
        if end - begin > most and not (is_short and "objects" in name):
            self._blame(f"it grew: {growth}")


def main() -> int:
    """Let it loose; return the exit code."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10_000)  # noqa: S311
    print(f"{minutes:g} minutes, seed {seed}")
    folder = Path(tempfile.mkdtemp(prefix="monkey-"))
    (folder / "clock").write_text("0", "ascii")
    sound, feeding = VirtualSound(), Feeding(folder / "notify")
    extra = {
        "ALOUD_TEST_CLOCK": str(folder / "clock"),
        "NOTIFY_SOCKET": str(folder / "notify"),
        "WATCHDOG_USEC": str(PATIENCE_MS * 1000),
    }
    try:
        with Program(folder / "state", ["run", "--profile", "public", "--fitting", "visit"], extra) as program:
            monkey = Monkey(program, folder, sound, feeding, seed)
            try:
                monkey.run(minutes)
            finally:
                monkey.close()
            monkey.report(minutes)
            if program.process.poll() is None and program.end():
                monkey.wrong.append(f"it ended with {program.process.returncode}")
    finally:
        feeding.close()
        sound.close()
        shutil.rmtree(folder, ignore_errors=True)
    print("nothing was wrong" if not monkey.wrong else f"{len(monkey.wrong)} things were wrong")
    return 1 if monkey.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
