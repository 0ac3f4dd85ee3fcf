"""What a language tells so that its numbers, dates, units and short forms can be said."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.core.spoken.slavic_context import SPACES, Sentence
from kiosk.core.spoken.slavic_grammar import Case, Gender, Noun
from kiosk.core.spoken.slavic_numbers import NumberWords
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan


class Currency(NamedTuple):
    """A currency and its hundredth part."""

    unit: Noun
    """What is counted."""
    cent: Noun | None
    """Its hundredth part; None when nobody counts it."""


class YearWord(NamedTuple):
    """A form of "year" behind a number."""

    cases: str
    """The cases it may stand in; empty for a short form, which stands in any."""
    is_plural: bool
    """Whether several years are named."""


class Spelling(NamedTuple):
    """A short form that is written out."""

    spoken: str | Noun
    """What is said; a noun is put into the case that the words before it ask for."""
    before: str = ""
    """What must follow for the short form to be one, any of: "N" a number, "A" a capital letter, "a" a small "
    "one."""
    after: str = ""
    """Words one of which must stand right before it; "-": no word may; empty: any."""
    agrees: bool = False
    """Whether it is the stem of an adjective that agrees with the word behind it."""
    is_person: bool = False
    """Whether a person's name follows, which tells the case where no preposition does."""


def spellings(
    plain: Mapping[str, str],
    first: Mapping[str, str],
    before_number: Mapping[str, Noun],
    before_person: Mapping[str, Noun],
    before_name: Mapping[str, Noun],
) -> dict[str, tuple[Spelling, ...]]:
    """Return a language's short forms by how they are written, from tables of what must stand around them."""
    found: dict[str, tuple[Spelling, ...]] = {key: (Spelling(spoken),) for key, spoken in plain.items()}
    found |= {key: (Spelling(spoken, after="-"),) for key, spoken in first.items()}
    for table, before, is_person in (
        (before_number, "N", False),
        (before_person, "A", True),
        (before_name, "A", False),
    ):
        for key, noun in table.items():
            found[key] = (*found.get(key, ()), Spelling(noun, before, is_person=is_person))
    return found


class Language(ABC):
    """One language's tables."""

    numbers: NumberWords
    sentence: Sentence
    units: Mapping[str, Noun]
    """Units as they are written behind a number."""
    scales: Mapping[str, Noun]
    """Short forms of thousand, million and so on."""
    currencies: Mapping[str, Currency]
    """Currencies as they are written before or behind a number: signs, codes, short forms."""
    months: Mapping[str, str]
    """The genitive of a month by how it is written in dates, in lower case."""
    month_names: Sequence[str]
    """Twelve genitives."""
    month_stems: tuple[str, ...]
    """How months and seasons begin, in any case: a year behind them stands in the genitive."""
    year: Noun
    year_words: Mapping[str, YearWord]
    """The forms of "year" that may follow a number, short ones with their point."""
    year_prepositions: Mapping[str, Case]
    """The case of a year behind a preposition."""
    year_alone: Case
    """The case of a short form of "year" when no word stands before."""
    date_prepositions: Mapping[str, Case]
    """The case of a day behind a preposition; behind none it stands in the genitive."""
    today: frozenset[str]
    """Words behind which a day stands in the nominative ("сегодня 25 декабря")."""
    time_prepositions: Mapping[str, Case]
    """The case of a time of day behind a preposition."""
    hour_stem: str
    """How "hour" begins, in any form."""
    score_stems: tuple[str, ...]
    """How words begin behind which 15:10 is a score."""
    parts_of_day: frozenset[str]
    """Words behind an hour that make an ordinal of it ("о 9 ранку"); empty where it is a cardinal."""
    counted_stems: tuple[str, ...]
    """How nouns begin that follow decimals but never a time of day."""
    ordinal_endings: Mapping[str, Sequence[tuple[Case, Gender]]]
    """What an ending behind a number and a hyphen may stand for ("5-го"), the likeliest first."""
    glued_endings: frozenset[str]
    """Endings that are also written without a hyphen ("5й")."""
    half_in_compounds: str
    """1,5 as the beginning of a longer word."""
    percent_in_compounds: str
    """Percent inside a longer word ("стопроцентный")."""
    written_scales: Mapping[str, Noun]
    """Million and so on by their written-out forms."""
    onto: frozenset[str]
    """Prepositions behind which a part stands in the accusative ("на 1/3")."""
    away_from: frozenset[str]
    """Words behind a distance that tell where something is ("в 5 км от")."""
    cardinal_endings: Mapping[str, tuple[Case, frozenset[int]]]
    """Endings of cardinals ("3-х"), and the numbers that they are written with; none: all."""
    ordered: Mapping[str, tuple[Case, Gender]]
    """Forms of nouns before which a number is read as an ordinal ("в 5 классе")."""
    ordered_spans: Mapping[str, tuple[Case, Gender]]
    """The same for their plurals behind two numbers ("5–9 классы")."""
    collected: frozenset[str]
    """What has no singular and is counted in its own way ("суток")."""
    centuries: Mapping[str, tuple[Case, Gender]]
    """Forms of "century" and the like behind a Roman number."""
    same_genitive: frozenset[str]
    """Nouns whose nominative and genitive look the same; behind another word they stand in the genitive."""
    numbered: tuple[str, ...]
    """How nouns begin that a number names ("глава IV")."""
    century_short: Mapping[str, Noun]
    """Short forms of "century"."""
    spellings: Mapping[str, Sequence[Spelling]]
    """Short forms, without white space and in lower case, to what is said."""
    acronyms: Mapping[str, str]
    """Acronyms that are said in a way of their own."""
    spelled_out: frozenset[str]
    """Acronyms that are said letter by letter, though they look like words."""
    said_as_words: frozenset[str]
    """What looks like an acronym to be spelled but is said as a word."""
    adjective_cases: tuple[tuple[str, Case], ...]
    """How adjectives end in the singular, and the case that this tells."""
    letters: Mapping[str, str]
    """The names of the language's own letters."""
    latin_letters: Mapping[str, str]
    """The English names of Latin letters, as the language writes them."""
    signs: Mapping[str, str]
    """Signs that are said as one word wherever they stand alone or between numbers."""
    signs_before_numbers: Mapping[str, str]
    """Signs right before a number, but for the minus: plus, about."""
    between_numbers: Mapping[str, str]
    """Signs between digits, to what is said with spaces around it."""
    electronic: Mapping[str, str]
    """Signs and common parts of addresses."""
    section_before: re.Pattern[str]
    """What stands before the number of a section or version ("рис. 2.1")."""
    house_before: re.Pattern[str]
    """What stands before the number of a house ("дом 5/7")."""
    contained: frozenset[str]
    """Short forms that stand in the genitive behind a number: "п. 3 ст. 10"."""
    elements: Mapping[str, str]
    """The letters of chemical formulas, as chemists name them."""
    number_sign: Noun
    section_sign: Noun
    and_word: str
    units_behind_words: frozenset[str]
    """Units, scales and currencies whose short forms are read out also without a number in digits."""
    counting_words: Mapping[str, int]
    """Numbers in words behind which a unit is counted, and one number that counts as they do."""
    squared: str
    cubed: str
    power: str
    """ "в {} степени": what a raised number is."""
    power_case: Case
    power_gender: Gender

    @abstractmethod
    def time(self, hour: int, minute: int, second: int | None, case: Case) -> str:
        """Return a time of day in words."""

    @abstractmethod
    def ordinal_by_neighbours(
        self, choices: Sequence[tuple[Case, Gender]], before: Sequence[str], after: Sequence[str], count: int
    ) -> tuple[Case, Gender]:
        """Choose between the forms that an ending may stand for."""

    @abstractmethod
    def case_of_name(self, name: str) -> Case:
        """Return the case of a person's name, by its ending."""

    @abstractmethod
    def roman(self, before: Sequence[str], after: Sequence[str], name: str) -> tuple[Case, Gender] | None:
        """Return the form of a Roman number that is an ordinal; None when it is not.

        Args:
            before: words in lower case, nearest first.
            after: words as written, nearest first.
            name: the capitalised word right before the number; empty without.
        """


_LONGEST_OPENING = 44
# A sentence's first word and at most two others before the number that a short form belongs to.
_OPENING = re.compile(r"(?:^|([.!?…])\s)[«\"]?([^\W\d_]+)(?: [^\W\d_]+){0,2}[ \u00a0][\dIVXХ][^.!?]{0,24}\.$")
_END_OF_SENTENCE = re.compile(rf"[{SPACES}\n]*$|[{SPACES}\n]+[«„“\"(]?[А-ЯЁІЇЄҐA-Z](?![А-ЯЁІЇЄҐA-Z])")


def _is_opening(text: str, end: int, language: Language) -> bool:
    """Whether a sentence has just begun with words that tell when something was."""
    opening = _OPENING.search(text[max(0, end - _LONGEST_OPENING) : end])
    if not opening or (end > _LONGEST_OPENING and not opening[1]):
        return False
    first = opening[2].lower()
    return first in language.year_prepositions or first.startswith(language.month_stems)


def respelling(start: int, end: int, spoken: str) -> Respelling:
    """Return a respelling of a stretch."""
    return Respelling(TextSpan(start, end), spoken)


def without_full_stop(text: str, end: int, language: Language | None = None) -> int:
    """Return where a short form ends, leaving out its point when that also ends the sentence.

    Args:
        text: the whole text.
        end: one past the point.
        language: given when the short form also tells when something was: "В 2019 г. Россия ..." goes on.
    """
    if language and text[end : end + _LONGEST_OPENING].strip() and _is_opening(text, end, language):
        return end
    if end and text[end - 1] == "." and _END_OF_SENTENCE.match(text, end):
        return end - 1
    return end
