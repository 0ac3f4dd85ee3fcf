"""How English says signs that are neither letters nor digits; those for the eye alone are not said at all."""

from kiosk.core.spoken.english_text import GAP, NOTHING, Found, Rule, compiled, piece

_WORDS = {
    "&": "and", "+": "plus", "=": "equals", "×": "times", "÷": "divided by", "±": "plus or minus", "≈": "about",
    "≠": "is not equal to", "≤": "at most", "≥": "at least", "→": "to", "⇒": "to", "➡": "to", "©": "copyright",
    "§": "section", "¶": "paragraph", "№": "number", "%": "percent", "‰": "per mille", "°": "degrees",
    "\\": "backslash", "@": "at", "#": "hash", "√": "the square root of", "∞": "infinity", "−": "minus",
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "ruble", "₴": "hryvnia", "₺": "lira",
    "₹": "rupee", "₩": "won", "¢": "cent", "₿": "bitcoin",
}  # fmt: skip
_SILENT = "•‣◦▪▫●○■□◆◇★☆✓✔✗✘➤➔➜·®™†‡℠↑↓←⬅↔"
SIGNS = frozenset("/*^~<>|_[" + "".join(_WORDS) + _SILENT)
"""The characters that ``sign`` looks at."""

# Said before a number that touches them: the two are one word.
_BEFORE_NUMBER = {
    "+": "plus", "-": "minus", "−": "minus", "–": "minus", "~": "about", "≈": "about", "±": "plus or minus",
    "<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "#": "number", "№": "number",
    "§": "section",
}  # fmt: skip
_EITHER = frozenset(
    ("and/or", "he/she", "she/he", "his/her", "her/his", "him/her", "her/him", "himself/herself", "s/he", "yes/no")
)
_RULE_LINE = r"([*_~#^|<>•·])\1+|={3,}"
_NOTE = r"\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|[a-z]|note \d{1,3}|citation needed)\]"
_FAR = 10
_HASHTAG_PARTS = r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+|_"


def is_before_number(text: str, start: int) -> bool:
    """Whether a sign belongs to the number that it touches: "-5" but not "3-5", "#5" but not "C#5"."""
    before = text[start - 1] if start else " "
    if text[start] in "-−–":
        return not (before.isalnum() or before in ")]%°'’”\"")
    return not before.isalnum()


def signed(text: str, start: int, number: Found) -> Found:
    """Put a sign and the number behind it together.

    Args:
        text: the text.
        start: the sign's place.
        number: how what follows it is said, the first piece touching the sign.
    """
    first = number[0]
    said = _BEFORE_NUMBER.get(text[start])
    if said is None or first.span.start != start + 1:
        return NOTHING
    return (piece(start, first.span.end, f"{said} {first.spoken}"), *number[1:])


def sign(text: str, start: int) -> Found:
    """Say a sign that stands for a word, or pass it over."""
    line = compiled(_RULE_LINE).match(text, start)
    if line:
        return (piece(start, line.end(), ""),)
    rule = _RULES.get(text[start])
    found = rule(text, start) if rule else NOTHING
    if found or text[start] in "/[<>_":
        return found
    said = _WORDS.get(text[start], "")
    return (piece(start, start + 1, said),)


def _slash(text: str, start: int) -> Found:
    around = compiled(r"[A-Za-z]{1,8}/[A-Za-z]{1,8}\b")
    begin = start
    while begin > max(0, start - 8) and text[begin - 1].isalpha():
        begin -= 1
    pair = around.match(text, begin)
    if pair and pair[0].lower() in _EITHER:
        if pair[0].lower() == "s/he":
            return NOTHING
        return (piece(start, start + 1, "or" if pair[0].lower() != "and/or" else ""),)
    return (piece(start, start + 1, "slash"),)


def _star(text: str, start: int) -> Found:
    between = text[start - 1 : start].isdigit() and text[start + 1 : start + 2].isdigit()
    return (piece(start, start + 1, "times" if between else ""),)


def _power(text: str, start: int) -> Found:
    between = text[start - 1 : start].isalnum() and text[start + 1 : start + 2].isalnum()
    return (piece(start, start + 1, "to the power of" if between else ""),)


def _compared(text: str, start: int) -> Found:
    found = compiled(rf"(?<!\S)(?:(->|=>)|(<=?|>=?))(?={GAP}|\d)").match(text, start)
    if not found:
        return NOTHING
    words = {"<": "less than", ">": "greater than", "<=": "at most", ">=": "at least"}
    return (piece(start, found.end(), words[found[2]] if found[2] else "to"),)


def _bar(text: str, start: int) -> Found:
    return (piece(start, start + 1, ","),)


def _low_line(text: str, start: int) -> Found:
    between = text[start - 1 : start].isalnum() and text[start + 1 : start + 2].isalnum()
    return (piece(start, start + 1, " "),) if between else NOTHING


def _note(text: str, start: int) -> Found:
    found = compiled(_NOTE).match(text, start)
    # At the very beginning it is the note itself that is numbered.
    is_behind = bool(text[max(0, start - _FAR) : start].strip())
    return (piece(start, found.end(), ""),) if found and is_behind else NOTHING


def _hash(text: str, start: int) -> Found:
    found = compiled(r"#(\w{1,60})").match(text, start)
    if start and text[start - 1] in "ABCDEFG" and not text[start - 2 : start - 1].isalnum() and not found:
        return (piece(start, start + 1, "sharp"),)
    if not found or not any(character.isalpha() for character in found[1]):
        return NOTHING
    return (piece(start, found.end(), f"hashtag {parted(found[1])}"),)


def _at(text: str, start: int) -> Found:
    found = compiled(r"@([A-Za-z\d_]{1,40})").match(text, start)
    return (piece(start, found.end(), f"at {parted(found[1])}"),) if found else NOTHING


def parted(name: str) -> str:
    """Return the words that were run together in a tag or a name: "Black Lives Matter", "john underscore 5"."""
    from kiosk.core.spoken.english_rows import row_in_code

    parts = compiled(_HASHTAG_PARTS).findall(name)
    if "".join(parts) != name:
        return name
    return " ".join(
        "underscore" if part == "_" else row_in_code(part) if part.isdecimal() else part for part in parts
    )


_RULES: dict[str, Rule] = {
    "/": _slash, "*": _star, "^": _power, "<": _compared, ">": _compared, "|": _bar, "_": _low_line,
    "[": _note, "#": _hash, "@": _at,
}  # fmt: skip
