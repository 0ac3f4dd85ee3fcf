"""Watching the sound server, through the real client library: what it tells, what changes, and when it goes."""

import ctypes
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters import libpulse
from kiosk.adapters.pulse_watch import PulseWatch
from kiosk.core.errors import AudioError
from kiosk.core.sound_device import OwnStream, SoundDevice, SoundServer
from tests.e2e.virtual_sound import OTHER, SINK, VirtualSound, becomes
from tests.fakes.fake_pulse_server import FakePort, FakePulseServer, FakeSink, FakeStream, Told

SPEAKER, HEADPHONES = "analog-output-speaker", "analog-output-headphones"
ME = str(os.getpid())


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakePulseServer]:
    """A sound server that tells what a test says."""
    try:
        ctypes.CDLL("libpulse.so.0")
    except OSError:
        pytest.skip("no libpulse: apt-get install libpulse0")
    (tmp_path / "cookie").write_bytes(bytes(256))
    monkeypatch.setenv("PULSE_COOKIE", str(tmp_path / "cookie"))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'socket'}")
    made = FakePulseServer(tmp_path / "socket")
    yield made
    made.close()


@pytest.fixture
def watch(server: FakePulseServer) -> Iterator[PulseWatch]:
    """A watch of that server."""
    made = PulseWatch()
    yield made
    made.stop()


def card(active_port: str, headphones: int = 2, speaker: int = 0) -> FakeSink:
    """A sound card with two sockets."""
    return FakeSink("card", (FakePort(SPEAKER, speaker), FakePort(HEADPHONES, headphones)), active_port)


def told(watch: PulseWatch) -> SoundServer:
    """What the server told last."""
    assert watch.server is not None
    return watch.server


def test_everything_is_told_at_the_start(server: FakePulseServer, watch: PulseWatch) -> None:
    server.told = Told(
        "headset",
        {4: card(HEADPHONES), 6: FakeSink("headset", shape="headset")},
        {9: FakeStream(6, ME, 15_000, 30_500), 10: FakeStream(4, "1")},
    )
    assert watch.ask()
    assert told(watch).default == "headset"
    assert [(one.name, one.port, one.is_plugged, one.shape) for one in told(watch).devices] == [
        ("card", HEADPHONES, True, ""),
        ("headset", "", True, "headset"),
    ]
    assert told(watch).streams == (OwnStream(9, "headset", 45.5),)


def test_a_plug_that_is_pulled_is_told(server: FakePulseServer, watch: PulseWatch) -> None:
    news = threading.Event()
    watch._changed = news.set
    server.told = Told("card", {0: card(HEADPHONES)})
    watch.ask()
    news.clear()
    server.change(sinks={0: card(HEADPHONES, headphones=1)})
    assert news.wait(5)
    becomes(lambda: not told(watch).devices[0].is_plugged)
    server.change(sinks={0: card(SPEAKER, headphones=1)})
    becomes(lambda: told(watch).devices[0].port == SPEAKER)
    assert told(watch).devices[0].is_plugged, "whether a speaker is plugged in is not known"


def test_devices_and_defaults_know_since_when(server: FakePulseServer, watch: PulseWatch) -> None:
    server.told = Told("card", {0: card(SPEAKER)})
    watch.ask()
    first = told(watch)
    server.change(default="new", sinks={0: card(SPEAKER), 1: FakeSink("new")})
    becomes(lambda: told(watch).default == "new")
    second = told(watch)
    assert second.devices[0].since_s == first.devices[0].since_s
    assert second.default_since_s == second.devices[1].since_s == second.told_s > first.told_s


def test_it_asks_again_when_told_to(server: FakePulseServer, watch: PulseWatch) -> None:
    server.told = Told("card", {0: card(SPEAKER)}, {3: FakeStream(0, ME, 1_000)})
    watch.ask()
    server.told = Told("card", {0: card(SPEAKER)}, {3: FakeStream(0, ME, 2_000)})
    watch.refresh()
    becomes(lambda: told(watch).streams[0].queued_ms == 2)


def test_it_sleeps_while_nothing_changes(server: FakePulseServer, watch: PulseWatch) -> None:
    watch.ask()
    count = server.question_count
    assert not threading.Event().wait(0.3)
    assert server.question_count == count


def test_a_stream_between_two_devices_sounds_nowhere(server: FakePulseServer, watch: PulseWatch) -> None:
    server.told = Told("card", {0: card(SPEAKER)}, {3: FakeStream(0xFFFFFFFF, ME)})
    watch.ask()
    assert told(watch).streams == ()


def test_a_server_that_goes_is_noticed_and_found_again(
    server: FakePulseServer, watch: PulseWatch, tmp_path: Path
) -> None:
    server.told = Told("card", {0: card(SPEAKER)})
    assert watch.ask()
    server.close()
    becomes(lambda: watch.server is None)
    assert watch.ask() is None
    (tmp_path / "socket").unlink()
    again = FakePulseServer(tmp_path / "socket")
    again.told = Told("card", {0: card(SPEAKER)})
    assert watch.ask()
    assert told(watch).device("card")
    again.close()


def test_what_is_answered_is_never_older_than_the_question(server: FakePulseServer, watch: PulseWatch) -> None:
    for number in range(50):
        server.told = Told(f"card {number}", {0: card(SPEAKER)})
        answer = watch.ask()
        assert answer is not None
        assert answer.default == f"card {number}"


def test_a_server_that_does_not_answer_is_an_error(server: FakePulseServer, watch: PulseWatch) -> None:
    watch.ask()
    server.is_silent = True
    with pytest.raises(AudioError, match="does not answer"):
        watch.ask()
    server.is_silent = False
    watch.stop()
    assert watch.ask()


def test_it_can_be_stopped_and_started(server: FakePulseServer, watch: PulseWatch) -> None:
    for _ in range(3):
        assert watch.ask()
        assert watch.ask()
        watch.stop()
        watch.stop()
        assert watch.server is None
    assert [thread.name for thread in threading.enumerate() if thread.name == "sound server"] == []


def test_without_the_library_there_is_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise OSError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr(libpulse, "LibPulse", missing)
    watch = PulseWatch()
    assert watch.ask() is None
    watch.refresh()
    watch.stop()


def test_the_real_server_tells_the_same() -> None:
    sound = VirtualSound()
    watch = PulseWatch()
    assert watch.ask()
    assert {SINK, OTHER} <= {device.name for device in told(watch).devices}
    assert told(watch).default == SINK
    assert told(watch).device(SINK) == SoundDevice(SINK, since_s=told(watch).devices[0].since_s)
    sound.lose()
    becomes(lambda: told(watch).device(SINK) is None)
    sound.restore()
    becomes(lambda: told(watch).device(SINK) is not None)
    watch.stop()
    sound.close()
