"""How well the neural voice's marks fit its sound: against a forced aligner that has never seen the voice.

Usage: python tests/bench/bench_word_marks.py [SENTENCES]
The aligner (pocketsphinx) has a bias of its own: what counts is the spread around the median. The onset that the
marks are calibrated to is measured where it can be heard exactly, after a silence, by tests/e2e/test_timing.py.
"""

import re
import statistics
import sys
from pathlib import Path
from typing import Any

from kiosk.adapters.content_folder import load_article
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.core.rate import Rate
from kiosk.core.text import sentences, words
from kiosk.core.timeline import WordMark, frames_to_ms

ARTICLE = Path(__file__).parents[2] / "content/en/the-voice-in-the-machine.md"
LEAD_MS = 250
SAMPLE_RATE_HZ = 16_000


def simple_sentences(count: int) -> list[str]:
    """Return sentences of plain words only: the aligner knows no numbers and no signs."""
    found = []
    for block in load_article(ARTICLE).article.blocks:
        for span in sentences(block.text, "en"):
            text = span.of(block.text)
            if 40 < len(text) < 160 and not re.search(r"[^A-Za-z ,.'’-]", text):
                found.append(text)
    return found[:count]


def aligned_ms(decoder: Any, samples: bytes, spoken: list[str]) -> list[float] | None:
    """Return when the aligner hears each word begin, in ms; None when it does not follow."""
    import miniaudio

    silence = bytes(24_000 * 2 * LEAD_MS // 1000)
    signed = miniaudio.SampleFormat.SIGNED16
    raw = miniaudio.convert_frames(signed, 1, 24_000, silence + samples + silence, signed, 1, SAMPLE_RATE_HZ)
    try:
        decoder.set_align_text(" ".join(spoken))
        decoder.start_utt()
        decoder.process_raw(bytes(raw), full_utt=True)
        decoder.end_utt()
    except RuntimeError:
        return None
    heard = [part for part in decoder.seg() if part.word[0] not in "<["]
    if [re.sub(r"\(\d+\)$", "", part.word) for part in heard] != spoken:
        return None
    return [part.start_frame * 10 - LEAD_MS for part in heard]


def differences_ms(count: int) -> list[float]:
    """Return mark minus aligner, for every word of the sentences that the aligner follows."""
    from pocketsphinx import Decoder

    decoder = Decoder(samprate=SAMPLE_RATE_HZ, beam=1e-80, wbeam=1e-60, pbeam=1e-80, loglevel="FATAL")
    engine = NeuralSynthesizer()
    voice = engine.voices()[0]
    found: list[float] = []
    for text in simple_sentences(count):
        spoken = [span.of(text).lower().replace("’", "'") for span in words(text)]
        if any(decoder.lookup_word(word) is None for word in spoken):
            continue
        speech = engine.synthesize(text, "en", voice, Rate(160))
        begins = aligned_ms(decoder, speech.samples, spoken)
        if begins is not None:
            found.extend(_late(mark, begin) for mark, begin in zip(speech.marks, begins, strict=True))
    return found


def _late(mark: WordMark, begin_ms: float) -> float:
    return frames_to_ms(mark.start_frame) - begin_ms


def run(count: int = 60) -> list[tuple[str, float, str, str]]:
    """Return rows (what, value, unit, limit)."""
    found = differences_ms(count)
    median = statistics.median(found)
    spread = sorted(abs(value - median) for value in found)
    return [
        ("word marks: words compared", len(found), "", ""),
        ("word marks: median, mark - aligner", median, "ms", ""),
        ("word marks: spread, median", spread[len(spread) // 2], "ms", ""),
        ("word marks: spread, 95 % within", spread[int(len(spread) * 0.95)], "ms", ""),
    ]


if __name__ == "__main__":
    try:
        import pocketsphinx  # noqa: F401
    except ImportError:
        print("word marks: not measured, the aligner (pocketsphinx) is not installed for this Python")
        sys.exit()
    for what, value, unit, limit in run(int(sys.argv[1]) if len(sys.argv) > 1 else 60):
        print(f"{what:36} {value:8.2f} {unit:3} {limit}")
