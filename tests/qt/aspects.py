"""Under what a screen is looked at: language, theme, size of type, shape of the window; all of it, or a part."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from kiosk.i18n import LANGUAGES
from tests.qt.looking import THEMES

SIZES_PT = (18, 40, 240)
WINDOWS = ((1280, 800), (1024, 600), (1080, 1920))


class Aspect(NamedTuple):
    """One way to look at a screen."""

    language: str
    """Of the interface, and of the article."""
    theme: str
    """A file in assets/themes."""
    size_pt: int
    """Size of the article's text; the interface follows it."""
    window: tuple[int, int]
    """Width and height in pixels."""

    def __str__(self) -> str:
        """Name it for a test's id and a picture's file."""
        return f"{self.language}-{self.theme}-{self.size_pt}pt-{self.window[0]}x{self.window[1]}"


EVERY_ASPECT = tuple(itertools.starmap(Aspect, itertools.product(LANGUAGES, THEMES, SIZES_PT, WINDOWS)))


def aspects_for(number: int) -> Sequence[Aspect]:
    """Return fifteen aspects for a screen: any two values are together in one of them, but for language and theme.

    Those two have nothing to do with each other: which theme a language is seen in goes around from screen to
    screen, so that five screens together show all of these pairs as well.

    Args:
        number: of the screen, from 0.
    """
    themes = tuple(THEMES)
    return [
        Aspect(
            language,
            themes[(place + number) % len(themes)],
            size_pt,
            WINDOWS[(place + step + number) % len(WINDOWS)],
        )
        for place, language in enumerate(LANGUAGES)
        for step, size_pt in enumerate(SIZES_PT)
    ]


def few_aspects_for(number: int) -> Sequence[Aspect]:
    """Return five aspects for a state of a screen that is seen in fifteen: every language, theme, size and window.

    Args:
        number: of the state, from 0: which values meet goes around.
    """
    return [
        own
        for place, own in enumerate(aspects_for(number))
        if place % len(SIZES_PT) == (place // len(SIZES_PT) + number // len(WINDOWS)) % len(SIZES_PT)
    ]
