"""Pronunciations for eSpeak NG: what the library hears is what was written, and no text is a command."""

import ctypes
import unicodedata
from collections.abc import Callable
from pathlib import Path

import espeakng_loader
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.voices import espeak_phonemes as module
from kiosk.adapters.voices.espeak_phonemes import phonemes, with_phonemes
from kiosk.core.ipa import spelled
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan, words
from kiosk.core.voice import choose_voice
from tests.contracts.real_voices import espeak

ROOT = Path(__file__).parents[2]
IPA_OUTPUT = 0x02
# As the library itself writes them; each word has sounds that only its own table has.
WORDS = {
    "en": "ˈɪdlɪb fˈɑːðɚ lˈʌkʃɚɹi ʃˈɛɹ kjˈʊɹ nˈɜːs ɡˈoʊt tʃˈɔɪs mˈaʊθ θˈɪŋ vˈɪʒən dʒˈʌdʒ hˈæpi ˈæŋkɚɹə",
    "ru": "ɛrdˈoɡʌn mˈɑtʲ mʲˈɑtʃʲ ɕˈuka tsˈɑpɭʲʌ nʲˈɵs rˈɨba",
    "uk": "ɛrdˈohan ʒˈɪt̪t̪ja ʃtʃˈuka tsˈapʎa ɡanˈok kˈɪjiːβ zˈajɛts",
    "tr": "ɛrdoːˈan tʃavuʃoːɫˈʊ ɯɫˈɯk ɟœlɡˈɛ ɟynˈɛʃ ʒˈalɛ øːɾɛnmˈɛk",
    "ar": "χˈaliːfˌa ħˈaftar ʔˈidlib tˤarˈaːbulˌus ʕirˈaːq ɣˈazza dʒˈaːmiʕˌa ðˈahab",
    "de": "bˈax ˈɪç ˈøːstɜrˌaɪç bˈyːçɜ kˈœnən nˈɔø hˈaʊs pfˈeːɾt tsˈuːk",
    "fr": "ʁˈy pˈø pˈœʁ bˈɔ̃ vˈɛ̃ bʁˈœ̃ vˈɑ̃ ʃˈa",
    "es": "pˈero pˈeɾo nˈiɲo kˈaʎe ˈaɣa lˈaðo bˈiða kˈaθa xˈota",
    "it": "dzˈɛro fˈiʎo kˈaza bˈɛllo ʃˈɛna pˈitsa",
    "pt": "ʁˈatʊ kˈaɾʊ mˈɐ̃j lˈeɪ fˈiʎʊ ʃˈavɨ dˈiɐ sˈɔl bˈẽ",
    "nl": "hˈœys mˈɛɪn kˈʌʊt vˈyr dˈøːr pˈɵt ɣˈaːn jˈaːr",
    "pl": "ʑlˈɛ tɕmˈa tʃˈas wˈutka mˈɔ̃ʃ kˈɔɲ mˈɨʃ",
}
# Where the library writes a sound otherwise than the chart does.
ALSO = {"t̪": "tˤ", "y": "ɨ", "ɜ": "ɐ", "ɔø": "ɔʏ", "ɭ": "l", "ɑ": "a"}


@pytest.fixture(scope="module")
def heard() -> Callable[[str, str], str]:
    """Return what the library understands of a text with phonemes, in the IPA as it writes it."""
    engine = espeak()
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p

    def hear(text: str, language: str) -> str:
        voice = choose_voice(engine.voices(), language)
        assert voice is not None
        # It remembers the voice, and that phonemes are switched on.
        engine.synthesize("a", language, voice, Rate(160), [Pronounced(TextSpan(0, 1), "a")])
        place = ctypes.c_void_p(ctypes.cast(ctypes.c_char_p(encoded := text.encode()), ctypes.c_void_p).value)
        found: list[str] = []
        while place.value:
            found.append((library.espeak_TextToPhonemes(ctypes.byref(place), 1, IPA_OUTPUT) or b"").decode())
        assert encoded
        return " ".join(found).strip()

    return hear


def in_chart_letters(ipa: str) -> str:
    for own, letter in ALSO.items():
        ipa = ipa.replace(own, letter)
    return unicodedata.normalize("NFC", ipa.replace("ˌ", ""))


@pytest.mark.parametrize("language", WORDS)
def test_the_library_hears_what_was_written(heard: Callable[[str, str], str], language: str) -> None:
    for word in WORDS[language].split():
        (spelling,) = phonemes(word, language)
        assert in_chart_letters(heard(f"[[{spelling}]]", language)) == in_chart_letters(word), spelling


@pytest.mark.parametrize("language", module._OWN)
def test_every_name_is_one_that_the_library_knows(heard: Callable[[str, str], str], language: str) -> None:
    alphabet = module._alphabet(language)
    assert alphabet is not None
    for ipa, name in alphabet.letters.items():
        # It stops at a name that it does not know.
        assert heard(f"[[{name}|'|a|m|a]]", language).endswith(("ma", "mæ", "mɑ")), f"{ipa}: {name}"


@pytest.mark.parametrize("language", module._OWN)
def test_the_letters_that_everything_is_near_to_are_there(language: str) -> None:
    alphabet = module._alphabet(language)
    assert alphabet is not None
    assert set("aeioupbtdkɡfvszhmnlrj") <= set(alphabet.letters)


def test_a_language_without_a_table_is_left_as_it_is_written() -> None:
    assert phonemes("ˈɪdlɪb", "vi") == ()
    text = "[[Idlib]]"
    assert with_phonemes(text, [Pronounced(TextSpan(2, 7), "ˈɪdlɪb")], "vi")[0] == text


def test_what_is_no_pronunciation_is_left_as_it_is_written() -> None:
    assert with_phonemes("Idlib", [Pronounced(TextSpan(0, 5), "@5]] [[")], "en")[0] == "Idlib"


def test_the_words_of_a_text_lead_back() -> None:
    text = "In [[Maarat al-Numan]], near Idlib."
    pronounced = [
        Pronounced(TextSpan(5, 20), "mɑːˈʔarrat annʊʕˈmaːn"),
        Pronounced(TextSpan(29, 34), "ˈɪdlɪb"),
    ]
    told, alignment = with_phonemes(text, pronounced, "en")
    assert told == "In (([[m|A:|?|'|A:|r|r|A:|t]] [[A:|n|n|U|?|m|'|A:|n]]]], near [['|I|d|l|I|b]]."
    for spoken, written in (("m|A:|?", "Maarat"), ("A:|n|n", "al-Numan"), ("near", "near"), ("|b", "Idlib")):
        start = told.index(spoken)
        assert alignment.to_written(TextSpan(start, start + len(spoken))).of(text) == written


def test_words_that_do_not_match_one_for_one_are_told_together() -> None:
    told, alignment = with_phonemes("the UN said", [Pronounced(TextSpan(4, 6), "juː ˈɛn")], "en")
    assert told == "the [[j|u:]] [['|E|n]] said".replace("]] [[", " ")
    assert [pair[0].of("the UN said") for pair in alignment.respelled] == ["UN"]


pieces = st.lists(st.sampled_from(["[[", "]]", "[", "]", "slnc 500", "Idlib", " ", "'", "|", "мир"]), max_size=12)


@pytest.mark.conforms("B-60")
@given(pieces, st.sampled_from(["ˈɪdlɪb", "mə ˈɪdlɪb", "]]", "a"]))
def test_a_text_opens_no_phonemes(parts: list[str], ipa: str) -> None:
    text = "".join(parts)
    pronounced = [Pronounced(span, ipa) for span in words(text) if span.of(text) == "Idlib"]
    told, alignment = with_phonemes(text, pronounced, "en")
    if not alignment.respelled:
        assert told == text
        return
    opened = [place for place in range(len(told)) if told.startswith("[[", place)]
    assert opened == [spoken.start for _, spoken in alignment.respelled]
    for written, spoken in alignment.respelled:
        assert spelled(ipa, module._alphabet("en") or pytest.fail("no table"))
        assert written.of(text) == "Idlib"
        assert spoken.of(told).endswith("]]")


def test_what_the_library_has_no_room_for_is_left_as_it_is_written() -> None:
    assert phonemes("ˈɪdlɪb" * 10, "en")
    assert phonemes("ˈɪdlɪb" * 60, "en") == ()
    text = "Idlib " * 45
    pronounced = [Pronounced(span, "ˈɪdlɪbɪdlɪb") for span in words(text)]
    told, alignment = with_phonemes(text, pronounced, "en")
    assert 10 < len(alignment.respelled) < 45
    assert len(told) <= 600


def test_a_text_full_of_phonemes_is_said_whole() -> None:
    text = ("Idlib " * 46)[:280].strip()
    voice = choose_voice(espeak().voices(), "en")
    assert voice is not None
    pronounced = [Pronounced(span, "ˈɪdlɪb") for span in words(text)]
    plain = espeak().synthesize(text, "en", voice, Rate(160))
    told = espeak().synthesize(text, "en", voice, Rate(160), pronounced)
    # Phonemes that are cut in two are read out as letters, which takes far longer.
    assert told.frame_count < plain.frame_count
    assert len({mark.start_frame for mark in told.marks}) == len(words(text))
