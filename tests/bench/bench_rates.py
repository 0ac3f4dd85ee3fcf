"""Measures words per minute of every calibrated voice, and prints the table that ``speech_rates.py`` holds.

Usage: python tests/bench/bench_rates.py [--table]
Without an option it prints, for each voice, the rate that was asked for, the one that is heard, and the error.

The text is fixed: ``tests/data/rates`` holds paragraphs of the articles that ship, the same in five languages,
without a digit. A number is one written word and up to ten spoken ones: with numbers in it, the text would measure
how many there are, and change with every rule about them. So it is also read as written, without respellings. What
counts is what is written: 160 words a minute are 160 words of the page, pauses included, as the player makes them.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.adapters import speech_rates
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.app.ports import Synthesizer
from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.pause import Boundary, pause_after
from kiosk.core.rate import Rate
from kiosk.core.text import words
from kiosk.core.timeline import LEAD_MARGIN_MS, SAMPLE_RATE_HZ, TAIL_MARGIN_MS
from kiosk.core.utterance import Utterance, plan_utterances
from kiosk.core.voice import Voice

TEXTS = Path(__file__).parents[1] / "data" / "rates"
VOICES = {
    "neural:heart": "en",
    "espeak:en-us": "en",
    "espeak:ru": "ru",
    "espeak:tr": "tr",
    "espeak:ar": "ar",
    "espeak:uk": "uk",
}
"""Every voice that ships for a language of the interface, and that language."""
ASKED_WPM = (80, 120, 160, 200, 300, 400, 500)
SPEEDS = (*range(60, 137), *range(140, 220, 4), *range(220, 440, 20), 449, 450, *range(475, 1101, 25))
_NORMAL = Rate(160)
_MARGINS_S = (LEAD_MARGIN_MS + TAIL_MARGIN_MS) / 1000


def fixed_text(language: str, most_paragraphs: int | None = None) -> Article:
    """Return the text on which rates are measured, or its beginning, as an article."""
    paragraphs = (TEXTS / f"{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")[:most_paragraphs]
    blocks = [
        Block(f"b{number}", BlockKind.PARAGRAPH, text, language) for number, text in enumerate(paragraphs, 1)
    ]
    return Article("rates", "Rates", language, tuple(blocks))


def word_count(article: Article) -> int:
    """Return how many words are written."""
    return sum(len(words(block.text)) for block in article.blocks)


def heard_wpm(rack: VoiceRack, article: Article, choice: RenderingChoice) -> float:
    """Return the words per minute that a listener gets, pauses included, by the way that the player takes."""
    rendered = render(rack, article, 1, article.last_passage, choice)
    frames = sum(len(own.samples) // 2 + own.pause_frames for own in rendered)
    return word_count(article) * 60 * SAMPLE_RATE_HZ / frames


def rows() -> Iterator[tuple[str, int, float]]:
    """Yield (voice, asked, heard) for every calibrated voice."""
    rack = VoiceRack([NeuralSynthesizer(), EspeakSynthesizer()])
    for voice_id, language in VOICES.items():
        text = fixed_text(language)
        for asked in ASKED_WPM:
            yield voice_id, asked, heard_wpm(rack, text, RenderingChoice(Rate(asked), voice_id))


def print_rows() -> None:
    """Print how far each voice is from what was asked for."""
    print(f"{'voice':14} {'asked':>6} {'heard':>7} {'error':>7}")
    errors: list[float] = []
    for voice_id, asked, heard in rows():
        errors.append(heard / asked - 1)
        print(f"{voice_id:14} {asked:6} {heard:7.1f} {errors[-1]:+7.1%}")
    print(f"largest error: {max(map(abs, errors)):.1%}")


# -- calibration --------------------------------------------------------------------------------------------------


def planned(article: Article) -> list[Utterance]:
    """Return an article cut as the player cuts it."""
    return [
        utterance for number, block in enumerate(article.blocks, 1) for utterance in plan_utterances(number, block)
    ]


def speech_seconds(engine: Synthesizer, voice: Voice, utterances: Sequence[Utterance], number: int) -> float:
    """Return how long the utterances sound at a number of the engine's own, the margins around them left out."""
    # A rate keeps to its range; the engines take any number.
    rate = Rate(160)
    object.__setattr__(rate, "words_per_minute", number)
    spoken = (engine.synthesize(each.text, each.language, voice, rate) for each in utterances)
    return sum(own.frame_count / SAMPLE_RATE_HZ - _MARGINS_S for own in spoken)


def print_table() -> None:
    """Print the calibration tables, made with calibration switched off."""
    speech_rates.TABLES.clear()
    engines = (NeuralSynthesizer(), EspeakSynthesizer())
    for voice_id, language in VOICES.items():
        engine, voice = next((own, each) for own in engines for each in own.voices() if each.id == voice_id)
        article = fixed_text(language)
        utterances = planned(article)
        # The last pause is not heard: nothing follows it.
        boundaries = [utterance.boundary for utterance in utterances[:-1]] + [Boundary.ARTICLE]
        pauses_s = sum(pause_after(boundary, _NORMAL).total_seconds() for boundary in boundaries)
        own_s = 60 * word_count(article) - _NORMAL.words_per_minute * pauses_s
        points = [(own_s / speech_seconds(engine, voice, utterances, number), number) for number in SPEEDS]
        print(f'    "{voice_id}": {thinned(points)},', flush=True)


def thinned(points: Sequence[tuple[float, int]]) -> tuple[tuple[int, int], ...]:
    """Leave out what does not rise, and what a straight line between two other points tells within 0.6 %."""
    rising = [points[0]]
    for heard, number in points[1:]:
        if round(heard) > round(rising[-1][0]):
            rising.append((heard, number))
        elif len(rising) == 1:
            # Slower than this it cannot be.
            rising = [(heard, number)]
    kept = [rising[0]]
    for at in range(1, len(rising)):
        if at == len(rising) - 1 or not _is_straight(kept[-1], rising[at + 1], rising):
            kept.append(rising[at])
    return tuple((round(heard), number) for heard, number in kept)


def _is_straight(first: tuple[float, int], last: tuple[float, int], points: Sequence[tuple[float, int]]) -> bool:
    slope = (last[0] - first[0]) / (last[1] - first[1])
    between = [point for point in points if first[1] < point[1] < last[1]]
    return all(abs(first[0] + slope * (number - first[1]) - heard) < heard * 0.006 for heard, number in between)


if __name__ == "__main__":
    if "--table" in sys.argv:
        print_table()
    else:
        print_rows()
