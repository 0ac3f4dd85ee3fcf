"""What Arabic signs, units, months and short forms stand for: tables only."""

from kiosk.core.spoken.arabic_nouns import Noun
from kiosk.core.spoken.arabic_numbers import SHADDA

_DOLLAR = Noun("دُولَار", "دُولَارَات")
_EURO = Noun("يُورُو", "يُورُو", is_fixed=True)
_POUND = Noun("جُنَيْه", "جُنَيْهَات")
_CENT = Noun("سِنْت", "سِنْتَات")
_FILS = Noun("فِلْس", "فُلُوس")
_PIASTRE = Noun("قِرْش", "قُرُوش")


def _dinar(adjective: str) -> Noun:
    return Noun("دِينَار", "دَنَانِير", adjective)


def _dirham(adjective: str) -> Noun:
    return Noun("دِرْهَم", "دَرَاهِم", adjective)


def _riyal(adjective: str) -> Noun:
    return Noun("رِيَال", "رِيَالَات", adjective)


def _lira(adjective: str) -> Noun:
    return Noun("لِيرَة", "لِيرَات", adjective)


_NOTHING = Noun("", "")

CURRENCIES = {
    "$": (_DOLLAR, _CENT), "US$": (_DOLLAR, _CENT), "USD": (_DOLLAR, _CENT), "€": (_EURO, _CENT),
    "EUR": (_EURO, _CENT),
    "£": (_POUND._replace(adjective="إِسْتِرْلِينِي"), Noun("بِنْس", "بِنْسَات")),
    "GBP": (_POUND._replace(adjective="إِسْتِرْلِينِي"), Noun("بِنْس", "بِنْسَات")),
    "¥": (Noun("يِنّ", "يِنَّات", is_fixed=True), _NOTHING),
    "JPY": (Noun("يِنّ", "يِنَّات", is_fixed=True), _NOTHING),
    "CNY": (Noun("يُوَان", "يُوَانَات"), _NOTHING), "₽": (Noun("رُوبِل", "رُوبِلَات"), _NOTHING),
    "RUB": (Noun("رُوبِل", "رُوبِلَات"), _NOTHING), "₺": (_lira("تُرْكِي"), _PIASTRE),
    "TRY": (_lira("تُرْكِي"), _PIASTRE),
    "₴": (Noun("هْرِيفْنِيَا", "هْرِيفْنِيَا", is_fixed=True), _NOTHING),
    "CHF": (Noun("فِرَنْك", "فِرَنْكَات", "سْوِيسْرِي"), _NOTHING),
    "د.ك": (_dinar("كُوَيْتِي"), _FILS), "KWD": (_dinar("كُوَيْتِي"), _FILS),
    "د.إ": (_dirham("إِمَارَاتِي"), _FILS), "AED": (_dirham("إِمَارَاتِي"), _FILS),
    "ر.س": (_riyal("سَعُودِي"), Noun("هَلَلَة", "هَلَلَات")),
    "SAR": (_riyal("سَعُودِي"), Noun("هَلَلَة", "هَلَلَات")),
    "ر.ق": (_riyal("قَطَرِي"), _dirham("")), "QAR": (_riyal("قَطَرِي"), _dirham("")),
    "ر.ع": (_riyal("عُمَانِي"), _NOTHING), "OMR": (_riyal("عُمَانِي"), _NOTHING),
    "ر.ي": (_riyal("يَمَنِي"), _NOTHING), "YER": (_riyal("يَمَنِي"), _NOTHING),
    "د.أ": (_dinar("أُرْدُنِي"), _PIASTRE), "JOD": (_dinar("أُرْدُنِي"), _PIASTRE),
    "د.ع": (_dinar("عِرَاقِي"), _NOTHING), "IQD": (_dinar("عِرَاقِي"), _NOTHING),
    "د.ب": (_dinar("بَحْرَيْنِي"), _FILS), "BHD": (_dinar("بَحْرَيْنِي"), _FILS),
    "د.ج": (_dinar("جَزَائِرِي"), _NOTHING), "DZD": (_dinar("جَزَائِرِي"), _NOTHING),
    "د.ت": (_dinar("تُونِسِي"), _NOTHING), "TND": (_dinar("تُونِسِي"), _NOTHING),
    "د.ل": (_dinar("لِيبِي"), _dirham("")), "LYD": (_dinar("لِيبِي"), _dirham("")),
    "د.م": (_dirham("مَغْرِبِي"), Noun("سَنْتِيم", "سَنْتِيمَات")),
    "MAD": (_dirham("مَغْرِبِي"), Noun("سَنْتِيم", "سَنْتِيمَات")),
    "ج.م": (_POUND._replace(adjective="مِصْرِي"), _PIASTRE),
    "EGP": (_POUND._replace(adjective="مِصْرِي"), _PIASTRE),
    "ج.س": (_POUND._replace(adjective="سُودَانِي"), _PIASTRE), "ل.ل": (_lira("لُبْنَانِي"), _NOTHING),
    "LBP": (_lira("لُبْنَانِي"), _NOTHING), "ل.س": (_lira("سُورِي"), _NOTHING), "SYP": (_lira("سُورِي"), _NOTHING),
    "ل.ت": (_lira("تُرْكِي"), _PIASTRE), "₪": (Noun("شِيكِل", "شَوَاكِل"), _NOTHING),
    "₹": (Noun("رُوبِيَة", "رُوبِيَات"), _NOTHING),
}  # fmt: skip
"""A currency's sign or code: its name and that of its hundredth (empty where nobody counts in it)."""

_METRE = Noun("مِتْر", "أَمْتَار")
_KILOMETRE = Noun("كِيلُومِتْر", "كِيلُومِتْرَات")
_CENTIMETRE = Noun("سَنْتِيمِتْر", "سَنْتِيمِتْرَات")
_MILLIMETRE = Noun("مِيلِيمِتْر", "مِيلِيمِتْرَات")
_KILOGRAM = Noun("كِيلُوغْرَام", "كِيلُوغْرَامَات")
_GRAM = Noun("غِرَام", "غِرَامَات")
_MILLIGRAM = Noun("مِيلِيغْرَام", "مِيلِيغْرَامَات")
_LITRE = Noun("لِتْر", "لِتْرَات")
_MILLILITRE = Noun("مِيلِيلِتْر", "مِيلِيلِتْرَات")
_TON = Noun("طُن", "أَطْنَان")
_CELSIUS = Noun("دَرَجَة", "دَرَجَات", "مِئَوِي")
_SQUARE, _CUBE = f"مُرَب{SHADDA}َع", f"مُكَع{SHADDA}َب"
_PER_HOUR = " في الساعَة"

UNITS = {
    "كم": _KILOMETRE, "كلم": _KILOMETRE, "km": _KILOMETRE, "م": _METRE, "m": _METRE,
    "سم": _CENTIMETRE, "cm": _CENTIMETRE, "مم": _MILLIMETRE, "ملم": _MILLIMETRE, "mm": _MILLIMETRE,
    "كم²": _KILOMETRE._replace(adjective=_SQUARE), "كم2": _KILOMETRE._replace(adjective=_SQUARE),
    "كم٢": _KILOMETRE._replace(adjective=_SQUARE), "km²": _KILOMETRE._replace(adjective=_SQUARE),
    "km2": _KILOMETRE._replace(adjective=_SQUARE), "م²": _METRE._replace(adjective=_SQUARE),
    "م2": _METRE._replace(adjective=_SQUARE), "م٢": _METRE._replace(adjective=_SQUARE),
    "m²": _METRE._replace(adjective=_SQUARE), "m2": _METRE._replace(adjective=_SQUARE),
    "م³": _METRE._replace(adjective=_CUBE), "م3": _METRE._replace(adjective=_CUBE),
    "م٣": _METRE._replace(adjective=_CUBE),
    "m³": _METRE._replace(adjective=_CUBE), "m3": _METRE._replace(adjective=_CUBE),
    "كغ": _KILOGRAM, "كغم": _KILOGRAM, "كجم": _KILOGRAM, "كلغ": _KILOGRAM, "kg": _KILOGRAM,
    "غ": _GRAM, "غم": _GRAM, "جم": _GRAM, "g": _GRAM, "ملغ": _MILLIGRAM, "ملغم": _MILLIGRAM, "مغ": _MILLIGRAM,
    "ملجم": _MILLIGRAM, "mg": _MILLIGRAM, "ل": _LITRE, "l": _LITRE, "L": _LITRE, "مل": _MILLILITRE,
    "ml": _MILLILITRE, "mL": _MILLILITRE, "t": _TON,
    "ha": Noun("هِكْتَار", "هِكْتَارَات"), "°م": _CELSIUS, "°C": _CELSIUS, "℃": _CELSIUS,
    "°": Noun("دَرَجَة", "دَرَجَات"),
    "°F": Noun("دَرَجَة", "دَرَجَات", "فَهْرِنْهَايْتِي"), "kW": Noun("كِيلُووَات", "كِيلُووَات", is_fixed=True),
    "MW": Noun("مِيغَاوَات", "مِيغَاوَات", is_fixed=True), "GW": Noun("غِيغَاوَات", "غِيغَاوَات", is_fixed=True),
    "W": Noun("وَات", "وَات", is_fixed=True), "KB": Noun("كِيلُوبَايْت", "كِيلُوبَايْت", is_fixed=True),
    "MB": Noun("مِيغَابَايْت", "مِيغَابَايْت", is_fixed=True),
    "GB": Noun("غِيغَابَايْت", "غِيغَابَايْت", is_fixed=True),
    "TB": Noun("تِيرَابَايْت", "تِيرَابَايْت", is_fixed=True), "Hz": Noun("هِرْتِز", "هِرْتِز", is_fixed=True),
    "MHz": Noun("مِيغَاهِرْتِز", "مِيغَاهِرْتِز", is_fixed=True),
    "GHz": Noun("غِيغَاهِرْتِز", "غِيغَاهِرْتِز", is_fixed=True),
    "dB": Noun("دِيسِيبِل", "دِيسِيبِل", is_fixed=True), "h": Noun("سَاعَة", "سَاعَات"),
    "mi": Noun("مِيل", "أَمْيَال"), "ft": Noun("قَدَم", "أَقْدَام"),
}  # fmt: skip
"""Behind a number."""

RATES = {
    "كم/س": (_KILOMETRE, _PER_HOUR), "كم/ساعة": (_KILOMETRE, _PER_HOUR), "كلم/س": (_KILOMETRE, _PER_HOUR),
    "كلم/ساعة": (_KILOMETRE, _PER_HOUR), "كم/سا": (_KILOMETRE, _PER_HOUR), "km/h": (_KILOMETRE, _PER_HOUR),
    "م/ث": (_METRE, " في الثانِيَة"), "m/s": (_METRE, " في الثانِيَة"),
    "mph": (Noun("مِيل", "أَمْيَال"), _PER_HOUR),
}  # fmt: skip
"""Behind a number: a unit, and per what."""

SCALES = {
    "ألف": "أَلْف", "ألفا": "أَلْفًا", "آلاف": "آلَاف", "مليون": "مِلْيُون", "مليونا": "مِلْيُونًا",
    "ملايين": "مَلَايِيْن",
    "مليار": "مِلْيَار", "مليارا": "مِلْيَارًا", "مليارات": "مِلْيَارَات", "بليون": "بِلْيُون",
    "تريليون": "تِرِيلْيُون",
    "تريليونا": "تِرِيلْيُونًا", "تريليونات": "تِرِيلْيُونَات",
}  # fmt: skip
"""Behind digits, where their bare letters are read as other words."""

_GREGORIAN = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MONTHS = _GREGORIAN
"""January to December, as most newspapers name them."""

MONTH_NAMES = (
    *_GREGORIAN,
    "إبريل", "ابريل", "يونيه", "يوليه", "اغسطس", "اكتوبر", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب",
    "أيلول", "كانون الثاني", "كانون الأول", "تشرين الأول", "تشرين الثاني", "كانون ثاني", "كانون أول", "تشرين أول",
    "تشرين ثاني", "جانفي", "فيفري", "أفريل", "ماي", "جوان", "جويلية", "أوت", "محرم", "صفر", "ربيع الأول",
    "ربيع الآخر",
    "ربيع الثاني", "جمادى الأولى", "جمادى الآخرة", "جمادى الثانية", "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة",
    "ذو القعدة", "ذي الحجة", "ذو الحجة",
)  # fmt: skip
"""Every name that may follow a day."""

TITLES = {"د": "الدكتور", "أ.د": "الأستاذ الدكتور", "أ": "الأستاذ", "م": "المهندس"}
"""Before a name, with a point or a stroke."""

_BLESSING = f"صَل{SHADDA}َى الله عَلَيْهِ وَسَل{SHADDA}َم"
PHRASES = {
    "إلخ": "إلى آخِرِه",
    "الخ": "إلى آخِرِه",
    "ق.م": "قبل الميلاد",
    "ق. م": "قبل الميلاد",
    "ب.م": "بعد الميلاد",
    "ب. م": "بعد الميلاد",
    "ص.ب": "صندوق بريد",
    "ص. ب": "صندوق بريد",
    "ﷺ": _BLESSING,
    "(ص)": _BLESSING,
    "(ع)": "عليه السلام",
    "(رض)": "رضي الله عنه",
}
"""Anywhere, with or without a last point."""

NUMBERED = {"ص": "صَفْحَةِ", "ج": "الجزء", "ط": "الطبعة"}
"""Before digits."""

ORDINAL_HEADS = (
    "باب", "بند", "جولة", "دور", "دورة", "ذكرى", "طابق", "فصل", "فقرة", "قرن", "مادة", "مرتبة", "مركز",
)  # fmt: skip
"""Behind these nouns, with the article, a number up to 99 is an ordinal."""

SIGNS = {"&": "و", "+": "زائد", "=": "يساوي", "±": "زائد أو ناقص", "≈": "يساوي تقريبا", "×": "في", "÷": "على"}
"""Between words."""
