"""The voice's process is killed: who listens hears nothing of it, and who waits for a sentence hears it soon.

The figures are printed. Killed with the signal that nothing can catch, as the system does when memory runs out.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, wait_until
from tests.e2e.recording import Recorder
from tests.e2e.test_timing import write_article

pytestmark = pytest.mark.long

if not Path("/proc/self/task").exists():
    pytest.skip("processes are found in Linux's own way", allow_module_level=True)


# The pause after a paragraph is shorter.
LONGEST_PAUSE_MS = 1000
# A key is obeyed within this time.
CUT_S = 0.15


def workers(program: Program, engine: str) -> list[int]:
    """Return the numbers of an engine's processes, the oldest first."""
    tasks = Path(f"/proc/{program.process.pid}/task").iterdir()
    children = [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]
    return sorted(child for child in children if engine in Path(f"/proc/{child}/cmdline").read_text("utf-8"))


def wait_for_workers(program: Program, engine: str, count: int) -> None:
    wait_until(lambda: len(workers(program, engine)) == count, f"{count} of the engine's processes")
    time.sleep(2)  # they load


@pytest.mark.conforms("B-72")
@pytest.mark.parametrize(
    ("language", "engine"), [("en", "NeuralSynthesizer"), ("ru", "EspeakSynthesizer")], ids=["neural", "espeak"]
)
def test_a_sentence_is_heard_though_its_engine_was_killed(
    language: str, engine: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article = write_article(tmp_path, language)
    with Program(tmp_path / "state", ["run", str(article)]) as program, Recorder() as recorder:
        wait_for_workers(program, engine, 1)
        # Of two, the plain voice stands in.
        wait_for_workers(program, "EspeakSynthesizer", 1)
        os.kill(workers(program, engine)[0], signal.SIGKILL)
        started_s = keyboard.press("space")
        program.wait_for_state("Speaking", started_s)
        time.sleep(0.5)
        heard_s = recorder.onset_after(started_s)
        children = workers(program, "Synthesizer")
        states = {entry["state"] for entry in program.diary() if entry["what"] == "state"}
    assert heard_s is not None, "nothing was heard"
    print(f"\n{engine}: heard {(heard_s - started_s) * 1000:.0f} ms after it was killed")
    assert heard_s - started_s < 1
    assert "Failed" not in states
    for child in children:
        assert not Path(f"/proc/{child}").exists(), "a voice outlived the program"


def gap_after(recorder: Recorder, moment_s: float) -> float:
    """Return how many ms nothing was heard after a move; the pauses within what is heard then come later."""
    silences = recorder.silences(moment_s - 0.1, moment_s + 1.5, 5)
    assert recorder.onset_after(moment_s + 1) is not None, "nothing was heard any more"
    return max((length_ms for begin_s, length_ms in silences if begin_s < moment_s + CUT_S), default=0)


def test_a_listener_who_moves_right_after_the_crash_hears_the_new_sentence_within_a_second(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article = write_article(tmp_path, "en")
    gaps: dict[str, float] = {}
    with Program(tmp_path / "state", ["run", str(article)]) as program, Recorder() as recorder:
        wait_for_workers(program, "NeuralSynthesizer", 1)
        wait_for_workers(program, "EspeakSynthesizer", 1)
        program.wait_for_state("Speaking", keyboard.press("space"))
        for case, count in (("without its spare", 1), ("with its spare", 2)):
            wait_for_workers(program, "NeuralSynthesizer", count)
            os.kill(workers(program, "NeuralSynthesizer")[0], signal.SIGKILL)
            # What was rendered ahead is of no use any more.
            moved_s = keyboard.press("Down")
            passage = program.wait_for_state("Preparing", moved_s)["passage"]
            speaking = program.wait_for_state("Speaking", moved_s)
            time.sleep(1.5)
            gaps[case] = gap_after(recorder, moved_s)
            assert (speaking["passage"], speaking["start"]) == (passage, 0)
        states = {entry["state"] for entry in program.diary() if entry["what"] == "state"}
    print("\nmoved right after it was killed:", {case: f"{gap:.0f} ms" for case, gap in gaps.items()})
    assert "Failed" not in states
    assert max(gaps.values()) < 1000


@pytest.mark.parametrize(
    ("language", "engine"), [("en", "NeuralSynthesizer"), ("ru", "EspeakSynthesizer")], ids=["neural", "espeak"]
)
def test_a_listener_hears_nothing_of_it(
    language: str, engine: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article = write_article(tmp_path, language)
    with Program(tmp_path / "state", ["run", str(article)]) as program, Recorder() as recorder:
        wait_for_workers(program, engine, 1)
        keyboard.press("Down")
        time.sleep(0.3)
        started_s = keyboard.press("space")
        program.wait_for_state("Speaking", started_s)
        killed: set[int] = set()
        for _ in range(2):
            time.sleep(5)
            killed.add(workers(program, engine)[0])
            os.kill(workers(program, engine)[0], signal.SIGKILL)
        time.sleep(7)
        ended_s = keyboard.press("Escape")
        program.wait_for_state("Paused", ended_s)
        states = {entry["state"] for entry in program.diary() if entry["what"] == "state"}
    onset_s = recorder.onset_after(started_s)
    assert onset_s is not None
    silences = [round(length_ms) for _, length_ms in recorder.silences(onset_s, ended_s, 200)]
    print(f"\n{engine}: killed twice in {ended_s - onset_s:.0f} s; silences of {silences} ms")
    assert len(killed) == 2
    assert "Failed" not in states
    assert max(silences) < LONGEST_PAUSE_MS
