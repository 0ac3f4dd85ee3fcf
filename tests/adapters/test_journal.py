"""What nobody caught is written down without a word of what is read, and whoever has to know is told."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters.boot import boot_id, run_folder
from kiosk.adapters.journal import Journal, terse

TITLE = "The Lighthouse at Night"


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    for place, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    made = Journal(is_terse=True)
    made.install()
    yield made
    root.handlers[:] = before
    root.setLevel(level)


def fail() -> None:
    try:
        raise KeyError(TITLE)
    except KeyError as error:
        raise ValueError(f"cannot read {TITLE}") from error


def test_a_thread_that_breaks_is_told_and_written_without_a_title(
    journal: Journal, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[bool] = []
    journal.watch(told.append)
    thread = threading.Thread(target=fail, name="writer")
    thread.start()
    thread.join()
    written = capsys.readouterr().err
    assert told == [True]
    assert TITLE not in written
    for part in ("the thread writer broke", "builtins.ValueError", "builtins.KeyError", "test_journal.py", "fail"):
        assert part in written


def test_what_breaks_in_the_event_loop_is_told(journal: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[bool] = []
    journal.watch(told.append)
    for kind in (RuntimeError, KeyboardInterrupt):
        try:
            raise kind(TITLE)
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert told == [False], "who presses Ctrl+C wants it to end"
    assert TITLE not in capsys.readouterr().err


def test_a_thread_that_ends_itself_is_no_fault(journal: Journal) -> None:
    told: list[bool] = []
    journal.watch(told.append)
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert told == []


def test_what_the_program_logs_names_no_title_either(journal: Journal, capsys: pytest.CaptureFixture[str]) -> None:
    writer = logging.getLogger().handlers[0]
    assert isinstance(writer, logging.StreamHandler)
    writer.setStream(sys.stderr)
    try:
        fail()
    except ValueError:
        logging.getLogger("kiosk.x").exception("a voice failed in a way that it must not")
    written = capsys.readouterr().err
    assert written.startswith("kiosk: a voice failed")
    assert "ValueError" in written
    assert TITLE not in written


def test_at_home_all_of_it_is_written(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    Journal(is_terse=False).install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert TITLE in capsys.readouterr().err


def test_causes_that_go_in_a_circle_come_to_an_end() -> None:
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one
    assert terse(one) == "builtins.ValueError\nbuiltins.KeyError"
    assert terse(None) == ""


def test_boots_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path
    assert boot_id(folder / "nothing") == ""
    (folder / "id").write_bytes(b"\xff\xfe")
    assert boot_id(folder / "id") == ""
    (folder / "id").write_text("abc\n", "ascii")
    assert boot_id(folder / "id") == "abc"
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    assert run_folder(folder) == folder
    monkeypatch.setenv("RUNTIME_DIRECTORY", "/run/aloud-kiosk:/run/other")
    assert run_folder(folder) == Path("/run/aloud-kiosk")
