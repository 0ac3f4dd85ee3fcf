"""A short eased movement, handed out in whole pixels. Knows nothing of what moves."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QVariantAnimation

GLIDE_MS = 200


class Glide:
    """Moves something by a distance within 200 ms; a new distance replaces what is left of the old one."""

    def __init__(self, owner: "QObject", move: Callable[[int], None]) -> None:
        """Make a movement at rest.

        Args:
            owner: keeps the animation alive.
            move: called with each step, in pixels.
        """
        self._owner = owner
        self._move = move
        self._distance = 0
        self._done = 0
        # Made at the first movement: the first page moves nothing.
        self._animation: QVariantAnimation | None = None

    def _made(self) -> "QVariantAnimation":
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        animation = QVariantAnimation(self._owner)
        animation.setDuration(GLIDE_MS)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.valueChanged.connect(self._step)
        return animation

    @property
    def remaining(self) -> int:
        """How far it still has to go."""
        return self._distance - self._done

    def start(self, distance: int) -> None:
        """Move by ``distance`` pixels from here."""
        self.stop()
        if distance:
            self._distance = distance
            self._animation = self._animation or self._made()
            self._animation.start()

    def stop(self) -> None:
        """Stay here."""
        if self._animation is not None:
            self._animation.stop()
        self._distance = self._done = 0

    def _step(self, part: float) -> None:
        step = round(self._distance * part) - self._done
        if step:
            self._done += step
            self._move(step)
