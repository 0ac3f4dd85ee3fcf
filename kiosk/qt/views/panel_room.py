"""How a panel and a piece of the article share a window. Knows no widget; all measures are pixels."""

from typing import NamedTuple

from PySide6.QtCore import QRect

from kiosk.qt.theme import RING_PX, Look

# Of the interface's type size: what a panel needs to be read beside something.
_LEAST_PANEL_EM = 15
# Of the article's: what shows how it is set.
_LEAST_ARTICLE_EM, _LEAST_ARTICLE_LINES_EM = 5, 3.6
_BESIDE_TEXT_PX = 150
_PART_BELOW = 0.3


class SharedRoom(NamedTuple):
    """Who has which part of a window, as in left-to-right."""

    panel: QRect
    """Where the panel stands."""
    article: QRect | None
    """Where a piece of the article is seen; None where there is no room for it."""


def shared_room(room: QRect, look: Look, article_em_px: float, note_px: int) -> SharedRoom:
    """Share a window out: the article beside where it is wide, below where it is high, else all to the panel.

    Args:
        room: the whole of it.
        look: how large the interface is.
        article_em_px: how large the article's type is.
        note_px: what has to stay free at the bottom of the panel.
    """
    width, height = room.width(), room.height()
    half = width // 2
    is_wide = width >= height and half >= _LEAST_PANEL_EM * look.em_px
    if is_wide and width - half - _BESIDE_TEXT_PX >= _LEAST_ARTICLE_EM * article_em_px:
        return SharedRoom(QRect(0, 0, half, height), QRect(half, 0, width - half, height))
    # The head, and a row whose buttons stand below its value, with its heading.
    least_panel = 6 * look.em_px + 3 * (look.target_px + 2 * RING_PX + look.gap_px) + note_px
    below = round(max(_LEAST_ARTICLE_LINES_EM * article_em_px, _PART_BELOW * height))
    if height - below >= least_panel:
        return SharedRoom(QRect(0, 0, width, height - below), QRect(0, height - below, width, below))
    return SharedRoom(QRect(0, 0, width, height), None)
