"""What the screen shows while nobody is here: which language, which titles, and where. Pure: knows no clock.

It changes slowly and never flashes; it moves a little, so that nothing burns into the screen.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.core.article import CatalogEntry
from kiosk.core.voice import primary_language

LANGUAGE_S = 8
"""Each language is shown for so many seconds: long enough for slow readers, and soon followed by the next."""
SHIFT_S = 180
SHIFT_PX = 4
_MOST_TITLES = 4
_PLACES = ((0, 0), (1, 0), (1, 1), (0, 1))


class Frame(NamedTuple):
    """What is seen for a while."""

    language: str
    """Tag of the interface language that it is in."""
    titles: tuple[str, ...] = ()
    """Articles in that language, at most four."""
    shift: tuple[int, int] = (0, 0)
    """Pixels by which all of it lies further right and further down."""


def frame_at(seconds: float, languages: Sequence[str], titles: dict[str, tuple[str, ...]]) -> Frame:
    """Return what is seen.

    Args:
        seconds: since the screen came.
        languages: tags, in the order in which they are shown.
        titles: of all articles, by language.
    """
    turn = int(seconds // LANGUAGE_S)
    language = languages[turn % len(languages)]
    across, down = _PLACES[int(seconds // SHIFT_S) % len(_PLACES)]
    own = titles.get(language, ())
    # Each time that a language comes again, it shows other titles.
    first = turn // len(languages) * _MOST_TITLES % len(own) if len(own) > _MOST_TITLES else 0
    return Frame(language, (*own[first:], *own[:first])[:_MOST_TITLES], (across * SHIFT_PX, down * SHIFT_PX))


def titles_by_language(entries: Sequence[CatalogEntry]) -> dict[str, tuple[str, ...]]:
    """Return the titles of the articles that can be read, by language."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if not entry.problem:
            language = primary_language(entry.language)
            found[language] = (*found.get(language, ()), entry.title)
    return found
