"""A child that works and is killed at a random moment, again and again. What it leaves behind is looked at.

As a program: ``python -m tests.adapters.killing JOB FOLDER FIRST`` does a job until it is killed, and writes the
number of each piece of work to its output once that is done for good. A new job is one more entry in ``JOBS``.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from kiosk.adapters.store_folder import FolderStore

ROOT = Path(__file__).parents[2]
RECORDS = ("preferences", "donation", "runs")


def record(number: int) -> dict[str, object]:
    """Return a record that tells whether it is whole; some fill more than one block of a disk."""
    text = f"{number} " * (number * 37 % 4000)
    return {"number": number, "text": text, "sum": sha256(text.encode()).hexdigest()}


def is_whole(found: object, number: object) -> bool:
    """Whether a record is what was written under its number."""
    return isinstance(number, int) and found == record(number)


def _store(folder: Path, number: int) -> None:
    store = FolderStore(folder)
    for name in RECORDS:
        store.save(name, record(number))


def _reset(folder: Path, number: int) -> None:
    """Store what a visitor chose, and forget it."""
    store = FolderStore(folder)
    store.save("preferences", record(number))
    store.save("preferences", {})
    store.save("runs", record(number))


JOBS: dict[str, Callable[[Path, int], None]] = {"store": _store, "reset": _reset}


def kills(job: str, folder: Path, count: int, seed: int) -> Iterator[int]:
    """Let a job be killed so many times; yield after each the number of the last piece of work that was done.

    Args:
        job: one of ``JOBS``.
        folder: where it works.
        count: how often it is killed.
        seed: of chance.
    """
    chance = random.Random(seed)  # noqa: S311
    done = 0
    for _ in range(count):
        command = [sys.executable, "-m", "tests.adapters.killing", job, str(folder), str(done + 1)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        # Not before it works; then at any moment of its work.
        first = child.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        child.kill()
        with child:
            lines = [first, *child.stdout.read().splitlines(keepends=True)]
        done = max(int(line) for line in lines if line.endswith(b"\n"))
        yield done


def main() -> None:
    """Work until killed."""
    job, folder, number = JOBS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
    while True:
        job(folder, number)
        os.write(1, f"{number}\n".encode())
        number += 1


if __name__ == "__main__":
    main()
