"""Markdown with anything in it, by the library: its tokens turned to blocks.

An unknown token is an error, never silent loss. Knows nothing of front matter, titles or appeals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.adapters.formats.decoding import tidy
from kiosk.adapters.formats.markdown_marks import (
    Mark,
    MarkedLine,
    MarkedSpan,
    MarkError,
    lay_out,
    read_mark,
    refuse_unread,
)
from kiosk.adapters.formats.markdown_parser import ATTRIBUTES, LONGEST_INLINE, TooLongError, parser
from kiosk.adapters.formats.markdown_tables import TABLE_PARTS, Table
from kiosk.adapters.formats.raw_block import RawBlock, cut_to, prefixed
from kiosk.core.article import BlockKind
from kiosk.core.errors import ContentError

if TYPE_CHECKING:
    from markdown_it.token import Token

_PLAIN_INLINE = frozenset(f"{name}_{end}" for name in ("em", "strong") for end in ("open", "close"))
_CONTAINERS = frozenset(("blockquote", "bullet_list", "ordered_list", "list_item"))


@dataclass(slots=True)
class _Container:
    """A list, list item or quote that is open."""

    kind: str
    """Name of the token, without "_open"."""
    language: str
    """Language of what is in it, or empty."""
    number: int = 0
    """Number of the next item of an ordered list."""
    marker: str = ""
    """What to write before the item's first block; emptied when written."""
    is_started: bool = False
    """Whether it is an item whose first block has been seen."""


def read_blocks(text: str, source: str, lines_before: int) -> list[RawBlock]:
    """Read Markdown with the library.

    Args:
        text: Markdown, decoded.
        source: the name of the file, for errors.
        lines_before: lines of the file that stand before ``text``.

    Returns:
        The blocks, in order; none for what has no text.

    Raises:
        ContentError: there is something in it that cannot be turned to plain text.
    """
    try:
        tokens = parser().parse(text)
    except RecursionError:
        raise ContentError(source, f"line {lines_before + 1}", "Markdown nested too deep") from None
    except TooLongError as error:
        problem = f"a passage with marking up is longer than {LONGEST_INLINE} characters"
        raise ContentError(source, f"line {lines_before + error.line + 1}", problem) from None
    return _Walk(text, source, lines_before).blocks(tokens)


def _without_language(text: str) -> tuple[str, str]:
    """Cut "{lang=ru}" off the end of a text; the language is empty when there is none."""
    text = text.rstrip()
    start = text.rfind("{") if text.endswith("}") else -1
    found = ATTRIBUTES.fullmatch(text[start:]) if start >= 0 else None
    return (text[:start], found[1]) if found else (text, "")


class _Walk:
    """One walk over the tokens of a document."""

    def __init__(self, text: str, source: str, lines_before: int) -> None:
        self._lines = text.split("\n")
        self._source = source
        self._lines_before = lines_before
        self._open: list[_Container] = []
        self._found: list[RawBlock] = []
        self._pending_language = ""
        self._leaf = ""
        self._leaf_language = ""
        self._table: Table | None = None
        self._line = 0

    def blocks(self, tokens: Sequence["Token"]) -> list[RawBlock]:
        for token in tokens:
            if token.map:
                self._line = token.map[0]
            self._take(token)
        return self._found

    def _take(self, token: "Token") -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "attribute_line":
            self._pending_language = str(token.meta["lang"])
        elif token.type == "inline":
            self._take_inline(token)
        elif name in ("paragraph", "heading"):
            self._leaf = token.tag
            if token.nesting > 0:
                self._leaf_language = self._take_pending()
        elif name in _CONTAINERS:
            self._take_container(name, token)
        elif name in TABLE_PARTS:
            self._take_table_part(name, token)
        elif token.type in ("code_block", "fence"):
            language = self._take_pending()
            for line in token.content.split("\n"):
                self._add(BlockKind.PARAGRAPH, MarkedLine(tidy(line)), 0, language)
        elif token.type == "hr":
            self._take_pending()
        else:
            raise self._unknown(token)

    def _take_table_part(self, name: str, token: "Token") -> None:
        if name == "table" and token.nesting > 0:
            self._table = Table(self._take_pending())
        elif self._table is not None and token.nesting < 0 and name in ("table", "tr"):
            table = self._table
            line = table.take_row(self._lines[self._line]) if name == "tr" else table.take_rest()
            if line is None:
                raise self._refused("a row of a table has more cells than its first row")
            self._add(BlockKind.TABLE_ROW, line, 0, table.language)
            self._table = table if name == "tr" else None

    def _unknown(self, token: "Token") -> ContentError:
        return self._refused(f"Markdown that cannot be read aloud: {token.type}")

    def _refused(self, problem: str) -> ContentError:
        return ContentError(self._source, f"line {self._lines_before + self._line + 1}", problem)

    def _take_pending(self) -> str:
        language, self._pending_language = self._pending_language, ""
        return language

    def _take_container(self, name: str, token: "Token") -> None:
        if token.nesting < 0:
            self._open.pop()
            return
        outer = self._open[-1] if self._open else None
        language = self._take_pending() or (outer.language if outer else "")
        container = _Container(name, language)
        if name == "ordered_list":
            start = token.attrGet("start")
            container.number = 1 if start is None else int(start)
        if name == "list_item" and outer is not None and outer.kind == "ordered_list":
            container.marker = f"{outer.number}. "
            outer.number += 1
        self._open.append(container)

    def _take_inline(self, token: "Token") -> None:
        children = token.children or []
        if self._table is not None:
            self._table.add_cell(self._line_of(children, token.content))
            return
        images = [child for child in children if child.type == "image"]
        is_figure = bool(images) and all(
            child.type in ("image", "softbreak", "hardbreak", "link_open", "link_close")
            or not child.content.strip()
            for child in children
        )
        if is_figure:
            for image in images:
                own = self._line_of([image], token.content)
                self._add(BlockKind.FIGURE, own, 0, own.language or self._leaf_language)
            return
        line = self._line_of(children, token.content)
        text, language = _without_language(line.text)
        if language:
            block = cut_to(
                RawBlock(BlockKind.PARAGRAPH, line.text, foreign=line.foreign, said=line.said), tidy(text)
            )
            line = MarkedLine(block.text, block.foreign, block.said)
        language = language or self._leaf_language
        if self._leaf.startswith("h"):
            self._add(BlockKind.HEADING, line, int(self._leaf[1:]), language)
        else:
            self._add_paragraph(line, language)

    def _add_paragraph(self, line: MarkedLine, language: str) -> None:
        inner = self._open[-1] if self._open else None
        if inner is None or inner.is_started:
            self._add(BlockKind.PARAGRAPH, line, 0, language)
        elif inner.kind == "list_item":
            depth = sum(each.kind == "list_item" for each in self._open)
            self._add(BlockKind.LIST_ITEM, line, depth, language)
        else:
            self._add(BlockKind.QUOTE, line, 0, language)

    def _add(self, kind: BlockKind, line: MarkedLine, level: int, language: str) -> None:
        if not line.text:
            return
        # The number of an item is said once, before whatever stands first in it.
        markers = "".join(each.marker for each in self._open)
        for each in self._open:
            each.marker, each.is_started = "", each.kind == "list_item"
        own = language or (self._open[-1].language if self._open else "")
        block = RawBlock(kind, line.text, level, own.replace("_", "-"), line.foreign, line.said)
        self._found.append(prefixed(markers, block))

    def _line_of(self, children: Iterable["Token"], source: str) -> MarkedLine:
        """Return the text of an inline token's children, and what their marks say of it."""
        pieces: list[str] = []
        spans: list[MarkedSpan] = []
        try:
            self._gather(children, pieces, spans)
            refuse_unread(source, "".join(pieces))
            if spans:
                # An inner mark ends before the one around it.
                spans.reverse()
                spans.sort(key=lambda span: (span.first, -span.end))
                return lay_out(pieces, spans)
        except MarkError as error:
            raise self._refused(str(error)) from None
        return MarkedLine(tidy("".join(pieces)))

    def _gather(self, children: Iterable["Token"], pieces: list[str], spans: list[MarkedSpan]) -> None:
        starts: list[tuple[int, Mark | None]] = []
        for child in children:
            if child.type in ("text", "code_inline", "text_special"):
                pieces.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                pieces.append(" ")
                self._line += 1
            elif child.type == "image":
                first, mark = len(pieces), read_mark(child.attrs, is_alone=False)
                self._gather(child.children or [], pieces, spans)
                if mark is not None:
                    spans.append(MarkedSpan(first, len(pieces), mark))
            elif child.type in ("link_open", "span_open"):
                starts.append((len(pieces), read_mark(child.attrs, is_alone=child.type == "span_open")))
            elif child.type in ("link_close", "span_close"):
                first, mark = starts.pop()
                if mark is not None:
                    spans.append(MarkedSpan(first, len(pieces), mark))
            elif child.type not in _PLAIN_INLINE:
                raise self._unknown(child)
