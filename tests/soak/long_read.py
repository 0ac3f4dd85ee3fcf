"""The whole long read, heard: is every gap between sentences and paragraphs the pause that was set?

Usage: packaging/virtual-loudspeaker packaging/virtual-screen python tests/soak/long_read.py RATE VOICE [RECORDING]
`make gaps` hears it at 100, 160 and 400 words a minute by two voices, all at once, each with a loudspeaker of
its own: 40 minutes. The real program reads, the loudspeaker is recorded, and each gap is looked for in the
recording by the words before it, or else by those after it. Exit code 1 when a gap differs by more than 20 ms,
or no words are found. RECORDING is a file to keep what was heard in, as WAV; one that is there is judged again.
"""

from __future__ import annotations

import fcntl
import statistics
import sys
import tempfile
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from kiosk.core.navigation import Place
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames
from tests.e2e.expected import Gap, Reciter, Rendition
from tests.e2e.gaps import FAINT, TOLERANCE_MS, excess_ms
from tests.e2e.heard import ALIKE, Sound, find, from_recording
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program, leave_at, prefer
from tests.e2e.recording import RATE_HZ, Recorder

LONG_READ = ROOT / "content/en/the-voice-in-the-machine.md"
# So much of the words before a gap tells where it is; they may be this much earlier or later than expected.
WORDS = SAMPLE_RATE_HZ * 2
SLACK, MOST_SLACK = ms_to_frames(300), ms_to_frames(3_000)
# In half an hour the recording's clock goes astray by a second or two.
_ASTRAY_MS = 3_000


def main(rate: int, voice: str, recording: str = "") -> int:
    """Read, record, judge; return the exit code."""
    with tempfile.TemporaryDirectory() as folder, Reciter(LONG_READ, rate, voice) as reciter:
        state, begin = Path(folder), Place(1, 0)
        # Six engines at once would miss their deadlines.
        with (Path(tempfile.gettempdir()) / "aloud-long-read.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            read = reciter.reading(begin, most_ms=3_600_000)
        if recording and Path(recording).exists():
            recorded = _kept(recording)
        else:
            leave_at(state, reciter.article, begin)
            prefer(state, rate=rate, voice=voice)
            recorded = _recorded(state, len(read.sound) / SAMPLE_RATE_HZ)
            if recording:
                _keep(recorded, recording)
    # The recording may begin within the first words.
    heard = np.pad(from_recording(recorded), (ms_to_frames(_ASTRAY_MS), 0))
    found = list(_heard_gaps(heard, read))
    lost = [gap for gap, excess in found if excess is None]
    excesses = [excess for _, excess in found if excess is not None]
    if not excesses:
        print(f"{voice}, {rate} words a minute: another text was heard, or none")
        return 1
    print(
        f"{voice}, {rate} words a minute: {len(excesses)} of {len(read.gaps)} gaps heard in "
        f"{len(heard) / SAMPLE_RATE_HZ / 60:.1f} min, "
        f"{min(excesses):+.0f} to {max(excesses):+.0f} ms against the pauses that were set, "
        f"median {statistics.median(excesses):+.0f} ms"
    )
    for gap, excess in found:
        if excess is None or abs(excess) > TOLERANCE_MS:
            what = "its words were not heard" if excess is None else f"{excess:+.0f} ms"
            print(f"  the gap at {gap.frame / SAMPLE_RATE_HZ:.2f} s: {what}")
    return 1 if lost or max(map(abs, excesses)) > TOLERANCE_MS else 0


def _recorded(state: Path, length_s: float) -> array[int]:
    keyboard = Keyboard()
    with Program(state, ["run", str(LONG_READ)]) as program, Recorder() as recorder:
        program.wait_for_voice()
        started_s = keyboard.press("space")
        # Whoever asks the diary all the time takes the machine from the reading.
        time.sleep(length_s)
        ended = program.wait_for_state("Ended", started_s, patience_s=120)
        keyboard.close()
        return recorder.between(started_s - 1, ended["s"] + _ASTRAY_MS / 1000)


def _keep(recorded: array[int], path: str) -> None:
    with wave.open(path, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(recorded.tobytes())


def _kept(path: str) -> array[int]:
    with wave.open(path, "rb") as file:
        return array("h", file.readframes(file.getnframes()))


def _heard_gaps(heard: Sound, read: Rendition) -> Iterator[tuple[Gap, float | None]]:
    """Yield each gap and by how many ms its silence is longer than what was set; None where it was not found."""
    late, slack = _late(heard, read), SLACK
    for gap in read.gaps:
        end = _place_of(heard, read, gap, late, slack)
        if end is None:
            # What was lost is looked for in more and more places.
            slack = min(2 * slack, MOST_SLACK)
            yield gap, None
            continue
        slack, late = SLACK, end - gap.frame
        yield gap, excess_ms(heard, gap._replace(frame=end), FAINT)


def _place_of(heard: Sound, read: Rendition, gap: Gap, late: int, slack: int) -> int | None:
    """Return the frame of what was heard at which a gap begins: by the words before it, else by those after it."""
    after = gap.frame + gap.pause_frames
    for begin, end in ((max(0, gap.frame - WORDS), gap.frame), (after, after + WORDS)):
        words = read.sound[begin:end]
        first = max(0, begin + late - slack)
        found = find(heard[first : first + len(words) + 2 * slack], words, frames_to_ms(2 * slack))
        if found.likeness > ALIKE:
            return first + found.frame + gap.frame - begin
    return None


def _late(heard: Sound, read: Rendition) -> int:
    end = read.gaps[0].frame
    begin = max(0, end - WORDS)
    words = read.sound[begin:end]
    return find(heard[: end + ms_to_frames(2 * _ASTRAY_MS)], words, end + 2 * _ASTRAY_MS).frame - begin


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), *sys.argv[2:]))
