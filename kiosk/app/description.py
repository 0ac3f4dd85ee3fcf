"""Articles and voices as plain data for other programs: what the commands print with ``--json``."""

from collections.abc import Iterable

from kiosk.core.article import Article, CampaignDraft, ParsedArticle
from kiosk.core.voice import Voice


def described(parsed: ParsedArticle) -> dict[str, object]:
    """Return ``{"article": ..., "campaign": ... or None, "notes": [...]}`` of JSON values."""
    return {
        "article": _article(parsed.article),
        "campaign": _campaign(parsed.campaign) if parsed.campaign is not None else None,
        "notes": list(parsed.notes),
    }


def _article(article: Article) -> dict[str, object]:
    blocks = [
        {"id": block.id, "kind": block.kind.value, "text": block.text, "language": block.language}
        for block in article.blocks
    ]
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "author": article.author,
        "source": article.source,
        "date": article.date,
        "summary": article.summary,
        "recording": article.recording,
        "blocks": blocks,
    }


def _campaign(campaign: CampaignDraft) -> dict[str, object]:
    return {
        "publisher": campaign.publisher,
        "message": list(campaign.message),
        "minimum": _number(campaign.minimum),
        "currency": campaign.currency,
        "is_currency_assumed": campaign.is_currency_assumed,
        "interval": campaign.interval,
        "buttons": list(campaign.buttons),
    }


def _number(text: str) -> int | float | None:
    if not text:
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def described_voices(voices: Iterable[Voice]) -> dict[str, object]:
    """Return voices as ``kiosk voices --json`` prints them."""
    rows = [
        {
            "id": voice.id,
            "name": voice.name,
            "languages": list(voice.languages),
            "tracking": voice.tracking.value,
            "quality": voice.quality,
        }
        for voice in voices
    ]
    return {"voices": rows}
