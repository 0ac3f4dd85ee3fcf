"""What a process of its own costs a speech engine, and how soon the voice is back when that process is killed.

Usage: python tests/bench/bench_engine_process.py [RUNS]
The same sentence, ten seconds of sound, is said by turns in this process and in a child, so that both see the
same machine. Killed means kill -9 in the middle of a sentence; back means that the rack of voices has the whole
sentence from the same voice, and the worst of the kills is printed.
"""

import logging
import os
import signal
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.adapters.voices.engine_process import EngineProcess
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.app.ports import Speech, Synthesizer
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.rate import Rate
from kiosk.core.voice import choose_voice

RUNS = 50
KILLS = 5
MOST_ADDED_MS = 3.0
MOST_SILENCE_MS = 1000.0
RATE = Rate(160)
SENTENCE = (
    "The old library on the corner opened its doors on Monday, and twenty people came in before noon, "
    "asking for papers, for a warm chair, and for somebody who would read a letter to them."
)

Row = tuple[str, float, str, str]


def say(engine: Synthesizer) -> Speech:
    """Say the sentence."""
    voice = choose_voice(engine.voices(), "en")
    assert voice is not None, "the engine is not installed"
    return engine.synthesize(SENTENCE, "en", voice, RATE)


def took_ms(action: Callable[[], object]) -> float:
    """Return how long something took."""
    began_s = time.perf_counter()
    action()
    return (time.perf_counter() - began_s) * 1000


def added(name: str, own: Synthesizer, child: EngineProcess, runs: int) -> list[Row]:
    """Measure one sentence in this process and in the child, by turns."""
    seconds = say(own).frame_count / 24_000
    say(child)
    pairs = [(took_ms(lambda: say(own)), took_ms(lambda: say(child))) for _ in range(runs)]
    inside, outside = (statistics.median(times) for times in zip(*pairs, strict=True))
    more = statistics.median(other - this for this, other in pairs)
    return [
        (f"{name}: one sentence in this process", inside, "ms", f"{seconds:.1f} s of sound"),
        (f"{name}: one sentence in its own process", outside, "ms", ""),
        (f"{name}: own process against this one", outside / inside, "x", ""),
        (f"{name}: what the boundary adds", more, "ms", f"at most {MOST_ADDED_MS:g}"),
    ]


def steps_per_s(action: Callable[[], object]) -> tuple[float, float]:
    """Return how many steps a second the main thread makes while another thread does something, and its longest.

    The longest step is in ms: that is how long a window would not answer.
    """
    ended: list[bool] = []

    def work() -> None:
        action()
        ended.append(True)

    worker = threading.Thread(target=work)
    began_s = before_s = time.perf_counter()
    longest_s, steps = 0.0, 0
    worker.start()
    while not ended:
        now_s = time.perf_counter()
        longest_s, before_s = max(longest_s, now_s - before_s), now_s
        steps += 1
    worker.join()
    return steps / (time.perf_counter() - began_s), longest_s * 1000


def loading(name: str, own: Synthesizer, child: EngineProcess) -> list[Row]:
    """Measure what is left of the main thread, which paints, while an engine is loaded for the first time."""
    alone, _ = steps_per_s(lambda: time.sleep(0.5))
    inside, inside_ms = steps_per_s(lambda: say(own))
    outside, outside_ms = steps_per_s(lambda: say(child))
    return [
        (f"{name}: speed left while this process loads", inside / alone, "x", "of the main thread's alone"),
        (f"{name}: speed left while its own loads", outside / alone, "x", "of the main thread's alone"),
        (f"{name}: main thread held up, this process loads", inside_ms, "ms", ""),
        (f"{name}: main thread held up, its own loads", outside_ms, "ms", ""),
    ]


def pid_of(engine: EngineProcess) -> int:
    """Return the number of the child."""
    assert engine._child is not None
    assert engine._child.pid is not None
    return engine._child.pid


def back_after_ms(engine: EngineProcess, render_ms: float, has_spare: bool) -> float:
    """Kill the child in the middle of a sentence and return when the rack has the sentence."""
    rack = VoiceRack([engine])
    while True:
        rack.synthesize(SENTENCE, "en", RATE)
        if has_spare:
            assert engine._spare_timer is not None
            engine._spare_timer.join()
            assert engine._spare is not None
            engine._spare.wait_until_loaded(20)
        before, back_s = pid_of(engine), [0.0]

        def speak(back_s: list[float] = back_s) -> None:
            rack.synthesize(SENTENCE, "en", RATE)
            back_s[0] = time.perf_counter()

        worker = threading.Thread(target=speak)
        worker.start()
        time.sleep(render_ms / 2000)
        killed_s = time.perf_counter()
        os.kill(before, signal.SIGKILL)
        worker.join()
        # Where the sentence was ready before the kill, nothing was in the middle of anything.
        if pid_of(engine) != before:
            return (back_s[0] - killed_s) * 1000


def back(name: str, make: type[Synthesizer], render_ms: float) -> list[Row]:
    """Measure how soon a voice is back, without and with a spare."""
    rows: list[Row] = []
    for what, has_spare in (("a new child", False), ("the spare", True)):
        engine = EngineProcess(make, has_spare=has_spare, spare_after_s=0)
        times = [back_after_ms(engine, render_ms, has_spare) for _ in range(KILLS)]
        engine.close()
        rows.append((f"{name}: killed to speech, {what}", max(times), "ms", f"at most {MOST_SILENCE_MS:g}"))
    return rows


def resident_mib(engine: EngineProcess) -> float:
    """Return the memory that is the child's alone."""
    lines = Path(f"/proc/{pid_of(engine)}/smaps_rollup").read_text("ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def run(runs: int = RUNS) -> list[Row]:
    """Return rows (what, value, unit, limit)."""
    rows: list[Row] = []
    makers: list[tuple[str, type[Synthesizer]]] = [("espeak", EspeakSynthesizer), ("neural", NeuralSynthesizer)]
    for name, make in makers:
        own, child = make(), EngineProcess(make)
        rows += loading(name, own, child)
        measured = added(name, own, child, runs)
        rows += measured
        rows.append((f"{name}: memory of the child", resident_mib(child), "MiB", ""))
        child.close()
        rows += back(name, make, measured[1][1])
    return rows


if __name__ == "__main__":
    # Every kill would be a line in the log.
    logging.getLogger("kiosk").setLevel(logging.ERROR)
    for what, value, unit, limit in run(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS):
        print(f"{what:48} {value:8.2f} {unit:3} {limit}")
