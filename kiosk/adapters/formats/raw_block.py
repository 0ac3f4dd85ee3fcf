"""A block on its way from a reader of Markdown to the article. Knows no parser."""

from typing import NamedTuple

from kiosk.core.article import BlockKind


class RawBlock(NamedTuple):
    """A block before it has an id and a language."""

    kind: BlockKind
    """What it is."""
    text: str
    """Plain text, one line, never empty."""
    level: int = 0
    """Depth of a heading or list item, else 0."""
    language: str = ""
    """BCP 47 tag when the block says its own, else empty."""
