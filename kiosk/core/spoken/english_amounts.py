"""How English says amounts, stretches of amounts and products: "5 km", "10–12%", "2 × 3 m", "5′11″".

A single number that counts nothing is left to others: it may be a year, a code or an ordinal.
"""

from typing import NamedTuple

from kiosk.core.spoken.english_money import money_after
from kiosk.core.spoken.english_numbers import bare, cardinal
from kiosk.core.spoken.english_quantities import Quantity, quantity, simple_fraction
from kiosk.core.spoken.english_text import GAP, NOTHING, Found, compiled, is_adjective, piece
from kiosk.core.spoken.english_units import per_words, unit_after
from kiosk.core.spoken_form import Respelling

_TO = rf"([-‐‑–—−])(?=[\d.])|{GAP}([–—]){GAP}(?=\d)"
_LESS = rf"{GAP}[-−]{GAP}(?=[\d.,]+{GAP}?=)"
_BY = rf"({GAP}?)([x×X])\1(?=\d)"
_SCALE = rf"{GAP}(?:hundred|thousand|million|billion|trillion)\b|(bn|mn|mln|tn|trn)\b"
_SCALES = {"bn": "billion", "mn": "million", "mln": "million", "tn": "trillion", "trn": "trillion"}
_PER = r"/([A-Za-z]{1,6})(?![\w/])"
# No stretch: more hyphens or single letters follow, so that it is a code; "10-15-year-old" is one.
_CODE_FOLLOWS = r"[-‐‑–/.:]\d|\d|[-‐‑][A-Za-z]{1,2}(?![a-z])"
_LONGEST_IN_STRETCH = 6
_LARGEST_SCORE = 100
_MOST_FACTORS = 4


class _Joint(NamedTuple):
    """A sign between two numbers, and the second one."""

    sign: Respelling
    start: int
    number: Quantity


def amount(text: str, start: int) -> Found:
    """Say a number, or several, together with what they count."""
    first = simple_fraction(text, start) or quantity(text, start)
    if not first:
        return NOTHING
    pieces = [piece(start, first.end, first.spoken)]
    begin, last = start, first
    while len(pieces) < 2 * _MOST_FACTORS and (joint := _joint(text, begin, last, is_first=last is first)):
        begin, last = joint.start, joint.number
        pieces += (joint.sign, piece(begin, last.end, last.spoken))
    tail = _tail(text, start, begin, last)
    if not tail and last is first and bare(first.written) == first.written.replace(",", ""):
        return NOTHING
    if tail and tail[0].span.start == begin:
        # The currency's own way of saying the number.
        pieces.pop()
    onwards = compiled(rf"{GAP}?([-–—]){GAP}?(?=\d)").match(text, tail[-1].span.end) if tail else None
    return (*pieces, *tail, piece(*onwards.span(1), "to")) if onwards else (*pieces, *tail)


def _joint(text: str, begin: int, last: Quantity, is_first: bool) -> _Joint | None:
    by = compiled(_BY).match(text, last.end)
    to = compiled(_TO).match(text, last.end) or compiled(_LESS).match(text, last.end) if is_first else None
    found = by or to
    number = quantity(text, found.end()) if found else None
    if not found or not number:
        return None
    if by:
        said = "times" if by[2] == "×" and by[1] else "by"
        return _Joint(piece(*by.span(2), said), by.end(), number)
    spaced = len(found[0]) > 1
    if compiled(rf"{GAP}?=").match(text, number.end):
        said = "minus"
    elif _is_stretch(text, begin, last, number):
        # "Fifty-fifty", and a draw is "two two".
        said = "to" if last.written != number.written else ""
    else:
        return None
    return _Joint(piece(found.start() + spaced, found.end() - spaced, said), found.end(), number)


def _is_stretch(text: str, start: int, first: Quantity, second: Quantity) -> bool:
    """Whether a dash between two numbers is said "to": a stretch or a score, not a part of a code."""
    rows = [bare(number.written) for number in (first, second)]
    if any(len(row) > _LONGEST_IN_STRETCH or (len(row) > 1 and row[0] == "0" and "." not in row) for row in rows):
        return False
    if compiled(_CODE_FOLLOWS).match(text, second.end) or (start > 1 and text[start - 1] in "-‐‑/"):
        return False
    low, high = (float(row) if row.strip(".") else 0.0 for row in rows)
    return low < high or low < _LARGEST_SCORE or bool(unit_after(text, second.end, is_one=False))


def _tail(text: str, start: int, begin: int, last: Quantity) -> Found:
    """Return pieces for what follows the last number: "million", a unit, a currency, "/day"."""
    scale = compiled(_SCALE).match(text, last.end)
    pieces: tuple[Respelling, ...] = ()
    if scale and scale[1]:
        pieces = (piece(last.end, scale.end(), _SCALES[scale[1]]),)
    place = scale.end() if scale else last.end
    is_single = begin == start and not scale
    paid = money_after(text, begin, last._replace(end=place), is_single)
    if paid:
        return (*pieces, *paid)
    unit = unit_after(text, place, is_one=is_single and last.is_one)
    if unit and is_adjective(text, start, unit[-1].span.end):
        unit = unit_after(text, place, is_one=True)
    per = compiled(_PER).match(text, place) if not unit else None
    over = per_words(per[1]) if per else ""
    if per and over:
        return (*pieces, piece(per.start(), per.end(), over))
    return (*pieces, *unit)


def feet(text: str, start: int) -> Found:
    """Say heights and lengths in signs: 5'11", 6′, 12″."""
    found = compiled(r"(\d{1,2})['′’] ?(\d{1,2})(?:[\"″”]|'')(?!\w)").match(text, start)
    if found:
        said = f"{_many(found[1], 'foot', 'feet')} {_many(found[2], 'inch', 'inches')}"
        return (piece(start, found.end(), said),)
    found = compiled(r"(\d{1,3})([′″])(?!\w)").match(text, start)
    if not found:
        return NOTHING
    names = ("foot", "feet") if found[2] == "′" else ("inch", "inches")
    return (piece(start, found.end(), _many(found[1], *names)),)


def _many(row: str, one: str, many: str) -> str:
    return f"{cardinal(int(row))} {one if row == '1' else many}"
