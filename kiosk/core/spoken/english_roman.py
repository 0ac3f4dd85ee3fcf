"""How English says Roman numerals, where a neighbouring word makes sure that they are numerals."""

from kiosk.core.spoken.english_numbers import cardinal, ordinal
from kiosk.core.spoken.english_text import (
    GAP,
    NOTHING,
    STARTERS,
    Found,
    closes_sentence,
    compiled,
    is_capitalised,
    piece,
    word_after,
    word_before,
    word_set,
)

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NUMERAL = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_WHOLE = rf"{_NUMERAL}(?![\w]|['’][A-Za-z]{{2}}|-[A-Za-z])"
_ONWARDS = rf"({GAP}?[-–—]{GAP}?|{GAP}(?:and|or|to){GAP}|,{GAP})(?={_WHOLE})"

_PERSON = (
    r"(?:\b[A-Z]\.|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Col|Capt|Lt|Sgt|Rev)\.?|"
    r"\b(?:King|Queen|Prince|Princess|Emperor|Tsar|Pope|Sultan|Shah|Pharaoh|Duke|Count|Sir|Lord|Patriarch)) "
    r"(?:[A-Z][^\W\d_]{1,20}[ -]){1,3}\Z"
)
_NAME_REACH = 60

# What is counted: "Chapter IV" is chapter four.
_COUNTED = word_set(
    "chapter part volume vol book act scene section article phase stage type title appendix level class "
    "schedule table figure war bowl apollo category grade group tier unit vatican paragraph module lesson "
    "round canto amendment annex protocol division rocky mark soyuz saturn"
)
# Who bears the same name as others before: Henry VIII is Henry the eighth.
_NAMES = word_set(
    "Abdullah Adrian Afonso Albert Alexander Alexios Alfonso Amenhotep Andrew Anne Antiochus Artaxerxes "
    "Augustus Baldwin Bartholomew Basil Baudouin Bayezid Beatrix Benedict Boleslaw Boniface Boris Carl "
    "Carlos Carol Casimir Catherine Charles Christian Claudius Clement Cleopatra Conrad Constantine Cyril "
    "Daniel Darius David Edmund Edward Elizabeth Emmanuel Eric Faisal Felipe Ferdinand Francis Franz "
    "Frederick Friedrich George Gregory Gustav Haakon Hamid Harald Harold Hassan Henri Henry Honorius "
    "Hussein Innocent Isabella Ivan James Jean Joan John Joseph Julius Justinian Karl Kirill Leo Leopold "
    "Louis Ludwig Magnus Mahmud Manuel Margaret Margrethe Maria Marie Mary Martin Matthias Maximilian Mehmed "
    "Mehmet Michael Mohammed Murad Napoleon Nicholas Nicolas Nikolai Olaf Olav Oscar Osman Otto Paul Pedro "
    "Peter Philip Philippe Pius Pope Ptolemy Rainier Ramesses Ramses Richard Robert Rudolf Sam Samuel Sancho "
    "Selim Shenouda Sigismund Sixtus Stanislaw Stephen Suleiman Sylvester Tawadros Theodore Theodosius "
    "Thomas Thutmose Umberto Urban Valdemar Victor Vladislav Wilhelm Willem William Xerxes Yaroslav"
)
_RANKED = word_set("century centuries dynasty Congress Olympic Olympics Olympiad Summer Winter Games Army Corps")
# "Peter I of Russia", but "I told Peter I would come".
_AFTER_FIRST = word_set("of and in who died ruled became reigned the to by from at on")
_AFTER_SUBJECT = word_set("was is had did made went came")
_RULERS = word_set(
    "King Queen Emperor Empress Tsar Pope Prince Sultan Shah Pharaoh Patriarch When After Under Before"
)
# "Title X" is title ten, but "Model X" is a car.
_TENTH = word_set("chapter part book act article title volume vol")
_AFTER_COUNTED_FIRST = word_set(
    "think believe thought know knew saw like liked love loved am have want read wrote found use used"
)


def roman(text: str, start: int) -> Found:
    """Say Roman numerals: "Henry VIII", "Chapter IV", "World War II", "Types I and II", "XIX century"."""
    found = compiled(_WHOLE).match(text, start)
    if not found:
        return NOTHING
    numeral, end = found[0], found.end()
    before, after = word_before(text, start).rstrip("."), word_after(text, end)
    if len(numeral) > 1 and after in _RANKED and before.lower() not in _COUNTED:
        return (piece(start, end, ordinal(value_of(numeral))),)
    kind = before.lower()
    if kind in _COUNTED or (kind.endswith("s") and kind[:-1] in _COUNTED):
        return _counted(text, start, end, before, after)
    if len(numeral) == 1 and text[end : end + 1] == "." and not closes_sentence(text, end + 1):
        # "Thomas I. Smith": an initial.
        return NOTHING
    if before in _NAMES or _is_person(text, start, before, numeral):
        if len(numeral) == 1 and not _is_sure(text, start, before, numeral, after):
            return NOTHING
        return (piece(start, end, f"the {ordinal(value_of(numeral))}"),)
    # After any other name a numeral is a number still; "IV" at the beginning of a sentence is a drip.
    is_name = is_capitalised(before) and before[1:].islower() and before not in STARTERS
    is_number = len(numeral) > 1 and set(numeral) <= set("IVX")
    if numeral == "IV":
        is_number = is_capitalised(word_before(text, start - len(before) - 1))
    return (piece(start, end, cardinal(value_of(numeral))),) if is_name and is_number else NOTHING


def _counted(text: str, start: int, end: int, before: str, after: str) -> Found:
    # One letter: only after a word that is written large, and not where "I" goes on with a verb.
    is_word = not is_capitalised(before) or text[start] in "CDLM" or after in _AFTER_COUNTED_FIRST
    is_word = is_word or (text[start] == "X" and before.lower() not in _TENTH)
    if end - start == 1 and is_word:
        return NOTHING
    pieces = [piece(start, end, cardinal(value_of(text[start:end])))]
    while onwards := compiled(_ONWARDS).match(text, pieces[-1].span.end):
        following = compiled(_WHOLE).match(text, onwards.end())
        if not following or not following[0]:
            break
        sign = onwards[1].strip()
        if sign in "-–—":
            pieces.append(
                piece(onwards.start() + onwards[1].index(sign), onwards.start() + onwards[1].index(sign) + 1, "to")
            )
        pieces.append(piece(*following.span(), cardinal(value_of(following[0]))))
    return tuple(pieces)


def _is_person(text: str, start: int, before: str, numeral: str) -> bool:
    """Whether a person's name stands before the numeral: "William Gates III", "John A. Doe IV", "King Olan II"."""
    if numeral not in ("II", "III", "IV", "V", "VI") or not is_capitalised(before):
        return False
    first = word_before(text, start - len(before) - 1).rstrip(".")
    return first in _NAMES or compiled(_PERSON).search(text, max(0, start - _NAME_REACH), start) is not None


def _is_sure(text: str, start: int, before: str, numeral: str, after: str) -> bool:
    """Whether one letter after a king's name is a numeral."""
    if numeral not in "IVX":
        return False
    if not after:
        return True
    if numeral == "I" and after in _AFTER_SUBJECT:
        # "Charles I was king" begins a sentence, "I told Charles I was late" does not.
        ruler = word_before(text, start - len(before) - 1)
        return not ruler or not ruler[-1].isalnum() or ruler in _RULERS
    return after in _AFTER_FIRST if numeral == "I" else not after[:1].isupper() or len(after) > 1


def value_of(numeral: str) -> int:
    """Return the value of a Roman numeral that is written well."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-own if own < following else own for own, following in zip(values, [*values[1:], 0], strict=True))
