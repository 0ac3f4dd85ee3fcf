"""This run of the program and those before it: written down as it begins and as it ends. Decides by the core."""

from collections.abc import Mapping
from contextlib import suppress

from kiosk.app.ports import Clock, Store
from kiosk.core.crash_loop import Run, begin, end, leave, may_leave, record_of, settle
from kiosk.core.errors import StoreError

RECORD = "runs"


class RunKeeper:
    """Knows whether the program crashes again and again.

    A run is written down before anything else is done, so that whatever goes wrong afterwards is found by the next
    one. Where nothing can be written down no crash is found either, and the program runs as ever.
    """

    def __init__(self, store: Store, boot: str, clock: Clock) -> None:
        """Write down that a run begins.

        Args:
            store: where runs lie.
            boot: which start of the machine this is; empty where that cannot be known.
            clock: counts since then.
        """
        self._store = store
        self._clock = clock
        record: Mapping[str, object] = {}
        with suppress(StoreError):
            record = store.load(RECORD)
        self.run: Run = begin(record, boot, self._now_s)
        self._save()

    @property
    def is_safe(self) -> bool:
        """Whether this run is to get by with what cannot go wrong."""
        return self.run.is_safe

    @property
    def follows_a_crash(self) -> bool:
        """Whether the run before this one crashed."""
        return self.run.follows_a_crash

    @property
    def may_leave(self) -> bool:
        """Whether it is time to try again without the safe mode."""
        return may_leave(self.run, self._now_s)

    def settle(self) -> None:
        """Forget crashes once they count no more."""
        self._become(settle(self.run, self._now_s))

    def leave(self) -> None:
        """Write down that this run ends to try again without the safe mode."""
        self._become(leave(self.run))

    def end(self) -> None:
        """Write down an orderly end; nothing happens when the run has ended."""
        if self.run.is_under_way:
            self._become(end(self.run))

    @property
    def _now_s(self) -> float:
        return self._clock.elapsed().total_seconds()

    def _become(self, run: Run) -> None:
        if run != self.run:
            self.run = run
            self._save()

    def _save(self) -> None:
        with suppress(StoreError):
            self._store.save(RECORD, record_of(self.run))
