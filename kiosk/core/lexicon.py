"""Lists of how words are said: which stretches of a text they respell. Knows no file and no engine."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kiosk.core.ipa import possessive
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan, words

LONGEST_TERM = 200
"""Code points of a written form; nobody lists whole sentences."""
MOST_TERM_WORDS = 12
"""Words of a written form: at each word of a text, this many lengths are looked up at most."""

_LETTERS = r"[^\W\d_]+"
_APOSTROPHES = str.maketrans("’ʼ", "''")
_DOTTED_LANGUAGES = frozenset(("tr", "az"))
# After a name in Turkish: an apostrophe and the endings of the case, the person, the plural.
_TURKISH_ENDING = r"['’ʼ][^\W\d_]{1,12}"
_POSSESSIVE = r"['’ʼ][sS]"
# Endings are spelled as they sound: letters that are written otherwise in the phonetic alphabet.
_TURKISH_LETTERS = str.maketrans(
    {"c": "dʒ", "ç": "tʃ", "ğ": "ː", "ı": "ɯ", "j": "ʒ", "ö": "ø", "ş": "ʃ", "ü": "y", "y": "j", "g": "ɡ"}
)


class LexiconEntry(NamedTuple):
    """How one word or name is said, in all the ways that it is written."""

    graphemes: tuple[str, ...]
    """What is written; each holds a letter or digit."""
    alias: str
    """What is said instead, as it would be written; empty: what is written."""
    ipa: str
    """How it sounds in the International Phonetic Alphabet; empty: as a voice reads ``alias``."""
    language: str
    """BCP 47 tag of the texts that it is for."""
    origin: str = ""
    """Where it comes from ("lexicon.pls, line 12, column 3"), or empty."""


class PronunciationList(NamedTuple):
    """One list as it was understood: a file, or what a person said of names."""

    source: str
    """Its name: a file below the content folder, for example."""
    entries: tuple[LexiconEntry, ...] = ()
    """In order: of two for one written form the first counts."""
    remarks: tuple[str, ...] = ()
    """What a maker of lists should know, in plain English; the list is used all the same."""
    problem: str = ""
    """Why the list cannot be used: place and reason, in plain English; empty when it can."""


class ArticleLists(NamedTuple):
    """The lists that hold for an article, by who made them; within a rank an earlier list counts more."""

    publisher: tuple[PronunciationList, ...] = ()
    """Those that lie beside the article."""
    operator: tuple[PronunciationList, ...] = ()
    """Those of the machine, for all articles."""


class _Term(NamedTuple):
    before: str
    after: str
    is_exact: bool
    written: str
    entry: LexiconEntry


class Lexicon:
    """The entries of one language, found in a text in time that grows with the text and not with the entries.

    1. A written form is looked up from each word of the text on, the longest first; signs at its ends
       ("Dr.") must stand in the text as well.
    2. As it is written counts before any other case. "Nice" is also found as "NICE", but never as "nice", which is
       another word; "idlib" is found in every case; what is all or partly in capitals (WHO, iPhone) only as it is.
    3. An ending that the language puts behind an apostrophe is kept, and sounds.
    4. What was found is not looked up again: an alias is never respelled.
    """

    def __init__(self, language: str, entries: Iterable[LexiconEntry]) -> None:
        """Index the entries.

        Args:
            language: BCP 47 tag of the texts; decides how case is folded and which endings are known.
            entries: in order: of two for one written form the first counts.
        """
        self._primary = _primary(language)
        self._lengths: dict[str, tuple[int, ...]] = {}
        terms: dict[str, dict[tuple[str, str, str], _Term]] = {}
        for entry in entries:
            for grapheme in entry.graphemes:
                term, key = self._term(entry, grapheme)
                if term is not None:
                    terms.setdefault(key, {}).setdefault((term.before, term.written, term.after), term)
        # Signs at the ends say more than none.
        self._terms = {
            key: sorted(own.values(), key=lambda term: -len(term.before) - len(term.after))
            for key, own in terms.items()
        }

    def respellings(self, text: str) -> tuple[Respelling, ...]:
        """Find what the lexicon says in other words or sounds.

        Args:
            text: one passage, as written.

        Returns:
            Respellings in order, not overlapping; their spans are whole words with their endings.
        """
        if not self._terms:
            return ()
        spans = words(text)
        found: list[Respelling] = []
        number = 0
        while number < len(spans):
            respelling, count = self._at(text, spans, number)
            if respelling is not None and (not found or found[-1].span.end <= respelling.span.start):
                found.append(respelling)
            number += count
        return tuple(found)

    def _term(self, entry: LexiconEntry, grapheme: str) -> tuple[_Term | None, str]:
        """Note a written form's first word and length; return the form and the key that it is found by."""
        written = _plain(grapheme)
        spans = words(written)
        if not spans or len(spans) > MOST_TERM_WORDS:
            return None, ""
        start, end = spans[0].start, spans[-1].end
        core = written[start:end]
        first = self._folded(spans[0].of(written))
        lengths = {len(spans), *self._lengths.get(first, ())}
        self._lengths[first] = tuple(lengths)
        return _Term(written[:start], written[end:], _is_exact(core), core, entry), self._folded(core)

    def _at(self, text: str, spans: Sequence[TextSpan], number: int) -> tuple[Respelling | None, int]:
        """Return the longest respelling that begins with a word, and how many words it takes (1 for none)."""
        start = spans[number].start
        for length, last_end, ending in self._candidates(text, spans, number):
            written = _plain(text[start:last_end])
            term = self._best(text, start, last_end, written, bool(ending))
            if term is not None:
                end = last_end + len(ending) + (0 if ending else len(term.after))
                span = TextSpan(start - len(term.before), end)
                return _respelled(text, span, term.entry, ending, self._primary), length
        return None, 1

    def _candidates(self, text: str, spans: Sequence[TextSpan], number: int) -> Iterator[tuple[int, int, str]]:
        """Yield (words, end of the written form, ending that follows it), the longest first."""
        word = spans[number].of(text)
        keys = {self._folded(_plain(word)), self._folded(_plain(_parted(word, self._primary)[0]))}
        lengths = {length for key in keys for length in self._lengths.get(key, ())}
        for length in sorted(lengths, reverse=True):
            if number + length > len(spans):
                continue
            last = spans[number + length - 1]
            yield length, last.end, ""
            _, ending = _parted(last.of(text), self._primary)
            if ending:
                yield length, last.end - len(ending), ending

    def _best(self, text: str, start: int, end: int, written: str, has_ending: bool) -> _Term | None:
        """Return the entry for a written form: as it is written, else in another case that it allows."""
        fitting = [
            term
            for term in self._terms.get(self._folded(written), ())
            if text.endswith(term.before, 0, start)
            and (not term.after if has_ending else text.startswith(term.after, end))
        ]
        for term in fitting:
            if term.written == written:
                return term
        return next((term for term in fitting if not term.is_exact and _may_be(written, term.written)), None)

    def _folded(self, written: str) -> str:
        if written.isascii() and self._primary not in _DOTTED_LANGUAGES:
            return written.lower()
        lower = _lower_dotted(written) if self._primary in _DOTTED_LANGUAGES else written
        # Elsewhere the Turkish capital has no small letter of its own: it comes out as "i" with a second dot.
        return lower.casefold().replace("i\u0307", "i")


def speaks(list_language: str, text_language: str) -> bool:
    """Whether a list for one language holds for a text in another.

    "en" holds for "en-GB" and "en-GB" for "en", but "pt-BR" not for "pt-PT".
    """
    own, other = (tag.replace("_", "-").lower().split("-") for tag in (list_language, text_language))
    return own[0] == other[0] and (set(own[1:]) <= set(other[1:]) or set(other[1:]) <= set(own[1:]))


def with_endings(text: str, respellings: Iterable[Respelling], language: str) -> tuple[Respelling, ...]:
    """Let words whose sound is told keep the endings that stand right behind them.

    Args:
        text: the written text.
        respellings: in order, not overlapping.
        language: BCP 47 tag of the text.

    Returns:
        The same respellings; those with a sound reach to the end of the word.
    """
    primary = _primary(language)
    pattern = re.compile(rf"(?:{_ending_pattern(primary)})(?!\w)")
    found: list[Respelling] = []
    for own in respellings:
        ending = pattern.match(text, own.span.end) if own.ipa else None
        if found and found[-1].span.end > own.span.start:
            # The author says what looked like an ending in other words.
            continue
        if ending is None:
            found.append(own)
            continue
        span = TextSpan(own.span.start, ending.end())
        sound = own.ipa + _sound_of(ending[0], own.ipa, primary)
        found.append(Respelling(span, own.spoken + ending[0], sound))
    return tuple(found)


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _ending_pattern(primary: str) -> str:
    return _TURKISH_ENDING if primary in _DOTTED_LANGUAGES else _POSSESSIVE


def without_ending(word: str, language: str) -> str:
    """Return a word as a list would hold it: without the ending that its language puts behind an apostrophe."""
    return _parted(word, _primary(language))[0]


def _parted(word: str, primary: str) -> tuple[str, str]:
    """Part a word from the ending that its language puts behind an apostrophe."""
    found = re.search(rf"{_ending_pattern(primary)}\Z", word)
    return (word[: found.start()], found[0]) if found and found.start() else (word, "")


def _respelled(text: str, span: TextSpan, entry: LexiconEntry, ending: str, primary: str) -> Respelling:
    ipa = entry.ipa
    if ipa and ending:
        ipa += _sound_of(ending, ipa, primary)
    return Respelling(span, entry.alias + ending if entry.alias else span.of(text), ipa)


def _sound_of(ending: str, ipa: str, primary: str) -> str:
    if primary in _DOTTED_LANGUAGES:
        return _lower_dotted(ending[1:]).translate(_TURKISH_LETTERS)
    return possessive(ipa, primary)


def _plain(written: str) -> str:
    """Bring a written form to the letters and single spaces by which it is known."""
    if not written.isascii():
        written = unicodedata.normalize("NFC", written).translate(_APOSTROPHES)
    return " ".join(written.split())


def _lower_dotted(text: str) -> str:
    return text.replace("I", "ı").replace("İ", "i").lower()


def _is_exact(written: str) -> bool:
    """Whether a form is only meant as it is written: in capitals, or with capitals inside."""
    pieces = re.findall(_LETTERS, written)
    has_inner = any(piece[1:] != piece[1:].lower() for piece in pieces)
    return has_inner or (written.isupper() and len(pieces) > 0)


def _may_be(written: str, listed: str) -> bool:
    """Whether a text may mean the listed form: what is listed with a capital is not meant by a small letter."""
    pairs = zip(re.findall(_LETTERS, written), re.findall(_LETTERS, listed), strict=False)
    return all(not own[0].isupper() or found[0].isupper() for found, own in pairs)
