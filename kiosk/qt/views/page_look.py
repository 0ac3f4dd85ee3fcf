"""How the page of an article looks, as data: everything but the colours. Knows no widget."""

from typing import NamedTuple

from kiosk.core.appearance import Focus, Highlight, Spacing, Typeface


class PageLook(NamedTuple):
    """What an article's page takes from the settings."""

    told_pt: int
    """Size of running text in the points of a ruler: what a person is told."""
    size_pt: float
    """The same in the points of the screen, which may count them otherwise."""
    spacing: Spacing = Spacing()
    """Room in and between lines."""
    typeface: Typeface = Typeface.ATKINSON
    """Design of the letters; it is set for all that is drawn."""
    highlight: Highlight = Highlight.WORD
    """What is lit while it is read."""
    focus: Focus = Focus.OFF
    """What stands out."""
    is_word_lined: bool = False
    """Whether the word that is read is only underlined: to light it would flash."""
    is_motion_reduced: bool = False
    """Whether the page jumps rather than glides."""
