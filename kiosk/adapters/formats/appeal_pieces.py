"""What each paragraph near the end of a text says of itself: opener, request, sum, button, or plain text.

Knows nothing of where an appeal begins or ends; see ``appeal``.
"""

import re
from dataclasses import dataclass

from kiosk.adapters.formats.appeal_amounts import find_amounts
from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.folding import fold, folded_label, has_phrase, letters_only, starts_with_phrase
from kiosk.adapters.formats.paragraphs import ends_sentence

_MOST_WORDS_IN_BUTTON = 6
_LONGEST_NAME = 80
_MOST_WORDS_IN_NAME = 10
# What somebody else says is news; three words or less are a name or a term.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘]*?[,.!?]’(?!\w)")
_COUNTRY = re.compile(r"\b(?:US|U\.S\.)(?!\$)")
# fmt: off
_SMALL_WORDS = frozenset((
    "a", "an", "and", "at", "by", "de", "der", "for", "from", "in", "la", "le", "of", "on", "our", "the", "to", "von",
    "editor", "editor-in-chief", "team", "&", "и", "в", "й", "та", "з", "для", "ve",
))
# fmt: on
_NAME_END = re.compile(r"[:：\n]")
_SENTENCE_START = re.compile(r"[.!?…؟۔][\"'”’»)\]]*\s*(?=\S)|(?<=\s)(?=\S)")


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
    """Speaks to the reader at its start, or comes "before you go"."""
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
        return self.label is not None or self.is_greeting

    @property
    def belongs(self) -> bool:
        """Whether it can only be part of an appeal, if there is one."""
        asks = self.is_ask and (self.has_we or self.has_amount or self.has_interval or self.speaks_to_reader)
        return self.is_opener or self.is_button or asks or (self.has_amount and self.has_interval)

    @property
    def may_lie_inside(self) -> bool:
        """Whether it is at home in an appeal: "we", "you", thanks."""
        return self.has_we or self.speaks_to_reader or self.is_tail or self.is_weak_ask or self.is_ask

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
    greets = starts_with_phrase(folded, signals.greetings) or starts_with_phrase(folded, signals.hooks)
    intervals = signals.months + signals.years + signals.onces
    return Piece(
        text=text,
        paragraph=paragraph,
        label=label_of(text, signals),
        is_greeting=greets is not None,
        is_ask=asks or (weak and has_phrase(folded, signals.ours)),
        is_weak_ask=weak,
        has_amount=bool(find_amounts(own_words, signals)),
        has_interval=has_phrase(folded, intervals),
        is_button=is_button,
        has_we=not is_button and has_phrase(folded, signals.we),
        is_tail=has_phrase(folded, signals.tails),
        speaks_to_reader=not is_button and has_phrase(folded, signals.you),
        is_report=has_phrase(folded, signals.reports),
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
    if len(words) <= _MOST_WORDS_IN_BUTTON and _is_bare_amount(text, signals):
        return True
    starts = starts_with_phrase(label, signals.button_starts) is not None
    is_one_clause = not any(sign in text[:-1] for sign in ".!?,;:،؛؟…")
    return starts and 2 <= len(words) <= _MOST_WORDS_IN_BUTTON and is_one_clause


def _is_bare_amount(text: str, signals: Signals) -> bool:
    if not any(sign.isdigit() for sign in text) or len(find_amounts(text, signals)) != 1:
        return False
    rest = letters_only(fold(text).translate({ord(digit): " " for digit in "0123456789"}))
    return not rest or has_phrase(rest, signals.months + signals.years + signals.onces) or len(rest.split()) <= 1


def label_of(text: str, signals: Signals) -> str | None:
    """Return the name in "A message from <name>:" at the start of a text, empty if it gives none, else None."""
    folded = fold(text[: 2 * _LONGEST_NAME])
    opening = starts_with_phrase(folded, signals.labels)
    if opening is not None:
        rest = text.split(None, len(opening.words.split()))[len(opening.words.split()) :]
        # "От редакции:" is the whole label: the colon stands on its last word.
        is_whole = not rest or text.split()[len(opening.words.split()) - 1].endswith(":")
        return "" if is_whole else _name(rest[0], signals)
    head = _NAME_END.split(text[: 2 * _LONGEST_NAME], maxsplit=1)[0]
    for noun in sorted(signals.label_nouns, key=lambda phrase: -len(phrase.words)):
        if fold(head).rstrip().endswith(" " + noun.words) and len(head) < _LONGEST_NAME:
            name = " ".join(head.split()[: -len(noun.words.split())])
            bare = _without_case(name)
            return clean_name(bare, signals) if bare != name and _looks_like_name(name) else None
    return None


def _name(rest: str, signals: Signals) -> str | None:
    head = rest[: _LONGEST_NAME + 1]
    before_colon = _NAME_END.split(head, maxsplit=1)
    if len(before_colon) > 1 and before_colon[0].strip():
        return clean_name(before_colon[0], signals)
    if len(rest) <= _LONGEST_NAME and not ends_sentence(rest) and len(rest.split()) <= _MOST_WORDS_IN_NAME:
        return clean_name(rest, signals)
    # "A message from The Daily Example. Dear readers, ...": only where the words before the mark are a name.
    before_stop = re.split(r"[.!]\s+|[.!]$|\s[–—-]\s|,\s", head, maxsplit=1)
    if len(before_stop) > 1 and _looks_like_name(before_stop[0]):
        return clean_name(before_stop[0], signals)
    return None


def clean_name(name: str, signals: Signals) -> str:
    """Return a publisher's name without quotes and without "the editors of"; empty when no name is left."""
    name = name.strip(" \t.,:;–—-«»“”„\"'")
    noise = starts_with_phrase(fold(name), signals.name_noise)
    if noise is not None:
        words = name.split()[len(noise.words.split()) :]
        name = " ".join(words).strip(" .,:;«»“”„\"'")
    folded = fold(name)
    is_nobody = folded in ("us", "our", "me") or folded.startswith(("our ", "the editor", "your "))
    return "" if is_nobody else name


def _looks_like_name(text: str) -> bool:
    words = text.strip().split()
    return 0 < len(words) <= _MOST_WORDS_IN_NAME and all(
        word.lower() in _SMALL_WORDS or word.lstrip("«“„\"'(")[:1].lower() != word.lstrip("«“„\"'(")[:1]
        or word[0].isdigit() or word[0].lower() == word[0].upper()
        for word in words
    )  # fmt: skip


def _without_case(name: str) -> str:
    # Turkish "from": 'dan, 'den, 'tan, 'ten after a name, -ndan, -nden after a common noun.
    return re.sub(r"['’](?:n?[dt][ae]n|n?[ıiuü]n)$|(?<=[ıiuü])n[dt][ae]n$", "", name.strip())


def glued_opener(text: str, signals: Signals) -> int:
    """Return where in a paragraph an appeal begins that was glued to the text before it, or -1.

    An opener counts after the end of a sentence; a label with a colon ("A message from X:") counts anywhere.
    """
    greetings = signals.greetings + signals.hooks
    wanted = (*signals.labels, *greetings, *signals.label_nouns)
    if not has_phrase(fold(text), wanted) or label_of(text, signals) is not None:
        return -1
    for match in _SENTENCE_START.finditer(text):
        at = match.end()
        rest = text[at : at + 2 * _LONGEST_NAME]
        if at == 0 or not rest or rest[0].islower():
            continue
        is_after_sentence = ends_sentence(text[:at].rstrip())
        label = label_of(rest, signals)
        if label is not None and (is_after_sentence or _has_early_colon(rest)):
            return at
        if is_after_sentence and starts_with_phrase(fold(rest), greetings) is not None:
            return at
    return -1


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


def _has_early_colon(text: str) -> bool:
    return ":" in text[:_LONGEST_NAME]


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
