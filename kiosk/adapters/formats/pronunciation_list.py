"""Pronunciation lists as files: the W3C's Pronunciation Lexicon Specification (PLS) 1.0.

Nothing is lost in silence: what cannot be used is an error, what is passed over a remark. Knows where each word
of a list stands in its file, so that an error can say it. Opens no file and no network.

Source: https://www.w3.org/TR/pronunciation-lexicon/
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from kiosk.adapters.formats.decoding import tidy
from kiosk.core.errors import ContentError
from kiosk.core.ipa import fault
from kiosk.core.lexicon import LONGEST_TERM, MOST_TERM_WORDS, LexiconEntry, PronunciationList
from kiosk.core.text import words

if TYPE_CHECKING:
    from defusedxml.ElementTree import DefusedXMLParser

LARGEST_LIST = 10 * 1024 * 1024
"""Bytes; a larger file is no list that somebody made by hand or checked."""
MOST_ENTRIES = 100_000
"""Entries in one list; more would cost the memory of the machine, not serve a listener."""
LONGEST_SAYING = 300
"""Code points of an alias: about what a voice is given at once."""
LONGEST_IPA = 200
"""Code points of a phoneme string."""

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_VERSION = "1.0"
_INSIDE = {
    "lexicon": ("meta", "metadata", "lexeme"),
    "lexeme": ("grapheme", "phoneme", "alias", "example"),
}
# Everything that may stand in them is for people, not for voices.
_PASSED_OVER = ("meta", "metadata", "example")
_TRUTHS = {"true": True, "1": True, "false": False, "0": False, "": False}


def parse(data: bytes, source: str) -> PronunciationList:
    """Read a pronunciation list.

    Args:
        data: the whole file, in any encoding that its XML declaration or byte order mark says.
        source: the name of the file, for errors and for the origin of each entry.

    Returns:
        The entries in order, and remarks on what was passed over.

    Raises:
        ContentError: the file is too large, no XML, no list, holds a document type or an entity of its own, or one
            of its words cannot be used; names the line and column. Callers note it: no article waits for a list.
    """
    if len(data) > LARGEST_LIST:
        limit = LARGEST_LIST // 1024 // 1024
        raise ContentError(source, "", f"too large: a pronunciation list may have {limit} MiB")
    if not data.strip():
        raise ContentError(source, "", "the file is empty")
    # Imported late: most articles have no list, and the library takes time to load.
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    reader = _Reader(source)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    reader.parser = parser
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException:
        raise reader.refused("a document type or entities of its own are not allowed in a list") from None
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(": line")[0]
        problem = f"it is not well-formed XML: {reason}"
        raise ContentError(source, _at(line, column), problem) from None
    except (LookupError, ValueError) as error:
        raise ContentError(source, "line 1", f"its encoding cannot be read: {error}") from None
    return reader.read()


def _at(line: int, column: int) -> str:
    return f"line {line}, column {column + 1}"


class _Told(NamedTuple):
    """One alias or phoneme of a lexeme."""

    text: str
    is_phoneme: bool
    is_preferred: bool


class _Reader:
    """Takes the parser's events; one lexeme is in memory at a time."""

    parser: "DefusedXMLParser"

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[str] = []
        self._passed_over = 0
        self._language = ""
        self._alphabet: str | None = None
        self._place = ""
        self._lexeme_place = ""
        self._leaf_attributes: Mapping[str, str] = {}
        self._text: list[str] = []
        self._graphemes: list[str] = []
        self._told: list[_Told] = []
        self._entries: list[LexiconEntry] = []
        self._known: set[str] = set()
        self._repeated: list[str] = []
        self._roles: list[str] = []
        self._remarks: list[str] = []

    def read(self) -> PronunciationList:
        for places, remark in (
            (self._roles, "role is not used: what is said holds for every use of the word"),
            (self._repeated, "the word was listed before, and the first counts"),
        ):
            if places:
                others = f" ({len(places) - 1} more like it)" if len(places) > 1 else ""
                self._remarks.append(f"{places[0]}: {remark}{others}")
        return PronunciationList(self._source, tuple(self._entries), tuple(self._remarks))

    def refused(self, problem: str, place: str = "") -> ContentError:
        return ContentError(self._source, place or self._here(), problem)

    def _here(self) -> str:
        expat = self.parser.parser
        return _at(expat.CurrentLineNumber, expat.CurrentColumnNumber)

    # -- the parser's events --------------------------------------------------------------------------------------

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._passed_over:
            self._passed_over += 1
            return
        namespace, _, name = tag.removeprefix("{").rpartition("}")
        if not self._open:
            self._begin_list(namespace, name, attributes)
        elif namespace != NAMESPACE or name not in _INSIDE.get(self._open[-1], ()):
            raise self.refused(f"<{name}> cannot stand in <{self._open[-1]}>")
        elif name in _PASSED_OVER:
            self._passed_over = 1
            return
        elif name == "lexeme":
            self._lexeme_place = self._here()
            self._graphemes, self._told = [], []
            if attributes.get("role"):
                self._roles.append(self._lexeme_place)
        else:
            self._place, self._leaf_attributes, self._text = self._here(), attributes, []
        self._open.append(name)

    def data(self, text: str) -> None:
        """Text, or a part of it."""
        if self._passed_over:
            return
        if self._open and self._open[-1] not in _INSIDE:
            self._text.append(text)
        elif text.strip():
            raise self.refused(f'"{tidy(text)[:20]}" stands outside of <grapheme>, <alias> and <phoneme>')

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._passed_over:
            self._passed_over -= 1
            return
        name = self._open.pop()
        if name == "lexeme":
            self._end_lexeme()
        elif name == "grapheme":
            self._graphemes.append(self._checked_grapheme(tidy("".join(self._text))))
        elif name in ("alias", "phoneme"):
            self._told.append(self._checked_told(tidy("".join(self._text)), name == "phoneme"))

    def close(self) -> None:
        """The document has ended."""

    # -- what they mean -------------------------------------------------------------------------------------------

    def _begin_list(self, namespace: str, name: str, attributes: Mapping[str, str]) -> None:
        if name != "lexicon":
            raise self.refused(f"it is no pronunciation list: it begins with <{name}>, not with <lexicon>")
        if namespace != NAMESPACE:
            raise self.refused(f'<lexicon> must say xmlns="{NAMESPACE}"')
        version = attributes.get("version")
        if version is None:
            self._remarks.append(f"{self._here()}: the version is missing; it was read as {_VERSION}")
        elif version.strip() != _VERSION:
            raise self.refused(f"version {version} cannot be read; {_VERSION} can")
        language = attributes.get(f"{_XML}lang", "").strip()
        if not _TAG.fullmatch(language):
            raise self.refused(
                f'xml:lang must say the language of the list, such as "en" or "pt-BR", not "{language}"'
            )
        self._language = language.replace("_", "-")
        self._alphabet = attributes.get("alphabet")

    def _checked_grapheme(self, text: str) -> str:
        spans = words(text)
        if not spans:
            raise self.refused(f'the grapheme "{text}" has no letter or digit', self._place)
        if len(text) > LONGEST_TERM or len(spans) > MOST_TERM_WORDS:
            limits = f"{LONGEST_TERM} characters or {MOST_TERM_WORDS} words"
            raise self.refused(f"the grapheme is longer than {limits}", self._place)
        if text in self._known:
            self._repeated.append(self._place)
        self._known.add(text)
        return text

    def _checked_told(self, text: str, is_phoneme: bool) -> _Told:
        name = "phoneme" if is_phoneme else "alias"
        preference = self._leaf_attributes.get("prefer", "").strip()
        if preference not in _TRUTHS:
            raise self.refused(f'prefer must be "true" or "false", not "{preference}"', self._place)
        if not text:
            raise self.refused(f"the {name} is empty", self._place)
        longest = LONGEST_IPA if is_phoneme else LONGEST_SAYING
        if len(text) > longest:
            raise self.refused(f"the {name} is longer than {longest} characters", self._place)
        if is_phoneme:
            alphabet = self._leaf_attributes.get("alphabet", self._alphabet)
            if alphabet is None:
                raise self.refused('the alphabet is not said; <lexicon alphabet="ipa"> says it', self._place)
            if alphabet.strip().lower() != "ipa":
                raise self.refused(f'the alphabet "{alphabet}" cannot be read; "ipa" can', self._place)
            if wrong := fault(text):
                raise self.refused(f'the phoneme "{text}" cannot be read: {wrong}', self._place)
        return _Told(text, is_phoneme, _TRUTHS[preference])

    def _end_lexeme(self) -> None:
        if not self._graphemes:
            raise self.refused(
                "the lexeme has no grapheme: nothing says which word it is about", self._lexeme_place
            )
        if not self._told:
            raise self.refused("the lexeme has neither a phoneme nor an alias", self._lexeme_place)
        if len(self._entries) >= MOST_ENTRIES:
            raise self.refused(f"there are more than {MOST_ENTRIES} lexemes", self._lexeme_place)
        chosen = next((told for told in self._told if told.is_preferred), self._told[0])
        alias = chosen.text
        if chosen.is_phoneme:
            # For voices that cannot be told a sound.
            alias = next((told.text for told in self._told if not told.is_phoneme), "")
        ipa = chosen.text if chosen.is_phoneme else ""
        origin = f"{self._source}, {self._lexeme_place}"
        self._entries.append(LexiconEntry(tuple(self._graphemes), alias, ipa, self._language, origin))
