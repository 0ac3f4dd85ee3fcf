"""Finds every number in a Russian or Ukrainian text and has it read as what it is: a date, a price, a count."""

import re
from collections.abc import Callable

from kiosk.core.spoken.slavic_codes import VULGAR_SIGNS, fraction, sign_before, sign_between, telephone
from kiosk.core.spoken.slavic_context import SPACES, has_more_numbers, words_after, words_before
from kiosk.core.spoken.slavic_dates import AND, Reading, date, day, time
from kiosk.core.spoken.slavic_grammar import Case, Gender, case_of, is_few, is_one
from kiosk.core.spoken.slavic_language import Language, respelling
from kiosk.core.spoken.slavic_numerals import DASHES, said, whole_said
from kiosk.core.spoken.slavic_ordinals import compound, ordinal
from kiosk.core.spoken.slavic_quantities import Quantity, number_respellings, numbers_said, quantity, with_unit
from kiosk.core.spoken.slavic_years import years
from kiosk.core.spoken_form import Respelling

_START = re.compile(rf"(?:(US\$|[$€£¥₽₴₺₸₹₪₩₿])[{SPACES}]?)?(?=[\d{VULGAR_SIGNS}])")
_UNREAD = re.compile(r"[\d\W]?\d*")
_JOINED = re.compile(rf"([{SPACES}][^\W\d_]+)?,?[{SPACES}](?:{AND})[{SPACES}]")
_READERS: tuple[Callable[[str, int, Language], Reading | None], ...] = (
    date, telephone, time, day, years, compound, ordinal, fraction,
)  # fmt: skip
# Feminine nouns in the genitive singular.
_FEMININE_ENDINGS = "ыиі"


def numbers(text: str, language: Language) -> list[Respelling]:
    """Return how all numbers of a text are said, in order."""
    found: list[Respelling] = []
    place, last_end, last_case = 0, -1, None
    while start := _START.search(text, place):
        joined = _JOINED.fullmatch(text, last_end, start.start()) if last_end >= 0 else None
        # "5 детям и 21 соседу" stand in one case; "около 5 % суши и 3 млн человек" may not.
        is_shared = joined and (not joined[1] or last_case in ("d", "i", "p"))
        reading = _read(text, start, language, last_case if is_shared else None)
        if reading is None:
            unread = _UNREAD.match(text, start.end())
            place = max(unread.end() if unread else 0, start.end() + 1)
            continue
        begin = reading.respellings[0].span.start
        found += sign_before(text, begin, language)
        between = sign_between(text, reading.end, language)
        found += _set_apart(text, reading.respellings, begin == last_end, bool(between))
        found += between
        place = last_end = between[0].span.end if between else reading.end
        last_case = reading.case
    return found


def _set_apart(
    text: str, respellings: list[Respelling], is_apart_before: bool, is_apart_behind: bool
) -> list[Respelling]:
    """Part spoken numbers from letters that they are written together with ("тест2", "9мешков", "55°45′")."""
    first, last = respellings[0], respellings[-1]
    if not is_apart_before and first.span.start and text[first.span.start - 1].isalpha():
        respellings[0] = first._replace(spoken=f" {first.spoken}")
    end = last.span.end
    following = text[end : end + 1]
    if (
        not is_apart_behind
        and (following.isalpha() or following.isdecimal())
        and (following.isdecimal() or text[end - 1].isdecimal())
    ):
        respellings[-1] = respellings[-1]._replace(spoken=f"{respellings[-1].spoken} ")
    return respellings


def _read(text: str, start: re.Match[str], language: Language, inherited: Case | None) -> Reading | None:
    begin, place = start.span()
    if start[1]:
        currency = language.currencies.get(start[1])
        amount = quantity(text, begin, language, (place, currency)) if currency else None
        return with_unit(text, amount, language, inherited) if amount else None
    for read in _READERS:
        reading = read(text, place, language)
        if reading:
            return reading
    amount = quantity(text, place, language)
    if not amount:
        return None
    if amount.scale or amount.unit:
        return with_unit(text, amount, language, inherited)
    return _count(text, amount, language, inherited)


def _count(text: str, found: Quantity, language: Language, inherited: Case | None) -> Reading:
    """Say numbers that count a written-out noun, or nothing."""
    if not found.last.is_whole:
        return _decimal(text, found, language, inherited)
    before, after = words_before(text, found.start), words_after(text, found.end)
    words, last = language.numbers, found.last
    if not found.second and _hangs_on_name(text, found.start):
        return Reading([respelling(found.start, found.end, said(last, words))], found.end)
    form = _ordinal_form(found, before, after, language)
    if form:
        spoken = [words.ordinal(number.amount, *form) for number in (found.first, found.second) if number]
        return Reading(number_respellings(text, found, spoken), found.end, form[0])
    is_last = not has_more_numbers(text, found.end)
    is_sum = text[max(0, found.start - 2) : found.start].rstrip().endswith("=")
    agreed = language.sentence.agreement(last.amount, before, () if is_sum else after, inherited, is_last)
    gender = agreed.gender
    if found.second:
        gender = language.sentence.gender_of_few([word.lower() for word in after])
    spoken = numbers_said(found, gender, agreed.case, language)
    if (
        after
        and not found.second
        and after[0].lower() in language.collected
        and not language.sentence.allowed(before)
    ):
        several = words.collective(last.amount)
        if several:
            return Reading([respelling(found.start, found.end, several)], found.end)
    return Reading(number_respellings(text, found, spoken), found.end, agreed.case)


def _ordinal_form(
    found: Quantity, before: tuple[str, ...], after: tuple[str, ...], language: Language
) -> tuple[Case, Gender] | None:
    """Return the form of a number that is written as a count but is none: "на 3 этаже", "5–9 классы"."""
    noun = after[0].lower() if after else ""
    if found.second:
        return language.ordered_spans.get(noun)
    if before and noun in language.parts_of_day:
        return language.time_prepositions.get(before[0], "n"), "f"
    form = language.ordered.get(noun)
    if form and noun in language.same_genitive:
        form = ("g" if before else "n", form[1])
    if form and form[0] == "a" and is_one(found.last.amount):
        return None  # "за 1 годину"
    if form and form[0] == "g" and is_few(found.last.amount) and "g" not in language.sentence.allowed(before):
        return None  # "2 века"
    return form


def _hangs_on_name(text: str, place: int) -> bool:
    """Whether a number is part of a name, and counts nothing: F2, G20, "Ту-154", COVID-19."""
    before = text[max(0, place - 2) : place]
    return before[-1:].isalpha() or (len(before) > 1 and before[-1] in DASHES and before[0].isalpha())


def _decimal(text: str, found: Quantity, language: Language, inherited: Case | None) -> Reading:
    before, after = words_before(text, found.start), words_after(text, found.end)
    words, last = language.numbers, found.last
    is_section = last.mark == "." and language.section_before.search(text[max(0, found.start - 20) : found.start])
    is_counted = bool(after) and after[0].lower().startswith(language.counted_stems)
    if (last.is_doubtful or is_section) and not found.second and not is_counted:
        # It may be a date, a time or a section: what is said is true of each.
        separator = f" {words.point} " if is_section or len(last.digits) > len("05") else " "
        code = f"{words.cardinal(last.amount)}{separator}{whole_said(last.digits, words)}"
        return Reading([respelling(found.start, found.end, code)], found.end)
    allowed = language.sentence.allowed(before)
    case = case_of(allowed[0]) if allowed else inherited or "n"
    noun = language.sentence.noun([word.lower() for word in after])
    if noun:
        spoken = numbers_said(found, "f" if noun[-1] in _FEMININE_ENDINGS else "m", case, language)
    else:
        spoken = [said(number, words, case) for number in (found.first, found.second) if number]
    return Reading(number_respellings(text, found, spoken), found.end, case)
