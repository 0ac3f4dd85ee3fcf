"""Signals to end: they close the window as a person would, silence first. Knows no kiosk."""

import contextlib
import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP") if sys.platform != "win32" else ("SIGTERM", "SIGINT")


def close_on_signal(leave: Callable[[], object]) -> Callable[[], None]:
    """Close the window, by what it is given, on SIGTERM, SIGINT and SIGHUP, from the event loop.

    Python runs a signal's own function between any two steps of the main thread, in the middle of a locked
    passage too: closing from there would wait for ever for the lock that the interrupted step holds. So a signal
    only wakes the event loop, by a byte in a socket, and the window is closed when nothing else is being done.

    Returns:
        A function that takes it all back.
    """
    woken, waker = socket.socketpair()
    for end in (woken, waker):
        end.setblocking(False)
    notifier = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read)

    def close() -> None:
        with contextlib.suppress(BlockingIOError):
            woken.recv(4096)
        leave()

    notifier.activated.connect(close)
    before = {name: signal.signal(getattr(signal, name), lambda *_: None) for name in _NAMES}
    # A full socket is no reason to complain: one byte in it is enough.
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)

    def undo() -> None:
        signal.set_wakeup_fd(-1)
        for name, own in before.items():
            signal.signal(getattr(signal, name), own)
        notifier.setEnabled(False)
        woken.close()
        waker.close()

    return undo
