"""Russian short forms and acronyms, and what is said for them."""

from kiosk.core.spoken.russian_nouns import (
    FEMININE,
    FEMININE_K,
    FEMININE_SOFT,
    FEMININE_TS,
    IN_A,
    IN_OK,
    NEUTER,
    PERSON,
    PERSON_IN_A,
    PERSON_K,
    listed,
    noun,
)
from kiosk.core.spoken.slavic_grammar import Case, Noun, endings, unchanging, word_list, word_set
from kiosk.core.spoken.slavic_language import Spelling, spellings

_IN_IE = endings("n", "е я ю е ем и", "я й ям я ями ях")
_MISTER = listed(
    "m",
    "господин господина господину господина господином господине",
    "господа господ господам господ господами господах",
)
_MISTRESS = listed(
    "f", "госпожа госпожи госпоже госпожу госпожой госпоже", "госпожи госпож госпожам госпож госпожами госпожах"
)

# Said the same wherever they stand.
_PLAIN = {
    "т.е.": "то есть", "т.к.": "так как", "т.о.": "таким образом", "т.д.": "так далее", "т.п.": "тому подобное",
    "напр.": "например", "н.э.": "нашей эры", "м.б.": "может быть", "и.о.": "исполняющий обязанности",
    "тел.": "телефон", "с.ш.": "северной широты", "ю.ш.": "южной широты", "в.д.": "восточной долготы",
    "з.д.": "западной долготы", "ок.": "около", "см.": "смотри", "и т.д.": "и так далее",
}  # fmt: skip
# Short only where a bracket or comma stands before: inside a sentence they may be words that end it.
_FIRST = {
    "ср.": "сравни", "прим.": "примечание", "англ.": "по-английски", "лат.": "по-латыни", "нем.": "по-немецки",
    "фр.": "по-французски", "исп.": "по-испански", "итал.": "по-итальянски", "греч.": "по-гречески",
    "араб.": "по-арабски", "тур.": "по-турецки", "укр.": "по-украински", "рус.": "по-русски",
    "кит.": "по-китайски",
    "яп.": "по-японски", "польск.": "по-польски",
}  # fmt: skip
_BEFORE_NAME: dict[str, Noun] = {
    "г.": noun("город", IN_A), "гор.": noun("город", IN_A), "ул.": noun("улиц", FEMININE_TS),
    "пр.": noun("проспект"), "просп.": noun("проспект"), "пр-т": noun("проспект"), "пр-кт": noun("проспект"),
    "пл.": noun("площад", FEMININE_SOFT), "пер.": noun("переул", IN_OK), "бул.": noun("бульвар"),
    "б-р": noun("бульвар"), "ш.": unchanging("шоссе", "n"), "мкр.": noun("микрорайон"),
    "наб.": noun("набережн", endings("f", "ая ой ой ую ой ой", "ые ых ым ые ыми ых")),
    "обл.": noun("област", FEMININE_SOFT), "р-н": noun("район"), "о-в": noun("остров", IN_A),
    "дер.": noun("деревн", endings("f", "я и е ю ей е", "и - ям и ями ях")), "пос.": noun("посёл", IN_OK),
    "с.": noun("сел", NEUTER), "оз.": noun("озер", NEUTER), "р.": noun("рек", FEMININE_K),
    "им.": unchanging("имени", "n"), "ст.": noun("станци", endings("f", "я и и ю ей и", "и й ям и ями ях")),
    "м.": unchanging("метро", "n"), "респ.": noun("республик", FEMININE_K),
}  # fmt: skip
_BEFORE_NUMBER: dict[str, Noun] = {
    "стр.": noun("страниц", FEMININE_TS), "с.": noun("страниц", FEMININE_TS), "гл.": noun("глав", FEMININE),
    "рис.": noun("рисун", IN_OK), "табл.": noun("таблиц", FEMININE_TS), "п.": noun("пункт"),
    "ст.": noun("стат", endings("f", "ья ьи ье ью ьёй ье", "ьи ей ьям ьи ьями ьях")),
    "пп.": unchanging("пункты", "m"),
    "ч.": noun("част", FEMININE_SOFT), "д.": noun("дом", IN_A), "кв.": noun("квартир", FEMININE),
    "корп.": noun("корпус", IN_A), "оф.": noun("офис"), "т.": noun("том", IN_A), "вып.": noun("выпуск"),
    "изд.": noun("издани", _IN_IE), "абз.": noun("абзац"), "эт.": noun("этаж"), "доб.": unchanging("добавочный",
    "m"),
    "пом.": noun("помещени", _IN_IE), "илл.": noun("иллюстраци", endings("f", "я и и ю ей и", "и й ям и ями ях")),
}  # fmt: skip
_BEFORE_PERSON: dict[str, Noun] = {
    "проф.": noun("профессор", PERSON_IN_A), "акад.": noun("академик", PERSON_K), "доц.": noun("доцент", PERSON),
    "д-р": noun("доктор", PERSON_IN_A), "г-н": _MISTER, "г-на": unchanging("господина", "m"),
    "г-ну": unchanging("господину", "m"), "г-жа": _MISTRESS, "г-жи": unchanging("госпожи", "f"),
    "г-же": unchanging("госпоже", "f"), "ген.": noun("генерал", PERSON), "полк.": noun("полковник", PERSON_K),
    "тов.": noun("товарищ", endings("m", "- а у а ем е", "и ей ам ей ами ах")),
}  # fmt: skip

SPELLINGS = spellings(_PLAIN, _FIRST, _BEFORE_NUMBER, _BEFORE_PERSON, _BEFORE_NAME)
SPELLINGS["др."] = (Spelling("другие", after="и"),)
SPELLINGS["пр."] = (Spelling("прочее", after="и"), *SPELLINGS["пр."])
SPELLINGS["т.ч."] = (Spelling("том числе", after="в"),)
SPELLINGS["т.н."] = (Spelling("так называем", agrees=True),)

# The ending of an adjective before "обл." or "р-н" tells their case.
ADJECTIVE_CASES: tuple[tuple[str, Case], ...] = (
    ("ая", "n"), ("яя", "n"), ("ий", "n"), ("ый", "n"), ("ую", "a"), ("юю", "a"), ("ого", "g"), ("его", "g"),
    ("ому", "d"), ("ему", "d"), ("ым", "i"), ("им", "i"), ("ом", "p"), ("ем", "p"), ("ой", "p"), ("ей", "p"),
)  # fmt: skip

LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        word_list("а бэ вэ гэ дэ е ё жэ зэ и й ка эл эм эн о пэ эр эс тэ у эф ха цэ че ша ща ъ ы ь э ю я"),
        strict=True,
    )
)
LATIN_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        word_list("эй би си ди и эф джи эйч ай джей кей эл эм эн оу пи кью ар эс ти ю ви даблъю экс уай зед"),
        strict=True,
    )
)
ACRONYMS = {"ЦСКА": "цэ-эс-ка", "ГИБДД": "ги-бэ-дэ-дэ"}
SPELLED_OUT = word_set("ЕАЭС ЕСПЧ МККК ОБСЕ ОДКБ ОЗХО НКО ВОВ ЛГБТ IAEA ICAO OSCE UNHCR WHO YMCA")
SAID_AS_WORDS = word_set(  # Acronyms
    "АКМ АСУ ГРУ СМИ США НИИ ПАО ФСИН ЗАО "
    # Words that somebody wrote in capitals
    "АД АХ БЫ ВО ВСЕ ВСЁ ВЫ ГДЕ ДА ДВА ДВЕ ДЛЯ ДНЕ ДНИ ДНЮ ДНЯ ДО ЕГО ЕЁ ЕЕ ЕЙ ЕЛ ЖЕ ЗА ЗЛО ЗЛА ЗЛУ ИЗ ИЛ ИМ ИХ "
    "КО "
    "КТО ЛИ МНЕ МЫ НА НЕ НИ НО НУ ОБ ОЙ ОН ОТ ОХ ПО ПРИ ПРО СО СНЕ СТО ТО ТРИ ТУ ТЫ УЖ УМ ФУ ЧТО ЩИ ЭЙ ЭХ ЮГ ЯД "
    "ЯК ЯМ "
    "АКТ АРТ ЕСТ ИГР ИГЛ УСТ ЭКС ИСК ОСЬ ЮНГ ИКР ОПТ АРК АРФ УТР ЕЛЬ ИНН "
    "ALL AND ARE ART ASK END INC INN OFF OLD OUR THE TWO WHY SHE YES YOU SKY TRY FLY DRY CRY PRO"
)
