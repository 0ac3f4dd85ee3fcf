"""Places as they are kept on disk: a locator to a record and back. A damaged record is as if it were not there."""

from collections.abc import Mapping
from typing import cast

from kiosk.core.locator import Locator
from kiosk.core.text import TextSpan


def locator_record(locator: Locator) -> dict[str, object]:
    """Return a place as JSON values."""
    return {
        "article": locator.article_id,
        "passage": locator.passage,
        "start": locator.span.start,
        "end": locator.span.end,
        "quote": locator.quote,
    }


def locator_from(record: Mapping[str, object]) -> Locator | None:
    """Return the place of a record, or None when the record is damaged."""
    numbers = [record.get(key) for key in ("passage", "start", "end")]
    texts = [record.get(key) for key in ("article", "quote")]
    if not (all(type(number) is int for number in numbers) and all(isinstance(text, str) for text in texts)):
        return None
    passage, start, end = cast(list[int], numbers)
    article_id, quote = cast(list[str], texts)
    return Locator(article_id, passage, TextSpan(start, end), quote) if 0 <= start <= end else None
