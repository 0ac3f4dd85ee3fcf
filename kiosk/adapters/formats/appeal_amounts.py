"""Amounts of money in an appeal: value, currency, and whether once, every month or every year.

Knows nothing of paragraphs or buttons.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kiosk.adapters.formats import currency_words
from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.folding import Phrase, find_last_phrase, find_phrase, fold, has_phrase

# "200 руб. в месяц" goes on: a sentence does not begin in lower case.
_SENTENCE_END = re.compile(r"(?<=[.!?…؟۔])\s+(?![a-zа-яёіїєґçğıöşü])")
_CLAUSE_END = re.compile(r"[,;—–]| or | and | или | и | або | чи | та | veya | ya da | ve | او | و ")
_CLAUSE_COST = 30
"""Code points that a comma or an "or" between a sum and "a month" counts as."""
# A larger sum is what something costs, not what a reader is asked for.
_LARGEST_GIFT = {"USD": 5000, "EUR": 5000, "GBP": 5000, "CAD": 5000, "AUD": 5000, "CHF": 5000}
_LARGEST_OTHER_GIFT = 200_000
_REACH = 150
"""Code points from a sum to its interval; farther away stands another thought."""
_DIGITS = r"\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum that an appeal names."""

    value: str
    """A decimal number with a point ("2.50")."""
    currency: str
    """ISO 4217 code."""
    is_assumed: bool
    """Whether the sign left the country open."""
    interval: str
    """"once", "month", "year", or empty when its sentence does not say."""
    is_asked: bool
    """Whether its sentence asks for something."""


def find_amounts(text: str, signals: Signals) -> list[Amount]:
    """Find the sums of money in a text that could be gifts.

    Args:
        text: one paragraph.
        signals: of the text's language; sums of thousands and millions are left out by its words.

    Returns:
        The sums, in order.
    """
    if not _may_name_sums(text):
        return []
    found: list[Amount] = []
    for sentence in map(fold, _SENTENCE_END.split(text)):
        matches = [match for match in _sums().finditer(sentence) if not _is_scaled(sentence, match.end(), signals)]
        is_asking = bool(matches) and (
            has_phrase(sentence, signals.asks) or has_phrase(sentence, signals.weak_asks)
        )
        for match in matches:
            code = _code(sentence, match)
            interval = _nearest_interval(sentence, match.start(), match.end(), signals)
            amount = Amount(_value(match), code.rstrip("?"), code.endswith("?"), interval, is_asking)
            if Decimal(amount.value) <= _LARGEST_GIFT.get(amount.currency, _LARGEST_OTHER_GIFT):
                found.append(amount)
    return found


def smallest_asked(amounts: Sequence[Amount]) -> Amount | None:
    """Choose the smallest sum in the currency that is named first.

    Sums that are asked for go before those that only say how often, and these before others.
    """
    asked = [amount for amount in amounts if amount.is_asked]
    candidates = asked or [amount for amount in amounts if amount.interval] or amounts
    same_currency = (amount for amount in candidates if amount.currency == candidates[0].currency)
    return min(same_currency, key=lambda amount: Decimal(amount.value), default=None)


def intervals_named(folded: Iterable[str], signals: Signals) -> set[str]:
    """Return which intervals the folded texts name at all."""
    joined = " | ".join(folded)
    return {name for name, wanted in _intervals(signals) if has_phrase(joined, wanted)}


def _may_name_sums(text: str) -> bool:
    # Most paragraphs have no number at all, and then the large expression need not even be built.
    if any(map(str.isdigit, text)):
        return True
    words = set(fold(text).split())
    return not words.isdisjoint(_entries("NUMBERS")) or any(pair in fold(text) for pair in _entries("PAIRS"))


def _intervals(signals: Signals) -> tuple[tuple[str, tuple[Phrase, ...]], ...]:
    return (("month", signals.months), ("year", signals.years), ("once", signals.onces))


def _nearest_interval(sentence: str, start: int, end: int, signals: Signals) -> str:
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    best, nearest = "", _REACH * _CLAUSE_COST
    for name, wanted in _intervals(signals):
        for phrase in wanted:
            at = find_phrase(after, phrase)
            ahead = after[:at] if at >= 0 else None
            at = find_last_phrase(before, phrase)
            behind = before[at + len(phrase.words) :] if at >= 0 else None
            for between in (ahead, behind):
                if between is None:
                    continue
                distance = len(between) + _CLAUSE_COST * len(_CLAUSE_END.findall(between))
                if distance < nearest:
                    best, nearest = name, distance
    return best


def _is_scaled(sentence: str, end: int, signals: Signals) -> bool:
    following = sentence[end : end + 20].lstrip(" -")
    return any(find_phrase(following, phrase) == 0 for phrase in signals.scales)


def _value(match: re.Match[str]) -> str:
    written = match["first"] or match["second"] or "2"
    if not written[0].isdigit():
        return _entries("NUMBERS")[written]
    whole, point, cents = written, "", ""
    if len(written) > 2 and written[-3:-2] in (".", ","):
        whole, point, cents = written[:-3], ".", written[-2:]
    elif len(written) > 1 and written[-2:-1] in (".", ","):
        whole, point, cents = written[:-2], ".", written[-1:] + "0"
    digits = "".join(sign for sign in whole if sign.isdigit()).lstrip("0") or "0"
    return digits if not cents.strip("0") else digits + point + cents


def _code(sentence: str, match: re.Match[str]) -> str:
    written = match["before"] or match["after"] or match["pair"]
    # "$2 USD" and "2$ CAD" say the country after the sign.
    stated = sentence[match.end() : match.end() + 5].strip(" )(.,").upper()[:3]
    if written == "$" and stated in ("USD", "CAD", "AUD", "NZD"):
        return stated
    for table in ("BEFORE_OR_AFTER", "AFTER", "PAIRS"):
        for words, code in _entries(table).items():
            if re.fullmatch(_as_pattern(words), written):
                return code
    raise AssertionError(f"no currency for {written!r}")


@cache
def _entries(table: str) -> dict[str, str]:
    pairs = [entry.strip().rsplit(" ", 1) for entry in getattr(currency_words, table).split("|")]
    # Longer ones first: "us dollars" before "dollars".
    return {fold(words): code for words, code in sorted(pairs, key=lambda pair: -len(pair[0]))}


def _as_pattern(words: str) -> str:
    return re.escape(words).replace(r"\*", r"\w*").replace(r"\ ", r"\s")


@cache
def _sums() -> re.Pattern[str]:
    # Built at the first appeal, not at import: most articles have none.
    def choice(*tables: str) -> str:
        return "|".join(_as_pattern(words) for table in tables for words in _entries(table))

    numbers = f"{_DIGITS}|{choice('NUMBERS')}"
    after = choice("BEFORE_OR_AFTER", "AFTER")
    return re.compile(
        rf"(?<!\w)(?P<before>{choice('BEFORE_OR_AFTER')})\s?(?P<first>{_DIGITS})"
        rf"|(?<![\w.,])(?P<second>{numbers})[\s-]?(?P<after>{after})(?!\w)"
        rf"|(?P<pair>{choice('PAIRS')})(?!\w)"
    )
