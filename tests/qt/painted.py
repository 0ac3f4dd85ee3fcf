"""What is written on the screen: every text as it was painted, where, in which colour; whether all ink is there.

It watches the one method by which the interface draws text; the article's own lines are asked for.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGlyphRun, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kiosk.qt.theme import RING_PX
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.passage_layout import PassageLayout
from kiosk.qt.views.text_flow import Lit, TextFlow
from tests.qt.picture import WHOLE, Coverage, Pixels, ink, seen_ink

# What ships with the program; text in any other face is a box, or a letter of another design.
FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic", "Lexend")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# Of the ink that is to be seen; single pixels at the edge of a rounded corner are nobody's loss.
LEAST_INK = 0.98
MOST_OF_WINDOW = 0.45
"""A line of the article that is higher than this cannot be seen whole beside the bar."""


class Written(NamedTuple):
    """A text of the interface, as it was painted."""

    widget: QWidget
    """Where."""
    flow: TextFlow
    """The text in its font."""
    rect: QRect
    """Its column, in the widget."""
    colour: str
    """In which colour."""
    alignment: Qt.AlignmentFlag
    """At which side of the column."""
    lit: Lit | None = None
    """A word in other colours."""

    @property
    def room(self) -> int:
        """Pixels around the column that letters may reach into."""
        return int(self.flow.font.pixelSize()) // 4

    def ink(self) -> Coverage:
        """Return where its letters are, with the room around the column."""
        return self._drawn(_BLACK, None)

    def lit_ink(self) -> Coverage:
        """Return where the letters of the lit word are, likewise."""
        if self.lit is None:
            return self._drawn(_WHITE, None)
        return self._drawn(_WHITE, self.lit._replace(colour=_BLACK, ground=_WHITE))

    def _drawn(self, colour: str, lit: Lit | None) -> Coverage:
        room = self.room
        size = QSize(self.rect.width() + 2 * room, self.rect.height() + 2 * room)
        column = QRect(QPoint(room, room), self.rect.size())
        return ink(size, lambda painter: _DRAW(self.flow, painter, column, colour, self.alignment, lit))


_DRAW = TextFlow.draw
_BLACK, _WHITE = "#000000", "#FFFFFF"


@contextmanager
def watched_writing() -> Iterator[list[Written]]:
    """Note every text of the interface that is painted meanwhile."""
    written: list[Written] = []

    def draw(
        flow: TextFlow,
        painter: QPainter,
        rect: QRect,
        colour: str,
        alignment: Qt.AlignmentFlag,
        lit: Lit | None = None,
    ) -> None:
        device = painter.device()
        assert isinstance(device, QWidget), f"{flow.text!r} is painted on something that is no widget"
        written.append(Written(device, flow, QRect(rect), colour, alignment, lit))
        _DRAW(flow, painter, rect, colour, alignment, lit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TextFlow, "draw", draw)
        yield written


def scrolled_within(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget is to be seen: everywhere, but for what the columns that it is in scroll away."""
    far = 10_000
    rect = window.rect().adjusted(-far, -far, far, far)
    around = widget.parentWidget()
    while around is not None and around is not window:
        scroll = around.parentWidget()
        if isinstance(scroll, QAbstractScrollArea) and scroll.viewport() is around:
            rect = rect.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return rect


def faults_of(written: Written, window: QWidget, pixels: Pixels) -> Iterator[str]:
    """Say what is wrong with one text: cut, covered, at the wrong side, boxes instead of letters."""
    text, flow = written.flow.text, written.flow
    name = f"{text[:40]!r} on {type(written.widget).__name__}"
    coverage = written.ink()
    at = written.widget.mapTo(window, written.rect.topLeft()) - QPoint(written.room, written.room)
    within = scrolled_within(written.widget, window)
    seen, wanted = _seen(written, pixels, coverage, at, within)
    if seen < LEAST_INK * wanted:
        yield f"only {seen / wanted:.0%} of the ink of {name} is seen"
    for line in range(flow._layout.lineCount()):
        yield from _strange_glyphs(flow._layout.lineAt(line).glyphRuns(), name)
    if _is_right_to_left(text) and not flow.is_right_to_left:
        yield f"{name} is not set from right to left"
    yield from _wrong_side(written, coverage, name)


def _seen(written: Written, pixels: Pixels, coverage: Coverage, at: QPoint, within: QRect) -> tuple[int, int]:
    """Return how much ink is seen, each word in its own colour, and how much there should be."""
    if written.lit is None:
        return seen_ink(pixels, coverage == WHOLE, at, written.colour, within)
    lit = written.lit_ink()
    own = seen_ink(pixels, (coverage == WHOLE) & (lit == 0), at, written.colour, within)
    other = seen_ink(pixels, lit == WHOLE, at, written.lit.colour, within)
    return own[0] + other[0], own[1] + other[1]


def _wrong_side(written: Written, coverage: Coverage, name: str) -> Iterator[str]:
    columns = np.flatnonzero(coverage.any(axis=0))
    if written.alignment == Qt.AlignmentFlag.AlignHCenter or not len(columns):
        return
    is_leading = written.alignment == Qt.AlignmentFlag.AlignLeading
    size = int(written.flow.font.pixelSize())
    from_left = int(columns[0]) - written.room
    from_right = coverage.shape[1] - written.room - 1 - int(columns[-1])
    if (from_right if is_leading == written.flow.is_right_to_left else from_left) > size // 2:
        yield f"{name} does not begin at its side"


def _is_right_to_left(text: str) -> bool:
    """Whether all of its letters, but for a name in it, are of such a script."""
    return 2 * len(_RIGHT_TO_LEFT.findall(text)) > len(_LETTER.findall(text))


def _strange_glyphs(runs: Sequence[QGlyphRun], name: str) -> Iterator[str]:
    for run in runs:
        family = run.rawFont().familyName()
        if not family.startswith(FAMILIES):
            yield f"{name} is partly set in {family}"
        if 0 in run.glyphIndexes():
            yield f"{name} has boxes instead of letters"


# -- the article --------------------------------------------------------------------------------------------------


class Line(NamedTuple):
    """A line of the article that is in view, or a part of it."""

    passage: int
    """Whose."""
    layout: PassageLayout
    """The passage's lines."""
    number: int
    """Which of them."""
    top: int
    """Where in the view the passage begins."""

    @property
    def rect(self) -> QRect:
        """Return what its letters may touch, in the view."""
        return self.layout.ink_rect(self.number).translated(0, self.top)

    def ink(self) -> Coverage:
        """Return where its letters are, in ``rect``."""
        place = self.layout.ink_rect(self.number)

        def draw(painter: QPainter) -> None:
            painter.translate(-place.topLeft())
            self.layout.draw_line(painter, self.number)

        return ink(place.size(), draw)


def lines_of(view: ArticleView) -> list[Line]:
    """Return all lines of which any part is in view."""
    height = view.viewport().height()
    return [
        line
        for passage in view.visible_passages()
        for number in range(passage.layout.line_count)
        if (line := Line(passage.number, passage.layout, number, passage.top)).rect.bottom() >= 0
        and line.rect.top() < height
    ]


def article_faults(view: ArticleView, window: QWidget, pixels: Pixels, text: str, on_word: str) -> Iterator[str]:
    """Say what is wrong with the lines of the article: each is seen whole, or not at all; one is."""
    viewport, whole, has_room = view.viewport(), 0, True
    corner = viewport.mapTo(window, QPoint(0, 0))
    # A ring around the text may lie on nothing of it.
    around = RING_PX if view._has_focus_ring else 0
    in_view = QRect(corner, viewport.size()).adjusted(around, around, -around, -around)
    boxes = [box.translated(corner) for box in view.word_rects()]
    for line in lines_of(view):
        coverage, at = line.ink(), line.rect.topLeft() + corner
        mask = coverage == WHOLE
        name = f"line {line.number} of passage {line.passage}"
        plain, lit = mask.copy(), mask & False
        for box in boxes if line.passage == view.current_passage() else []:
            own = box.translated(-at).intersected(QRect(0, 0, mask.shape[1], mask.shape[0]))
            rows, columns = slice(own.top(), own.bottom() + 1), slice(own.left(), own.right() + 1)
            lit[rows, columns] = mask[rows, columns]
            plain[rows, columns] = False
        total = max(1, int(mask.sum()))
        seen = sum(
            seen_ink(pixels, own, at, colour, in_view)[0] for own, colour in ((plain, text), (lit, on_word))
        )
        if line.layout.pitch > MOST_OF_WINDOW * window.height():
            has_room = False
        elif (1 - LEAST_INK) * total < seen < LEAST_INK * total:
            yield f"only {seen / total:.0%} of the ink of {name} is seen"
        whole += seen >= LEAST_INK * total
        yield from _strange_glyphs(line.layout._text.lineAt(line.number).glyphRuns(), name)
        yield from _beside_column(line, coverage, name)
    if view.article() is not None and has_room and not whole:
        yield "no line of the article is seen whole"


def _beside_column(line: Line, coverage: Coverage, name: str) -> Iterator[str]:
    page, columns = line.layout.page, np.flatnonzero(coverage.any(axis=0))
    if not len(columns):
        return
    left, right = (line.rect.left() + int(column) for column in (columns[0], columns[-1]))
    # The stroke that joins the letters of a broken Arabic word reaches out of the line.
    around = max(page.padding, line.layout.size_px // 12)
    if left < page.text_x - around or right > page.text_x + page.text_width + around:
        yield f"{name} leaves its column"
    if _is_right_to_left(line.layout.block.text) != line.layout.is_rtl:
        yield f"{name} runs in the wrong direction"
    begins_at_side = (
        right > page.text_x + page.text_width * 0.5
        if line.layout.is_rtl
        else (left < page.text_x + page.text_width * 0.5)
    )
    if not begins_at_side:
        yield f"{name} does not begin at its side"
