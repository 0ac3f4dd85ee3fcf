"""Where an appeal for donations begins and ends among the last paragraphs of a text.

The rules are those for scraped news pages: from an opener or a request on, everything to the end; in doubt
nothing. Knows nothing of titles, headings or file formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from kiosk.adapters.formats.appeal_draft import draft_campaign
from kiosk.adapters.formats.appeal_labels import glued_opener, label_of
from kiosk.adapters.formats.appeal_pieces import Piece, describe, glued_request
from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.page_lines import is_footer
from kiosk.adapters.formats.paragraphs import ends_sentence
from kiosk.core.article import CampaignDraft

_MOST_PARAGRAPHS = 14
_MOST_FOOTERS = 6
_MOST_FILLERS = 2
_MOST_WORDS_IN_SIGNATURE = 8
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


def find_region(paragraphs: Sequence[str], start: int, signals: Signals, publisher: str) -> FoundAppeal | None:
    """Find the appeal at the end of a text.

    Args:
        paragraphs: the text without its title, in order.
        start: number of the first paragraph that is looked at.
        signals: of the text's language.
        publisher: who asks when the appeal does not say.

    Returns:
        The appeal, or None when there is none or it is in doubt.
    """
    pieces = _Pieces(paragraphs, start, signals)
    end = _without_footers(pieces, len(pieces))
    begin = _begin(pieces, end)
    if begin is None:
        return None
    # Some pages end with two.
    while (earlier := _begin(pieces, _without_footers(pieces, begin))) is not None:
        begin = earlier
    if not pieces[begin].is_opener:
        at = glued_request(pieces[begin].text, signals)
        if at > 0:
            pieces.part(begin, at)
            begin, end = begin + 1, end + 1
    region = pieces[begin:end]
    first = region[0].paragraph
    is_cut = begin > 0 and pieces[begin - 1].paragraph == first
    is_whole = start == 0 and not any(_is_article_text(pieces.text(at)) for at in range(begin))
    return FoundAppeal(
        first=first,
        kept=pieces[begin - 1].text if is_cut else "",
        end=region[-1].paragraph + 1,
        draft=draft_campaign(region, signals, publisher),
        is_whole=is_whole,
    )


class _Pieces:
    """The paragraphs near the end, parted at glued openers, and described when somebody asks."""

    def __init__(self, paragraphs: Sequence[str], start: int, signals: Signals) -> None:
        self._signals = signals
        self._texts: list[tuple[str, int]] = []
        for number in range(start, len(paragraphs)):
            text = paragraphs[number]
            at = glued_opener(text, signals)
            parts = (text,) if at <= 0 else (text[:at].rstrip(), text[at:])
            self._texts.extend((part, number) for part in parts)
        self._described: dict[tuple[str, int], Piece] = {}

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> Piece: ...
    @overload
    def __getitem__(self, at: slice) -> list[Piece]: ...
    def __getitem__(self, at: int | slice) -> Piece | list[Piece]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        key = self._texts[at]
        if key not in self._described:
            self._described[key] = describe(*key, self._signals)
        return self._described[key]

    def text(self, at: int) -> str:
        """Return the text of a piece without describing it."""
        return self._texts[at][0]

    def has_label(self, at: int) -> bool:
        """Whether a piece opens with the publisher's name."""
        return label_of(self._texts[at][0], self._signals) is not None

    def part(self, at: int, cut: int) -> None:
        """Make two pieces of one."""
        text, number = self._texts[at]
        self._texts[at : at + 1] = [(text[:cut].rstrip(), number), (text[cut:].lstrip(), number)]


def _is_article_text(text: str) -> bool:
    return ends_sentence(text) or len(text) >= _LONG_SENTENCE


def _without_footers(pieces: _Pieces, end: int) -> int:
    for _ in range(_MOST_FOOTERS):
        if end == 0 or not is_footer(pieces.text(end - 1)) or pieces[end - 1].belongs:
            break
        end -= 1
    return end


def _begin(pieces: _Pieces, end: int) -> int | None:
    """Return where the appeal that ends before ``end`` begins, or None."""
    begin = _begin_at_opener(pieces, end, is_labelled=True)
    if begin is None:
        begin = _begin_at_opener(pieces, end, is_labelled=False)
    if begin is None:
        begin = _begin_by_walking(pieces, end)
    if begin is None:
        return None
    # A heading or button above the opener ("Support our work") is part of the appeal, and so is a request.
    while begin > 0 and (_is_banner(pieces[begin - 1]) or _is_introduction(pieces, begin)):
        begin -= 1
    return begin


def _is_banner(piece: Piece) -> bool:
    is_request = piece.is_ask or piece.is_weak_ask
    return is_request and not piece.is_report and piece.word_count <= 8 and not ends_sentence(piece.text)


def _is_introduction(pieces: _Pieces, begin: int) -> bool:
    """Whether the piece above an appeal is its own: it asks, or is what "we need your help" was parted from."""
    above = pieces[begin - 1]
    if above.is_report or above.is_button:
        return False
    is_same_paragraph = above.paragraph == pieces[begin].paragraph
    is_parted = is_same_paragraph and pieces[begin].is_hook and above.may_lie_inside
    return is_parted or (above.belongs and not is_same_paragraph)


def _begin_at_opener(pieces: _Pieces, end: int, *, is_labelled: bool) -> int | None:
    """Look for the first "A message from X:", or "Dear readers", with nothing but an appeal after it."""
    found = None
    for begin in range(end - 1, -1, -1):
        if pieces.has_label(begin) if is_labelled else pieces[begin].is_opener:
            region = pieces[begin:end]
            if _has_few_strangers(region, is_labelled=is_labelled) and _is_appeal(region):
                found = begin
    return found


def _has_few_strangers(region: Sequence[Piece], *, is_labelled: bool) -> bool:
    """Whether so little in a region is foreign to an appeal that it can be its own introduction."""
    asked_from = next((at for at, piece in enumerate(region) if piece.is_ask or piece.is_button), len(region))
    pressed_from = next((at for at, piece in enumerate(region) if piece.is_button), len(region))
    lead = [piece for piece in region[1:asked_from] if piece.is_stranger]
    rest = [piece for piece in region[max(1, asked_from) :] if piece.is_stranger]
    # A signature at the very end is none; anything else there is the article's, which goes on.
    if rest and rest[-1] is region[-1]:
        if _is_article_text(region[-1].text) or region[-1].word_count > _MOST_WORDS_IN_SIGNATURE:
            return False
        rest.pop()
    # Buttons end an appeal. What others did to the publisher is told before the request; news after it is news.
    if any(piece.is_stranger for piece in region[pressed_from:-1]):
        return False
    has_news = any(piece.is_report for piece in (rest if is_labelled else lead + rest))
    most_in_lead = _MOST_FILLERS + is_labelled
    return len(lead) <= most_in_lead and len(rest) < _MOST_FILLERS and not has_news


def _begin_by_walking(pieces: _Pieces, end: int) -> int | None:
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
    has_letter = any(piece.label is not None or piece.is_greeting for piece in prose)
    has_button = len(prose) < len(region)
    has_amount = any(piece.has_amount for piece in region)
    has_we = any(piece.has_we for piece in prose)
    has_interval = any(piece.has_interval for piece in region)
    asks = any(piece.is_ask for piece in prose)
    speaks_of_giving = any(piece.is_weak_ask for piece in region)
    if has_letter:
        is_meant = asks or (speaks_of_giving and (has_we or has_amount))
        return is_meant and (has_amount or has_button or has_interval or (has_we and speaks_of_giving))
    # Without "A message from" or "Dear readers" the publisher must ask in its own name, or come at the moment.
    has_hook = any(piece.is_hook for piece in prose)
    asks_for_itself = any(piece.is_ask and piece.has_we and not piece.is_report for piece in prose)
    return (asks_for_itself or (asks and has_hook)) and (has_amount or has_button)
