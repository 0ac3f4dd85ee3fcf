"""Arabic numbers in words, with vowel marks, in both genders and the cases that are heard.

The words carry their vowels because a voice that reads unmarked letters cannot know them: eSpeak NG says "khmst"
for the bare letters of "five". A ta marbuta with a case vowel behind it is said t, a bare one is not.
num2words knows only the masculine, the nominative and no vowels; tests hold the letters against it.
"""

import re
import unicodedata
from typing import NamedTuple

SHADDA = "\u0651"
WRITTEN = r"\d{1,24}(?:[.,٫٬،]\d{1,24}|[\u00a0\u202f\u2009]\d{3}(?!\d)){0,7}"
"""Digits of any script with the signs that part them."""

ZERO, POINT, DOT = "صِفْر", "فاصلة", "نقطة"
# 1 to 10 as they count masculine things, and as they count feminine ones; without the last vowel.
_MASCULINE = (
    "", "وَاحِد", "اِثْنَان", "ثَلَاثَة", "أَرْبَعَة", "خَمْسَة",
    f"سِت{SHADDA}َة", "سَبْعَة", "ثَمَانِيَة", "تِسْعَة", "عَشَرَة",
)  # fmt: skip
_FEMININE = (
    "", "وَاحِدَة", "اِثْنَتَان", "ثَلَاث", "أَرْبَع", "خَمْس", f"سِت{SHADDA}", "سَبْع", "ثَمَانٍ", "تِسْع", "عَشْر",
)  # fmt: skip
_TENS = ("", "", "عِشْر", "ثَلَاث", "أَرْبَع", "خَمْس", f"سِت{SHADDA}", "سَبْع", "ثَمَان", "تِسْع")


class _Scale(NamedTuple):
    """A power of a thousand: as counted by 1 or 100, by 3 to 10, and by 11 to 99; the dual ends in -an or -ayn."""

    exponent: int
    one: str
    few: str


_SCALES = (
    _Scale(15, "كُوَادْرِيلْيُون", "كُوَادْرِيلْيُونَات"),
    _Scale(12, "تِرِيلْيُون", "تِرِيلْيُونَات"),
    _Scale(9, "مِلْيَار", "مِلْيَارَات"),
    _Scale(6, "مِلْيُون", "مَلَايِيْن"),
    _Scale(3, "أَلْف", "آلَاف"),
)
LARGEST = 10**18 - 1
"""The largest number that has a name here."""


class Agreement(NamedTuple):
    """What the words around a number ask of it."""

    is_feminine: bool = False
    """What is counted is feminine."""
    is_oblique: bool = False
    """It stands behind a preposition or is an object: -in instead of -un."""
    is_construct: bool = False
    """What is counted follows at once, so that a final t is said and a dual loses its n."""


PLAIN = Agreement()


def cardinal(number: int, asked: Agreement = PLAIN) -> str:
    """Return a number from 0 to ``LARGEST`` in words."""
    if not number:
        return ZERO
    parts: list[str] = []
    rest = number
    for scale in _SCALES:
        group, rest = divmod(rest, 10**scale.exponent)
        if group:
            parts += _scaled(group, scale, asked, is_last=not rest)
    if rest:
        parts += _below_thousand(rest, asked)
    return " وَ".join(_joinable(part, place) for place, part in enumerate(parts))


def _joinable(part: str, place: int) -> str:
    """Return a part without the vowel of its first, silent letter where "and" stands before it."""
    return part.replace("اِ", "ا", 1) if place and part.startswith("اِ") else part


def _scaled(group: int, scale: _Scale, asked: Agreement, is_last: bool) -> list[str]:
    """Say thousands, millions and so on; 101 of them are a hundred of them and one of them."""
    construct = is_last and asked.is_construct
    hundreds, rest = group - group % 100, group % 100
    counting = Agreement(is_oblique=asked.is_oblique, is_construct=True)
    if rest in (1, 2):
        before = [" وَ".join([*_below_thousand(hundreds, counting)]) + f" {scale.one}"] if hundreds else []
        return [*before, scale.one if rest == 1 else _dual(scale.one, asked.is_oblique, construct)]
    words = _below_thousand(group, counting)
    many = scale.one if construct else f"{scale.one}ًا"
    name = scale.few if 0 < rest <= 10 else many if rest else scale.one
    return [*words[:-1], f"{words[-1]} {name}"]


def _dual(one: str, is_oblique: bool, is_construct: bool) -> str:
    if is_construct:
        return f"{one}َيْ" if is_oblique else f"{one}َا"
    return f"{one}َيْن" if is_oblique else f"{one}َان"


def _below_thousand(number: int, asked: Agreement) -> list[str]:
    """Return the parts that "and" joins: hundreds, ones, tens."""
    hundreds, rest = divmod(number, 100)
    is_last = not rest
    parts = [_hundreds(hundreds, asked, is_last and asked.is_construct)] if hundreds else []
    if not rest:
        return parts
    tens, ones = divmod(rest, 10)
    if rest <= 10:
        return [*parts, _few(rest, asked)]
    if rest < 20:
        return [*parts, _teen(ones, asked)]
    ending = "ِين" if asked.is_oblique else "ُون"
    single = asked._replace(is_construct=False)
    return [*parts, *([_one_of_tens(ones, single)] if ones else []), _TENS[tens] + ending]


def _hundreds(count: int, asked: Agreement, is_construct: bool) -> str:
    case = "ِ" if asked.is_oblique else "ُ"
    if count == 2:
        return _dual("مِئَت", asked.is_oblique, is_construct)
    hundred = f"مِئَة{case}" if is_construct else "مِئَة"
    if count == 1:
        return hundred
    return f"{'ثَمَانِ' if count == 8 else _FEMININE[count] + case} {'مِئَةِ' if is_construct else hundred}"


def _few(number: int, asked: Agreement) -> str:
    """Say 1 to 10 on their own or before what they count."""
    if number == 2:
        return _dual("اِثْنَت" if asked.is_feminine else "اِثْن", asked.is_oblique, is_construct=False)
    word = (_FEMININE if asked.is_feminine else _MASCULINE)[number]
    if number < 3 or not asked.is_construct:
        return word
    if number == 8 and asked.is_feminine:
        return "ثَمَانِي"
    return word + ("ِ" if asked.is_oblique else "ُ")


def _one_of_tens(number: int, asked: Agreement) -> str:
    if number == 1 and asked.is_feminine:
        return "إِحْدَى"
    return _few(number, asked)


def _teen(ones: int, asked: Agreement) -> str:
    ten = "عَشْرَة" if asked.is_feminine else "عَشَر"
    if ones == 1:
        return f"{'إِحْدَى' if asked.is_feminine else 'أَحَدَ'} {ten}"
    if ones == 2:
        return f"{_dual('اِثْنَت' if asked.is_feminine else 'اِثْن', asked.is_oblique, is_construct=True)} {ten}"
    if ones == 8 and asked.is_feminine:
        return f"ثَمَانِيَ {ten}"
    return f"{(_FEMININE if asked.is_feminine else _MASCULINE)[ones]}َ {ten}"


_ORDINALS = (
    "", "أول", "ثَانِي", "ثَالِث", "رَابِع", "خَامِس", "سَادِس", "سَابِع", "ثَامِن", "تَاسِع", "عَاشِر",
)  # fmt: skip


def ordinal(number: int, is_feminine: bool = False) -> str:
    """Return a definite ordinal in the oblique case: "the fifth"; from 100 on the number with the article."""
    tens, ones = divmod(number, 10)
    ending = "َة" if is_feminine else ""
    if number > 99 or (ones == 0 and number != 10):
        return definite(cardinal(number, Agreement(is_feminine, is_oblique=True)))
    if number == 1:
        return "الأُولَى" if is_feminine else "الأول"
    if number <= 10:
        return f"ال{_ORDINALS[number]}{ending}"
    first = "حَادِي" if ones == 1 else _ORDINALS[ones]
    if number < 20:
        vowel = "" if first.endswith("ِي") and not is_feminine else "َ"
        return f"ال{first}{ending}{vowel} {'عَشْرَة' if is_feminine else 'عَشَر'}"
    return f"ال{first}{ending} وَال{_TENS[tens]}ِين"


def definite(words: str, article: str = "ال") -> str:
    """Put the article before every part of a number that "and" joins."""
    first, *others = (part.replace("اِ", "ا", 1) for part in words.split(" وَ"))
    return " وَ".join([article + first, *(f"ال{part}" for part in others)])


def digits_one_by_one(digits: str) -> str:
    """Say digits singly, as in a code or a telephone number."""
    return " ".join(cardinal(unicodedata.digit(digit)) for digit in digits)


class Amount(NamedTuple):
    """A number as it was written."""

    whole: str
    """ASCII digits before the point."""
    fraction: str = ""
    """ASCII digits behind it."""
    others: tuple[str, ...] = ()
    """What a version or a section has behind a second point."""

    @property
    def number(self) -> int:
        """The whole part's value."""
        return int(self.whole)

    @property
    def is_whole(self) -> bool:
        """Whether nothing stands behind a point."""
        return not self.fraction and not self.others


def read(written: str, is_share: bool = False) -> Amount:
    """Tell groups of thousands from a decimal part.

    Args:
        written: matches ``WRITTEN``.
        is_share: it is a percentage, which has no thousands: one comma is a decimal one.

    Returns:
        The amount; a point before three digits is a decimal one unless they are zeros.
    """
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in written)
    plain = re.sub("[٬\u00a0\u202f\u2009 ]", "", plain).replace("٫", ".").replace("،", ",")
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", plain) and not (is_share and plain.count(",") == 1):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.000|(?:\.\d{3})+(?=,))(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    whole, *others = re.split("[.,]", plain)
    return Amount(whole, others[0] if others else "", tuple(others[1:]))


def amount_words(amount: Amount, asked: Agreement = PLAIN) -> str:
    """Say an amount: what stands behind a point is said as a number when it is short, else digit by digit."""
    if amount.others:
        return f" {DOT} ".join(_digits(part) for part in (amount.whole, amount.fraction, *amount.others))
    if len(amount.whole) > 15 or (len(amount.whole) > 1 and amount.whole.startswith("0")):
        whole = digits_one_by_one(amount.whole)
    else:
        whole = cardinal(amount.number, asked if amount.is_whole else asked._replace(is_construct=False))
    return f"{whole} {POINT} {_digits(amount.fraction)}" if amount.fraction else whole


def _digits(digits: str) -> str:
    rest = digits.lstrip("0")
    zeros = [ZERO] * (len(digits) - len(rest))
    if len(rest) > 3:
        return digits_one_by_one(digits)
    return " ".join([*zeros, cardinal(int(rest))] if rest else zeros)


_PARTS = {
    2: ("نِصْف", "أَنْصَاف"), 3: ("ثُلْث", "أَثْلَاث"), 4: ("رُبْع", "أَرْبَاع"), 5: ("خُمْس", "أَخْمَاس"),
    6: ("سُدْس", "أَسْدَاس"), 7: ("سُبْع", "أَسْبَاع"), 8: ("ثُمْن", "أَثْمَان"), 9: ("تُسْع", "أَتْسَاع"),
    10: ("عُشْر", "أَعْشَار"),
}  # fmt: skip


def fraction(above: int, below: int) -> str:
    """Say a fraction; two parts are said in the oblique, as they nearly always stand."""
    if below not in _PARTS or not 1 <= above <= 10:
        return f"{cardinal(above)} عَلَى {cardinal(below, Agreement(is_oblique=True))}"
    one, many = _PARTS[below]
    if above <= 2:
        return one if above == 1 else f"{one}َيْن"
    return f"{cardinal(above, Agreement(is_construct=True))} {many}"
