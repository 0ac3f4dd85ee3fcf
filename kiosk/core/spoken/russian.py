"""How Russian says what is written in signs, digits and short forms."""

import re
from collections.abc import Sequence

from kiosk.core.spoken import russian_short_forms as shorts
from kiosk.core.spoken import russian_units as measures
from kiosk.core.spoken import russian_words as tables
from kiosk.core.spoken import slavic
from kiosk.core.spoken.russian_nouns import CENTURY, HOUR, MINUTE, NUMBER, SECOND, SECTION, YEAR
from kiosk.core.spoken.russian_numbers import RussianNumbers
from kiosk.core.spoken.russian_sentence import RussianSentence
from kiosk.core.spoken.slavic_grammar import Case, Gender, word_list, word_set
from kiosk.core.spoken.slavic_language import Language
from kiosk.core.spoken_form import Respelling

_FEMININE_OBLIQUE = ("ы", "и", "е", "ой", "ей", "ью")

_CENTURY_SHORT = {"в.": CENTURY, "вв.": CENTURY}
_SIGNS = {
    "&": "энд", "=": "равно", "+": "плюс", "<": "меньше", ">": "больше", "≤": "меньше или равно",
    "≥": "больше или равно", "≠": "не равно", "≈": "примерно равно", "×": "умножить на", "−": "минус",
}  # fmt: skip
_SIGNS_BEFORE_NUMBERS = {
    "+": "плюс", "±": "плюс-минус", "~": "примерно", "≈": "примерно", "<": "меньше", ">": "больше",
}  # fmt: skip
_BETWEEN_NUMBERS = {".": " точка ", ":": " ", "/": " дробь ", **dict.fromkeys("×xх*", " на ")}
_ELECTRONIC = {
    "@": "собака", ".": "точка", "-": "тире", "_": "подчёркивание", "/": "слэш", ":": "двоеточие", "+": "плюс",
    "?": "вопросительный знак", "=": "равно", "&": "амперсанд", "#": "решётка", "%": "процент", "~": "тильда",
    "https://": "", "http://": "", "www": "три даблъю", "gmail": "джи мейл", "mail": "мейл", "com": "ком",
    "ru": "ру", "org": "орг", "net": "нет", "info": "инфо", "yandex": "яндекс", "su": "су",
}  # fmt: skip
_COUNTING_WORDS = {
    "один": 1, "одна": 1, "одно": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "полтора": 2, "полторы": 2,
    **dict.fromkeys(word_list(
    "пять шесть семь восемь девять десять двадцать тридцать сорок сто тысяч тысячи миллион"
), 5),
}  # fmt: skip


class Russian(Language):
    """Russian tables, and the choices that only Russian makes."""

    numbers = RussianNumbers()
    sentence = RussianSentence()
    units, scales, currencies = measures.UNITS, measures.SCALES, measures.CURRENCIES
    written_scales = measures.WRITTEN_SCALES
    months, month_names, month_stems = tables.MONTHS, tables.MONTH_NAMES, tables.MONTH_STEMS
    year, year_words, year_prepositions = YEAR, tables.YEAR_WORDS, tables.YEAR_PREPOSITIONS
    date_prepositions, time_prepositions = tables.DATE_PREPOSITIONS, tables.TIME_PREPOSITIONS
    today = word_set("сегодня завтра вчера послезавтра")
    year_alone: Case = "n"
    hour_stem = "час"
    score_stems = ("счёт", "счет", "матч", "побед")
    parts_of_day: frozenset[str] = frozenset()
    counted_stems = (
        "раз",
        "миллион",
        "миллиард",
        "тысяч",
        "процент",
        "метр",
        "километр",
        "рубл",
        "доллар",
        "балл",
    )
    onto = frozenset(("на",))
    away_from = frozenset(("от", "к", "западнее", "восточнее", "севернее", "южнее"))
    ordinal_endings, cardinal_endings = tables.ORDINAL_ENDINGS, tables.CARDINAL_ENDINGS
    glued_endings = tables.GLUED_ENDINGS
    half_in_compounds, percent_in_compounds = "полутора", "процент"
    ordered, ordered_spans, collected = tables.ORDERED, tables.ORDERED_SPANS, tables.COLLECTED
    same_genitive: frozenset[str] = frozenset()
    centuries, numbered = tables.CENTURIES, tables.NUMBERED
    century_short = _CENTURY_SHORT
    spellings, adjective_cases = shorts.SPELLINGS, shorts.ADJECTIVE_CASES
    acronyms = shorts.ACRONYMS
    spelled_out, said_as_words = shorts.SPELLED_OUT, shorts.SAID_AS_WORDS
    letters, latin_letters = shorts.LETTERS, shorts.LATIN_LETTERS
    signs = _SIGNS
    and_word = "и"
    signs_before_numbers = _SIGNS_BEFORE_NUMBERS
    between_numbers = _BETWEEN_NUMBERS
    electronic = _ELECTRONIC
    elements = tables.ELEMENTS
    section_before = re.compile(
        r"\b(?:рис|табл|пп?|гл|разд|ст|ч|верси\w+|пункт\w*|глав\w+|раздел\w*|рисун\w+|таблиц\w+)\.?[ \u00a0]$",
        re.IGNORECASE,
    )
    house_before = re.compile(r"(?:\bд\.|дом\w*|№|\bкв\.)[ \u00a0]?$", re.IGNORECASE)
    contained = frozenset(("ст.", "гл.", "п.", "ч."))
    number_sign, section_sign = NUMBER, SECTION
    units_behind_words = word_set(
        "км кг мм м² м³ км² км/ч м/с га млн млрд трлн тыс. руб. грн долл. % ‰ °C °С кВт МВт"
    )
    counting_words = _COUNTING_WORDS
    squared, cubed, power = "в квадрате", "в кубе", "в {} степени"
    power_case: Case = "p"
    power_gender: Gender = "f"

    def time(self, hour: int, minute: int, second: int | None, case: Case) -> str:
        """Return a time of day, or a length of time: both are said in hours and minutes."""
        said = [f"{self.numbers.cardinal(hour, case)} {HOUR.counted(hour, case)}"]
        if minute or second:
            said.append(f"{self.numbers.cardinal(minute, case, 'f')} {MINUTE.counted(minute, case)}")
        if second:
            said.append(f"{self.numbers.cardinal(second, case, 'f')} {SECOND.counted(second, case)}")
        return " ".join(said)

    def ordinal_by_neighbours(
        self, choices: Sequence[tuple[Case, Gender]], before: Sequence[str], after: Sequence[str], count: int
    ) -> tuple[Case, Gender]:
        """Choose between the forms that "-й", "-е" and "-м" may stand for, by the next word's ending."""
        following = after[0].lower() if after else ""
        preposition = before[0] if before else ""
        first = choices[0]
        if first == ("n", "m"):
            is_oblique = following.endswith(_FEMININE_OBLIQUE) and preposition in self.sentence.prepositions
            is_feminine = is_oblique or (len(following) > 3 and following.endswith(("ой", "ии", "ей")))
            return choices[1] if is_feminine else first
        if first == ("n", "p"):
            if following:
                return choices[1] if following[-1] in "оея" and not following.endswith(("ые", "ие")) else first
            is_decade = count % 10 == 0 and count >= 20
            return first if is_decade or not before else choices[1]
        if first == ("p", "m"):
            if following.endswith(("ам", "ям", "ым", "им")):
                return choices[2]
            return choices[1] if preposition in ("с", "со", "между", "перед", "над", "под", "за") else first
        return first

    def case_of_name(self, name: str) -> Case:
        """Return the case of a person's name, by its ending."""
        if name.endswith(("у", "ю")):
            return "d"
        return "i" if name.endswith(("ым", "им", "ом", "ем", "ём")) else "n"

    def roman(self, before: Sequence[str], after: Sequence[str], name: str) -> tuple[Case, Gender] | None:
        """Return the form of a Roman number that is an ordinal, by the word behind it or the name before it."""
        following = [word.lower() for word in after]
        if following and following[0].startswith(tables.ROMAN_ORDERED):
            return self._before_noun(following, before)
        if len(name) < 3 or not name[0].isupper() or name[1:] != name[1:].lower():
            return None
        lower = name.lower()
        if lower in self.sentence.prepositions or lower.startswith(self.numbered):
            return None
        return _behind_name(lower)

    def _before_noun(self, following: Sequence[str], before: Sequence[str]) -> tuple[Case, Gender]:
        if following[0].endswith(("ые", "ие", "игры")):
            return "n", "p"
        if following[0].endswith(("ых", "их")):
            return "g", "p"
        case = self.sentence.case_of_noun(before)
        if case == "n" and following[0].endswith(("а", "я")) and before:
            case = "g"
        return self.sentence.one(following, case)


def _behind_name(name: str) -> tuple[Case, Gender]:
    if name in tables.UNDECLINED_NAMES:
        return "n", "m"
    if name.startswith(tables.FEMALE_NAMES) and name[-1] not in "йь":
        cases: dict[str, Case] = {"а": "n", "я": "n", "у": "a", "ю": "a"}
        return cases.get(name[-1], "g"), "f"
    if name.endswith(("ом", "ем", "ём")) and len(name) > 4:
        return "i", "m"
    endings: dict[str, Case] = {"а": "g", "я": "g", "у": "d", "ю": "d", "е": "p"}
    return endings.get(name[-1], "n"), "m"


_RUSSIAN = Russian()


def respellings(text: str) -> Sequence[Respelling]:
    """Return what Russian says in other words than it writes, in order, without overlaps."""
    return slavic.respellings(text, _RUSSIAN)
