"""One passage broken into lines of fixed height. Knows neither colours nor scrolling.

Coordinates: x in the view, y from the top of the passage, the space above its text included. Positions
that come in are code points.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from kiosk.core.article import Block, BlockKind
from kiosk.core.text import TextSpan
from kiosk.qt.fonts import PLAIN_LINES, LineMetrics, Script, line_metrics, script_font, script_of, spread
from kiosk.qt.text_positions import TextPositions
from kiosk.qt.views.page_geometry import PageGeometry
from kiosk.qt.views.passage_style import gap_above_em, is_set_right_to_left, number_end, passage_style

# The part of the column that an indent may take: at the largest sizes the text needs the rest.
_MOST_INDENT = 0.25
# A line of larger type than the running text's may be as high as this part of the page's width: in a low window a
# higher one would not be seen whole.
_MOST_LINE_OF_WIDTH = 0.25
# The part of the page's width that the space above the title may take.
_MOST_GAP_ABOVE_TITLE = 0.05
# What goes to the next line of a word that is broken, in characters.
_LEAST_REST = 3


class WordBox(NamedTuple):
    """The part of a spoken word that stands on one line."""

    line: int
    """Number of the line, from 0."""
    rect: QRect
    """The box behind it."""


class PassageLayout:
    """One passage, laid out for one page."""

    def __init__(self, block: Block, page: PageGeometry) -> None:
        """Lay out a passage.

        Args:
            block: the passage.
            page: the column; also gives the type size.
        """
        self.block = block
        self.page = page
        self.style = passage_style(block)
        self.positions = TextPositions(block.text)
        self.is_rtl = is_set_right_to_left(block)
        self.script: Script = script_of(block.text, block.language)
        self.metrics: LineMetrics = line_metrics(block.text, self.script, page.spacing.line)
        self.gap_above = round(gap_above_em(self.style, page.spacing) * page.em)
        self._text = QTextLayout(block.text)
        self._text.setCacheEnabled(True)
        self._text.setTextOption(self._option())
        if block.kind is BlockKind.TITLE:
            # Nothing stands above it; in a low window the room is needed below.
            self.gap_above = min(self.gap_above, round(_MOST_GAP_ABOVE_TITLE * page.width))
        self._break_at_fitting_size()
        self._keep_buttons_apart()

    def _keep_buttons_apart(self) -> None:
        """Leave room above: the passage before may be one line, and its play button would touch this one's."""
        line_before = min(self.pitch, round(PLAIN_LINES.pitch * self.page.em))
        missing = self.page.button_pitch - (self.gap_above + (line_before + self.pitch) // 2)
        if missing > 0:
            self.gap_above += missing
            self._break_lines()

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # The direction alone would leave a short last line at the left.
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.is_rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if self.is_rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        return option

    def _break_at_fitting_size(self) -> None:
        for scale in self.style.scales:
            self._set_size(round(scale * self.page.em))
            is_last = scale == self.style.scales[-1]
            is_too_high = self.pitch > _MOST_LINE_OF_WIDTH * self.page.width
            if not is_last and (is_too_high or not self._has_room_for_every_word()):
                continue
            self._break_lines()
            if is_last or not self.style.most_lines or self.line_count <= self.style.most_lines:
                return

    def _set_size(self, size_px: int) -> None:
        self.size_px = size_px
        self.pitch = round(self.metrics.pitch * size_px)
        self.font: QFont = script_font(self.script, size_px, self.style.is_bold, self.block.language)
        spread(self.font, self.script, self.page.spacing)
        self._text.setFont(self.font)
        if self.page.spacing.letter and self.script is not Script.ARABIC:
            # Late: few want room between letters, and the first page waits for nothing that it does not need.
            from kiosk.qt.views.letter_spacing import joined_runs

            self._text.setFormats(joined_runs(self.block.text, self.positions))

    def _has_room_for_every_word(self) -> bool:
        metrics = QFontMetricsF(self.font)
        return all(metrics.horizontalAdvance(word) <= self.page.text_width for word in self.block.text.split())

    def _break_lines(self) -> None:
        width = self.page.text_width
        first_indent, self.indent = self._indents()
        text, baseline = self._text, round(self.metrics.baseline * self.size_px)
        text.beginLayout()
        lines = 0
        while (line := text.createLine()).isValid():
            indent = self.indent if lines else first_indent
            line.setLineWidth(width - indent)
            self._leave_enough_of_a_broken_word(line, width - indent)
            x = self.page.text_x + (0 if self.is_rtl else indent)
            line.setPosition(QPointF(x, self._line_top(lines) + baseline - line.ascent()))
            lines += 1
        text.endLayout()
        self.line_count = max(1, lines)

    def _leave_enough_of_a_broken_word(self, line: QTextLine, width: int) -> None:
        """Where a word is longer than a line, carry some letters over: never a lone letter, or only its comma."""
        text, end = self.block.text, self.positions.from_utf16(line.textStart() + line.textLength())
        if end >= len(text) or text[end].isspace() or not text[end - 1].isalnum():
            return
        rest = len(text[end:].split(maxsplit=1)[0])
        kept = line.textLength() - (_LEAST_REST - rest)
        while kept > 1 and not self._text.isValidCursorPosition(line.textStart() + kept):
            kept -= 1
        if rest < _LEAST_REST and kept > 1:
            line.setNumColumns(kept, width)

    def _indents(self) -> tuple[int, int]:
        """Of the first line and of the others: an item's own number hangs where there is room for it."""
        most = round(self.page.text_width * _MOST_INDENT)
        indent = min(round(self.style.indent * self.page.em), most)
        number = self.block.text[: number_end(self.block)]
        if not number:
            return indent, indent
        hanging = round(QFontMetricsF(self.font).horizontalAdvance(number))
        indent = max(indent, hanging)
        return (indent - hanging, indent) if indent <= most else (0, 0)

    def _line_top(self, line: int) -> int:
        return self.gap_above + line * self.pitch

    @property
    def height(self) -> int:
        """Height of the passage with the space above it, in pixels."""
        return self._line_top(self.line_count)

    def line_rect(self, line: int) -> QRect:
        """Return the place of a line over the whole column."""
        return QRect(self.page.text_x, self._line_top(line), self.page.text_width, self.pitch)

    def line_at(self, y: int) -> int:
        """Return the line at a height; above and below, the first and the last one."""
        return min(max(0, (y - self.gap_above) // self.pitch), self.line_count - 1)

    def whole_lines(self, top: int, view_height: int) -> range:
        """Return the lines that a view does not cut, when the passage begins at ``top`` in it."""
        metrics, size = self.metrics, self.size_px
        first_top = top + self.gap_above
        head = round((metrics.baseline - metrics.box_above) * size)
        foot = round((metrics.baseline + metrics.box_below) * size)
        first = max(0, -((first_top + head) // self.pitch))
        last = min(self.line_count - 1, (view_height - foot - first_top) // self.pitch)
        return range(first, max(first, last + 1))

    def line_of(self, position: int) -> int:
        """Return the line that shows the code point at ``position``."""
        line = self._text.lineForTextPosition(self.positions.to_utf16(position))
        return line.lineNumber() if line.isValid() else self.line_count - 1

    def position_at_line(self, line: int) -> int:
        """Return the code point with which a line begins."""
        return self.positions.from_utf16(self._text.lineAt(line).textStart()) if self._text.lineCount() else 0

    def position_at(self, x: int, y: int) -> int:
        """Return the code point nearest to a place."""
        if not self._text.lineCount():
            return 0
        cursor = self._text.lineAt(self.line_at(y)).xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return self.positions.from_utf16(cursor)

    def word_boxes(self, span: TextSpan) -> list[WordBox]:
        """Return the boxes behind a word: one for each line on which a part of it stands."""
        units = self.positions.span_to_utf16(span)
        boxes: list[WordBox] = []
        if len(units) == 0 or not self._text.lineCount():
            return boxes
        first = self._text.lineForTextPosition(units.start).lineNumber()
        for number in range(first, self.line_count):
            line = self._text.lineAt(number)
            start = max(units.start, line.textStart())
            end = min(units.end, line.textStart() + line.textLength())
            if start >= end:
                break
            ink = _extent(line, start, end)
            if ink is not None:
                boxes.append(WordBox(number, self._box(number, ink, self._room_beside(span))))
        return boxes

    def _room_beside(self, span: TextSpan) -> int:
        around = self.block.text[max(0, span.start - 1) : span.start] + self.block.text[span.end : span.end + 1]
        # A comma or bracket that touches the word would be half in the box.
        part = 0.07 if not around.strip() else 0.02
        return min(max(2, round(part * self.size_px)), self.page.padding // 2)

    def _box(self, line: int, ink: QRectF, beside: int) -> QRect:
        size, baseline = self.size_px, self._line_top(line) + round(self.metrics.baseline * self.size_px)
        top = baseline - round(self.metrics.box_above * size)
        bottom = baseline + round(self.metrics.box_below * size)
        left, right = int(ink.left()) - beside, round(ink.right() + 0.5) + beside
        return QRect(left, top, right - left, bottom - top)

    def ink_rect(self, line: int) -> QRect:
        """Return the area that a line's letters and marker may touch."""
        around = round(0.2 * self.size_px)
        whole = self.line_rect(line)
        if self._text.lineCount():
            ink = self._text.lineAt(line).naturalTextRect().toAlignedRect()
            whole = QRect(ink.left(), whole.top(), ink.width(), whole.height())
            if line == 0 and self.style.has_bullet:
                whole = whole.united(self._bullet_rect())
        return whole.adjusted(-around, -around, around, around)

    def _bullet_rect(self) -> QRect:
        left = self.page.text_x + (self.page.text_width - self.indent if self.is_rtl else 0)
        return QRect(left, self._line_top(0), self.indent, self.pitch)

    def draw_line(self, painter: QPainter, line: int) -> None:
        """Draw the letters of a line, and its bullet, in the painter's pen at the passage's coordinates."""
        if self._text.lineCount():
            self._text.lineAt(line).draw(painter, QPointF(0, 0))
        if line == 0 and self.style.has_bullet:
            self._draw_bullet(painter)

    def _draw_bullet(self, painter: QPainter) -> None:
        place = self._bullet_rect()
        radius = min(0.13 * self.size_px, 0.3 * place.width())
        # Half the height of small letters above the baseline, half an em from the text.
        y = place.top() + (self.metrics.baseline - 0.27) * self.size_px
        beside = min(0.55 * self.size_px, place.width() / 2)
        x = place.left() + beside if self.is_rtl else place.left() + place.width() - beside
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _extent(line: QTextLine, start_utf16: int, end_utf16: int) -> QRectF | None:
    # Not cursorToX: at the edge between two directions it gives the far end of the run before.
    found: QRectF | None = None
    for run in line.glyphRuns(start_utf16, end_utf16 - start_utf16):
        rect = run.boundingRect()
        found = rect if found is None else found.united(rect)
    return found
