"""Short forms in capitals that some voice does not read as people say them; all others are left as they are."""

from kiosk.core.spoken.english_text import NOTHING, Found, compiled, piece, word_set

_BY_LETTER = word_set(
    "WHO OSCE IAEA UNDP UNEP UNFPA AU ACLU USMCA CSTO EAEU USPS CEST EET EEST IST ETA GIS BIS IMO BA MA UR AL PO"
)
_AS_WORD = {
    "ATACMS": "Attackems", "FEMA": "Feema", "HIMARS": "Himars", "JAXA": "Jaxa", "LIGO": "Ligo", "MAGA": "Maga",
    "NASAMS": "Nasams", "OCHA": "Ocha", "PIN": "pin", "RAM": "ram", "ROM": "rom", "SEPA": "Sepa", "SIM": "sim",
    "TOEFL": "Toefl", "IDs": "I-Dees",
}  # fmt: skip
_NEARBY = 40
ACRONYMS = _BY_LETTER | _AS_WORD.keys()
"""The short forms that ``acronym`` knows."""


def acronym(text: str, start: int, word: str) -> Found:
    """Say a known short form by its letters or as a word; in a text all in capitals it may be a common word."""
    end = start + len(word)
    if text[max(0, start - _NEARBY) : end + _NEARBY].isupper() and len(text) > len(word):
        return NOTHING
    if compiled(r"\d|[-'’]?[A-Z]{2}").match(text, end):
        return NOTHING
    # A last point would make some voices pause.
    return (piece(start, end, _AS_WORD.get(word) or ".".join(word)),)
