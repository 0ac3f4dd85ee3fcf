"""How English says what is written in signs, digits and short forms."""

from collections.abc import Sequence

from kiosk.core.spoken_form import Respelling


def respellings(text: str) -> Sequence[Respelling]:
    """Return what English says in other words than it writes, in order, without overlaps."""
    return ()
