"""Ways out of a public kiosk by real keys and clicks, in a real window under a real window manager."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, wait_until
from tests.e2e.screens import written_content
from tests.e2e.witness import Screen, programs_on

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FUNCTIONS = [f"F{number}" for number in range(1, 13)]
CONTROL, ALT, SHIFT, SUPER = "Control_L", "Alt_L", "Shift_L", "Super_L"
CHORDS: tuple[tuple[str, ...], ...] = (
    # Closing, switching, leaving: of windows, of desktops, of the X server.
    *((ALT, "F4"), (CONTROL, "F4"), (CONTROL, "w"), (CONTROL, "q"), (SUPER, "q"), (SUPER, "w")),
    *((ALT, "Tab"), (ALT, "Escape"), (ALT, SHIFT, "Tab"), (SUPER, "Tab"), (CONTROL, ALT, "Tab"), (ALT, "space")),
    *((CONTROL, ALT, key) for key in ("Left", "Right", "Up", "Down", "Delete", "BackSpace", "Escape", "z", "t")),
    *((SHIFT, ALT, key) for key in ("Left", "Right")),
    *((SUPER, key) for key in (*FUNCTIONS, *"123456789redluxiasnv", "space", "Print", "plus", "Return")),
    *((SUPER,), (SUPER, ALT, "s"), (SUPER, ALT, "8"), (SUPER, SHIFT, "r"), (SUPER, SHIFT, "Right")),
    *((CONTROL, SHIFT, "Escape"), (CONTROL, "Escape"), (CONTROL, ALT, "F8"), (CONTROL, "space")),
    *((ALT, "Print"), ("Print",), (SHIFT, "F10"), ("Menu",), (CONTROL, SHIFT, "u"), (ALT, "F2"), (ALT, "F1")),
    *((CONTROL, key) for key in (*LETTERS, "Insert")),
    *((CONTROL, SHIFT, key) for key in "inpt"),
    *(
        (ALT, "Return"),
        (SHIFT, "Insert"),
        (ALT, SHIFT, "Num_Lock"),
        (SHIFT,),
        (SHIFT,),
        (SHIFT,),
        (SHIFT,),
        (SHIFT,),
    ),
    *(("XF86HomePage",), ("XF86Mail",), ("XF86Calculator",), ("XF86Explorer",), ("XF86Search",), ("XF86Eject",)),
    *(("XF86Display",), ("XF86WLAN",), ("XF86Tools",), ("XF86ScreenSaver",), ("Help",), ("ISO_Next_Group",)),
)
# But F10, by which somebody may well choose that nobody speaks.
KEYS = (
    *("Up", "Down", "Left", "Right", "Return", "space", "Tab", "Escape", "Menu", "Home", "End", "Page_Down"),
    *(
        *FUNCTIONS[:9],
        *FUNCTIONS[10:],
        *LETTERS,
        "Insert",
        "Delete",
        "BackSpace",
        "plus",
        "minus",
        "Scroll_Lock",
        "KP_5",
        "KP_0",
    ),
)


class Kiosk:
    """A public kiosk on the screen, and what was there when it came."""

    def __init__(self, program: Program, keyboard: Keyboard, display: str) -> None:
        self.program, self.keyboard, self.display = program, keyboard, display
        self.screen = Screen(display)
        wait_until(self.fills, "the window to fill the screen")
        # The keys are its own a moment later.
        time.sleep(0.5)
        self.before = programs_on(display)

    def fills(self) -> bool:
        """Whether the topmost window is as large as the screen, and there is no other."""
        shown = [each for each in self.screen.windows() if each.width > 1 and each.height > 1]
        return [each[1:] for each in shown] == [self.screen.size()]

    def is_unharmed(self) -> None:
        """Check the rule for every attempt: one window, ours; nothing was started; it still answers by voice."""
        wait_until(self.fills, f"nothing but the kiosk: {self.screen.windows()}", 3)
        assert self.program.process.poll() is None
        started = {number: line for number, line in programs_on(self.display).items() if number not in self.before}
        assert {line for line in started.values() if "--engine" not in line} == set(), "something was started"
        focuses = [entry for entry in self.program.diary() if entry["what"] == "focus" and "is_ours" in entry]
        assert focuses[-1]["is_ours"], "the keyboard is elsewhere"
        # Whatever is in front and whatever is read, one of these is answered aloud.
        asked_s = time.monotonic()
        for key in ("F5", "Escape", "F2", "Escape", "F1", "F5", "Home", "F2") * 2:
            self.keyboard.press(key)
            time.sleep(0.4)
            if any(entry["what"] == "prompt" and entry["s"] > asked_s for entry in self.program.diary()):
                return
        pytest.fail("it speaks no more")


@pytest.fixture
def kiosk(tmp_path: Path, keyboard: Keyboard, screen: str, loudspeaker: None) -> Iterator[Kiosk]:
    words = ["run", "--profile", "public", "--content", str(written_content(tmp_path)), "--language", "en"]
    with Program(tmp_path / "state", words) as program:
        program.wait_for("the first prompt", lambda entry: entry["what"] == "prompt")
        made = Kiosk(program, keyboard, screen)
        yield made
        made.screen.close()
        assert program.end() == 0, "it does not end when it is asked to by the system"


def chance_of(seed: int) -> random.Random:
    """Return chance that can be had again."""
    return random.Random(seed)  # noqa: S311  # nothing is kept secret by it


def throw(kiosk: Kiosk, chance: random.Random, until_s: float) -> int:
    """Press and click at random, as fast as the screen takes it; return how often."""
    width, height = kiosk.screen.size()
    count = 0
    while time.monotonic() < until_s:
        kind = chance.random()
        if kind < 0.5:
            kiosk.keyboard.press(chance.choice(KEYS))
        elif kind < 0.7:
            kiosk.keyboard.chord(*chance.choice(CHORDS))
        else:
            place = chance.choice((0, 1, width // 2, chance.randrange(width), width - 1))
            row = chance.choice((0, chance.randrange(height), height - 1))
            kiosk.keyboard.click(place, row, chance.choice((1, 1, 2, 3, 8)))
        count += 1
        time.sleep(0.02)
        assert kiosk.program.process.poll() is None, "it has ended"
    return count


@pytest.mark.conforms(
    "B-01", "B-02", "B-06", "B-08", "B-11", "B-13", "B-16", "B-17", "B-18", "B-19", "B-37", "B-38"
)
def test_no_chord_no_click_and_no_chance_leads_out(kiosk: Kiosk) -> None:
    for chord in CHORDS:
        kiosk.keyboard.chord(*chord)
        time.sleep(0.01)
    kiosk.is_unharmed()
    for x, y in ((5, 5), (640, 400), (1275, 5), (1275, 795), (5, 795)):
        for button in (2, 3, 8, 9):
            kiosk.keyboard.click(x, y, button)
    for button in (1, 2, 3):
        kiosk.keyboard.drag(ALT, button)
    throw(kiosk, chance_of(5), time.monotonic() + 2)
    kiosk.is_unharmed()


@pytest.mark.long
@pytest.mark.conforms("B-20", "B-38")
def test_minutes_of_chance_lead_nowhere(kiosk: Kiosk) -> None:
    seed = int(os.environ.get("ALOUD_SEED", "7"))
    for number in range(20):
        throw(kiosk, chance_of(seed + number), time.monotonic() + 12)
        kiosk.is_unharmed()


def test_the_witness_sees_what_comes_up(screen: str) -> None:
    seen = Screen(screen)
    before = seen.windows()
    code = "from PySide6.QtWidgets import *; a = QApplication([]); w = QWidget(); w.show(); a.exec()"
    other = subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "QT_QPA_PLATFORM": "xcb"})
    try:
        wait_until(lambda: len(seen.windows()) > len(before), "the other window")
        assert other.pid in programs_on(screen)
    finally:
        other.terminate()
        other.wait(10)
        seen.close()
