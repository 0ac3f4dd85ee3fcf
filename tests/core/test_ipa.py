"""The phonetic alphabet: what is one, and spelling it in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import ipa as module
from kiosk.core.ipa import Alphabet, fault, possessive, spelled

PLAIN = Alphabet({letter: letter.upper() for letter in "aeioupbtdkɡfvszhmnlrj"})
RICH = Alphabet(
    {**PLAIN.letters, "tʃ": "tS", "aɪ": "aI", "iː": "i:", "n̩": "n-", "tˤ": "t["},
    primary="'",
    secondary=",",
    long_vowel=":",
    palatal=";",
    joint="|",
    stressed_vowel=-1,
)


@pytest.mark.parametrize(
    ("ipa", "wrong"),
    [
        ("ˈɪdlɪb", ""),
        ("/ˈɪdlɪb/", ""),
        ("[t͡ʃɑː.ˈvu.ʃo.lu]", ""),
        ("mɑˈʔarrat an nʊʕˈmaːn", ""),
        ("'a:'", ""),
        ("ça ɡɛ̃", ""),
        ("", "it holds no letter"),
        ("ˈ ː", "it holds no letter"),
        ("A:dlIb", '"A" is not a letter'),
        ("@", '"@" is not a letter'),
        ("ˈɪd1", '"1" is not a letter'),
        ("идлиб", '"и" is not a letter'),
        ("]] [[slnc 500", '"5" is not a letter'),
    ],
)
def test_what_is_no_pronunciation_is_told(ipa: str, wrong: str) -> None:
    assert fault(ipa).startswith(wrong)
    assert bool(fault(ipa)) == bool(wrong)
    assert bool(spelled(ipa, RICH)) != bool(wrong)


@pytest.mark.parametrize(
    ("ipa", "expected"),
    [
        ("ˈtita", "t|'|i|t|a"),
        ("tiˈta", "t|i|t|'|a"),
        ("ˈtʃaˌtaɪ", "tS|'|a|t|,|aI"),
        ("t͡ʃa", "tS|'|a"),
        ("ˈtiːtaː", "t|'|i:|t|a|:"),
        ("ˈatta", "'|a|t|t|a"),
        ("ˈatːa", "'|a|t|t|a"),
        ("ˈatˤa", "'|a|t[|a"),
        ("ˈpʲaʲ", "p;|'|a;"),
        ("ˈʃã", "s|'|a|n"),
        ("ˈlɛsn̩", "l|'|e|s|n-"),
        ("ˈɣaʁɲi", "ɡ|'|a|r|n|j|i"),
        ("ˈa˥.bʱ‿iᵐ", "'|a|b|i"),
        ("ˈǃa", "k|'|a"),
        ("tata", "t|a|t|'|a"),
        ("ta ˈti", "t|a t|'|i"),
        ("kat | ta", "k|'|a|t t|'|a"),
        ("pst", "p|s|t"),
    ],
)
def test_a_pronunciation_is_spelled(ipa: str, expected: str) -> None:
    assert " ".join(spelled(ipa, RICH)).casefold() == expected.casefold()


def test_a_voice_without_a_modifier_says_the_letter() -> None:
    assert spelled("ˈtiːtʲatˤan̩", PLAIN) == ("TˈITJATAN",)


def test_a_word_of_one_vowel_is_stressed_and_a_longer_one_where_its_language_does() -> None:
    assert spelled("tat", PLAIN) == ("TˈAT",)
    assert spelled("tatita", PLAIN) == ("TATˈITA",)


every_letter = st.sampled_from(sorted(module._VOWELS | module._CONSONANTS | module._MODIFIERS | {"ˈ", "ˌ", " "}))


@given(st.lists(every_letter, max_size=30).map("".join))
def test_every_letter_ends_in_one_that_every_voice_has(ipa: str) -> None:
    for alphabet in (PLAIN, RICH):
        words = spelled(ipa, alphabet)
        assert all(words)
        known = set("".join(alphabet.letters.values())) | set("ˈˌ'|,:;")
        assert set("".join(words)) <= known


def test_the_smallest_alphabet_is_small() -> None:
    """Whoever lacks one of its letters would hear nothing for it; so none may be missing from a voice's."""
    reached = set(module._NEAREST) | set(PLAIN.letters)
    assert reached >= module._VOWELS | module._CONSONANTS


@given(st.text(max_size=20))
def test_any_text_is_spelled_or_at_fault(text: str) -> None:
    assert bool(spelled(text, RICH)) or bool(fault(text)) or not text.strip("ˈˌː ʔʡʢʕ")


@pytest.mark.parametrize(
    ("ipa", "language", "ending"),
    [
        ("ˈɛrdoʊɑːn", "en", "z"),
        ("ˈɪdlɪb", "en", "z"),
        ("ɡuˈtɛrɛs", "en", "ɪz"),
        ("ˈdʒɔrdʒ", "en", "ɪz"),
        ("ˈhæftɑt", "en", "s"),
        ("ˈmɛʁkl̩", "de", "s"),
    ],
)
def test_the_possessive_sounds_as_the_name_ends(ipa: str, language: str, ending: str) -> None:
    assert possessive(ipa, language) == ending
