"""The service that started the program, where there is one: a datagram socket that it named. Knows no kiosk.

This is systemd's protocol of ``sd_notify``, which needs no library: lines of ``NAME=value`` in one datagram.
"""

import socket
from collections.abc import MutableMapping
from contextlib import suppress

_SOCKET, _PATIENCE, _PID = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"


class NotifySocket:
    """A :class:`kiosk.app.ports.Service`."""

    def __init__(self, environment: MutableMapping[str, str]) -> None:
        """Take what the service has said of itself out of the environment: what the program starts is not meant.

        Args:
            environment: of this process. That a process id is named there is passed over: it is the compositor's,
                which was started first and says nothing.
        """
        named, patience = environment.pop(_SOCKET, ""), environment.pop(_PATIENCE, "")
        environment.pop(_PID, None)
        # "@" stands for the zero byte with which the name of a socket begins that lies in no folder.
        self._address = f"\0{named[1:]}" if named.startswith("@") else named
        self._is_there = named.startswith(("/", "@")) and hasattr(socket, "AF_UNIX")
        self._patience_us = int(patience) if patience.isdecimal() and self._is_there else 0

    @property
    def patience_us(self) -> int:
        """How long it waits for a sign of life, in microseconds; 0 when it waits for none."""
        return self._patience_us

    def ready(self) -> None:
        """Say that the program can be used."""
        self._send("READY=1")

    def alive(self) -> None:
        """Say that it lives."""
        self._send("WATCHDOG=1")

    def show(self, status: str) -> None:
        """Say in one line how it is."""
        self._send(f"STATUS={' '.join(status.split())}")

    def stopping(self) -> None:
        """Say that it ends."""
        self._send("STOPPING=1")

    def _send(self, line: str) -> None:
        if not self._is_there:
            return
        # When this fails nobody is left who could be told.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as own:
            # A service that does not read must not keep the event loop.
            own.setblocking(False)
            own.sendto(line.encode(), self._address)
