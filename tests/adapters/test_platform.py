"""The computer's own voices, through an engine that behaves as pyttsx3's do."""

import sys
import tempfile
from pathlib import Path

import pytest

from kiosk.adapters.voices.platform import PlatformSynthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.timeline import frames_to_ms
from kiosk.core.voice import Tracking, Voice
from tests.fakes.fake_platform_engine import FakePlatformEngine, FakePlatformVoice

RATE = Rate(200)


def synthesizer(engine: FakePlatformEngine) -> PlatformSynthesizer:
    return PlatformSynthesizer(lambda: engine, is_supported=True)


def test_its_voices_are_the_engine_s_with_clean_tags() -> None:
    engine = FakePlatformEngine(
        [
            FakePlatformVoice("com.anna", "Anna", ["en_US"]),
            FakePlatformVoice("HKEY\\Irina:x", "Irina", [b"\x05ru-RU"]),
            FakePlatformVoice("none", "Nobody", []),
        ]
    )
    assert synthesizer(engine).voices() == (
        Voice("platform:com.anna", "Anna", ("en-US",), Tracking.SENTENCE, 2),
        Voice("platform:HKEY\\Irina:x", "Irina", ("ru-RU",), Tracking.SENTENCE, 2),
        Voice("platform:none", "Nobody", (), Tracking.SENTENCE, 2),
    )


def test_it_speaks_with_the_voice_and_rate_that_were_asked_for() -> None:
    engine = FakePlatformEngine([FakePlatformVoice("a", "A", ["en"]), FakePlatformVoice("x:y", "Y", ["en"])])
    own = synthesizer(engine)
    speech = own.synthesize("Ten letters", "en", own.voices()[1], RATE)
    assert engine.properties == {"voice": "x:y", "rate": 200}
    # 11 code points at 10/200 s each, brought from 22,050 to 24,000 Hz, with the silence trimmed.
    assert frames_to_ms(speech.frame_count) == pytest.approx(550, abs=40)


def test_all_words_share_the_utterance() -> None:
    own = synthesizer(FakePlatformEngine())
    speech = own.synthesize("One two three", "en", own.voices()[0], RATE)
    assert [(mark.start_frame, mark.end_frame) for mark in speech.marks] == [(0, speech.frame_count)] * 3


def test_no_file_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    engine = FakePlatformEngine()
    own = synthesizer(engine)
    own.synthesize("One", "en", own.voices()[0], RATE)
    assert [Path(name).parts[: len(tmp_path.parts)] for name in engine.files] == [tmp_path.parts]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [RuntimeError("COM error"), OSError("no"), ValueError("x"), KeyError("y")])
def test_whatever_a_driver_raises_is_a_voice_error(error: Exception) -> None:
    engine = FakePlatformEngine()
    own = synthesizer(engine)
    engine.error = error
    with pytest.raises(VoiceError, match="Anna failed"):
        own.synthesize("One", "en", own.voices()[0], RATE)


def test_a_driver_that_makes_no_sound_is_a_voice_error() -> None:
    engine = FakePlatformEngine()
    engine.is_mute = True
    own = synthesizer(engine)
    with pytest.raises(VoiceError, match="made no sound"):
        own.synthesize("One", "en", own.voices()[0], RATE)


def test_a_voice_that_the_driver_does_not_have_is_a_voice_error() -> None:
    own = synthesizer(FakePlatformEngine())
    with pytest.raises(VoiceError):
        own.synthesize("One", "en", Voice("platform:gone", "Gone", ("en",), Tracking.SENTENCE, 2), RATE)


def broken_engine() -> FakePlatformEngine:
    raise RuntimeError("there is no SAPI here")


def test_an_engine_that_cannot_be_opened_has_no_voices_and_fails() -> None:
    own = PlatformSynthesizer(broken_engine, is_supported=True)
    assert own.voices() == ()
    with pytest.raises(VoiceError, match="there is no SAPI here"):
        own.load(Voice("platform:a", "A", ("en",), Tracking.SENTENCE, 2))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this platform has voices of its own")
def test_where_there_are_no_such_voices_nothing_is_opened() -> None:
    assert PlatformSynthesizer(broken_engine).voices() == ()


def test_closing_lets_the_engine_go_once() -> None:
    engine = FakePlatformEngine()
    own = synthesizer(engine)
    own.voices()
    own.close()
    assert engine.is_stopped
    own.close()
