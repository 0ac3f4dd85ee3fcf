"""A desktop's media control that a test holds in its hands. Knows no bus."""

from collections.abc import Callable

from kiosk.app.ports import Dispatcher
from kiosk.core.media import MediaCommand, PlaybackStatus


class FakeMediaSession:
    """Remembers what it was shown; ``send`` is somebody who presses a button on the desktop."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher
        self._ask: Callable[[MediaCommand], None] | None = None
        self.statuses: list[PlaybackStatus] = []

    @property
    def is_there(self) -> bool:
        """Whether the desktop shows the program."""
        return self._ask is not None

    @property
    def status(self) -> PlaybackStatus:
        """What the desktop shows."""
        return self.statuses[-1]

    def start(self, status: PlaybackStatus, ask: Callable[[MediaCommand], None]) -> None:
        """Show the program."""
        self._ask = ask
        self.statuses.append(status)

    def publish(self, status: PlaybackStatus) -> None:
        """Show something else."""
        if self._ask is not None:
            self.statuses.append(status)

    def close(self) -> None:
        """Show nothing any more."""
        self._ask = None

    def send(self, command: MediaCommand) -> None:
        """Ask for something: it arrives when the main thread comes to it."""
        if self._ask is not None:
            self._dispatcher.post(lambda: self._ask(command) if self._ask is not None else None)
