"""The International Phonetic Alphabet, and spelling it in an engine's own alphabet. Knows no engine.

Source: the chart of the International Phonetic Association, https://www.internationalphoneticassociation.org/
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

PRIMARY = "ˈ"
SECONDARY = "ˌ"
_LONG = "ː"
_NASAL = "\u0303"
_SYLLABIC = "\u0329"


def pairs(table: str) -> dict[str, str]:
    """Read a table of pairs ("tʃ=ʧ dʒ=ʤ"), parted by white space; the right side may be empty."""
    return {_apart(letters): other for letters, _, other in (pair.partition("=") for pair in table.split())}


def _apart(ipa: str) -> str:
    """Part letters from the marks on them; the one letter of the chart that has a mark of its own stays whole."""
    return unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç")


_VOWELS = frozenset("aeiouyæøœɐɑɒɔəɘɛɜɝɚɞɤɨɪɯɵɶʉʊʌʏᵻ")
_CONSONANTS = frozenset("bcdfhjklmnpqrstvwxzçðħŋθβχɓɕɖɗɟɠɡɢɣɥɦɧɫɬɭɮɰɱɲɳɴɸɹɺɻɽɾʀʁʂʃʄʈʋʍʎʐʑʒʔʕʙʛʜʝʟʡʢɽʘǀǁǂǃ")
# What a letter is said like by a voice that does not have it; empty: it is left out.
_NEAREST = pairs("""
    ɸ=f β=v ɱ=m ʋ=v ʙ=b ɓ=b ʍ=w ɥ=w ɰ=w ʈ=t ɖ=d ɗ=d ɳ=n ɫ=l ɭ=l ɬ=l ɮ=l ɺ=l ʟ=l ɹ=r ɻ=r ɾ=r ɽ=r ʀ=r ʁ=r ʂ=ʃ
    ʐ=ʒ ɕ=ʃ ʑ=ʒ ɧ=ʃ ç=x ʝ=j θ=s ð=z ɟ=ɡ c=k q=k ɢ=ɡ ɠ=ɡ ʄ=ɟ ʛ=ɡ ɴ=ŋ ŋ=n x=h χ=x ɣ=ɡ ħ=h ɦ=h ʜ=h ʕ=ʔ ʢ=ʔ ʡ=ʔ
    ʔ= ʎ=lj ɲ=nj ʒ=ʃ ʃ=s ʏ=y y=ʉ ʉ=u ø=œ œ=ə ɶ=œ ɵ=ə ɘ=ə ɞ=ɜ ɝ=ɜ ɚ=ə ɜ=ə ə=a ɐ=a ɑ=a ɒ=ɔ æ=a ʌ=a ɤ=ʌ ɯ=ɨ ɨ=ɪ
    ᵻ=ɪ ɪ=i ʊ=u ɛ=e ɔ=o w=u ʘ=p ǀ=t ǁ=l ǂ=t ǃ=k
""")
# What people write for the letters of the chart, and letters that are two.
_SAME = {
    "'": PRIMARY,
    "’": PRIMARY,
    "|": " ",
    "‖": " ",
    **pairs("g=ɡ :=ː ᵊ=ə ᶦ=ɪ ᶷ=ʊ ʧ=tʃ ʤ=dʒ ʦ=ts ʣ=dz ʨ=tɕ ʥ=dʑ"),
}
# What no voice here can follow: syllables, brackets and the direction of a tone; ties, releases, tones and what is
# finer than a letter are marks of these kinds (combining, small raised letters, signs).
_DROPPED = frozenset(".()/[]‿-ⁿ↗↘↑↓\u200d")
_FINE_KINDS = ("Mn", "Lm", "Sk")
_MODIFIERS = frozenset((_LONG, "ʲ", "ʷ", "ˤ", "˞", _NASAL, _SYLLABIC))
_TOLD = _MODIFIERS | {PRIMARY, SECONDARY}
_KNOWN = _VOWELS | _CONSONANTS | _TOLD | {" "}
_LONGEST_KEY = 4
_SIBILANTS = frozenset("szʃʒɕʑʂʐ")
_VOICELESS = frozenset("ptkfθxχqcçħɸʈ")


class Alphabet(NamedTuple):
    """How one voice writes sounds."""

    letters: Mapping[str, str]
    """From letters of the IPA (one to four, with their modifiers) to the voice's own; the longest counts."""
    primary: str = PRIMARY
    """What stands before a vowel with the main stress."""
    secondary: str = SECONDARY
    """What stands before a vowel with a lesser stress."""
    long_vowel: str = ""
    """What follows a vowel to make it long; empty: such a voice has no long vowels but those in ``letters``."""
    palatal: str = ""
    """What follows a soft consonant; empty: it is said with a "j" where a vowel follows."""
    joint: str = ""
    """What parts two letters of a word."""
    stressed_vowel: int = -2
    """Which vowel is stressed in a word that does not say, counted from the end."""


def fault(ipa: str) -> str:
    """Say what is wrong with a pronunciation, one short clause in plain English; empty when it can be used."""
    plain = _plain(ipa)
    for letter in plain:
        if letter not in _KNOWN:
            return f'"{letter}" is not a letter of the International Phonetic Alphabet'
    if not any(letter in _VOWELS or letter in _CONSONANTS for letter in plain):
        return "it holds no letter of the International Phonetic Alphabet"
    return ""


def spelled(ipa: str, alphabet: Alphabet) -> tuple[str, ...]:
    """Spell a pronunciation in a voice's own alphabet.

    Args:
        ipa: one or several words; signs that say more than a voice can follow (tones, releases) are left out.
        alphabet: the voice's; a letter that it does not have is said like the nearest that it has.

    Returns:
        One string for each word, in the voice's alphabet; nothing when :func:`fault` finds one.
    """
    if fault(ipa):
        return ()
    plain = _plain(ipa)
    has_stress = PRIMARY in plain
    found = (tuple(_sounds(word, alphabet)) for word in plain.split())
    return tuple(_joined(sounds, alphabet, has_stress) for sounds in found if sounds)


def possessive(ipa: str, language: str) -> str:
    """Return how "'s" sounds after a name that sounds like ``ipa``."""
    letters = [letter for letter in _plain(ipa) if letter in _VOWELS or letter in _CONSONANTS]
    last = letters[-1] if letters else ""
    if language != "en":
        return "s"
    if last in _SIBILANTS:
        return "ɪz"
    return "s" if last in _VOICELESS else "z"


class _Sound(NamedTuple):
    written: str
    is_vowel: bool
    stress: str


def _plain(ipa: str) -> str:
    """Bring a pronunciation to single letters, stress and those modifiers that matter."""
    kept: list[str] = []
    for letter in _apart(ipa):
        letter = _SAME.get(letter, letter)
        is_fine = letter not in _TOLD and unicodedata.category(letter[0]) in _FINE_KINDS
        if letter not in _DROPPED and not is_fine:
            kept.append(letter)
    return "".join(kept).replace("ə˞", "ɚ").replace("ɜ˞", "ɝ")


def _sounds(word: str, alphabet: Alphabet) -> Iterator[_Sound]:
    stress = ""
    while word:
        if word[0] in (PRIMARY, SECONDARY):
            stress, word = word[0], word[1:]
            continue
        key = next((word[:size] for size in range(_LONGEST_KEY, 0, -1) if word[:size] in alphabet.letters), "")
        if not key:
            # A modifier that stands alone says nothing; a letter that the voice does not have is replaced.
            word = _NEAREST.get(word[0], "") + word[1:]
            continue
        end = len(key)
        while end < len(word) and word[end] in _MODIFIERS:
            end += 1
        is_vowel = key[0] in _VOWELS
        written = _modified(key, word[len(key) : end], word[end : end + 1], alphabet)
        is_stressed = is_vowel or _SYLLABIC in key
        yield _Sound(written, is_stressed, stress if is_stressed else "")
        stress = "" if is_stressed else stress
        word = word[end:]


def _modified(key: str, modifiers: str, following: str, alphabet: Alphabet) -> str:
    """Write one sound with what is said of it."""
    letters, is_vowel = alphabet.letters, key[0] in _VOWELS
    written = letters[key]
    is_before_vowel = following in _VOWELS if following else False
    if "ʲ" in modifiers:
        written += alphabet.palatal
        if not alphabet.palatal and is_before_vowel and following not in "iɪɨ":
            written += alphabet.joint + letters["j"]
    if "ʷ" in modifiers and is_before_vowel and "w" in letters:
        written += alphabet.joint + letters["w"]
    if _LONG in modifiers:
        # A long consonant is one that is said twice.
        written += alphabet.joint + (alphabet.long_vowel if is_vowel else written)
    if "˞" in modifiers:
        written += alphabet.joint + letters["r"]
    if _NASAL in modifiers and is_vowel:
        written += alphabet.joint + letters["n"]
    return written.removesuffix(alphabet.joint) if alphabet.joint else written


def _joined(sounds: tuple[_Sound, ...], alphabet: Alphabet, has_stress: bool) -> str:
    vowels = [number for number, sound in enumerate(sounds) if sound.is_vowel]
    assumed = -1 if has_stress or not vowels else vowels[max(alphabet.stressed_vowel, -len(vowels))]
    signs = {PRIMARY: alphabet.primary, SECONDARY: alphabet.secondary}
    pieces: list[str] = []
    for number, sound in enumerate(sounds):
        stress = PRIMARY if number == assumed else sound.stress
        pieces += [signs[stress], sound.written] if stress else [sound.written]
    return alphabet.joint.join(piece for piece in pieces if piece)
