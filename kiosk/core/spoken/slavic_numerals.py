"""Numbers as they are written in a text: where they end, what they are worth, how they are said."""

import re
from typing import NamedTuple

from kiosk.core.spoken.slavic_context import SPACES
from kiosk.core.spoken.slavic_grammar import Case, Gender
from kiosk.core.spoken.slavic_numbers import LONGEST_NUMBER, NumberWords

DASHES = "–—‒-"
MINUS_SIGNS = "-−–"
_WHOLE = re.compile(
    rf"[1-9]\d{{0,2}}(?:[{SPACES}]\d{{3}}){{1,10}}(?!\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3}){2,10}(?!\.?\d)|[1-9]\d{0,2}(?:,\d{3}){2,10}(?!,?\d)|\d+"
)
_FRACTION = re.compile(r"([.,])(\d+)(?![.,]?\d)")
# "100.000", "1,000": nobody writes three decimals that are nothing.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d00|,000)")
_DIGITS = re.compile(r"\d+")
# Longer tails are said digit by digit.
_LONGEST_FRACTION = 6


class Numeral(NamedTuple):
    """A number without a sign."""

    start: int
    """Its first digit."""
    end: int
    """One past its last digit."""
    whole: str
    """The digits before the comma, without what parts them."""
    digits: str = ""
    """The digits behind the comma or point; empty for a whole number."""
    mark: str = ""
    """What parts the two: a comma or a point."""

    @property
    def amount(self) -> int:
        """The whole part."""
        return int(self.whole)

    @property
    def is_whole(self) -> bool:
        """Whether nothing follows a comma."""
        return not self.digits

    @property
    def is_one_and_a_half(self) -> bool:
        """Whether it is 1,5, which has a word of its own."""
        return self.whole == "1" and self.digits == "5"

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be a date, a time or a section as well as a decimal: 10.05, 12.345."""
        if self.mark != "." or len(self.digits) == 1:
            return False
        is_time_or_date = (
            len(self.digits) == 2 and len(self.whole) < 3 and self.amount < 32 and int(self.digits) < 60
        )
        return is_time_or_date or len(self.digits) == 3


def numeral_at(text: str, place: int) -> Numeral | None:
    """Return the number that begins at a digit; None when it has more digits than there are words for."""
    # "Ту-154 100 раз": what hangs on a name or on another number is a number of its own.
    is_hanging = place > 1 and text[place - 1] in DASHES and text[place - 2].isalnum()
    match = (_DIGITS if is_hanging else _WHOLE).match(text, place)
    if not match:
        return None
    whole = "".join(_DIGITS.findall(match[0]))
    if place and text[place - 1] in MINUS_SIGNS and not is_hanging:
        whole = whole.lstrip("0") or "0"  # a code has no minus
    # "12.1.004": the parts of a code are whole.
    is_part = place > 1 and text[place - 1] == "." and text[place - 2].isdigit()
    fraction = None if is_part else _FRACTION.match(text, match.end())
    if fraction and _THOUSANDS.fullmatch(text, place, fraction.end()):
        return Numeral(place, fraction.end(), whole + fraction[2])
    if len(whole) > LONGEST_NUMBER or (fraction and len(fraction[2]) > LONGEST_NUMBER):
        return None
    if fraction:
        return Numeral(place, fraction.end(), whole, fraction[2], fraction[1])
    return Numeral(place, match.end(), whole)


def said(numeral: Numeral, words: NumberWords, case: Case = "n", gender: Gender = "m") -> str:
    """Return a number in words."""
    if numeral.is_whole:
        return whole_said(numeral.whole, words, case, gender)
    if len(numeral.digits) <= _LONGEST_FRACTION:
        return words.decimal(numeral.amount, numeral.digits, case)
    return f"{words.cardinal(numeral.amount)} {words.comma} {by_digits(numeral.digits, words)}"


def whole_said(digits: str, words: NumberWords, case: Case = "n", gender: Gender = "m") -> str:
    """Return a whole number in words; zeros before it are said one by one, since somebody wrote them."""
    rest = digits.lstrip("0")
    zeros = [words.cardinal(0)] * (len(digits) - len(rest))
    if not rest:
        return " ".join([*zeros[1:], words.cardinal(0, case)])
    return " ".join([*zeros, words.cardinal(int(rest), case, gender)])


def by_digits(digits: str, words: NumberWords) -> str:
    """Return digits one by one ("один четыре")."""
    return " ".join(words.cardinal(int(digit)) for digit in digits)
