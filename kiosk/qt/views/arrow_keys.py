"""Where an arrow key leads among things that lie about: by what is seen, whatever order they were made in."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt

ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


def neighbour(rects: Sequence[QRect], here: int, key: int) -> int | None:
    """Return the number of the thing that an arrow leads to.

    Args:
        rects: where the things lie, all in the same coordinates; none overlaps another.
        here: number of the thing to start from.
        key: one of ARROWS.

    Returns:
        Left and right: the next thing beside it; up and down: the nearest of the next row; None at the edge.
    """
    now = rects[here]
    found: list[tuple[int, int, int]] = []
    for number, rect in enumerate(rects):
        is_beside = rect.top() <= now.bottom() and rect.bottom() >= now.top()
        across = abs(rect.center().x() - now.center().x())
        if key == Qt.Key.Key_Down and rect.top() > now.bottom():
            found.append((rect.top() - now.bottom(), across, number))
        elif key == Qt.Key.Key_Up and rect.bottom() < now.top():
            found.append((now.top() - rect.bottom(), across, number))
        elif key == Qt.Key.Key_Left and is_beside and rect.right() < now.left():
            found.append((now.left() - rect.right(), 0, number))
        elif key == Qt.Key.Key_Right and is_beside and rect.left() > now.right():
            found.append((rect.left() - now.right(), 0, number))
    return min(found)[2] if found else None
