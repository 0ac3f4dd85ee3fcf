"""Markdown (CommonMark) with front matter, read as an article.

What marks text up is taken away, what is text stays. Knows nothing of other formats.
"""

from collections.abc import Sequence

from kiosk.adapters.formats.appeal import APPEAL_ONLY, find_appeal
from kiosk.adapters.formats.decoding import decode, refuse_block_count
from kiosk.adapters.formats.front_matter import FrontMatter, read_front_matter
from kiosk.adapters.formats.languages import guess_language
from kiosk.adapters.formats.markdown_blocks import read_markdown
from kiosk.adapters.formats.names import article_id_from, title_from
from kiosk.adapters.formats.raw_block import RawBlock, cut_to
from kiosk.core.article import Article, Block, BlockKind, CampaignDraft, ParsedArticle
from kiosk.core.errors import ContentError

TITLE_MARKS = 'The marks in the title were left out. A word of the title is told in "lexicon.pls".'
"""Remark on a title that has marks; it is shown in too many places to be anything but text."""


def parse(data: bytes, source: str, language: str = "", *, article_id: str = "") -> ParsedArticle:
    """Read a Markdown file as an article.

    Args:
        data: the whole file.
        source: the name of the file: in errors, and for title and id where the file gives none.
        language: BCP 47 tag for a file whose front matter names no language; empty to guess it.
        article_id: the article's id for a file whose front matter names none; empty to take it from ``source``.

    Returns:
        The article with at least one block, and a draft campaign when the front matter had an [appeal] or an
        appeal stood at the end of the text.

    Raises:
        ContentError: the file cannot be read; names the line. Callers show it.
    """
    text = decode(data, source)
    front, body, lines_before = read_front_matter(text, source)
    raw = read_markdown(body, source, lines_before)
    if not raw:
        raise ContentError(source, f"line {lines_before + 1}", "there is no text to read")
    refuse_block_count(len(raw), source)
    title_block = _take_title(raw, front.title)
    title = title_block.text or title_from(source)
    language = front.language or language or guess_language(body)
    kept, campaign, notes = _without_appeal(raw, language, front)
    article = Article(
        id=front.id or article_id or article_id_from(source),
        title=title,
        language=language,
        blocks=tuple(_block(number, block, block.language or language) for number, block in enumerate(kept, 1)),
        author=front.author,
        source=front.source,
        date=front.date,
        summary=front.summary,
        translation_of=front.translation_of,
        recording=front.recording,
    )
    if title_block.foreign or title_block.said:
        notes = (*notes, TITLE_MARKS)
    return ParsedArticle(article, campaign, front.notes + notes)


def describe(data: bytes, source: str) -> tuple[FrontMatter, int] | None:
    """Read what the catalog needs of a Markdown file, without reading its blocks.

    Args:
        data: the whole file.
        source: the name of the file, for errors.

    Returns:
        The front matter and the number of words below it; None when the front matter gives no title or no
        language, so that the file has to be parsed.

    Raises:
        ContentError: the file or its front matter cannot be read, or nothing stands below it.
    """
    front, body, lines_before = read_front_matter(decode(data, source), source)
    if not front.title or not front.language:
        return None
    word_count = len(body.split())
    if not word_count:
        raise ContentError(source, f"line {lines_before + 1}", "there is no text to read")
    return front, word_count


def _block(number: int, raw: RawBlock, language: str) -> Block:
    if not raw.foreign and not raw.said:
        return Block(f"b{number}", raw.kind, raw.text, language, raw.level)
    from kiosk.core.lexicon import with_endings

    foreign = tuple(own for own in raw.foreign if own.language != language)
    said = with_endings(raw.text, raw.said, language)
    return Block(f"b{number}", raw.kind, raw.text, language, raw.level, foreign, said)


def _take_title(raw: list[RawBlock], stated: str) -> RawBlock:
    """Return the title and take it out of the blocks if it stands there; without text when there is none."""
    stated_block = RawBlock(BlockKind.TITLE, stated)
    if len(raw) < 2:
        # The text of an article is never taken away whole.
        return stated_block
    at = next((at for at, block in enumerate(raw) if block.kind is BlockKind.HEADING and block.level == 1), None)
    if at is None or (stated and (at > 0 or raw[at].text != stated)):
        return stated_block
    return raw.pop(at)


def _without_appeal(
    raw: Sequence[RawBlock], language: str, front: FrontMatter
) -> tuple[Sequence[RawBlock], CampaignDraft | None, tuple[str, ...]]:
    if front.appeal is not None:
        return raw, front.appeal, ()
    appeal = find_appeal([block.text for block in raw], language, front.source)
    if appeal is None:
        return raw, None, ()
    if appeal.is_whole:
        return raw, None, (APPEAL_ONLY,)
    kept = [cut_to(raw[appeal.first], appeal.kept)] if appeal.kept else []
    return [*raw[: appeal.first], *kept, *raw[appeal.end :]], appeal.draft, ()
