"""A sound server that only tells: the part of PulseAudio's protocol that asks for devices, over a socket file.

Sockets of sound cards (headphones, speaker) need a real card everywhere else. Plays nothing.
"""

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path

_VERSION = 35
_NONE = 0xFFFFFFFF
_HEADER = struct.Struct(">IIIII")


class _Command(IntEnum):
    REPLY = 2
    AUTH = 8
    SET_CLIENT_NAME = 9
    GET_SERVER_INFO = 20
    GET_SINK_INFO_LIST = 22
    GET_SINK_INPUT_INFO_LIST = 30
    SUBSCRIBE = 35
    SUBSCRIBE_EVENT = 66


@dataclass(frozen=True, slots=True)
class FakePort:
    """A socket of a card."""

    name: str
    available: int = 0
    """0 not known, 1 nothing plugged in, 2 plugged in."""


@dataclass(frozen=True, slots=True)
class FakeSink:
    """A device."""

    name: str
    ports: tuple[FakePort, ...] = ()
    active_port: str | None = None
    shape: str = ""


@dataclass(frozen=True, slots=True)
class FakeStream:
    """A stream of some process."""

    sink: int
    process_id: str
    buffer_us: int = 0
    sink_us: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What the server tells: everything by its number."""

    default: str = ""
    sinks: dict[int, FakeSink] = field(default_factory=dict)
    streams: dict[int, FakeStream] = field(default_factory=dict)


class FakePulseServer:
    """Listens until closed; ``tell`` changes the answers and says that something changed."""

    def __init__(self, path: Path) -> None:
        self.told = Told()
        self.question_count = 0
        self.is_silent = False
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(path))
        self._listener.listen()
        self._clients: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._spawn(self._accept)

    def tell(self, told: Told) -> None:
        """Tell something new."""
        self.told = told
        for client in self._clients:
            self._send(client, _u32(_Command.SUBSCRIBE_EVENT) + _u32(_NONE) + _u32(0x10) + _u32(0))

    def change(self, **changes: object) -> None:
        """Tell something new, the rest as before."""
        self.tell(replace(self.told, **changes))  # type: ignore[arg-type]

    def close(self) -> None:
        """Go away; nothing happens the second time."""
        for connection in (self._listener, *self._clients):
            # Whoever is connected may have gone first.
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def _spawn(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._clients.append(client)
            self._spawn(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client:
            while header := _receive(client, _HEADER.size):
                body = _receive(client, _HEADER.unpack(header)[0])
                # Each number is preceded by its tag, one byte.
                command, tag = struct.unpack(">xIxI", body[:10])
                answer = None if self.is_silent else self._answer(command)
                if answer is not None:
                    self._send(client, _u32(_Command.REPLY) + _u32(tag) + answer)

    def _answer(self, command: int) -> bytes | None:
        match command:
            case _Command.AUTH:
                return _u32(_VERSION)
            case _Command.SET_CLIENT_NAME:
                return _u32(7)
            case _Command.GET_SERVER_INFO:
                self.question_count += 1
                return self._server_info()
            case _Command.GET_SINK_INFO_LIST:
                return b"".join(_sink(index, sink) for index, sink in self.told.sinks.items())
            case _Command.GET_SINK_INPUT_INFO_LIST:
                return b"".join(_stream(index, stream) for index, stream in self.told.streams.items())
            case _Command.SUBSCRIBE:
                return b""
        return None

    def _server_info(self) -> bytes:
        names = _text("fake") + _text("16") + _text("somebody") + _text("here") + _spec()
        return names + _text(self.told.default) + _text("") + _u32(1) + _map()

    def _send(self, client: socket.socket, body: bytes) -> None:
        client.sendall(_HEADER.pack(len(body), _NONE, 0, 0, 0) + body)


def _receive(client: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        try:
            part = client.recv(count - len(data))
        except OSError:
            return b""
        if not part:
            return b""
        data += part
    return data


def _sink(index: int, sink: FakeSink) -> bytes:
    ports = b"".join(
        _text(port.name) + _text(f"The port {port.name}") + _u32(9) + _u32(port.available) + _text("") + _u32(3)
        for port in sink.ports
    )
    return b"".join(
        (
            _u32(index),
            _text(sink.name),
            _text("A device"),
            _spec() + _map(),
            _u32(_NONE),
            _volumes() + b"0",
            _u32(5) + _text("monitor"),
            _us(1),
            _text("driver"),
            _u32(0),
            _properties({"device.form_factor": sink.shape} if sink.shape else {}),
            _us(2),
            b"V" + struct.pack(">I", 65536),
            _u32(0) + _u32(65537) + _u32(_NONE),
            _u32(len(sink.ports)) + ports + _text(sink.active_port),
            b"B\x01f" + b"B\x01" + _properties({}),
        )
    )


def _stream(index: int, stream: FakeStream) -> bytes:
    return b"".join(
        (
            _u32(index),
            _text("a stream"),
            _u32(_NONE) + _u32(7) + _u32(stream.sink),
            _spec() + _map() + _volumes(),
            _us(stream.buffer_us) + _us(stream.sink_us),
            _text("copy") + _text("driver"),
            b"0",
            _properties({"application.process.id": stream.process_id}),
            b"0" + b"1" + b"1",
            b"f" + b"B\x01" + _properties({}),
        )
    )


def _u32(value: int) -> bytes:
    return b"L" + struct.pack(">I", value)


def _us(value: int) -> bytes:
    return b"U" + struct.pack(">Q", value)


def _text(value: str | None) -> bytes:
    return b"N" if value is None else b"t" + value.encode() + b"\0"


def _spec() -> bytes:
    return b"a" + struct.pack(">BBI", 3, 2, 48_000)


def _map() -> bytes:
    return b"m\x02\x01\x02"


def _volumes() -> bytes:
    return b"v\x02" + struct.pack(">II", 65_536, 65_536)


def _properties(values: dict[str, str]) -> bytes:
    made = b""
    for name, value in values.items():
        data = value.encode() + b"\0"
        made += _text(name) + _u32(len(data)) + b"x" + struct.pack(">I", len(data)) + data
    return b"P" + made + b"N"
