"""The real program, with a diary: every reading state and every painted word, with the moment, as JSON lines.

Usage: python traced_kiosk.py DIARY [words for the command line...]
It subscribes to what views subscribe to, and changes nothing; but for the clock, where ``ALOUD_TEST_CLOCK`` names
a file with the seconds by which it is wrong.
"""

import gc
import json
import os
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk import cli
from kiosk.adapters.formats.appeal import find_appeal
from kiosk.adapters.system_clock import SystemClock
from kiosk.app.kiosk import Kiosk
from kiosk.app.prompts import words_for_message
from kiosk.core.reading import ReadingState
from kiosk.core.spoken import rules
from kiosk.core.text import sentences
from kiosk.qt import application
from kiosk.qt.interface_voice import InterfaceVoice
from kiosk.qt.main_window import MainWindow


class Diary(QObject):
    """Writes down what happens; paint events are seen from outside, as an event filter."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._file = open(path, "w", buffering=1, encoding="utf-8")  # noqa: SIM115, PTH123
        self._unpainted: dict[str, Any] | None = None

    def note(self, what: str, **facts: Any) -> None:
        self._file.write(json.dumps({"what": what, "s": time.monotonic(), **facts}) + "\n")

    def state(self, state: ReadingState) -> None:
        at = state.at
        facts = {"passage": at.passage, "start": at.span.start, "end": at.span.end}
        self.note("state", state=type(state).__name__, request=state.request, **facts)
        self._unpainted = facts if len(at.span) else None

    def focus(self, _: QWidget | None, new: QWidget | None) -> None:
        # No widget has the focus before the window itself is in front.
        self.note("focus", name=new.accessibleName() if new else "", is_ours=new is not None)

    def count_objects(self, window: MainWindow) -> None:
        """Note every fifteen seconds how many objects there are, without those that only wait to be collected."""
        timer = QTimer(self)

        def note() -> None:
            gc.collect()
            self.note("objects", python=len(gc.get_objects()), qt=len(window.findChildren(QObject)))

        timer.timeout.connect(note)
        timer.start(15_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._unpainted is not None:
            # The paint is about to happen, in microseconds: its own time is part of what is measured.
            facts, self._unpainted = self._unpainted, None
            self.note("painted", **facts)
        elif event.type() == QEvent.Type.Paint:
            self.note("paint")
        return False


def load_languages(kiosk: Kiosk) -> None:
    """Let every language have its rules and lists: each is loaded once, and is no leak whenever that happens."""
    for entry in kiosk.library.entries():
        article = kiosk.library.load(entry.path).article
        for block in map(article.passage, range(article.last_passage + 1)):
            rules.respellings(block.text, block.language)
            sentences(block.text, block.language)
            find_appeal([block.text], block.language, entry.path)


def set_clock_wrong(file: Path) -> None:
    right = SystemClock.now

    def now(clock: SystemClock) -> datetime:
        return right(clock) + timedelta(seconds=float(file.read_text("ascii") or 0))

    SystemClock.now = now  # type: ignore[method-assign, assignment]


def main() -> int:
    if "ALOUD_TEST_CLOCK" in os.environ:
        set_clock_wrong(Path(os.environ["ALOUD_TEST_CLOCK"]))
    diary = Diary(sys.argv[1])
    attach = application.attach

    def attach_with_diary(
        window: MainWindow, kiosk: Kiosk, first: application.FirstPage | None, is_visit: bool = False
    ) -> InterfaceVoice:
        kiosk.player.state.subscribe(diary.state)
        kiosk.reading.message.subscribe(
            lambda message: diary.note("message", words=words_for_message(message) if message else "")
        )
        kiosk.reading.appeal.subscribe(lambda appeal: diary.note("appeal", is_shown=appeal is not None))
        kiosk.reading.appeals.card.subscribe(lambda card: diary.note("card", is_shown=card is not None))
        kiosk.narrator.caption.subscribe(
            lambda caption: diary.note("caption", words=" ".join(piece.text for piece in caption.pieces))
        )
        kiosk.reading.opened.subscribe(lambda opened: diary.note("opened", id=opened and opened.article.id))
        window.reader.article_view.viewport().installEventFilter(diary)
        focus = QApplication.instance()
        if isinstance(focus, QApplication):
            focus.focusChanged.connect(
                lambda _, new: diary.note("focus", name=new.accessibleName() if new else "")
            )
        kiosk.narrator.is_speaking.subscribe(lambda is_so: diary.note("prompt", is_speaking=is_so))
        voice = attach(window, kiosk, first, is_visit)
        if "ALOUD_TEST_CLOCK" in os.environ:
            load_languages(kiosk)
            # Made when they are first needed, and kept: no leak either.
            assert window.catalog
            assert window.dialog
            diary.count_objects(window)
        diary.note("attached")
        return voice

    def make_application_with_diary() -> QApplication:
        made = make_application()
        made.focusChanged.connect(diary.focus)
        return made

    make_application = application.make_application
    application.make_application = make_application_with_diary
    application.attach = attach_with_diary
    try:
        return cli.main(sys.argv[2:])
    finally:
        diary.note("ended")


if __name__ == "__main__":
    sys.exit(main())
