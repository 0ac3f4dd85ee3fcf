"""Gaps: the silence between sentences and paragraphs is the pause that was set, rendered and as it is heard."""

import statistics
from pathlib import Path

import numpy as np
import pytest

from kiosk.core.navigation import Place
from kiosk.core.timeline import SAMPLE_RATE_HZ
from tests.e2e.expected import Reciter
from tests.e2e.gaps import FAINT, SOFT, TOLERANCE_MS, excess_ms
from tests.e2e.heard import ALIKE, find, from_recording
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program, leave_at, prefer, wait_until
from tests.e2e.recording import Recorder

pytestmark = pytest.mark.long

LONG_READ = ROOT / "content/en/the-voice-in-the-machine.md"
RATES = (100, 160, 400)
VOICES = ("neural:heart", "espeak:en-us")
# Two gaps in few words: between sentences, and between paragraphs.
STRETCH = ("An early recording held only a few minutes of sound.", "The push came from two directions.")


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("voice", VOICES)
def test_every_gap_of_the_long_read_is_the_pause_that_was_set(voice: str, rate: int) -> None:
    with Reciter(LONG_READ, rate, voice) as reciter:
        read = reciter.reading(Place(1, 0), most_ms=3_600_000)
    assert len(read.gaps) > 200
    faint = [excess_ms(read.sound, gap, FAINT) for gap in read.gaps]
    soft = [excess_ms(read.sound, gap, SOFT) for gap in read.gaps]
    print(f"\n{voice}, {rate} words a minute, {len(faint)} gaps against the pauses that were set: ", end="")
    for name, excess in (("46 dB down", faint), ("40 dB down", soft)):
        print(
            f"{name} {min(excess):+.0f} to {max(excess):+.0f}, median {statistics.median(excess):+.0f} ms; ",
            end="",
        )
    assert max(map(abs, faint)) <= TOLERANCE_MS
    # Softer first sounds count as silence here.
    assert np.percentile(np.abs(soft), 95) <= TOLERANCE_MS


@pytest.mark.parametrize("voice", VOICES)
def test_no_pause_is_no_silence(voice: str) -> None:
    with Reciter(LONG_READ, voice=voice, pause_percent=0) as reciter:
        read = reciter.reading(Place(1, 0), most_ms=180_000)
    assert len(read.gaps) > 20
    assert {gap.pause_frames for gap in read.gaps} == {0}
    excess = [excess_ms(read.sound, gap, FAINT) for gap in read.gaps]
    print(f"\n{voice}: {len(excess)} gaps without a pause, {min(excess):+.0f} to {max(excess):+.0f} ms")
    assert max(map(abs, excess)) <= TOLERANCE_MS


@pytest.mark.parametrize(("rate", "voice"), [(100, VOICES[0]), (160, VOICES[1]), (400, VOICES[0])])
def test_the_gaps_that_are_heard_are_the_pauses_that_were_set(
    rate: int, voice: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    with Reciter(LONG_READ, rate, voice) as reciter:
        begin, end = reciter.place_of(STRETCH[0]), reciter.end_of(STRETCH[1])
        read = reciter.reading(begin, end)
        leave_at(tmp_path / "state", reciter.article, begin)
    prefer(tmp_path / "state", rate=rate, voice=voice)
    with Program(tmp_path / "state", ["run", str(LONG_READ)]) as program, Recorder() as recorder:
        program.wait_for_voice()
        started_s = keyboard.press("space")
        until_s = started_s + len(read.sound) / SAMPLE_RATE_HZ + 0.5
        wait_until(lambda: recorder.heard_until_s > until_s, "the recording to go on")
    heard = from_recording(recorder.between(started_s, until_s))
    found = find(heard, read.sound, 400)
    assert found.likeness > ALIKE, f"another text was read: {found.likeness:.2f} alike"
    excess = [excess_ms(heard, gap._replace(frame=gap.frame + found.frame), FAINT) for gap in read.gaps]
    print(f"\n{voice}, {rate} words a minute: heard gaps are longer by {[round(value) for value in excess]} ms")
    assert len(excess) >= 2
    assert max(map(abs, excess)) <= TOLERANCE_MS
