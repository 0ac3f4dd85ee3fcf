"""Appeals for donations at the end of an article's text: found, cut off, and turned into a draft campaign.

An appeal must never be read out as part of the article, and no word of the article may be lost: what is found
is the end of the text from an opener or a request on, and in doubt nothing is found. The rules are those for
scraped news pages; the words are data in ``appeal_words_*``. Knows nothing of titles, headings or file formats.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.adapters.formats.appeal_amounts import find_amounts, intervals_named, smallest_asked
from kiosk.adapters.formats.appeal_pieces import (
    Piece,
    clean_name,
    describe,
    glued_opener,
    glued_request,
    split_dismissal,
)
from kiosk.adapters.formats.appeal_signals import Signals, signals_for
from kiosk.adapters.formats.folding import Phrase, find_phrase, fold, has_phrase
from kiosk.adapters.formats.page_lines import is_footer
from kiosk.adapters.formats.paragraphs import ends_sentence
from kiosk.core.article import CampaignDraft

APPEAL_ONLY = "The whole text is an appeal for donations; it was kept as an article."
"""The note for an editor when nothing but an appeal was found."""

_MOST_PARAGRAPHS = 14
_LOOKED_AT = 40
"""Paragraphs from the end: an appeal with all of its buttons."""
_MOST_FOOTERS = 6
_MOST_FILLERS = 2
_LONGEST_LOOKED_AT = 20_000
"""Code points; no appeal is glued to a longer paragraph."""
_LONG_SENTENCE = 120


@dataclass(frozen=True, slots=True)
class FoundAppeal:
    """Where an appeal stands and what it asks."""

    first: int
    """Number of the first paragraph that is not, or not wholly, the article's; counted from 0."""
    kept: str
    """What that paragraph says before the appeal begins, or empty."""
    end: int
    """One past the last paragraph of the appeal; what follows is the page's footer and stays in the article."""
    draft: CampaignDraft
    """What was understood."""
    is_whole: bool
    """Whether nothing but the appeal is there: then the text is to be kept as it is."""


def find_appeal(paragraphs: Sequence[str], language: str, publisher: str = "") -> FoundAppeal | None:
    """Find the appeal at the end of a text.

    Args:
        paragraphs: the text without its title, in order.
        language: BCP 47 tag of the text; without signals for it nothing is found.
        publisher: who published the text, for an appeal that does not say who asks.

    Returns:
        The appeal, or None when there is none or it is in doubt.
    """
    signals = signals_for(language)
    if signals is None:
        return None
    start = max(0, len(paragraphs) - _LOOKED_AT)
    while start < len(paragraphs) and any(len(each) > _LONGEST_LOOKED_AT for each in paragraphs[start:]):
        start += 1
    if not _is_worth_looking(paragraphs[start:], signals):
        return None
    pieces = _pieces(paragraphs, start, signals)
    end = _without_footers(pieces)
    begin = _begin(pieces, end)
    if begin is None:
        return None
    if not pieces[begin].is_opener:
        at = glued_request(pieces[begin].text, signals)
        if at > 0:
            text, number = pieces[begin].text, pieces[begin].paragraph
            parts = (text[:at].rstrip(), text[at:].lstrip())
            pieces[begin : begin + 1] = [describe(part, number, signals) for part in parts]
            begin, end = begin + 1, end + 1
    region = pieces[begin:end]
    first = region[0].paragraph
    is_cut = begin > 0 and pieces[begin - 1].paragraph == first
    before = pieces[:begin]
    is_whole = start == 0 and not any(_is_article_text(piece) for piece in before)
    draft = _draft(region, signals, publisher)
    return FoundAppeal(first, pieces[begin - 1].text if is_cut else "", region[-1].paragraph + 1, draft, is_whole)


def _is_worth_looking(paragraphs: Sequence[str], signals: Signals) -> bool:
    # A request is the one thing that every appeal has.
    wanted = signals.asks + signals.weak_asks
    return any(has_phrase(fold(paragraph), wanted) for paragraph in paragraphs)


def _pieces(paragraphs: Sequence[str], start: int, signals: Signals) -> list[Piece]:
    pieces: list[Piece] = []
    for number in range(start, len(paragraphs)):
        text = paragraphs[number]
        at = glued_opener(text, signals)
        parts = (text,) if at <= 0 else (text[:at].rstrip(), text[at:])
        pieces.extend(describe(part, number, signals) for part in parts)
    return pieces


def _is_article_text(piece: Piece) -> bool:
    return ends_sentence(piece.text) or len(piece.text) >= _LONG_SENTENCE


def _without_footers(pieces: Sequence[Piece]) -> int:
    end = len(pieces)
    for _ in range(_MOST_FOOTERS):
        if end == 0 or pieces[end - 1].belongs or not is_footer(pieces[end - 1].text):
            break
        end -= 1
    return end


def _begin(pieces: Sequence[Piece], end: int) -> int | None:
    """Return where the appeal that ends before ``end`` begins, or None."""
    begin = _begin_at_label(pieces, end)
    if begin is None:
        begin = _begin_by_walking(pieces, end)
    if begin is None:
        return None
    # A heading or button above the opener ("Support our work") is part of the appeal.
    while begin > 0 and _is_banner(pieces[begin - 1]):
        begin -= 1
    return begin


def _is_banner(piece: Piece) -> bool:
    is_request = piece.is_ask or piece.is_weak_ask
    return is_request and not piece.is_report and piece.word_count <= 8 and not ends_sentence(piece.text)


def _begin_at_label(pieces: Sequence[Piece], end: int) -> int | None:
    """Look for "A message from X:" with nothing but an appeal after it."""
    for begin in range(end - 1, -1, -1):
        if pieces[begin].label is None:
            continue
        region = pieces[begin:end]
        strangers = [piece for piece in region[1:] if not piece.belongs and not piece.may_lie_inside]
        # A signature at the very end is no stranger.
        if strangers and strangers[-1] is region[-1] and region[-1].word_count <= 8:
            strangers.pop()
        is_news = any(piece.is_report and not piece.has_we for piece in strangers)
        if len(strangers) <= _MOST_FILLERS and not is_news and _is_appeal(region):
            return begin
    return None


def _begin_by_walking(pieces: Sequence[Piece], end: int) -> int | None:
    """Walk up from the end as long as paragraphs belong to an appeal; a few that only say "we" may lie between."""
    begin = end
    fillers = 0
    has_core = has_opener = False
    for at in range(end - 1, -1, -1):
        piece = pieces[at]
        if piece.belongs:
            begin, fillers, has_core = at, 0, True
            has_opener = has_opener or piece.is_opener
            continue
        if has_opener or fillers == _MOST_FILLERS or not piece.may_lie_inside or piece.is_report:
            break
        # Below the last button only thanks and privacy notes are part of it.
        if not has_core and not piece.is_tail:
            break
        fillers += 1
    # A button of the page that stands above the text ("Continue") is no beginning.
    while begin < end and pieces[begin].is_button and not pieces[begin].is_weak_ask:
        begin += 1
    return begin if begin < end and _is_appeal(pieces[begin:end]) else None


def _is_appeal(region: Sequence[Piece]) -> bool:
    """Whether the paragraphs together ask for support in at least two more ways: in doubt they do not."""
    prose = [piece for piece in region if not piece.is_button]
    if not prose or len(prose) > _MOST_PARAGRAPHS:
        return False
    has_label = any(piece.label is not None for piece in prose)
    has_opener = has_label or any(piece.is_greeting for piece in prose)
    has_button = len(prose) < len(region)
    has_amount = any(piece.has_amount for piece in region)
    has_we = any(piece.has_we for piece in prose)
    has_interval = any(piece.has_interval for piece in region)
    asks = any(piece.is_ask for piece in prose)
    asks_weakly = asks or any(piece.is_weak_ask for piece in region)
    if not (asks or (has_opener and asks_weakly and (has_we or has_amount))):
        return False
    if has_opener:
        return has_amount or has_button or has_interval or has_we
    # Without an opener the publisher must ask in its own name.
    asks_for_itself = any(piece.is_ask and piece.has_we and not piece.is_report for piece in prose)
    return asks_for_itself and (has_amount or has_button)


def _draft(region: Sequence[Piece], signals: Signals, publisher: str) -> CampaignDraft:
    message: list[str] = []
    buttons: list[str] = []
    last_paragraph = -1
    for piece in region:
        if piece.is_button:
            buttons.append(piece.text)
            continue
        text, button = split_dismissal(piece.text, signals)
        if piece.paragraph == last_paragraph:
            # It was parted to look for the beginning, which turned out to be further up.
            message[-1] = f"{message[-1]} {text}"
        else:
            message.append(text)
        last_paragraph = piece.paragraph
        if button:
            buttons.append(button)
    amounts = [amount for text in message for amount in find_amounts(text, signals)]
    if not amounts:
        amounts = [amount for text in buttons for amount in find_amounts(text, signals)]
    smallest = smallest_asked(amounts)
    interval = smallest.interval if smallest else ""
    if not interval:
        named = intervals_named(map(fold, message), signals) or intervals_named(map(fold, buttons), signals)
        interval = named.pop() if len(named) == 1 else ""
    return CampaignDraft(
        publisher=_publisher(region, signals) or publisher,
        message=tuple(message),
        minimum=smallest.value if smallest else "",
        currency=smallest.currency if smallest else "",
        is_currency_assumed=smallest.is_assumed if smallest else False,
        interval=interval,
        buttons=tuple(buttons),
    )


_NAME = re.compile(
    r"\s*(?:«([^»]{2,80})»|“([^”]{2,80})”|\"([^\"]{2,80})\""
    r"|((?:[Tt]he\s+)?[A-Z][\w'’&.-]*(?:\s+(?:of|the|and|&|[A-Z0-9][\w'’&-]*))*))"
)


def _publisher(region: Sequence[Piece], signals: Signals) -> str:
    labels = [piece.label for piece in region if piece.label]
    if labels:
        return labels[0]
    # No label: the name may stand after "support" or "we at".
    for piece in region:
        for phrase in signals.names_after:
            name = _name_after(piece.text, phrase, signals)
            if name:
                return name
    return ""


def _name_after(text: str, phrase: Phrase, signals: Signals) -> str:
    # Folding may drop signs, so the words are counted, which it never changes.
    folded = fold(text)
    at = find_phrase(folded, phrase)
    if at < 0:
        return ""
    words_before = len(folded[: at + len(phrase.words)].split())
    rest = text.split(None, words_before)[words_before:]
    found = _NAME.match(rest[0]) if rest else None
    if found is None:
        return ""
    written = next(group for group in found.groups() if group)
    name = clean_name(re.sub(r"['’]s$", "", written.strip(" .,'’")), signals)
    return name if len(name.split()) > 1 or found[4] is None else ""
