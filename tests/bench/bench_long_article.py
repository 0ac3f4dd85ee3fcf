"""A million words in 20,000 paragraphs beside a short article, in the real program.

Measured: opening, change of size, highlight, memory.

Usage: python tests/bench/bench_long_article.py [RUNS]
Each child opens an article in the real window, does what a person would, prints its figures as JSON and ends.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARAGRAPHS = 20_000
WORDS_EACH = 50
SHORT = 20

CHILD = """
import json, os, sys, time
from kiosk import cli
from kiosk.qt import application
started = float(sys.argv[2])
figures = {}

def resident_mib():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

def measure(window, kiosk):
    from PySide6.QtWidgets import QApplication
    from kiosk.core.locator import locate
    from kiosk.core.reading import Speaking
    from kiosk.core.text import words
    view, article = window.reader.article_view, kiosk.reading.opened.value.article
    def timed(change):
        begin = time.perf_counter()
        change()
        QApplication.sendPostedEvents()
        view.viewport().repaint()
        return (time.perf_counter() - begin) * 1000
    view.set_reduced_motion(True)
    middle = article.last_passage // 2
    kiosk.reading.move_to(middle)
    QApplication.processEvents()
    figures["size_ms"] = max(timed(kiosk.reading.larger), timed(kiosk.reading.smaller))
    state = kiosk.player.state
    lit = []
    for word in words(article.passage(middle).text)[:30]:
        place = locate(article, middle, word)
        begin = time.perf_counter()
        state.set(Speaking(state.value.request, place))
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        lit.append((time.perf_counter() - begin) * 1000)
    figures["highlight_ms"] = sorted(lit)[len(lit) // 2]
    figures["highlight_worst_ms"] = max(lit)
    figures["resident_mib"] = resident_mib()
    sys.stdout.write(json.dumps(figures)); sys.stdout.flush(); os._exit(0)

attach = application.attach
def attach_and_measure(window, kiosk, first):
    figures["open_ms"] = (time.time() - started) * 1000
    attach(window, kiosk, first)
    figures["attached_ms"] = (time.time() - started) * 1000
    kiosk.player.warm_up = lambda: None
    from PySide6.QtCore import QTimer
    QTimer.singleShot(50, lambda: measure(window, kiosk))
application.attach = attach_and_measure
cli.main(["run", sys.argv[1]])
"""


def write_article(path: Path, paragraphs: int) -> None:
    """Write a plain text of paragraphs that all differ, like a book copied from somewhere."""
    vocabulary = (
        "river",
        "window",
        "evening",
        "letter",
        "garden",
        "station",
        "morning",
        "voice",
        "paper",
        "street",
    )
    with path.open("w", encoding="utf-8") as file:
        file.write("A long article\n")
        for number in range(paragraphs):
            chosen = (vocabulary[(number * 7 + place * 3) % 10] for place in range(WORDS_EACH - 2))
            file.write(f"Paragraph {number} {' '.join(chosen)}.\n")


def measured(article: Path, state: Path) -> dict[str, float]:
    """Open an article in a process of its own and return what it measured."""
    import time

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KIOSK_STATE": str(state)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if "DISPLAY" not in environment:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-c", CHILD, str(article), str(time.time())]  # noqa: TID251  # shared by two processes
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        figures: dict[str, float] = json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"it did not answer:\n{done.stderr}") from None
    return figures


def run(runs: int = 5) -> list[tuple[str, float, str, str]]:
    """Return rows (what, value, unit, limit)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short, long = folder / "short.txt", folder / "long.txt"
        write_article(short, SHORT)
        write_article(long, PARAGRAPHS)
        pairs = [
            (measured(short, folder / f"s{number}"), measured(long, folder / f"l{number}"))
            for number in range(runs)
        ]

    def more(name: str) -> float:
        return statistics.median(own[name] - other[name] for other, own in pairs)

    def own(name: str) -> float:
        return statistics.median(pair[1][name] for pair in pairs)

    return [
        ("1M words: opens later by", more("open_ms"), "ms", "at most 500"),
        ("1M words: ready for keys later by", more("attached_ms"), "ms", ""),
        ("1M words: change of size", own("size_ms"), "ms", "at most 500"),
        ("1M words: highlight, median", own("highlight_ms"), "ms", "at most 5"),
        ("1M words: highlight, worst", own("highlight_worst_ms"), "ms", ""),
        ("1M words: more memory by", more("resident_mib"), "MiB", "at most 60"),
    ]


if __name__ == "__main__":
    for what, value, unit, limit in run(int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        print(f"{what:36} {value:8.2f} {unit:3} {limit}")
