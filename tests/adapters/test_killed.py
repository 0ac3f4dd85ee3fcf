"""Killed at random moments while it stores: never a torn record, nor an unreadable one, nor one that is lost."""

from pathlib import Path

import pytest

from kiosk.adapters.store_folder import FolderStore
from tests.adapters.killing import RECORDS, is_whole, kills


def look(job: str, folder: Path, count: int, seed: int) -> None:
    """Kill a job again and again, and look at all that is left each time."""
    for done in kills(job, folder, count, seed):
        store = FolderStore(folder)
        for name in RECORDS if job == "store" else ("runs",):
            found = store.load(name)
            number = found["number"]
            assert is_whole(found, number)
            # What was told to be stored is stored; of what was under way, all or nothing.
            assert isinstance(number, int)
            assert done <= number <= done + 1
        if job == "reset":
            left = store.load("preferences")
            assert left == {} or is_whole(left, left["number"])
        assert not list(folder.glob("*.unreadable*"))
        assert len(list(folder.glob(".*"))) <= 1
        store.sweep()
        assert all(path.name.removesuffix(".json") in RECORDS for path in folder.iterdir())


@pytest.mark.parametrize("job", ["store", "reset"])
def test_what_is_stored_is_whole_or_not_there(job: str, tmp_path: Path) -> None:
    look(job, tmp_path, count=5, seed=1)


@pytest.mark.long
def test_two_hundred_kills(tmp_path: Path) -> None:
    for job in ("store", "reset"):
        look(job, tmp_path / job, count=100, seed=2)
