"""Turkish numbers in words, with spaces between them.

The words are num2words', one for each part of a number: whole, it writes them together, and it loses the "bir" of
101,372.
"""

import re
from collections.abc import Iterator
from functools import cache

WRITTEN = r"\d{1,24}(?:[.,]\d{1,24}|[\u00a0\u202f\u2009]\d{3}(?!\d)){0,7}"
"""Digits with points, commas and fixed spaces between them."""

_FIXED_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
# 18 digits are the most that have a name; more than 9 without groups are a code, not an amount.
_LONGEST_AMOUNT = 18
_LONGEST_UNGROUPED = 9
_LONGEST_FRACTION = 3


@cache
def _name(number: int) -> str:
    """Return one word: that of 0 to 10, a ten, a hundred or a power of a thousand."""
    from num2words.lang_TR import Num2Word_TR  # takes 30 ms: it loads all of its languages

    # A converter keeps what it counts in itself: one for each word, since threads share this module.
    word = str(Num2Word_TR().to_cardinal(number))
    return word.removeprefix(_name(1)) if number > 1000 else word


@cache
def _ordinal_name(number: int) -> str:
    from num2words.lang_TR import Num2Word_TR

    word = str(Num2Word_TR().to_ordinal(number))
    return word.removeprefix(_name(1)) if number > 1000 else word


def _elements(number: int) -> Iterator[int]:
    """Cut a number into those that have a name of their own: 2019 is 2, 1000, 10, 9."""
    if number == 0:
        yield 0
    for exponent in range(15, -1, -3):
        group = number // 10**exponent % 1000
        if group and not (group == 1 and exponent == 3):
            hundreds, tens, ones = group // 100, group % 100 // 10 * 10, group % 10
            yield from (part for part in (hundreds if hundreds > 1 else 0, 100 if hundreds else 0) if part)
            yield from (part for part in (tens, ones) if part)
        if group and exponent:
            yield 10**exponent


def cardinal(number: int) -> str:
    """Return a number from 0 to below 10**18 in words."""
    return " ".join(_name(element) for element in _elements(number))


def ordinal(number: int) -> str:
    """Return the ordinal of a number from 0 to below 10**18: only the last word bears the ending."""
    *before, last = _elements(number)
    return " ".join([*(_name(element) for element in before), _ordinal_name(last)])


def digits_one_by_one(digits: str) -> str:
    """Say digits singly, as in a code."""
    return " ".join(_name(int(digit)) for digit in digits)


def whole_number(digits: str) -> str:
    """Say digits that stand together; each zero at the front is said, a long code singly."""
    if len(digits) > _LONGEST_UNGROUPED:
        return digits_one_by_one(digits)
    rest = digits.lstrip("0")
    zeros = digits_one_by_one("0" * (len(digits) - len(rest)))
    return f"{zeros} {cardinal(int(rest))}".strip() if rest else zeros


def amount(written: str) -> str:
    """Say a number as it is written with points, commas and fixed spaces.

    Args:
        written: matches ``WRITTEN``: "1.250.000", "3,7", "2.5", "1.2.3".

    Returns:
        Its words: a comma is said "virgül", a point that does not group is said "nokta".
    """
    plain = written.translate(_FIXED_SPACES)
    was_grouped = plain != written
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", plain):
        plain, was_grouped = plain.replace(".", ""), True
    elif re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}", plain):
        plain, was_grouped = plain.replace(",", "").replace(".", ","), True
    whole, *others = re.split(r"([.,])", plain)
    is_amount = was_grouped and len(whole) <= _LONGEST_AMOUNT
    said = [cardinal(int(whole)) if is_amount else whole_number(whole)]
    for sign, digits in zip(others[::2], others[1::2], strict=True):
        said += ("virgül" if sign == "," else "nokta", _fraction(digits))
    return " ".join(said)


def _fraction(digits: str) -> str:
    is_long = len(digits.lstrip("0")) > _LONGEST_FRACTION
    return digits_one_by_one(digits) if is_long else whole_number(digits)


def roman(numeral: str) -> int | None:
    """Return the value of a Roman numeral; None when it is not written as one."""
    if not re.fullmatch(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", numeral) or not numeral:
        return None
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in numeral]
    return sum(-own if own < following else own for own, following in zip(values, [*values[1:], 0], strict=True))
