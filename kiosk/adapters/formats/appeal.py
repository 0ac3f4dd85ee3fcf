"""Appeals for donations at the end of an article's text: found, cut off, and turned into a draft campaign.

An appeal must never be read out as part of the article, and no word of the article may be lost. Most articles
have none, and that is settled here, quickly; the rest is in ``appeal_region``. Knows nothing of file formats.

Left in the article, because it is in doubt: an appeal above or in the middle of the text, one that is quoted as
a whole, one without an opener that names no sum and has no button, one in a language without signals, sums in
words beyond the commonest, and a text that is nothing but an appeal.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.adapters.formats.appeal_words import phrases_for, primary_with_signals
from kiosk.adapters.formats.folding import fold, has_phrase

if TYPE_CHECKING:
    from kiosk.adapters.formats.appeal_region import FoundAppeal

APPEAL_ONLY = "The whole text is an appeal for donations; it was kept as an article."
"""The note for an editor when nothing but an appeal was found."""

_LOOKED_AT = 40
"""Paragraphs from the end: an appeal with all of its buttons."""
_LONGEST_LOOKED_AT = 20_000
"""Code points; no appeal is glued to a longer paragraph."""
_OPENERS = ("labels", "label_nouns", "greetings", "hooks")


def find_appeal(paragraphs: Sequence[str], language: str, publisher: str = "") -> "FoundAppeal | None":
    """Find the appeal at the end of a text.

    Args:
        paragraphs: the text without its title, in order.
        language: BCP 47 tag of the text; without signals for it nothing is found.
        publisher: who published the text, for an appeal that does not say who asks.

    Returns:
        The appeal, or None when there is none or it is in doubt.
    """
    primary = primary_with_signals(language)
    if not primary:
        return None
    start = len(paragraphs)
    while start > max(0, len(paragraphs) - _LOOKED_AT) and len(paragraphs[start - 1]) <= _LONGEST_LOOKED_AT:
        start -= 1
    if not _is_worth_looking("\n".join(paragraphs[start:]), primary):
        return None
    # Imported late: the first painted page must not wait for rules that few articles need.
    from kiosk.adapters.formats.appeal_region import find_region
    from kiosk.adapters.formats.appeal_signals import signals_for

    return find_region(paragraphs, start, signals_for(primary), publisher)


def _is_worth_looking(text: str, primary: str) -> bool:
    """Whether a text has what every appeal has: a straight request, or an opener and talk of giving."""
    folded = fold(text)
    if has_phrase(folded, phrases_for(primary, "asks")):
        return True
    return has_phrase(folded, phrases_for(primary, "weak_asks")) and any(
        has_phrase(folded, phrases_for(primary, field)) for field in _OPENERS
    )
