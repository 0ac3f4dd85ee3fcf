"""Measures words per minute of every calibrated voice, and prints the table that ``speech_rates.py`` holds.

Usage: python tests/bench/bench_rates.py [--table]
Without an option it prints how far each voice is from the rate that was asked for.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.adapters import speech_rates
from kiosk.adapters.content_folder import load_article
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.app.ports import Synthesizer
from kiosk.core.article import BlockKind
from kiosk.core.pause import pause_after
from kiosk.core.rate import Rate
from kiosk.core.text import words
from kiosk.core.utterance import Utterance, plan_utterances
from kiosk.core.voice import Voice, choose_voice

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = {
    "en": "the-voice-in-the-machine",
    "ru": "how-to-use",
    "tr": "how-to-use",
    "ar": "how-to-use",
    "uk": "how-to-use",
}
ASKED_WPM = (80, 120, 160, 200, 260, 320, 400, 500)
SPEEDS = (
    60,
    80,
    100,
    120,
    130,
    140,
    150,
    160,
    180,
    200,
    210,
    220,
    230,
    240,
    280,
    320,
    360,
    400,
    425,
    450,
    500,
    600,
    700,
    800,
    1000,
)
PASSAGES = 6
_NORMAL = Rate(160)


def utterances_of(language: str) -> list[Utterance]:
    """Return the first paragraphs of a shipped article, cut as the player cuts them."""
    article = load_article(CONTENT / language / f"{TEXTS[language]}.md").article
    paragraphs = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH][:PASSAGES]
    return [
        utterance for number, block in enumerate(paragraphs, 1) for utterance in plan_utterances(number, block)
    ]


def speech_seconds(engine: Synthesizer, voice: Voice, utterances: Sequence[Utterance], rate: Rate) -> float:
    """Return how long the utterances sound, pauses left out."""
    return sum(
        engine.synthesize(utterance.text, utterance.language, voice, rate).frame_count / 24_000
        for utterance in utterances
    )


def pause_seconds(utterances: Sequence[Utterance], rate: Rate) -> float:
    """Return how long the pauses between them last."""
    return sum(pause_after(utterance.boundary, rate).total_seconds() for utterance in utterances)


def measured_wpm(engine: Synthesizer, voice: Voice, utterances: Sequence[Utterance], rate: Rate) -> float:
    """Return the words per minute that a listener gets, pauses included."""
    word_count = sum(len(words(utterance.text)) for utterance in utterances)
    seconds = speech_seconds(engine, voice, utterances, rate) + pause_seconds(utterances, rate)
    return word_count * 60 / seconds


def rows() -> list[tuple[str, int, float]]:
    """Return (voice, asked, measured) for every calibrated voice."""
    found: list[tuple[str, int, float]] = []
    for language in TEXTS:
        utterances = utterances_of(language)
        engines: tuple[Synthesizer, ...] = (NeuralSynthesizer(), EspeakSynthesizer())
        for engine in engines:
            voice = choose_voice(engine.voices(), language)
            if voice is not None:
                found.extend(
                    (voice.id, asked, measured_wpm(engine, voice, utterances, Rate(asked))) for asked in ASKED_WPM
                )
    return found


def print_table() -> None:
    """Print the calibration table, made with calibration switched off."""
    speech_rates.TABLES.clear()
    for language in TEXTS:
        utterances = utterances_of(language)
        word_count = sum(len(words(utterance.text)) for utterance in utterances)
        pauses = pause_seconds(utterances, _NORMAL)
        engines: tuple[Synthesizer, ...] = (NeuralSynthesizer(), EspeakSynthesizer())
        for engine in engines:
            voice = choose_voice(engine.voices(), language)
            if voice is None:
                continue
            points = []
            for speed in SPEEDS:
                # Rate keeps to its range; the engines take any number.
                rate = Rate(160)
                object.__setattr__(rate, "words_per_minute", speed)
                seconds = speech_seconds(engine, voice, utterances, rate)
                points.append((round((60 * word_count - 160 * pauses) / seconds), speed))
            print(f'    "{voice.id}": {tuple(points)},')


if __name__ == "__main__":
    if "--table" in sys.argv:
        print_table()
    else:
        for voice_id, asked, measured in rows():
            print(f"{voice_id:16} {asked:4} asked {measured:6.0f} measured {measured / asked:6.2f}")
