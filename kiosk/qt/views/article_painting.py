"""Paints what is in view of an article: page, tint, bar, word box, letters, play buttons. Decides no place."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QRegion

from kiosk.core.theme import Theme, dimmed
from kiosk.qt.theme import RING_INNER_PX, RING_OUTER_PX
from kiosk.qt.views.line_pictures import LinePictures, draw_recoloured
from kiosk.qt.views.passage_layout import PassageLayout, WordBox
from kiosk.qt.views.standing_out import StandingOut

_UNDERLINE_EM = 0.08


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle; the painter's own method has Qt describe 200 gradients to Python at its first call."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)


class PaintedPassage(NamedTuple):
    """One passage as it is to be painted."""

    number: int
    """Passage number."""
    layout: PassageLayout
    """Its lines."""
    top: int
    """Where in the view the passage begins, the space above its text included."""
    lines: range
    """The lines to paint."""
    button: QRect
    """Where in the view its play button stands."""
    is_current: bool
    """Whether it is marked by bar and tint."""
    is_sounding: bool
    """Whether its play button is filled."""
    word: tuple[WordBox, ...] = ()
    """The boxes of what is lit, in the passage's coordinates."""
    is_tinted: bool = True
    """Whether a passage that is marked has a tint besides the bar."""
    standing_out: StandingOut | None = None
    """What of it stands out; None where all of it is as clear as ever."""
    is_lined: bool = False
    """Whether what is lit is only underlined."""


class ArticlePainter:
    """Paints passages in the colours of a theme."""

    def __init__(self) -> None:
        self.pictures = LinePictures()
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.pictures.set_colours(QColor(theme.text), QColor(dimmed(theme)))

    def paint_page(self, painter: QPainter, region: QRegion) -> None:
        """Fill the page behind everything."""
        if self._theme is not None:
            fill(painter, region.boundingRect(), QColor(self._theme.page))

    def paint_passage(self, painter: QPainter, passage: PaintedPassage, region: QRegion) -> None:
        """Paint what of a passage lies in a region of the view."""
        theme = self._theme
        if theme is None:
            return
        if passage.is_current:
            self._paint_mark(painter, passage, theme)
        layout, stale = passage.layout, region.boundingRect()
        # One line more on either side: letters may reach out of their line.
        first = max(0, layout.line_at(stale.top() - passage.top) - 1)
        last = min(layout.line_count - 1, layout.line_at(stale.bottom() - passage.top) + 1)
        # A cut line is shown for what is lit in it, unless that is seen on a whole line too.
        is_lit_on_whole_line = any(box.line in passage.lines for box in passage.word)
        for line in range(first, last + 1):
            ink = layout.ink_rect(line).translated(0, passage.top)
            boxes = [box.rect.translated(0, passage.top) for box in passage.word if box.line == line]
            is_shown = line in passage.lines or (boxes and not is_lit_on_whole_line)
            if is_shown and region.intersects(ink):
                self._paint_line(painter, passage, line, boxes, theme)
        if len(passage.lines) and region.intersects(passage.button):
            self._paint_button(painter, passage.button, passage.is_sounding, theme)

    def _paint_mark(self, painter: QPainter, passage: PaintedPassage, theme: Theme) -> None:
        tint = tint_rect(passage.layout, passage.top)
        if passage.is_tinted:
            fill(painter, tint, QColor(theme.tint))
        fill(painter, passage.layout.page.bar_rect(tint), QColor(theme.accent))

    def _paint_line(
        self, painter: QPainter, passage: PaintedPassage, line: int, boxes: list[QRect], theme: Theme
    ) -> None:
        layout = passage.layout
        at = layout.ink_rect(line).topLeft()
        at.setY(at.y() + passage.top)
        around = QRegion(layout.ink_rect(line).translated(0, passage.top))
        clear = _clear_region(passage, line, around)
        if clear != around and not (passage.standing_out and passage.standing_out.is_rest_hidden):
            self._paint_dimmed(painter, passage, line, around - clear)
        if clear.isEmpty():
            return
        picture = self.pictures.picture(passage.number, layout, line)
        for box in boxes:
            self._paint_box(painter, box, layout.size_px, theme, passage.is_lined)
        if passage.is_lined:
            boxes = []
        if clear == around and (not boxes or theme.on_word == theme.text):
            painter.drawPixmap(at, picture)
            return
        for box in boxes:
            clear -= QRegion(box)
        _draw_clipped(painter, at, picture, clear)
        for box in boxes:
            draw_recoloured(painter, at, picture, box, QColor(theme.on_word))

    def _paint_dimmed(self, painter: QPainter, passage: PaintedPassage, line: int, where: QRegion) -> None:
        at = passage.layout.ink_rect(line).topLeft() + QPoint(0, passage.top)
        picture = self.pictures.picture(passage.number, passage.layout, line, is_dimmed=True)
        _draw_clipped(painter, at, picture, where)

    def _paint_box(self, painter: QPainter, box: QRect, size_px: int, theme: Theme, is_lined: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.word))
        radius = 0.12 * size_px
        if not is_lined:
            painter.drawRoundedRect(box, radius, radius)
        if is_lined or not theme.is_dark:
            thickness = max(2, round(_UNDERLINE_EM * size_px))
            line = QRectF(box.left() + radius / 2, box.bottom() + 1 - thickness, box.width() - radius, thickness)
            painter.setBrush(QColor(theme.text))
            painter.drawRoundedRect(line, thickness / 2, thickness / 2)

    def _paint_button(self, painter: QPainter, place: QRect, is_sounding: bool, theme: Theme) -> None:
        stroke = max(2.0, place.width() / 20)
        inset = stroke / 2
        circle = QRectF(place).adjusted(inset, inset, -inset, -inset)
        accent = QColor(theme.accent)
        painter.setPen(QPen(accent, stroke))
        painter.setBrush(accent if is_sounding else QColor(theme.page))
        painter.drawEllipse(circle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent) if is_sounding else accent)
        if is_sounding:
            _draw_pause(painter, circle)
        else:
            _draw_triangle(painter, circle)

    def paint_focus(self, painter: QPainter, view: QRect) -> None:
        """Paint the two-tone ring that says: the keys go to the text."""
        if self._theme is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rings = ((self._theme.text, 0, RING_OUTER_PX), (self._theme.page, RING_OUTER_PX, RING_INNER_PX))
        for colour, inset, thickness in rings:
            pen = QPen(QColor(colour), thickness)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            middle = inset + thickness / 2
            painter.drawRect(QRectF(view).adjusted(middle, middle, -middle, -middle))


def tint_rect(layout: PassageLayout, top: int) -> QRect:
    """Return the tinted area of a passage that begins at ``top`` in the view."""
    return layout.page.tint_rect(top + layout.gap_above, layout.height - layout.gap_above)


def _clear_region(passage: PaintedPassage, line: int, around: QRegion) -> QRegion:
    """Return where in the view the letters of a line are as clear as ever."""
    if passage.standing_out is None:
        return around
    found = QRegion()
    for part in passage.standing_out.clear:
        if part.line == line and part.rect is None:
            return around
        if part.line == line and part.rect is not None:
            found += QRegion(part.rect.translated(0, passage.top)) & around
    return found


def _draw_clipped(painter: QPainter, at: QPoint, picture: QPixmap, where: QRegion) -> None:
    painter.save()
    painter.setClipRegion(where, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(at, picture)
    painter.restore()


def _draw_triangle(painter: QPainter, circle: QRectF) -> None:
    # Points to the right in every language: it stands for the machine's key, not for a direction of reading.
    centre, size = circle.center(), circle.width() * 0.5
    left = centre.x() - size * 0.36
    corners = (
        QPointF(left, centre.y() - size / 2),
        QPointF(left + size * 0.9, centre.y()),
        QPointF(left, centre.y() + size / 2),
    )
    painter.drawPolygon(QPolygonF(corners))


def _draw_pause(painter: QPainter, circle: QRectF) -> None:
    centre, height = circle.center(), circle.height() * 0.44
    width = height * 0.3
    for side in (-1, 1):
        painter.drawRect(
            QRectF(centre.x() + side * width * 0.95 - width / 2, centre.y() - height / 2, width, height)
        )
