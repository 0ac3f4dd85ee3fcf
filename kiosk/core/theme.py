"""Themes: colour roles and what must be true between them. Knows no widget and reads no file."""

from functools import lru_cache
from typing import NamedTuple

TEXT_CONTRAST = 7.0
CONTROL_CONTRAST = 3.0


class Theme(NamedTuple):
    """One set of colours by role; every value is "#RRGGBB"."""

    id: str
    """File name without its ending; what preferences keep."""
    is_dark: bool
    """Whether light text stands on a dark page."""
    page: str
    """Behind the article."""
    surface: str
    """Cards and bars."""
    text: str
    """Text on page, surface and tint."""
    muted: str
    """Secondary text on page and surface."""
    accent: str
    """Acts: buttons, the bar beside the spoken paragraph."""
    on_accent: str
    """Text and icons on the accent."""
    tint: str
    """Behind the current paragraph."""
    word: str
    """Behind the spoken word."""
    on_word: str
    """The spoken word."""
    line: str
    """Borders and outlines of controls on page and surface."""


COLOUR_ROLES = tuple(name for name in Theme._fields if name not in ("id", "is_dark"))


def relative_luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB", 0 (black) to 1 (white).

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return float(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (the same) to 21 (black on white).

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=16)
def dimmed(theme: Theme) -> str:
    """Return the colour of text that steps back: as near to the page as can still be read well.

    On a page that has no contrast to spare it is the text's own colour.
    """
    text, page = (_channels(colour) for colour in (theme.text, theme.page))

    def mixed(part: float) -> str:
        return "#{:02X}{:02X}{:02X}".format(
            *(round(own + (other - own) * part) for own, other in zip(text, page, strict=True))
        )

    # The parts of the page that still may be mixed in, found by halving.
    least, most = 0.0, 1.0
    for _ in range(12):
        middle = (least + most) / 2
        is_clear = contrast_ratio(mixed(middle), theme.page) >= TEXT_CONTRAST
        least, most = (middle, most) if is_clear else (least, middle)
    return mixed(least)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


# Role in front, role behind, least contrast.
_PAIRS = (
    *(("text", behind, TEXT_CONTRAST) for behind in ("page", "surface", "tint")),
    *(("muted", behind, TEXT_CONTRAST) for behind in ("page", "surface")),
    *(("accent", behind, TEXT_CONTRAST) for behind in ("page", "surface")),
    ("on_accent", "accent", TEXT_CONTRAST),
    ("on_word", "word", TEXT_CONTRAST),
    *(("line", behind, CONTROL_CONTRAST) for behind in ("page", "surface")),
    ("accent", "tint", CONTROL_CONTRAST),
)


def problems(theme: Theme) -> list[str]:
    """Say which pairs of roles have too little contrast; an empty list means the theme may ship."""
    found: list[str] = []
    for front, behind, least in _PAIRS:
        ratio = contrast_ratio(getattr(theme, front), getattr(theme, behind))
        if ratio < least:
            found.append(f"{theme.id}: {front} on {behind} is {ratio:.1f}:1, needs {least:g}:1")
    return found
