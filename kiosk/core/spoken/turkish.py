"""How Turkish says what is written in signs, digits and short forms."""

import re
from collections.abc import Sequence
from functools import cache

from kiosk.core.spoken import turkish_quantities, turkish_short_forms, turkish_times
from kiosk.core.spoken.shapes import Shape, respelled
from kiosk.core.spoken_form import Respelling

_HAS_NUMBER = re.compile(r"[\d½⅓⅔¼¾⅕-⅞%]")


def respellings(text: str) -> Sequence[Respelling]:
    """Return what Turkish says in other words than it writes, in order, without overlaps."""
    return respelled(text, _shapes(has_numbers=bool(_HAS_NUMBER.search(text))))


@cache
def _shapes(has_numbers: bool) -> tuple[Shape, ...]:
    """Return the shapes to look for: what overlaps is said by the one that comes first."""
    if not has_numbers:
        return (*turkish_short_forms.addresses(), *turkish_short_forms.shapes())
    return (
        *turkish_short_forms.addresses(),
        *turkish_times.shapes(),
        *turkish_quantities.amounts(),
        *turkish_quantities.numbers(),
        *turkish_short_forms.codes(),
        turkish_quantities.plain_number(),
        *turkish_short_forms.shapes(),
    )
