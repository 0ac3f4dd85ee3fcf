"""Russian number words: the library's, and what it does not have."""

from functools import cache
from typing import Any

from kiosk.core.spoken.slavic_grammar import Case, Gender, is_few, is_one
from kiosk.core.spoken.slavic_numbers import NumberWords

_MILLION = 1_000_000


@cache
def _library() -> Any:
    # Imported here because it loads all of its languages at once, and most paragraphs have no numbers.
    from num2words.lang_RU import Num2Word_RU

    return Num2Word_RU()


_ONE_AND_A_HALF: dict[Gender, str] = {"m": "полтора", "n": "полтора", "f": "полторы"}
_COLLECTIVES = {2: "двое", 3: "трое", 4: "четверо"}
_IN_COMPOUNDS = {"ста": "сто", "девяноста": "девяносто", "одного": "одно"}
_HARD: dict[Gender, tuple[str, ...]] = {
    "m": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "f": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "n": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "p": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}


class RussianNumbers(NumberWords):
    """Russian numbers; the library is loaded when the first one is said."""

    minus, plus, comma, point, whole = "минус", "плюс", "запятая", "точка", "цел"
    one_and_a_half = _ONE_AND_A_HALF
    collectives = _COLLECTIVES
    in_compounds = _IN_COMPOUNDS
    thousand_in_compounds = "тысяче"
    hard = _HARD

    def adjective(self, stem: str, case: Case, gender: Gender) -> str:
        """Return an adjective in the form that is asked for; behind "к" no -ы is written ("кубический")."""
        form = super().adjective(stem, case, gender)
        return stem + form[len(stem) :].replace("ы", "и", 1) if stem[-1] in "гкх" else form

    def cardinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return a whole number in words ("две", "двадцати пяти"); the gender is that of what is counted."""
        millions, rest = divmod(count, _MILLION)
        # The library gives millions the gender of what is counted.
        parts = [_library().to_cardinal(millions * _MILLION, case=case, animate=False)] if millions else []
        if rest or not millions:
            parts.append(_library().to_cardinal(rest, case=case, gender=gender, animate=False))
        return " ".join(parts)

    def ordinal(self, count: int, case: Case = "n", gender: Gender = "m") -> str:
        """Return an ordinal in words ("двадцать пятого", "девяностые")."""
        is_plural = gender == "p"
        own = "m" if is_plural else gender
        return str(_library().to_ordinal(count, case=case, gender=own, plural=is_plural, animate=False))

    def quarters_or_thirds(self, part: int, of: int, case: Case) -> str:
        """Return "трети" or "четверти" as they stand after a number."""
        if of not in (3, 4):
            return ""
        stem = "трет" if of == 3 else "четверт"
        if is_one(part):
            return stem + {"n": "ь", "a": "ь", "i": "ью"}.get(case, "и")
        if case in ("n", "a") and is_few(part):
            return stem + "и"
        return stem + {"d": "ям", "i": "ями", "p": "ях"}.get(case, "ей")
