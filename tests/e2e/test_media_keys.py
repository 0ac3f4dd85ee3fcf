"""The real program on a real session bus: what a desktop, a headset and a key of the keyboard do with it."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.private_bus import (
    PLAYER_INTERFACE,
    PLAYER_NAME,
    ROOT_INTERFACE,
    Desktop,
    PrivateBus,
    RefusedError,
)
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program, wait_until
from tests.e2e.recording import Recorder

TOUR = ROOT / "content/en/how-to-use.md"


@pytest.fixture
def desktop(screen: str) -> Iterator[Desktop]:
    """Somebody at the desktop of that screen."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address:
        pytest.skip("no session bus: run through packaging/test.sh, or packaging/virtual-screen")
    with Desktop(address) as made:
        yield made


def state_of(program: Program) -> dict[str, Any]:
    """Return the reading's last state."""
    return [entry for entry in program.diary() if entry["what"] == "state"][-1]


def test_the_desktop_plays_pauses_and_moves(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, desktop: Desktop
) -> None:
    with Program(tmp_path / "state", ["run", str(TOUR), "--language", "en"]) as program, Recorder() as recorder:
        desktop.wait_for_player()
        assert desktop.get("PlaybackStatus") == "Stopped"
        metadata = desktop.get("Metadata")
        assert metadata["xesam:title"] == "How to use this kiosk"
        assert 120_000_000 < metadata["mpris:length"] < 900_000_000

        asked_s = time.monotonic()
        desktop.call("PlayPause")
        program.wait_for_state("Speaking", asked_s)
        onset_s = wait_until(lambda: recorder.onset_after(asked_s), "sound")
        assert onset_s - asked_s < 1.5
        assert desktop.get("PlaybackStatus") == "Playing"
        wait_until(lambda: desktop.get("Position") > 3_000_000, "the time to go on")
        # As a clock does, within what words at an estimated rate allow.
        assert desktop.get("Position") / 1_000_000 < time.monotonic() - onset_s + 2.5

        for _ in range(2):
            paused_s = time.monotonic()
            desktop.call("Pause")
            time.sleep(1)
            assert state_of(program)["state"] == "Paused"
            assert recorder.onset_after(paused_s + 0.2) is None, "a pause that is pressed again spoke"
        position = desktop.get("Position")
        assert desktop.get("PlaybackStatus") == "Paused"

        passage = state_of(program)["passage"]
        desktop.call("Next")
        wait_until(lambda: state_of(program)["passage"] == passage + 1, "the next passage")
        # In silence a move is heard as its unit alone.
        wait_until(lambda: desktop.get("PlaybackStatus") == "Playing", "its sound")
        desktop.call("Pause")
        wait_until(lambda: desktop.get("PlaybackStatus") == "Paused", "silence again")
        assert desktop.get("Position") > position
        desktop.settle()
        # Before it, the drift of the spoken time may have been announced.
        assert desktop.seeked_us[-1] > position

        desktop.call("Seek", "x", 15_000_000)
        wait_until(lambda: desktop.get("Position") > position + 12_000_000, "the skipped seconds")
        played_s = time.monotonic()
        desktop.call("Play")
        program.wait_for_state("Speaking", played_s)
        desktop.call("Play")
        desktop.call("Stop")
        program.wait_for_state("Paused", played_s)
        assert not [change for change in desktop.changes if "Position" in change]
        with pytest.raises(RefusedError):
            desktop.call("OpenUri", "s", TOUR.as_uri())
        assert f'interface name="{PLAYER_INTERFACE}"' in desktop.introspect()

        desktop.call("Quit", interface=ROOT_INTERFACE)
        assert program.process.wait(10) == 0
        desktop.wait_until_gone()


@pytest.mark.long
def test_a_pause_from_the_desktop_lasts(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, desktop: Desktop
) -> None:
    with Program(tmp_path / "state", ["run", str(TOUR), "--language", "en"]) as program, Recorder() as recorder:
        desktop.wait_for_player()
        asked_s = time.monotonic()
        desktop.call("PlayPause")
        program.wait_for_state("Speaking", asked_s)
        time.sleep(1)
        paused_s = time.monotonic()
        desktop.call("PlayPause")
        program.wait_for_state("Paused", paused_s)
        time.sleep(13)
        assert state_of(program)["state"] == "Paused"
        assert recorder.onset_after(paused_s + 0.2) is None


def test_a_key_of_the_keyboard_that_the_desktop_hears_too_counts_once(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, desktop: Desktop
) -> None:
    with Program(tmp_path / "state", ["run", str(TOUR), "--language", "en"]) as program:
        desktop.wait_for_player()
        is_speaking = False
        for _ in range(3):
            pressed_s = keyboard.press("XF86AudioPlay")
            desktop.call("PlayPause")
            is_speaking = not is_speaking
            program.wait_for_state("Speaking" if is_speaking else "Paused", pressed_s)
            time.sleep(0.6)
            assert state_of(program)["state"] == ("Speaking" if is_speaking else "Paused")
        passage = state_of(program)["passage"]
        keyboard.press("XF86AudioNext")
        desktop.call("Next")
        time.sleep(0.6)
        assert state_of(program)["passage"] == passage + 1
        for _ in range(2):
            keyboard.press("XF86AudioPause")
            time.sleep(0.6)
            assert state_of(program)["state"] == "Paused"


def test_a_public_kiosk_obeys_and_tells_nothing(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, desktop: Desktop
) -> None:
    words = ["run", str(TOUR), "--profile", "public"]
    with Program(tmp_path / "state", words) as program:
        desktop.wait_for_player()
        asked_s = time.monotonic()
        desktop.call("PlayPause")
        program.wait_for_state("Speaking", asked_s)
        assert desktop.get("Metadata") == {"mpris:trackid": "/aloud/article/1"}
        for name in ("CanQuit", "CanRaise"):
            assert desktop.get(name, ROOT_INTERFACE) is False
        desktop.call("Quit", interface=ROOT_INTERFACE)
        desktop.call("Pause")
        program.wait_for_state("Paused", asked_s)
        assert (desktop.get("Position"), desktop.get("CanSeek")) == (0, False)
        assert program.process.poll() is None


def test_a_second_window_is_a_second_player(tmp_path: Path, keyboard: Keyboard, desktop: Desktop) -> None:
    words = ["run", str(TOUR), "--language", "en"]
    with Program(tmp_path / "one", words):
        desktop.wait_for_player()
        second = Program(tmp_path / "two", words)
        try:
            own = f"{PLAYER_NAME}.instance{second.process.pid}"
            desktop.wait_until(lambda: desktop.names() == [PLAYER_NAME, own], "the second name")
        finally:
            assert second.end() == 0
        desktop.wait_until(lambda: desktop.names() == [PLAYER_NAME], "its end")


def test_a_bus_that_goes_away_takes_nothing_with_it(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    bus = PrivateBus()
    extra = {"DBUS_SESSION_BUS_ADDRESS": bus.address}
    try:
        with Program(tmp_path / "state", ["run", str(TOUR), "--language", "en"], extra) as program:
            with Desktop(bus.address) as desktop:
                desktop.wait_for_player()
                asked_s = time.monotonic()
                desktop.call("PlayPause")
                program.wait_for_state("Speaking", asked_s)
                bus.stop()
            time.sleep(2)
            assert state_of(program)["state"] == "Speaking"
            pressed_s = keyboard.press("space")
            program.wait_for_state("Paused", pressed_s)
            assert program.end() == 0
    finally:
        bus.close()


def test_without_a_bus_the_window_works_as_ever(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None, desktop: Desktop
) -> None:
    extra = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
    with Program(tmp_path / "state", ["run", str(TOUR), "--language", "en"], extra) as program:
        time.sleep(3)
        pressed_s = keyboard.press("XF86AudioPlay")
        program.wait_for_state("Speaking", pressed_s)
        assert desktop.names() == []
        assert program.end() == 0
