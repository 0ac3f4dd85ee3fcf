"""The program as MPRIS sees it, on a bus of its own: what the specification asks for, and what may go wrong."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from dbus_fast import Variant
from dbus_fast.introspection import Node

from kiosk.adapters.media_session import MprisSession, NoMediaSession, find_media_session, session_bus_address
from kiosk.core.media import MediaCommand, MediaKey, Playback, PlaybackStatus, SeekTo, Track
from tests.contracts.private_bus import (
    OBJECT_PATH,
    PLAYER_INTERFACE,
    PLAYER_NAME,
    ROOT_INTERFACE,
    Desktop,
    PrivateBus,
    RefusedError,
)
from tests.fakes.fake_dispatcher import FakeDispatcher

TRACK = Track(7, "A short walk", "A. Writer", "The Daily Example", timedelta(seconds=90.5))
PLAYING = PlaybackStatus(Playback.PLAYING, TRACK, timedelta(seconds=12), 0, True, True, True)

# name: (signature of what goes in)
METHODS = {
    ROOT_INTERFACE: {"Raise": "", "Quit": ""},
    PLAYER_INTERFACE: {
        **dict.fromkeys(("Next", "Previous", "Pause", "PlayPause", "Stop", "Play"), ""),
        "Seek": "x",
        "SetPosition": "ox",
        "OpenUri": "s",
    },
}
# name: (signature, access)
PROPERTIES = {
    ROOT_INTERFACE: {
        **dict.fromkeys(("CanQuit", "CanRaise", "HasTrackList"), ("b", "read")),
        **dict.fromkeys(("Identity", "DesktopEntry"), ("s", "read")),
        **dict.fromkeys(("SupportedUriSchemes", "SupportedMimeTypes"), ("as", "read")),
    },
    PLAYER_INTERFACE: {
        "PlaybackStatus": ("s", "read"),
        "Rate": ("d", "readwrite"),
        "Metadata": ("a{sv}", "read"),
        "Volume": ("d", "readwrite"),
        "Position": ("x", "read"),
        **dict.fromkeys(("MinimumRate", "MaximumRate"), ("d", "read")),
        **dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek"), ("b", "read")),
        "CanControl": ("b", "read"),
    },
}


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    made = PrivateBus()
    yield made
    made.close()


@pytest.fixture
def desktop(bus: PrivateBus) -> Iterator[Desktop]:
    with Desktop(bus.address) as made:
        yield made


class Shown:
    """A session that is on the bus, and what it was asked."""

    def __init__(self, bus: PrivateBus, status: PlaybackStatus) -> None:
        self.dispatcher = FakeDispatcher()
        self.session = MprisSession(self.dispatcher, bus.address)
        self.asked: list[MediaCommand] = []
        self.session.start(status, self.asked.append)

    def all_asked(self) -> list[MediaCommand]:
        self.dispatcher.run()
        return self.asked


NewShown = Callable[..., Shown]


@pytest.fixture
def new_shown(bus: PrivateBus, desktop: Desktop) -> Iterator[NewShown]:
    made: list[Shown] = []

    def make(status: PlaybackStatus = PLAYING) -> Shown:
        made.append(Shown(bus, status))
        desktop.wait_for_player()
        return made[-1]

    yield make
    for shown in made:
        shown.session.close()


# -- what MPRIS asks for ----------------------------------------------------------------------------------------


def test_it_describes_itself_as_the_specification_does(new_shown: NewShown, desktop: Desktop) -> None:
    new_shown()
    node = Node.parse(desktop.introspect())
    interfaces = {interface.name: interface for interface in node.interfaces}
    for name, methods in METHODS.items():
        found = interfaces[name]
        assert {method.name: method.in_signature for method in found.methods} == methods
        assert all(method.out_signature == "" for method in found.methods)
        properties = {each.name: (each.signature, each.access.value) for each in found.properties}
        assert properties == PROPERTIES[name]
    assert [(one.name, one.signature) for one in interfaces[PLAYER_INTERFACE].signals] == [("Seeked", "x")]
    position = next(each for each in interfaces[PLAYER_INTERFACE].properties if each.name == "Position")
    assert position.annotations == {"org.freedesktop.DBus.Property.EmitsChangedSignal": "false"}


def test_the_program_says_who_it_is(new_shown: NewShown, desktop: Desktop) -> None:
    new_shown()
    assert desktop.get_all(ROOT_INTERFACE) == {
        "CanQuit": True,
        "CanRaise": True,
        "HasTrackList": False,
        "Identity": "Aloud",
        "DesktopEntry": "aloud-kiosk",
        "SupportedUriSchemes": [],
        "SupportedMimeTypes": [],
    }


def test_the_reading_is_a_track(new_shown: NewShown, desktop: Desktop) -> None:
    new_shown()
    assert desktop.get_all() == {
        "PlaybackStatus": "Playing",
        "Metadata": {
            "mpris:trackid": "/aloud/article/7",
            "mpris:length": 90_500_000,
            "xesam:title": "A short walk",
            "xesam:artist": ["A. Writer"],
            "xesam:album": "The Daily Example",
        },
        "Position": 12_000_000,
        **dict.fromkeys(("Rate", "MinimumRate", "MaximumRate", "Volume"), 1.0),
        **dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl"), True),
    }


def test_without_an_article_there_is_nothing_to_do(new_shown: NewShown, desktop: Desktop) -> None:
    new_shown(PlaybackStatus())
    found = desktop.get_all()
    assert (found["PlaybackStatus"], found["Metadata"], found["Position"]) == ("Stopped", {}, 0)
    assert {name for name, value in found.items() if value is True} == {"CanControl"}
    assert desktop.get_all(ROOT_INTERFACE)["CanQuit"] is False
    assert desktop.get_all(ROOT_INTERFACE)["CanRaise"] is False


@pytest.mark.parametrize(
    ("track", "told"),
    [
        (Track(1), {}),
        (Track(1, "T", "", "S"), {"xesam:title": "T", "xesam:artist": ["S"], "xesam:album": "S"}),
        (Track(1, "T", "A", ""), {"xesam:title": "T", "xesam:artist": ["A"]}),
        (Track(1, "T"), {"xesam:title": "T"}),
        # What the bus cannot carry would end the connection.
        (Track(1, "N\0U\0L", "\ud800"), {"xesam:title": "NUL", "xesam:artist": ["?"]}),
        (Track(1, "Шлях до моря — שלום 🐦"), {"xesam:title": "Шлях до моря — שלום 🐦"}),
    ],
)
def test_what_is_not_known_or_not_told_is_left_out(
    track: Track, told: dict[str, Any], new_shown: NewShown, desktop: Desktop
) -> None:
    new_shown(PlaybackStatus(track=track))
    assert desktop.get("Metadata") == {"mpris:trackid": "/aloud/article/1", **told}
    assert desktop.get("CanPlay") is True
    assert desktop.get("CanSeek") is False


# -- what is announced --------------------------------------------------------------------------------------------


def test_only_what_has_changed_is_announced(new_shown: NewShown, desktop: Desktop) -> None:
    session = new_shown().session
    changes: list[tuple[PlaybackStatus, dict[str, Any]]] = []
    status = replace(PLAYING, playback=Playback.PAUSED)
    changes.append((status, {"PlaybackStatus": "Paused"}))
    status = replace(status, can_go_next=False)
    changes.append((status, {"CanGoNext": False}))
    status = replace(status, track=Track(8))
    changes.append((status, {"Metadata": {"mpris:trackid": "/aloud/article/8"}, "CanSeek": False}))
    for changed, announced in changes:
        desktop.changes.clear()
        session.publish(changed)
        desktop.wait_until(lambda: bool(desktop.changes), "a change")
        desktop.settle()
        assert desktop.changes == [announced]
    assert desktop.seeked_us == []


def test_the_time_is_asked_for_and_not_announced(new_shown: NewShown, desktop: Desktop) -> None:
    session = new_shown().session
    for second in range(13, 60):
        session.publish(replace(PLAYING, time=timedelta(seconds=second)))
    assert desktop.get("Position") == 59_000_000
    desktop.settle()
    assert (desktop.changes, desktop.seeked_us) == ([], [])


def test_a_jump_is_announced_with_the_time_that_it_leads_to(new_shown: NewShown, desktop: Desktop) -> None:
    session = new_shown().session
    session.publish(replace(PLAYING, time=timedelta(seconds=40), jumps=1))
    desktop.wait_until(lambda: bool(desktop.seeked_us), "the jump")
    desktop.settle()
    assert (desktop.changes, desktop.seeked_us) == ([], [40_000_000])


def test_what_was_published_before_the_bus_was_there_is_shown(bus: PrivateBus, desktop: Desktop) -> None:
    session = MprisSession(FakeDispatcher(), bus.address)
    session.start(PlaybackStatus(), lambda _: None)
    session.publish(PLAYING)
    desktop.wait_for_player()
    assert desktop.get("PlaybackStatus") == "Playing"
    session.close()


# -- what is asked ------------------------------------------------------------------------------------------------


def test_nothing_is_opened_from_outside(new_shown: NewShown, desktop: Desktop) -> None:
    shown = new_shown()
    with pytest.raises(RefusedError, match=r"DBus\.Error\.NotSupported"):
        desktop.call("OpenUri", "s", "file:///etc/passwd")
    assert shown.all_asked() == []


def test_it_has_one_volume_and_one_rate(new_shown: NewShown, desktop: Desktop) -> None:
    shown = new_shown()
    desktop.set("Volume", Variant("d", 1.0))
    desktop.set("Rate", Variant("d", 1.0))
    assert shown.all_asked() == []
    with pytest.raises(RefusedError, match=r"DBus\.Error\.NotSupported"):
        desktop.set("Volume", Variant("d", 0.3))
    with pytest.raises(RefusedError, match=r"DBus\.Error\.InvalidArgs"):
        desktop.set("Rate", Variant("d", 2.0))
    assert (desktop.get("Volume"), desktop.get("Rate")) == (1.0, 1.0)
    desktop.set("Rate", Variant("d", 0.0))
    assert shown.all_asked() == [MediaKey.PAUSE]


def test_a_time_of_another_track_is_not_gone_to(new_shown: NewShown, desktop: Desktop) -> None:
    shown = new_shown()
    for path in ("/aloud/article/6", "/aloud/article/77", "/aloud/article/" + "9" * 9999, "/", OBJECT_PATH):
        desktop.call("SetPosition", "ox", path, 5_000_000)
    assert shown.all_asked() == []
    desktop.call("SetPosition", "ox", "/aloud/article/7", 5_000_000)
    assert shown.all_asked() == [SeekTo(7, timedelta(seconds=5))]
    shown.session.publish(PlaybackStatus())
    desktop.call("SetPosition", "ox", "/aloud/article/7", 5_000_000)
    assert len(shown.all_asked()) == 1


@pytest.mark.parametrize("offset_us", [-(2**63), 2**63 - 1])
def test_absurd_offsets_do_no_harm(offset_us: int, new_shown: NewShown, desktop: Desktop) -> None:
    shown = new_shown()
    desktop.call("Seek", "x", offset_us)
    assert len(shown.all_asked()) == 1


# -- names --------------------------------------------------------------------------------------------------------


def test_a_second_instance_takes_a_name_of_its_own(new_shown: NewShown, desktop: Desktop, bus: PrivateBus) -> None:
    first, second = new_shown(), new_shown(replace(PLAYING, playback=Playback.PAUSED))
    own = f"{PLAYER_NAME}.instance{os.getpid()}"
    desktop.wait_until(lambda: desktop.names() == [PLAYER_NAME, own], "the second name")
    with Desktop(bus.address, own) as other:
        assert other.get("PlaybackStatus") == "Paused"
        other.call("Next")
    assert (first.all_asked(), second.all_asked()) == ([], [MediaKey.NEXT])
    first.session.close()
    assert desktop.names() == [own], "it took over a name that others may hold another instance by"
    second.session.close()
    assert desktop.names() == []


# -- what may go wrong --------------------------------------------------------------------------------------------


def wait_for_warning(caplog: pytest.LogCaptureFixture, session: MprisSession) -> list[str]:
    """Wait until the bus's thread has ended; return what it said."""
    thread = session._thread
    assert thread is not None
    thread.join(20)
    assert not thread.is_alive()
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_bus_that_goes_away_is_said_once(
    new_shown: NewShown, bus: PrivateBus, caplog: pytest.LogCaptureFixture
) -> None:
    session = new_shown().session
    bus.stop()
    for jumps in range(5):
        session.publish(replace(PLAYING, jumps=jumps))
    assert len(wait_for_warning(caplog, session)) == 1
    session.publish(PlaybackStatus())
    session.close()
    session.close()


@pytest.mark.parametrize(
    "address", ["unix:path=/nonexistent/bus", "unix:abstract=aloud-no-such-bus", "unix:path=,", "unix:path=%00"]
)
def test_a_bus_that_is_not_there_is_said_once(address: str, caplog: pytest.LogCaptureFixture) -> None:
    session = MprisSession(FakeDispatcher(), address)
    session.start(PLAYING, lambda _: None)
    session.publish(PlaybackStatus())
    assert len(wait_for_warning(caplog, session)) == 1
    session.close()


def test_something_else_that_listens_there_is_said_once(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    # Abstract: the path of a test's folder may be longer than a socket's may be.
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0aloud-test-{os.getpid()}")
        listening.listen()
        session = MprisSession(FakeDispatcher(), f"unix:abstract=aloud-test-{os.getpid()}")
        session.start(PLAYING, lambda _: None)
        answering, _ = listening.accept()
        with answering:
            answering.sendall(b"HTTP/1.1 400 Bad Request\r\n")
            assert len(wait_for_warning(caplog, session)) == 1
    session.close()


def test_a_bus_that_hangs_does_not_keep_the_program_from_ending(
    new_shown: NewShown, bus: PrivateBus, caplog: pytest.LogCaptureFixture
) -> None:
    session = new_shown().session
    starting = MprisSession(FakeDispatcher(), bus.address)
    os.kill(bus.pid, signal.SIGSTOP)
    try:
        starting.start(PLAYING, lambda _: None)
        session.publish(PlaybackStatus())
        began_s = time.monotonic()
        session.close()
        starting.close()
        assert time.monotonic() - began_s < 3
    finally:
        os.kill(bus.pid, signal.SIGCONT)
    assert wait_for_warning(caplog, starting) == []


def test_without_the_library_it_is_said_once(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    # As on a system for which the library is not installed: a folder that hides it comes first.
    (tmp_path / "dbus_fast").mkdir()
    (tmp_path / "dbus_fast/__init__.py").write_text("raise ModuleNotFoundError('no dbus_fast here')\n")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from kiosk.adapters.media_session import MprisSession\n"
        "from kiosk.core.media import PlaybackStatus\n"
        "session = MprisSession(None, 'unix:path=/nonexistent')\n"
        "session.start(PlaybackStatus(), print)\n"
        "session._thread.join(20)\n"
        "session.close()\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no dbus_fast here" in done.stderr


# -- where the bus is ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("unix:path=/run/user/1000/bus", "unix:path=/run/user/1000/bus"),
        ("unix:path=/run/bus,guid=0123456789abcdef", "unix:path=/run/bus,guid=0123456789abcdef"),
        ("unix:abstract=/run/dbus-x;unix:path=/run/y", "unix:abstract=/run/dbus-x;unix:path=/run/y"),
        # Never over a network, nor through a program that is started for it.
        ("tcp:host=192.0.2.1,port=1234", ""),
        ("nonce-tcp:host=192.0.2.1,port=1234,noncefile=/x", ""),
        ("unixexec:path=ssh,argv1=example.org", ""),
        ("tcp:host=192.0.2.1,port=1234;unix:path=/run/y", "unix:path=/run/y"),
        ("autolaunch:", ""),
        ("disabled:", ""),
    ],
)
def test_only_a_bus_of_this_machine_counts(named: str, found: str) -> None:
    assert session_bus_address({"DBUS_SESSION_BUS_ADDRESS": named, "XDG_RUNTIME_DIR": "/run/user/1000"}) == found


def test_a_session_that_names_no_bus_may_have_one_in_its_folder(bus: PrivateBus, tmp_path: Path) -> None:
    folder = Path(bus.address.removeprefix("unix:path=").split(",")[0]).parent
    assert session_bus_address({"XDG_RUNTIME_DIR": str(folder)}) == f"unix:path={folder}/bus"
    assert session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    (tmp_path / "bus").write_text("no socket")
    assert session_bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    assert session_bus_address({}) == ""


def test_a_machine_without_a_bus_has_no_media_control() -> None:
    session = find_media_session({}, FakeDispatcher())
    assert isinstance(session, NoMediaSession)
    session.start(PLAYING, lambda _: None)
    session.publish(PLAYING)
    session.close()
