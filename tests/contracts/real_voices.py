"""The real engines, one of a kind for all tests: loading takes time, and a process has one eSpeak NG."""

import atexit
from functools import cache

from kiosk.adapters.voices.engine_process import EngineProcess
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from tests.fakes.fake_synthesizer import FakeSynthesizer


@cache
def neural() -> NeuralSynthesizer:
    """Return the neural English voice's engine."""
    return NeuralSynthesizer()


@cache
def espeak() -> EspeakSynthesizer:
    """Return eSpeak NG."""
    return EspeakSynthesizer()


@cache
def neural_process() -> EngineProcess:
    """Return the neural English voice's engine in a process of its own."""
    return _closed_at_the_end(EngineProcess(NeuralSynthesizer))


@cache
def espeak_process() -> EngineProcess:
    """Return eSpeak NG in a process of its own."""
    return _closed_at_the_end(EngineProcess(EspeakSynthesizer))


@cache
def fake_process() -> EngineProcess:
    """Return the fake English voice in a process of its own."""
    return _closed_at_the_end(EngineProcess(FakeSynthesizer))


def _closed_at_the_end(engine: EngineProcess) -> EngineProcess:
    atexit.register(engine.close)
    return engine
