"""The real program in a process of its own, driven from outside."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from kiosk.adapters.system_clock import SystemClock
from kiosk.app.place_record import locator_record
from kiosk.core.article import Article
from kiosk.core.locator import locate
from kiosk.core.navigation import Place
from kiosk.core.text import TextSpan
from tests.app.seasoned import seasoned
from tests.e2e.virtual_sound import pactl

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATIENCE_S = 30.0
SYSTEM_PYTHON = "/usr/bin/python3"
"""Has the bindings of the accessibility bus."""


def environment(state: Path, platform: str = "xcb") -> dict[str, str]:
    """Return the environment of a run that remembers things in ``state`` only."""
    return {
        **os.environ,
        "KIOSK_STATE": str(state),
        "QT_QPA_PLATFORM": platform,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def wait_until(condition: Callable[[], Any], what: str, patience_s: float = PATIENCE_S) -> Any:
    """Wait for something to become true and return it.

    Raises:
        AssertionError: it did not, in time.
    """
    end_s = time.monotonic() + patience_s
    while time.monotonic() < end_s:
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    raise AssertionError(f"waited {patience_s:g} s in vain: {what}")


def prefer(state: Path, **preferences: str | int) -> None:
    """Write down what somebody asked for before the program is started."""
    state.mkdir(parents=True, exist_ok=True)
    document = {"schema": 1, "record": preferences}
    (state / "preferences.json").write_text(json.dumps(document), encoding="utf-8")


def leave_at(state: Path, article: Article, place: Place) -> None:
    """Write down that a reading was left at a place of an article a moment ago."""
    state.mkdir(parents=True, exist_ok=True)
    at = locate(article, place.passage, TextSpan(place.start, place.start))
    record = {"path": article.id, **locator_record(at)}
    document = {"schema": 1, "record": {"places": [record]}}
    (state / "places.json").write_text(json.dumps(document), encoding="utf-8")


def season(state: Path) -> None:
    """Write down that the program is well used: anybody may be asked after an article."""
    state.mkdir(parents=True, exist_ok=True)
    document = {"schema": 1, "record": seasoned(SystemClock().now())}
    (state / "donation.json").write_text(json.dumps(document), encoding="utf-8")


class Program:
    """One run of the window, with its diary."""

    def __init__(
        self,
        state: Path,
        arguments: Sequence[str],
        extra: dict[str, str] | None = None,
        is_fitting_named: bool = True,
    ) -> None:
        self.diary_file = state / f"diary-{time.monotonic_ns()}.jsonl"
        self._entries: list[dict[str, Any]] = []
        self._read_to = 0
        state.mkdir(parents=True, exist_ok=True)
        # A test that is not about the questions at the start begins in the catalog.
        is_named = "--fitting" in arguments or not is_fitting_named
        unasked = () if is_named else ("--fitting", "never")
        command = [sys.executable, str(HERE / "traced_kiosk.py"), str(self.diary_file), *arguments, *unasked]
        self.started_s = time.monotonic()
        self.process = subprocess.Popen(command, env={**environment(state), **(extra or {})})

    def __enter__(self) -> "Program":
        self.wait_for("the window", lambda entry: entry["what"] == "attached")
        # The window manager gives the focus a moment after the window is there.
        self.wait_for("the focus", lambda entry: entry["what"] == "focus" and entry["is_ours"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def diary(self) -> list[dict[str, Any]]:
        """Return what has happened so far."""
        # Only what is new is read: whoever waits asks many times a second.
        with suppress(FileNotFoundError), self.diary_file.open("rb") as file:
            file.seek(self._read_to)
            fresh = file.read()
            whole = fresh[: fresh.rfind(b"\n") + 1]
            self._read_to += len(whole)
            self._entries += [json.loads(line) for line in whole.splitlines()]
        return list(self._entries)

    def wait_for(
        self,
        what: str,
        is_it: Callable[[dict[str, Any]], bool],
        since_s: float = 0.0,
        patience_s: float = PATIENCE_S,
    ) -> dict[str, Any]:
        """Wait for an entry of the diary and return it."""

        def found() -> dict[str, Any] | None:
            assert self.process.poll() is None, f"the program ended while waiting for {what}"
            return next((entry for entry in self.diary() if entry["s"] >= since_s and is_it(entry)), None)

        entry: dict[str, Any] = wait_until(found, what, patience_s)
        return entry

    def wait_for_state(self, state: str, since_s: float = 0.0, patience_s: float = PATIENCE_S) -> dict[str, Any]:
        """Wait until the reading is in a state."""
        return self.wait_for(
            f"{state}", lambda entry: entry["what"] == "state" and entry["state"] == state, since_s, patience_s
        )

    def wait_for_voice(self) -> None:
        """Wait until the voice is ready: the loudspeaker is opened when the voice has been loaded."""
        own = f'application.process.id = "{self.process.pid}"'
        wait_until(lambda: own in pactl("list", "sink-inputs"), "the voice to be ready")
        # The first frames of a new device are silence.
        time.sleep(0.3)

    def end(self) -> int:
        """Ask the program to end, and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise
        return self.process.returncode
