"""Measures the reading view with a short article and with a million words, side by side in one process.

Usage: python tests/bench/bench_article_view.py
Prints one row a measure: what, value, unit, and what it is to be compared with.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Run from a checkout, installed or not.
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from kiosk.adapters.font_files import font_files
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.text import words
from kiosk.core.theme import Theme
from kiosk.qt.fonts import load_fonts
from kiosk.qt.views.article_view import ArticleView

Row = tuple[str, float, str, str]

SHORT, LONG = 20, 20_000
WORDS_A_PASSAGE = 50
ROUNDS = 7
SIZE = (1280, 800)
_SENTENCES = {
    "en": "The morning paper lay open on the long wooden table and nobody in the room had read it",
    "ru": "Утренняя газета лежала раскрытой на длинном деревянном столе и никто в комнате её не читал",
    "ar": "كانت صحيفة الصباح مفتوحة على الطاولة الخشبية الطويلة ولم يقرأها أحد في الغرفة بعد",
}
_THEME = Theme(
    id="bench",
    is_dark=False,
    page="#FBF8F1",
    surface="#FFFFFF",
    text="#1B1A17",
    muted="#4A463D",
    accent="#0A4B82",
    on_accent="#FFFFFF",
    tint="#F1E7CF",
    word="#FFD34D",
    on_word="#1B1A17",
    line="#6B6557",
)


def article(passages: int) -> Article:
    """Make an article: one passage in twenty Russian, one Arabic, one a heading."""
    blocks: list[Block] = []
    for number in range(1, passages + 1):
        language = {10: "ru", 15: "ar"}.get(number % 20, "en")
        kind = BlockKind.HEADING if number % 20 == 1 else BlockKind.PARAGRAPH
        pool = _SENTENCES[language].split()
        text = " ".join(pool[(number + at) % len(pool)] for at in range(WORDS_A_PASSAGE))
        blocks.append(
            Block(f"b{number}", kind, f"{text} {number}.", language, 2 if kind is BlockKind.HEADING else 0)
        )
    return Article("bench", "A measured article", "en", tuple(blocks))


def resident_mib() -> float:
    """Return the memory of this process that is in RAM; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def milliseconds(act: Callable[[], None]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


class Measured:
    """One view with one article, and how long things take in it."""

    def __init__(self, shown: Article, size_pt: int) -> None:
        self.shown = shown
        self.view = ArticleView()
        self.view.set_reduced_motion(True)
        self.view.set_theme(_THEME)
        self.view.set_text_size(size_pt)
        self.view.resize(*SIZE)
        self.view.show()
        QApplication.processEvents()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        QApplication.processEvents()

    def paint(self) -> None:
        self.view.viewport().repaint()

    def open(self) -> float:
        return milliseconds(lambda: self.view.set_article(self.shown))

    def change_size(self, size_pt: int) -> float:
        def change() -> None:
            self.view.set_text_size(size_pt)
            self.paint()

        taken = milliseconds(change)
        self.view.set_text_size(32)
        self.paint()
        return taken

    def highlights(self, passages: range) -> list[float]:
        """Return the time of each word, painting and scrolling included."""
        taken: list[float] = []
        self.view.follow()
        for passage in passages:
            for word in words(self.shown.passage(passage).text):
                start = time.perf_counter()
                self.view.set_current(passage, word, is_reading=True)
                QApplication.processEvents()
                taken.append((time.perf_counter() - start) * 1000)
        return taken

    def turn_page(self) -> float:
        def turn() -> None:
            self.view.scroll_by_page(1)
            self.paint()

        return milliseconds(turn)

    def jump_to_end(self) -> float:
        bar = self.view.verticalScrollBar()

        def jump() -> None:
            bar.setValue(bar.maximum())
            self.paint()

        return milliseconds(jump)


def percentile_95(values: list[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


def run() -> list[Row]:
    """Measure everything; the rounds of short and long article take turns."""
    application = QApplication.instance() or QApplication(["bench"])
    load_fonts(font_files())
    short, long = article(SHORT), article(LONG)
    rows = [*_compare_times(short, long), *_compare_memory(short, long), *_very_large_type(short)]
    del application
    return rows


def _compare_times(short: Article, long: Article) -> list[Row]:
    measures: dict[str, Callable[[Measured], float]] = {
        "open": lambda view: view.open(),
        "first paint": lambda view: milliseconds(view.paint),
        "size change and paint": lambda view: view.change_size(40),
        "page turn and paint": lambda view: view.turn_page(),
        "jump to the end and paint": lambda view: view.jump_to_end(),
        "highlight and paint, median": lambda view: median(view.highlights(range(1, 4))),
        "highlight and paint, 95th percentile": lambda view: percentile_95(view.highlights(range(4, 8))),
    }
    taken: dict[tuple[str, str], list[float]] = {}
    for _ in range(ROUNDS):
        for name, shown in (("short", short), ("long", long)):
            view = Measured(shown, 32)
            for what, measure in measures.items():
                taken.setdefault((what, name), []).append(measure(view))
            view.close()
    rows: list[Row] = []
    for what in measures:
        one, many = median(taken[what, "short"]), median(taken[what, "long"])
        rows.append((f"{what}, {SHORT} passages", one, "ms", ""))
        rows.append((f"{what}, {LONG} passages", many, "ms", f"{many / one:.2f} times the short article"))
    return rows


def _compare_memory(short: Article, long: Article) -> list[Row]:
    grown: list[float] = []
    for shown in (short, long):
        view = Measured(shown, 32)
        before = resident_mib()
        view.open()
        view.paint()
        for _ in range(200):
            view.turn_page()
        view.jump_to_end()
        grown.append(resident_mib() - before)
        view.close()
    reference = "more than the short article; the article's text not counted"
    return [("memory of the view after 200 pages", grown[1] - grown[0], "MiB", reference)]


def _very_large_type(shown: Article) -> list[Row]:
    view = Measured(shown, 120)
    view.open()
    first = milliseconds(view.paint)
    again = median([milliseconds(view.paint) for _ in range(ROUNDS)])
    lit = view.highlights(range(1, 6))
    view.close()
    return [
        ("first paint at 120 pt", first, "ms", "letters drawn"),
        ("paint again at 120 pt", again, "ms", f"{first / again:.0f} times faster, from pictures"),
        ("highlight at 120 pt, median", median(lit), "ms", "at most 5 ms"),
        ("highlight at 120 pt, 95th percentile", percentile_95(lit), "ms", "with new lines drawn"),
    ]


if __name__ == "__main__":
    for name, value, unit, reference in run():
        sys.stdout.write(f"{name:52} {value:9.2f} {unit:4} {reference}\n")
