"""Articles and a campaign that a test holds in its hands. Knows no file."""

from collections.abc import Mapping, Sequence

from kiosk.core.article import Article, CatalogEntry, ParsedArticle
from kiosk.core.campaign import Campaign
from kiosk.core.errors import ContentError
from kiosk.core.lexicon import ArticleLists, PronunciationList
from kiosk.core.text import words


class FakeContent:
    """A content source; ``problems`` names the paths that cannot be used, and why."""

    def __init__(
        self,
        articles: dict[str, Article],
        problems: dict[str, str] | None = None,
        campaign: Campaign | None = None,
        beside: Mapping[str, Sequence[PronunciationList]] | None = None,
        operator: Sequence[PronunciationList] = (),
    ) -> None:
        """Hold the articles.

        Args:
            articles: by path.
            problems: why some paths cannot be used.
            campaign: what may ask.
            beside: the publisher's pronunciation lists, by the article's path.
            operator: the pronunciation lists for all articles.
        """
        self.articles = dict(articles)
        self.problems = dict(problems or {})
        self._campaign = campaign
        self.beside = dict(beside or {})
        self.operator = tuple(operator)
        self.lists_asked: list[str] = []

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
                recording=article.recording,
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

    def lexicons(self, path: str) -> ArticleLists:
        """Return the lists that hold for an article."""
        self.lists_asked.append(path)
        return ArticleLists(tuple(self.beside.get(path, ())), self.operator)

    def campaign(self) -> Campaign | None:
        """Return the campaign."""
        return self._campaign
