"""The real engines, one of a kind for all tests: loading takes time, and a process has one eSpeak NG."""

from functools import cache

from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer


@cache
def neural() -> NeuralSynthesizer:
    """Return the neural English voice's engine."""
    return NeuralSynthesizer()


@cache
def espeak() -> EspeakSynthesizer:
    """Return eSpeak NG."""
    return EspeakSynthesizer()
