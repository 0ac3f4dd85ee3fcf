"""What a listener hears, and when: recorded from the loudspeaker while keys are pressed as a person does.

The limits are those of the product; the figures are printed, and `make bench` prints them beside others.
"""

import statistics
import time
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.recording import Recorder

TRIALS = 20
PARAGRAPHS = {
    "en": "The old library on the corner opened its doors on Monday, and {n} people came in before noon. "
    "They asked for papers, for a warm chair, and for somebody who would read a letter to them.",
    "ru": "Старая библиотека на углу открылась в понедельник, и до полудня пришли {n} человек. "
    "Они просили газеты, тёплое место и кого-нибудь, кто прочтёт им письмо.",
}


def write_article(folder: Path, language: str) -> Path:
    """Write an article whose paragraphs all differ, so that nothing rendered can serve twice."""
    paragraphs = "\n\n".join(PARAGRAPHS[language].format(n=20 + number) for number in range(TRIALS + 5))
    path = folder / f"timing-{language}.md"
    path.write_text(f'+++\ntitle = "Timing"\nlanguage = "{language}"\n+++\n{paragraphs}\n', encoding="utf-8")
    return path


def median_of_starts(program: Program, keyboard: Keyboard) -> tuple[list[float], list[float]]:
    """Start and stop paragraph after paragraph; return (key to sound, key to silence) in ms."""
    presses: list[tuple[float, float]] = []
    with Recorder() as recorder:
        # The first run in a fresh loudspeaker is slow: it is thrown away.
        for _ in range(TRIALS + 1):
            moved_s = keyboard.press("Down")
            program.wait_for_state("Preparing", moved_s)
            # What is heard of the place that was moved to is silenced: play renders it anew.
            silenced_s = keyboard.press("Escape")
            program.wait_for_state("Paused", silenced_s)
            # It must be quite silent, or its end would be taken for the beginning of what is measured.
            time.sleep(0.3)
            started_s = keyboard.press("space")
            program.wait_for_state("Speaking", started_s)
            time.sleep(0.35)
            stopped_s = keyboard.press("Escape")
            program.wait_for_state("Paused", stopped_s)
            time.sleep(0.2)
            presses.append((started_s, stopped_s))
    starts = [_ms_until(recorder.onset_after(started), started) for started, _ in presses[1:]]
    stops = [_ms_until(recorder.last_sound_before(stopped + 0.19), stopped) for _, stopped in presses[1:]]
    return starts, stops


def _ms_until(moment_s: float | None, from_s: float) -> float:
    assert moment_s is not None, "nothing was heard"
    return (moment_s - from_s) * 1000


@pytest.mark.long
@pytest.mark.parametrize(("language", "limit_ms"), [("ru", 60), ("en", 120)], ids=["espeak", "neural"])
def test_key_to_sound_and_key_to_silence(
    language: str, limit_ms: int, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article = write_article(tmp_path, language)
    with Program(tmp_path / "state", ["run", str(article)]) as program:
        time.sleep(4)  # the voice is warmed up in the background
        starts, stops = median_of_starts(program, keyboard)
    start_ms, stop_ms = statistics.median(starts), statistics.median(stops)
    print(f"\n{language}: key to sound {start_ms:.0f} ms (worst {max(starts):.0f}), ", end="")
    print(f"key to silence {stop_ms:.0f} ms (worst {max(stops):.0f}), medians of {TRIALS}")
    assert start_ms <= limit_ms
    assert stop_ms <= 60


@pytest.mark.long
@pytest.mark.parametrize("language", [pytest.param("ru", id="espeak"), pytest.param("en", id="neural")])
def test_the_lit_word_is_the_heard_word(
    language: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article = write_article(tmp_path, language)
    with Program(tmp_path / "state", ["run", str(article)]) as program, Recorder() as recorder:
        time.sleep(4)
        moved_s = keyboard.press("Down")
        program.wait_for_state("Preparing", moved_s)
        silenced_s = keyboard.press("Escape")
        program.wait_for_state("Paused", silenced_s)
        time.sleep(0.3)
        started_s = keyboard.press("space")
        program.wait_for_state("Speaking", started_s)
        time.sleep(32)
        stopped_s = keyboard.press("Escape")
        program.wait_for_state("Paused", stopped_s)
        painted = [entry for entry in program.diary() if entry["what"] == "painted" and entry["s"] > started_s]
    lateness = lateness_of_words(recorder, painted, (started_s, stopped_s), language)
    absolute = sorted(abs(value) for value in lateness)
    p95 = absolute[int(len(absolute) * 0.95)]
    print(f"\n{language}: {len(lateness)} words after a pause, lit against heard: median ", end="")
    print(f"{statistics.median(lateness):+.0f} ms, 95 % within {p95:.0f} ms")
    assert p95 <= 60


def lateness_of_words(
    recorder: Recorder, painted: list[dict[str, Any]], span_s: tuple[float, float], language: str
) -> list[float]:
    """Return how many ms after its audible onset each word was painted, for the words after a comma or full stop.

    Only where a silence comes before it can a word's onset be heard exactly, without asking the engine where it
    thinks the word is. The silence must be longer than the closure inside a word like "newspapers".
    """
    first = recorder.onset_after(span_s[0])
    assert first is not None
    onsets = [first, *(begin + length / 1000 for begin, length in recorder.silences(first, span_s[1], 90))]
    text = PARAGRAPHS[language].format(n=20)
    after_a_pause = [entry for entry in painted if entry["start"] == 0 or text[entry["start"] - 2] in ",.—"]
    found = [min((entry["s"] - onset for onset in onsets), key=abs) * 1000 for entry in after_a_pause]
    print("\n", [round(value) for value in found])
    assert len(found) >= 8
    return found
