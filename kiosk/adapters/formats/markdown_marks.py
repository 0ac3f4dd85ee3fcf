"""Marks inside a line of Markdown: ``[WHO]{say="World Health Organization"}``, ``{lang=de}``, ``{ipa="ˈɪdlɪb"}``.

Turns pieces of a line and what is said of them into clean text and places in it. Knows no parser and no blocks.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.adapters.formats.decoding import tidy
from kiosk.core.article import LanguageSpan
from kiosk.core.ipa import fault
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*"
LONGEST_SAYING = 300
"""Code points of what is said instead: about what a voice is given at once."""

_KEYS = ("lang", "say", "ipa")
# What other programs write there means nothing for listening.
_IGNORED = ("class", "id")
# A tag right after a bracket that was not understood would be read aloud.
_UNREAD = re.compile(r"\]\{\s*(?:lang|say|ipa)\b")
_BROKEN = re.compile(r"\]\{\s*(?:lang|say|ipa)\b[^}\n]*\n")


class MarkError(Exception):
    """A mark cannot be used; its text says why, in plain English."""


class Mark(NamedTuple):
    """What is said of a stretch of a line."""

    language: str = ""
    """BCP 47 tag, or empty."""
    saying: str | None = None
    """What is said instead; empty says nothing, None says what is written."""
    ipa: str = ""
    """How it sounds, or empty."""


class MarkedSpan(NamedTuple):
    """A mark and the pieces of the line that it is about."""

    first: int
    """Number of its first piece."""
    end: int
    """One past its last."""
    mark: Mark
    """What is said of them."""


class MarkedLine(NamedTuple):
    """One line of clean text, and what is said of parts of it."""

    text: str
    """As ``tidy`` leaves it."""
    foreign: tuple[LanguageSpan, ...] = ()
    """Parts in languages of their own, in order; where marks are nested, the inner one counts."""
    said: tuple[Respelling, ...] = ()
    """Parts that are said otherwise, in order."""

    @property
    def language(self) -> str:
        """The language of the whole line, when one mark says it; else empty."""
        is_whole = len(self.foreign) == 1 and self.foreign[0].span == TextSpan(0, len(self.text))
        return self.foreign[0].language if is_whole else ""


def read_mark(attributes: Mapping[str, object], is_alone: bool) -> Mark | None:
    """Read what a tag in braces says.

    Args:
        attributes: the tag's keys and values.
        is_alone: whether brackets stand there for the tag alone; links and pictures have other attributes, too.

    Returns:
        The mark, or None when the tag says nothing about listening.

    Raises:
        MarkError: a value cannot be used, or a key is unknown.
    """
    unknown = [key for key in attributes if key not in (*_KEYS, *_IGNORED)]
    if is_alone and unknown:
        raise MarkError(f'a mark cannot say "{unknown[0]}"; it can say {", ".join(_KEYS)}')
    values = {key: tidy(str(attributes[key]).replace('\\"', '"')) for key in _KEYS if key in attributes}
    if not values:
        return None
    language = values.get("lang", "")
    if "lang" in values and not re.fullmatch(LANGUAGE_TAG, language):
        raise MarkError(f'lang must be a tag such as "de" or "pt-BR", not "{language}"')
    if len(values.get("say", "")) > LONGEST_SAYING:
        raise MarkError(f"say is longer than {LONGEST_SAYING} characters")
    if "ipa" in values and (wrong := fault(values["ipa"])):
        raise MarkError(f"ipa: {wrong}")
    return Mark(language.replace("_", "-"), values.get("say"), values.get("ipa", ""))


def refuse_unread(source: str, shown: str) -> None:
    """Refuse a line in which a tag was not understood.

    Args:
        source: the line as it is written.
        shown: its text without what was understood.

    Raises:
        MarkError: a tag for listening is still there, or reaches beyond its line.
    """
    if _BROKEN.search(source):
        raise MarkError("a mark in braces must stand on one line")
    if _UNREAD.search(shown):
        raise MarkError('a mark in braces is written {lang=de}, {say="in other words"} or {ipa="..."}')


def lay_out(pieces: Sequence[str], spans: Sequence[MarkedSpan]) -> MarkedLine:
    """Put the pieces of a line together to clean text, with the places of what is marked.

    Args:
        pieces: in order; together they are the line.
        spans: in the order in which they begin; nested, never crossing.

    Raises:
        MarkError: a mark is about nothing, begins inside a letter, or stands inside another that says the same.
    """
    text, places = _joined(pieces)
    marked: list[tuple[TextSpan, Mark]] = []
    for first, end, mark in spans:
        own = [place for place in places[first:end] if len(place)]
        if not own:
            raise MarkError("a mark has nothing in its brackets")
        marked.append((TextSpan(own[0].start, own[-1].end), mark))
    said: list[Respelling] = []
    for span, mark in marked:
        if mark.saying is None and not mark.ipa:
            continue
        if said and said[-1].span.end > span.start:
            raise MarkError("a mark inside another one says it twice")
        said.append(Respelling(span, span.of(text) if mark.saying is None else mark.saying, mark.ipa))
    foreign = [(span, mark.language) for span, mark in marked if mark.language]
    return MarkedLine(text, _flattened(text, foreign), tuple(said))


def _joined(pieces: Sequence[str]) -> tuple[str, list[TextSpan]]:
    """Return the pieces as one tidy line, and the place of each in it, without white space at its ends."""
    parts: list[str] = []
    places: list[TextSpan] = []
    length = 0
    has_space = True
    for piece in pieces:
        # Between the bars, white space at a piece's ends is kept.
        clean = tidy(f"|{piece}|")[1:-1]
        if has_space and clean.startswith(" "):
            clean = clean[1:]
        start = length + (clean[:1] == " ")
        length += len(clean)
        places.append(TextSpan(start, max(start, length - (clean[-1:] == " "))))
        parts.append(clean)
        has_space = clean.endswith(" ") if clean else has_space
    text = "".join(parts).rstrip()
    if not unicodedata.is_normalized("NFC", text):
        raise MarkError("a mark begins or ends inside a letter")
    return text, places


def _flattened(text: str, spans: Sequence[tuple[TextSpan, str]]) -> tuple[LanguageSpan, ...]:
    """Cut nested languages into stretches that lie side by side."""
    found: list[LanguageSpan] = []
    around: list[tuple[TextSpan, str]] = []
    cursor = 0

    def emit(end: int) -> None:
        nonlocal cursor
        inner = text[cursor:end]
        if around and inner.strip():
            start = cursor + len(inner) - len(inner.lstrip())
            found.append(LanguageSpan(TextSpan(start, start + len(inner.strip())), around[-1][1]))
        cursor = max(cursor, end)

    for span, language in spans:
        while around and around[-1][0].end <= span.start:
            emit(around[-1][0].end)
            around.pop()
        emit(span.start)
        around.append((span, language))
    while around:
        emit(around[-1][0].end)
        around.pop()
    return tuple(found)
