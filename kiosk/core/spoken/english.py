"""How English says what is written in signs, digits and short forms.

The text is walked once from left to right. What stands at a place, a word, a digit or a sign, chooses the rules
that look at it; the first rule that knows it says how it is said, and the walk goes on behind. Whatever no rule is
sure of stays as it is written. All numbers become words, so that every voice says them the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from kiosk.core.spoken import english_acronyms, english_places, english_short_forms
from kiosk.core.spoken.english_amounts import amount, feet
from kiosk.core.spoken.english_dates import (
    MONTHS,
    TO_DATE,
    day_month,
    decade,
    first_day,
    month_day,
    numeric_date,
    short_year,
    years,
)
from kiosk.core.spoken.english_formulas import formula
from kiosk.core.spoken.english_links import links
from kiosk.core.spoken.english_money import CODES, money
from kiosk.core.spoken.english_roman import roman
from kiosk.core.spoken.english_rows import (
    code,
    dotted_rows,
    hyphen_rows,
    ordinal_number,
    plain,
    retirement_plan,
    telephone,
)
from kiosk.core.spoken.english_signs import SIGNS, is_before_number, sign, signed
from kiosk.core.spoken.english_text import NOTHING, Found, Rule, compiled, piece
from kiosk.core.spoken.english_times import clock, ratio, time_length
from kiosk.core.spoken.english_units import STANDING, standing_unit
from kiosk.core.spoken_form import Respelling

# Bounded, so that a text without spaces cannot make the walk slow.
_WORD = r"[^\W\d_]{1,60}(?:\.[^\W\d_]\b){0,12}"
_LONGEST_JOINED = 400
_MONEY_SIGNS = "$€£¥₽₴₺₹₩₪₫₦₱฿₸₾₿¢"
_ROMAN = frozenset("IVXLCDM")
# In this order: what is more exact comes before what takes less.
_NUMBER_RULES: tuple[Rule, ...] = (
    numeric_date, first_day, day_month, time_length, clock, telephone, hyphen_rows, dotted_rows, years,
    english_places.address, ratio, decade, ordinal_number, retirement_plan, feet, amount, code, plain,
)  # fmt: skip
_WordRule = Callable[[str, int, str], Found]


def respellings(text: str) -> Sequence[Respelling]:
    """Return what English says in other words than it writes, in order, without overlaps."""
    found: list[Respelling] = []
    cursor = 0
    for link in links(text):
        _walk(text, cursor, link.span.start, found)
        found.append(link)
        cursor = link.span.end
    _walk(text, cursor, len(text), found)
    return tuple(_set_apart(text, respelling) for respelling in found)


def _walk(text: str, start: int, end: int, found: list[Respelling]) -> None:
    """Add what the rules know between two places, from left to right."""
    place = compiled(_place_pattern())
    cursor = start
    while at := place.search(text, cursor, end):
        begin = at.start()
        character = text[begin]
        if character.isdecimal():
            known = _number(text, begin)
        elif character.isalnum():
            known = _word(text, begin, at[0])
        else:
            known = _sign(text, begin) if len(at[0]) == 1 else NOTHING
        cursor = at.end()
        if known and known[-1].span.end <= end:
            cursor = known[-1].span.end
            for respelling in known:
                _add(found, respelling)


def _add(found: list[Respelling], following: Respelling) -> None:
    """Add a respelling; what touches the one before belongs to the same written word and is joined with it."""
    last = found[-1] if found else None
    is_touching = last is not None and last.span.end == following.span.start
    if last is None or not is_touching or following.span.end - last.span.start > _LONGEST_JOINED:
        found.append(following)
        return
    found.pop()
    gap = " " if last.spoken and following.spoken and last.spoken[-1] != "-" and following.spoken != "," else ""
    found.append(piece(last.span.start, following.span.end, last.spoken + gap + following.spoken))


def _set_apart(text: str, respelling: Respelling) -> Respelling:
    """Put a space where words would run into the letters around a respelling: "12text", "AT&T"."""
    (start, end), said = (respelling.span.start, respelling.span.end), respelling.spoken
    is_after, is_before = text[start - 1 : start].isalnum(), text[end : end + 1].isalnum()
    if not said:
        return respelling._replace(spoken=" ") if is_after and is_before else respelling
    before = " " if is_after and said[0].isalnum() else ""
    after = " " if is_before and (said[-1].isalnum() or said[-1] in ".,") else ""
    return respelling._replace(spoken=f"{before}{said}{after}") if before or after else respelling


def _number(text: str, start: int) -> Found:
    return next((found for rule in _NUMBER_RULES if (found := rule(text, start))), NOTHING)


def _word(text: str, start: int, word: str) -> Found:
    for rule in _word_rules().get(word, ()):
        found = rule(text, start, word)
        if found:
            return found
    end = start + len(word)
    following = text[end : end + 1]
    if not word.isascii():
        return formula(text, start)
    if following.isdecimal():
        return code(text, start)
    if following == "/":
        return english_short_forms.slashed_form(text, start)
    known = roman(text, start) if _ROMAN.issuperset(word) else NOTHING
    if not known and following == "." and word.isupper() and (len(word) == 1 or "." in word):
        return english_short_forms.initials(text, start, word)
    return known


def _sign(text: str, start: int) -> Found:
    character = text[start]
    if character in _MONEY_SIGNS:
        return money(text, start) or sign(text, start)
    if character == "(":
        return telephone(text, start)
    if character in "'’‘":
        return short_year(text, start)
    if character == ".":
        return amount(text, start) or plain(text, start) if not text[start - 1 : start].isalnum() else NOTHING
    if character == "+" and (found := telephone(text, start)):
        return found
    if compiled(TO_DATE).match(text, start) and start and not text[start - 1].isspace():
        return (piece(start, start + 1, "to"),)
    if is_before_number(text, start):
        following = text[start + 1 : start + 2]
        number = money(text, start + 1) if following in _MONEY_SIGNS else _number(text, start + 1)
        if following and number and (found := signed(text, start, number)):
            return found
    return sign(text, start) if character in SIGNS else NOTHING


@cache
def _place_pattern() -> str:
    """Return the pattern of everything that a rule looks at: words, digits and signs."""
    signs = "".join(f"\\{character}" for character in sorted(SIGNS.union(_MONEY_SIGNS)))
    # A tag of a markup language is passed over whole.
    tag = r"</?[a-z][\w-]{0,20}(?:[ =][^<>]{0,60})?/?>"
    before_digits = rf"{TO_DATE}|[-−–](?=[\d.{_MONEY_SIGNS}])|\.(?=\d)|['’‘](?=\d\d)|\((?=\d)"
    return rf"{_WORD}|\d|{tag}|[{signs}]|{before_digits}"


@cache
def _word_rules() -> dict[str, tuple[_WordRule, ...]]:
    """Return the rules that look at a certain word, the more exact first."""
    forms = english_short_forms
    tables: tuple[tuple[Iterable[str], _WordRule], ...] = (
        (_cases(MONTHS), _any_word(month_day)),
        (("US", "C", "CA", "A", "AU", "NZ", "HK", "S", "NT", "R", *CODES), _any_word(money)),
        (english_places.STATES, english_places.state),
        (("St",), _any_word(english_places.saint_or_street)),
        (forms.BEFORE_NUMBERS, forms.before_number),
        (("v",), _any_word(forms.versus)),
        (forms.TITLES, forms.title),
        (forms.DOTTED_FORMS, forms.dotted_form),
        (forms.SHORT_FORMS, forms.short_form),
        (forms.DAYS, forms.weekday),
        (STANDING, _any_word(standing_unit)),
        (english_acronyms.ACRONYMS, english_acronyms.acronym),
    )
    rules: dict[str, tuple[_WordRule, ...]] = {}
    for words, rule in tables:
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


def _any_word(rule: Rule) -> _WordRule:
    return lambda text, start, _: rule(text, start)


def _cases(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (word, word.capitalize(), word.upper())
