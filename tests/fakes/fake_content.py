"""Articles and a campaign that a test holds in its hands. Knows no file."""

from collections.abc import Sequence

from kiosk.core.article import Article, CatalogEntry, ParsedArticle
from kiosk.core.donation import Campaign
from kiosk.core.errors import ContentError
from kiosk.core.text import words


class FakeContent:
    """A content source; ``problems`` names the paths that cannot be used, and why."""

    def __init__(
        self,
        articles: dict[str, Article],
        problems: dict[str, str] | None = None,
        campaign: Campaign | None = None,
    ) -> None:
        self.articles = dict(articles)
        self.problems = dict(problems or {})
        self._campaign = campaign

    def entries(self) -> Sequence[CatalogEntry]:
        """List the articles, then what is broken."""
        sound = [
            CatalogEntry(
                article.id,
                article.title,
                article.language,
                article.summary,
                sum(len(words(block.text)) for block in article.blocks),
                path,
            )
            for path, article in self.articles.items()
        ]
        broken = [CatalogEntry(path, path, "en", "", 0, path, problem) for path, problem in self.problems.items()]
        return [*sound, *broken]

    def load(self, path: str) -> ParsedArticle:
        """Return an article."""
        if path in self.problems:
            raise ContentError(path, "line 1", self.problems[path])
        if path not in self.articles:
            raise ContentError(path, "", "there is no such file")
        return ParsedArticle(self.articles[path])

    def campaign(self) -> Campaign | None:
        """Return the campaign."""
        return self._campaign
