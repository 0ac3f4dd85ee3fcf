"""The column of the reading page: where text, play buttons, bar and tint stand. Knows no text and no widget."""

from typing import NamedTuple

from PySide6.QtCore import QRect

from kiosk.core.appearance import Spacing

# 56 to 58 characters of running text in the families that ship.
_MOST_COLUMN_EM = 27.0
# Of running text: what a letter takes with its share of the blanks, and how many go into a word with its blank.
_LETTER_EM = 0.48
_LETTERS_A_WORD = 6
_DEFAULT_SPACING = Spacing()
_LEAST_BUTTON_PX = 48
_MOST_BUTTON_PX = 80


class PageGeometry(NamedTuple):
    """All horizontal measures of a page, in logical pixels."""

    width: int
    """Width of the view."""
    em: int
    """The type size of running text."""
    is_rtl: bool
    """Whether the article is written from right to left: the leading edge is then the right one."""
    text_x: int
    """Left edge of the column of text."""
    text_width: int
    """Width of the column of text."""
    button_size: int
    """Diameter of the play buttons."""
    button_pitch: int
    """Least distance between the middles of two play buttons; 0 lets them stand as close as the text does."""
    button_x: int
    """Left edge of the play buttons."""
    bar_x: int
    """Left edge of the bar beside the current passage."""
    bar_width: int
    """Width of that bar."""
    padding: int
    """Between the text and the edges of the tint."""
    spacing: Spacing = Spacing()
    """Room in and between lines."""

    @property
    def line_pitch(self) -> int:
        """Pixels from one baseline of plain running text to the next."""
        return round(self.spacing.line * self.em)

    def tint_rect(self, top: int, height: int) -> QRect:
        """Return the tinted area of a passage whose text stands from ``top`` for ``height`` pixels."""
        if self.is_rtl:
            left, right = self.text_x - self.padding, self.bar_x + self.bar_width
        else:
            left, right = self.bar_x, self.text_x + self.text_width + self.padding
        around = round(self.em * 0.2)
        return QRect(left, top - around, right - left, height + 2 * around)

    def bar_rect(self, tint: QRect) -> QRect:
        """Return the bar at the leading edge of a tinted area."""
        return QRect(self.bar_x, tint.top(), self.bar_width, tint.height())


def page_geometry(
    width: int, em: int, is_rtl: bool, spacing: Spacing = _DEFAULT_SPACING, least_button_px: int = 0
) -> PageGeometry:
    """Lay out a page.

    Args:
        width: of the view, in pixels; nothing wider than it ever comes out of this.
        em: type size in pixels, 1 or more.
        is_rtl: whether the article is written from right to left.
        spacing: room in and between lines; what is added between letters and words widens the column, which holds
            as many of them as ever. The letters of what is written from right to left are joined.
        least_button_px: least diameter of the play buttons, which then have a quarter of it between them; 0 lets
            it follow the type size alone.
    """
    letter = 0.0 if is_rtl else spacing.letter
    # What is not text may grow with the type only so far: at 240 pt every pixel belongs to the text.
    margin = min(round(em * 0.6), round(width * 0.02))
    button = max(least_button_px, min(max(_LEAST_BUTTON_PX, em), _MOST_BUTTON_PX))
    gap = min(max(10, round(em * 0.3)), 16)
    bar = max(8, min(round(em * 0.15), round(width * 0.015)))
    padding = max(10, min(round(em * 0.5), round(width * 0.02)))
    leading = margin + button + gap + bar + padding
    trailing = margin + padding
    most = _MOST_COLUMN_EM + _MOST_COLUMN_EM / _LETTER_EM * (letter + spacing.word / _LETTERS_A_WORD)
    text_width = max(em // 2, min(width - leading - trailing, round(most * em)))
    text_start = max(leading, (width - text_width) // 2)
    # Distances from the leading edge; mirrored at the end.
    bar_start = text_start - padding - bar
    button_start = bar_start - gap - button

    def left(start: int, size: int) -> int:
        return width - start - size if is_rtl else start

    return PageGeometry(
        width=width,
        em=em,
        is_rtl=is_rtl,
        text_x=left(text_start, text_width),
        text_width=text_width,
        button_size=button,
        button_pitch=round(1.25 * least_button_px),
        button_x=left(button_start, button),
        bar_x=left(bar_start, bar),
        bar_width=bar,
        padding=padding,
        spacing=spacing,
    )
