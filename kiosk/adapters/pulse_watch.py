"""Watches the sound server: which devices there are, which is the default, and where our own streams sound.

PulseAudio and PipeWire both answer, over a socket of the machine itself. Plays nothing.
"""

import os
import threading
import time
from collections.abc import Callable
from ctypes import POINTER, cast
from typing import Any

from kiosk.adapters import libpulse
from kiosk.core.errors import AudioError
from kiosk.core.sound_device import OwnStream, SoundDevice, SoundServer

_PATIENCE_S = 2.0
_WAKE_AGAIN_S = 0.05


def _nothing() -> None:
    pass


class PulseWatch:
    """Keeps :attr:`server` true.

    1. ``ask`` connects when that is needed, and waits until the server has told everything.
    2. A thread sleeps until the server says that something changed, and then asks for everything again: there
       are a handful of devices and streams, and a picture that is made anew cannot drift from the truth.
    3. When the server goes away ``server`` becomes None and the thread ends; ``ask`` tries again.
    """

    def __init__(self, changed: Callable[[], None] = _nothing) -> None:
        """Prepare; nothing is connected yet.

        Args:
            changed: called on the watch's own thread whenever :attr:`server` is new; must return at once.
        """
        self._changed = changed
        self._thread: threading.Thread | None = None
        self._session: _Session | None = None
        self._news = threading.Condition()
        self._lock = threading.Lock()
        self.server: SoundServer | None = None

    def ask(self) -> SoundServer | None:
        """Return what the server tells now; blocks for some milliseconds, in the worst case for two seconds.

        Returns:
            None when this machine has no such server, or not the library to ask it.

        Raises:
            AudioError: there is a server, and it does not answer.
        """
        asked_s = time.monotonic()
        session = self._connect()
        if session is None:
            return None
        session.refresh()
        with self._news:
            while not self._news.wait_for(
                lambda: session.has_ended or self._has_told_since(asked_s), _WAKE_AGAIN_S
            ):
                if time.monotonic() - asked_s > _PATIENCE_S:
                    raise AudioError("the sound server does not answer")
                session.wake()
            return None if session.has_ended else self.server

    def refresh(self) -> None:
        """Ask the server for everything again; how long sound waits changes without being told."""
        session = self._session
        if session is not None:
            session.refresh()

    def stop(self) -> None:
        """Disconnect; ``server`` is None afterwards."""
        with self._lock:
            session, self._session = self._session, None
            self.server = None
            if session is not None:
                session.stop()
                if self._thread is not None and self._thread is not threading.current_thread():
                    self._await_end(session, self._thread)

    @staticmethod
    def _await_end(session: "_Session", thread: threading.Thread) -> None:
        asked_s = time.monotonic()
        while thread.is_alive() and time.monotonic() - asked_s < _PATIENCE_S:
            session.wake()
            thread.join(_WAKE_AGAIN_S)

    def _connect(self) -> "_Session | None":
        with self._lock:
            if self._session is None or self._session.has_ended:
                try:
                    session = _Session(libpulse.LibPulse(), self._tell)
                except OSError:
                    return None
                self._session = session
                self._thread = threading.Thread(target=session.run, name="sound server", daemon=True)
                self._thread.start()
            return self._session

    def _has_told_since(self, moment_s: float) -> bool:
        return self.server is not None and self.server.asked_s >= moment_s

    def _tell(self, session: "_Session", server: SoundServer | None) -> None:
        with self._news:
            # One that was stopped may be late with its last word.
            if session is self._session:
                self.server = server
            self._news.notify_all()
        self._changed()


class _Session:
    """One connection; everything but ``refresh`` and ``stop`` happens on the thread that calls ``run``."""

    def __init__(
        self,
        pulse: libpulse.LibPulse,
        tell: "Callable[[_Session, SoundServer | None], None]",
    ) -> None:
        self._pulse = pulse
        self._process_id = str(os.getpid())
        self._tell = tell
        self._loop: Any = pulse.mainloop_new()
        self._loop_lock = threading.Lock()
        self._context: Any = None
        self.has_ended = False
        self._is_stopping = False
        self._is_stale = True
        self._is_asking = False
        self._asked_s = 0.0
        self._memory = _Memory()
        self._default = ""
        self._sinks: dict[int, SoundDevice] = {}
        self._inputs: list[tuple[int, int, float]] = []
        # The library keeps only the addresses.
        self._on_change = libpulse.ChangeCallback(lambda *_: self._grow_stale())
        self._on_server = libpulse.ServerCallback(self._take_server)
        self._on_sink = libpulse.ListCallback(self._take_sink)
        self._on_input = libpulse.ListCallback(self._take_input)

    def refresh(self) -> None:
        """Ask again; any thread."""
        self._is_stale = True
        self.wake()

    def stop(self) -> None:
        """End ``run``; any thread."""
        self._is_stopping = True
        self.wake()

    def run(self) -> None:
        """Connect and keep telling until the server goes away or ``stop``."""
        pulse = self._pulse
        self._context = pulse.context_new(pulse.mainloop_get_api(self._loop), b"Aloud")
        try:
            if pulse.context_connect(self._context, None, libpulse.NO_AUTOSPAWN, None) >= 0:
                self._listen()
        finally:
            pulse.context_disconnect(self._context)
            pulse.context_unref(self._context)
            with self._loop_lock:
                pulse.mainloop_free(self._loop)
                self._loop = None
            self.has_ended = True
            self._tell(self, None)

    def _listen(self) -> None:
        pulse = self._pulse
        is_subscribed = False
        while not self._is_stopping and pulse.mainloop_iterate(self._loop, 1, None) >= 0:
            state = pulse.context_get_state(self._context)
            if state >= libpulse.CONTEXT_FAILED:
                return
            if state < libpulse.CONTEXT_READY:
                continue
            if not is_subscribed:
                is_subscribed = True
                pulse.context_set_subscribe_callback(self._context, self._on_change, None)
                about = libpulse.ABOUT_SINKS | libpulse.ABOUT_SINK_INPUTS | libpulse.ABOUT_SERVER
                self._let_run(pulse.context_subscribe(self._context, about, None, None))
            if self._is_stale and not self._is_asking:
                self._ask()

    def _ask(self) -> None:
        # Answers come in the order of the questions, so the last one completes the picture.
        self._is_stale, self._is_asking = False, True
        self._asked_s = time.monotonic()
        self._sinks, self._inputs = {}, []
        pulse = self._pulse
        self._let_run(pulse.context_get_server_info(self._context, self._on_server, None))
        self._let_run(pulse.context_get_sink_info_list(self._context, self._on_sink, None))
        self._let_run(pulse.context_get_sink_input_info_list(self._context, self._on_input, None))

    def _let_run(self, operation: Any) -> None:
        if operation:
            self._pulse.operation_unref(operation)
        else:
            self._is_stopping = True

    def wake(self) -> None:
        """Let the thread look at what it was asked for; any thread.

        The library forgets a wake-up that comes between our look and its own preparations, so one is not always
        enough.
        """
        with self._loop_lock:
            if self._loop is not None:
                self._pulse.mainloop_wakeup(self._loop)

    # -- answers ----------------------------------------------------------------------------------------------

    def _grow_stale(self) -> None:
        self._is_stale = True

    def _take_server(self, _context: Any, info: Any, _data: Any) -> None:
        if info:
            server = cast(info, POINTER(libpulse.ServerInfo)).contents
            self._default = libpulse.text(server.default_sink_name)

    def _take_sink(self, _context: Any, info: Any, _is_last: int, _data: Any) -> None:
        if not info:
            return
        sink = cast(info, POINTER(libpulse.SinkInfo)).contents
        port = sink.active_port.contents if sink.active_port else None
        self._sinks[sink.index] = SoundDevice(
            libpulse.text(sink.name),
            libpulse.text(port.name) if port else "",
            port is None or port.available != libpulse.PORT_UNPLUGGED,
            libpulse.text(self._pulse.proplist_gets(sink.properties, b"device.form_factor")),
        )

    def _take_input(self, _context: Any, info: Any, is_last: int, _data: Any) -> None:
        if is_last:
            self._is_asking = False
            self._tell(self, self._memory.picture(self._default, self._sinks, self._inputs, self._asked_s))
        elif info:
            stream = cast(info, POINTER(libpulse.SinkInputInfo)).contents
            owner = self._pulse.proplist_gets(stream.properties, b"application.process.id")
            if libpulse.text(owner) == self._process_id:
                self._inputs.append((stream.index, stream.sink, (stream.buffer_us + stream.sink_us) / 1000))


class _Memory:
    """Since when things are as they are: the server does not say."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}
        self._default = ("", 0.0)

    def picture(
        self,
        default: str,
        sinks: dict[int, SoundDevice],
        inputs: list[tuple[int, int, float]],
        asked_s: float,
    ) -> SoundServer:
        """Put answers together."""
        now = time.monotonic()
        if default != self._default[0]:
            self._default = (default, now)
        names = {sink.name for sink in sinks.values()}
        self._since = {name: self._since.get(name, now) for name in names}
        devices = tuple(
            SoundDevice(sink.name, sink.port, sink.is_plugged, sink.shape, self._since[sink.name])
            for sink in sinks.values()
        )
        streams = tuple(
            OwnStream(index, sinks[sink].name, queued_ms)
            for index, sink, queued_ms in inputs
            # A stream that is being moved sounds nowhere yet.
            if sink in sinks
        )
        return SoundServer(default, devices, streams, asked_s, now, self._default[1])
