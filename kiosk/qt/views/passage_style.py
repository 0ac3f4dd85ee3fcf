"""How each kind of passage is set: size, weight, indent, space above. Knows no Qt; all measures are in ems."""

import re
from typing import NamedTuple

from kiosk.core.appearance import Spacing
from kiosk.core.article import Block, BlockKind
from kiosk.i18n import is_right_to_left

_NUMBER = r"(?:\d{1,3}[.)]|\w\))\s+"
_RTL_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_LETTER = r"[^\W\d_]"


class PassageStyle(NamedTuple):
    """How one kind of passage is set."""

    scales: tuple[float, ...] = (1.0,)
    """Type sizes to try, as parts of the running size: the first that fits is taken, else the last."""
    most_lines: int = 0
    """How many lines a size may take to fit; 0 is any number."""
    is_bold: bool = False
    """Whether in bold."""
    gap_above: float = 1.0
    """Space above, in parts of the space between two paragraphs."""
    indent: float = 0.0
    """Indent of all lines at the leading edge, in ems, before it is cut to what the column bears."""
    has_bullet: bool = False
    """Whether a bullet hangs in the indent."""


_STYLES = {
    BlockKind.TITLE: PassageStyle(
        scales=(1.5, 1.4, 1.3, 1.2, 1.1, 1.0), most_lines=3, is_bold=True, gap_above=0.5
    ),
    BlockKind.HEADING: PassageStyle(scales=(1.25, 1.15, 1.05, 1.0), is_bold=True, gap_above=1.5),
    BlockKind.PARAGRAPH: PassageStyle(),
    BlockKind.QUOTE: PassageStyle(indent=2.0),
    BlockKind.LIST_ITEM: PassageStyle(gap_above=0.5, indent=1.3, has_bullet=True),
    BlockKind.FIGURE: PassageStyle(),
    BlockKind.TABLE_ROW: PassageStyle(gap_above=0.5, indent=1.3),
}
_MOST_LIST_DEPTH = 4
_LIST_STEP = 1.3


def gap_above_em(style: PassageStyle, spacing: Spacing) -> float:
    """Return the space above a passage in ems of the running text; the page's own top does not grow."""
    paragraph = Spacing().paragraph if style.most_lines else spacing.paragraph
    return style.gap_above * paragraph


def passage_style(block: Block) -> PassageStyle:
    """Return how a passage is set; a list item is indented by its depth."""
    style = _STYLES[block.kind]
    if block.kind is not BlockKind.LIST_ITEM:
        return style
    depth = min(max(block.level, 1), _MOST_LIST_DEPTH)
    return PassageStyle(gap_above=style.gap_above, indent=depth * _LIST_STEP, has_bullet=number_end(block) == 0)


def number_end(block: Block) -> int:
    """Return where the text of a numbered list item begins after its own number ("3. "), else 0."""
    if block.kind is not BlockKind.LIST_ITEM:
        return 0
    number = re.match(_NUMBER, block.text)
    return number.end() if number else 0


def is_set_right_to_left(block: Block) -> bool:
    """Whether a passage runs from right to left: by its language, or because most of its letters do."""
    if is_right_to_left(block.language):
        return True
    if block.text.isascii():
        return False
    return 2 * len(re.findall(_RTL_LETTER, block.text)) > len(re.findall(_LETTER, block.text))
