"""How Russian says units, scales and money that are written as signs or short forms."""

from kiosk.core.spoken.russian_nouns import (
    DAYS,
    FEMININE,
    FEMININE_IYA,
    FEMININE_K,
    HARD,
    HOUR,
    HUMAN,
    MINUTE,
    SECOND,
    SOFT,
    SOFT_STRESSED,
    adjective_noun,
    noun,
    prefixed,
)
from kiosk.core.spoken.slavic_grammar import Noun, endings, unchanging
from kiosk.core.spoken.slavic_language import Currency

_METRE, _KILOMETRE, _CENTIMETRE = noun("метр"), noun("километр"), noun("сантиметр")
_DECIMETRE, _MILLIMETRE = noun("дециметр"), noun("миллиметр")
_GRAM, _KILOGRAM, _MILLIGRAM = noun("грамм"), noun("килограмм"), noun("миллиграмм")
_LITRE, _DEGREE = noun("литр"), noun("градус")
_CELSIUS = _DEGREE.followed_by("Цельсия")
# What is named after a person, and what is counted in heaps, has no ending in the genitive plural.
_WATT, _HERTZ, _VOLT = noun("ватт", HARD, "ватт"), noun("герц", HARD, "герц"), noun("вольт", HARD, "вольт")
_BYTE, _BIT, _AMPERE = noun("байт", HARD, "байт"), noun("бит", HARD, "бит"), noun("ампер", HARD, "ампер")


def _squared(of: Noun) -> Noun:
    return adjective_noun("квадратн", of)


def _cubed(of: Noun) -> Noun:
    return adjective_noun("кубическ", of)


UNITS: dict[str, Noun] = {
    "%": noun("процент"), "‰": unchanging("промилле", "n"), "п. п.": adjective_noun("процентн", noun("пункт")),
    "°": _DEGREE, "°C": _CELSIUS, "°С": _CELSIUS, "° C": _CELSIUS, "° С": _CELSIUS, "℃": _CELSIUS,
    "°F": _DEGREE.followed_by("Фаренгейта"), "′": MINUTE, "″": SECOND,
    "м": _METRE, "км": _KILOMETRE, "см": _CENTIMETRE, "мм": _MILLIMETRE, "дм": _DECIMETRE,
    "мкм": noun("микрометр"), "нм": noun("нанометр"),
    "м²": _squared(_METRE), "м2": _squared(_METRE), "кв. м": _squared(_METRE),
    "км²": _squared(_KILOMETRE), "км2": _squared(_KILOMETRE), "кв. км": _squared(_KILOMETRE),
    "см²": _squared(_CENTIMETRE), "кв. см": _squared(_CENTIMETRE), "мм²": _squared(_MILLIMETRE),
    "м³": _cubed(_METRE), "м3": _cubed(_METRE), "куб. м": _cubed(_METRE),
    "км³": _cubed(_KILOMETRE), "куб. км": _cubed(_KILOMETRE), "дм³": _cubed(_DECIMETRE),
    "см³": _cubed(_CENTIMETRE), "куб. см": _cubed(_CENTIMETRE), "мм³": _cubed(_MILLIMETRE),
    "га": noun("гектар"), "кг": _KILOGRAM, "г": _GRAM, "гр.": _GRAM, "мг": _MILLIGRAM, "мкг": noun("микрограмм"),
    "т": noun("тонн", FEMININE), "ц": noun("центнер"), "л": _LITRE, "мл": noun("миллилитр"),
    "ч": HOUR, "час.": HOUR, "мин": MINUTE, "сек": SECOND, "мс": noun("миллисекунд", FEMININE), "сут.": DAYS,
    "км/ч": _KILOMETRE.followed_by("в час"), "км/час": _KILOMETRE.followed_by("в час"),
    "км/с": _KILOMETRE.followed_by("в секунду"), "см/с": _CENTIMETRE.followed_by("в секунду"),
    "м/с": _METRE.followed_by("в секунду"), "м/сек": _METRE.followed_by("в секунду"),
    "м/мин": _METRE.followed_by("в минуту"), "м/с²": _METRE.followed_by("на секунду в квадрате"),
    "об/мин": noun("оборот").followed_by("в минуту"), "уд/мин": noun("удар").followed_by("в минуту"),
    "кг/м³": _KILOGRAM.followed_by("на кубический метр"), "г/см³": _GRAM.followed_by("на кубический сантиметр"),
    "кг/м²": _KILOGRAM.followed_by("на квадратный метр"), "кг/кг": _KILOGRAM.followed_by("на килограмм"),
    "мг/л": _MILLIGRAM.followed_by("на литр"), "г/л": _GRAM.followed_by("на литр"),
    "л/с": _LITRE.followed_by("в секунду"), "чел./км²": HUMAN.followed_by("на квадратный километр"),
    "чел": HUMAN, "шт": noun("штук", FEMININE_K), "экз.": noun("экземпляр"),
    "Вт": _WATT, "кВт": prefixed("кило", _WATT), "МВт": prefixed("мега", _WATT), "ГВт": prefixed("гига", _WATT),
    "кВт·ч": prefixed("киловатт-", HOUR), "кВт⋅ч": prefixed("киловатт-", HOUR), "кВт-ч": prefixed("киловатт-",
    HOUR),
    "Гц": _HERTZ, "кГц": prefixed("кило", _HERTZ), "МГц": prefixed("мега", _HERTZ), "ГГц": prefixed("гига",
    _HERTZ),
    "кВ": prefixed("кило", _VOLT), "мВ": prefixed("милли", _VOLT), "мА": prefixed("милли", _AMPERE),
    "мА·ч": prefixed("миллиампер-", HOUR),
    "кБ": prefixed("кило", _BYTE), "Кб": prefixed("кило", _BYTE), "КБ": prefixed("кило", _BYTE),
    "Мб": prefixed("мега", _BYTE), "МБ": prefixed("мега", _BYTE), "Гб": prefixed("гига", _BYTE),
    "ГБ": prefixed("гига", _BYTE), "ТБ": prefixed("тера", _BYTE), "Тб": prefixed("тера", _BYTE),
    "Мбит/с": prefixed("мега", _BIT).followed_by("в секунду"),
    "Гбит/с": prefixed("гига", _BIT).followed_by("в секунду"),
    "дБ": noun("децибел", HARD, "децибел"), "ккал": noun("килокалори", FEMININE_IYA),
    "кал": noun("калори", FEMININE_IYA), "Дж": noun("джоул", SOFT), "атм": noun("атмосфер", FEMININE),
    "Па": noun("паскал", SOFT), "кПа": noun("килопаскал", SOFT), "МПа": noun("мегапаскал", SOFT),
    "мм рт. ст.": _MILLIMETRE.followed_by("ртутного столба"),
    "л. с.": adjective_noun("лошадин", noun("сил", FEMININE)),
}  # fmt: skip

_THOUSAND = noun("тысяч", endings("f", "а и е у ей е", "и - ам и ами ах"))
_MILLION, _MILLIARD, _TRILLION = noun("миллион"), noun("миллиард"), noun("триллион")
SCALES = {
    "тыс": _THOUSAND, "тыс.": _THOUSAND, "млн": _MILLION, "млн.": _MILLION, "млрд": _MILLIARD, "млрд.": _MILLIARD,
    "трлн": _TRILLION, "трлн.": _TRILLION,
}  # fmt: skip
WRITTEN_SCALES = {
    form: scale
    for scale in (_THOUSAND, _MILLION, _MILLIARD, _TRILLION)
    for form in (*scale.singular, *scale.plural)
}

_CENT = noun("цент")
_KOPECK = noun("копе", endings("f", "йка йки йке йку йкой йке", "йки ек йкам йки йками йках"))
_ROUBLE, _DOLLAR = noun("рубл", SOFT_STRESSED), noun("доллар")
_ROUBLES, _DOLLARS = Currency(_ROUBLE, _KOPECK), Currency(_DOLLAR, _CENT)
_EUROS, _HRYVNIAS = Currency(unchanging("евро", "m"), _CENT), Currency(noun("гривн", FEMININE, "гривен"), _KOPECK)
_POUNDS = Currency(noun("фунт"), noun("пенс"))
_LIRAS, _TENGE = Currency(noun("лир", FEMININE), None), Currency(unchanging("тенге", "m"), None)
_YEN, _YUAN = Currency(noun("иен", FEMININE), None), Currency(noun("юан", SOFT), None)
CURRENCIES = {
    "$": _DOLLARS, "US$": Currency(_DOLLAR.followed_by("США"), None), "€": _EUROS, "£": _POUNDS, "¥": _YEN,
    "₽": _ROUBLES, "₴": _HRYVNIAS, "₺": _LIRAS, "₸": _TENGE, "₹": Currency(noun("рупи", FEMININE_IYA), None),
    "₪": Currency(noun("шекел", SOFT), None), "₩": Currency(noun("вон", FEMININE), None),
    "₿": Currency(noun("биткоин"), None), "USD": _DOLLARS, "EUR": _EUROS, "RUB": _ROUBLES, "RUR": _ROUBLES,
    "UAH": _HRYVNIAS, "GBP": _POUNDS, "TRY": _LIRAS, "CNY": _YUAN, "JPY": _YEN, "KZT": _TENGE,
    "BYN": Currency(adjective_noun("белорусск", _ROUBLE), None),
    "руб.": _ROUBLES, "руб": _ROUBLES, "р.": _ROUBLES, "коп.": Currency(_KOPECK, None), "коп": Currency(_KOPECK,
    None),
    "долл.": _DOLLARS, "дол.": _DOLLARS, "грн": _HRYVNIAS, "грн.": _HRYVNIAS, "тг": _TENGE,
    "ф. ст.": Currency(noun("фунт").followed_by("стерлингов"), None),
}  # fmt: skip
