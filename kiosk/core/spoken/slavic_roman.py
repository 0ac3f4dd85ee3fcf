"""Roman numbers in Russian and Ukrainian texts: centuries, monarchs, congresses. "XIX–XX вв.", "Пётр I"."""

import re

from kiosk.core.spoken.slavic_context import SPACES, words_after, words_before
from kiosk.core.spoken.slavic_dates import AND, dash
from kiosk.core.spoken.slavic_grammar import Case, Gender
from kiosk.core.spoken.slavic_language import Language, respelling, without_full_stop
from kiosk.core.spoken_form import Respelling

# Typists take the Cyrillic letters that look the same.
_LETTERS = "IVXLCDMХІ"
_ONE = f"[{_LETTERS}]{{1,8}}"
_LIST = re.compile(
    rf"(?<![\w.’'-]){_ONE}(?:(?:,[{SPACES}]{_ONE}){{1,3}}[{SPACES}](?:{AND})[{SPACES}]{_ONE}"
    rf"|[{SPACES}]?(?:[–—-]|{AND}|по|до)[{SPACES}]?{_ONE})?(?:-([а-яіїє]{{1,3}}))?(?![\w’'&/]|-\w)"
)
_ITEM = re.compile(rf"[{_LETTERS}]+")
_CANONICAL = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LATIN = str.maketrans("ХІ", "XI")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHORT_BEHIND = re.compile(rf"[{SPACES}]?([^\W\d_]{{1,4}}\.)")
# "конец XV — начало XVI века"
_CENTURY_FURTHER_ON = re.compile(
    r" (?:[—–-]|и|та|й|до) (?:[^\W\d_]+ ){1,2}[IVX]+[ \u00a0](?:век|в\.|вв\.|ст\.|століт|столет)"
)
_SHORT_BEFORE = re.compile(r"[^\W\dA-ZА-ЯЁІЇЄҐ]{1,3}\.[ \u00a0]$")
_NAME_BEFORE = re.compile(rf"([^\W\d_]+)[{SPACES}]$")
_SMALL = frozenset("IVX")
_ROMAN = frozenset("IVXХІ–—-,и ")
# As often as numbers these are letters: "Малкольм X", and Cyrillic ones are words and initials.
_LETTERS_TOO = frozenset("XХІ")


def roman_numbers(text: str, language: Language) -> list[Respelling]:
    """Return how the Roman numbers of a text are said, in order."""
    found: list[Respelling] = []
    for match in _LIST.finditer(text):
        items = [item for item in _ITEM.finditer(text, *match.span()) if item.end() <= match.end()]
        values = [_value(item[0]) for item in items]
        if all(values):
            found += _said(text, match, items, values, language)
    return found


def _value(written: str) -> int:
    """Return what a Roman number is worth; 0 for letters that are none."""
    letters = written.translate(_LATIN)
    if not _CANONICAL.fullmatch(letters):
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-own if own < following else own for own, following in zip(values, [*values[1:], 0], strict=True))


def _said(
    text: str, match: re.Match[str], items: list[re.Match[str]], values: list[int], language: Language
) -> list[Respelling]:
    before = words_before(text, match.start())
    short = _short_century(text, match, before, len(items) > 1, language)
    form = (short[1], short[2]) if short else _form(text, match, before, values, language)
    if form is None:
        # Alone it may be a letter or a name; two and more of the small ones are a number.
        is_numbered = bool(before) and before[0].startswith(language.numbered)
        if len(items) > 1 or not (set(match[0]) <= _SMALL and (is_numbered or len(match[0]) > 1)):
            return []
        return [respelling(*match.span(), language.numbers.cardinal(values[0]))]
    found: list[Respelling] = []
    for number, (item, value) in enumerate(zip(items, values, strict=True)):
        if number:
            found += dash(text, items[number - 1].end(), item.start())
        end = match.end() if number == len(items) - 1 else item.end()
        found.append(respelling(item.start(), end, language.numbers.ordinal(value, *form)))
    return [*found, short[0]] if short else found


def _form(
    text: str, match: re.Match[str], before: tuple[str, ...], values: list[int], language: Language
) -> tuple[Case, Gender] | None:
    """Return the form of Roman numbers that are ordinals, by the words around; None when they are none."""
    after = words_after(text, match.end())
    if match[1]:
        choices = language.ordinal_endings.get(match[1])
        return language.ordinal_by_neighbours(choices, before, after, values[-1]) if choices else None
    century = language.centuries.get(after[0].lower()) if after else None
    if century:
        told = language.year_prepositions.get(before[0]) if before else None
        if after[0].lower() in language.same_genitive:
            return ("g" if before and told != "a" else "n"), century[1]
        is_several = len(values) > 1 and century[0] == "g" and told != "g"  # "XIX и XX века"
        return (told or "n" if is_several else century[0]), century[1]
    if _CENTURY_FURTHER_ON.match(text, match.end()):
        shared = next(iter(language.century_short.values())).gender
        return (language.year_prepositions.get(before[0], "g") if before else "n"), shared
    if match[0] in _LETTERS_TOO or not set(match[0]) <= _ROMAN:
        return None
    name = _NAME_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    return language.roman(before, after, name[1] if name else "")


def _short_century(
    text: str, numbers: re.Match[str], before: tuple[str, ...], is_several: bool, language: Language
) -> tuple[Respelling, Case, Gender] | None:
    """Return "в." or "вв." behind a Roman number written out, and the case and gender of the number."""
    match = _SHORT_BEHIND.match(text, numbers.end())
    noun = language.century_short.get(match[1]) if match else None
    if not match or not noun:
        return None
    case: Case = language.year_prepositions.get(before[0], "g") if before else "n"
    if not before and _SHORT_BEFORE.search(text[max(0, numbers.start() - 6) : numbers.start()]):
        case = "g"  # "90-е гг. XX в."
    spoken = noun.many(case) if is_several else noun.one(case)
    return respelling(match.start(1), without_full_stop(text, match.end(), language), spoken), case, noun.gender
