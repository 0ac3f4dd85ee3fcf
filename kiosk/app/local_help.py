"""Who helps at this machine, told at the end of the guided tour. Knows no file and no station."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from kiosk import i18n
from kiosk.core.article import TOUR, Block, BlockKind, CatalogEntry, ParsedArticle
from kiosk.core.voice import primary_language
from kiosk.i18n import _

if TYPE_CHECKING:
    from kiosk.app.ports import ContentSource
    from kiosk.core.campaign import Campaign
    from kiosk.core.lexicon import ArticleLists


class TourWithHelp:
    """A content source: another one, in which the tour ends with what the operator says of help.

    So it is shown, read, found again and walked through as everything else is.
    """

    def __init__(self, source: "ContentSource", helps: Mapping[str, str]) -> None:
        """Put the words beside the articles.

        Args:
            source: the articles.
            helps: one or two sentences, by their language; one at least.
        """
        self._source = source
        self._helps = helps

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles."""
        return self._source.entries()

    def load(self, path: str) -> ParsedArticle:
        """Read one article; the tour has a heading and a paragraph more."""
        parsed = self._source.load(path)
        article = parsed.article
        if not article.id.startswith(TOUR):
            return parsed
        blocks = (*article.blocks, *self._blocks(primary_language(article.language)))
        return parsed._replace(article=article._replace(blocks=blocks))

    def lexicons(self, path: str) -> "ArticleLists":
        """Return the pronunciation lists."""
        return self._source.lexicons(path)

    def campaign(self) -> "Campaign | None":
        """Return the campaign."""
        return self._source.campaign()

    def _blocks(self, language: str) -> tuple[Block, ...]:
        """Return what is told to a reader of a language; in English, else in any, where it is told in no other."""
        spoken = next(own for own in (language, "en", *self._helps) if own in self._helps)
        with i18n.speaking(language if language in i18n.LANGUAGES else "en"):
            # Translators: button: how to use this program; also a heading above who helps. One short word.
            heading = Block("help", BlockKind.HEADING, _("Help"), i18n.language(), 2)
        return heading, Block("helper", BlockKind.PARAGRAPH, normalize("NFC", self._helps[spoken]), spoken)
