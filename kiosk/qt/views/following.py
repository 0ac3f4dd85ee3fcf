"""Whether, and how far, the page moves so that the spoken line is seen. Knows no Qt; distances are view pixels."""

from typing import NamedTuple


class LinePlace(NamedTuple):
    """Where a line stands."""

    top: int
    """Distance from the top of the view; negative above it."""
    height: int
    """Height of the line."""

    def is_seen(self, view_height: int) -> bool:
        """Whether the middle of the line is in view."""
        return 0 <= self.top + self.height // 2 < view_height


def shift_to_upper_third(line: LinePlace, view_height: int) -> int:
    """Return how far to scroll down (up if negative) so that a line stands in the upper third of the view.

    A line whose middle stands there already stays where it is, so that the page moves once for several lines.
    A line taller than a third is put at the top, one taller than the view in its middle.
    """
    third = view_height // 3
    if line.height > view_height:
        return line.top - (view_height - line.height) // 2
    if 0 <= line.top <= max(0, third - line.height // 2):
        return 0
    return line.top - max(0, (third - line.height) // 2)


class Following:
    """Follows the voice until a hand scrolls, and again when the spoken word has come back into view."""

    def __init__(self) -> None:
        self._is_held = False

    def hold(self) -> None:
        """A hand has scrolled: stay where it left the page."""
        self._is_held = True

    def resume(self) -> None:
        """Follow again, whatever is in view."""
        self._is_held = False

    @property
    def is_held(self) -> bool:
        """Whether a hand has scrolled and the voice has not yet been met again."""
        return self._is_held

    def shift(self, before: LinePlace | None, line: LinePlace, view_height: int) -> int:
        """Return how far to scroll for the spoken line.

        Args:
            before: where the line of the word before now stands, if there was one.
            line: where the spoken line now stands.
            view_height: height of the view.
        """
        if self._is_held:
            was_seen = before is not None and before.is_seen(view_height)
            if line.is_seen(view_height) or not was_seen:
                # In view: the hand chose that place. Out of view before and now: the hand reads elsewhere.
                return 0
            self._is_held = False
        return shift_to_upper_third(line, view_height)
