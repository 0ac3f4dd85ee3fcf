"""Tables of Markdown, read out as rows: each cell after the name of its column. Knows no parser and no blocks.

A grid does not fit a narrow column of large type, and a listener cannot look up to the head. One line a row, in
which every cell says what it is, suits both: "Day: Monday; Opens: 9:00; Closes: 17:00".
"""

import re
from collections.abc import Iterable, Sequence

from kiosk.adapters.formats.markdown_marks import MarkedLine
from kiosk.core.article import LanguageSpan
from kiosk.core.spoken_form import Respelling

TABLE_PARTS = frozenset(("table", "thead", "tbody", "tr", "th", "td"))
"""What a table is made of: the names of the library's tokens, without "_open" and "_close"."""

_BAR = re.compile(r"(?<!\\)(?:\\\\)*\|")
# A bar at either end of a row, and what stands before it in a quotation.
_ENDS = re.compile(r"^[\s>]*\|?|(?<!\\)\|\s*$")
_SAYS_ITS_END = (":", "?", "!", "؟", "：")
_ARABIC = re.compile("[\u0600-\u06ff]")


class Table:
    """A table that is being read, row by row; the first row names the columns."""

    def __init__(self, language: str) -> None:
        """Begin with no rows.

        Args:
            language: BCP 47 tag of the whole table, or empty.
        """
        self.language = language
        self._head: Sequence[MarkedLine] | None = None
        self._row: list[MarkedLine] = []
        self._unsaid: set[int] = set()

    def add_cell(self, cell: MarkedLine) -> None:
        """Put a cell, which may be empty, at the end of the row."""
        self._row.append(cell)

    def take_row(self, written: str) -> MarkedLine | None:
        """End the row and return it as one line, without text for the head and for a row of empty cells.

        Args:
            written: the row's line in the file.

        Returns:
            The line; None when more cells are written than there are columns, so that one would be lost.
        """
        row, self._row = self._row, []
        if self._head is None:
            self._head = row
            self._unsaid = {column for column, cell in enumerate(row) if cell.text}
            return MarkedLine("")
        if _cell_count(written) > len(self._head):
            return None
        said = [column for column, cell in enumerate(row) if cell.text]
        self._unsaid.difference_update(said)
        return _listed(_after(self._head[column], row[column]) for column in said)

    def take_rest(self) -> MarkedLine:
        """End the table; return the names of the columns that no row had anything in, as one line."""
        return _listed((self._head or ())[column] for column in sorted(self._unsaid))


def _cell_count(written: str) -> int:
    return len(_BAR.findall(_ENDS.sub("", written))) + 1


def _after(head: MarkedLine, cell: MarkedLine) -> MarkedLine:
    if not head.text:
        return cell
    return _joined((head, MarkedLine(" " if head.text.endswith(_SAYS_ITS_END) else ": "), cell))


def _listed(cells: Iterable[MarkedLine]) -> MarkedLine:
    lines: list[MarkedLine] = []
    for cell in cells:
        if lines:
            lines.append(MarkedLine("؛ " if _ARABIC.search(cell.text) else "; "))
        lines.append(cell)
    return _joined(lines)


def _joined(lines: Sequence[MarkedLine]) -> MarkedLine:
    """Return lines as one, with what is said of parts of each."""
    text = ""
    foreign: list[LanguageSpan] = []
    said: list[Respelling] = []
    for line in lines:
        by = len(text)
        foreign += [own._replace(span=own.span.shifted(by)) for own in line.foreign]
        said += [own._replace(span=own.span.shifted(by)) for own in line.said]
        text += line.text
    return MarkedLine(text, tuple(foreign), tuple(said))
