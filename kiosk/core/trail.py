"""The way back: where a listener was before each jump. Pure.

Several jumps in a row are one: what one goes back to is a place at which something was heard.
"""

from typing import NamedTuple

from kiosk.core.locator import Locator

_MOST = 50


class Trail(NamedTuple):
    """Places that were left by a jump, the last one last."""

    places: tuple[Locator, ...] = ()
    """Where it goes back to."""
    landed: Locator | None = None
    """Where the last jump led; a jump from there is part of the same one."""

    def jumped(self, from_place: Locator, to_place: Locator) -> "Trail":
        """Return the trail after a jump."""
        is_new = from_place != self.landed and from_place != to_place
        kept = (*self.places, from_place)[-_MOST:] if is_new else self.places
        return Trail(kept, to_place)

    def back(self, from_place: Locator) -> tuple["Trail", Locator | None]:
        """Return the trail after going back, and where that leads; None when there is nowhere to go back to.

        Going back twice undoes it: the place that was left can be gone back to in turn.
        """
        if not self.places:
            return self, None
        *before, goal = self.places
        if from_place != self.landed:
            before.append(from_place)
        return Trail(tuple(before), goal), goal
