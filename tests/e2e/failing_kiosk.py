"""The real program, in which something can be made to go wrong: a file says what, for as long as it is there.

Usage: python failing_kiosk.py FILE [words for the command line...]
The file holds one word: "loop" lets the event loop hang, "sound" the threads of the loudspeaker, "slot" lets
something break in the event loop once, "thread" in a thread of its own. FILE.done appears when it has happened.
"""

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk import cli
from kiosk.app.kiosk import Kiosk
from kiosk.app.prompt_source import PromptSource
from kiosk.qt import application
from kiosk.qt.interface_voice import InterfaceVoice
from kiosk.qt.main_window import MainWindow

TITLE = "a title that nobody may read"


class Faults:
    """Looks at the file, and does what it says."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._done = file.with_name(f"{file.name}.done")
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)
        self._broken: set[str] = set()
        self._read = PromptSource.read
        PromptSource.read = self._hanging_read()  # type: ignore[method-assign, assignment]

    def _is(self, what: str) -> bool:
        try:
            return self._file.read_text("ascii") == what
        except OSError:
            return False

    def _hang(self, what: str) -> None:
        while self._is(what):
            self._done.touch()
            time.sleep(0.02)

    def _hanging_read(self) -> Callable[[PromptSource, int], bytes]:
        def read(source: PromptSource, frame_count: int) -> bytes:
            self._hang("sound")
            return self._read(source, frame_count)

        return read

    def _look(self) -> None:
        self._hang("loop")
        for how in ("thread", "slot"):
            if self._is(how) and how not in self._broken:
                self._broken.add(how)
                if how == "slot":
                    self._break()
                threading.Thread(target=self._break, name="trial").start()

    def _break(self) -> None:
        self._done.touch()
        raise RuntimeError(TITLE)


def main() -> int:
    faults: list[Faults] = []
    attach = application.attach

    def attach_with_faults(
        window: MainWindow, kiosk: Kiosk, first: application.FirstPage | None, is_visit: bool = False
    ) -> InterfaceVoice:
        faults.append(Faults(Path(sys.argv[1])))
        return attach(window, kiosk, first, is_visit)

    application.attach = attach_with_faults
    return cli.main(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
