"""How English says numbers that are written in digits. Knows no text: digits in, words out."""

from functools import cache, lru_cache
from typing import Any

# Longer rows of digits are no amounts that anybody would say as one.
_LONGEST = 15
_FRACTION_NAMES = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
"""Fractions that are one character: numerator and denominator."""


@cache
def _speller() -> Any:
    # The library knows many languages and takes a while to load.
    from num2words.lang_EN import Num2Word_EN

    return Num2Word_EN()


def _plain(words: str) -> str:
    # Without "and" and commas: "one hundred and two thirds" would be heard as 102 thirds.
    return words.replace(",", "").replace(" and ", " ")


@lru_cache(4096)
def cardinal(value: int) -> str:
    """Return "one hundred twenty-three" for 123; ``value`` has at most 15 digits."""
    return _plain(_speller().to_cardinal(value))


@lru_cache(1024)
def ordinal(value: int) -> str:
    """Return "twenty-first" for 21; ``value`` is 0 or more."""
    return _plain(_speller().to_ordinal(value))


@lru_cache(1024)
def year(value: int) -> str:
    """Return "nineteen oh five" for 1905, "two thousand five" for 2005, "twenty nineteen" for 2019."""
    return _plain(_speller().to_year(value)).replace("oh-", "oh ")


def digits(row: str) -> str:
    """Return every digit of a row by itself: "zero zero seven"; other characters are passed over."""
    return " ".join(_DIGITS[int(digit)] for digit in row if digit.isdecimal())


def bare(written: str) -> str:
    """Return a written number without the signs that group its thousands."""
    return "".join(character for character in written if character.isdecimal() or character == ".")


def whole(written: str) -> str:
    """Say a whole number: as one amount, or digit by digit when it begins with zero or is too long."""
    row = bare(written)
    if len(row) > _LONGEST or (len(row) > 1 and row[0] == "0"):
        return digits(row)
    return cardinal(int(row))


def number(written: str) -> str:
    """Say a number with or without decimals: "three point seven", "point five"."""
    before, point, after = bare(written).partition(".")
    said = whole(before) if before else ""
    return f"{said} point {digits(after)}".strip() if point else said


def pairs(row: str) -> str:
    """Say digits as people say house and flight numbers: "one twenty-three", "twenty-seven eighty-eight"."""
    if len(row) == 2 and row[0] == "0":
        return "oh oh" if row == "00" else f"oh {digits(row[1])}"
    if len(row) < 3 and row[0] != "0":
        return cardinal(int(row))
    if len(row) not in (3, 4) or row[0] == "0":
        return digits(row)
    head, tail = row[:-2], row[-2:]
    if tail == "00":
        return f"{cardinal(int(head))} hundred" if int(head) % 10 else cardinal(int(row))
    return f"{cardinal(int(head))} {pairs(tail)}"


def fraction(numerator: int, denominator: int) -> str:
    """Return "three quarters" for 3 and 4; both are positive, the denominator above 1."""
    names = _FRACTION_NAMES.get(denominator) or (ordinal(denominator), f"{ordinal(denominator)}s")
    return f"{cardinal(numerator)} {names[numerator != 1]}"


def plural(words: str) -> str:
    """Return number words in the plural: "eighties", "hundreds", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def suffix_of(value: int) -> str:
    """Return the letters that make an ordinal of a number in digits: "st" for 21, "th" for 11."""
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
