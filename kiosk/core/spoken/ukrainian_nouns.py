"""Ukrainian declensions, and the nouns that short forms and signs stand for."""

from kiosk.core.spoken.slavic_grammar import Endings, Gender, Noun, decline, endings, with_adjective
from kiosk.core.spoken.ukrainian_numbers import UkrainianNumbers

HARD = endings("m", "- а у - ом і", "и ів ам и ами ах")
SOFT = endings("m", "ь я ю ь ем і", "і ів ям і ями ях")
IN_OK = endings("m", "ок ка ку ок ком ку", "ки ків кам ки ками ках")
PERSON = endings("m", "- а у а ом ові", "и ів ам ів ами ах")
FEMININE = endings("f", "а и і у ою і", "и - ам и ами ах")
FEMININE_TS = endings("f", "я і і ю ею і", "і ь ям і ями ях")
FEMININE_IYA = endings("f", "я ї ї ю єю ї", "ї й ям ї ями ях")
FEMININE_SOFT = endings("f", "ь і і ь ю і", "і ей ям і ями ях")
FEMININE_KA = endings("f", "ка ки ці ку кою ці", "ки ок кам ки ками ках")
NEUTER = endings("n", "о а у о ом і", "а - ам а ами ах")


def noun(stem: str, how: Endings = HARD, genitive_plural: str = "") -> Noun:
    """Return a Ukrainian noun in all its forms; most short forms stand for masculine ones with a hard stem."""
    return decline(stem, how, genitive_plural, is_paucal_plural=True)


def adjective_noun(stem: str, of: Noun) -> Noun:
    """Return a noun with an adjective before it, in all their forms."""
    numbers = UkrainianNumbers()
    return with_adjective(lambda case, gender: numbers.adjective(stem, case, gender), of, is_paucal_plural=True)


def prefixed(prefix: str, of: Noun) -> Noun:
    """Return a noun with something before it that never changes ("кіло")."""
    singular = tuple(prefix + form for form in of.singular)
    return Noun(of.gender, singular, tuple(prefix + form for form in of.plural), prefix + of.paucal)


def listed(gender: Gender, singular: str, plural: str) -> Noun:
    """Return a noun whose twelve forms follow no pattern."""
    forms = tuple(plural.split())
    return Noun(gender, tuple(singular.split()), forms, forms[0])


HOUR, MINUTE, SECOND = noun("годин", FEMININE), noun("хвилин", FEMININE), noun("секунд", FEMININE)
YEAR = listed("m", "рік року року рік роком році", "роки років рокам роки роками роках")
CENTURY = noun("столітт", endings("n", "я я ю я ям і", "я - ям я ями ях"), "століть")
HUMAN = noun("ос", endings("f", "оба оби обі обу обою обі", "оби іб обам оби обами обах"))
DAYS = noun("д", endings("f", "оба оби обі обу обою обі", "оби іб обам оби обами обах"))
NUMBER, SECTION = noun("номер"), noun("параграф")
