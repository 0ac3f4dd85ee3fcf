"""From starting the process to the first painted article, beside a bare PySide6 window with one label.

Usage: python tests/bench/bench_start.py [RUNS]
The two are started in turn, so that both see the same machine. On a real X server when DISPLAY is set, else
offscreen. Each child prints the moment at which its first paint was done and ends.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT = 1.5

BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write(str(time.time())); sys.stdout.flush(); os._exit(0)
application = QApplication([])
label = Label("One label"); label.resize(1280, 800); label.show()
application.exec()
"""

KIOSK = """
import os, sys, time
from kiosk import cli
def painted(paint):
    def paint_and_tell(self, event):
        paint(self, event)
        sys.stdout.write(str(time.time())); sys.stdout.flush(); os._exit(0)
    return paint_and_tell
import builtins
real_import = builtins.__import__
def watch(name, *rest, **more):
    module = real_import(name, *rest, **more)
    if name == "kiosk.qt.main_window":
        builtins.__import__ = real_import
        from kiosk.qt.views.article_view import ArticleView
        ArticleView.paintEvent = painted(ArticleView.paintEvent)
    return module
builtins.__import__ = watch
cli.main(["run", sys.argv[1]])
"""


def first_paint_ms(script: str, article: Path, state: Path) -> float:
    """Start a process and return how long it took until its first paint, in ms."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KIOSK_STATE": str(state)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if "DISPLAY" not in environment:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    started_s = time.time()  # noqa: TID251  # two processes are compared: only the wall clock is shared
    done = subprocess.run(
        [sys.executable, "-c", script, str(article)], env=environment, capture_output=True, text=True, check=False
    )
    try:
        return (float(done.stdout) - started_s) * 1000
    except ValueError:
        raise SystemExit(f"it did not paint:\n{done.stderr}") from None


def run(runs: int = 15) -> list[tuple[str, float, str, str]]:
    """Return rows (what, value, unit, limit)."""
    article = ROOT / "content/en/how-to-use.md"
    bare: list[float] = []
    kiosk: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs + 1):
            pair = (first_paint_ms(BARE, article, Path(folder)), first_paint_ms(KIOSK, article, Path(folder)))
            # The first pair fills the caches and is thrown away.
            if number:
                bare.append(pair[0])
                kiosk.append(pair[1])
    ratio = statistics.median(own / other for own, other in zip(kiosk, bare, strict=True))
    return [
        ("start to first paint, bare label", statistics.median(bare), "ms", ""),
        ("start to first paint, article", statistics.median(kiosk), "ms", ""),
        ("article against bare label", ratio, "x", f"at most {LIMIT}"),
    ]


if __name__ == "__main__":
    for what, value, unit, limit in run(int(sys.argv[1]) if len(sys.argv) > 1 else 15):
        print(f"{what:36} {value:8.2f} {unit:3} {limit}")
