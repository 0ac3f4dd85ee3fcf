"""Short forms and acronyms in Russian and Ukrainian texts: "т. е.", "ул.", "д-р", ООН, IMF."""

import re
from collections.abc import Sequence

from kiosk.core.spoken.slavic_context import SPACES, words_after, words_before
from kiosk.core.spoken.slavic_grammar import Case, Noun
from kiosk.core.spoken.slavic_language import Language, Spelling, respelling, without_full_stop
from kiosk.core.spoken_form import Respelling

_POINTED = re.compile(rf"(?<![\w.’'ʼ])[^\W\d_]{{1,7}}\.(?:[{SPACES}]?[^\W\d_]{{1,3}}\.){{0,2}}")
_PART = re.compile(r"[^\W\d_]+\.")
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]{1,2}-[^\W\d_]{1,3}(?![\w-])\.?")
_NUMBER = re.compile(rf"[{SPACES}]?\d")
_SEVERAL = re.compile(rf"[{SPACES}]?\d+[{SPACES}]?[–—-][{SPACES}]?\d")
_CAPITAL = re.compile(rf"[{SPACES}]?[«„“\"]?[А-ЯЁІЇЄҐA-Z]")
_ROMAN = re.compile(rf"[{SPACES}]?[IVXLC]+\b")
_NAME_BEFORE = re.compile(rf"([А-ЯЁІЇЄҐ][а-яёіїєґ'’ʼ-]+)[{SPACES}]$")
_ACRONYM = re.compile(r"(?<![\w’'ʼ])(?:[А-ЯЁІЇЄҐ]{2,6}|[A-Z]{2,6})(?![\w’'ʼ])")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC_VOWELS = frozenset("АЕЁИОУЫЭЮЯІЇЄ")
_LATIN_VOWELS = frozenset("AEIOUY")
_LONGEST_BY_RULE = 4
_LONGEST_ACRONYM = 5
# Vowels and consonants of what no voice reads well; without vowels they spell it themselves.
_UNSAYABLE = frozenset(("ccv", "vcc", "vvc", "vvv", "cccv", "vccc", "vvvc"))


def short_forms(text: str, language: Language) -> list[Respelling]:
    """Return what the short forms of a text stand for, in order."""
    found: list[Respelling] = []
    place = 0
    while match := _POINTED.search(text, place):
        own, place = _longest(text, match, language)
        found += own
    if "-" in text:
        found += [own for match in _HYPHENED.finditer(text) for own in _written_out(text, *match.span(), language)]
        found.sort(key=lambda own: own.span.start)
    return found


def _longest(text: str, match: re.Match[str], language: Language) -> tuple[list[Respelling], int]:
    """Try all parts of "т. е. н." together, then fewer; return what was found and where to go on."""
    ends = [part.end() for part in _PART.finditer(text, *match.span())]
    for end in reversed(ends):
        found = _written_out(text, match.start(), end, language)
        if found:
            return found, end
    return [], ends[0]


def _written_out(text: str, start: int, end: int, language: Language) -> list[Respelling]:
    written = text[start:end]
    key = "".join(written.split())
    if key not in language.spellings and len(key) > len("Г."):
        # A capital alone with a point is somebody's initial.
        key = key[0].lower() + key[1:]
    before = words_before(text, start)
    for choice in language.spellings.get(key, ()):
        named = _case_by_adjective(text, start, choice, language)
        if named is None and not _fits(text, end, before, choice, language):
            continue
        last = without_full_stop(text, end) if named or "A" not in choice.before else end
        spoken = choice.spoken
        if isinstance(spoken, Noun):
            is_contained = key in language.contained and before and before[0].isdigit()
            case = "g" if is_contained else named or _noun_case(text, end, before, choice, language)
            spoken = spoken.many(case) if "N" in choice.before and _SEVERAL.match(text, end) else spoken.one(case)
        elif choice.agrees:
            after = [word.lower() for word in words_after(text, end)]
            form = language.sentence.one(after, language.sentence.case_of_noun(before))
            spoken = language.numbers.adjective(spoken, form.case, form.gender)
        glue = " " if last == end and text[end : end + 1].isalnum() else ""
        return [respelling(start, last, spoken + glue)]
    return []


def _case_by_adjective(text: str, start: int, choice: Spelling, language: Language) -> Case | None:
    """Return the case of a place whose adjective stands before it ("Московской обл."); None without one."""
    if not isinstance(choice.spoken, Noun) or choice.before != "A" or choice.is_person:
        return None
    adjective = _NAME_BEFORE.search(text[max(0, start - 30) : start])
    if not adjective:
        return None
    case = next((case for ending, case in language.adjective_cases if adjective[1].endswith(ending)), None)
    # "Московской": instrumental after "с", else one form for all.
    return "g" if case == "p" and choice.spoken.gender == "f" else case


def _fits(text: str, end: int, before: Sequence[str], choice: Spelling, language: Language) -> bool:
    if choice.after == "-" and before:
        return False
    if choice.after not in ("", "-") and (not before or before[0] not in choice.after.split()):
        return False
    if not choice.before:
        return not before or before[0] not in language.counting_words
    is_number = "N" in choice.before and (_NUMBER.match(text, end) or _ROMAN.match(text, end))
    return bool(is_number or ("A" in choice.before and _CAPITAL.match(text, end)))


def _noun_case(text: str, end: int, before: Sequence[str], choice: Spelling, language: Language) -> Case:
    case = language.sentence.case_of_noun(before)
    after = words_after(text, end)
    name = after[0] if after and after[0][0].isupper() else ""
    if case == "p" and name.endswith(("у", "ю")):
        return "a"  # "в г. Москву"
    if choice.is_person and case == "n" and name:
        return language.case_of_name(name)
    return case


def acronyms(text: str, language: Language) -> list[Respelling]:
    """Return the letters of acronyms that a voice would read as words, in order."""
    found: list[Respelling] = []
    for match in _ACRONYM.finditer(text):
        spoken = language.acronyms.get(match[0])
        names = None if spoken else _names(text, match, language)
        if names:
            spoken = "-".join(names[letter] for letter in match[0].lower())
        if spoken:
            found.append(respelling(*match.span(), spoken))
    return found


def _names(text: str, match: re.Match[str], language: Language) -> dict[str, str] | None:
    """Return the names of an acronym's letters, or None when it is left as it is."""
    written = match[0]
    names = dict(language.latin_letters if written.isascii() else language.letters)
    if not names.keys() >= set(written.lower()):
        return None  # another language's letters
    if written in language.spelled_out:
        return names
    if written in language.said_as_words or len(written) > _LONGEST_BY_RULE or _is_shouted(text, match):
        return None
    return names if _is_unsayable(written) else None


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too: a headline, where every word would look like an acronym."""
    around = text[max(0, match.start() - 30) : match.start()] + " " + text[match.end() : match.end() + 30]
    others = [word for word in _LETTERS.findall(around) if len(word) > 2]
    return any(len(word) > _LONGEST_ACRONYM for word in others) and all(word.isupper() for word in others)


def _is_unsayable(written: str) -> bool:
    """Whether a voice would stumble over letters that hold a vowel: "СБУ", "ЕЦБ", "IMF"; two letters always."""
    vowels = _LATIN_VOWELS if written.isascii() else _CYRILLIC_VOWELS
    shape = "".join("v" if letter in vowels else "c" for letter in written)
    if len(shape) == 2:
        return not written.isascii() and shape != "cc"
    return shape in _UNSAYABLE
