"""Markdown to blocks: plain passages are read here, at once; the rest goes to the library, piece by piece.

Loading the library takes longer than everything else before the first painted page, and it reads a million words
in seconds. Most text has no marking up, and what certainly has none needs no library: a property test holds
both ways to the same result. Knows nothing of front matter, titles or appeals.
"""

import re
from collections.abc import Sequence

from kiosk.adapters.formats.raw_block import RawBlock
from kiosk.core.article import BlockKind

# Where one of these stands, text may be more than text.
_SIGNS = "_`[<&\\{"
# One or two stars right before a word and right after one, with no other star between: emphasis, and no list.
_EMPHASIS = r"(?<![\w*])(\*{1,2})(?=[^\W_])([^*]*[^\W_])\1(?![\w*])"
# These reach beyond blank lines: fences go on to their end, and a reference is used anywhere.
_FAR_REACHING = ("```", "~~~", "]:")
_HARMLESS_STARTS = frozenset("\"'“”„«»‘’(—–…¿¡$£€₽₺₴%№§\u200e\u200f")
_NUMBERED_ITEM = re.compile(r"\d+[.)](?:\s|$)")
_HEADING = re.compile(r"(#{1,6}) +(\S(?:.*\S)?)\s*")
_ITEM_MARK = "- "


def read_markdown(text: str, source: str, lines_before: int) -> list[RawBlock]:
    """Read Markdown as blocks.

    Args:
        text: Markdown, decoded, without front matter.
        source: the name of the file, for errors.
        lines_before: lines of the file that stand before ``text``.

    Returns:
        The blocks, in order, as :func:`read_blocks` would give them for the whole text.

    Raises:
        ContentError: there is something in it that cannot be turned to plain text.
    """
    if any(mark in text for mark in _FAR_REACHING):
        from kiosk.adapters.formats.markdown_tokens import read_blocks

        return read_blocks(text, source, lines_before)
    return _Reader(text, source, lines_before).read()


class _Reader:
    """Goes through the passages between blank lines, and gathers those that need the library."""

    def __init__(self, text: str, source: str, lines_before: int) -> None:
        self._lines = text.split("\n")
        # Signs that the text has nowhere need not be looked for in each passage.
        self._signs = tuple(sign for sign in _SIGNS if sign in text)
        self._source = source
        self._lines_before = lines_before
        self._found: list[RawBlock] = []
        self._library_from = -1
        self._list_from = -1
        self._list_length = 0
        self._is_next_marked = False

    def read(self) -> list[RawBlock]:
        lines = self._lines
        start = -1
        for at, line in enumerate(lines):
            is_blank = not line or not line.strip(" \t")
            if is_blank and start >= 0:
                self._take(start, at)
                start = -1
            elif not is_blank and start < 0:
                start = at
        if start >= 0:
            self._take(start, len(lines))
        self._flush(len(lines))
        return self._found

    def _take(self, start: int, end: int) -> None:
        passage = self._lines[start:end]
        blocks = None if self._is_next_marked else self._plain(passage)
        self._is_next_marked = False
        if blocks is not None:
            self._flush(start)
            self._found.extend(blocks)
            is_list = blocks[-1].kind is BlockKind.LIST_ITEM
            self._list_from, self._list_length = (start, len(blocks)) if is_list else (-1, 0)
            return
        if self._library_from < 0:
            self._library_from = start
            if self._list_from >= 0 and passage[0][0] in " \t":
                # What is indented below a list goes on with its last item.
                del self._found[len(self._found) - self._list_length :]
                self._library_from = self._list_from
        self._list_from = -1
        # A line that says the language of what follows may stand by itself.
        self._is_next_marked = passage[-1].strip().startswith("{")

    def _flush(self, end: int) -> None:
        if self._library_from < 0:
            return
        from kiosk.adapters.formats.markdown_tokens import read_blocks

        passage = "\n".join(self._lines[self._library_from : end])
        self._found.extend(read_blocks(passage, self._source, self._lines_before + self._library_from))
        self._library_from = -1

    def _plain(self, passage: Sequence[str]) -> list[RawBlock] | None:
        """Read a passage that certainly has no marking up but headings and lists; None when it may have more."""
        blocks: list[RawBlock] = []
        paragraph: list[str] = []
        for written in passage:
            line = re.sub(_EMPHASIS, r"\2", written) if "*" in written else written
            if "*" in line or any(sign in line for sign in self._signs):
                return None
            first = line[0]
            is_item = first == "-"
            heading = _HEADING.fullmatch(line) if first == "#" else None
            if heading is None and not is_item:
                is_after_item = not paragraph and bool(blocks) and blocks[-1].kind is BlockKind.LIST_ITEM
                if is_after_item or not _starts_plainly(line):
                    return None
                paragraph.append(line)
                continue
            if paragraph:
                blocks.append(RawBlock(BlockKind.PARAGRAPH, _one_line(paragraph)))
                paragraph = []
            if heading is not None:
                if heading[2].endswith("#"):
                    return None
                blocks.append(RawBlock(BlockKind.HEADING, _one_line([heading[2]]), len(heading[1])))
            elif line.startswith(_ITEM_MARK) and len(line) > 2 and _starts_plainly(line[2:]):
                blocks.append(RawBlock(BlockKind.LIST_ITEM, _one_line([line[2:]]), 1))
            else:
                return None
        if paragraph:
            blocks.append(RawBlock(BlockKind.PARAGRAPH, _one_line(paragraph)))
        return blocks


def _starts_plainly(line: str) -> bool:
    first = line[0]
    if first.isdigit():
        return _NUMBERED_ITEM.match(line) is None
    return first.isalpha() or first in _HARMLESS_STARTS


def _one_line(lines: Sequence[str]) -> str:
    text = lines[0].strip() if len(lines) == 1 else " ".join(lines)
    return " ".join(text.split()) if len(lines) > 1 or "  " in text or "\t" in text else text
