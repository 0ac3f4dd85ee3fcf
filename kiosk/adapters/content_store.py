"""Content in versions: each is a folder that never changes, and one small file says which is in use.

A version is complete and on the disk before it gets its name, and has its name before ``current.json`` is
replaced. So a power cut, or a kill, at any moment leaves the old version in use or the new one, and each of them
whole.
``content_versions`` says what lies where.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.adapters.atomic_file import replacing, sync_folder
from kiosk.adapters.content_checks import check_copied
from kiosk.adapters.content_versions import CURRENT, LIST_NAME, SCHEMA, Versions, list_of, version_name
from kiosk.adapters.delivery_folder import Delivered, DeliveryFolder, IsCancelled, Tell, writing
from kiosk.adapters.file_lock import FileLock
from kiosk.core.content_update import (
    Checking,
    ContentFile,
    Fault,
    StagedContent,
    StockStatus,
    Update,
    UpdateCancelled,
    UpdateError,
    merged,
    update_of,
)
from kiosk.core.delivery import FileKind, total_size
from kiosk.core.errors import StoreError

_STAGED = "staged-"
_SPARE_BYTES = 20 * 1024 * 1024
"""What is left free for what people choose and where they are."""


class VersionedStore:
    """Takes deliveries, switches, and goes back. Everything blocks; one thread at a time, any process."""

    def __init__(self, folder: Path, free_bytes: Callable[[Path], int] | None = None) -> None:
        """Touch nothing yet.

        Args:
            folder: the store's; made when something is taken.
            free_bytes: how much room the disk of a folder has; None asks the system.
        """
        self._folder = folder
        self._versions = Versions(folder)
        self._locks: dict[str, FileLock] = {}
        self._free_bytes = free_bytes or (lambda where: shutil.disk_usage(where).free)

    def status(self, is_thorough: bool = False) -> StockStatus:
        """Return what is in use.

        Args:
            is_thorough: whether the bytes of all files are read.
        """
        chosen = self._versions.chosen()
        problem = self._versions.choice_problem()
        if chosen.current and not problem:
            problem = self._versions.problem(chosen.current, is_thorough)
        in_use = self._versions.in_use()
        count = sum(file.kind is FileKind.ARTICLE for file in self._versions.files(in_use))
        return StockStatus(in_use, count, chosen.before or "", chosen.before is not None, problem)

    def stage(self, folder: str, is_whole: bool, tell: Tell, is_cancelled: IsCancelled) -> StagedContent:
        """Copy and check a delivery, and put together what would be in use with it. Nothing changes.

        Args:
            folder: the delivery's.
            is_whole: whether it is to be all there is; else it is added to what is in use.
            tell: called with how far it has come.
            is_cancelled: asked between two pieces of work.

        Raises:
            UpdateError: it cannot be taken; what is in use is untouched, and nothing of it is left.
            UpdateCancelled: somebody wanted it to stop; likewise.
        """
        lock = self._locked()
        try:
            with writing(self._folder):
                self._clear_away()
                own = Path(tempfile.mkdtemp(prefix=_STAGED, dir=self._folder))
            try:
                update = self._fill(
                    own, DeliveryFolder(Path(folder), tell, is_cancelled), is_whole, tell, is_cancelled
                )
            except BaseException:
                shutil.rmtree(own, ignore_errors=True)
                raise
        except BaseException:
            lock.release()
            raise
        self._locks[own.name] = lock
        return StagedContent(own.name, update)

    def switch(self, staged: StagedContent) -> None:
        """Let a staged version be in use, at once and for good; the one before it is kept.

        Raises:
            UpdateError: the store cannot be written; what was in use still is.
        """
        try:
            names = self._versions.names()
            name = version_name(int(names[-1]) + 1 if names else 1)
            before = self._versions.in_use()
            with writing(self._folder):
                (self._folder / staged.name / "version").rename(self._folder / name)
                sync_folder(self._folder)
            self._choose(name, before)
        finally:
            self.discard(staged)

    def discard(self, staged: StagedContent) -> None:
        """Forget a staged version; one that is in use by now stays so."""
        shutil.rmtree(self._folder / staged.name, ignore_errors=True)
        lock = self._locks.pop(staged.name, None)
        if lock is not None:
            lock.release()

    def roll_back(self) -> None:
        """Let what was in use before be in use again; done twice, nothing has changed.

        Raises:
            UpdateError: there is nothing to go back to, it is damaged, or the store cannot be written.
        """
        lock = self._locked()
        try:
            chosen = self._versions.chosen()
            if chosen.before is None:
                raise UpdateError(Fault.NOTHING_BEFORE, "there is no content of before")
            problem = self._versions.problem(chosen.before, is_thorough=True) if chosen.before else ""
            if problem:
                raise UpdateError(Fault.NOTHING_BEFORE, problem)
            self._choose(chosen.before, chosen.current)
        finally:
            lock.release()

    # -- making a version ---------------------------------------------------------------------------------------

    def _fill(
        self, own: Path, delivery: DeliveryFolder, is_whole: bool, tell: Tell, is_cancelled: IsCancelled
    ) -> Update:
        delivered = delivery.look()
        self._refuse_without_room(delivered)
        copies = own / "delivery"
        with writing(own):
            copies.mkdir()
        delivery.copy(delivered.files, copies)

        def tell_checking(number: int) -> None:
            if is_cancelled():
                raise UpdateCancelled
            tell(Checking(number, len(delivered.files)))

        with writing(copies):
            checked = check_copied(copies, delivered.files, tell_checking)
        refused = (*delivered.refused, *checked.refused)
        if not any(file.kind is FileKind.ARTICLE for file in checked.files):
            raise UpdateError(Fault.NOTHING_USABLE, "no article of it can be used", refused)
        in_use = self._versions.in_use()
        old = self._versions.files(in_use)
        result = merged(old, checked.files, is_whole)
        delivered_paths = {file.path for file in checked.files}
        with writing(own):
            for file in result:
                source = copies if file.path in delivered_paths else self._folder / in_use
                _place(source / file.path, own / "version" / file.path, is_moved=source == copies)
            _write_list(own / "version", result)
            for folder, _, _ in os.walk(own / "version"):
                sync_folder(Path(folder))
        tell(Checking(len(delivered.files), len(delivered.files)))
        return update_of(old, result, refused)

    def _refuse_without_room(self, delivered: Delivered) -> None:
        with writing(self._folder):
            free = self._free_bytes(self._folder)
        needed = total_size(delivered.files) + _SPARE_BYTES
        if free < needed:
            mib = 1024 * 1024
            told = f"{self._folder}: {needed // mib} MiB are needed, and {free // mib} MiB are free"
            raise UpdateError(Fault.FULL, told)

    def _clear_away(self) -> None:
        """Take away what a delivery that was killed has left, and versions that nobody goes back to."""
        chosen = self._versions.chosen()
        if self._versions.choice_problem():
            # Whoever mends the choice may want any of them.
            kept = set(self._versions.names())
        else:
            kept = {chosen.current, chosen.before or "", self._versions.in_use()}
        unwanted = set(self._versions.names()) - kept
        for path in list(self._folder.iterdir()):
            if path.name.startswith(f".{CURRENT}."):
                path.unlink(missing_ok=True)
            elif path.name.startswith(_STAGED) or path.name in unwanted:
                shutil.rmtree(path, ignore_errors=True)

    # -- choosing -----------------------------------------------------------------------------------------------

    def _choose(self, current: str, before: str) -> None:
        document: Mapping[str, object] = {"schema": SCHEMA, "current": current, "before": before}
        try:
            with replacing(self._folder / CURRENT) as file:
                file.write(json.dumps(document).encode())
        except StoreError as error:
            with writing(self._folder / CURRENT):
                raise error.__cause__ or error from None

    def _locked(self) -> FileLock:
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            sync_folder(self._folder.parent)
            lock = FileLock(self._folder / "lock")
            if not lock.take():
                raise UpdateError(Fault.BUSY, f"{self._folder}: somebody else is changing the content")
        return lock


def _place(source: Path, target: Path, is_moved: bool) -> None:
    """Let a file be in a version too; versions share what did not change, where the disk can do that."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if is_moved:
        source.rename(target)
        return
    with suppress(OSError, NotImplementedError):
        os.link(source, target)
        return
    shutil.copyfile(source, target)
    with target.open("rb+") as copy:
        os.fsync(copy.fileno())


def _write_list(folder: Path, files: tuple[ContentFile, ...]) -> None:
    with (folder / LIST_NAME).open("xb") as file:
        file.write(json.dumps(list_of(files), ensure_ascii=True).encode())
        file.flush()
        os.fsync(file.fileno())
