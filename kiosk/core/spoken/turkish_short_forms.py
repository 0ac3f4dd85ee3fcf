"""Turkish short forms: abbreviations, acronyms, Roman numerals, codes, signs, and addresses of mail and web."""

import re
from collections.abc import Sequence

from kiosk.core.spoken.shapes import FOOTNOTE, MAIL_ADDRESS, RAISED, WEB_ADDRESS, Shape, instead, silent
from kiosk.core.spoken.turkish_numbers import cardinal, ordinal, roman, whole_number
from kiosk.core.spoken.turkish_suffixes import ENDING, behind_ordinal, is_ordinal, joined
from kiosk.core.spoken.turkish_words import (
    ACRONYMS,
    BEFORE_DIGITS,
    ERAS,
    LETTERS,
    MAY_END,
    NAMED_BY_ROMAN,
    PHRASES,
    PLACES,
    SPELLED,
    TITLES,
    WORDS_TOO,
)
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

_UPPER = "A-ZÇĞİÖŞÜ"
_LOWER = "a-zçğıöşüâîû"
# Titles that are no other word: they count before anything.
_PLAIN_TITLES = frozenset({"dr", "prof", "doç", "yrd", "öğr", "arş", "uzm", "sn", "hz", "bşk"})
# Consonants that end Turkish words together.
_CLOSING_PAIRS = {
    "RT", "NK", "ST", "LT", "NT", "RK", "LK", "RS", "NS", "RD", "NÇ", "FT", "RP", "RÇ", "LP", "LÇ", "VK", "YT",
    "YN", "YL",
}  # fmt: skip
_SIGNS = {"&": "ve", "+": "artı", "=": "eşittir", "±": "artı eksi", "≈": "yaklaşık", "×": "çarpı", "÷": "bölü"}
_IN_ADDRESSES = {
    ".": "nokta", "@": "et", "/": "bölü", "-": "tire", "_": "alt çizgi", "&": "ve", "?": "soru işareti",
    "=": "eşittir", "#": "diyez", "%": "yüzde", "+": "artı", ":": "iki nokta", "~": "tilde",
}  # fmt: skip
_ADDRESS_WORDS = {"www": "ve ve ve", "com": "kom", "tr": "te re", "uk": "u ke", "eu": "e u"}


def _lower(text: str) -> str:
    return text.replace("I", "ı").replace("İ", "i").lower()


def _like(spoken: str, written: str) -> str:
    """Begin with a capital where the short form does."""
    if not written[0].isupper() or spoken[0].isupper():
        return spoken
    return ("İ" if spoken[0] == "i" else spoken[0].upper()) + spoken[1:]


def _abbreviation(match: re.Match[str]) -> Sequence[Respelling]:
    written = match["short"]
    short, rest = _lower(written), match.string[match.end() : match.end() + 40]
    said = _meaning(written, rest, match.string[max(0, match.start() - 30) : match.start()])
    if said is None:
        return ()
    is_end = not rest.strip(" \t\n\"'”’»)") or (
        short in MAY_END and re.match(rf"[\"”’»)]*\s+[\"“«(]?[{_UPPER}]", rest)
    )
    spoken = joined(_like(said, written), match["ending"])
    return instead(match, spoken + ("." if is_end and not match["ending"] else ""))


def _meaning(written: str, rest: str, before: str) -> str | None:
    """Return what a short form stands for between what is written around it; None: it is a word."""
    short, is_capital = _lower(written), written[0].isupper()
    if short in BEFORE_DIGITS and re.match(r"\s?:?\s?\d", rest):
        return BEFORE_DIGITS[short]
    if short in _PLAIN_TITLES or (short in TITLES and is_capital and re.match(rf"\s*[{_UPPER}]", rest)):
        return TITLES[short]
    if short in PLACES and is_capital and re.search(rf"[{_UPPER}\d][^\s.]*\.? ?$", before):
        return PLACES[short]
    if short in PHRASES and not (short in WORDS_TOO and not re.match(rf"\s*[{_LOWER}]", rest)):
        return PHRASES[short]
    letters = written.split(".")
    if len(letters) > 2 and all(letter in LETTERS for letter in letters):
        return spelled("".join(letters))
    return None


def _bare(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a short form that lacks its point."""
    written = match["short"]
    short = _lower(written)
    said = TITLES.get(short) or PHRASES.get(short) or BEFORE_DIGITS[short]
    return instead(match, joined(_like(said, written), match["ending"]))


def _before_colon(match: re.Match[str]) -> Sequence[Respelling]:
    is_glued = match.string[match.end()].isdigit()
    return instead(match, _like(BEFORE_DIGITS[_lower(match["short"])], match["short"]) + " " * is_glued)


def _is_shouting(text: str) -> bool:
    """Whether a text is written in capitals, so that they mark nothing."""
    if re.search(rf"[{_LOWER}]{{2}}", text):
        return False
    return any(_is_word(word) for word in re.findall(rf"[{_UPPER}]{{5,}}", text))


def _is_word(capitals: str) -> bool:
    """Whether Turkish can say capitals as a word: vowels apart, no crowd of consonants."""
    shape = re.sub("[^v]", "c", re.sub("[AEIİOÖUÜ]", "v", capitals))
    opening = "cc" if len(capitals) > 3 and capitals[1] in "RL" else "c"
    closing = "cc" if capitals[-2:] in _CLOSING_PAIRS else "c"
    if len(capitals) < 3 or (len(capitals) == 3 and "vv" in shape):
        return False
    return bool(re.fullmatch(rf"(?:{opening}|c)?v(?:c{{0,2}}v)*(?:{closing}|c)?", shape))


def _acronym(match: re.Match[str]) -> Sequence[Respelling]:
    capitals, ending = match["capitals"], match["ending"]
    if capitals in ACRONYMS:
        return instead(match, joined(ACRONYMS[capitals], ending))
    has_vowel = bool(re.search("[AEIİOÖUÜ]", capitals))
    if capitals not in SPELLED and (
        _is_word(capitals)
        or len(capitals) > 6
        or (has_vowel and _is_shouting(match.string[max(0, match.start() - 60) : match.end() + 60]))
    ):
        return ()
    return instead(match, joined(spelled(capitals, ending), ending))


def spelled(capitals: str, ending: str | None = None) -> str:
    """Return the names of letters; an ending with a back vowel shows that K is said "ka"."""
    is_back = bool(ending and capitals[-1] == "K" and re.match(r"[^eiöü]*[aıou]", ending))
    return " ".join("ka" if letter == "K" and is_back else LETTERS[letter] for letter in capitals)


def _numeral(match: re.Match[str]) -> Sequence[Respelling]:
    value, ending = roman(match["numeral"]), match["ending"]
    if value is None:
        return ()
    if match["point"] or (ending and is_ordinal(ending)):
        return instead(match, joined(ordinal(value), behind_ordinal(ending or "")))
    return instead(match, joined(cardinal(value), ending))


def _code(match: re.Match[str]) -> Sequence[Respelling]:
    # The keys and the aircraft are said as in English.
    letters = "ef" if match["letters"] == "F" else spelled(match["letters"])
    return instead(match, joined(f"{letters} {whole_number(match['digits'])}", match["ending"]))


def _product(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, " çarpı ".join(whole_number(digits) for digits in re.findall(r"\d+", match[0])))


def _digit_and_letter(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, joined(f"{whole_number(match['digits'])} {spelled(match['letters'])}", match["ending"]))


def _address(match: re.Match[str]) -> Sequence[Respelling]:
    written = match[0].rstrip(".-_,?")
    tokens = re.findall(r"\d{1,9}|[^\W\d_]+|[\W_]", re.sub(r"^https?://", "", written).rstrip("/"))
    spoken = " ".join(_in_address(token) for token in tokens)
    return (Respelling(TextSpan(match.start(), match.start() + len(written)), spoken),)


def _in_address(token: str) -> str:
    """Say one word, number or sign of an address; letters that no vowel holds together by their names."""
    if token[0].isdigit():
        return whole_number(token)
    letters = token.upper()
    if (
        token.isalpha()
        and len(token) < 7
        and all(letter in LETTERS and letter not in "AEIİOÖUÜ" for letter in letters)
    ):
        return _ADDRESS_WORDS.get(token.lower()) or spelled(letters)
    return _IN_ADDRESSES.get(token) or _ADDRESS_WORDS.get(token.lower(), token)


def _sign(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, _SIGNS[match[0]])


def addresses() -> tuple[Shape, ...]:
    """Return the shapes of addresses and of marks that only the eye needs."""
    return (
        Shape(re.compile(MAIL_ADDRESS), _address),
        Shape(re.compile(WEB_ADDRESS), _address),
        Shape(re.compile(FOOTNOTE), silent),
        Shape(re.compile(r"(?<=\w)\*{1,3}(?!\w)|(?<!\w)\*{1,3}(?=\w)"), silent),
    )


def codes() -> tuple[Shape, ...]:
    """Return the shapes of letters and digits that stand together."""
    return (
        Shape(
            re.compile(rf"(?<!\w)(?P<letters>[{_UPPER}]{{1,3}})-?(?P<digits>\d{{1,4}})(?!\w|[.,]\d){ENDING}"),
            _code,
        ),
        Shape(
            re.compile(rf"(?<!\w)(?P<digits>\d{{1,2}})(?P<letters>[{_UPPER}])(?!\w){ENDING}"), _digit_and_letter
        ),
        Shape(re.compile(r"(?<![\w.,])\d{1,4}(?: ?[x×] ?\d{1,4}){1,3}(?!\w|[.,]\d)"), _product),
        Shape(re.compile(r"(?<=[^\W\d_])-(?=\d)"), lambda match: instead(match, " ")),
        Shape(re.compile(r"(?<![\w)])\+(?=\d)"), lambda match: instead(match, "artı ")),
        Shape(re.compile(r"(?<![\w)\]%'’.,/-])[-−](?=[\d$€₺%])"), lambda match: instead(match, "eksi ")),
        Shape(re.compile(r"#(?=\d)|№ ?(?=\d)"), lambda match: instead(match, "numara ")),
        Shape(re.compile(r"[~≈](?=\s?\d)"), lambda match: instead(match, "yaklaşık ")),
        Shape(re.compile(r"\b(?P<short>No|Nu|Tel|Faks)\s?:(?=\s?\+?[(\d])"), _before_colon),
        Shape(re.compile(r"(?<=\d )[Nn]o['’.]?lu(?!\w)"), lambda match: instead(match, "numaralı")),
        Shape(re.compile(r"(?<!\w)(?P<short>No)(?P<ending>)(?= \d)"), _bare),
    )


def shapes() -> tuple[Shape, ...]:
    """Return the shapes of short forms that need no digits."""
    return (
        Shape(
            re.compile(
                rf"(?<![\w.])(?P<short>[{_UPPER}{_LOWER}]{{1,6}}(?:\.[{_UPPER}{_LOWER}]{{1,6}}){{0,4}})\.(?!\w){ENDING}"
            ),
            _abbreviation,
        ),
        Shape(
            re.compile(
                rf"(?<!\w)(?<!\D\.)(?P<short>yy|vb|vs|bkz|örn|(?:Dr|Prof|Doç|Sn|Hz)(?= [{_UPPER}]))"
                rf"(?![\w.]){ENDING}"
            ),
            _bare,
        ),
        Shape(
            re.compile(r"(?<!\w)(?:MÖ|MS|İÖ|İS)(?=\s(?:\d|[IVX]{1,7}\b))"),
            lambda match: instead(match, ERAS[match[0]]),
        ),
        Shape(
            re.compile(
                rf"(?<![\w.'’-])(?P<numeral>[IVX]{{2,7}}|[IVX](?=\.\s+(?:[{_LOWER}]|{NAMED_BY_ROMAN}))|[IVX](?=['’][ıiuü]?nc))"
                rf"(?P<point>\.(?=,?\s+[{_LOWER}{_UPPER}]|[-–]))?(?!\w){ENDING}"
            ),
            _numeral,
        ),
        Shape(re.compile(rf"(?<![\w.'’])(?P<capitals>[{_UPPER}]{{2,12}})(?!\w){ENDING}"), _acronym),
        Shape(re.compile(r"(?<=\s)[&+=±≈×÷](?=\s)"), _sign),
        Shape(re.compile(RAISED), silent),
    )
