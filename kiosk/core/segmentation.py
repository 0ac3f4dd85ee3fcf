"""Where sentences begin: the library's proposals, corrected by what each language knows of its short forms.

The library (sentencex) knows many languages and scripts. Where a language has a list of short forms, its rules
decide at every point, question and exclamation mark and ellipsis, since they know more than the library: whether
"U.S." ends a sentence, that "19. yüzyıl" is an ordinal, that "— сказал он" goes on. At all other signs, and in all
other languages, the library decides.
"""

import re

from kiosk.core.abbreviations.lists import Abbreviations, abbreviations_of
from kiosk.core.enclosures import enclosures
from kiosk.core.sentence_ends import REACH, Place, SentenceEnds, is_small

LONGEST_ENCLOSURE = 280
"""A longer quotation is cut at the sentences in it: no voice says more code points at once."""
_WINDOW = 8_192
"""The library is given that many code points at once: some signs make it slow in longer texts."""
_MARGIN = 64
"""What ends that near to the end of a window may have been decided without seeing enough."""
_FOLLOWING = 64
"""How many code points after a sign are looked at."""

_SIGNS = frozenset(".!?…؟‼⁇⁈⁉")
# Patterns are compiled when they are first used.
# Signs that may end a sentence, with the spaces of ". . ."; what closes after them; and what parts them from the
# next word: pictures and white space, or nothing where sentences were glued together. It begins only where no such
# sign precedes and gives nothing back that it took, so that long runs of signs cost no more than short ones: each
# group is looked at ahead and then taken as it is, since Python before 3.11.5 loses its way in possessive groups.
# Source: https://github.com/python/cpython/issues/106052
_ENDING = (
    r"(?<![.!?…؟‼⁇⁈⁉])(?=(?P<signs>[.!?…؟‼⁇⁈⁉]+(?:[ \u00a0\u202f]\.++(?!\w))*))(?P=signs)"
    r"(?=(?P<closers>(?:[\"'”’“»›)\]}*_\u200e\u200f\u202a-\u202e\u2066-\u2069]|\[\d{1,3}\])*))(?P=closers)"
    r"(?P<gap>(?=(?P<pictures>(?:\s?[\U0001f300-\U0001faff\ufe0f\u200d]+)*))(?P=pictures)\s+"
    r"|(?:(?<=[^\W_][.!?…؟])|(?<=[.!?…؟][.!?؟\"'”’»)\]]))(?=[^\W\d_]))"
)
_NEXT_WORD = r"(?P<lead>[^\w]{0,8})(?P<word>\w[\w'’\-\u0640\u064b-\u0652\u0670]*)"
_CLOSERS = r"[\"'”’»›)\]}*_]+\s+"
_DASH = r"[—–-]\s+(?P<next>\w)"
_LIST_ITEM = r"(?:(?<=\s)|^)(?:[•◦▪⁃*–-]\s?)?(?P<number>\d{1,3}|[^\W\d_])\.\s+(?=\w)"
_FIRST_LETTERS = ("a", "а", "أ")


def sentence_starts(text: str, language: str) -> list[int]:
    """Find where the sentences of a text begin, the first one left out.

    Args:
        text: any text.
        language: BCP 47 tag; only the language part matters.

    Returns:
        Places in order, each once. Some may lie inside a word, where the library saw a sentence end.
    """
    code = language.replace("_", "-").split("-")[0].lower()
    proposed = _proposed(text, code)
    lists = abbreviations_of(code)
    if lists is None:
        return _tidied(text, proposed)
    if not lists.has_point_ordinals:
        proposed = sorted({*proposed, *_list_items(text, lists)})
    return _decided(text, proposed, SentenceEnds(code, lists, text.islower()))


def _proposed(text: str, code: str) -> list[int]:
    """Return where the library begins sentences."""
    # Imported here because the first painted page needs no sentences, and the library takes time to load.
    import sentencex

    # The library fails at some wide spaces and loses some returns.
    plain = re.sub(r"[^\S\n]", " ", text)
    places: list[int] = []
    begin = 0
    while begin < len(plain):
        pieces = sentencex.segment(code, plain[begin : begin + _WINDOW])
        found = [begin]
        for piece in pieces:
            found.append(found[-1] + len(piece))
        end = begin + _WINDOW
        if end < len(plain):
            # The last sentence may go on behind the window: it is looked at again, unless it fills the window.
            found = [place for place in found if place < end - _MARGIN]
            end = found[-1] if len(found) > 1 else end
        places.extend(found[1:])
        begin = end
    return [place for place in places if place < len(text)]


def _tidied(text: str, proposed: list[int]) -> list[int]:
    """Return the library's places: closing marks stay with their sentence, a dash and a small letter go on."""
    places: set[int] = set()
    for place in proposed:
        closers = re.compile(_CLOSERS).match(text, place) if not text[place - 1].isspace() else None
        place = closers.end() if closers else place
        dash = re.compile(_DASH).match(text, place)
        if not (dash and is_small(dash["next"])):
            places.add(place)
    return sorted(places)


def _decided(text: str, proposed: list[int], ends: SentenceEnds) -> list[int]:
    """Return where the rules begin sentences, and the library's places where no rule looked."""
    enclosed = enclosures(text, LONGEST_ENCLOSURE)
    next_enclosed = 0
    places = [0]
    # Directly after a sign, without a space, the rules alone know an end: not in "so—how?—he went", ".NET".
    left = iter([*(place for place in proposed if text[place - 1] not in _SIGNS), len(text)])
    proposal = next(left)
    for ending in re.finditer(_ENDING, text):
        while proposal <= ending.start():
            places.append(proposal)
            proposal = next(left)
        is_proposed = False
        while proposal < len(text) and proposal <= ending.end():
            is_proposed = True
            proposal = next(left)
        while next_enclosed < len(enclosed) and enclosed[next_enclosed][1] < ending.start():
            next_enclosed += 1
        if next_enclosed < len(enclosed):
            begin, end = enclosed[next_enclosed]
            if begin < ending.start() and ending.end("closers") <= end:
                continue
        start = _start_after(text, ending, places[-1], ends, is_proposed)
        if start > places[-1]:
            places.append(start)
    places.extend(place for place in (proposal, *left) if place < len(text))
    return places[1:]


def _start_after(text: str, ending: re.Match[str], begin: int, ends: SentenceEnds, is_proposed: bool) -> int:
    """Return where the next sentence begins, or -1 when the one from ``begin`` goes on."""
    following = re.compile(_NEXT_WORD).match(text, ending.end())
    if following is None:
        return ending.end() if is_proposed else -1
    first = ending.start()
    at = following.start("word")
    place = Place(
        so_far=text[max(begin, first - REACH) : first],
        is_whole=first - begin <= REACH,
        first=text[begin : begin + 1],
        signs=ending["signs"],
        closers=ending["closers"],
        lead=following["lead"],
        following=text[at : at + _FOLLOWING],
        word=following["word"],
        is_proposed=is_proposed,
    )
    if not ends.is_end(place):
        return -1
    if len(place.signs) > 4 and place.signs[1].isspace() and place.so_far[-1:].isalnum():
        # A point and an ellipsis, "Gone. . . . The rest": what was left out belongs to the next sentence.
        return first + 2
    return ending.end()


def _list_items(text: str, lists: Abbreviations) -> list[int]:
    """Return where the items after the first begin in a list written in one line: "1. Flour 2. Milk"."""
    places: list[int] = []
    expected = ""
    for item in re.finditer(_LIST_ITEM, text):
        number = item["number"]
        if not expected:
            if item.start() > 0 or not (number.isdigit() or number in _FIRST_LETTERS):
                return []
        elif number != expected or _is_referred_to(text, item.start(), lists):
            continue
        else:
            places.append(item.start())
        expected = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
    return places


def _is_referred_to(text: str, place: int, lists: Abbreviations) -> bool:
    """Whether a short form stands before a number: "fig. 2. Then" begins no item."""
    before = text[max(0, place - 16) : place].split()
    word = before[-1].lower() if before else ""
    return word.endswith(".") and word[:-1] in lists.leading | lists.short | lists.numbered
