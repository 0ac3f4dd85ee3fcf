"""What letters, digits and signs of a web address are called, language by language. Data only.

Addresses are written in Latin letters, whatever somebody reads. A name is written so that a plain voice of the
language says it; letters that sound alike are told apart.
"""

from collections.abc import Mapping
from typing import NamedTuple

_LATIN = "abcdefghijklmnopqrstuvwxyz"


class LetterNames(NamedTuple):
    """The names in one language."""

    letters: Mapping[str, str]
    """Small Latin letters."""
    signs: Mapping[str, str]
    """Signs that stand in addresses."""
    capital: str
    """How a capital letter is told, with ``{letter}`` for its name."""
    other: str
    """A sign that has no name here."""


_SIGNS = "./:-_?=&#%+~@"


def _names(letters: str, signs: str, capital: str, other: str) -> LetterNames:
    """Make the names of a language from lists that are separated by "|"."""
    return LetterNames(
        dict(zip(_LATIN, letters.split("|"), strict=True)),
        dict(zip(_SIGNS, signs.split("|"), strict=True)),
        capital,
        other,
    )


LETTER_NAMES: Mapping[str, LetterNames] = {
    # A single capital is said by its name.
    "en": _names(
        "|".join(_LATIN.upper()),
        "dot|slash|colon|hyphen|underscore|question mark|equals|and sign|number sign|percent|plus|tilde|at",
        "capital {letter}",
        "another sign",
    ),
    "ru": _names(
        "а|бэ|цэ|дэ|е|эф|гэ|аш|и|йот|ка|эль|эм|эн|о|пэ|ку|эр|эс|тэ|у|вэ|дабл-ю|икс|игрек|зэт",
        "точка|косая черта|двоеточие|дефис|подчёркивание|вопросительный знак|знак равенства|знак «и»|решётка"
        "|процент|плюс|тильда|собака",
        "большая {letter}",
        "другой знак",
    ),
    "tr": _names(
        "a|be|ce|de|e|fe|ge|he|i|je|ke|le|me|ne|o|pe|kü|re|se|te|u|ve|çift ve|iks|ye|ze",
        "nokta|eğik çizgi|iki nokta üst üste|tire|alt çizgi|soru işareti|eşittir|ve işareti|diyez"
        "|yüzde|artı|tilde|et işareti",
        "büyük {letter}",
        "başka bir işaret",
    ),
    "ar": _names(
        "إيه|بي|سي|دي|إي|إف|جي|إتش|آي|جيه|كيه|إل|إم|إن|أو|بي ثقيلة|كيو|آر|إس|تي|يو|في|دبليو|إكس|واي|زد",
        "نقطة|شرطة مائلة|نقطتان|شرطة|شرطة سفلية|علامة استفهام|يساوي|علامة العطف|مربع|بالمئة|زائد|مدة|آت",
        "{letter} كبيرة",
        "علامة أخرى",
    ),
    "uk": _names(
        "а|бе|це|де|е|еф|ґе|аш|і|йот|ка|ель|ем|ен|о|пе|ку|ер|ес|те|у|ве|дабл-ю|ікс|ігрек|зет",
        "крапка|коса риска|двокрапка|дефіс|підкреслення|знак питання|дорівнює|знак «і»|ґратка"
        "|відсоток|плюс|тильда|равлик",
        "велика {letter}",
        "інший знак",
    ),
}
