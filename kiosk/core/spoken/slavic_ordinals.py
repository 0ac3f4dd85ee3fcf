"""Numbers with endings and numbers inside longer words: "5-го", "90-е гг.", "3-х", "80-летний", "10–15-летние"."""

import re

from kiosk.core.spoken.slavic_context import SPACES, words_after, words_before
from kiosk.core.spoken.slavic_dates import Reading, dash
from kiosk.core.spoken.slavic_grammar import Case
from kiosk.core.spoken.slavic_language import Language, respelling, without_full_stop
from kiosk.core.spoken.slavic_numerals import DASHES
from kiosk.core.spoken_form import Respelling

_ENDED = re.compile(rf"(\d{{1,9}})(?:([{DASHES}])(\d{{1,9}}))?(-?)([а-яёіїєґ]{{1,3}})(?![\w'’ʼ]|-\w)")
_COMPOUND = re.compile(rf"(\d{{1,6}})(?:([{DASHES}])(\d{{1,6}}))?(,5)?(-|%-?)([а-яёіїєґ'’ʼ]{{2,}})")
_SHORT_YEARS = re.compile(rf"[{SPACES}]?([^\W\d_]{{1,2}}\.)")
_LONGEST_ENDING = 3


def ordinal(text: str, place: int, language: Language) -> Reading | None:
    """Read a number with the ending of an ordinal or cardinal behind it."""
    match = _ENDED.match(text, place)
    if not match or not (match[4] or match[5] in language.glued_endings):
        return None
    before, after = words_before(text, place), words_after(text, match.end())
    spans = [match.span(number) for number in (1, 3) if match[number]]
    last, words = int(match[3] or match[1]), language.numbers
    cardinal = language.cardinal_endings.get(match[5])
    choices = language.ordinal_endings.get(match[5])
    case: Case
    if cardinal and (not cardinal[1] or last in cardinal[1]):
        case = cardinal[0]
        spoken = [words.cardinal(int(text[slice(*span)]), case) for span in spans]
    elif choices:
        case, gender = language.ordinal_by_neighbours(choices, before, after, last)
        spoken = [words.ordinal(int(text[slice(*span)]), case, gender) for span in spans]
    else:
        return None
    found: list[Respelling] = []
    if len(spans) > 1:
        found.append(respelling(*spans[0], spoken[0]))
        found += dash(text, spans[0][1], spans[1][0])
    found.append(respelling(spans[-1][0], match.end(), spoken[-1]))
    found += _years_behind(text, match.end(), case, before, language)
    return Reading(found, found[-1].span.end, case)


def _years_behind(
    text: str, place: int, case: Case, before: tuple[str, ...], language: Language
) -> list[Respelling]:
    """Return "гг." behind a decade ("в 90-х гг.") written out."""
    match = _SHORT_YEARS.match(text, place)
    word = language.year_words.get(match[1]) if match else None
    if not match or not word or word.cases:
        return []
    own: Case = "p" if case == "g" and before and language.year_prepositions.get(before[0]) == "p" else case
    spoken = language.year.many(own) if word.is_plural else language.year.one(own)
    return [respelling(match.start(1), without_full_stop(text, match.end(), language), spoken)]


def compound(text: str, place: int, language: Language) -> Reading | None:
    """Read a number that begins a longer word: "80-летний", "100%-ный", "1,5-метровый"."""
    match = _COMPOUND.match(text, place)
    if not match:
        return None
    tail, has_percent = match[6], match[5] != "-"
    if not has_percent and (len(tail) <= _LONGEST_ENDING or tail in language.written_scales):
        return None
    words = language.numbers
    found: list[Respelling] = []
    begin, last = place, match[1]
    if match[3]:
        found.append(respelling(*match.span(1), words.in_compound(int(match[1])).strip()))
        begin, last = match.start(3), match[3]
    spoken = words.in_compound(int(last))
    if match[4]:
        if last != "1":
            return None  # only "полутораметровый" is one word
        spoken = language.half_in_compounds
    found.append(
        respelling(begin, match.start(6), spoken + (language.percent_in_compounds if has_percent else ""))
    )
    return Reading(found, match.end(6))
