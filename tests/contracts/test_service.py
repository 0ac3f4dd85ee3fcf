"""What every service promises: it is told at once, in order, and nothing that is said ever waits or fails."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.adapters.service_notify import NotifySocket
from kiosk.app.service import NoService, Service
from tests.fakes.fake_service import FakeService

Listening = tuple[Service, Callable[[], list[str]]]


def listening(address: str, name: str, patience: str = "30000000") -> tuple[socket.socket, Service]:
    """Return a service's end of a socket, and the program's."""
    own = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    own.bind(address)
    own.setblocking(False)
    return own, NotifySocket({"NOTIFY_SOCKET": name, "WATCHDOG_USEC": patience, "WATCHDOG_PID": "1"})


def taken(own: socket.socket) -> list[str]:
    """Return the datagrams that have arrived."""
    found = []
    while True:
        try:
            found.append(own.recv(4096).decode())
        except BlockingIOError:
            return found


@pytest.fixture(params=["in a folder", "abstract", "fake"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Listening]:
    if request.param == "fake":
        fake = FakeService()
        yield fake, fake.take
        return
    path = str(tmp_path / "notify")
    abstract = f"aloud-test-{os.getpid()}"
    is_abstract = request.param == "abstract"
    own, made = listening(f"\0{abstract}" if is_abstract else path, f"@{abstract}" if is_abstract else path)
    with own:
        yield made, lambda: taken(own)


def test_it_is_told_in_order(service: Listening) -> None:
    told, take = service
    told.ready()
    told.show("Ready")
    told.alive()
    told.stopping()
    assert take() == ["READY=1", "STATUS=Ready", "WATCHDOG=1", "STOPPING=1"]


def test_it_says_how_long_it_waits(service: Listening) -> None:
    assert service[0].patience_us == 30_000_000


def test_where_there_is_none_nothing_happens() -> None:
    for none in (NoService(), NotifySocket({}), NotifySocket({"NOTIFY_SOCKET": "relative", "WATCHDOG_USEC": "5"})):
        assert none.patience_us == 0
        none.ready()
        none.alive()
        none.show("x")
        none.stopping()


# -- the socket -----------------------------------------------------------------------------------------------


def test_a_status_is_one_line(tmp_path: Path) -> None:
    own, service = listening(str(tmp_path / "n"), str(tmp_path / "n"))
    with own:
        service.show("one\nREADY=1\ttwo")
        assert taken(own) == ["STATUS=one READY=1 two"]


def test_what_is_started_from_here_is_not_meant() -> None:
    environment = {"NOTIFY_SOCKET": "/nowhere/n", "WATCHDOG_USEC": "5", "WATCHDOG_PID": "1", "HOME": "/"}
    NotifySocket(environment)
    assert environment == {"HOME": "/"}


@pytest.mark.parametrize("patience", ["", "soon", "-5", "0"])
def test_patience_that_is_no_number_is_none(tmp_path: Path, patience: str) -> None:
    own, service = listening(str(tmp_path / "n"), str(tmp_path / "n"), patience)
    with own:
        assert service.patience_us == 0


def test_a_service_that_does_not_read_keeps_nobody_waiting(tmp_path: Path) -> None:
    own, service = listening(str(tmp_path / "n"), str(tmp_path / "n"))
    with own:
        for _ in range(5000):  # far more than its queue holds
            service.alive()
        assert set(taken(own)) == {"WATCHDOG=1"}
    service.alive()  # nobody is left
