"""Text that wraps and is never clipped: laid out for a width, and drawn. Knows no widget.

QLabel wraps between words only and cuts what is still too wide; very large type makes that the usual case.
"""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

# Of the type size; the tallest letters of a script may need more.
LINE_PITCH = 1.4
_UNLIMITED = 1e6


class TextFlow:
    """A text in one font, laid out in lines for a width that is asked for."""

    def __init__(self, text: str, font: QFont, is_right_to_left: bool, most_lines: int = 0) -> None:
        """Prepare a text.

        Args:
            text: plain, any length.
            font: its typeface and size.
            is_right_to_left: the direction of the text as a whole.
            most_lines: what is longer ends in an ellipsis there; 0 means no limit.
        """
        self.text = text
        self.font = font
        self.is_right_to_left = is_right_to_left
        self._most_lines = most_lines
        self._metrics = QFontMetricsF(font)
        self._layout = QTextLayout()
        self._width = -1
        self._height = 0
        self._natural_width = -1
        self._longest_word_width = -1

    @property
    def natural_width(self) -> int:
        """Pixels that the whole text needs on one line."""
        if self._natural_width < 0:
            layout = self._prepared(self.text)
            layout.beginLayout()
            line = layout.createLine()
            width = 0.0
            if line.isValid():
                line.setLineWidth(_UNLIMITED)
                width = line.naturalTextWidth()
            layout.endLayout()
            # One pixel more: rounding must never break a line that fits.
            self._natural_width = int(width) + 2
        return self._natural_width

    @property
    def longest_word_width(self) -> int:
        """Pixels that the widest word needs: narrower columns break words."""
        if self._longest_word_width < 0:
            widths = [self._metrics.horizontalAdvance(word) for word in self.text.split()]
            self._longest_word_width = int(max(widths, default=0.0)) + 2
        return self._longest_word_width

    def height_for(self, width: int) -> int:
        """Lay the text out in a column and return its height, both in pixels."""
        if width != self._width:
            self._width = width
            self._height = self._lay_out(self.text, max(1, width))
        return self._height

    @property
    def line_count(self) -> int:
        """How many lines the last column needed."""
        return self._layout.lineCount()

    @property
    def is_whole(self) -> bool:
        """Whether all of the text was shown in the last column."""
        return self._layout.text() == self.text

    @property
    def line_rects(self) -> list[QRect]:
        """Where the ink's lines lie in the last column, for tests that nothing is clipped."""
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        return [line.naturalTextRect().toAlignedRect() for line in lines]

    def draw(self, painter: QPainter, rect: QRect, colour: str, alignment: Qt.AlignmentFlag) -> None:
        """Draw the text from the top of a rectangle, wrapped to its width.

        Args:
            painter: where to.
            rect: the column; its height is for the caller to have provided.
            colour: "#RRGGBB".
            alignment: AlignLeading, AlignTrailing or AlignHCenter; leading is the text's own side.
        """
        self.height_for(rect.width())
        option = self._layout.textOption()
        wanted = self._absolute(alignment)
        if option.alignment() != wanted:
            option.setAlignment(wanted)
            self._layout.setTextOption(option)
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(rect.topLeft()))

    def _absolute(self, alignment: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
        if alignment == Qt.AlignmentFlag.AlignHCenter:
            return alignment
        is_leading = alignment == Qt.AlignmentFlag.AlignLeading
        return Qt.AlignmentFlag.AlignRight if is_leading == self.is_right_to_left else Qt.AlignmentFlag.AlignLeft

    def _prepared(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.RightToLeft if self.is_right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        # Both are needed: the direction alone leaves a short last line at the left.
        option.setAlignment(self._absolute(Qt.AlignmentFlag.AlignLeading))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        return layout

    def _lay_out(self, text: str, width: int) -> int:
        layout = self._prepared(text)
        top = 0.0
        starts: list[int] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            # A fallback script may be taller than the font asked for.
            height = max(line.height(), LINE_PITCH * self.font.pixelSize())
            line.setPosition(QPointF(0.0, top + (height - line.height()) / 2))
            top += height
            starts.append(line.textStart())
            if self._most_lines and len(starts) > self._most_lines:
                break
        layout.endLayout()
        if self._most_lines and len(starts) > self._most_lines:
            return self._lay_out(self._shortened(text, starts[self._most_lines - 1], width), width)
        self._layout = layout
        return round(top + 0.5)

    def _shortened(self, text: str, last_line_start_utf16: int, width: int) -> str:
        units = text.encode("utf-16-le", "surrogatepass")
        kept = units[: 2 * last_line_start_utf16].decode("utf-16-le", "surrogatepass")
        rest = units[2 * last_line_start_utf16 :].decode("utf-16-le", "surrogatepass")
        # Narrower than the line, so that the ellipsis itself can never begin one line more.
        ending = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width * 0.9)
        shortened = kept + ending
        return shortened if shortened != text else kept + ending[:-1] + "…"
