"""eSpeak NG from the wheel: which voices it has, where its words are, and what it must not do."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from kiosk.adapters.voices import espeak as module
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.text import words
from kiosk.core.timeline import frames_to_ms
from kiosk.core.voice import Tracking, Voice, choose_voice
from tests.contracts.real_voices import espeak

ROOT = Path(__file__).parents[2]


def say(text: str, language: str, words_per_minute: int = 160) -> Speech:
    engine = espeak()
    voice = choose_voice(engine.voices(), language)
    assert voice is not None
    return engine.synthesize(text, language, voice, Rate(words_per_minute))


def run(program: str) -> str:
    """Run a program of its own: what is loaded, and how often, is a matter of the whole process."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.mark.conforms("CF-01")
@pytest.mark.parametrize(
    ("language", "voice_id"),
    [
        ("en", "espeak:en-us"),
        ("en-GB", "espeak:en-us"),
        ("ru", "espeak:ru"),
        ("uk-UA", "espeak:uk"),
        ("tr", "espeak:tr"),
        ("ar", "espeak:ar"),
    ],
)
def test_the_interface_s_languages_have_voices(language: str, voice_id: str) -> None:
    voice = choose_voice(espeak().voices(), language)
    assert voice is not None
    assert voice.id == voice_id
    assert voice.tracking is Tracking.WORD


def test_an_arabic_word_s_silent_t_is_not_said() -> None:
    as_read = module._as_read("خَمْسَةُ كُتُب وَخَمْسَة.", "ar")
    assert as_read == "خَمْسَةُ كُتُب وَخَمْسَه.", "before what is counted it is said, at the end it is not"
    assert module._as_read("المدينة", "ar") == "المدينة", "the library's dictionary knows bare letters"
    lengths = [say(word, "ar").frame_count for word in ("خَمْسَة", "خَمْسَه", "خَمْسَةُ")]
    # The library wavers by some ms, on purpose.
    assert abs(lengths[0] - lengths[1]) < 500 < lengths[2] - lengths[0]


def test_a_dialect_is_there_for_those_who_ask_for_it() -> None:
    voice = choose_voice(espeak().voices(), "en", "espeak:en-gb-scotland")
    assert voice is not None
    assert voice.id == "espeak:en-gb-scotland"


def test_listing_voices_loads_no_library() -> None:
    program = (
        "import sys\n"
        "from kiosk.adapters.voices.espeak import EspeakSynthesizer\n"
        "print(len(EspeakSynthesizer().voices()) > 100, 'pyttsx3' in sys.modules, 'numpy' in sys.modules)"
    )
    assert run(program) == "True False False"


def test_without_the_wheel_there_are_no_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    assert EspeakSynthesizer().voices() == ()


def test_a_library_that_cannot_be_opened_is_a_voice_error(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = espeak().voices()[0]
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: "/nowhere/libespeak-ng.so")
    with pytest.raises(VoiceError, match="cannot be opened"):
        EspeakSynthesizer().load(voice)


def test_the_library_and_its_data_are_the_wheel_s() -> None:
    say("a", "en")
    wheel = Path(espeakng_loader.__file__).parent
    assert Path(os.environ["ESPEAK_DATA_PATH"]).is_relative_to(wheel)
    # The path is the sixth field, and may have spaces in it.
    maps = Path("/proc/self/maps").read_text().splitlines()
    loaded = {line.split(maxsplit=5)[-1] for line in maps if "libespeak" in line}
    assert loaded
    assert all(Path(path).is_relative_to(wheel) for path in loaded)
    assert ctypes.CDLL(espeakng_loader.get_library_path()) is not None


def test_a_voice_that_it_does_not_have_is_a_voice_error_and_the_next_text_is_said() -> None:
    with pytest.raises(VoiceError):
        espeak().synthesize("a", "xx", Voice("espeak:xx-none", "None", ("xx",), Tracking.WORD, 2), Rate(160))
    assert say("One two", "en").frame_count > 0


def test_after_closing_it_may_be_opened_again() -> None:
    espeak().close()
    assert say("again", "en").frame_count > 0


def test_two_engines_in_one_process_do_not_silence_each_other() -> None:
    program = (
        "from kiosk.adapters.voices.espeak import EspeakSynthesizer\n"
        "from kiosk.core.rate import Rate\n"
        "one, other = EspeakSynthesizer(), EspeakSynthesizer()\n"
        "voice = next(voice for voice in one.voices() if voice.id == 'espeak:ru')\n"
        "spoken = [engine.synthesize('слово', 'ru', voice, Rate(160)) for engine in (one, other, one)]\n"
        "print(all(speech.frame_count for speech in spoken))"
    )
    assert run(program) == "True"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # More events than words, fewer, and none for a sign.
        ("en", "The Secretary-General met 1,234,567 people — and left at 10:30."),
        ("tr", "Türkiye'de 3,7 milyon kişi, yani %5, 2019'da geldi."),
        ("ru", "Что-то около 3,7 млн — это 25-го декабря."),
        ("ar", "مَرْحَبًا بِكُمْ في 2019، ٣٫٧ مليون."),
        ("uk", "П'ять об’єктів — 3,7 мільйона."),
    ],
)
def test_no_word_is_skipped_or_shown_for_no_time(language: str, text: str) -> None:
    speech = say(text, language)
    assert [mark.span for mark in speech.marks] == list(words(text))
    for mark in speech.marks:
        assert frames_to_ms(mark.end_frame - mark.start_frame) > 15, mark.span.of(text)


def test_quotation_marks_and_brackets_are_not_said_in_ukrainian() -> None:
    bare = say("вікно слово вікно", "uk")
    for text in ("вікно «слово» вікно", 'вікно "слово" вікно', "вікно [слово] вікно", "вікно слово… вікно"):
        marked = say(text, "uk")
        assert [mark.span for mark in marked.marks] == list(words(text))
        # What remains is at most a pause; the names of the signs last more than a second.
        assert frames_to_ms(marked.frame_count - bare.frame_count) < 600, text


@pytest.mark.parametrize("words_per_minute", [120, 160, 300])
def test_a_mark_is_where_its_word_is_heard(words_per_minute: int) -> None:
    """After a comma there is a pause: where the sound comes back, a word begins."""
    for text in ("Monday, Berlin, Nigeria, Dover, Madrid, London.", "Bread; milk; garlic; beans; dates; lemons."):
        speech = say(text, "en", words_per_minute)
        samples = np.frombuffer(speech.samples, dtype=np.int16).astype(np.float64)
        levels = np.sqrt((samples[: len(samples) // 120 * 120].reshape(-1, 120) ** 2).mean(axis=1))
        is_loud = levels > levels.max() * 0.03
        for mark in speech.marks[1:]:
            window = mark.start_frame // 120
            assert not is_loud[window - 4 : window - 1].any(), "the word before is still heard"
            assert is_loud[window : window + 12].any(), "the word is not heard yet"
