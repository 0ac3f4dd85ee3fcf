"""Pronunciations for the neural voice: the letters of its model, and the words that stand in for others."""

import json
from pathlib import Path

import hibari
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.voices import neural_phonemes as module
from kiosk.adapters.voices.neural_phonemes import letters, stand_in
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan, words
from tests.contracts.real_voices import neural

# What its own lexicon writes for the same words.
WORDS = {
    "ˈfɑːðɚ": "fˈɑðəɹ",
    "skwɛɹ": "skwˈɛɹ",
    "nɝːs": "nˈɜɹs",
    "ˈtʃɔɪsᵻz": "ʧˈYsᵻz",
    "ɡəʊt": "ɡˈOt",
    "ˈmaʊθ": "mˈWθ",
    "dʒʌdʒ": "ʤˈʌʤ",
    "ˈvɪʒən": "vˈɪʒən",
    "ˈbɒtl̩": "bˈɑtᵊl",
    "feɪs praɪs": "fˈAs pɹˈIs",
}


@pytest.mark.parametrize(("ipa", "expected"), WORDS.items())
def test_english_is_written_as_the_model_writes_it(ipa: str, expected: str) -> None:
    assert letters(ipa) == expected


@pytest.mark.parametrize(
    ("ipa", "expected"),
    [
        ("xaˈliːfa ˈħaftar", "kɑlˈifɑ hˈɑftɑɹ"),
        ("ɛɾdoˈan", "ɛɹdOˈɑn"),
        ("vlɐˈdʲimʲɪr", "vlədˈimɪɹ"),
        ("ˈɡøːʁɪŋ", "ɡˈɜɹɹɪŋ"),
        ("bɔ̃ʒuʁ", "bˈɔnʒuɹ"),
        ("ʔidˤlib", "ˈidlib"),
    ],
)
def test_other_sounds_are_said_like_the_nearest(ipa: str, expected: str) -> None:
    assert letters(ipa) == expected


def test_the_model_knows_every_letter() -> None:
    vocabulary = json.loads((Path(hibari.__file__).parent / "assets" / "vocab.json").read_text())
    assert set("".join(module._LETTERS.values())) <= set(vocabulary)
    assert set("aeioupbtdkɡfvszhmnlrj") <= set(module._LETTERS)


def test_what_is_no_pronunciation_stays_as_it_is_written() -> None:
    assert letters("@") == ""
    assert stand_in("Idlib", [Pronounced(TextSpan(0, 5), "@")]).form.text == "Idlib"


def test_a_stand_in_leads_back_to_what_it_stands_for() -> None:
    text = "near Maarat al-Numan"
    stood_in = stand_in(text, [Pronounced(TextSpan(5, 20), "ˈma ˈnu")])
    first, second = stood_in.letters
    assert stood_in.form.text == f"near {first} {second}"
    assert list(stood_in.letters.values()) == ["mˈɑ", "nˈu"]
    place = stood_in.form.text.index(second)
    assert stood_in.form.alignment.to_written(TextSpan(place, place + 1)).of(text) == "al-Numan"


@given(st.lists(st.sampled_from(["qzx", "Qzbx", "qzcx", "Idlib", "idlib", ",", " "]), max_size=40))
def test_a_stand_in_is_no_word_of_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    pronounced = [Pronounced(span, "ˈɪdlɪb") for span in words(text) if span.of(text).casefold() == "idlib"]
    stood_in = stand_in(text, pronounced)
    assert not any(name.casefold() in text.casefold() for name in stood_in.letters)
    assert len(stood_in.letters) == len(pronounced)
    back = stood_in.form.text
    for name, own in stood_in.written.items():
        assert back.count(name) == 1
        back = back.replace(name, own)
    assert back == text


@pytest.mark.parametrize(
    "text", ["Idlib", "In Idlib's north", "(Idlib), Dr. Idlib", "x/Idlib-Idlib", "Idlib: 3.7 km"]
)
def test_the_engine_says_what_it_is_told(text: str) -> None:
    engine = neural()
    engine.load(engine.voices()[0])
    places = [place for place in range(len(text)) if text.startswith("Idlib", place)]
    pronounced = [Pronounced(TextSpan(place, place + 5), "ˈɪdlɪb") for place in places]
    _, told = engine._phonemize(stand_in(text, pronounced))
    _, guessed = engine._phonemize(stand_in(text, ()))
    assert sum("ˈɪdlɪb" in phonemes for _, phonemes in told) == len(places)
    assert not any("ˈɪdlɪb" in phonemes for _, phonemes in guessed)
    # The rest is read as ever.
    assert "qz" not in "".join(phonemes for _, phonemes in told)


def test_a_stand_in_inside_a_longer_word_is_taken_out_again() -> None:
    engine = neural()
    engine.load(engine.voices()[0])
    glued = stand_in("aIdlibb", [Pronounced(TextSpan(1, 6), "ˈɪdlɪb")])
    plain = stand_in("aIdlibb", ())
    assert [phonemes for _, phonemes in engine._phonemize(glued)[1]] == [
        phonemes for _, phonemes in engine._phonemize(plain)[1]
    ]
