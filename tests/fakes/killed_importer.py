"""Takes deliveries and is killed in the middle of it, again and again; a program of its own.

    python -m tests.fakes.killed_importer STORE STICK_A STICK_B TIMES SEED

A child takes the two deliveries in turn, whole, and goes back now and then, until it is killed at a moment that
nobody knows. Then what is in use must be one whole version, to the byte. Prints a line for each kill: how long the
child lived in ms, and which delivery is in use; the last line is the trouble, if there is any.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from kiosk.adapters.content_folder import ContentFolder
from kiosk.adapters.content_store import VersionedStore

MOST_S = 0.15


def work(store: VersionedStore, sticks: tuple[str, str], first: int) -> None:
    number = first
    while True:
        store.switch(store.stage(sticks[number % 2], True, lambda _: None, lambda: False))
        number += 1
        if number % 3 == 0:
            store.roll_back()


def in_use(folder: Path, store: VersionedStore) -> str:
    """Return the edition of the articles in use; raises when they are not all of one."""
    status = store.status(is_thorough=True)
    assert not status.problem, status.problem
    if not status.version:
        return "what ships"
    entries = ContentFolder(folder / status.version).entries()
    assert len(entries) == status.article_count, "an article is missing"
    editions = {entry.title.split()[0] for entry in entries}
    assert len(editions) == 1, f"two editions at once: {editions}"
    assert not any(entry.problem for entry in entries)
    return editions.pop()


def main() -> None:
    folder, first, second, times, seed = sys.argv[1:]
    chance = random.Random(int(seed))  # noqa: S311  # no secret: it must be possible to repeat it
    store = VersionedStore(Path(folder))
    # What is imported late is imported now: children inherit it, and so are killed while they import content.
    store.discard(store.stage(first, True, lambda _: None, lambda: False))
    for number in range(int(times)):
        delay = chance.uniform(0, MOST_S)
        child = os.fork()
        if not child:
            work(VersionedStore(Path(folder)), (first, second), number)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the importer ended by itself"
        print(f"{delay * 1000:.1f} {in_use(Path(folder), store)}", flush=True)


if __name__ == "__main__":
    main()
