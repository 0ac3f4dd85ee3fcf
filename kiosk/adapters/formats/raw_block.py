"""A block on its way from a reader of Markdown to the article. Knows no parser."""

from typing import TYPE_CHECKING, NamedTuple

from kiosk.core.article import BlockKind, LanguageSpan

if TYPE_CHECKING:
    # Named only: a plain article has neither, and its first page must not wait for them.
    from kiosk.core.spoken_form import Respelling


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
    foreign: tuple[LanguageSpan, ...] = ()
    """Parts in other languages, in order, without overlaps."""
    said: "tuple[Respelling, ...]" = ()
    """Parts that are said otherwise, in order, without overlaps."""


def cut_to(block: RawBlock, beginning: str) -> RawBlock:
    """Return a block that keeps only the beginning of its text, and what is said of that."""
    end = len(beginning) if block.text.startswith(beginning) else 0
    foreign = tuple(own for own in block.foreign if own.span.end <= end)
    said = tuple(own for own in block.said if own.span.end <= end)
    return block._replace(text=beginning, foreign=foreign, said=said)


def prefixed(prefix: str, block: RawBlock) -> RawBlock:
    """Return a block with something written before its text, such as the number of a list item."""
    if not prefix:
        return block
    by = len(prefix)
    foreign = tuple(LanguageSpan(own.span.shifted(by), own.language) for own in block.foreign)
    said = tuple(own._replace(span=own.span.shifted(by)) for own in block.said)
    return block._replace(text=prefix + block.text, foreign=foreign, said=said)
