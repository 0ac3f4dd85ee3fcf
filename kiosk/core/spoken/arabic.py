"""How Arabic says what is written in signs, digits and short forms."""

import re
from collections.abc import Sequence
from functools import cache

from kiosk.core.spoken import arabic_quantities, arabic_short_forms, arabic_times
from kiosk.core.spoken.shapes import Shape, respelled
from kiosk.core.spoken_form import Respelling

_HAS_NUMBER = re.compile(r"[\d½⅓⅔¼¾⅕-⅞]")


def respellings(text: str) -> Sequence[Respelling]:
    """Return what Arabic says in other words than it writes, in order, without overlaps."""
    return respelled(text, _shapes(has_numbers=bool(_HAS_NUMBER.search(text))))


@cache
def _shapes(has_numbers: bool) -> tuple[Shape, ...]:
    """Return the shapes to look for: what overlaps is said by the one that comes first."""
    numbers = (*arabic_times.shapes(), *arabic_quantities.shapes()) if has_numbers else ()
    return (*arabic_short_forms.addresses(), *numbers, *arabic_short_forms.shapes())
