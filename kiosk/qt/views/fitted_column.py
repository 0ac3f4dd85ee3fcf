"""Lines of text in the middle of a place, as large as they fit: nothing of it can be scrolled. Knows no words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt

from kiosk.qt.theme import Look
from kiosk.qt.views.text_block import TextBlock

# Against what each line asks for: the largest first.
_FACTORS = (3.2, 2.8, 2.4, 2.0, 1.7, 1.4, 1.2, 1.0, 0.85, 0.7, 0.6, 0.5)


class SizedBlock(TextBlock):
    """A text block that is told its size."""

    def set_scale(self, scale: float) -> None:
        """Be so large, against ordinary interface text."""
        if scale != self._scale:
            self._scale = scale
            self._forget()

    @property
    def longest_word_px(self) -> int:
        """Pixels that the longest word needs: a narrower column would break it."""
        return self.flow.longest_word_width + 2 * self._side_px


class Line(NamedTuple):
    """One of the lines."""

    block: SizedBlock
    """What shows it."""
    scale: float = 1.0
    """How large it would be at least, against ordinary interface text, where there is room."""
    can_go: bool = False
    """Whether it is left out rather than that all others become small."""


def fit(lines: Sequence[Line], place: QRect, look: Look) -> None:
    """Put lines below each other into the middle of a place, as large as all of them fit.

    Args:
        lines: in order; those without text are not shown.
        place: where they belong.
        look: the room between them.
    """
    shown = [line for line in lines if line.block.text()]
    least = [line for line in shown if not line.can_go]
    fitting = next((factor for factor in _FACTORS if _height(least, factor, place, look)), _FACTORS[-1])
    # What can go may cost some steps of size where there is room to lose, and one where there is little.
    number = _FACTORS.index(fitting)
    steps = _FACTORS[number : number + 2 + len([factor for factor in _FACTORS if 1.4 < factor < fitting])]
    kept = least
    while len(shown) > len(least):
        factor = next((step for step in steps if _height(shown, step, place, look)), None)
        if factor is not None:
            fitting, kept = factor, shown
            break
        shown.remove(next(line for line in reversed(shown) if line.can_go))
    for line in lines:
        line.block.setVisible(line in kept)
    _put(kept, fitting, place, look)


def _height(lines: Sequence[Line], factor: float, place: QRect, look: Look) -> int:
    """Return the height of lines at a size; 0 when they are too high, or a word is too wide."""
    total = 0
    for line in lines:
        line.block.set_scale(line.scale * factor)
        if line.block.longest_word_px > place.width():
            return 0
        total += line.block.heightForWidth(place.width()) + (look.gap_px if total else 0)
    return total if total <= place.height() else 0


def _put(lines: Sequence[Line], factor: float, place: QRect, look: Look) -> None:
    heights = []
    for line in lines:
        line.block.set_scale(line.scale * factor)
        line.block.set_alignment(Qt.AlignmentFlag.AlignHCenter)
        heights.append(line.block.heightForWidth(place.width()))
    top = place.top() + max(0, (place.height() - sum(heights) - look.gap_px * max(0, len(lines) - 1)) // 2)
    for line, height in zip(lines, heights, strict=True):
        line.block.setGeometry(place.left(), top, place.width(), height)
        top += height + look.gap_px
