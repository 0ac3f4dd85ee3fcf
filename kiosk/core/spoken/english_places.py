"""How English says postal addresses: house numbers, streets, states. "St." is a street, or a saint."""

from kiosk.core.spoken.english_numbers import digits, pairs
from kiosk.core.spoken.english_rows import ordinal_number
from kiosk.core.spoken.english_text import (
    GAP,
    NOTHING,
    STARTERS,
    Found,
    closes_sentence,
    compiled,
    full_stop,
    is_capitalised,
    piece,
    word_before,
)
from kiosk.core.spoken_form import Respelling

_STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "rd": "Road", "blvd": "Boulevard", "dr": "Drive",
    "ln": "Lane", "hwy": "Highway", "expy": "Expressway", "pkwy": "Parkway", "pl": "Place", "sq": "Square",
    "ct": "Court", "ter": "Terrace", "cir": "Circle", "fwy": "Freeway", "tpke": "Turnpike",
}  # fmt: skip
_WHOLE_STREETS = "Street|Avenue|Road|Boulevard|Drive|Lane|Highway|Parkway|Place|Square|Court|Terrace|Circle"
_DIRECTIONS = {
    "N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest", "SE": "Southeast",
    "SW": "Southwest",
}  # fmt: skip
_ADDRESS = (
    rf"(\d{{1,5}}){GAP}((?:(?:[NS][EW]|[NSEW])\b\.?{GAP})?(?:(?:[A-Z][a-z’']{{1,20}}|\d{{1,3}}(?:st|nd|rd|th)){GAP}){{1,3}})"
    rf"(?:(?P<street>(?i:{'|'.join(_STREETS)}))\b(?P<dot>\.?)|(?:{_WHOLE_STREETS})\b)"
)
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "D.C.", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
"""States by the two letters of their postal service."""
_ZIP = rf"{GAP}(\d{{5}})(-\d{{4}})?\b"
_SAINTLY = r"(?:[A-Z][a-z]+)"


def address(text: str, start: int) -> Found:
    """Say a house number as people say it, and the street behind it: "2788 San Tomas Expy", "12 S 1st St."."""
    found = compiled(_ADDRESS).match(text, start)
    if not found or word_before(text, start) in ("In", "in"):
        return NOTHING
    pieces: list[Respelling] = [piece(start, found.end(1), pairs(found[1]))]
    for word in compiled(r"\S+").finditer(text, found.start(2), found.end(2)):
        direction = _DIRECTIONS.get(word[0].rstrip("."))
        if direction:
            pieces.append(piece(*word.span(), direction))
        elif word[0][0].isdigit():
            pieces += ordinal_number(text, word.start())
    if found["street"]:
        name = _STREETS[found["street"].lower()]
        pieces.append(piece(found.start("street"), found.end("dot"), name + full_stop(text, found.start("dot"))))
        side = compiled(rf",?{GAP}([NS][EW])\b").match(text, found.end())
        if side:
            pieces.append(piece(*side.span(1), _DIRECTIONS[side[1]]))
    return tuple(pieces)


def state(text: str, start: int, word: str) -> Found:
    """Say a state after its town: "Santa Clara, CA 95051"."""
    end = start + len(word)
    before = text[max(0, start - 3) : start]
    if not (before.endswith(", ") and before[:1].isalpha()) or not compiled(r"[,.;)\s]|$").match(text, end):
        return NOTHING
    code = compiled(_ZIP).match(text, end)
    if not code and not compiled(r"[,.;)]|\s*$").match(text, end):
        return NOTHING
    pieces = (piece(start, end, STATES[word]),)
    return (*pieces, piece(code.start(1), code.end(), digits(code[0]))) if code else pieces


def saint_or_street(text: str, start: int) -> Found:
    """Say "St." before a name as "Saint", after a street's name as "Street"."""
    end = start + 2
    has_dot = text[end : end + 1] == "."
    before = word_before(text, start)
    is_before_name = compiled(GAP + _SAINTLY).match(text, end + has_dot) is not None
    # "Main St Bridge": without its point, and after a name, it may be either.
    is_unclear = not has_dot and is_capitalised(before) and before[-1].isalnum() and before not in STARTERS
    if is_before_name and not is_unclear and not (has_dot and closes_sentence(text, end + 1)):
        return (piece(start, end + has_dot, "Saint"),)
    if has_dot and (before[:1].isupper() or before[:1].isdigit()):
        return (piece(start, end + 1, "Street" + full_stop(text, end)),)
    return NOTHING
