"""What every media session promises: the one on a message bus, and the one that a test holds in its hands."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Protocol

import pytest

from kiosk.adapters.media_session import MprisSession
from kiosk.app.ports import MediaSession
from kiosk.core.media import (
    MediaCommand,
    MediaKey,
    Playback,
    PlaybackStatus,
    SeekBy,
    SeekTo,
    Track,
    WindowAction,
)
from tests.contracts.private_bus import ROOT_INTERFACE, Desktop, PrivateBus
from tests.fakes.fake_dispatcher import FakeDispatcher
from tests.fakes.fake_media_session import FakeMediaSession

TRACK = Track(3, "A short walk", "A. Writer", "The Daily Example", timedelta(seconds=90))
PLAYING = PlaybackStatus(Playback.PLAYING, TRACK, timedelta(seconds=12), 0, True, True, True)
PAUSED = PlaybackStatus(Playback.PAUSED, TRACK, timedelta(seconds=13), 0, True, True, True)


class Remote(Protocol):
    """Somebody at the desktop."""

    session: MediaSession

    def is_shown(self) -> bool:
        """Whether the program is there."""
        ...

    def shown(self) -> tuple[str, str, float]:
        """Return what is shown: whether it plays, the title, and the seconds from the beginning."""
        ...

    def send(self, command: MediaCommand) -> None:
        """Ask for something."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class FakeRemote:
    """Looks at the fake."""

    def __init__(self, dispatcher: FakeDispatcher) -> None:
        self.session = FakeMediaSession(dispatcher)

    def is_shown(self) -> bool:
        return self.session.is_there

    def shown(self) -> tuple[str, str, float]:
        status = self.session.status
        return (
            status.playback.name.title(),
            status.track.title if status.track else "",
            status.time.total_seconds(),
        )

    def send(self, command: MediaCommand) -> None:
        self.session.send(command)

    def close(self) -> None:
        self.session.close()


class BusRemote:
    """Looks over a bus."""

    def __init__(self, dispatcher: FakeDispatcher) -> None:
        self._bus = PrivateBus()
        self._desktop = Desktop(self._bus.address)
        self.session = MprisSession(dispatcher, self._bus.address)

    def is_shown(self) -> bool:
        return bool(self._desktop.names())

    def shown(self) -> tuple[str, str, float]:
        self._desktop.wait_for_player()
        found = self._desktop.get_all()
        return found["PlaybackStatus"], found["Metadata"].get("xesam:title", ""), found["Position"] / 1_000_000

    def send(self, command: MediaCommand) -> None:
        self._desktop.wait_for_player()
        match command:
            case MediaKey():
                self._desktop.call(command.name.title().replace("_", ""))
            case WindowAction():
                name = "Raise" if command is WindowAction.RAISE else "Quit"
                self._desktop.call(name, interface=ROOT_INTERFACE)
            case SeekBy(offset):
                self._desktop.call("Seek", "x", offset // timedelta(microseconds=1))
            case SeekTo(_, time):
                track = self._desktop.get("Metadata")["mpris:trackid"]
                self._desktop.call("SetPosition", "ox", track, time // timedelta(microseconds=1))

    def close(self) -> None:
        self.session.close()
        self._desktop.close()
        self._bus.close()


class Asked(list[MediaCommand]):
    """What has arrived."""


@pytest.fixture
def dispatcher() -> FakeDispatcher:
    return FakeDispatcher()


@pytest.fixture(params=[BusRemote, FakeRemote])
def remote(request: pytest.FixtureRequest, dispatcher: FakeDispatcher) -> Iterator[Remote]:
    make: Callable[[FakeDispatcher], Remote] = request.param
    made = make(dispatcher)
    yield made
    made.close()


def test_what_is_published_is_shown(remote: Remote) -> None:
    remote.session.start(PLAYING, Asked().append)
    assert remote.shown() == ("Playing", "A short walk", 12.0)
    remote.session.publish(PAUSED)
    assert remote.shown() == ("Paused", "A short walk", 13.0)
    remote.session.publish(PlaybackStatus())
    assert remote.shown() == ("Stopped", "", 0.0)


COMMANDS: list[MediaCommand] = [
    *MediaKey,
    *WindowAction,
    SeekBy(timedelta(seconds=10)),
    SeekBy(timedelta(seconds=-2.5)),
    SeekTo(TRACK.number, timedelta(seconds=31)),
]


def test_what_is_asked_arrives_on_the_main_thread_in_order(remote: Remote, dispatcher: FakeDispatcher) -> None:
    asked = Asked()
    remote.session.start(PLAYING, asked.append)
    for command in COMMANDS:
        remote.send(command)
    assert asked == [], "it did not wait for the main thread"
    for _ in COMMANDS:
        dispatcher.run_next()
    assert asked == COMMANDS
    assert dispatcher.run() == 0


def test_what_is_asked_at_the_last_moment_is_not_obeyed(remote: Remote, dispatcher: FakeDispatcher) -> None:
    asked = Asked()
    remote.session.start(PLAYING, asked.append)
    remote.send(MediaKey.PLAY)
    remote.session.close()
    dispatcher.run()
    assert asked == []


def test_closed_it_is_gone(remote: Remote) -> None:
    remote.session.start(PLAYING, Asked().append)
    assert remote.shown()[0] == "Playing"
    remote.session.close()
    assert not remote.is_shown()
    remote.session.publish(PAUSED)
    remote.session.close()
    assert not remote.is_shown()


def test_never_started_it_is_never_there(remote: Remote) -> None:
    remote.session.publish(PLAYING)
    assert not remote.is_shown()
    remote.session.close()
    assert not remote.is_shown()


def test_closed_while_it_is_starting_it_does_not_appear(remote: Remote) -> None:
    remote.session.start(PLAYING, Asked().append)
    remote.session.close()
    assert not remote.is_shown()
