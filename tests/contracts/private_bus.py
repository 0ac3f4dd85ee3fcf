"""A message bus of its own, and somebody on it who uses a media player as a desktop does. Knows no part of ours.

The names and signatures are those of the MPRIS specification, written down here once more.
"""

import asyncio
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, TypeVar

import pytest
from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

PLAYER_NAME = "org.mpris.MediaPlayer2.aloud"
OBJECT_PATH = "/org/mpris/MediaPlayer2"
ROOT_INTERFACE = "org.mpris.MediaPlayer2"
PLAYER_INTERFACE = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_S = 20
T = TypeVar("T")


class PrivateBus:
    """A bus that nobody else is on; its socket lies in a folder of its own."""

    def __init__(self) -> None:
        if not shutil.which("dbus-daemon"):
            pytest.skip("no dbus-daemon: run through packaging/test.sh")
        self._folder = tempfile.mkdtemp(prefix="bus")
        self._daemon = subprocess.Popen(
            [
                *("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"),
                f"--address=unix:path={self._folder}/bus",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        stream = self._daemon.stdout
        if stream is None:
            raise RuntimeError("the bus has no output")
        with stream:
            self.address = stream.readline().strip()

    @property
    def pid(self) -> int:
        """The process of the bus."""
        return self._daemon.pid

    def stop(self) -> None:
        """Take the bus away from everybody on it."""
        self._daemon.kill()
        self._daemon.wait()

    def close(self) -> None:
        """End the bus."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


class RefusedError(Exception):
    """The player answered with an error; the message is the error's name."""


class Desktop:
    """Talks to the player, and writes down what it announces."""

    def __init__(self, address: str, name: str = PLAYER_NAME) -> None:
        self._name = name
        self._news = threading.Condition()
        self.changes: list[dict[str, Any]] = []
        self.seeked_us: list[int] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._bus: MessageBus = self._wait(self._connect(address))

    def __enter__(self) -> "Desktop":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the bus."""
        self._wait(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # -- asking the bus -------------------------------------------------------------------------------------

    def names(self) -> list[str]:
        """Return the media players on the bus."""
        found = self._ask_bus("ListNames")
        return sorted(name for name in found if name.startswith("org.mpris."))

    def wait_for_player(self) -> None:
        """Wait until the player has its name."""
        self.wait_until(lambda: self._name in self.names(), "the player's name")

    def wait_until_gone(self) -> None:
        """Wait until the player has lost its name."""
        self.wait_until(lambda: self._name not in self.names(), "the end of the player's name")

    # -- asking the player ----------------------------------------------------------------------------------

    def call(self, member: str, signature: str = "", *arguments: Any, interface: str = PLAYER_INTERFACE) -> Any:
        """Call a method of the player; return what it answers.

        Raises:
            RefusedError: the answer is an error.
        """
        message = Message(
            destination=self._name,
            path=OBJECT_PATH,
            interface=interface,
            member=member,
            signature=signature,
            body=list(arguments),
        )
        return self._wait(self._call(message))

    def get(self, name: str, interface: str = PLAYER_INTERFACE) -> Any:
        """Return a property, without its wrapping."""
        return plain(self.call("Get", "ss", interface, name, interface=PROPERTIES))

    def get_all(self, interface: str = PLAYER_INTERFACE) -> dict[str, Any]:
        """Return all properties of an interface, without their wrapping."""
        found: dict[str, Any] = plain(self.call("GetAll", "s", interface, interface=PROPERTIES))
        return found

    def set(self, name: str, value: Variant) -> None:
        """Set a property of the player.

        Raises:
            RefusedError: the answer is an error.
        """
        self.call("Set", "ssv", PLAYER_INTERFACE, name, value, interface=PROPERTIES)

    def introspect(self) -> str:
        """Return the player's description of itself, as XML."""
        return str(self.call("Introspect", interface="org.freedesktop.DBus.Introspectable"))

    def settle(self) -> None:
        """Wait until all that was announced before has arrived: the player's answers keep their order with it."""
        self.call("Ping", interface="org.freedesktop.DBus.Peer")

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for something that the bus or the player brings about."""
        waiting = threading.Event()
        for _ in range(PATIENCE_S * 100):
            if is_so():
                return
            waiting.wait(0.01)
        raise AssertionError(f"waited {PATIENCE_S} s in vain: {what}")

    # -- the bus's own thread -------------------------------------------------------------------------------

    def _wait(self, answer: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(answer, self._loop).result(PATIENCE_S)

    async def _connect(self, address: str) -> MessageBus:
        bus = await MessageBus(address).connect()
        bus.add_message_handler(self._note)
        for rule in (f"interface='{PROPERTIES}'", f"interface='{PLAYER_INTERFACE}'"):
            await bus.call(_bus_call("AddMatch", "s", f"type='signal',path='{OBJECT_PATH}',{rule}"))
        return bus

    async def _leave(self) -> None:
        self._bus.disconnect()
        # A bus that was taken away is left as well.
        await asyncio.wait([asyncio.ensure_future(_end_of(self._bus))], timeout=PATIENCE_S)

    async def _call(self, message: Message) -> Any:
        answer = await self._bus.call(message)
        if answer is None or answer.message_type is MessageType.ERROR:
            raise RefusedError(answer.error_name if answer else "no answer")
        return answer.body[0] if answer.body else None

    def _ask_bus(self, member: str) -> Any:
        return self._wait(self._call(_bus_call(member)))

    def _note(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        with self._news:
            if message.member == "PropertiesChanged":
                self.changes.append(plain(message.body[1]))
            elif message.member == "Seeked":
                self.seeked_us.append(message.body[0])
            self._news.notify_all()


async def _end_of(bus: MessageBus) -> None:
    try:
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    except Exception:
        return


def _bus_call(member: str, signature: str = "", *arguments: Any) -> Message:
    return Message(
        destination="org.freedesktop.DBus",
        path="/org/freedesktop/DBus",
        interface="org.freedesktop.DBus",
        member=member,
        signature=signature,
        body=list(arguments),
    )


def plain(value: Any) -> Any:
    """Return a value of the bus without its wrapping."""
    if isinstance(value, Variant):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value
