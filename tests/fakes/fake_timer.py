"""A timer that ticks when a test says so. Knows nothing of time."""

from collections.abc import Callable


class FakeTimer:
    """Remembers what it was asked; ``fire`` is the event loop."""

    def __init__(self) -> None:
        self.interval_ms = 0
        self._tick: Callable[[], None] | None = None

    @property
    def is_running(self) -> bool:
        """Whether it would tick."""
        return self._tick is not None

    def start(self, interval_ms: int, tick: Callable[[], None]) -> None:
        """Call ``tick`` at each ``fire`` from now on."""
        self.interval_ms = interval_ms
        self._tick = tick

    def stop(self) -> None:
        """Call it no more."""
        self._tick = None

    def fire(self) -> None:
        """Let one interval pass."""
        if self._tick is not None:
            self._tick()
