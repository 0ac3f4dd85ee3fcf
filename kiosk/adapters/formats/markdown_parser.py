"""The library that reads Markdown, set up for articles. Knows no block."""

import re
from functools import cache
from typing import TYPE_CHECKING

from kiosk.adapters.formats.markdown_marks import LANGUAGE_TAG

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_LANGUAGE = rf"lang\s*=\s*[\"']?({LANGUAGE_TAG})[\"']?"
ATTRIBUTES = re.compile(rf"\{{\s*{_LANGUAGE}\s*\}}")
"""What says the language of a whole block; the tag is group 1."""
LONGEST_INLINE = 50_000
"""Code points of one passage: what the library takes for brackets grows with their square."""


@cache
def parser() -> "MarkdownIt":
    """Return the library, made once: CommonMark with tables, tags in braces, and lines that say a language.

    Raises, when it parses:
        TooLongError: a passage is longer than it can bear.
        RecursionError: something is nested too deep.
    """
    # Imported here: it takes 50 ms to load, and most articles are read without it.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.attrs import attrs_plugin

    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.use(attrs_plugin, after=("image", "link_close", "span_close"), spans=True)
    made.block.ruler.before("fence", "attribute_line", _attribute_line)
    made.core.ruler.before("inline", "length", _refuse_length)
    return made


class TooLongError(Exception):
    """A passage is too long for the library; carries its line."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line}")


def _refuse_length(state: "StateCore") -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_INLINE:
            raise TooLongError(token.map[0] if token.map else 0)


def _attribute_line(state: "StateBlock", start_line: int, _end_line: int, silent: bool) -> bool:
    """Read a line that only says the language of the block below it."""
    if state.is_code_block(start_line):
        return False
    line = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]]
    found = ATTRIBUTES.fullmatch(line.strip())
    if found is None:
        return False
    if not silent:
        token = state.push("attribute_line", "", 0)
        token.meta["lang"] = found[1]
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True
