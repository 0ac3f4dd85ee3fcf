"""What the voices make of respelled English.

The neural voice is heard by a recogniser (pocketsphinx) that knows only the words of two readings: the one that
people expect, and one that a voice left to itself or a careless rule would give. eSpeak NG tells its sounds.
"""

import ctypes
import re
from typing import Any

import pytest

from kiosk.core.rate import Rate
from kiosk.core.spoken.rules import respellings
from kiosk.core.spoken_form import spell_out
from kiosk.core.voice import choose_voice
from tests.contracts.real_voices import espeak, neural

SAMPLE_RATE_HZ = 16_000

# (written, what must be heard, what must not)
SENTENCES = (
    (
        "It cost $3.7 million.",
        "it cost three point seven million dollars",
        "it cost dollars three point seven million",
    ),
    ("He came on 25 December.", "he came on the twenty fifth of december", "he came on twenty five december"),
    ("He died in 1905.", "he died in nineteen oh five", "he died in one thousand nine hundred five"),
    ("It was the 1980s.", "it was the nineteen eighties", "it was the nineteen hundred eighty"),
    ("They met at 5:30 p.m. again.", "they met at five thirty p m again", "they met at five thirty again"),
    ("It opens 9AM, not later.", "it opens nine a m not later", "it opens nine not later"),
    ("It rose by 10–12% today.", "it rose by ten to twelve percent today", "it rose by ten twelve percent today"),
    ("The pool is 20 m² large.", "the pool is twenty square meters large", "the pool is twenty m two large"),
    ("He drove 90 km/h there.", "he drove ninety kilometers per hour there", "he drove ninety k m slash h there"),
    ("Dr. Lee lives on Main St. now.", "doctor lee lives on main street now", "drive lee lives on main saint now"),
    ("See No. 5, e.g. the second.", "see number five for example the second", "see no five e g the second"),
    ("The WHO said so.", "the w h o said so", "the who said so"),
    ("Henry VIII was king.", "henry the eighth was king", "henry eight was king"),
    ("It was World War II then.", "it was world war two then", "it was world war the second then"),
    (
        "Write to info@example.com today.",
        "write to info at example dot com today",
        "write to info example com today",
    ),
    ("We took 1/2 of it.", "we took one half of it", "we took one slash two of it"),
    ("It was −5°C outside.", "it was minus five degrees celsius outside", "it was five degrees c outside"),
    ("The A380 landed.", "the a three eighty landed", "the three hundred eighty landed"),
    ("They lost 3-2 at home.", "they lost three to two at home", "they lost three dash two at home"),
    ("Ms. Lee & Co. paid £5.", "miss lee and company paid five pounds", "m s lee and co paid pound five"),
)

# (written, what eSpeak NG must sound out for it, in the International Phonetic Alphabet without stress and length)
SOUNDS = (
    ("nine, 9AM", "naɪneɪɛm"),
    ("5 p.m. EST", "faɪvpiɛmiɛsti"),
    ("the WHO", "ðədʌbəljueɪtʃoʊ"),
    ("the OSCE", "ðɪoʊɛssii"),
    ("The A380", "ðɪeɪθɹieɪɾi"),
    ("Ms. Lee", "mɪzli"),
    ("IDs", "aɪdiz"),
    ("CO₂", "sioʊtu"),
    ("a@b.ua", "eɪætbidɑtjueɪ"),
    ("1990s", "naɪntinnaɪntiz"),
    ("Henry VIII", "hɛnɹiðɪeɪtθ"),
    ("3-4 kg", "θɹitəfɔɹkɪləɡɹæmz"),
)


def spoken(written: str) -> str:
    return spell_out(written, respellings(written, "en")).text


def heard(samples: bytes, readings: tuple[str, str]) -> str:
    """Return which of two readings a recogniser hears."""
    pocketsphinx = pytest.importorskip("pocketsphinx", reason="the recogniser has no wheel for this Python")
    import miniaudio

    decoder: Any = pocketsphinx.Decoder(samprate=SAMPLE_RATE_HZ, lm=None, loglevel="FATAL")
    decoder.add_jsgf_string("two", f"#JSGF V1.0; grammar two; public <said> = {readings[0]} | {readings[1]};")
    decoder.activate_search("two")
    signed = miniaudio.SampleFormat.SIGNED16
    silence = bytes(24_000 // 2)
    raw = miniaudio.convert_frames(signed, 1, 24_000, silence + samples + silence, signed, 1, SAMPLE_RATE_HZ)
    decoder.start_utt()
    decoder.process_raw(bytes(raw), full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr if found else ""


@pytest.mark.parametrize(("written", "right", "wrong"), SENTENCES)
def test_the_neural_voice_is_heard_to_say_the_right_reading(written: str, right: str, wrong: str) -> None:
    engine = neural()
    speech = engine.synthesize(spoken(written), "en", engine.voices()[0], Rate(160))
    assert heard(speech.samples, (right, wrong)) == right


@pytest.mark.parametrize(("written", "right", "wrong"), SENTENCES[:4])
def test_the_recogniser_can_tell_them_apart(written: str, right: str, wrong: str) -> None:
    engine = neural()
    speech = engine.synthesize(wrong, "en", engine.voices()[0], Rate(160))
    assert heard(speech.samples, (right, wrong)) == wrong


def sounds(text: str) -> str:
    """Return how eSpeak NG sounds a text out, without stress and pauses."""
    import espeakng_loader

    engine = espeak()
    voice = choose_voice(engine.voices(), "en")
    assert voice is not None
    engine.synthesize("a", "en", voice, Rate(160))
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    buffer = ctypes.create_string_buffer(text.encode())
    place = ctypes.c_void_p(ctypes.addressof(buffer))
    found = []
    while place.value:
        # Text in UTF-8 (1), sounds in the International Phonetic Alphabet (2).
        found.append(library.espeak_TextToPhonemes(ctypes.byref(place), 1, 2).decode())
    return re.sub(r"[ˈˌː ]", "", "".join(found))


@pytest.mark.parametrize(("written", "expected"), SOUNDS)
def test_espeak_sounds_it_out_as_people_say_it(written: str, expected: str) -> None:
    assert expected in sounds(spoken(written))
