"""The desktop's media control over D-Bus (MPRIS 2.2): media keys, headsets, the panel's player, the lock screen.

The bus has a thread of its own. A machine without a bus, a bus that does not answer and one that goes away while
the program runs are no failures: the listener loses the desktop's keys and nothing else, and one line of the log
says it.
"""

import stat
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.media import MediaCommand, PlaybackStatus

if TYPE_CHECKING:
    import asyncio

    from dbus_fast.aio import MessageBus

    from kiosk.adapters.mpris_interfaces import PlayerInterface
    from kiosk.app.ports import Dispatcher, MediaSession

BUS_NAME = "org.mpris.MediaPlayer2.aloud"
# A bus answers in a millisecond. One that takes this long is as good as none.
_PATIENCE_S = 10.0
_CLOSING_S = 1.0


def session_bus_address(environment: Mapping[str, str]) -> str:
    """Return where the session's bus listens on this machine, or empty.

    Only sockets of this machine count: a bus that is reached over a network is none for a program without one.
    """
    named = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    local = [address for address in named.split(";") if address.startswith(("unix:path=", "unix:abstract="))]
    if named or not (folder := environment.get("XDG_RUNTIME_DIR")):
        return ";".join(local)
    # Where the bus of a systemd session lies, also for a program that was started without its address.
    socket = Path(folder) / "bus"
    with suppress(OSError):
        if stat.S_ISSOCK(socket.stat().st_mode):
            return f"unix:path={socket}"
    return ""


def _ignore(_: MediaCommand) -> None:
    """Nobody listens."""


class NoMediaSession:
    """A desktop without media control."""

    def start(self, status: PlaybackStatus, ask: Callable[[MediaCommand], None]) -> None:
        """Announce nothing."""

    def publish(self, status: PlaybackStatus) -> None:
        """Show nothing."""

    def close(self) -> None:
        """Let go of nothing."""


def find_media_session(environment: Mapping[str, str], dispatcher: "Dispatcher") -> "MediaSession":
    """Return the media control of this desktop.

    Args:
        environment: where a desktop says how it is reached.
        dispatcher: the way to the main thread.
    """
    address = session_bus_address(environment)
    return MprisSession(dispatcher, address) if address else NoMediaSession()


class MprisSession:
    """The program as a media player on the session's bus.

    1. ``start`` starts the thread, which connects, exports the two objects and only then takes a name: whoever
       sees the name finds everything behind it. A second instance takes a name of its own.
    2. ``publish`` replaces the status that the objects read, and wakes the thread when something is to be
       announced. The time of the reading is not: it changes with every word, and is asked for.
    3. What is asked is posted to the main thread.
    """

    def __init__(self, dispatcher: "Dispatcher", address: str) -> None:
        """Make a session that does nothing yet.

        Args:
            dispatcher: the way to the main thread.
            address: where the bus listens.
        """
        self._dispatcher = dispatcher
        self._address = address
        self._ask: Callable[[MediaCommand], None] = _ignore
        # Replaced as a whole by the main thread, read by the bus's: neither waits for the other.
        self._status = PlaybackStatus()
        self._told = self._status
        self._thread: threading.Thread | None = None
        # What is known once the thread runs; the lock is for coming and going only.
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._player: PlayerInterface | None = None
        self._is_closing = False

    def start(self, status: PlaybackStatus, ask: Callable[[MediaCommand], None]) -> None:
        """Announce the program."""
        self._status = status
        self._ask = ask
        self._thread = threading.Thread(target=self._run, name="media", daemon=True)
        self._thread.start()

    def publish(self, status: PlaybackStatus) -> None:
        """Show something else."""
        before, self._status = self._status, status
        if replace(before, time=status.time) != status:
            self._wake(self._tell)

    def close(self) -> None:
        """Disappear from the desktop."""
        # What has been posted by now finds nobody.
        self._ask = _ignore
        with self._lock:
            self._is_closing = True
            task = self._task
        if task is not None:
            self._wake(task.cancel)
        if self._thread is not None:
            # A bus that hangs must not keep the program from ending; the thread is a daemon.
            self._thread.join(timeout=_CLOSING_S)

    # -- the bus's own thread -------------------------------------------------------------------------------

    def _wake(self, step: Callable[[], object]) -> None:
        loop = self._loop
        if loop is not None:
            # The loop may have ended since: then there is nobody to tell.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(step)

    def _run(self) -> None:
        import asyncio
        import logging

        try:
            asyncio.run(self._serve())
        except asyncio.CancelledError:
            pass  # closed by the program
        except Exception as error:
            logging.getLogger(__name__).warning("the desktop's media control is not to be had: %r", error)

    async def _serve(self) -> None:
        import asyncio

        from dbus_fast.aio import MessageBus

        loop = asyncio.get_running_loop()
        # Messages that a dying bus did not take any more: its death itself is said, once.
        loop.set_exception_handler(lambda *_: None)
        with self._lock:
            if self._is_closing:
                return
            self._loop, self._task = loop, asyncio.current_task()
        bus = MessageBus(self._address)
        async with asyncio.timeout(_PATIENCE_S):
            await bus.connect()
        # A task of its own: whoever waits for it may be cancelled, it may not.
        gone: asyncio.Future[None] = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
        try:
            async with asyncio.timeout(_PATIENCE_S):
                await self._appear(bus)
            await asyncio.wait({gone})
        finally:
            self._player = None
            bus.disconnect()
            await asyncio.wait({gone}, timeout=_CLOSING_S)
        raise ConnectionError(f"the bus went away ({gone.exception()!r})")

    async def _appear(self, bus: "MessageBus") -> None:
        import os

        from dbus_fast import NameFlag, RequestNameReply

        from kiosk.adapters.mpris_interfaces import OBJECT_PATH, PlayerInterface, RootInterface

        player = PlayerInterface(self._current, self._send)
        bus.export(OBJECT_PATH, RootInterface(self._current, self._send))
        bus.export(OBJECT_PATH, player)
        self._told, self._player = self._status, player
        for name in (BUS_NAME, f"{BUS_NAME}.instance{os.getpid()}"):
            reply = await bus.request_name(name, NameFlag.DO_NOT_QUEUE)
            if reply is RequestNameReply.PRIMARY_OWNER:
                return
        raise ConnectionError("the bus gives no name")

    def _current(self) -> PlaybackStatus:
        return self._status

    def _send(self, command: MediaCommand) -> None:
        self._dispatcher.post(lambda: self._ask(command))

    def _tell(self) -> None:
        """Announce what has changed since it was last announced."""
        if self._player is None:
            return
        from kiosk.adapters.mpris_interfaces import announced

        told, self._told = self._told, self._status
        before, after = announced(told), announced(self._told)
        changed = {name: value for name, value in after.items() if value != before[name]}
        if changed:
            self._player.emit_properties_changed(changed)
        if self._told.jumps != told.jumps:
            self._player.seeked()
