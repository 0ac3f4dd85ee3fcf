"""What each paragraph near the end of a text says of itself: opener, request, sum, button, or plain text.

Knows nothing of where an appeal begins or ends; see ``appeal``.
"""

import re
from dataclasses import dataclass

from kiosk.adapters.formats.appeal_amounts import find_amounts
from kiosk.adapters.formats.appeal_labels import DECORATION, label_of
from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.folding import (
    fold,
    folded_label,
    has_phrase,
    letters_only,
    starts_with_phrase,
)

_MOST_WORDS_IN_BUTTON = 6
_LONGEST_REQUEST = 2000
"""Code points; a longer paragraph that asks is an article that asks, not an appeal below one."""
# What somebody else says is news; three words or less are a name or a term.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘]*?[,.!?]’(?!\w)")
_COUNTRY = re.compile(r"\b(?:US|U\.S\.)(?!\$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or the part of one that begins with an opener, and what it says of itself."""

    text: str
    """As written."""
    paragraph: int
    """Number of the paragraph it comes from."""
    label: str | None
    """The publisher's name when it opens with one ("A message from ..."; may be empty), else None."""
    is_greeting: bool
    """Begins like a letter ("Dear readers")."""
    is_hook: bool
    """Begins with the moment it comes at ("before you go")."""
    is_ask: bool
    """Asks the reader for support."""
    is_weak_ask: bool
    """Speaks of giving."""
    has_amount: bool
    """Names a sum."""
    has_interval: bool
    """Names how often."""
    is_button: bool
    """Is a button of the page."""
    has_we: bool
    """Speaks as "we"."""
    is_tail: bool
    """Thanks, reminds, or speaks of privacy."""
    speaks_to_reader: bool
    """Says "you"."""
    is_report: bool
    """Tells what others said."""

    @property
    def is_opener(self) -> bool:
        """Whether an appeal may begin here."""
        return self.label is not None or self.is_greeting or self.is_hook

    @property
    def belongs(self) -> bool:
        """Whether it can only be part of an appeal, if there is one."""
        if self.is_opener or self.is_button:
            return True
        asks = self.is_ask and (self.has_we or self.has_amount or self.has_interval or self.speaks_to_reader)
        is_short = len(self.text) <= _LONGEST_REQUEST
        return is_short and (asks or (self.has_amount and self.has_interval))

    @property
    def may_lie_inside(self) -> bool:
        """Whether it is at home in an appeal: "we", "you", thanks."""
        return self.has_we or self.speaks_to_reader or self.is_tail or self.is_weak_ask or self.is_ask

    @property
    def is_stranger(self) -> bool:
        """Whether nothing in it says that it is part of an appeal."""
        return (
            not self.belongs
            and (self.is_report or not self.may_lie_inside)
            and not (self.is_report and self.has_we)
        )

    @property
    def word_count(self) -> int:
        """Words, cut at white space."""
        return len(self.text.split())


def describe(text: str, paragraph: int, signals: Signals) -> Piece:
    """Say what a paragraph is, by the signals of its language."""
    own_words = _QUOTED.sub(lambda match: match[0] if len(match[0].split()) <= 3 else " ", text)
    folded = fold(_COUNTRY.sub("USA", own_words))
    is_button = is_button_line(text, signals)
    asks = has_phrase(folded, signals.asks)
    weak = has_phrase(folded, signals.weak_asks)
    start = folded.lstrip(DECORATION)
    intervals = signals.months + signals.years + signals.onces
    return Piece(
        text=text,
        paragraph=paragraph,
        label=label_of(text, signals),
        is_greeting=starts_with_phrase(start, signals.greetings) is not None,
        is_hook=starts_with_phrase(start, signals.hooks) is not None,
        is_ask=asks or (weak and (has_phrase(folded, signals.ours) or _has_command(own_words, signals))),
        is_weak_ask=weak,
        has_amount=bool(find_amounts(own_words, signals)),
        has_interval=has_phrase(folded, intervals),
        is_button=is_button,
        has_we=not is_button and has_phrase(folded, signals.we),
        is_tail=has_phrase(folded, signals.tails),
        speaks_to_reader=not is_button and has_phrase(folded, signals.you),
        is_report=has_phrase(folded, signals.reports),
    )


def _has_command(text: str, signals: Signals) -> bool:
    """Whether a sentence begins like a button and names a sum ("Support The Daily Example from €5 a year")."""
    return any(
        starts_with_phrase(fold(sentence), signals.button_starts) is not None and find_amounts(sentence, signals)
        for sentence in re.split(r"(?<=[.!?…:؟])\s+", text)
    )


def is_button_line(text: str, signals: Signals) -> bool:
    """Whether a whole paragraph is a button, a row of buttons, or a sum to choose."""
    if len(text) > 80:
        return False
    label = folded_label(text)
    if not label:
        return text.strip() in "×✕✖✗→←"
    if label in signals.buttons:
        return True
    words = text.split()
    parts = re.split(r"\s*[|·•/]\s*|(?<=[.!?])\s+", text)
    if len(parts) > 1 and all(folded_label(part) in signals.buttons for part in parts if part):
        return True
    if len(words) <= _MOST_WORDS_IN_BUTTON and _is_bare_amount(text, signals) and not text.endswith("."):
        return True
    starts = starts_with_phrase(label, signals.button_starts) is not None
    # "Support us monthly from just $2" is what the appeal says, not what its button says.
    is_one_clause = not any(sign in ".!?,;:،؛؟…" or sign.isdigit() for sign in text[:-1])
    return starts and 2 <= len(words) <= _MOST_WORDS_IN_BUTTON and is_one_clause


def _is_bare_amount(text: str, signals: Signals) -> bool:
    """Whether a line is a sum to choose: "$5", "10 € monthly"."""
    if not any(sign.isdigit() for sign in text) or len(find_amounts(text, signals)) != 1:
        return False
    rest = letters_only(fold(text).translate({ord(digit): " " for digit in "0123456789"}))
    is_named = has_phrase(rest, signals.months + signals.years + signals.onces)
    return len(rest.split()) <= (3 if is_named else 1)


def glued_request(text: str, signals: Signals) -> int:
    """Return where in a paragraph a request begins after sentences that are not about it, or -1.

    Used for the first paragraph of an appeal that has no opener: what comes before may be the article's.
    """
    start = 0
    for sentence in re.split(r"(?<=[.!?…؟۔])(?=\s)", text):
        piece = describe(sentence.strip(), 0, signals) if sentence.strip() else None
        if piece is not None and (piece.may_lie_inside or piece.belongs or _is_on_topic(sentence, signals)):
            return start if text[:start].strip() else -1
        start += len(sentence)
    return -1


def _is_on_topic(sentence: str, signals: Signals) -> bool:
    return has_phrase(fold(sentence), signals.topics)


def split_dismissal(text: str, signals: Signals) -> tuple[str, str]:
    """Cut the button that closes an appeal off the end of its last paragraph.

    Returns:
        The paragraph without it, and the button; the button is empty when there is none.
    """
    match = re.search(r"^(.*[.!?…؟])\s+([^.!?…؟]{2,40}[.!?…]?)$", text)
    if match is None:
        return text, ""
    button = match[2]
    is_dismissal = any(folded_label(button) == folded_label(phrase.words) for phrase in signals.dismissals)
    return (match[1], button) if is_dismissal else (text, "")
