"""Where quotations and brackets stand in a text. Knows nothing of sentences."""

import re

_MARKS = r"[`«»“”„‟‘’‚‹›\"'()\[\]{}]"
# Each closing mark and the opening marks that it can end; “ also ends „ and ‚ where that is the custom.
_OPENERS_OF = {
    "»": "«",
    "”": "“„‟",
    "“": "„",
    "’": "‘‚",
    "‘": "‚",
    "›": "‹",
    '"': '"',
    "`": "`",
    "'": "'",
    ")": "(",
    "]": "[",
    "}": "{",
}
_OPENING = frozenset("«“„‟‘‚‹\"'`([{")
_STRAIGHT = frozenset('"`')
_APOSTROPHES = frozenset("'’‘")
_STOPS = frozenset(".,;:!?…؟،؛")


def enclosures(text: str, longest: int) -> list[tuple[int, int]]:
    """Find the quotations and brackets that are opened and closed again.

    Args:
        text: any text.
        longest: an enclosure of more code points is left out; what stands in it is found all the same.

    Returns:
        Places of opening and closing mark in order, those inside others left out, none overlapping.
    """
    opened: dict[str, list[int]] = {}
    found: list[tuple[int, int]] = []
    for match in re.finditer(_MARKS, text):
        place = match.start()
        mark = match.group()
        begin = _begin_of(text, place, mark, opened)
        if begin < 0:
            if mark in _OPENING and _can_open(text, place, mark):
                opened.setdefault(mark, []).append(place)
            continue
        # What was opened inside and never closed is no enclosure.
        for places in opened.values():
            while places and places[-1] >= begin:
                places.pop()
        if place - begin < longest:
            found.append((begin, place))
    return _outermost(found)


def _begin_of(text: str, place: int, mark: str, opened: dict[str, list[int]]) -> int:
    """Return where the enclosure was opened that a mark closes, or -1 when it closes none."""
    if mark not in _OPENERS_OF or not _can_close(text, place, mark):
        return -1
    return max((opened[opener][-1] for opener in _OPENERS_OF[mark] if opened.get(opener)), default=-1)


def _can_open(text: str, place: int, mark: str) -> bool:
    if mark not in _APOSTROPHES and mark not in _STRAIGHT:
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _STRAIGHT:
        return bool(after) and not after.isspace()
    return after.isalnum() and not before.isalnum()


def _can_close(text: str, place: int, mark: str) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _STRAIGHT:
        # Straight marks look alike on both sides: after a space, before a letter, one opens.
        return not before.isspace() or not after.isalnum()
    if mark in _APOSTROPHES:
        # "the dogs' owner" closes nothing.
        return not after.isalnum() and (before in _STOPS or after in _STOPS)
    return True


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(pairs):
        if kept and begin <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((begin, end))
    return kept
