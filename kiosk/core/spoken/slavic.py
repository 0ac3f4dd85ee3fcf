"""What Russian and Ukrainian say in other words than they write: what both share, put together."""

import re
from collections.abc import Sequence

from kiosk.core.spoken.slavic_electronic import addresses
from kiosk.core.spoken.slavic_language import Language
from kiosk.core.spoken.slavic_roman import roman_numbers
from kiosk.core.spoken.slavic_scan import numbers
from kiosk.core.spoken.slavic_short_forms import acronyms, short_forms
from kiosk.core.spoken.slavic_signs import footnotes, formulas, raised, signs, units_behind_words
from kiosk.core.spoken_form import Respelling, merged

_HAS_DIGIT = re.compile(r"[\d½⅓⅔¼¾⅕-⅞]")
_HAS_ROMAN = re.compile(r"[IVXLCDM]|Х[ХІI]")
# Signs of the same length in place of rarer ones: patterns with many kinds of space take long to compile.
_COMMON = {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2007": "\u00a0", "\u2011": "-"}


def respellings(text: str, language: Language) -> Sequence[Respelling]:
    """Return what a language says in other words than it writes.

    Args:
        text: one passage, or one sentence, as written.
        language: whose tables are used.

    Returns:
        Respellings in order, not overlapping.
    """
    for rare, common in _COMMON.items():
        text = text.replace(rare, common)
    return merged(
        footnotes(text),
        addresses(text, language),
        formulas(text, language),
        numbers(text, language) if _HAS_DIGIT.search(text) else (),
        roman_numbers(text, language) if _HAS_ROMAN.search(text) else (),
        units_behind_words(text, language),
        short_forms(text, language),
        acronyms(text, language),
        raised(text, language),
        signs(text, language),
    )
