"""How English says short forms: titles, "No. 5", "e.g.", "Inc.", weekdays, initials.

A short form's point ends many a sentence too; there it is kept.
"""

from kiosk.core.spoken.english_text import (
    GAP,
    NOTHING,
    Found,
    closes_sentence,
    compiled,
    full_stop,
    is_capitalised,
    piece,
    word_before,
    word_set,
)

TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Prof": "Professor", "Gen": "General",
    "Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives", "Gov": "Governor",
    "Pres": "President", "Capt": "Captain", "Col": "Colonel", "Lt": "Lieutenant", "Maj": "Major",
    "Sgt": "Sergeant", "Cpl": "Corporal", "Pvt": "Private", "Adm": "Admiral", "Cmdr": "Commander",
    "Rev": "Reverend", "Hon": "Honorable", "Msgr": "Monsignor", "Mme": "Madame", "Mlle": "Mademoiselle",
    "Messrs": "Messieurs", "Fr": "Father", "Mt": "Mount", "Ft": "Fort", "Amb": "Ambassador", "Atty": "Attorney",
    "Supt": "Superintendent", "Insp": "Inspector", "Det": "Detective", "Sec": "Secretary",
}  # fmt: skip
"""Said before a name."""
# Short for nothing else: said so wherever they stand, and without their point as well.
_ALWAYS_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Prof"))
_POINTLESS_TITLES = _ALWAYS_TITLES | {"Lt", "Sgt", "Capt", "Mt", "Messrs"}

BEFORE_NUMBERS = {
    "No": "Number", "Nos": "Numbers", "no": "number", "nos": "numbers", "p": "page", "pp": "pages",
    "Vol": "Volume", "vol": "volume", "Vols": "Volumes", "vols": "volumes", "Ch": "Chapter", "ch": "chapter",
    "Fig": "Figure", "fig": "figure", "Figs": "Figures", "figs": "figures", "Sec": "Section", "sec": "section",
    "Art": "Article", "art": "article", "para": "paragraph", "Ext": "Extension", "ext": "extension",
    "Apt": "Apartment", "apt": "apartment", "Rm": "Room", "Ste": "Suite", "Eq": "Equation", "eq": "equation",
    "ver": "version", "Pt": "Part", "pt": "part", "Op": "Opus", "op": "opus", "ca": "circa",
    "c": "circa", "b": "born", "d": "died", "Tel": "Telephone", "tel": "telephone", "max": "maximum",
    "min": "minimum", "Max": "Maximum", "Min": "Minimum",
}  # fmt: skip
"""Said before digits, and only with their point."""
_BEFORE_YEARS = word_set("ca c b d")

SHORT_FORMS = {
    "vs": "versus", "approx": "approximately", "Approx": "Approximately", "dept": "department",
    "Dept": "Department", "govt": "government", "Govt": "Government", "Inc": "Incorporated", "Ltd": "Limited",
    "Corp": "Corporation", "Co": "Company", "Bros": "Brothers", "Jr": "Junior", "Sr": "Senior",
    "Assn": "Association", "Assoc": "Association", "Univ": "University", "Inst": "Institute",
    "Intl": "International", "Natl": "National", "incl": "including", "excl": "excluding", "esp": "especially",
    "cf": "compare", "viz": "namely", "etc": "et cetera", "misc": "miscellaneous", "Dist": "District",
    "Div": "Division", "Esq": "Esquire", "Asst": "Assistant", "asst": "assistant", "avg": "average",
    "temp": "temperature", "Blvd": "Boulevard", "Ave": "Avenue", "Rd": "Road", "Hwy": "Highway",
    "Pkwy": "Parkway", "Ln": "Lane", "Sq": "Square", "Bldg": "Building", "al": "al", "est": "established",
}  # fmt: skip
"""Said wherever they stand with their point."""
_POINTLESS_FORMS = word_set(
    "vs approx Approx dept Dept govt Govt Inc Ltd Corp Bros Jr Sr Blvd Hwy Pkwy incl excl avg etc"
)
_AFTER_NAMES = word_set("Inc Ltd Corp Co Bros Jr Sr Blvd Ave Rd Hwy Pkwy Ln Sq Esq")

DOTTED_FORMS = {
    "e.g": "for example", "i.e": "that is", "a.k.a": "also known as", "Ph.D": "PhD", "eg": "for example",
    "ie": "that is", "aka": "also known as", "AKA": "also known as",
}  # fmt: skip
"""Said in other words, with a last point or without."""

DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
    "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday",
}  # fmt: skip
"""Weekdays by their short forms."""
# A letter after these is a label, not an initial.
_LABELED = word_set(
    "Hepatitis Vitamin Plan Group Type Grade Class Section Part Option Team Exhibit Appendix Category"
)
_DAY = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_DATE_FOLLOWS = (
    rf"\.?,?{GAP}(?:\d{{1,2}}(?:st|nd|rd|th)?{GAP}{_MONTH}|{_MONTH}\.?{GAP}\d"
    rf"|\d{{1,2}}(?:[:.]\d\d|{GAP}?[ap]\.?m))"
)
_SLASHED = {
    "s/he": "she or he",
    "w/": "with",
    "w/o": "without",
    "b/c": "because",
    "c/o": "care of",
    "N/A": "not applicable",
    "n/a": "not applicable",
}


def title(text: str, start: int, word: str) -> Found:
    """Say a title before a name: "Dr. Smith", "Lt. Col. Jones"."""
    dot = start + len(word)
    has_dot = text[dot : dot + 1] == "."
    end = dot + has_dot
    is_before_name = compiled(GAP + ("*" if has_dot else "+") + '["“]?[^\\W\\d_a-z]').match(text, end) is not None
    if not has_dot and not (is_before_name and word in _POINTLESS_TITLES):
        return NOTHING
    if word in _ALWAYS_TITLES:
        return (piece(start, end, TITLES[word] + ("" if is_before_name else full_stop(text, dot))),)
    is_title = is_before_name and not (has_dot and closes_sentence(text, end))
    return (piece(start, end, TITLES[word]),) if is_title else NOTHING


def before_number(text: str, start: int, word: str) -> Found:
    """Say what stands before digits: "No. 5", "pp. 3–5", "c. 1900"."""
    digits = r"\d{3,4}\b" if word in _BEFORE_YEARS else r"(?:\d|[IVXLC]+\b)"
    found = compiled(rf"\.{GAP}?(?={digits})").match(text, start + len(word))
    return (piece(start, start + len(word) + 1, BEFORE_NUMBERS[word]),) if found else NOTHING


def short_form(text: str, start: int, word: str) -> Found:
    """Say a short form that needs nothing behind it: "vs.", "approx.", "Inc."."""
    dot = start + len(word)
    has_dot = text[dot : dot + 1] == "."
    before = word_before(text, start)
    if not has_dot and (word not in _POINTLESS_FORMS or text[dot : dot + 1].isalnum()):
        return NOTHING
    if word in _AFTER_NAMES and not (is_capitalised(before) or before in ("&", "and")):
        return NOTHING
    if word == "al" and before != "et":
        return NOTHING
    said = SHORT_FORMS[word]
    if word == "est":
        if not compiled(rf"\.{GAP}\d").match(text, dot):
            return NOTHING
        said = "established" if compiled(rf"\.{GAP}\d{{4}}\b").match(text, dot) else "estimated"
    return (piece(start, dot + has_dot, said + full_stop(text, dot)),)


def dotted_form(text: str, start: int, word: str) -> Found:
    """Say "e.g.", "i.e." and their like in words."""
    dot = start + len(word)
    has_dot = text[dot : dot + 1] == "."
    if text[dot : dot + 1].isalnum():
        return NOTHING
    return (piece(start, dot + has_dot, DOTTED_FORMS[word] + full_stop(text, dot)),)


def slashed_form(text: str, start: int) -> Found:
    """Say "w/o" and its like."""
    found = compiled("(?:w/o|b/c|c/o|s/he|N/A|n/a|w/)(?![^\\W\\d_]{2})").match(text, start)
    if not found or (found[0] != "w/" and text[found.end() : found.end() + 1].isalnum()):
        return NOTHING
    return (piece(start, found.end(), _SLASHED[found[0]]),)


def weekday(text: str, start: int, word: str) -> Found:
    """Say a weekday's short form: "Mon.", "Fri, 5 May", "Mon–Fri"."""
    end = start + len(word)
    onwards = compiled(rf"(\.?){GAP}?([-–]){GAP}?{_DAY}\b\.?").match(text, end)
    if onwards:
        stop = full_stop(text, onwards.end(3))
        last = piece(onwards.start(3), onwards.end(), DAYS[onwards[3]] + stop)
        return (piece(start, onwards.end(1), DAYS[word]), piece(*onwards.span(2), "to"), last)
    has_dot = text[end : end + 1] == "."
    is_dated = compiled(_DATE_FOLLOWS).match(text, end) is not None
    # "Sat" and "Sun" at the end of a sentence are words.
    is_joined = word_before(text, start) in ("and", "or", "to")
    is_joined = is_joined or compiled(rf"\.{GAP}(?:and|or|to){GAP}{_DAY}\b").match(text, end) is not None
    if is_dated or (has_dot and (is_joined or word not in ("Sat", "Sun"))):
        return (piece(start, end + has_dot, DAYS[word] + full_stop(text, end)),)
    return NOTHING


def initials(text: str, start: int, word: str) -> Found:
    """Take the point from initials before a name, where some voices would pause: "George W. Bush"."""
    dot = start + len(word)
    if text[dot : dot + 1] != "." or not compiled(GAP + r"[^\W\d_a-z]").match(text, dot + 1):
        return NOTHING
    if closes_sentence(text, dot + 1):
        return NOTHING
    is_sure = "." in word or compiled(rf"{GAP}[A-Z]\.").match(text, dot + 1) is not None
    before = word_before(text, start)
    is_after_name = before not in _LABELED and before[:1].isupper() and (before[-1].isalnum() or before[-1] == ".")
    # "A" would be read as the article; "I", "V" and "X" number chapters.
    if word == "A" or (not before and word in "IVX") or not (is_sure or is_after_name or not before):
        return NOTHING
    return (piece(start, dot + 1, word),)


def versus(text: str, start: int) -> Found:
    """Say the "v." between the parties of a lawsuit."""
    found = compiled(rf"v\.(?={GAP}[^\W\d_a-z])").match(text, start)
    return (
        (piece(start, found.end(), "versus"),) if found and is_capitalised(word_before(text, start)) else NOTHING
    )
