"""Cases, genders and counted nouns, as Russian and Ukrainian both have them."""

from collections.abc import Callable
from typing import Literal, NamedTuple

Case = Literal["n", "g", "d", "a", "i", "p"]
"""Nominative, genitive, dative, accusative, instrumental, prepositional (in Ukrainian: locative)."""
Gender = Literal["m", "f", "n", "p"]
"""Masculine, feminine, neuter; "p" is the plural, which has no gender."""

CASES: tuple[Case, ...] = ("n", "g", "d", "a", "i", "p")


class Noun(NamedTuple):
    """A noun, or a noun with its adjective, in every form that a number asks for."""

    gender: Gender
    """Never "p"."""
    singular: tuple[str, ...]
    """Six forms, in the order of ``CASES``."""
    plural: tuple[str, ...]
    """Six forms, in the order of ``CASES``."""
    paucal: str
    """The form after 2, 3 and 4 in nominative and accusative."""

    def one(self, case: Case) -> str:
        """Return the singular in a case."""
        return self.singular[CASES.index(case)]

    def many(self, case: Case) -> str:
        """Return the plural in a case."""
        return self.plural[CASES.index(case)]

    def counted(self, count: int, case: Case) -> str:
        """Return the form that stands after a whole number which itself stands in a case."""
        if is_one(count):
            return self.one(case)
        if case in ("n", "a"):
            return self.paucal if is_few(count) else self.many("g")
        return self.many(case)

    def followed_by(self, tail: str) -> "Noun":
        """Return the noun with words after it that never change ("километр" + "в час")."""

        def longer(forms: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(f"{form} {tail}" for form in forms)

        return Noun(self.gender, longer(self.singular), longer(self.plural), f"{self.paucal} {tail}")


class Endings(NamedTuple):
    """How the words of one declension end: twelve endings and which form follows 2, 3 and 4."""

    gender: Gender
    """What is declined this way."""
    singular: tuple[str, ...]
    """Six endings, in the order of ``CASES``."""
    plural: tuple[str, ...]
    """Six endings, in the order of ``CASES``; the genitive is often told apart."""


def endings(gender: Gender, singular: str, plural: str) -> Endings:
    """Return a declension from two lists of six endings, parted by spaces; "-" is no ending."""

    def split(listed: str) -> tuple[str, ...]:
        return tuple("" if ending == "-" else ending for ending in listed.split())

    return Endings(gender, split(singular), split(plural))


def decline(stem: str, how: Endings, genitive_plural: str = "", is_paucal_plural: bool = False) -> Noun:
    """Return a noun in all its forms.

    Args:
        stem: what stands before every ending.
        how: the endings.
        genitive_plural: the whole form, where the endings do not tell it ("минут", "гривень").
        is_paucal_plural: whether 2, 3 and 4 take the plural (Ukrainian), else the genitive (Russian).
    """
    singular = tuple(stem + ending for ending in how.singular)
    plural = [stem + ending for ending in how.plural]
    if genitive_plural:
        plural[1] = genitive_plural
    return Noun(how.gender, singular, tuple(plural), plural[0] if is_paucal_plural else singular[1])


def unchanging(word: str, gender: Gender) -> Noun:
    """Return a noun that has one form for everything ("евро")."""
    return Noun(gender, (word,) * 6, (word,) * 6, word)


def with_adjective(adjective: Callable[[Case, Gender], str], noun: Noun, is_paucal_plural: bool) -> Noun:
    """Return an adjective with its noun; after 2, 3 and 4 the adjective stands in the plural."""
    singular = tuple(f"{adjective(case, noun.gender)} {noun.one(case)}" for case in CASES)
    plural = tuple(f"{adjective(case, 'p')} {noun.many(case)}" for case in CASES)
    few = adjective("n" if is_paucal_plural else "g", "p")
    return Noun(noun.gender, singular, plural, f"{few} {noun.paucal}")


def word_list(words: str) -> list[str]:
    """Return the words of a text, for tables of words."""
    return words.split()


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set, for tables of words."""
    return frozenset(words.split())


def is_one(count: int) -> bool:
    """Whether a number takes the singular: 1, 21, 101, but not 11."""
    return count % 10 == 1 and count % 100 != 11


def is_few(count: int) -> bool:
    """Whether a number counts as 2, 3 or 4 do: 22, 103, but not 12."""
    return count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)


def case_of(letter: str) -> Case:
    """Return the case that a letter stands for; nominative for any other."""
    cases: dict[str, Case] = {case: case for case in CASES}
    return cases.get(letter, "n")
