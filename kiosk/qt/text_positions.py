"""Code points to UTF-16 units and back: Python counts the one, Qt the other. Nothing else converts.

Knows nothing of widgets or layouts.
"""

from dataclasses import dataclass, field

from kiosk.core.text import TextSpan


def _utf16_length(text: str) -> int:
    # A lone surrogate must not stop the page from being painted.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def has_only_single_units(text: str) -> bool:
    """Whether every code point is one UTF-16 unit, so that both ways of counting agree."""
    return text.isascii() or _utf16_length(text) == len(text)


def to_utf16(text: str, position: int) -> int:
    """Convert a position in code points to UTF-16 units.

    Args:
        text: the whole text.
        position: 0 to ``len(text)``; beyond that it is as the end.
    """
    return _utf16_length(text[: max(0, position)])


def from_utf16(text: str, offset_utf16: int) -> int:
    """Convert a position in UTF-16 units to code points.

    Args:
        text: the whole text.
        offset_utf16: 0 to the length in units; beyond that it is as the end. A position between the two
            halves of a surrogate pair is the start of its character.
    """
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, offset_utf16)]
    is_cut_in_a_pair = 2 * offset_utf16 == len(units) and len(units) > 0 and 0xD8 <= units[-1] <= 0xDB
    return len((units[:-2] if is_cut_in_a_pair else units).decode("utf-16-le", "surrogatepass"))


def span_to_utf16(text: str, span: TextSpan) -> TextSpan:
    """Convert a span in code points to one in UTF-16 units."""
    start = to_utf16(text, span.start)
    return TextSpan(start, start + _utf16_length(text[span.start : span.end]))


def span_from_utf16(text: str, span_utf16: TextSpan) -> TextSpan:
    """Convert a span in UTF-16 units to one in code points."""
    return TextSpan(from_utf16(text, span_utf16.start), from_utf16(text, span_utf16.end))


@dataclass(frozen=True, slots=True)
class TextPositions:
    """The positions of one text, for repeated use: a text without pairs is recognised once."""

    text: str
    """The text that the positions are in."""
    is_plain: bool = field(init=False)
    """Whether both ways of counting agree in this text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_plain", has_only_single_units(self.text))

    def to_utf16(self, position: int) -> int:
        """As :func:`to_utf16`."""
        return min(max(0, position), len(self.text)) if self.is_plain else to_utf16(self.text, position)

    def from_utf16(self, offset_utf16: int) -> int:
        """As :func:`from_utf16`."""
        if self.is_plain:
            return min(max(0, offset_utf16), len(self.text))
        return from_utf16(self.text, offset_utf16)

    def span_to_utf16(self, span: TextSpan) -> TextSpan:
        """As :func:`span_to_utf16`, cut to the text."""
        return TextSpan(self.to_utf16(span.start), self.to_utf16(span.end))

    def span_from_utf16(self, span_utf16: TextSpan) -> TextSpan:
        """As :func:`span_from_utf16`, cut to the text."""
        return TextSpan(self.from_utf16(span_utf16.start), self.from_utf16(span_utf16.end))
