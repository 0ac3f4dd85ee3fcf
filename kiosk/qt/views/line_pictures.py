"""Pictures of lines of text, kept while they are on the screen. Knows no colours but those it is given.

Above some 64 pixels Qt fills every letter as a path at every painting: a screen of large type then takes
tens of milliseconds. A line drawn once into a transparent picture is copied in microseconds, over whatever
tint or box lies beneath.
"""

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from kiosk.qt.views.passage_layout import PassageLayout

_BYTES_A_PIXEL = 4


class LinePictures:
    """A store of pictures by passage, line and clearness, bounded in bytes; the longest unused go first."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[int, int, bool], QPixmap] = OrderedDict()
        self._bytes = 0
        self._most_bytes = 0
        self._colour = self._dimmed = QColor(Qt.GlobalColor.black)
        self._pixel_ratio = 1.0

    def fit(self, view_width: int, view_height: int, pixel_ratio: float) -> None:
        """Bound the store to what somewhat more than one view takes; another pixel ratio empties it."""
        if pixel_ratio != self._pixel_ratio:
            self.clear()
        self._pixel_ratio = pixel_ratio
        self._most_bytes = round(2 * view_width * view_height * pixel_ratio**2 * _BYTES_A_PIXEL)

    def set_colours(self, colour: QColor, dimmed: QColor) -> None:
        """Draw in other colours from now on: letters as clear as ever, and letters that step back."""
        self._colour, self._dimmed = colour, dimmed
        self.clear()

    def clear(self) -> None:
        """Forget all pictures."""
        self._pictures.clear()
        self._bytes = 0

    def picture(self, passage: int, layout: PassageLayout, line: int, is_dimmed: bool = False) -> QPixmap:
        """Return the picture of a line; it covers the line's ``ink_rect``."""
        key = (passage, line, is_dimmed)
        kept = self._pictures.get(key)
        if kept is not None:
            self._pictures.move_to_end(key)
            return kept
        drawn = self._drawn(layout, line, self._dimmed if is_dimmed else self._colour)
        self._pictures[key] = drawn
        self._bytes += _byte_count(drawn)
        while self._bytes > self._most_bytes and len(self._pictures) > 1:
            self._bytes -= _byte_count(self._pictures.popitem(last=False)[1])
        return drawn

    def _drawn(self, layout: PassageLayout, line: int, colour: QColor) -> QPixmap:
        ink = layout.ink_rect(line)
        picture = QPixmap(ink.size() * self._pixel_ratio)
        picture.setDevicePixelRatio(self._pixel_ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.translate(-ink.topLeft())
        layout.draw_line(painter, line)
        painter.end()
        return picture


def _byte_count(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_A_PIXEL


def draw_recoloured(painter: QPainter, at: QPoint, picture: QPixmap, part: QRect, colour: QColor) -> None:
    """Draw a part of a picture in another colour.

    Args:
        painter: draws in the view.
        at: where in the view the whole picture stands.
        picture: letters on nothing.
        part: the part to draw, in the view.
        colour: the colour of the letters there.
    """
    piece = QPixmap(part.size() * picture.devicePixelRatio())
    piece.setDevicePixelRatio(picture.devicePixelRatio())
    piece.fill(Qt.GlobalColor.transparent)
    inner = QPainter(piece)
    inner.drawPixmap(at - part.topLeft(), picture)
    inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    inner.fillRect(piece.rect(), colour)
    inner.end()
    painter.drawPixmap(part.topLeft(), piece)
