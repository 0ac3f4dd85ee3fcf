"""What Turkish short forms, signs and units stand for: tables only."""

TITLES = {
    "dr": "doktor",
    "prof": "profesör",
    "doç": "doçent",
    "yrd": "yardımcı",
    "öğr": "öğretim",
    "gör": "görevlisi",
    "arş": "araştırma",
    "uzm": "uzman",
    "ord": "ordinaryüs",
    "sn": "sayın",
    "hz": "hazreti",
    "av": "avukat",
    "müh": "mühendis",
    "mim": "mimar",
    "ecz": "eczacı",
    "op": "operatör",
    "alb": "albay",
    "yb": "yarbay",
    "bnb": "binbaşı",
    "yzb": "yüzbaşı",
    "ütğm": "üsteğmen",
    "tğm": "teğmen",
    "gen": "general",
    "org": "orgeneral",
    "korg": "korgeneral",
    "tümg": "tümgeneral",
    "tuğg": "tuğgeneral",
    "bşk": "başkan",
}
"""Before a name; those that are words of their own count only there."""

PLACES = {
    "cad": "caddesi",
    "cd": "caddesi",
    "sok": "sokak",
    "sk": "sokak",
    "mah": "mahallesi",
    "mh": "mahallesi",
    "bul": "bulvarı",
    "blv": "bulvarı",
    "bulv": "bulvarı",
    "apt": "apartmanı",
    "ap": "apartmanı",
    "üniv": "üniversitesi",
    "ün": "üniversitesi",
    "fak": "fakültesi",
    "hst": "hastanesi",
    "bak": "bakanlığı",
    "bld": "belediyesi",
    "müd": "müdürlüğü",
}
"""Behind a name."""

BEFORE_DIGITS = {
    "s": "sayfa",
    "sf": "sayfa",
    "ss": "sayfa",
    "c": "cilt",
    "md": "madde",
    "mad": "madde",
    "no": "numara",
    "nu": "numara",
    "tel": "telefon",
    "faks": "faks",
    "f": "fıkra",
    "bl": "bölüm",
}
"""Before digits."""

PHRASES = {
    "vb": "ve benzeri",
    "v.b": "ve benzeri",
    "vs": "vesaire",
    "v.s": "vesaire",
    "vd": "ve diğerleri",
    "v.d": "ve diğerleri",
    "bkz": "bakınız",
    "bk": "bakınız",
    "krş": "karşılaştırınız",
    "örn": "örneğin",
    "yy": "yüzyıl",
    "y.y": "yüzyıl",
    "yakl": "yaklaşık",
    "a.g.e": "adı geçen eser",
    "age": "adı geçen eser",
    "m.ö": "milattan önce",
    "m.s": "milattan sonra",
    "i.ö": "İsa'dan önce",
    "i.s": "İsa'dan sonra",
    "t.c": "Türkiye Cumhuriyeti",
    "a.ş": "anonim şirketi",
    "ltd": "limitet",
    "şti": "şirketi",
    "p.k": "posta kutusu",
    "çev": "çeviren",
    "hzl": "hazırlayan",
    "yay": "yayınları",
    "gn": "genel",
    "dş": "dışişleri",
    "tic": "ticaret",
    "san": "sanayi",
    "mrk": "merkez",
}
"""Anywhere; what is an everyday word too is in ``WORDS_TOO``."""

WORDS_TOO = frozenset({"çev", "yay", "san", "age", "bk", "gn", "dş"})
"""Short forms that may end a sentence as words: they count only when the sentence goes on in small letters."""

MAY_END = frozenset({"vb", "v.b", "vs", "v.s", "vd", "v.d", "şti", "a.ş", "yy", "y.y"})
"""Short forms whose point often ends a sentence as well."""

ERAS = {"MÖ": "milattan önce", "MS": "milattan sonra", "İÖ": "İsa'dan önce", "İS": "İsa'dan sonra"}
"""Before a number or a century."""

LETTERS = {
    "A": "a", "B": "be", "C": "ce", "Ç": "çe", "D": "de", "E": "e", "F": "fe", "G": "ge", "Ğ": "yumuşak ge",
    "H": "he", "I": "ı", "İ": "i", "J": "je", "K": "ke", "L": "le", "M": "me", "N": "ne", "O": "o", "Ö": "ö",
    "P": "pe", "Q": "kü", "R": "re", "S": "se", "Ş": "şe", "T": "te", "U": "u", "Ü": "ü", "V": "ve",
    "W": "çift ve",
    "X": "iks", "Y": "ye", "Z": "ze",
}  # fmt: skip
"""The letters' names."""

ACRONYMS = {
    "UNESCO": "unesko",
    "UNICEF": "unisef",
    "UEFA": "uefa",
    "FIFA": "fifa",
    "FIBA": "fiba",
    "FIDE": "fide",
    "AIDS": "eyds",
    "HIV": "hiv",
    "OPEC": "opek",
    "COVID": "kovid",
    "INTERPOL": "interpol",
    "INTERFAX": "interfaks",
    "ISIS": "isis",
    "EURO": "euro",
    "KOAH": "koah",
    "TEOG": "teog",
    "DEAŞ": "deaş",
    "DAEŞ": "daeş",
    "BBC": "bi bi si",
    "CNN": "si en en",
    "FBI": "ef bi ay",
    "CIA": "si ay ey",
    "NBA": "en bi ey",
    "CD": "si di",
    "DVD": "di vi di",
    "PC": "pi si",
    "IMF": "i me fe",
    "IP": "ay pi",
    "IQ": "ay kü",
    "IT": "ay ti",
    "AK": "ak",
    "WHO": "dabılyu eyç o",
    "UNHCR": "u ne he ce re",
}
"""Capitals that are said neither as Turkish letters nor as Turkish reads them."""

SPELLED = frozenset({"İTÜ", "ODTÜ", "KTÜ", "TESK", "ATO", "ASO", "İSO", "İTO", "AFP", "AİHS", "ATM", "EFT", "APS"})
"""Capitals that could be read as a word and are said letter by letter."""

MONTHS = (
    "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
    "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
)  # fmt: skip
"""January to December."""

CURRENCIES = {
    "₺": ("lira", "kuruş"),
    "TL": ("lira", "kuruş"),
    "TRY": ("lira", "kuruş"),
    "$": ("dolar", "sent"),
    "US$": ("dolar", "sent"),
    "USD": ("dolar", "sent"),
    "€": ("avro", "sent"),
    "EUR": ("avro", "sent"),
    "£": ("sterlin", "peni"),
    "GBP": ("sterlin", "peni"),
    "¥": ("yen", ""),
    "JPY": ("yen", ""),
    "₽": ("ruble", "kopek"),
    "RUB": ("ruble", "kopek"),
    "₴": ("grivna", "kopik"),
    "UAH": ("grivna", "kopik"),
    "CHF": ("İsviçre frangı", ""),
    "₼": ("manat", ""),
    "₹": ("rupi", ""),
}
"""A currency's sign or code: its name and that of its hundredth (empty where nobody counts in it)."""

UNITS = {
    "km": "kilometre", "Km": "kilometre", "KM": "kilometre", "m": "metre", "dm": "desimetre",
    "cm": "santimetre", "mm": "milimetre", "nm": "nanometre",
    "µm": "mikrometre", "km²": "kilometrekare", "km2": "kilometrekare", "m²": "metrekare", "m2": "metrekare",
    "cm²": "santimetrekare", "cm2": "santimetrekare", "m³": "metreküp", "m3": "metreküp", "cm³": "santimetreküp",
    "cm3": "santimetreküp", "ha": "hektar", "kg": "kilogram", "Kg": "kilogram", "KG": "kilogram",
    "kr": "kuruş", "g": "gram", "gr": "gram",
    "mg": "miligram", "µg": "mikrogram", "t": "ton", "l": "litre", "L": "litre", "lt": "litre", "ml": "mililitre",
    "mL": "mililitre", "cl": "santilitre", "°C": "santigrat derece", "°F": "fahrenhayt", "°": "derece",
    "dk": "dakika", "sn": "saniye", "sa": "saat", "ms": "milisaniye", "kW": "kilovat", "MW": "megavat",
    "GW": "gigavat", "W": "vat", "kWh": "kilovatsaat", "MWh": "megavatsaat", "kV": "kilovolt", "mA": "miliamper",
    "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "KB": "kilobayt", "MB": "megabayt",
    "GB": "gigabayt", "TB": "terabayt", "kcal": "kilokalori", "kal": "kalori", "dB": "desibel",
    "BG": "beygir gücü",
    "hp": "beygir gücü", "HP": "beygir gücü", "mbar": "milibar", "ppm": "milyonda bir",
}  # fmt: skip
"""Behind a number; Turkish has no plural there."""

RATES = {
    "km/sa": "saatte {} kilometre",
    "km/s": "saatte {} kilometre",
    "km/h": "saatte {} kilometre",
    "m/s": "saniyede {} metre",
    "m/sn": "saniyede {} metre",
    "Mbps": "saniyede {} megabit",
    "Mb/s": "saniyede {} megabit",
}
"""Behind a number, which stands elsewhere when it is said."""

_RULERS = (
    "Selim|Mehme[td]|Mahmu[td]|Mura[td]|Ahme[td]|Mustafa|Osman|Süleyman|Baye[zs]i[td]|Beyazıt|Abdülhami[td]"
    "|Abdülmeci[td]|İbrahim|Kılıç|Alâ?eddin|Gıyaseddin|Keyh?üsrev|Elizabeth?|Katerina|Nikolay?|Petro|Aleksandr|Louis"
    "|Henry|George|Edward|Charles|Karl|Philip|Wilhelm|Friedrich|Ramses|Justinianus|Theodosius|Konstantin"
)
_COUNTED_EVENTS = (
    "Dünya|Meşrutiyet|Balkan|İnönü|Haçlı|Viyana|Kosova|Ordu|Kolordu|Bölüm|Kısım|Cilt|Dönem|Uluslararası"
)
NAMED_BY_ROMAN = f"(?:{_RULERS}|{_COUNTED_EVENTS}|Ulusal|Yüzyıl)"
"""Pattern: what a Roman "I.", "V." or "X." is an ordinal before; before other names it is an initial."""
NAMED_BY_NUMBER = (
    f"(?:{_RULERS}|{_COUNTED_EVENTS}|Ulusal|Yüzyıl|Lig|Tümen|Tugay|Bölge|Cadde|Sokak|Kat|Daire|Sınıf|Madde|Köprü|Levent"
    "|Noter|Olağan|Geleneksel|Yıl|Cumhuriyet|Asliye|Ağır|Sulh|İcra|İdare|Hukuk|Ceza|Bursa|İstanbul|Ankara|İzmir|Akdeniz"
    "|Yargı|Organize|Boğaz|Hava|Ana|Jet|Genel|Büyük|Film|Kitap|Grup|Etap|Tur|Hafta|Gün|Zırhlı|Piyade|Avrupa|Asya|Sanayi"
    "|(?:Cumhurbaşkan|Başbakan|Olimpiyat|Kongre|Festival|Şampiyona|Zirve|Kurultay)\\w*)"
)
"""Pattern: capitals behind an ordinal's point; before others the point ends a sentence."""
