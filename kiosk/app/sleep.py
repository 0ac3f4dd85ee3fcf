"""Falling asleep: after some minutes the reading ends its sentence and is silent. Knows no clock but its timer."""

from collections.abc import Callable

from kiosk.app.note import FellAsleep, Note, SleepSet
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.core.pause import Ending
from kiosk.core.reading import ReadingState, is_sounding

SLEEP_MINUTES = (0, 15, 30, 45, 60)


class Sleep:
    """Counts the minutes after which a listener wants silence."""

    def __init__(self, player: Player, timer: Timer, tell: Callable[[Note], None]) -> None:
        """Wait for nothing yet.

        Args:
            player: what falls silent.
            timer: of its own.
            tell: takes what is to be said.
        """
        self._player = player
        self._timer = timer
        self._tell = tell
        self._minutes = 0
        self._is_drowsy = False
        self.is_over: Callable[[], None] = lambda: None
        player.state.subscribe(self._follow)

    @property
    def minutes(self) -> int:
        """What was chosen; 0 is never."""
        return self._minutes

    def set(self, minutes: int) -> None:
        """Fall silent after so many minutes, at the end of a sentence; 0 never."""
        self._wake()
        self._minutes = minutes
        if minutes:
            self._timer.start(minutes * 60_000, self._grow_drowsy)
        self._tell(SleepSet(minutes))

    def cancel(self) -> None:
        """Wait for nothing any more, and say nothing about it: the listener has gone."""
        self._wake()
        self._minutes = 0

    def next(self, by: int = 1) -> None:
        """Take the next of the times that are offered, or the one before for -1; after the longest comes never."""
        number = SLEEP_MINUTES.index(self._minutes) + by
        self.set(SLEEP_MINUTES[number % len(SLEEP_MINUTES)])

    def _grow_drowsy(self) -> None:
        self._timer.stop()
        self._minutes = 0
        if is_sounding(self._player.state.value):
            self._is_drowsy = True
            self._player.set_stop_after(Ending.SENTENCE)

    def _follow(self, state: ReadingState) -> None:
        if self._is_drowsy and not is_sounding(state):
            self._wake()
            self._tell(FellAsleep())

    def _wake(self) -> None:
        self._timer.stop()
        if self._is_drowsy:
            self._is_drowsy = False
            # What the listener chose for every reading holds again.
            self.is_over()
