"""Russian declensions, and the nouns that short forms and signs stand for."""

from kiosk.core.spoken.russian_numbers import RussianNumbers
from kiosk.core.spoken.slavic_grammar import Endings, Gender, Noun, decline, endings, with_adjective

HARD = endings("m", "- а у - ом е", "ы ов ам ы ами ах")
SOFT = endings("m", "ь я ю ь ем е", "и ей ям и ями ях")
SOFT_STRESSED = endings("m", "ь я ю ь ём е", "и ей ям и ями ях")
IN_OK = endings("m", "ок ка ку ок ком ке", "ки ков кам ки ками ках")
IN_A = endings("m", "- а у - ом е", "а ов ам а ами ах")
PERSON_IN_A = endings("m", "- а у а ом е", "а ов ам ов ами ах")
PERSON = endings("m", "- а у а ом е", "ы ов ам ов ами ах")
PERSON_K = endings("m", "- а у а ом е", "и ов ам ов ами ах")
FEMININE = endings("f", "а ы е у ой е", "ы - ам ы ами ах")
FEMININE_TS = endings("f", "а ы е у ей е", "ы - ам ы ами ах")
FEMININE_K = endings("f", "а и е у ой е", "и - ам и ами ах")
FEMININE_IYA = endings("f", "я и и ю ей и", "и й ям и ями ях")
FEMININE_SOFT = endings("f", "ь и и ь ью и", "и ей ям и ями ях")
NEUTER = endings("n", "о а у о ом е", "а - ам а ами ах")


def noun(stem: str, how: Endings = HARD, genitive_plural: str = "") -> Noun:
    """Return a Russian noun in all its forms; most short forms stand for masculine ones with a hard stem."""
    return decline(stem, how, genitive_plural)


def adjective_noun(stem: str, of: Noun) -> Noun:
    """Return a noun with an adjective before it, in all their forms."""
    numbers = RussianNumbers()
    return with_adjective(lambda case, gender: numbers.adjective(stem, case, gender), of, is_paucal_plural=False)


def prefixed(prefix: str, of: Noun) -> Noun:
    """Return a noun with something before it that never changes ("кило")."""
    singular = tuple(prefix + form for form in of.singular)
    return Noun(of.gender, singular, tuple(prefix + form for form in of.plural), prefix + of.paucal)


def listed(gender: Gender, singular: str, plural: str) -> Noun:
    """Return a noun whose twelve forms follow no pattern."""
    forms = tuple(singular.split())
    return Noun(gender, forms, tuple(plural.split()), forms[1])


HOUR, MINUTE, SECOND = noun("час"), noun("минут", FEMININE), noun("секунд", FEMININE)
YEAR = listed("m", "год года году год годом году", "годы годов годам годы годами годах")
CENTURY = listed("m", "век века веку век веком веке", "века веков векам века веками веках")
HUMAN = listed(
    "m", "человек человека человеку человека человеком человеке", "люди человек людям человек людьми людях"
)
DAYS = listed("f", "сутки суток суткам сутки сутками сутках", "сутки суток суткам сутки сутками сутках")
NUMBER, SECTION = noun("номер", IN_A), noun("параграф")
