"""Ukrainian short forms and acronyms, and what is said for them."""

from kiosk.core.spoken.slavic_grammar import Case, Noun, endings, unchanging, word_list, word_set
from kiosk.core.spoken.slavic_language import Spelling, spellings
from kiosk.core.spoken.ukrainian_nouns import (
    FEMININE,
    FEMININE_IYA,
    FEMININE_KA,
    FEMININE_SOFT,
    FEMININE_TS,
    IN_OK,
    NEUTER,
    PERSON,
    listed,
    noun,
)

_IN_NNYA = endings("n", "я я ю я ям і", "я ь ям я ями ях")
_PAN = listed("m", "пан пана панові пана паном панові", "пани панів панам панів панами панах")
_ARTICLE = listed(
    "f", "стаття статті статті статтю статтею статті", "статті статей статтям статті статтями статтях"
)

# Said the same wherever they stand.
_PLAIN = {
    "т.д.": "так далі", "т.п.": "тому подібне", "т.ін.": "таке інше", "т.т.": "так точно", "т.є.": "тобто",
    "напр.": "наприклад", "н.е.": "нашої ери", "див.": "дивись", "тел.": "телефон", "пн.ш.": "північної широти",
    "пд.ш.": "південної широти", "сх.д.": "східної довготи",
    "зх.д.": "західної довготи", "бл.": "близько",
    "в.о.": "виконувач обов'язків", "т.зв.": "так званий",
}  # fmt: skip
# Short only where a bracket or comma stands before: inside a sentence they may be words that end it.
_FIRST = {
    "пор.": "порівняй", "англ.": "англійською", "лат.": "латиною", "нім.": "німецькою", "фр.": "французькою",
    "ісп.": "іспанською", "італ.": "італійською", "грец.": "грецькою", "араб.": "арабською", "тур.": "турецькою",
    "укр.": "українською", "рос.": "російською", "польськ.": "польською", "пол.": "польською",
    "кит.": "китайською",
    "яп.": "японською",
}  # fmt: skip
_BEFORE_NAME: dict[str, Noun] = {
    "м.": listed("n", "місто міста місту місто містом місті", "міста міст містам міста містами містах"),
    "вул.": noun("вулиц", endings("f", "я і і ю ею і", "і ь ям і ями ях")), "просп.": noun("проспект"),
    "пр-т": noun("проспект"), "пл.": noun("площ", endings("f", "а і і у ею і", "і - ам і ами ах")),
    "пров.": noun("провул", IN_OK), "бульв.": noun("бульвар"), "б-р": noun("бульвар"),
    "шос.": unchanging("шосе", "n"),
    "обл.": noun("област", FEMININE_SOFT), "р-н": noun("район"), "о.": noun("острів"), "о-в": noun("острів"),
    "с.": listed("n", "село села селу село селом селі", "села сіл селам села селами селах"),
    "оз.": noun("озер", NEUTER), "р.": noun("ріка"[:-1], endings("f", "а и і у ою і", "и - ам и ами ах")),
    "ім.": unchanging("імені", "n"), "ст.": noun("станці", FEMININE_IYA), "наб.": unchanging("набережна", "f"),
}  # fmt: skip
_BEFORE_NUMBER: dict[str, Noun] = {
    "стор.": noun("сторін", FEMININE_KA, "сторінок"), "с.": noun("сторін", FEMININE_KA, "сторінок"),
    "гл.": noun("глав", FEMININE), "розд.": noun("розділ"), "рис.": noun("рисун", IN_OK), "мал.": noun("малюн",
    IN_OK),
    "табл.": noun("таблиц", FEMININE_TS), "п.": noun("пункт"), "пп.": unchanging("пункти", "m"), "ст.": _ARTICLE,
    "ч.": noun("частин", FEMININE), "буд.": noun("будин", IN_OK), "кв.": noun("квартир", FEMININE),
    "корп.": noun("корпус"), "оф.": noun("офіс"), "т.": noun("том"), "вип.": noun("випуск"),
    "вид.": noun("виданн", _IN_NNYA), "абз.": noun("абзац"), "дод.": noun("додат", IN_OK), "пов.": noun("поверх"),
}  # fmt: skip
_BEFORE_PERSON: dict[str, Noun] = {
    "проф.": noun("професор", PERSON), "акад.": noun("академік", PERSON), "доц.": noun("доцент", PERSON),
    "д-р": noun("доктор", PERSON), "п.": _PAN, "ген.": noun("генерал", PERSON), "полк.": noun("полковник", PERSON),
    "гр.": listed("m", "громадянин громадянина громадянину громадянина громадянином громадянинові",
                  "громадяни громадян громадянам громадян громадянами громадянах"),
}  # fmt: skip

SPELLINGS = spellings(_PLAIN, _FIRST, _BEFORE_NUMBER, _BEFORE_PERSON, _BEFORE_NAME)
SPELLINGS["ін."] = (Spelling("інші", after="та й і"),)
SPELLINGS["т.ч."] = (Spelling("тому числі", after="у в"),)
SPELLINGS["т.зв."] = (Spelling("так зван", agrees=True),)

# The ending of an adjective before "обл." or "р-н" tells their case.
ADJECTIVE_CASES: tuple[tuple[str, Case], ...] = (
    ("ка", "n"), ("на", "n"), ("ий", "n"), ("ку", "a"), ("ну", "a"), ("ого", "g"), ("ої", "g"), ("ому", "p"),
    ("ій", "p"), ("им", "i"), ("ою", "i"),
)  # fmt: skip

LETTERS = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        word_list("а бе ве ге ґе де е є же зе и і ї й ка ел ем ен о пе ер ес те у еф ха це че ша ща ь ю я"),
        strict=True,
    )
)
LATIN_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        word_list("ей бі сі ді і еф джі ейч ай джей кей ел ем ен оу пі к'ю ар ес ті ю ві дабл-ю екс вай зед"),
        strict=True,
    )
)
ACRONYMS = {"ЦСКА": "це-ес-ка"}
SPELLED_OUT = word_set(
    "ВАКС ВООЗ ДАБІ ЄСПЛ ЄЦБ ОБСЄ ОДКБ ОЗХЗ ООН США ЄС СБУ ЦРУ НБУ ЗСУ ЗМІ ОАЕ МОЗ ВПО ЛГБТ IAEA ICAO OSCE "
    "UNHCR WHO"
)
SAID_AS_WORDS = word_set(  # Acronyms
    "АЕС УПА ОУН ІДІЛ ГРУ АТО УНР "
    # Words that somebody wrote in capitals
    "АЛЕ БИ ВИ ВІД ВІН ВСЕ ВСІ ВЖЕ ДВА ДВІ ДЕ ДЛЯ ДНІ ДНЯ ДО ЕГО ЖЕ ЗА ЗІ ЗЛО ІЗ ІХ ЇЇ ЇМ ЇХ МИ МІЙ НА НЕ НІ НУ "
    "ОБ ОТ ОЙ "
    "ПО ПРИ ПРО СТО ТА ТЕ ТИ ТІ ТО ТРИ ТУ УЖЕ УСЕ УСІ ХТО ЦЕ ЦЕЙ ЦІ ЦЯ ЩЕ ЩО ЧИ ЯК АКТ "
    "ALL AND ARE ART ASK END INC INN OFF OLD OUR THE TWO WHY SHE YES YOU SKY TRY FLY DRY CRY PRO"
)
