"""Years in Russian and Ukrainian texts: "в 2019 году", "с 2014 по 2019 гг.", "летом 1941", "1914–1918"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kiosk.core.spoken.slavic_context import SPACES, is_alone, words_after, words_before
from kiosk.core.spoken.slavic_dates import AND, Reading, dash
from kiosk.core.spoken.slavic_grammar import Case, Gender, case_of, is_few, is_one
from kiosk.core.spoken.slavic_language import Language, YearWord, respelling, without_full_stop
from kiosk.core.spoken.slavic_numerals import DASHES
from kiosk.core.spoken_form import Respelling

_YEARS = re.compile(
    rf"\d{{1,4}}(?:(?:,[{SPACES}]|[{SPACES}]?(?:/|[{DASHES}]|{AND}|по|до)[{SPACES}]?)\d{{1,4}}){{0,5}}(?![\d,.:])"
    rf"(?=[{SPACES}]?([^\W\d_]+)\b(\.?))"
)
_BARE = re.compile(rf"\d{{4}}(?:[{SPACES}]?[{DASHES}][{SPACES}]?\d{{4}})?(?![\w%‰°$€₽₴№/+=]|[.,:]\d|[–—-][\w])")
_SEASON = re.compile(r"(\d{4})/(\d{4}|\d{2})(?![\w/]|[.,]\d)")
# "в 79 г. н. э."
_ERA = re.compile(rf"[{SPACES}]?(?:до[{SPACES}])?(?:н\.[{SPACES}]?[эе]\.|наш)")
_ITEM = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_FIRST_BARE, _LAST_BARE = 1800, 2100


def years(text: str, place: int, language: Language) -> Reading | None:
    """Read years before a form of the word "year", or alone where nothing else can be meant."""
    match = _YEARS.match(text, place)
    if match:
        point = language.year_words.get(f"{match[1]}.".lower()) if match[2] else None
        word = point or language.year_words.get(match[1].lower())
        if word:
            end = match.end(2) if point else match.end(1)
            return _before_word(text, place, match.end(), (match.start(1), end), word, language)
    return _season(text, place, language) or _bare(text, place, language)


def _season(text: str, place: int, language: Language) -> Reading | None:
    """Read two years in a row: "в 2019/20 учебном году"."""
    match = _SEASON.match(text, place)
    if not match:
        return None
    first = int(match[1])
    second = int(match[2]) if len(match[2]) > len("20") else first - first % 100 + int(match[2])
    if second != first + 1:
        return None
    before = words_before(text, place)
    case: Case = language.year_prepositions.get(before[0], "g") if before else "n"
    found = [
        respelling(*match.span(1), language.numbers.ordinal(first, case)),
        respelling(match.end(1), match.start(2), " — "),
        respelling(*match.span(2), language.numbers.ordinal(second, case)),
    ]
    return Reading(found, match.end(), case)


def _before_word(
    text: str, place: int, last: int, word_place: tuple[int, int], word: YearWord, language: Language
) -> Reading | None:
    items = list(_ITEM.finditer(text, place, last))
    before = words_before(text, place)
    counts = [int(item[0]) for item in items]
    cases = _cases_of_items(text, items, before, language)
    is_dated = not word.cases and _ERA.match(text, word_place[1]) is not None
    if not is_dated and not _are_years(counts, word, text[slice(*word_place)].lower(), before, language):
        return None
    final = _final_case(word, cases[-1], before, language)
    gender: Gender = "p" if word.is_plural and len(items) == 1 else "m"
    found: list[Respelling] = []
    for number, item in enumerate(items):
        if number:
            found += dash(text, items[number - 1].end(), item.start())
            if text[items[number - 1].end() : item.start()] == "/":
                found.append(respelling(items[number - 1].end(), item.start(), " — "))
        # A preposition of its own further on ("с 2014 по 2019"), else all stand in the form that the word tells.
        own = cases[number] if number < len(items) - 1 and cases[number] != cases[-1] else None
        count = _full_year(counts, number)
        found.append(respelling(*item.span(), language.numbers.ordinal(count, own or final, gender)))
    end = word_place[1]
    if not word.cases:
        end = without_full_stop(text, end, language)
        year = language.year.many(final) if word.is_plural else language.year.one(final)
        found.append(respelling(word_place[0], end, year))
    return Reading(found, end, final)


def _full_year(counts: Sequence[int], number: int) -> int:
    """Return a year that is written by its last two digits in full: 2014–15."""
    count = counts[number]
    first = counts[0]
    return first - first % 100 + count if number and first >= _FIRST_YEAR and first % 100 < count < 100 else count


def _cases_of_items(
    text: str, items: Sequence[re.Match[str]], before: Sequence[str], language: Language
) -> list[Case | None]:
    """Return the case that the preposition before each number asks for; it goes on behind "and" and dashes."""
    case = language.year_prepositions.get(before[0]) if before else None
    cases = [case]
    for one, following in pairwise(items):
        word = _WORD.search(text, one.end(), following.start())
        own = language.year_prepositions.get(word[0].lower()) if word else None
        cases.append(own or cases[-1])
    return cases


def _are_years(
    counts: Sequence[int], word: YearWord, form: str, before: Sequence[str], language: Language
) -> bool:
    first, last = counts[0], counts[-1]
    if all(_FIRST_YEAR <= count <= _LAST_YEAR for count in counts):
        return True
    if len(counts) > 1 and _FIRST_YEAR <= first <= _LAST_YEAR and first % 100 < last < 100:
        return True
    told = language.year_prepositions.get(before[0]) if before else None
    is_dated = bool(before) and before[0].startswith(language.month_stems)
    if word.is_plural:
        is_decade = (
            last % 10 == 0 and 10 < last < 100 and form in (language.year.many("n"), language.year.many("p"))
        )
        return is_decade or (not word.cases and last >= 100)
    if not word.cases:
        return last >= 100 and (told is not None or is_dated)
    if is_one(last) and (last < 100 or form != language.year.one("p")):
        return last < _LAST_YEAR and last >= 100 and is_dated
    if form == language.year.paucal and is_few(last):
        return (told == "g" or is_dated) and last < _LAST_YEAR
    return last < _LAST_YEAR


def _final_case(word: YearWord, told: Case | None, before: Sequence[str], language: Language) -> Case:
    if told and (not word.cases or told in word.cases):
        return told
    if word.cases:
        return case_of(word.cases[0])
    return "g" if before else "n" if word.is_plural else language.year_alone


def _bare(text: str, place: int, language: Language) -> Reading | None:
    match = _BARE.match(text, place)
    items = list(_ITEM.finditer(text, place, match.end())) if match else []
    first = _FIRST_YEAR if len(items) > 1 and text[place - 1 : place] == "(" else _FIRST_BARE
    if not match or not all(first <= int(item[0]) < _LAST_BARE for item in items):
        return None
    if len(items) > 1 and int(items[0][0]) >= int(items[1][0]):
        return None
    case = _bare_case(text, match, len(items) > 1, language)
    if case is None:
        return None
    found = [respelling(*items[0].span(), language.numbers.ordinal(int(items[0][0]), case))]
    if len(items) > 1:
        found += dash(text, items[0].end(), items[1].start())
        found.append(respelling(*items[1].span(), language.numbers.ordinal(int(items[1][0]), case)))
    return Reading(found, match.end(), case)


def _bare_case(text: str, match: re.Match[str], is_span: bool, language: Language) -> Case | None:
    """Return the case of a year without the word "year"; None when it may as well be a count."""
    start, end = match.span()
    before, after = words_before(text, start), words_after(text, end)
    following = after[0] if after else ""
    is_counted = following.islower() and following not in language.sentence.prepositions
    if is_counted and not language.sentence.is_verb(following):
        return None
    if is_alone(text, start, end) or (text[start - 1 : start] == "(" and text[end : end + 1] in (")", ",", ";")):
        return "n"
    if not before:
        return "n" if is_span else None
    if before[0].startswith(language.month_stems):
        return "g"
    told = language.year_prepositions.get(before[0])
    if is_span:
        return told or "g"
    # "до 2000" may be a count.
    return None if int(match[0]) % 100 == 0 else told
