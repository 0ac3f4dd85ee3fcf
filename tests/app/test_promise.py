"""What engines hand out is speech as it was promised, or it is told what is wrong with it."""

import pytest

from kiosk.app.promise import broken_promise
from kiosk.core.rate import Rate
from tests.fakes.adversarial_synthesizer import GARBAGE, KEPT, AdversarialSynthesizer, Stamps

TEXT = "Two words."


@pytest.mark.parametrize("way", KEPT)
def test_what_keeps_the_promise_passes(way: str) -> None:
    engine = AdversarialSynthesizer(Stamps(), lambda: 1)
    engine.way = way
    assert broken_promise(engine.synthesize(TEXT, "en", engine.voice, Rate(160)), TEXT) == ""


@pytest.mark.parametrize("way", GARBAGE)
def test_garbage_is_told(way: str) -> None:
    engine = AdversarialSynthesizer(Stamps(), lambda: 1)
    engine.way = way
    assert broken_promise(engine.synthesize(TEXT, "en", engine.voice, Rate(160)), TEXT)
