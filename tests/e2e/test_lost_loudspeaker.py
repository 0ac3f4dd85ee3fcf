"""The real program's loudspeaker is unplugged in mid-word, and plugged in again; the figures are printed.

Beside it there is another one, which the sound server takes for everything else: nothing may be heard from that.
"""

import os
import signal
import subprocess
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from kiosk import bootstrap
from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.core.rate import Rate
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, wait_until
from tests.e2e.recording import Recorder
from tests.e2e.test_timing import write_article
from tests.e2e.virtual_sound import OTHER, SINK, VirtualSound, pactl

pytestmark = pytest.mark.long

NOTICED_S = 0.5
BACK_S = 1.5
GONE = "The loudspeaker or headphones are gone. Connect them again and the reading goes on by itself."
# What is compared: the recording runs at twice the rate of what was rendered.
COMPARED_S = 0.6
RENDERED_HZ = 24_000
Floats = npt.NDArray[np.float64]


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    """The virtual loudspeaker with a second sink beside it."""
    made = VirtualSound()
    yield made
    made.close()


class Listener:
    """Somebody in front of the program, who hears both loudspeakers."""

    def __init__(self, program: Program, keyboard: Keyboard, sound: VirtualSound) -> None:
        self.program = program
        self.keyboard = keyboard
        self.sound = sound
        self.elsewhere = Recorder(OTHER)

    def state(self) -> dict[str, Any]:
        """The reading's last state."""
        return [entry for entry in self.program.diary() if entry["what"] == "state"][-1]

    def begin(self) -> None:
        """Read until some words have been heard."""
        pressed_s = self.keyboard.press("space")
        self.program.wait_for("a word", lambda entry: entry["what"] == "state" and entry["start"] > 10, pressed_s)

    def unplug(self, key: str = "") -> float:
        """Unplug the loudspeaker, after pressing a key, and listen to the other one; return the moment in s."""
        modules = self.sound.modules(SINK)
        self.elsewhere = Recorder(OTHER)
        self.elsewhere.__enter__()
        moment_s = self.keyboard.press(key) if key else time.monotonic()
        for module in modules:
            pactl("unload-module", module)
        return moment_s

    def is_lost_after(self, moment_s: float) -> dict[str, Any]:
        """Wait until the loss is noticed; return the state."""
        lost = self.program.wait_for_state("Lost", moment_s)
        print(f"lost {(lost['s'] - moment_s) * 1000:.0f} ms after the plug was pulled, at {lost['start']}")
        return lost

    def hears_nothing_elsewhere(self) -> None:
        """See that nothing has been heard from the other one since the plug was pulled."""
        assert self.elsewhere.onset_after(self.elsewhere.start_s) is None, "it was heard elsewhere"

    def message(self) -> str:
        """What is said on the screen."""
        return str([entry["words"] for entry in self.program.diary() if entry["what"] == "message"][-1])

    def plug_in(self, article: Path, at: dict[str, Any]) -> None:
        """Plug it in again, and hear that the reading goes on by itself at a place."""
        self.hears_nothing_elsewhere()
        # It would be moved to the loudspeaker that is the default again.
        self.elsewhere.__exit__(None, None, None)
        moment_s = time.monotonic()
        # With rewinding a virtual loudspeaker that is new sleeps for two seconds first, which no real one does.
        self.sound.load(SINK, "rate=48000", "channels=2", "norewinds=1")
        with Recorder() as recorder:
            speaking = self.program.wait_for_state("Speaking", moment_s)
            time.sleep(COMPARED_S + 0.7)
            recording = recorder.between(moment_s, time.monotonic())
            onset_s = recorder.onset_after(recorder.start_s)
        assert onset_s is not None
        print(f"heard again after {(onset_s - moment_s) * 1000:.0f} ms at {speaking['start']}")
        assert onset_s > recorder.start_s + 0.02, "it was recorded too late"
        assert onset_s - moment_s < BACK_S
        assert (speaking["passage"], speaking["start"]) == (at["passage"], at["start"])
        likeness = likeness_of(recording, rendered(article, at["passage"], at["start"]))
        print(f"it sounds as that word does: {likeness:.3f}")
        assert likeness > 0.9
        assert self.sound.sink_of("Aloud") == [SINK]


def rendered(article: Path, passage: int, start: int) -> "array[int]":
    """Return the samples of an article from a place on."""
    parsed = bootstrap.load_article(article).article
    rack = bootstrap.build_rack()
    utterance = next(render(rack, parsed, passage, passage, RenderingChoice(Rate(160)), start))
    rack.close()
    return array("h", utterance.samples)


def likeness_of(recording: "array[int]", expected: "array[int]") -> float:
    """Return how like the beginning of a recording's sound is to what was rendered: 1 when they are the same."""
    heard: Floats = np.array(recording.tolist(), np.float64)[::2]
    own: Floats = np.array(expected.tolist(), np.float64)[: int(COMPARED_S * RENDERED_HZ)]
    onset = int(np.argmax(np.abs(heard) > 250))
    # Where it begins is known to a few hundredths; what is soft is not seen as a beginning.
    windows = [heard[at : at + len(own)] for at in range(max(0, onset - 2_400), onset + 1_200)]
    likenesses = [
        float(np.dot(window, own) / max(1.0, np.linalg.norm(window) * np.linalg.norm(own)))
        for window in windows
        if len(window) == len(own)
    ]
    return max(likenesses)


def test_at_home(tmp_path: Path, keyboard: Keyboard, loudspeaker: None, sound: VirtualSound) -> None:
    article = write_article(tmp_path, "en")
    with Program(tmp_path / "state", ["run", str(article)]) as program:
        own = Listener(program, keyboard, sound)
        time.sleep(3)
        own.begin()

        # In the middle of a word.
        lost_s = own.unplug()
        lost = own.is_lost_after(lost_s)
        assert lost["s"] - lost_s < NOTICED_S
        time.sleep(1)
        assert own.message() == f"{GONE} Space uses another loudspeaker."
        own.plug_in(article, lost)
        assert own.message() == ""

        # While it is paused: nothing happens before somebody wants to hear it.
        paused_s = keyboard.press("space")
        paused = program.wait_for_state("Paused", paused_s)
        own.unplug()
        time.sleep(0.7)
        assert own.state()["state"] == "Paused"
        asked_s = keyboard.press("space")
        lost = own.is_lost_after(asked_s)
        assert lost["s"] - asked_s < NOTICED_S
        assert lost["start"] == paused["start"]
        own.plug_in(article, lost)

        # While the voice renders, which here means: right after a move.
        moved_s = own.unplug("Down")
        lost = own.is_lost_after(moved_s)
        assert lost["s"] - moved_s < NOTICED_S
        assert lost["passage"] == own.state()["passage"] > paused["passage"]
        own.hears_nothing_elsewhere()

        # Who asks for it hears the other one.
        asked_s = keyboard.press("space")
        program.wait_for_state("Speaking", asked_s)
        onset_s = wait_until(lambda: own.elsewhere.onset_after(asked_s), "sound from the other one")
        print(f"heard from the other one {(onset_s - asked_s) * 1000:.0f} ms after it was asked for")
        assert onset_s - asked_s < BACK_S
        assert sound.sink_of("Aloud") == [OTHER]
        own.elsewhere.__exit__(None, None, None)
        assert "Failed" not in {entry["state"] for entry in program.diary() if entry["what"] == "state"}


@pytest.mark.conforms("B-73")
def test_at_a_public_kiosk_nothing_is_ever_heard_elsewhere(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, sound: VirtualSound
) -> None:
    article = write_article(tmp_path, "en")
    words = ["run", str(article), "--profile", "public", "--language", "en"]
    with Program(tmp_path / "state", words) as program:
        own = Listener(program, keyboard, sound)
        time.sleep(3)
        own.begin()
        lost_s = own.unplug()
        lost = own.is_lost_after(lost_s)
        assert lost["s"] - lost_s < NOTICED_S
        for _ in range(2):
            asked_s = keyboard.press("space")
            program.wait_for_state("Preparing", asked_s)
            program.wait_for_state("Lost", asked_s)
            # The same key again at once would be a second strike, which is ignored here.
            time.sleep(0.4)
        time.sleep(0.5)
        assert own.message() == GONE
        assert sound.sink_of("Aloud") == []
        own.plug_in(article, lost)


# -- a sound server of its own, which can be killed ---------------------------------------------------------------


class OwnServer:
    """A sound server that a test may kill and start again."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self.address = f"unix:{room / 'socket'}"
        (room / "cookie").write_bytes(bytes(256))
        self.environment = {
            "PULSE_SERVER": self.address,
            "PULSE_RUNTIME_PATH": str(room),
            "PULSE_STATE_PATH": str(room),
            "PULSE_COOKIE": str(room / "cookie"),
        }
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start it, with the one sink kept awake."""
        (self._room / "socket").unlink(missing_ok=True)
        options = ["-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--realtime=no"]
        loads = [
            f"--load=module-native-protocol-unix socket={self._room / 'socket'} auth-anonymous=1",
            f"--load=module-null-sink sink_name={SINK} rate=48000 channels=2 norewinds=1",
        ]
        environment = {**os.environ, **self.environment}
        quiet = subprocess.DEVNULL
        self._processes.append(
            subprocess.Popen(["pulseaudio", *options, *loads], env=environment, stdout=quiet, stderr=quiet)
        )
        wait_until(lambda: self._pactl("info"), "the sound server")
        awake = ["pacat", "--playback", f"--device={SINK}", "--latency-msec=5", "--raw", "/dev/zero"]
        self._processes.append(subprocess.Popen(awake, env=environment, stdout=quiet, stderr=quiet))
        wait_until(
            lambda: b"protocol" in self._pactl("list", "short", "sink-inputs"), "the silence that keeps it awake"
        )

    def kill(self) -> float:
        """Kill it at once; return the moment in s."""
        moment_s = time.monotonic()
        for process in self._processes:
            process.send_signal(signal.SIGKILL)
            process.wait()
        self._processes.clear()
        return moment_s

    def _pactl(self, *arguments: str) -> bytes:
        command = ["pactl", "-s", self.address, *arguments]
        return subprocess.run(command, capture_output=True, check=False).stdout


@pytest.fixture
def server(tmp_path: Path) -> Iterator[OwnServer]:
    """A sound server that runs."""
    room = tmp_path / "server"
    room.mkdir()
    made = OwnServer(room)
    made.start()
    yield made
    made.kill()


def test_a_sound_server_that_dies_and_comes_back(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, server: OwnServer
) -> None:
    article = write_article(tmp_path, "en")
    with Program(tmp_path / "state", ["run", str(article)], server.environment) as program:
        time.sleep(3)
        pressed_s = keyboard.press("space")
        program.wait_for("a word", lambda entry: entry["what"] == "state" and entry["start"] > 10, pressed_s)
        killed_s = server.kill()
        lost = program.wait_for_state("Lost", killed_s)
        time.sleep(1.5)
        states = [
            entry["state"] for entry in program.diary() if entry["what"] == "state" and entry["s"] > lost["s"]
        ]
        assert states == [], "it tries again without a word"
        begun_s = time.monotonic()
        server.start()
        with Recorder(SINK, server.address) as recorder:
            speaking = program.wait_for_state("Speaking", begun_s)
            onset_s = wait_until(lambda: recorder.onset_after(begun_s), "sound")
    lost_ms, back_ms = (lost["s"] - killed_s) * 1000, (onset_s - begun_s) * 1000
    print(f"\nlost after {lost_ms:.0f} ms, back {back_ms:.0f} ms after its start")
    assert lost["s"] - killed_s < NOTICED_S
    assert (speaking["passage"], speaking["start"]) == (lost["passage"], lost["start"])
    assert onset_s - begun_s < 3
