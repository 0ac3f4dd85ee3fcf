"""Places on a page in view: which line stays where it is, and which passages are seen. Paints nothing."""

from typing import NamedTuple

from kiosk.qt.views.passage_layout import PassageLayout


class Pin(NamedTuple):
    """A line that keeps its place while the page is laid out anew."""

    passage: int
    """Passage number."""
    position: int
    """A code point on the line."""
    y: int
    """Distance of the line's top from the top of the view."""


class VisiblePassage(NamedTuple):
    """A passage in view."""

    number: int
    """Passage number."""
    layout: PassageLayout
    """Its lines."""
    top: int
    """Where in the view it begins."""
