"""Turkish endings: how one that is written behind digits or a sign joins the word that is said for them."""

import re

ENDING = r"(?:['’‘ʼ´](?P<ending>[a-zçğıöşüâîû]{1,12})(?!\w))?"
"""An ending behind an apostrophe, or nothing."""

_VOWELS = "aeıioöuüâîû"
_BACK = "aıouâû"
_ROUNDED = "oöuüû"
_VOICELESS = "fstkçşhp"
_HIGH = "ıiuü"
# Said with a front vowel behind it, whatever its spelling.
_FRONT_LOANS = ("saat",)
_DROPPED_AFTER_CONSONANT = re.compile(r"y|s(?=[ıiuü](?:$|[ny]))|n(?=[ıiuü]n)")
_POSSESSED = re.compile(r"[ıiuü](?:n[aeıiuüd]|yl|$)")


def joined(word: str, ending: str | None) -> str:
    """Join an ending to a word as it is said: "lira" and "nin" are "liranın", "dört" and "ü" are "dördü".

    Args:
        word: one or more words; the last one bears the ending.
        ending: as written; None or empty leaves the word alone.

    Returns:
        The word with the ending in harmony; one that was right for the word stays as it was written.
    """
    if not ending:
        return word
    if word.endswith("dört") and ending[0] in _VOWELS:
        word = word[:-1] + "d"
    return word + _harmonious(word, _linked(word, ending))


def is_ordinal(ending: str | None) -> bool:
    """Whether an ending makes a number an ordinal: "5'inci", "2'nci"."""
    return bool(ending and re.match(r"[ıiuü]?nc[ıiuü]", ending))


def behind_ordinal(ending: str) -> str:
    """Return what follows the ordinal's own ending: "5'incisi" leaves "si"."""
    return re.sub(r"^[ıiuü]?nc[ıiuü]", "", ending)


def _linked(word: str, ending: str) -> str:
    """Put or drop the consonant that stands between a vowel and a vowel."""
    if word[-1] not in _VOWELS:
        return _DROPPED_AFTER_CONSONANT.sub("", ending, count=1) if ending[0] in "ysn" else ending
    if ending[0] not in _VOWELS:
        return ending
    if re.match(r"[ıiuü]n(?:$|ki|d[ıiuü]r)", ending):
        return "n" + ending
    if re.match(r"[ıiuü](?:m|nc)", ending):
        return ending[1:]
    if len(ending) > 1 and _POSSESSED.match(ending):
        return "s" + ending
    return "y" + ending


def _harmonious(word: str, ending: str) -> str:
    """Bring an ending's vowels, and its first consonant, into harmony with a word."""
    before = next((letter for letter in reversed(word) if letter in _VOWELS), "e")
    if word.endswith(_FRONT_LOANS):
        before = "e"
    letters: list[str] = []
    for place, letter in enumerate(ending):
        said = letter
        if place == 0 and letter in "dtcç":
            voiced, voiceless = ("d", "t") if letter in "dt" else ("c", "ç")
            said = voiceless if word[-1] in _VOICELESS else voiced
        elif letter in "ae" and ending[place - 1 : place + 2] != "ken":
            said = "a" if before in _BACK else "e"
        elif letter in _HIGH and not _is_relative(ending, place):
            said = _high_vowel(before)
        if said in _VOWELS:
            before = said
        letters.append(said)
    return "".join(letters)


def _high_vowel(before: str) -> str:
    if before in _BACK:
        return "u" if before in _ROUNDED else "ı"
    return "ü" if before in _ROUNDED else "i"


def _is_relative(ending: str, place: int) -> bool:
    """Whether a vowel is that of "-ki", which knows no harmony ("2019'daki")."""
    return place >= 2 and ending[place - 1] == "k" and ending[place - 2] in "aein"
