"""Runs scanning on a timer: shows what comes forward, and presses it. Knows no widget."""

from collections.abc import Callable
from typing import Protocol

from kiosk.app.ports import Timer
from kiosk.core.scanning import Scanner

_TICK_MS = 50


class ScanStops(Protocol):
    """What can come forward on the screen in front."""

    def count(self) -> int:
        """How many stops there are now."""
        ...

    def show(self, number: int) -> None:
        """Let a stop come forward: it is seen, and its name is said."""
        ...

    def press(self, number: int) -> None:
        """Do what a stop is for."""
        ...


class Scanning:
    """Lets one thing after the other come forward while it is on.

    Time counts only while nothing is said or read. A press while an article is read pauses that, so that the ring
    can be heard; it chooses nothing then.
    """

    def __init__(
        self, stops: ScanStops, timer: Timer, is_voice_busy: Callable[[], bool], pause: Callable[[], bool]
    ) -> None:
        """Stand still.

        Args:
            stops: of whatever screen is in front.
            timer: of its own.
            is_voice_busy: whether anything is said or read.
            pause: pauses an article that is read; returns whether one was.
        """
        self._stops = stops
        self._timer = timer
        self._is_voice_busy = is_voice_busy
        self._pause = pause
        self._scanner = Scanner(1000)
        self.is_on = False

    def turn(self, is_on: bool, step_ms: int) -> None:
        """Go around from now on, or no more.

        Args:
            is_on: whether to.
            step_ms: how long each stop stays forward.
        """
        self._scanner.step_ms = step_ms
        if is_on and not self.is_on:
            self.is_on = True
            self.renew()
        elif not is_on and self.is_on:
            self.is_on = False
            self._timer.stop()

    def renew(self) -> None:
        """Begin at the first stop: another screen is in front."""
        if self.is_on:
            self._scanner.begin(self._stops.count())
            self._timer.start(_TICK_MS, self._tick)

    def press(self) -> None:
        """The switch was pressed."""
        if self._pause():
            self.renew()
            return
        chosen = self._scanner.press()
        if chosen is not None and chosen < self._stops.count():
            self._stops.press(chosen)
        if not self._scanner.is_resting:
            self._timer.start(_TICK_MS, self._tick)

    def _tick(self) -> None:
        forward = self._scanner.tick(_TICK_MS, self._is_voice_busy())
        if forward is not None:
            if forward < self._stops.count():
                self._stops.show(forward)
            else:
                # What was there has gone meanwhile.
                self.renew()
        if self._scanner.is_resting:
            self._timer.stop()
