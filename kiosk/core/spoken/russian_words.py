"""Russian words around dates, years, ordinals and Roman numbers."""

from kiosk.core.spoken.slavic_grammar import Case, Gender, word_list, word_set
from kiosk.core.spoken.slavic_language import YearWord

MONTH_NAMES = word_list("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
MONTHS = {name: name for name in MONTH_NAMES} | {
    short: MONTH_NAMES[number]
    for number, shorts in enumerate(
        ("янв", "фев февр", "мар", "апр", "май", "июн", "июл", "авг", "сен сент", "окт", "ноя нояб", "дек")
    )
    for short in shorts.split()
}
MONTH_STEMS = (
    "январ", "феврал", "март", "апрел", "мая", "мае", "май", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
    "декабр", "зим", "весн", "весен", "лето", "лета", "летом", "осен", "полугоди", "квартал",
)  # fmt: skip
YEAR_WORDS = {
    "год": YearWord("na", is_plural=False), "года": YearWord("g", is_plural=False),
    "году": YearWord("pd", is_plural=False), "годом": YearWord("i", is_plural=False),
    "годе": YearWord("p", is_plural=False), "годы": YearWord("na", is_plural=True),
    "годов": YearWord("g", is_plural=True), "годам": YearWord("d", is_plural=True),
    "годами": YearWord("i", is_plural=True), "годах": YearWord("p", is_plural=True),
    "г.": YearWord("", is_plural=False), "гг.": YearWord("", is_plural=True), "гг": YearWord("", is_plural=True),
}  # fmt: skip
YEAR_PREPOSITIONS: dict[str, Case] = {
    "в": "p", "во": "p", "о": "p", "об": "p", "с": "g", "со": "g", "до": "g", "от": "g", "после": "g",
    "около": "g",
    "из": "g", "для": "g", "кроме": "g", "начала": "g", "конца": "g", "начале": "g", "конце": "g", "середине": "g",
    "середины": "g", "к": "d", "ко": "d", "на": "a", "за": "a", "по": "a", "через": "a", "под": "a", "между": "i",
    "перед": "i",
}  # fmt: skip
DATE_PREPOSITIONS: dict[str, Case] = {
    "с": "g", "со": "g", "до": "g", "от": "g", "после": "g", "около": "g", "кроме": "g", "к": "d", "ко": "d",
    "на": "a", "за": "a", "по": "a", "под": "a", "о": "p", "об": "p", "между": "i", "перед": "i",
}  # fmt: skip
TIME_PREPOSITIONS: dict[str, Case] = {
    "в": "a", "во": "a", "на": "a", "по": "a", "за": "a", "с": "g", "со": "g", "до": "g", "от": "g", "после": "g",
    "около": "g", "позднее": "g", "позже": "g", "раньше": "g", "к": "d", "ко": "d", "перед": "i", "между": "i",
}  # fmt: skip

ORDINAL_ENDINGS: dict[str, tuple[tuple[Case, Gender], ...]] = {
    **dict.fromkeys(("й", "ый", "ий", "ой", "тый"), (("n", "m"), ("g", "f"))),
    **dict.fromkeys(("я", "ая", "ья", "тая"), (("n", "f"),)),
    **dict.fromkeys(("е", "ое", "ье", "ые", "ьи"), (("n", "p"), ("n", "n"))),
    **dict.fromkeys(("го", "ого", "его", "ого"), (("g", "m"),)),
    **dict.fromkeys(("му", "ому", "ему"), (("d", "m"),)),
    **dict.fromkeys(("м", "ым", "им", "ом", "ем"), (("p", "m"), ("i", "m"), ("d", "p"))),
    **dict.fromkeys(("ю", "ую", "ью"), (("a", "f"),)),
    **dict.fromkeys(("х", "ых", "их"), (("g", "p"),)),
    **dict.fromkeys(("ми", "ыми", "ими"), (("i", "p"),)),
}
CARDINAL_ENDINGS: dict[str, tuple[Case, frozenset[int]]] = {
    "х": ("g", frozenset((2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 43, 44))),
    "ех": ("g", frozenset()), "ёх": ("g", frozenset()), "ух": ("g", frozenset()), "ти": ("g", frozenset()),
    "ми": ("g", frozenset((7, 8, 27, 28, 37, 38, 47, 48))),
    "и": ("g", frozenset()), "мя": ("i", frozenset()), "тью": ("i", frozenset()),
}  # fmt: skip
GLUED_ENDINGS = word_set("й го му ый ой ая ые ых ти")


def _forms(gender: Gender, nominative: str, genitive: str, others: str) -> dict[str, tuple[Case, Gender]]:
    dative, instrumental, prepositional = others.split()
    found: dict[str, tuple[Case, Gender]] = {
        dative: ("d", gender), instrumental: ("i", gender), prepositional: ("p", gender), nominative: ("n", gender)
    }  # fmt: skip
    if genitive:
        found[genitive] = ("g", gender)
    return found


# Before these a number that does not fit as a count is an ordinal: "на 3 этаже", "5 класс", "2 место".
ORDERED: dict[str, tuple[Case, Gender]] = {
    **_forms("m", "класс", "класса", "классу классом классе"), **_forms("m", "этаж", "этажа",
    "этажу этажом этаже"),
    **_forms("m", "курс", "курса", "курсу курсом курсе"), **_forms("m", "век", "века", "веку веком веке"),
    **_forms("m", "тур", "тура", "туру туром туре"), **_forms("m", "раунд", "раунда", "раунду раундом раунде"),
    **_forms("m", "сезон", "сезона", "сезону сезоном сезоне"), **_forms("m", "разряд", "разряда",
    "разряду разрядом разряде"),
    **_forms("m", "квартал", "квартала", "кварталу кварталом квартале"), **_forms("n", "место", "места",
    "месту местом месте"),
    **_forms("m", "созыв", "созыва", "созыву созывом созыве"), **_forms("m", "канал", "канала",
    "каналу каналом канале"),
    "странице": ("p", "f"), "серии": ("p", "f"), "минуте": ("p", "f"), "главе": ("p", "f"), "статье": ("p", "f"),
    "полугодие": ("n", "n"), "полугодии": ("p", "n"), "группу": ("a", "f"),
}  # fmt: skip
COLLECTED = word_set("суток детей ножниц саней брюк ворот")
CENTURIES: dict[str, tuple[Case, Gender]] = {
    **_forms("m", "век", "века", "веку веком веке"), "веков": ("g", "m"), "векам": ("d", "m"), "веками": ("i",
    "m"),
    "веках": ("p", "m"), **_forms("n", "столетие", "столетия", "столетию столетием столетии"),
    "столетий": ("g", "n"), "столетиях": ("p", "n"),
    **_forms("n", "тысячелетие", "тысячелетия", "тысячелетию тысячелетием тысячелетии"),
}  # fmt: skip

# How words begin before which a Roman number is an ordinal.
ROMAN_ORDERED = (
    "миров", "съезд", "конгресс", "конференц", "олимпи", "олимпий", "квартал", "международн", "всероссийск",
    "всемирн", "всесоюзн", "вселенск", "собор", "созыв", "степен", "категор", "этап", "тур", "пленум", "форум",
    "чемпионат", "фестивал", "крестов", "сесси", "интернационал", "рейх", "республик", "летн", "зимн",
    "параолимп", "паралимп", "общероссийск", "государственн", "ежегодн", "корпус", "арми", "дивизи", "отдел",
    "разряд", "династи", "легион",
)  # fmt: skip
FEMALE_NAMES = (
    "екатерин", "елизавет", "анн", "мари", "виктори", "маргарит", "изабелл", "кристин", "юлиан", "беатрис",
    "клеопатр",
    "софи", "вильгельмин",
)  # fmt: skip
UNDECLINED_NAMES = word_set("луи генри анри жуан")
# Nouns that a number names, and whose capital is that of the sentence: "Глава IV".
NUMBERED = (
    "глав", "том", "част", "раздел", "книг", "акт", "тип", "групп", "стать", "век", "класс", "фаз", "этап",
    "стади",
)  # fmt: skip
ELEMENTS = {"C": "цэ", "H": "аш", "O": "о", "N": "эн", "S": "эс", "P": "пэ", "F": "фтор"}
# Behind two numbers also their plurals: "5–9 классы".
ORDERED_SPANS: dict[str, tuple[Case, Gender]] = {
    "классы": ("n", "m"), "классов": ("g", "m"), "классах": ("p", "m"), "этажи": ("n", "m"), "этажах": ("p", "m"),
    "курсы": ("n", "m"), "курсов": ("g", "m"), "места": ("n", "n"), "местах": ("p", "n"),
}  # fmt: skip
