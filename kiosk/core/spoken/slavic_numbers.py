"""What Russian and Ukrainian number words share: decimals, fractions, and numbers inside longer words."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from kiosk.core.spoken.slavic_grammar import CASES, Case, Gender, is_few, is_one

LONGEST_NUMBER = 33
"""Digits of the longest whole number that the library has words for."""


class NumberWords(ABC):
    """The number words of one language, in every case and gender."""

    minus: str
    plus: str
    comma: str
    point: str
    whole: str
    """The stem of "whole" in "three whole seven tenths"."""
    one_and_a_half: Mapping[Gender, str]
    """Nominative and accusative."""
    collectives: Mapping[int, str]
    """How 2 to 4 of what has no singular are counted ("двое суток")."""
    in_compounds: Mapping[str, str]
    """How number words change inside a longer word, where that is not the genitive."""
    thousand_in_compounds: str

    @abstractmethod
    def cardinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return a whole number in words ("две", "двадцати пяти"); the gender is that of what is counted."""

    @abstractmethod
    def ordinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return an ordinal in words ("двадцать пятого", "девяностые")."""

    @abstractmethod
    def quarters_or_thirds(self, part: int, of: int, case: Case) -> str:
        """Return "thirds" or "quarters" as they stand after a number; empty where they are plain ordinals."""

    def adjective(self, stem: str, case: Case, gender: Gender) -> str:
        """Return an adjective with a hard stem in the form that is asked for."""
        return stem + self.hard[gender][CASES.index(case)]

    hard: Mapping[Gender, tuple[str, ...]]
    """Endings of adjectives with a hard stem, in the order of ``CASES``."""

    def collective(self, count: int) -> str:
        """Return the nominative by which what has no singular is counted; empty: as everything else."""
        if not is_few(count):
            return ""
        last = self.collectives[count % 10]
        return f"{self.cardinal(count - count % 10)} {last}" if count > 20 else last

    def in_compound(self, count: int) -> str:
        """Return a number as the beginning of a longer word ("восьмидесяти|летний")."""
        thousands, rest = divmod(count, 1000)
        if thousands >= 1000 or not count:
            return self.cardinal(count) + " "
        begin = "" if thousands < 2 else self.in_compound(thousands)
        if thousands:
            begin += self.thousand_in_compounds
        words = self.cardinal(rest, "g").split() if rest else []
        return begin + "".join(self.in_compounds.get(word, word) for word in words)

    def decimal(self, whole: int, digits: str, case: Case = "n") -> str:
        """Return a decimal in words ("три целых семь десятых").

        Said so, and not "три и семь десятых" or "три с половиной", because what is counted then stands in the
        genitive singular, as it is written after a decimal, whatever the case of the number.

        Args:
            whole: what stands before the comma.
            digits: what stands behind it.
            case: the case of the number.
        """
        return f"{self.wholes(whole, case)} {self.fraction(int(digits), 10 ** len(digits), case)}"

    def wholes(self, count: int, case: Case = "n") -> str:
        """Return the whole part of a fraction in words ("две целых")."""
        return f"{self.cardinal(count, case, 'f')} {self._share(self.whole, count, case)}"

    def fraction(self, part: int, of: int, case: Case = "n") -> str:
        """Return a fraction in words ("пять восьмых", "две трети")."""
        name = self.quarters_or_thirds(part, of, case) or self._share(self.ordinal(of)[:-2], part, case)
        return f"{self.cardinal(part, case, 'f')} {name}"

    def _share(self, stem: str, count: int, case: Case) -> str:
        if is_one(count):
            return self.adjective(stem, case, "f")
        return self.adjective(stem, "g" if case in ("n", "a") else case, "p")
