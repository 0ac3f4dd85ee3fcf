"""An article as the kiosk understands it: blocks in reading order. Knows nothing of files or of speech.

Passages are what is shown and read: passage 0 is the title, passage N is block N counted from 1. That number
is "the paragraph" in every command, locator and mark.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    # Named only: the first page needs neither, and both take time to load.
    from kiosk.core.spoken_form import Respelling
    from kiosk.core.text import TextSpan


TOUR = "how-to-use"
"""What the ids of the guided tour's language editions begin with."""


class BlockKind(StrEnum):
    """What a block is; the value is its name in files and in ``kiosk show --json``."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    FIGURE = "figure"
    TABLE_ROW = "table_row"


class LanguageSpan(NamedTuple):
    """A stretch of a block that is in a language of its own."""

    span: "TextSpan"
    """The stretch, in code points of the block's text; never empty."""
    language: str
    """BCP 47 tag."""


class Block(NamedTuple):
    """One unit of an article that is shown, marked and moved to as a whole."""

    id: str
    """Unique in the article, stable while its text stays the same ("b1", "b2", ...)."""
    kind: BlockKind
    """What the block is."""
    text: str
    """Plain text, NFC, no line breaks; positions in it are code points."""
    language: str
    """BCP 47 tag of the text."""
    level: int = 0
    """Depth of a heading (1 to 6) or of a list item (1 and up); 0 for all else."""
    foreign: "tuple[LanguageSpan, ...]" = ()
    """What of the text is in another language than the block, in order, without overlaps."""
    said: "tuple[Respelling, ...]" = ()
    """What of the text its author says in other words or sounds, in order, without overlaps."""


class Article(NamedTuple):
    """An article: who and what it is, and its blocks in reading order."""

    id: str
    """Unique in the catalog; from the front matter, else from the file name."""
    title: str
    """Shown as passage 0; never empty."""
    language: str
    """BCP 47 tag of the article; a block may differ."""
    blocks: Sequence[Block]
    """The body, in reading order; at least one block."""
    author: str = ""
    """Who wrote it, or empty."""
    source: str = ""
    """Where it was published, or empty."""
    date: str = ""
    """ISO 8601 day or moment of publication, or empty."""
    summary: str = ""
    """One sentence for the catalog, or empty."""
    translation_of: str = ""
    """Groups the language editions of one article, or empty."""
    recording: str = ""
    """The sound file of a speaker, named from the article's own folder, or empty."""

    def passage(self, number: int) -> Block:
        """Return passage ``number``: 0 is the title, 1 is the first block.

        Raises:
            IndexError: there is no such passage.
        """
        if number == 0:
            return Block("title", BlockKind.TITLE, self.title, self.language, 1)
        if number < 0:
            raise IndexError(f"no passage {number}")
        return self.blocks[number - 1]

    @property
    def last_passage(self) -> int:
        """Number of the last passage."""
        return len(self.blocks)


class CampaignDraft(NamedTuple):
    """An appeal for donations found in an article's text: what was understood of it, to be checked by a person."""

    publisher: str
    """Who asks, or empty when the text does not say."""
    message: tuple[str, ...]
    """The paragraphs of the appeal, in order, without its buttons."""
    minimum: str = ""
    """The smallest amount named, as a decimal number ("2"), or empty."""
    currency: str = ""
    """ISO 4217 code, or empty."""
    is_currency_assumed: bool = False
    """Whether the sign alone ("$") left the country open."""
    interval: str = ""
    """"once", "month" or "year", or empty."""
    buttons: tuple[str, ...] = ()
    """The labels that were buttons on the page ("Remind me later."), as written."""


class ParsedArticle(NamedTuple):
    """What a reader of a format returns: the article and, when its text held one, a draft campaign."""

    article: Article
    """The article without the appeal."""
    campaign: CampaignDraft | None = None
    """The appeal found at the end of the text, or None."""
    notes: tuple[str, ...] = ()
    """Remarks for an editor, in plain English (an appeal that fills the whole text, for example)."""


class CatalogEntry(NamedTuple):
    """One card of the catalog: enough to choose by, without the article's text in memory."""

    article_id: str
    """The article's id."""
    title: str
    """The article's title."""
    language: str
    """BCP 47 tag."""
    summary: str
    """One sentence, or empty."""
    word_count: int
    """Words of the body: with the reading rate it gives the minutes."""
    path: str
    """Where the content source finds the file."""
    problem: str = ""
    """Why the article cannot be opened, or empty: a broken file is shown, not hidden."""
    recording: str = ""
    """The sound file of a speaker, as in :class:`Article`."""


def minutes_to_read(word_count: int, words_per_minute: int) -> int:
    """Whole minutes that a listener needs, rounded up, at least 1."""
    return max(1, -(-word_count // words_per_minute))
