"""Ukrainian words around dates, years, ordinals and Roman numbers."""

from kiosk.core.spoken.slavic_grammar import Case, Gender, word_list, word_set
from kiosk.core.spoken.slavic_language import YearWord

MONTH_NAMES = word_list("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
MONTHS = {name: name for name in MONTH_NAMES} | {
    short: MONTH_NAMES[number]
    for number, shorts in enumerate(
        (
            "січ",
            "лют",
            "бер",
            "квіт кві",
            "трав тра",
            "черв чер",
            "лип",
            "серп сер",
            "вер",
            "жовт жов",
            "лист лис",
            "груд гру",
        )
    )
    for short in shorts.split()
}
MONTH_STEMS = (
    "січень", "січн", "лютого", "лютий", "лютому", "лютим", "берез", "квіт", "трав", "черв", "лип", "серп",
    "верес", "жовт", "листопад", "груд", "зим", "взимк", "весн", "навесні", "літа", "літо", "літом", "влітку",
    "улітку", "осен", "осін", "восени", "півріч", "квартал",
)  # fmt: skip
YEAR_WORDS = {
    "рік": YearWord("na", is_plural=False), "року": YearWord("gd", is_plural=False),
    "році": YearWord("p", is_plural=False), "роком": YearWord("i", is_plural=False),
    "роки": YearWord("na", is_plural=True), "років": YearWord("g", is_plural=True),
    "рокам": YearWord("d", is_plural=True), "роками": YearWord("i", is_plural=True),
    "роках": YearWord("p", is_plural=True), "р.": YearWord("", is_plural=False), "рр.": YearWord("",
    is_plural=True),
    "рр": YearWord("", is_plural=True),
}  # fmt: skip
YEAR_PREPOSITIONS: dict[str, Case] = {
    "в": "p", "у": "p", "о": "p", "об": "p", "з": "g", "із": "g", "зі": "g", "до": "g", "від": "g", "після": "g",
    "близько": "g", "для": "g", "крім": "g", "початку": "g", "кінця": "g", "наприкінці": "g", "кінці": "g",
    "середині": "g", "середини": "g", "на": "a", "за": "a", "по": "a", "через": "a", "під": "a", "між": "i",
    "перед": "i",
}  # fmt: skip
DATE_PREPOSITIONS: dict[str, Case] = {
    "з": "g", "із": "g", "зі": "g", "до": "g", "від": "g", "після": "g", "близько": "g", "крім": "g", "на": "a",
    "за": "a", "по": "a", "під": "a", "о": "p", "об": "p", "між": "i", "перед": "i",
}  # fmt: skip
TIME_PREPOSITIONS: dict[str, Case] = {
    "о": "p", "об": "p", "в": "p", "у": "p", "на": "a", "по": "a", "за": "a", "з": "g", "із": "g", "зі": "g",
    "до": "g",
    "від": "g", "після": "g", "близько": "g", "пізніше": "g", "раніше": "g", "перед": "i", "між": "i",
}  # fmt: skip

ORDINAL_ENDINGS: dict[str, tuple[tuple[Case, Gender], ...]] = {
    **dict.fromkeys(("й", "ий", "тий", "ший"), (("n", "m"), ("d", "f"))),
    "ій": (("d", "f"), ("n", "m")),
    **dict.fromkeys(("а", "я", "та", "тя", "ша", "га", "ма"), (("n", "f"),)),
    **dict.fromkeys(("е", "є", "те", "тє", "ше", "ге", "ме"), (("n", "n"),)),
    **dict.fromkeys(("і", "ті", "ні"), (("n", "p"),)),
    **dict.fromkeys(("го", "ого", "ого"), (("g", "m"),)),
    **dict.fromkeys(("му", "ому"), (("p", "m"),)),
    **dict.fromkeys(("м", "им", "ім"), (("i", "m"), ("d", "p"))),
    **dict.fromkeys(("у", "ю", "ту", "тю", "шу", "гу"), (("a", "f"),)),
    **dict.fromkeys(("ї", "ої", "тої"), (("g", "f"),)),
    **dict.fromkeys(("ою", "тою"), (("i", "f"),)),
    **dict.fromkeys(("х", "их", "тих"), (("g", "p"),)),
    **dict.fromkeys(("ми", "ими"), (("i", "p"),)),
}
CARDINAL_ENDINGS: dict[str, tuple[Case, frozenset[int]]] = {
    "х": ("g", frozenset((2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 43, 44))),
    "ох": ("g", frozenset()), "ьох": ("g", frozenset()), "ти": ("g", frozenset()),
    "ми": ("g", frozenset((7, 8, 27, 28, 37, 38, 47, 48))), "ма": ("i", frozenset((2, 3,
    4, 5))),
    "ьом": ("d", frozenset()), "ом": ("d", frozenset((2, 3, 4))),
}  # fmt: skip
GLUED_ENDINGS = word_set("й го му ий их ті ти")


def _forms(gender: Gender, nominative: str, genitive: str, others: str) -> dict[str, tuple[Case, Gender]]:
    prepositional, instrumental = others.split()
    return {
        genitive: ("g", gender), prepositional: ("p", gender), instrumental: ("i", gender), nominative: ("n",
        gender)
    }  # fmt: skip


# Before these a number that does not fit as a count is an ordinal: "на 3 поверсі", "5 клас", "о 9 годині".
ORDERED: dict[str, tuple[Case, Gender]] = {
    **_forms("m", "клас", "класу", "класі класом"), **_forms("m", "поверх", "поверху", "поверсі поверхом"),
    **_forms("m", "курс", "курсу", "курсі курсом"), **_forms("m", "тур", "туру", "турі туром"),
    **_forms("m", "раунд", "раунду", "раунді раундом"), **_forms("m", "сезон", "сезону", "сезоні сезоном"),
    **_forms("m", "квартал", "кварталу", "кварталі кварталом"), **_forms("n", "місце", "місця", "місці місцем"),
    **_forms("n", "століття", "століття", "столітті століттям"),
    "години": ("g", "f"), "годині": ("p", "f"), "годиною": ("i", "f"),
    "хвилині": ("p", "f"), "сторінці": ("p", "f"), "статті": ("p", "f"), "главі": ("p", "f"), "групу": ("a", "f"),
    "скликання": ("g", "n"), "годину": ("a", "f"),
}  # fmt: skip
COLLECTED = word_set("дітей ножиць саней воріт дверей")
CENTURIES: dict[str, tuple[Case, Gender]] = {
    **_forms("n", "століття", "століття", "столітті століттям"), "століть": ("g", "n"), "століттях": ("p", "n"),
    "століттям": ("i", "n"), "століттями": ("i", "n"), **_forms("m", "вік", "віку", "віці віком"),
    "віки": ("n", "m"), "віків": ("g", "m"), "віках": ("p", "m"),
    **_forms("n", "тисячоліття", "тисячоліття", "тисячолітті тисячоліттям"),
}  # fmt: skip

# How words begin before which a Roman number is an ordinal.
ROMAN_ORDERED = (
    "світов", "з'їзд", "з’їзд", "конгрес", "конференц", "олімпі", "квартал", "міжнародн", "всеукраїнськ",
    "всесвітн", "вселенськ", "собор", "скликан", "ступен", "ступін", "категор", "етап", "тур", "пленум",
    "форум", "чемпіонат", "фестивал", "хрестов", "сесі", "інтернаціонал", "рейх", "республік", "літн", "зимов",
    "паралімп", "універсал", "щорічн", "корпус", "армі", "дивізі", "династі", "легіон", "група", "груп",
)  # fmt: skip
FEMALE_NAMES = (
    "катерин", "єлизавет", "анн", "марі", "вікторі", "маргарит", "ізабелл", "крістін", "юліан", "беатрікс",
    "клеопатр",
    "соф",
)  # fmt: skip
UNDECLINED_NAMES = word_set("луї генрі анрі")
# Nouns that a number names, and whose capital is that of the sentence: "Глава IV".
NUMBERED = (
    "глав", "том", "частин", "розділ", "книг", "акт", "тип", "груп", "статт", "вік", "клас", "фаз", "етап",
    "стаді",
)  # fmt: skip
ELEMENTS = {"C": "це", "H": "аш", "O": "о", "N": "ен", "S": "ес", "P": "пе", "F": "фтор"}
# Behind two numbers also their plurals: "5–9 класи".
ORDERED_SPANS: dict[str, tuple[Case, Gender]] = {
    "класи": ("n", "m"), "класів": ("g", "m"), "класах": ("p", "m"), "поверхи": ("n", "m"), "поверхах": ("p", "m"),
    "курси": ("n", "m"), "курсів": ("g", "m"), "місця": ("n", "n"), "місцях": ("p", "n"),
}  # fmt: skip
MALE_NAMES_IN_A = frozenset(("микола", "ілля"))
