"""Words of the interface, in all of its languages: short, and pointing at nothing by shape, colour or place."""

import re
from collections.abc import Iterator

import pytest

from tests.house.test_translations import TRANSLATED, catalog_of, forms_of, messages_of, source_keys

LANGUAGES = ("en", *TRANSLATED)
LONGEST_SENTENCE = 20
MEAN_SENTENCE = 8

# A colour, a shape or a size with a thing that it would tell from others.
_LOOKS = {
    "en": r"(?:red|green|blue|yellow|orange|white|black|round|square|big|small|large)\s+(?:\w+\s+)?",
    "ru": r"(?:красн|зелён|зелен|син|жёлт|желт|бел|чёрн|черн|кругл|квадратн|больш|маленьк)\w*\s+(?:\w+\s+)?",
    "uk": r"(?:червон|зелен|син|жовт|біл|чорн|кругл|квадратн|велик|маленьк)\w*\s+(?:\w+\s+)?",
    "tr": r"(?:kırmızı|yeşil|mavi|sarı|beyaz|siyah|yuvarlak|kare|büyük|küçük)\s+(?:\w+\s+)?",
}
_THINGS = {
    "en": r"(?:button|key|sign|icon|line|card|field|arrow)",
    "ru": r"(?:кнопк|клавиш|знач|строк|карточк|пол|стрелк)\w*",
    "uk": r"(?:кнопк|клавіш|знач|рядк|картк|пол|стрілк)\w*",
    "tr": r"(?:düğme|tuş|işaret|simge|satır|kart|alan|ok)\w*",
}
# A place on the screen. Arrow keys are called by the way that they point, which is their name.
_PLACES = {
    "en": r"on the (?:left|right)|in the (?:\w+ )?corner|(?:at|on) the (?:top|bottom)"
    rf"|\b{_THINGS['en']} (?:above|below|beneath)\b",
    "ru": r"\b(?:слева|справа|сверху|снизу|вверху|внизу)\b|в углу",
    "uk": r"\b(?:ліворуч|праворуч|зверху|знизу|вгорі|внизу)\b|у (?:\w+ )?кут(?:і|ку)",
    "tr": r"\b(?:solda|sağda|üstte|altta|yukarıda|aşağıda|köşede)\w*",
    "ar": r"(?:على|في) (?:اليمين|اليسار|الأعلى|الأسفل)|في (?:ال)?زاوية"
    r"|(?:ال)?زر (?:ال)?(?:أحمر|أخضر|أزرق|أصفر|دائري|مربع)",
}


def strings(language: str) -> Iterator[str]:
    """Yield the strings of the interface in a language; whether one is missing is another test's business."""
    translated = {} if language == "en" else messages_of(catalog_of(language))
    for key in source_keys():
        if language == "en":
            yield from key[1]
        elif key in translated:
            yield from forms_of(translated[key].string)


def pointing(language: str) -> re.Pattern[str]:
    """Return what finds a thing that is told by its looks or its place alone."""
    looks = rf"\b{_LOOKS[language]}{_THINGS[language]}\b|" if language in _LOOKS else ""
    return re.compile(looks + _PLACES[language], re.IGNORECASE)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?؟])\s+", text) if part]


@pytest.mark.conforms("SW-04")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_pointed_at_by_looks_or_place(language: str) -> None:
    pattern = pointing(language)
    assert [text for text in strings(language) if pattern.search(text)] == []


@pytest.mark.conforms("FP-10")
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    lengths = [len(part.split()) for text in strings(language) for part in sentences(text)]
    assert max(lengths) <= LONGEST_SENTENCE
    assert sum(lengths) / len(lengths) <= MEAN_SENTENCE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Press the round button."),
        ("en", "Press the green start button."),
        ("en", "Help is on the right."),
        ("en", "Press the button below."),
        ("ru", "Нажмите круглую кнопку."),
        ("ru", "Помощь справа."),
        ("uk", "Натисніть зелену кнопку."),
        ("uk", "Допомога ліворуч."),
        ("tr", "Yeşil düğmeye basın."),
        ("tr", "Yardım sağda."),
        ("ar", "المساعدة على اليمين"),
        ("ar", "اضغطوا الزر الأخضر"),
    ],
)
def test_the_check_itself_finds(language: str, text: str) -> None:
    assert pointing(language).search(text)


@pytest.mark.parametrize(
    "text", ["Left and Right change.", "Up: the row above.", "1 minute left", "Yellow on black", "Lower", "Play"]
)
def test_the_check_itself_lets_pass(text: str) -> None:
    assert not pointing("en").search(text)
