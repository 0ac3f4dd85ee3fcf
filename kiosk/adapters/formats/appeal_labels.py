"""Who asks: the publisher's name in "A message from The Daily Example:", and where such an opener was glued on.

Knows nothing of requests, sums or buttons.
"""

import re

from kiosk.adapters.formats.appeal_signals import Signals
from kiosk.adapters.formats.folding import Phrase, find_phrase, fold, starts_with_phrase
from kiosk.adapters.formats.paragraphs import ends_sentence

# Who speaks, when the publisher is not named.
_NOBODY = frozenset(("us", "our", "me", "publisher", "the publisher", "the newsroom", "the team", "the staff"))
DECORATION = "*_#>|•·—–-[(… "
"""What may stand before an opener: marks of emphasis, dashes, brackets."""
_AROUND_NAME = " \t.,:;–—-«»“”„\"'*_[]()"
_LONGEST_NAME = 80
_MOST_WORDS_IN_NAME = 10
# fmt: off
_SMALL_WORDS = frozenset((
    "a", "an", "and", "at", "by", "de", "der", "for", "from", "in", "la", "le", "of", "on", "our", "the", "to",
    "von", "editor", "editor-in-chief", "team", "&", "и", "в", "й", "та", "з", "для", "ve",
))
# fmt: on
_NAME_END = re.compile(r"[:：\n]")
_SENTENCE_END = re.compile(r"[.!?…؟۔][\"'”’»)\]]*\s*")
_WORD = re.compile(r"\S+")


def label_of(text: str, signals: Signals) -> str | None:
    """Return the name in "A message from <name>:" at the start of a text, empty if it gives none, else None."""
    text = text.lstrip(DECORATION)
    folded = fold(text[: 2 * _LONGEST_NAME])
    opening = starts_with_phrase(folded, signals.labels)
    if opening is not None:
        rest = text.split(None, len(opening.words.split()))[len(opening.words.split()) :]
        # "От редакции:" is the whole label: the colon stands on its last word.
        is_whole = not rest or text.split()[len(opening.words.split()) - 1].endswith(":")
        return "" if is_whole else _name(rest[0], signals)
    head = _NAME_END.split(text[: 2 * _LONGEST_NAME], maxsplit=1)[0].rstrip()
    folded_head = fold(head)
    endings = [noun.words for noun in signals.label_nouns if folded_head.endswith(" " + noun.words)]
    if not endings or len(head) > _LONGEST_NAME:
        return None
    name = " ".join(head.split()[: -len(max(endings, key=len).split())])
    bare = _without_case(name)
    return clean_name(bare, signals) if bare != name and _looks_like_name(name) else None


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
    name = name.strip(_AROUND_NAME)
    noise = starts_with_phrase(fold(name), signals.name_noise)
    if noise is not None:
        words = name.split()[len(noise.words.split()) :]
        name = " ".join(words).strip(_AROUND_NAME)
    folded = fold(name)
    is_nobody = folded in _NOBODY or folded.startswith(("our ", "the editor", "your "))
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
    folded = fold(text)
    greetings = signals.greetings + signals.hooks
    if label_of(text, signals) is not None:
        return -1
    words = list(_WORD.finditer(text))
    places = [
        *(_place(text, folded, phrase, words, is_name_before=False) for phrase in signals.labels + greetings),
        *(_place(text, folded, phrase, words, is_name_before=True) for phrase in signals.label_nouns),
    ]
    for place in sorted(place for place in places if place > 0 and not text[place].islower()):
        at = len(text[:place].rstrip(DECORATION))
        at = place if at and not ends_sentence(text[:at]) else at + len(text[at:]) - len(text[at:].lstrip())
        rest = text[at : at + 2 * _LONGEST_NAME]
        is_after_sentence = ends_sentence(text[:at].rstrip())
        label = label_of(rest, signals)
        if at and label is not None and (is_after_sentence or ":" in rest[:_LONGEST_NAME]):
            return at
        if at and is_after_sentence and starts_with_phrase(fold(rest), greetings) is not None:
            return at
    return -1


def _place(text: str, folded: str, phrase: Phrase, words: list[re.Match[str]], *, is_name_before: bool) -> int:
    """Return where the last such phrase begins, or its sentence where a name comes first; or -1."""
    at = folded.rfind(phrase.words)
    if at <= 0:
        return -1
    # Folding may drop signs but never a word, so the words are counted.
    number = len(folded[:at].split())
    is_inside_word = not folded[at - 1].isspace()
    word = words[min(number - 1 if is_inside_word else number, len(words) - 1)]
    if is_name_before:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, word.start())]
        return ends[-1] if ends else -1
    if not is_inside_word:
        return word.start()
    # "... on Monday.A message from": the full stop is all that parts them.
    ends = [match.end() for match in _SENTENCE_END.finditer(text, word.start(), word.end())]
    return ends[-1] if ends else -1


_NAME = re.compile(
    r"\s*(?:«([^»]{2,80})»|“([^”]{2,80})”|\"([^\"]{2,80})\""
    r"|((?:[Tt]he\s+)?[A-Z][\w'’&.-]*(?:\s+(?:of|the|and|&|[A-Z0-9][\w'’&-]*))*))"
)


def name_after(text: str, phrase: Phrase, signals: Signals) -> str:
    """Return the name that follows a phrase in a text ("support The Daily Example"), or empty."""
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
