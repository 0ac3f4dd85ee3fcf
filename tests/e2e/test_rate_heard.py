"""A change of rate, as it is heard: the reading goes on at the same word, at the new rate, soon after the key."""

import statistics
import time
from pathlib import Path

import pytest

from kiosk.core.rate import Rate
from tests.e2e.expected import Reciter
from tests.e2e.keyboard import Keyboard
from tests.e2e.listener import Listener
from tests.e2e.program import Program, prefer
from tests.e2e.recording import Recorder
from tests.e2e.test_timing import write_article

pytestmark = pytest.mark.long

RATE = Rate(200)
FASTER, SLOWER = "Right", "Left"
KEYS = (FASTER, FASTER, FASTER, SLOWER, SLOWER, SLOWER, SLOWER, FASTER)
LIMIT_MS = 150


@pytest.mark.parametrize("language", ["en", "ru"], ids=["neural", "espeak"])
def test_a_change_of_rate_is_heard_at_the_same_word(
    language: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    article, state, rate = write_article(tmp_path, language), tmp_path / "state", RATE
    prefer(state, rate=rate.words_per_minute)
    delays_ms: list[float] = []
    with (
        Reciter(article, rate.words_per_minute) as reciter,
        Program(state, ["run", str(article)]) as program,
        Recorder() as recorder,
    ):
        program.wait_for_voice()
        listener = Listener(keyboard, recorder, reciter)
        listener.press("space")
        listener.hears_reading_from("Timing")
        for key in KEYS:
            time.sleep(0.5)
            listener.press(key)
            left = listener.words_when_pressed()
            rate = rate.faster() if key == FASTER else rate.slower()
            reciter.at_rate(rate.words_per_minute)
            listener.hears_reading_from_one_of(left)
            delays_ms.append(listener.began_ms)
    print(f"\n{language}: the new rate is heard after {[round(own) for own in delays_ms]} ms")
    assert statistics.median(delays_ms) <= LIMIT_MS
