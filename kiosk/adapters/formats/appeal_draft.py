"""From the paragraphs of an appeal to a draft campaign: publisher, message, sum, interval, buttons.

Knows nothing of where the appeal stood.
"""

from collections.abc import Sequence

from kiosk.adapters.formats.appeal_amounts import find_amounts, intervals_named, smallest_asked
from kiosk.adapters.formats.appeal_labels import name_after
from kiosk.adapters.formats.appeal_pieces import Piece, split_dismissal
from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.folding import fold
from kiosk.core.article import CampaignDraft


def draft_campaign(region: Sequence[Piece], signals: Signals, publisher: str) -> CampaignDraft:
    """Turn an appeal into a draft campaign.

    Args:
        region: its paragraphs, in order.
        signals: of the text's language.
        publisher: who asks when the appeal does not say.
    """
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


def _publisher(region: Sequence[Piece], signals: Signals) -> str:
    labels = [piece.label for piece in region if piece.label]
    if labels:
        return labels[0]
    # No label: the name may stand after "support" or "we at".
    for piece in region:
        for phrase in signals.names_after:
            name = name_after(piece.text, phrase, signals)
            if name:
                return name
    return ""
