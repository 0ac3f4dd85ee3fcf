"""How Ukrainian says units, scales and money that are written as signs or short forms."""

from kiosk.core.spoken.slavic_grammar import Noun, endings, unchanging
from kiosk.core.spoken.slavic_language import Currency
from kiosk.core.spoken.ukrainian_nouns import (
    DAYS,
    FEMININE,
    FEMININE_IYA,
    FEMININE_KA,
    HARD,
    HOUR,
    HUMAN,
    IN_OK,
    MINUTE,
    SECOND,
    SOFT,
    adjective_noun,
    noun,
    prefixed,
)

_METRE, _KILOMETRE, _CENTIMETRE = noun("метр"), noun("кілометр"), noun("сантиметр")
_DECIMETRE, _MILLIMETRE = noun("дециметр"), noun("міліметр")
_GRAM, _KILOGRAM, _MILLIGRAM = noun("грам"), noun("кілограм"), noun("міліграм")
_LITRE, _DEGREE = noun("літр"), noun("градус")
_CELSIUS = _DEGREE.followed_by("Цельсія")
_WATT, _HERTZ, _VOLT = noun("ват"), noun("герц", endings("m", "- а у - ем і", "и ів ам и ами ах")), noun("вольт")
_BYTE, _BIT, _AMPERE = noun("байт"), noun("біт"), noun("ампер")


def _squared(of: Noun) -> Noun:
    return adjective_noun("квадратн", of)


def _cubed(of: Noun) -> Noun:
    return adjective_noun("кубічн", of)


UNITS: dict[str, Noun] = {
    "%": noun("відсот", IN_OK), "‰": unchanging("проміле", "n"),
    "в. п.": adjective_noun("відсотков", noun("пункт")), "п. п.": adjective_noun("процентн", noun("пункт")),
    "°": _DEGREE, "°C": _CELSIUS, "°С": _CELSIUS, "° C": _CELSIUS, "° С": _CELSIUS, "℃": _CELSIUS,
    "°F": _DEGREE.followed_by("Фаренгейта"), "′": MINUTE, "″": SECOND,
    "м": _METRE, "км": _KILOMETRE, "см": _CENTIMETRE, "мм": _MILLIMETRE, "дм": _DECIMETRE,
    "мкм": noun("мікрометр"), "нм": noun("нанометр"),
    "м²": _squared(_METRE), "м2": _squared(_METRE), "кв. м": _squared(_METRE),
    "км²": _squared(_KILOMETRE), "км2": _squared(_KILOMETRE), "кв. км": _squared(_KILOMETRE),
    "см²": _squared(_CENTIMETRE), "кв. см": _squared(_CENTIMETRE), "мм²": _squared(_MILLIMETRE),
    "м³": _cubed(_METRE), "м3": _cubed(_METRE), "куб. м": _cubed(_METRE),
    "км³": _cubed(_KILOMETRE), "куб. км": _cubed(_KILOMETRE), "дм³": _cubed(_DECIMETRE),
    "см³": _cubed(_CENTIMETRE), "куб. см": _cubed(_CENTIMETRE), "мм³": _cubed(_MILLIMETRE),
    "га": noun("гектар"), "кг": _KILOGRAM, "г": _GRAM, "мг": _MILLIGRAM, "мкг": noun("мікрограм"),
    "т": noun("тонн", FEMININE), "ц": noun("центнер"), "л": _LITRE, "мл": noun("мілілітр"),
    "год": HOUR, "хв": MINUTE, "сек": SECOND, "мс": noun("мілісекунд", FEMININE), "діб.": DAYS,
    "км/год": _KILOMETRE.followed_by("на годину"), "км/г": _KILOMETRE.followed_by("на годину"),
    "км/с": _KILOMETRE.followed_by("на секунду"), "см/с": _CENTIMETRE.followed_by("на секунду"),
    "м/с": _METRE.followed_by("на секунду"), "м/сек": _METRE.followed_by("на секунду"),
    "м/хв": _METRE.followed_by("на хвилину"), "м/с²": _METRE.followed_by("на секунду в квадраті"),
    "об/хв": noun("оберт").followed_by("на хвилину"), "уд/хв": noun("удар").followed_by("на хвилину"),
    "кг/м³": _KILOGRAM.followed_by("на кубічний метр"), "г/см³": _GRAM.followed_by("на кубічний сантиметр"),
    "кг/м²": _KILOGRAM.followed_by("на квадратний метр"), "мг/л": _MILLIGRAM.followed_by("на літр"),
    "г/л": _GRAM.followed_by("на літр"), "л/с": _LITRE.followed_by("на секунду"),
    "осіб/км²": HUMAN.followed_by("на квадратний кілометр"), "чол": noun("чоловік", HARD, "чоловік"), "ос.": HUMAN,
    "шт": noun("шту", FEMININE_KA, "штук"), "прим.": noun("примірник"),
    "Вт": _WATT, "кВт": prefixed("кіло", _WATT), "МВт": prefixed("мега", _WATT), "ГВт": prefixed("гіга", _WATT),
    "кВт·год": prefixed("кіловат-", HOUR), "кВт⋅год": prefixed("кіловат-", HOUR),
    "Гц": _HERTZ, "кГц": prefixed("кіло", _HERTZ), "МГц": prefixed("мега", _HERTZ), "ГГц": prefixed("гіга",
    _HERTZ),
    "кВ": prefixed("кіло", _VOLT), "мВ": prefixed("мілі", _VOLT), "мА": prefixed("мілі", _AMPERE),
    "мА·год": prefixed("міліампер-", HOUR),
    "кБ": prefixed("кіло", _BYTE), "КБ": prefixed("кіло", _BYTE), "МБ": prefixed("мега", _BYTE),
    "Мб": prefixed("мега", _BYTE), "ГБ": prefixed("гіга", _BYTE), "Гб": prefixed("гіга", _BYTE),
    "ТБ": prefixed("тера", _BYTE), "Мбіт/с": prefixed("мега", _BIT).followed_by("на секунду"),
    "Гбіт/с": prefixed("гіга", _BIT).followed_by("на секунду"),
    "дБ": noun("децибел"), "ккал": noun("кілокалорі", FEMININE_IYA), "кал": noun("калорі", FEMININE_IYA),
    "Дж": noun("джоул", SOFT), "атм": noun("атмосфер", FEMININE), "Па": noun("паскал", SOFT),
    "кПа": noun("кілопаскал", SOFT), "МПа": noun("мегапаскал", SOFT),
    "мм рт. ст.": _MILLIMETRE.followed_by("ртутного стовпчика"),
    "к. с.": adjective_noun("кінськ", noun("сил", FEMININE)),
}  # fmt: skip

_THOUSAND = noun("тисяч", endings("f", "а і і у ею і", "і - ам і ами ах"))
_MILLION, _MILLIARD, _TRILLION = noun("мільйон"), noun("мільярд"), noun("трильйон")
SCALES = {
    "тис": _THOUSAND, "тис.": _THOUSAND, "млн": _MILLION, "млн.": _MILLION, "млрд": _MILLIARD, "млрд.": _MILLIARD,
    "трлн": _TRILLION, "трлн.": _TRILLION,
}  # fmt: skip
WRITTEN_SCALES = {
    form: scale
    for scale in (_THOUSAND, _MILLION, _MILLIARD, _TRILLION)
    for form in (*scale.singular, *scale.plural)
}

_CENT, _KOPECK = noun("цент"), noun("копій", FEMININE_KA, "копійок")
_HRYVNIA = noun("гривн", endings("f", "я і і ю ею і", "і - ям і ями ях"), "гривень")
_ROUBLE, _DOLLAR = noun("рубл", SOFT), noun("долар")
_ROUBLES, _DOLLARS, _HRYVNIAS = Currency(_ROUBLE, _KOPECK), Currency(_DOLLAR, _CENT), Currency(_HRYVNIA, _KOPECK)
_EUROS, _POUNDS = Currency(unchanging("євро", "m"), _CENT), Currency(noun("фунт"), noun("пенс"))
_LIRAS, _TENGE = Currency(noun("лір", FEMININE), None), Currency(unchanging("теньге", "m"), None)
_YEN, _YUAN = Currency(noun("єн", FEMININE), None), Currency(noun("юан", SOFT), None)
_ZLOTY = Currency(
    Noun("m", ("злотий", "злотого", "злотому", "злотий", "злотим", "злотому"),
         ("злоті", "злотих", "злотим", "злоті", "злотими", "злотих"), "злоті"), None
)  # fmt: skip
CURRENCIES = {
    "$": _DOLLARS, "US$": Currency(_DOLLAR.followed_by("США"), None), "€": _EUROS, "£": _POUNDS, "¥": _YEN,
    "₽": _ROUBLES, "₴": _HRYVNIAS, "₺": _LIRAS, "₸": _TENGE, "₹": Currency(noun("рупі", FEMININE_IYA), None),
    "₪": Currency(noun("шекел", SOFT), None), "₩": Currency(noun("вон", FEMININE), None),
    "₿": Currency(noun("біткоїн"), None), "USD": _DOLLARS, "EUR": _EUROS, "RUB": _ROUBLES, "UAH": _HRYVNIAS,
    "GBP": _POUNDS, "TRY": _LIRAS, "CNY": _YUAN, "JPY": _YEN, "KZT": _TENGE, "PLN": _ZLOTY, "zł": _ZLOTY,
    "грн": _HRYVNIAS, "грн.": _HRYVNIAS, "коп.": Currency(_KOPECK, None), "коп": Currency(_KOPECK, None),
    "руб.": _ROUBLES, "руб": _ROUBLES, "крб.": Currency(noun("карбован", endings("m", "ець ця цю ець цем ці",
    "ці ців цям ці цями цях")), None),
    "дол.": _DOLLARS, "долл.": _DOLLARS, "зл.": _ZLOTY,
}  # fmt: skip
