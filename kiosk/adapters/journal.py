"""What goes wrong, written to standard error: a service's journal keeps it. Nothing of what is read gets there.

What an error says may hold a title, a path or a sentence. So at a public kiosk only its kind and the places in the
program are written.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any


class _TerseFormatter(logging.Formatter):
    """Writes the record's own words and, of an error, no more than its kind and its places."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  # logging's own name
        """Return kind and places of an error."""
        return terse(ei[1])


def terse(error: BaseException | None) -> str:
    """Return what may be written of an error: its kind, those of its causes, and the places in the program."""
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        kind = type(error)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__, limit=-30)
        ]
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


class Journal:
    """Writes down what nobody caught, and tells who has to know.

    1. An error that leaves a function which Qt called: Qt goes on, as it does without this.
    2. An error that ends a thread.
    3. An error where nobody can be told, as while something is thrown away: it is written down only.
    """

    def __init__(self, is_terse: bool) -> None:
        """Watch nothing yet.

        Args:
            is_terse: whether what an error says is left out.
        """
        self._is_terse = is_terse
        self._tell: Callable[[bool], None] = lambda is_thread: None

    def install(self) -> None:
        """Watch from now on, and write what the program itself logs in the same manner."""
        sys.excepthook = self._note_main
        threading.excepthook = self._note_thread
        sys.unraisablehook = self._note_unraisable
        if self._is_terse:
            writer = logging.StreamHandler()
            writer.setFormatter(_TerseFormatter("kiosk: %(message)s"))
            logging.basicConfig(level=logging.WARNING, handlers=[writer], force=True)

    def watch(self, tell: Callable[[bool], None]) -> None:
        """Call something from now on, on whatever thread: with whether a thread of its own has ended."""
        self._tell = tell

    def _note_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._write("something broke", error)
        # Whoever presses Ctrl+C wants it to end, and it does.
        if isinstance(error, Exception):
            self._tell(False)

    def _note_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            name = args.thread.name if args.thread is not None else "?"
            self._write(f"the thread {name} broke", args.exc_value)
            self._tell(True)

    def _note_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self._write("something broke where nobody could be told", args.exc_value)

    def _write(self, what: str, error: BaseException | None) -> None:
        told = terse(error) if self._is_terse else "".join(traceback.format_exception(error)) if error else ""
        stream = sys.stderr
        if stream is not None:
            stream.write(f"kiosk: {what}: {told.rstrip()}\n")
            stream.flush()
