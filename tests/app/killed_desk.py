"""A person who answers appeals, again and again, and is interrupted: the process is killed at any moment.

Usage: python killed_desk.py FOLDER ROUNDS SEED
Each round is a child that tells through a pipe what was on the screen (``shown``, an answer) once it was
so. What is on the disk afterwards must hold all of it. Prints how much was shown and answered; says what was lost.
"""

import os
import random
import shutil
import signal
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from kiosk.adapters.store_folder import FolderStore
from kiosk.app.donation import DonationDesk
from kiosk.app.donation_record import to_history
from kiosk.core.campaign import Campaign
from kiosk.core.donation import CAPS, Show
from kiosk.core.donation_history import REMINDERS, Answer, History
from tests.app.seasoned import seasoned
from tests.fakes.fake_clock import FakeClock

CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give."}, "paper.example/give")
QUIET = timedelta(seconds=3)
MOST_MS = 120


class Event(NamedTuple):
    """What was on the screen."""

    what: str
    """``shown``, or the value of an answer."""
    at: datetime
    """By the clock of then."""


def be_a_person(folder: Path, now: datetime, seed: int, pipe: int) -> None:
    """Read, be asked, answer; until killed."""
    chance, clock = random.Random(seed), FakeClock(now)  # noqa: S311
    while True:
        # The program is started anew each time.
        desk = DonationDesk(CAMPAIGN, FolderStore(folder), clock)
        clock.advance(timedelta(days=chance.randrange(1, 120)))
        for _ in range(chance.randrange(1, 12)):
            desk.article_finished()
        if not isinstance(desk.decide(True, QUIET), Show) or desk.show("en") is None:
            continue
        os.write(pipe, f"shown {clock.now().isoformat()}\n".encode())
        clock.advance(timedelta(seconds=20))
        answer = chance.choice([*[Answer.LATER] * 9, Answer.NO_THANKS, Answer.GAVE, Answer.NEVER])
        desk.answer(answer, chance.choice([None, *REMINDERS]))
        os.write(pipe, f"{answer.value} {clock.now().isoformat()}\n".encode())


def one_round(folder: Path, now: datetime, seed: int) -> list[Event]:
    """Let a child live for some milliseconds, kill it, and return what it told."""
    chance = random.Random(-seed)  # noqa: S311
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        be_a_person(folder, now, seed, writing)
        os._exit(0)
    os.close(writing)
    threading.Event().wait(chance.uniform(0, MOST_MS) / 1000)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(reading, encoding="ascii") as file:
        lines = file.read().splitlines()
    os.waitpid(child, 0)
    return [Event(what, datetime.fromisoformat(at)) for what, at in (line.split() for line in lines)]


def losses(told: list[Event], history: History) -> list[str]:
    """Return what people saw and the disk does not know."""
    found = [f"{each} is not stored" for each in told if each.what == "shown" and each.at not in history.shown_at]
    if told and told[-1].what != "shown":
        answer, at = told[-1]
        has_moved_on = bool(history.shown_at) and history.shown_at[-1] > at
        is_kept = history.answer is Answer(answer) and history.answered_at == at
        if not is_kept and not (has_moved_on and answer != Answer.NEVER.value):
            found.append(f"{told[-1]} is lost: {history.answer} of {history.answered_at}")
    return found


def excesses(shown: list[datetime]) -> list[str]:
    """Return where somebody was asked more often than the caps."""
    return [
        f"more than {most} in {span} before {end}"
        for span, most in CAPS
        for end in shown
        if sum(end - span < at <= end for at in shown) > most
    ]


def main() -> int:
    """Live and be killed; return how many faults there were."""
    root, rounds, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    shown = answered = 0
    faults: list[str] = []
    told: list[Event] = []
    now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    life = 0
    for number in range(rounds):
        folder = root / f"life-{life}"
        store = FolderStore(folder)
        if not (folder / "donation.json").exists():
            store.save("donation", seasoned(now))
        told += one_round(folder, now, seed + number)
        history = to_history(store.load("donation"))
        faults += losses(told, history)
        known = [each.at for each in told] + [history.usage.last_seen_at or now, *history.shown_at]
        now = max(now, *known)
        if history.answer is Answer.NEVER or number == rounds - 1:
            moments = [each.at for each in told if each.what == "shown"]
            faults += excesses(moments)
            shown, answered = shown + len(moments), answered + len(told) - len(moments)
            shutil.rmtree(folder)
            told, life = [], life + 1
    print(f"{shown} shown, {answered} answered, {life} people")
    for fault in faults:
        print(fault, file=sys.stderr)
    return min(1, len(faults))


if __name__ == "__main__":
    sys.exit(main())
