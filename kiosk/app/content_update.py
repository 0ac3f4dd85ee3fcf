"""New content, taken while people read: looked through, copied, checked, switched to, and back again.

Knows no file. What takes long runs on a thread of its own; what is published, is published on the main thread.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.app.observable import Observable
from kiosk.app.ports import Timer
from kiosk.core.content_update import (
    Done,
    Failed,
    Fault,
    Looking,
    Progress,
    Ready,
    Rest,
    StagedContent,
    StickPlace,
    StockStatus,
    Switching,
    UpdateCancelled,
    UpdateError,
    is_working,
)

PERIOD_MS = 100
"""So often is looked at how far the work has come."""


class Sticks(Protocol):
    """What is plugged in. A port; any one thread at a time."""

    def places(self) -> Sequence[StickPlace]:
        """Return the folders from which content can be taken; may take a second, never fails."""
        ...


class ContentStore(Protocol):
    """The content of this machine in versions. A port; everything blocks, one thread at a time.

    Whatever fails, whenever the power goes: the content in use is one whole version.
    """

    def status(self, is_thorough: bool = False) -> StockStatus:
        """Return what is in use.

        Args:
            is_thorough: whether the bytes of all files are looked at, not only their sizes.
        """
        ...

    def stage(
        self, folder: str, is_whole: bool, tell: Callable[[Progress], None], is_cancelled: Callable[[], bool]
    ) -> StagedContent:
        """Copy and check a delivery; nothing changes, and nobody else can change anything until it is let go.

        Args:
            folder: the delivery's, as :class:`StickPlace` names it.
            is_whole: whether it is to be all there is; else it is added to what is in use.
            tell: called with how far it has come, on this thread.
            is_cancelled: asked between two pieces of work.

        Raises:
            UpdateError: it cannot be taken; nothing of it is left.
            UpdateCancelled: somebody wanted it to stop; nothing of it is left.
        """
        ...

    def switch(self, staged: StagedContent) -> None:
        """Let it be in use, at once and for good, and let it go; the content before it is kept.

        Raises:
            UpdateError: it could not be; what was in use still is.
        """
        ...

    def discard(self, staged: StagedContent) -> None:
        """Let it go."""
        ...

    def roll_back(self) -> None:
        """Let the content of before be in use again; done twice, nothing has changed.

        Raises:
            UpdateError: there is none, it is damaged, or nothing can be written.
        """
        ...


class ContentDesk:
    """What staff do with the content of a machine. All methods return at once."""

    def __init__(
        self,
        store: ContentStore,
        sticks: Sticks,
        timer: Timer,
        run_apart: Callable[[Callable[[], None]], None],
    ) -> None:
        """Look at nothing yet.

        Args:
            store: the versions.
            sticks: what is plugged in.
            timer: shows how far the work has come.
            run_apart: runs a task on a thread of its own; returns at once.
        """
        self._store = store
        self._sticks = sticks
        self._timer = timer
        self._run_apart = run_apart
        self.progress: Observable[Progress] = Observable(Rest.IDLE)
        """How far the taking has come."""
        self.status: Observable[StockStatus | None] = Observable(None)
        """What is in use; None until somebody has looked."""
        self.places: Observable[tuple[StickPlace, ...]] = Observable(())
        """What is plugged in."""
        self._is_busy = False
        self._is_cancelled = False
        self._staged: StagedContent | None = None
        # Written by the thread, read by the timer; each is replaced as a whole.
        self._told: Progress = Rest.IDLE
        self._result: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done: then nothing else is begun."""
        return self._is_busy

    def look(self, then: Callable[[], None] = lambda: None) -> None:
        """Find out what is in use and what is plugged in.

        Args:
            then: called when it is known and was published; never, while something else is done.
        """

        def task() -> Callable[[], None]:
            status, places = self._store.status(), tuple(self._sticks.places())

            def show() -> None:
                self._show(status, places)
                then()

            return show

        self._begin(task)

    def take(self, place: StickPlace, is_whole: bool = False) -> None:
        """Copy and check what is on a stick; ends in ``Ready``, ``Failed`` or cancelled.

        Args:
            place: one of ``places``.
            is_whole: whether nothing but that is to be there afterwards.
        """

        def task() -> Callable[[], None]:
            staged = self._store.stage(place.path, is_whole, self._tell, lambda: self._is_cancelled)
            return lambda: self._keep(staged)

        self._begin(task, Looking())

    def use(self) -> None:
        """Switch to what is ready."""
        staged, self._staged = self._staged, None
        if staged is None:
            return

        def task() -> Callable[[], None]:
            self._store.switch(staged)
            status = self._store.status()
            return lambda: self._show(status, self.places.value, Done(staged.update))

        self._begin(task, Switching())

    def cancel(self) -> None:
        """Stop what is being copied, or let go of what is ready; nothing has changed."""
        if self._staged is not None:
            staged, self._staged = self._staged, None
            self._begin(lambda: self._discarded(staged))
        elif is_working(self.progress.value) and not isinstance(self.progress.value, Switching):
            self._is_cancelled = True

    def roll_back(self) -> None:
        """Go back to the content of before."""

        def task() -> Callable[[], None]:
            self._store.roll_back()
            status = self._store.status()
            return lambda: self._show(status, self.places.value, Rest.ROLLED_BACK)

        self._begin(task, Switching())

    def close(self) -> None:
        """Let go of everything; what is being copied stops by itself, or ends with the program."""
        self._is_cancelled = True
        self._timer.stop()
        if self._staged is not None:
            self._store.discard(self._staged)
            self._staged = None

    def _begin(self, task: Callable[[], Callable[[], None]], progress: Progress | None = None) -> None:
        """Do something on a thread of its own; what it returns is done on the main thread."""
        if self._is_busy or self._staged is not None:
            return
        self._is_busy, self._is_cancelled = True, False
        if progress is not None:
            self._told = progress
            self.progress.set(progress)
        else:
            self._told = self.progress.value

        def work() -> None:
            try:
                self._result = task()
            except UpdateCancelled:
                self._result = lambda: self.progress.set(Rest.CANCELLED)
            except UpdateError as error:
                failed = Failed(error.fault, str(error), error.refused)
                self._result = lambda: self.progress.set(failed)
            except Exception as error:
                # A failure that nobody foresaw is a state, too: or the desk would be busy for ever.
                unknown = Failed(Fault.UNKNOWN, str(error))
                self._result = lambda: self.progress.set(unknown)

        self._timer.start(PERIOD_MS, self._look_at_work)
        self._run_apart(work)

    def _look_at_work(self) -> None:
        result = self._result
        if result is None:
            self.progress.set(self._told)
            return
        self._result = None
        self._timer.stop()
        # Before it is told: who hears of it may begin something.
        self._is_busy = False
        result()

    def _tell(self, progress: Progress) -> None:
        self._told = progress

    def _keep(self, staged: StagedContent) -> None:
        self._staged = staged
        self.progress.set(Ready(staged.update))

    def _discarded(self, staged: StagedContent) -> Callable[[], None]:
        self._store.discard(staged)
        return lambda: self.progress.set(Rest.CANCELLED)

    def _show(self, status: StockStatus, places: tuple[StickPlace, ...], progress: Progress | None = None) -> None:
        self.status.set(status)
        self.places.set(places)
        if progress is not None:
            self.progress.set(progress)
