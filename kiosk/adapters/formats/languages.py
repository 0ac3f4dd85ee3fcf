"""Which language a text is written in: by script, then by letters and small words. Knows no library.

A guess for files that do not say; a declared language is never overridden.
"""

from collections import Counter

_SAMPLE = 6000
"""Code points that are looked at: enough to be sure, cheap for any file."""

# Letters that no other language of the script has.
_CYRILLIC_LETTERS = {"be": "ўЎ", "sr": "ђјљњћџЂЈЉЊЋЏ", "kk": "әғқңұһӘҒҚҢҰҺ"}
_UKRAINIAN_LETTERS = "іїєґІЇЄҐ"
_RUSSIAN_LETTERS = "ыэёъЫЭЁЪ"
# Persian keyboards write another kaf and ya.
_ARABIC_LETTERS = {"fa": "پچژگکی", "ur": "ٹڈڑےںہھ"}
_SMALL_WORDS = {
    "en": "the of and to in is that for it was on with as are this by not you have",
    "tr": "ve bir bu için ile de da çok olarak daha gibi kadar ne var olan sonra en ama değil",
    "de": "der die und das ist nicht ein eine zu mit auf für von den im sich auch als wird",
    "fr": "le la les et des est une dans pour que qui du au pas sur ce par plus avec sont",
    "es": "el los las y una por con para que del se no su al lo como más pero fue",
    "it": "il di che e un una per non sono con del della è gli si nel come anche più",
    "pt": "o os as e um uma para com não que do da em por mais dos no na foi",
    "nl": "de het een en van is niet dat op te zijn met voor aan er om ook als bij",
    "pl": "i w na z nie się że do jest to jak po co ale dla przez od które był oraz",
}
_TURKISH_LETTERS = "ışğİŞĞ"
_SCRIPTS = (
    (0x0041, 0x024F, "latin"),
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "arabic"),
    (0x0900, 0x097F, "hi"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7A3, "ko"),
)


def guess_language(text: str) -> str:
    """Guess the language of a text.

    Args:
        text: any text; only its first few thousand code points count.

    Returns:
        A BCP 47 tag; "en" when nothing speaks for another language. The same text always gives the same tag.
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _latin(sample)
    letters = Counter(sample)
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            scripts[_script(ord(letter))] += count
    if not scripts:
        return "en"
    script = max(scripts, key=lambda each: (scripts[each], each))
    if script == "ja" or (script == "zh" and scripts["ja"] * 10 > scripts["zh"]):
        return "ja"
    if script == "cyrillic":
        ukrainian, russian = _count(letters, _UKRAINIAN_LETTERS), _count(letters, _RUSSIAN_LETTERS)
        return _by_letters(letters, _CYRILLIC_LETTERS, "uk" if ukrainian > russian else "ru")
    if script == "arabic":
        return _by_letters(letters, _ARABIC_LETTERS, "ar")
    return _latin(sample, letters) if script in ("latin", "") else script


def _script(code: int) -> str:
    return next((name for first, last, name in _SCRIPTS if first <= code <= last), "")


def _count(letters: Counter[str], wanted: str) -> int:
    return sum(letters[letter] for letter in wanted)


def _by_letters(letters: Counter[str], marks: dict[str, str], otherwise: str) -> str:
    counts = {language: _count(letters, own) for language, own in marks.items()}
    best = max(counts, key=lambda language: counts[language])
    # One foreign name does not make another language of a text.
    return best if counts[best] * 100 > letters.total() else otherwise


def _latin(sample: str, letters: Counter[str] | None = None) -> str:
    words = Counter(sample.replace("İ", "i").lower().split())
    votes = {language: sum(words[word] for word in small.split()) for language, small in _SMALL_WORDS.items()}
    if letters:
        votes["tr"] += _count(letters, _TURKISH_LETTERS)
    best = max(votes, key=lambda language: (votes[language], language == "en"))
    return best if votes[best] > votes["en"] else "en"
