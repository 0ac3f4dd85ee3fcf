"""Plain text, as people type it or as it was scraped from a news page, read as an article.

No marking up is needed: paragraphs, title, headings and a trailing appeal are found by rule. All text of the
file is in the title, the blocks or the draft campaign. Knows nothing of other formats.
"""

from kiosk.adapters.formats.appeal import APPEAL_ONLY, find_appeal
from kiosk.adapters.formats.decoding import decode, refuse_block_count
from kiosk.adapters.formats.headings import find_headings, is_title
from kiosk.adapters.formats.languages import guess_language
from kiosk.adapters.formats.names import article_id_from, title_from
from kiosk.adapters.formats.paragraphs import split_paragraphs
from kiosk.core.article import Article, Block, BlockKind, CampaignDraft, ParsedArticle

_HEADING_LEVEL = 2


def parse(data: bytes, source: str, language: str = "", *, article_id: str = "") -> ParsedArticle:
    """Read a plain text file as an article.

    Args:
        data: the whole file.
        source: the name of the file: in errors, and for title and id where the text gives none.
        language: BCP 47 tag of the text; empty to guess it.
        article_id: the article's id; empty to take it from ``source``.

    Returns:
        The article with at least one block, and a draft campaign when an appeal stood at its end.

    Raises:
        ContentError: the file cannot be read as text, or has too many paragraphs; callers show it.
    """
    text = decode(data, source)
    language = language or guess_language(text)
    paragraphs = split_paragraphs(text)
    refuse_block_count(len(paragraphs), source)
    has_title = len(paragraphs) > 1 and is_title(paragraphs[0])
    title = paragraphs.pop(0) if has_title else title_from(source)
    body, campaign, notes = _without_appeal(paragraphs, language)
    headings = find_headings(body, has_title)
    blocks = tuple(
        Block(f"b{number}", BlockKind.HEADING, paragraph, language, _HEADING_LEVEL)
        if number - 1 in headings
        else Block(f"b{number}", BlockKind.PARAGRAPH, paragraph, language)
        for number, paragraph in enumerate(body, 1)
    )
    article = Article(article_id or article_id_from(source), title, language, blocks)
    return ParsedArticle(article, campaign, notes)


def _without_appeal(
    paragraphs: list[str], language: str
) -> tuple[list[str], CampaignDraft | None, tuple[str, ...]]:
    appeal = find_appeal(paragraphs, language)
    if appeal is None:
        return paragraphs, None, ()
    if appeal.is_whole:
        return paragraphs, None, (APPEAL_ONLY,)
    kept = [appeal.kept] if appeal.kept else []
    return [*paragraphs[: appeal.first], *kept, *paragraphs[appeal.end :]], appeal.draft, ()
