"""How Ukrainian says what is written in signs, digits and short forms."""

import re
from collections.abc import Sequence

from kiosk.core.spoken import slavic
from kiosk.core.spoken import ukrainian_short_forms as shorts
from kiosk.core.spoken import ukrainian_units as measures
from kiosk.core.spoken import ukrainian_words as tables
from kiosk.core.spoken.slavic_grammar import Case, Gender, word_list, word_set
from kiosk.core.spoken.slavic_language import Language
from kiosk.core.spoken.ukrainian_nouns import CENTURY, HOUR, MINUTE, NUMBER, SECOND, SECTION, YEAR
from kiosk.core.spoken.ukrainian_numbers import UkrainianNumbers
from kiosk.core.spoken.ukrainian_sentence import UkrainianSentence
from kiosk.core.spoken_form import Respelling

_CENTURY_SHORT = {"ст.": CENTURY, "в.": CENTURY, "вв.": CENTURY}
_SIGNS = {
    "&": "енд", "=": "дорівнює", "+": "плюс", "<": "менше", ">": "більше", "≤": "менше або дорівнює",
    "≥": "більше або дорівнює", "≠": "не дорівнює", "≈": "приблизно дорівнює", "×": "помножити на",
    "−": "мінус",
}  # fmt: skip
_SIGNS_BEFORE_NUMBERS = {
    "+": "плюс", "±": "плюс-мінус", "~": "приблизно", "≈": "приблизно", "<": "менше", ">": "більше",
}  # fmt: skip
_BETWEEN_NUMBERS = {".": " крапка ", ":": " ", "/": " дріб ", **dict.fromkeys("×xх*", " на ")}
_ELECTRONIC = {
    "@": "равлик", ".": "крапка", "-": "дефіс", "_": "підкреслення", "/": "слеш", ":": "двокрапка",
    "+": "плюс",
    "?": "знак питання", "=": "дорівнює", "&": "амперсанд", "#": "решітка", "%": "відсоток", "~": "тильда",
    "https://": "", "http://": "", "www": "три дабл-ю", "gmail": "джімейл", "mail": "мейл", "com": "ком",
    "ru": "ру", "org": "орг", "net": "нет", "info": "інфо", "ua": "юей", "gov": "гов", "укр": "укр",
}  # fmt: skip
_COUNTING_WORDS = {
    "один": 1, "одна": 1, "одне": 1, "два": 2, "дві": 2, "три": 3, "чотири": 4, "півтора": 2, "півтори": 2,
    **dict.fromkeys(word_list(
    "п'ять п’ять шість сім вісім дев'ять дев’ять десять двадцять тридцять сорок сто"
), 5),
    **dict.fromkeys(word_list("тисяч тисячі мільйон мільйони"), 5),
}  # fmt: skip


class Ukrainian(Language):
    """Ukrainian tables, and the choices that only Ukrainian makes."""

    numbers = UkrainianNumbers()
    sentence = UkrainianSentence()
    units, scales, currencies = measures.UNITS, measures.SCALES, measures.CURRENCIES
    written_scales = measures.WRITTEN_SCALES
    months, month_names, month_stems = tables.MONTHS, tables.MONTH_NAMES, tables.MONTH_STEMS
    year, year_words, year_prepositions = YEAR, tables.YEAR_WORDS, tables.YEAR_PREPOSITIONS
    date_prepositions, time_prepositions = tables.DATE_PREPOSITIONS, tables.TIME_PREPOSITIONS
    today = word_set("сьогодні завтра вчора учора післязавтра")
    year_alone: Case = "g"
    hour_stem = "годин"
    score_stems = ("рахун", "матч", "перемог")
    parts_of_day = frozenset(("ранку", "вечора", "ночі", "пополудні"))
    counted_stems = (
        "раз",
        "мільйон",
        "мільярд",
        "тисяч",
        "відсот",
        "процент",
        "метр",
        "кілометр",
        "гривн",
        "долар",
        "бал",
    )
    onto = frozenset(("на",))
    away_from = frozenset(("від", "на"))
    ordinal_endings, cardinal_endings = tables.ORDINAL_ENDINGS, tables.CARDINAL_ENDINGS
    glued_endings = tables.GLUED_ENDINGS
    half_in_compounds, percent_in_compounds = "півтора", "відсотков"
    ordered, ordered_spans, collected = tables.ORDERED, tables.ORDERED_SPANS, tables.COLLECTED
    same_genitive = frozenset(("століття", "тисячоліття", "скликання"))
    centuries, numbered = tables.CENTURIES, tables.NUMBERED
    century_short = _CENTURY_SHORT
    spellings, adjective_cases = shorts.SPELLINGS, shorts.ADJECTIVE_CASES
    acronyms = shorts.ACRONYMS
    spelled_out, said_as_words = shorts.SPELLED_OUT, shorts.SAID_AS_WORDS
    letters, latin_letters = shorts.LETTERS, shorts.LATIN_LETTERS
    signs = _SIGNS
    and_word = "і"
    signs_before_numbers = _SIGNS_BEFORE_NUMBERS
    between_numbers = _BETWEEN_NUMBERS
    electronic = _ELECTRONIC
    elements = tables.ELEMENTS
    section_before = re.compile(
        r"\b(?:рис|мал|табл|пп?|гл|розд|ст|ч|версі\w+|пункт\w*|глав\w+|розділ\w*|рисун\w+|таблиц\w+)\.?[ \u00a0]$",
        re.IGNORECASE,
    )
    house_before = re.compile(r"(?:\bбуд\.|будин\w*|№|\bкв\.)[ \u00a0]?$", re.IGNORECASE)
    contained = frozenset(("ст.", "гл.", "п.", "ч."))
    number_sign, section_sign = NUMBER, SECTION
    units_behind_words = word_set("км кг мм м² м³ км² км/год м/с млн млрд трлн тис. грн дол. % ‰ °C °С кВт МВт")
    counting_words = _COUNTING_WORDS
    squared, cubed, power = "в квадраті", "в кубі", "у {} степені"
    power_case: Case = "p"
    power_gender: Gender = "m"

    def time(self, hour: int, minute: int, second: int | None, case: Case) -> str:
        """Return a time of day ("сімнадцята тридцять"); with seconds it is a length of time."""
        if second is not None or not hour:
            case = "n" if case == "p" else case  # "о нуль годин"
            said = [f"{self.numbers.cardinal(hour, case, 'f')} {HOUR.counted(hour, case)}"]
            said.append(f"{self.numbers.cardinal(minute, case, 'f')} {MINUTE.counted(minute, case)}")
            if second:
                said.append(f"{self.numbers.cardinal(second, case, 'f')} {SECOND.counted(second, case)}")
            return " ".join(said)
        hours = self.numbers.ordinal(hour, case, "f")
        if not minute:
            return f"{hours} {HOUR.one(case)}"
        zero = f"{self.numbers.cardinal(0)} " if minute < 10 else ""
        return f"{hours} {zero}{self.numbers.cardinal(minute, 'n', 'f')}"

    def ordinal_by_neighbours(
        self, choices: Sequence[tuple[Case, Gender]], before: Sequence[str], after: Sequence[str], count: int
    ) -> tuple[Case, Gender]:
        """Choose between the forms that "-й" and "-м" may stand for, by the next word's ending."""
        following = after[0].lower() if after else ""
        first = choices[0]
        if first == ("n", "m") and following:
            is_feminine = following[-1] in "ії" or (len(following) > 3 and following.endswith("ій"))
            return choices[1] if is_feminine else first
        if first == ("d", "f") and following:
            return first if following[-1] in "ії" or following.endswith("ій") else choices[1]
        if first == ("i", "m") and following.endswith(("ам", "ям", "им")):
            return choices[1]
        return first

    def case_of_name(self, name: str) -> Case:
        """Return the case of a person's name, by its ending."""
        if name.endswith(("у", "ю", "ові", "еві", "єві")):
            return "d"
        return "i" if name.endswith(("им", "ім", "ом", "ем", "єм")) else "n"

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
        first = following[0]
        if first.endswith(("ські", "ні", "ові", "ігри")):
            return "n", "p"
        if first.endswith(("их", "іх")):
            return "g", "p"
        case = self.sentence.case_of_noun(before)
        if first in self.same_genitive:
            return ("g" if before else "n"), "n"
        if first.endswith("ій"):
            return ("p" if case == "n" else case), "f"
        if case == "n" and first.endswith(("у", "и")) and before:
            case = "g"
        return self.sentence.one(following, case)


def _behind_name(name: str) -> tuple[Case, Gender]:
    if name in tables.UNDECLINED_NAMES:
        return "n", "m"
    if name.startswith(tables.FEMALE_NAMES) and name[-1] not in "йь":
        cases: dict[str, Case] = {"а": "n", "я": "n", "у": "a", "ю": "a", "и": "g"}
        return ("i" if name.endswith(("ою", "єю", "ею")) else cases.get(name[-1], "g")), "f"
    if name.endswith(("ом", "ем", "єм")) and len(name) > 4:
        return "i", "m"
    if name.endswith(("ові", "еві", "єві")):
        return "d", "m"
    if name in tables.MALE_NAMES_IN_A:
        return "n", "m"
    endings: dict[str, Case] = {"и": "g", "а": "g", "я": "g", "у": "d", "ю": "d", "і": "p"}
    return endings.get(name[-1], "n"), "m"


_UKRAINIAN = Ukrainian()


def respellings(text: str) -> Sequence[Respelling]:
    """Return what Ukrainian says in other words than it writes, in order, without overlaps."""
    return slavic.respellings(text, _UKRAINIAN)
