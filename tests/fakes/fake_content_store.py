"""Versions of content, sticks and a second thread that a test holds in its hands. Knows no file."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kiosk.core.content_update import (
    Checking,
    ContentFile,
    Copying,
    Fault,
    Looking,
    Progress,
    StagedContent,
    StickPlace,
    StockStatus,
    UpdateCancelled,
    UpdateError,
    merged,
    update_of,
)
from kiosk.core.delivery import FileKind, Refused

Files = tuple[ContentFile, ...]


def content_file(own_id: str, edition: str = "1") -> ContentFile:
    """Return an article's file."""
    return ContentFile(f"{own_id}.md", 1, edition, FileKind.ARTICLE, own_id, own_id.capitalize(), "en")


class FakeDelivery(NamedTuple):
    """What lies in a folder."""

    files: Files
    refused: tuple[Refused, ...] = ()
    is_pulled: bool = False
    """Whether it goes while it is copied."""


class FakeContentStore:
    """Versions in memory; ``fault`` is what the machine's disk does next."""

    def __init__(self, deliveries: Mapping[str, FakeDelivery] | None = None) -> None:
        """Hold deliveries.

        Args:
            deliveries: by folder.
        """
        self.deliveries = dict(deliveries or {})
        self.fault: Fault | None = None
        self._versions: list[Files] = []
        self._current, self._before = 0, -1
        self._staged: dict[str, Files] = {}

    def status(self, is_thorough: bool = False) -> StockStatus:
        """Return what is in use."""
        files = self._files(self._current)
        before = f"{self._before:04}" if self._before > 0 else ""
        return StockStatus(f"{self._current:04}" if self._current else "", len(files), before, self._before >= 0)

    def stage(
        self, folder: str, is_whole: bool, tell: Callable[[Progress], None], is_cancelled: Callable[[], bool]
    ) -> StagedContent:
        """Copy and check a delivery."""
        if self._staged:
            raise UpdateError(Fault.BUSY, "somebody else is changing it")
        tell(Looking())
        if folder not in self.deliveries:
            raise UpdateError(Fault.GONE, f"{folder}: no such folder")
        delivery = self.deliveries[folder]
        count = len(delivery.files)
        if not count:
            fault = Fault.NOTHING_USABLE if delivery.refused else Fault.NOTHING_FOUND
            raise UpdateError(fault, f"{folder}: no article", delivery.refused)
        for number in range(count + 1):
            if is_cancelled():
                raise UpdateCancelled
            if delivery.is_pulled and number:
                raise UpdateError(Fault.GONE, f"{folder}: it has gone")
            tell(Copying(number, count, 100 * number // count))
        self._fail_if_asked()
        tell(Checking(count, count))
        old = self._files(self._current)
        result = merged(old, delivery.files, is_whole)
        self._staged["staged"] = result
        return StagedContent("staged", update_of(old, result, delivery.refused))

    def switch(self, staged: StagedContent) -> None:
        """Let it be in use."""
        files = self._staged.pop(staged.name)
        self._fail_if_asked()
        self._versions.append(files)
        self._current, self._before = len(self._versions), self._current

    def discard(self, staged: StagedContent) -> None:
        """Let it go."""
        self._staged.pop(staged.name, None)

    def roll_back(self) -> None:
        """Go back."""
        if self._staged:
            raise UpdateError(Fault.BUSY, "somebody else is changing it")
        if self._before < 0:
            raise UpdateError(Fault.NOTHING_BEFORE, "there is none")
        self._fail_if_asked()
        self._current, self._before = self._before, self._current

    def _files(self, version: int) -> Files:
        return self._versions[version - 1] if version else ()

    def _fail_if_asked(self) -> None:
        fault, self.fault = self.fault, None
        if fault is not None:
            raise UpdateError(fault, f"the disk says: {fault.value}")


class FakeSticks:
    """Sticks that a test plugs in."""

    def __init__(self, *places: StickPlace) -> None:
        self.plugged = list(places)

    def places(self) -> Sequence[StickPlace]:
        """Return what is plugged in."""
        return tuple(self.plugged)


class HeldTasks:
    """A thread on which nothing happens before a test says so."""

    def __init__(self) -> None:
        self.tasks: list[Callable[[], None]] = []

    def run(self, task: Callable[[], None]) -> None:
        """Remember a task."""
        self.tasks.append(task)

    def work(self) -> None:
        """Carry out what was remembered."""
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task()
