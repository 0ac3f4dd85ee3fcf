"""Ukrainian number words: the library's, put right, and what it does not have.

The library has cases for cardinals but none for ordinals, two genders, and some forms that the language has not.
"""

from functools import cache
from typing import Any

from kiosk.core.spoken.slavic_grammar import CASES, Case, Gender, is_few, is_one
from kiosk.core.spoken.slavic_numbers import NumberWords

_LIBRARY_CASES = dict(
    zip(CASES, ("nominative", "genitive", "dative", "accusative", "instrumental", "locative"), strict=True)
)
_ZEROS = dict(zip(CASES, ("нуль", "нуля", "нулю", "нуль", "нулем", "нулі"), strict=True))
# What the library says, and what is said.
_PUT_RIGHT = {"тисячи": "тисячі", "стами": "ста", "стах": "ста", "дев'яностами": "дев'яноста"}
_UNCHANGED = ("ста", "дев'яноста")
# Only "third" has a soft stem.
_SOFT: dict[Gender, tuple[str, ...]] = {
    "m": ("ій", "ього", "ьому", "ій", "ім", "ьому"),
    "f": ("я", "ьої", "ій", "ю", "ьою", "ій"),
    "n": ("є", "ього", "ьому", "є", "ім", "ьому"),
    "p": ("і", "іх", "ім", "і", "іми", "іх"),
}


@cache
def _library() -> Any:
    # Imported here because it loads all of its languages at once, and most paragraphs have no numbers.
    from num2words.lang_UK import Num2Word_UK

    return Num2Word_UK()


_ONE_AND_A_HALF: dict[Gender, str] = {"m": "півтора", "n": "півтора", "f": "півтори"}
_COLLECTIVES = {2: "двоє", 3: "троє", 4: "четверо"}
_IN_COMPOUNDS = {
    "ста": "сто", "дев'яноста": "дев'яносто", "одного": "одно", "двох": "дво", "трьох": "три",
    "чотирьох": "чотири",
}  # fmt: skip
_HARD: dict[Gender, tuple[str, ...]] = {
    "m": ("ий", "ого", "ому", "ий", "им", "ому"),
    "f": ("а", "ої", "ій", "у", "ою", "ій"),
    "n": ("е", "ого", "ому", "е", "им", "ому"),
    "p": ("і", "их", "им", "і", "ими", "их"),
}


class UkrainianNumbers(NumberWords):
    """Ukrainian numbers; the library is loaded when the first one is said."""

    minus, plus, comma, point, whole = "мінус", "плюс", "кома", "крапка", "ціл"
    one_and_a_half = _ONE_AND_A_HALF
    collectives = _COLLECTIVES
    in_compounds = _IN_COMPOUNDS
    thousand_in_compounds = "тисячо"
    hard = _HARD

    def cardinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return a whole number in words ("дві", "двадцяти п'яти"); the gender is that of what is counted."""
        if count == 0:
            return _ZEROS[case]
        own = "feminine" if gender == "f" else "masculine"
        words = _library().to_cardinal(count, case=_LIBRARY_CASES[case], gender=own).split()
        words = [_put_right(word, case) for word in words]
        if gender == "n" and words[-1] == "один":
            words[-1] = "одне"
        return " ".join(words)

    def ordinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return an ordinal in words ("двадцять п'ятого", "дев'яності")."""
        if count == 0:
            return self.adjective("нульов", case, gender)
        # Years leave the first word out: "тисяча дев'ятсот дев'яностий".
        nominative = str(_library().to_ordinal(count)).removeprefix("одна ")
        if nominative.endswith("третій"):
            return nominative[:-2] + _SOFT[gender][CASES.index(case)]
        return self.adjective(nominative[:-2], case, gender)

    def quarters_or_thirds(self, part: int, of: int, case: Case) -> str:
        """Return "третіх" or "чверті" as they stand after a number."""
        if of == 3:
            if is_one(part):
                return self.ordinal(3, case, "f")
            return self.ordinal(3, "g" if case in ("n", "a") else case, "p")
        if of != 4:
            return ""
        if is_one(part):
            return {"n": "чверть", "a": "чверть", "i": "чвертю"}.get(case, "чверті")
        if case in ("n", "a") and is_few(part):
            return "чверті"
        return {"d": "чвертям", "i": "чвертями", "p": "чвертях"}.get(case, "чвертей")


def _put_right(word: str, case: Case) -> str:
    if case == "g" and word.endswith("ста") and word not in _UNCHANGED:
        return word.removesuffix("ста") + "сот"
    if case == "i" and word.endswith(("йонів", "ярдів")):
        return word.removesuffix("ів") + "ами"
    return _PUT_RIGHT.get(word, word)
