"""What stands around a number, and the case and gender that it asks for. Shared by Russian and Ukrainian."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.core.spoken.slavic_grammar import Case, Gender, case_of, is_few, is_one

SPACES = " \u00a0\t"
"""White space that may part a number from its unit, for a character class; rarer kinds are made these before."""
_WINDOW = 60
"""Code points that are looked at on either side: enough for three words."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\s\w]")
_SIGNS_BEFORE = "−-–+±~≈"
_VOWELS = frozenset("аеёиоуыэюяіїє")
_WORD = re.compile(rf"[{SPACES}][«„“\"]?([^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*)")
_ONE_MORE = rf"\d+(?:[{SPACES}.,]\d+){{0,3}}"
_AND = "(?:и|или|і|й|та|або|чи)"
# "5 и 7 городах", "10–12 лет": the words that the first number goes with stand behind the last one.
_MORE_NUMBERS = re.compile(
    rf"(?:,[{SPACES}]{_ONE_MORE}){{0,3}}[{SPACES}]{_AND}[{SPACES}]{_ONE_MORE}|[{SPACES}]?[–—-][{SPACES}]?{_ONE_MORE}"
)
# "ч. 2 ст. 159": a short form, and no noun that is counted.
_SHORT_BEHIND = re.compile(r"[^\W\d_]{1,5}\.[ \u00a0]?(?:\d|[^\W\dA-ZА-ЯЁІЇЄҐ])")
_SHORT_PREPOSITIONS = ("ок", "бл", "прибл")


class Agreement(NamedTuple):
    """The form in which a number stands."""

    case: Case = "n"
    gender: Gender = "m"


def words_before(text: str, place: int) -> tuple[str, ...]:
    """Return the last words before a place in lower case, nearest first, as far as the next punctuation mark."""
    if place > 1 and text[place - 1] in _SIGNS_BEFORE and text[place - 2].isspace():
        place -= 1
    begin = max(0, place - _WINDOW)
    found: list[str] = []
    is_short = False
    for piece in reversed(_TOKEN.findall(text, begin, place)):
        word = piece.lower()
        if piece == "." and not found:
            is_short = True  # "ок. 300"
        elif not piece[0].isalnum() or (is_short and word not in _SHORT_PREPOSITIONS):
            break
        else:
            found.append(word)
            is_short = False
    else:
        if begin and len(found) > 1:
            found.pop()  # it may have been cut in two
    return tuple(found[:4])


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space and a full stop stands around a stretch."""
    # A long text is never searched to its ends.
    is_short = start <= _WINDOW and len(text) - end <= _WINDOW
    return is_short and not text[:start].strip() and not text[end:].strip(" .!?\u00a0\n")


def begins(text: str, place: int) -> bool:
    """Whether nothing but white space stands before a place."""
    return place <= _WINDOW and not text[:place].strip()


def has_more_numbers(text: str, place: int) -> bool:
    """Whether further numbers follow that share the noun of the one that ends at a place."""
    return _MORE_NUMBERS.match(text, place, place + _WINDOW) is not None


def words_after(text: str, place: int) -> tuple[str, ...]:
    """Return up to three words after a place as written, as far as the next punctuation mark."""
    found: list[str] = []
    chain = _MORE_NUMBERS.match(text, place, place + _WINDOW)
    if chain:
        place = chain.end()
    end = min(len(text), place + _WINDOW)
    while len(found) < 3:
        word = _WORD.match(text, place, end)
        if not word or _SHORT_BEHIND.match(text, word.start(1), end):
            break
        found.append(word[1])
        place = word.end()
    return tuple(found)


class Sentence(ABC):
    """How a language's sentences decide the form of a number: words before it, endings behind it."""

    prepositions: Mapping[str, str]
    """The cases that may follow a preposition, or a word that governs one, the likeliest for a number first."""
    noun_prepositions: Mapping[str, Case]
    """The case of a written-out short form after a preposition, where it is not the likeliest for a number."""
    governing_stems: tuple[tuple[str, Case], ...]
    """How words begin that govern a case ("достиг...")."""
    transparent: frozenset[str]
    """Words that may stand between a preposition and its number ("примерно")."""
    ordinary_nouns: frozenset[str]
    """Nouns whose oblique-looking form is none ("программ", "дам")."""

    @abstractmethod
    def is_adjective(self, word: str) -> bool:
        """Whether a word in lower case looks like a plural adjective."""

    @abstractmethod
    def is_genitive_plural(self, noun: str) -> bool:
        """Whether a noun in lower case cannot follow 2, 3 or 4 in the nominative."""

    @abstractmethod
    def adjective_case(self, word: str) -> Case | None:
        """Return the case of an adjective before a number ("последних 5 лет"), where its ending tells."""

    @abstractmethod
    def one(self, words: Sequence[str], case: Case, allowed: str = "") -> Agreement:
        """Return the form of a number that ends in 1.

        Args:
            words: the words behind it, in lower case.
            case: the likeliest case.
            allowed: all cases that the preposition before it allows; empty when none stands there.
        """

    @abstractmethod
    def is_verb(self, word: str) -> bool:
        """Whether a word looks like a verb or pronoun, so that no number counts it."""

    @abstractmethod
    def gender_of_few(self, words: Sequence[str]) -> Gender:
        """Return the gender of what is counted by a number that ends in 2."""

    def agreement(
        self,
        count: int,
        before: Sequence[str],
        after: Sequence[str],
        inherited: Case | None = None,
        is_last: bool = True,
    ) -> Agreement:
        """Return the form of a whole number among its neighbours.

        Args:
            count: the number.
            before: words in lower case, nearest first.
            after: words as written, nearest first.
            inherited: the case of the number before, when this one is joined to it by "and".
            is_last: whether the words behind follow this number, and not further ones that share them.
        """
        following = [word.lower() for word in after]
        allowed = self.allowed(before)
        noun = self.noun(following)
        oblique = self.oblique(noun)
        if oblique and (not allowed or oblique in allowed):
            case: Case = oblique
        elif allowed:
            case = case_of(allowed[0])
        else:
            case = inherited or (self.adjective_case(before[0]) if before else None) or "n"
        if is_one(count):
            return self.one(following, "d" if before[:1] == ("по",) and case == "a" else case, allowed)
        if following[:1] in (["из"], ["із"], ["зі"], ["з"]) and allowed[:2] in ("ap", "pa"):
            case = "p"
        if is_few(count):
            if case in ("n", "a") and noun and is_last and self.is_genitive_plural(noun):
                case = "g"
            return Agreement(case, self.gender_of_few(following) if count % 10 == 2 else "m")
        return Agreement(case)

    def allowed(self, before: Sequence[str]) -> str:
        """Return the cases that the words before a number allow, the likeliest first; empty: they do not say."""
        for word in before:
            if word in self.transparent:
                continue
            if word in self.prepositions:
                return self.prepositions[word]
            for stem, case in self.governing_stems:
                if word.startswith(stem):
                    return case
            break
        # "в течение последних 5 лет", "в этих 5 городах"
        if len(before) > 1 and self.is_adjective(before[0]) and before[1] in self.prepositions:
            cases = self.prepositions[before[1]]
            own = self.adjective_case(before[0])
            return own if own and own in cases else cases
        return ""

    def noun(self, words: Sequence[str]) -> str:
        """Return the noun that a number counts, behind adjectives; empty when another kind of word comes first."""
        for word in words:
            if word in self.prepositions or len(word) < 2 or _VOWELS.isdisjoint(word):
                return ""
            if not self.is_adjective(word):
                return word
        return ""

    def oblique(self, noun: str) -> Case | None:
        """Return the case that the ending of a plural noun tells beyond doubt."""
        if len(noun) < 4 or noun in self.ordinary_nouns:
            return None
        if noun.endswith(("ами", "ями", "ьми")):
            return "i"
        if noun.endswith(("ам", "ям")):
            return "d"
        return "p" if noun.endswith(("ах", "ях")) else None

    def case_of_noun(self, before: Sequence[str]) -> Case:
        """Return the case of a short form that stands for a noun ("на ул. Ленина"), by the words before it."""
        for word in before:
            if word in self.transparent or self.is_adjective(word):
                continue
            if word in self.noun_prepositions:
                return self.noun_prepositions[word]
            allowed = self.prepositions.get(word, "n")
            return case_of(allowed[0])
        return "n"
