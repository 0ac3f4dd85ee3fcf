"""Short forms in capitals that some voice does not read as people say them; all others are left as they are."""

from kiosk.core.spoken.english_text import NOTHING, Found, compiled, piece, word_set

# One of the voices would read a word: "who", "osk".
_BY_LETTER = word_set(
    "ACLU AL AU BA BASF BIS CEST COPD CSIS CSTO EAEU EASA EBRD EEST EET EFSF EMEA ERDF ETA FATF FOMC GIS "
    "IAAF IAEA IBRD ICBM IMO IRGC ISSN IST IUCN JCPOA MA OHCHR OPCW OSCE PMOI PO UNDP UNEP UNFCCC UNFPA "
    "UNHRC UNODC UNSC UR USGS USMC USMCA USPS WHO YMCA"
)
# One of them would spell.
_AS_NAMES = word_set(
    "AFRICOM AMISOM ASEM AUKUS EBITDA ECOSOC ECOWAS EURATOM EUROPOL FERPA FRONTEX HIMARS ICANN IKEA JAXA "
    "JETRO LIGO MAGA MERCOSUR MINUSMA MONUSCO NASAMS OCHA OFAC PEPFAR RUSI SEPA SIPRI TOEFL UNIFIL WADA"
)
_AS_WORDS = {
    "ATACMS": "Attackems", "DACA": "Dacca", "FEMA": "Feema", "IDs": "I-Dees", "IFAD": "Eefad", "IGAD": "Eegad",
    "ISAF": "Eyesaf", "MENA": "Meena", "NOAA": "Noah", "PIN": "pin", "RAM": "ram", "ROM": "rom", "SAARC": "Sark",
    "SIM": "sim", "THAAD": "Thad", "UNAIDS": "U.N.-Aids", "USAID": "U.S.-Aid",
} | {name: name.capitalize() for name in _AS_NAMES}  # fmt: skip
ACRONYMS = _BY_LETTER | _AS_WORDS.keys()
"""The short forms that ``acronym`` knows."""
_NEARBY = 40


def acronym(text: str, start: int, word: str) -> Found:
    """Say a known short form by its letters or as a word; in a text all in capitals it may be a common word."""
    end = start + len(word)
    if text[max(0, start - _NEARBY) : end + _NEARBY].isupper() and len(text) > len(word):
        return NOTHING
    if compiled(r"\d|[-'’]?[A-Z]{2}").match(text, end):
        return NOTHING
    # A last point would make some voices pause.
    return (piece(start, end, _AS_WORDS.get(word) or ".".join(word)),)
