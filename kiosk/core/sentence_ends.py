"""Whether a sentence ends at a place: by one language's short forms, numbers and quotations. Finds no places."""

import re
from typing import NamedTuple

from kiosk.core.abbreviations.lists import Abbreviations

REACH = 48
"""How many code points before a sign are looked at."""
_OPENING_WORDS = 5
"""A phrase of time or place before the first clause has at most that many words, short forms aside."""

_DASHES = frozenset("—–-―")
_QUOTES = frozenset("\"'”’“»›")
_OPENING_QUOTES = frozenset("\"'‘“„«‹")
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_AROUND = " \t\u00a0\u202f\"'«»“”„‟‘’‚‹›([{)]}—–―-•◦▪⁃*¿¡,;" + _DIRECTIONS
# Latin letters, and the Cyrillic ones that are typed in their place.
_ROMAN = frozenset("IVXLCDMХІМС")
# Small letters without which nothing is a whole word, where vowels are written.
_VOWELS = frozenset("aeiouyáàâäãåéèêëíìîïóòôöõøúùûüıœæаеёиоуыэюяєії")
_EXCLAIMED_NAMES = frozenset({"yahoo", "yum", "jeopardy", "oklahoma", "wham"})
_FIRST_ITEMS = frozenset("1١aAаАأIi")
_SINGLE_PART = r"[^\W\d_]{1,2}\.-?"
_SPEAKER_WORDS = 3


class Place(NamedTuple):
    """A place where a sentence may end, with what stands around it."""

    so_far: str
    """The sentence up to the signs; its last ``REACH`` code points when it is longer."""
    is_whole: bool
    """Whether ``so_far`` is the whole sentence up to here."""
    first: str
    """The sentence's first code point."""
    signs: str
    """The points, question and exclamation marks, ellipses; ". . ." with its spaces."""
    closers: str
    """Quotation marks and brackets that close after them, and numbers of notes."""
    lead: str
    """What stands before the next word: a dash, an opening quotation mark."""
    following: str
    """The text from the next word on, as far as it matters."""
    word: str
    """The next word as written; never empty."""
    is_proposed: bool
    """Whether the library would end a sentence here."""


class SentenceEnds:
    """The rules of one language.

    Args:
        language: two-letter code in small letters.
        lists: its short forms.
        is_all_small: whether the text is written without any capital letter.
    """

    def __init__(self, language: str, lists: Abbreviations, is_all_small: bool) -> None:
        self._is_turkish = language == "tr"
        self._lists = lists
        self._is_all_small = is_all_small

    def is_end(self, place: Place) -> bool:
        """Whether a sentence ends at a place and the next word begins another."""
        if is_small(place.word) and (place.closers or not self._is_all_small):
            return False
        if self._is_spoken_on(place) or self._is_list_number_here(place):
            return False
        if any(sign in place.signs for sign in "!?؟‼⁇⁈⁉"):
            return self._last_word(place) not in _EXCLAIMED_NAMES or self._is_starter(place)
        if len(place.signs) > 1 or place.signs == "…":
            return self._is_end_after_ellipsis(place)
        closers = place.closers.strip(_DIRECTIONS)
        if closers.endswith((")", "]")) and not place.word[0].isupper():
            # Without capitals: a bracket that opened in a sentence belongs into it.
            return place.is_proposed or place.first == "("
        # What ends before closing marks is a sentence, unless a single word stands there: the "U.S." Senate.
        is_one_word = place.so_far.rpartition(" ")[2][:1] in _AROUND
        return (bool(closers) and not is_one_word) or self._is_end_after_point(place)

    # -- words around -------------------------------------------------------------------------------------------

    def _folded(self, word: str) -> str:
        if self._is_turkish:
            word = word.replace("İ", "i").replace("I", "ı")
        return word.lower().replace("’", "'")

    def _last_word(self, place: Place) -> str:
        return self._folded(place.so_far.split()[-1].strip(_AROUND)) if place.so_far.strip() else ""

    def _is_starter(self, place: Place) -> bool:
        is_initial = len(place.word) == 1 and place.following[1:2] == "."
        return not is_initial and self._folded(place.word) in self._lists.starters

    def _is_new_clause(self, place: Place) -> bool:
        """Whether the next word often begins a sentence and is no title, which may stand in one as well."""
        return self._is_starter(place) and self._folded(place.word) not in self._lists.leading

    def _is_opening(self, place: Place) -> bool:
        """Whether the sentence so far is but a phrase of time or place: "At 5 a.m"."""
        parts = place.so_far.split()
        if not place.is_whole or not parts:
            return False
        plain = [part for part in parts if not part.endswith(".")]
        return len(plain) <= _OPENING_WORDS and self._folded(parts[0].strip(_AROUND)) in self._lists.openings

    def _is_list_number_here(self, place: Place) -> bool:
        """Whether a number or letter with a point begins an item: nothing or a colon stands before it."""
        if place.signs != ".":
            return False
        parts = [part for part in place.so_far.split() if part.strip(_AROUND)]
        number = parts[-1].lstrip(_AROUND) if parts else ""
        if not is_list_number(number) or number.lower() in self._lists.letter_words:
            return False
        if len(parts) == 1:
            return place.is_whole
        return parts[-2].endswith(":") and number in _FIRST_ITEMS

    # -- after signs of several kinds ---------------------------------------------------------------------------

    def _is_spoken_on(self, place: Place) -> bool:
        """Whether it is told after a quotation who said it: "«Да!» — Иван кивнул", "'Why?' Anna asked"."""
        if not _QUOTES.intersection(place.closers):
            return False
        lead = place.lead.strip()
        if lead in _DASHES:
            return True
        if lead or place.first not in _OPENING_QUOTES or not any(sign in place.signs for sign in "!?؟…"):
            return False
        parts = [part.strip(_AROUND + ".!?…؟،") for part in place.following.split()[: _SPEAKER_WORDS + 1]]
        for number, part in enumerate(parts):
            if self._folded(part) in self._lists.speaking:
                # A name says who: "The crowd. Said" does not. Where there are no capitals, the verb comes first.
                return number > 0 or not place.word[0].isupper()
            is_name = part in self._lists.letter_words or number > 0 or not self._is_new_clause(place)
            if not (part[:1].isupper() and is_name):
                return False
        return False

    def _is_end_after_ellipsis(self, place: Place) -> bool:
        point_count = place.signs.count(".") + 3 * place.signs.count("…")
        is_bracketed = place.closers[:1] in ("]", ")") and place.first not in ("[", "(")
        if is_bracketed or place.so_far.endswith(("[", "(")) or is_number(place) or is_small(place.word):
            return False
        if point_count > 3:
            return True
        is_attached = bool(place.so_far) and not place.so_far[-1].isspace()
        if not is_attached or " " in place.signs:
            return is_attached and self._is_starter(place) and place.word not in self._lists.letter_words
        if place.closers.strip(_DIRECTIONS):
            return True
        # "I… I don't know": the capital letter is the word's own. "Yes… Yes": hesitation.
        word = self._folded(place.word)
        if place.word.split("'")[0].split("’")[0] in self._lists.letter_words or word == self._last_word(place):
            return False
        return place.word[0].isupper() or point_count < 3 or place.is_proposed or self._is_starter(place)

    # -- after one point ----------------------------------------------------------------------------------------

    def _is_end_after_point(self, place: Place) -> bool:
        parts = place.so_far.split()
        token = parts[-1].lstrip(_AROUND).rstrip(_DIRECTIONS) if parts else ""
        if not token or not (token[-1].isalnum() or token[-1] in "°ºـ"):
            return True
        if token[0].isdigit():
            rest = token.lstrip("0123456789٠١٢٣٤٥٦٧٨٩.,:/–-")
            if not rest:
                return self._is_end_after_number(place, token)
            verdict = self._verdict_on(place, self._folded(rest), [token[: -len(rest)]])
            return verdict is None or verdict
        if self._lists.has_point_ordinals and is_roman(token):
            return self._is_starter(place) and len(token) > 1
        return self._is_end_after_form(place, [*parts[:-1], token])

    def _is_end_after_number(self, place: Place, token: str) -> bool:
        if re.match(r"\d{1,2}\.\s?\d", place.following) and token.isdigit() and len(token) < 3:
            # "12. 05. 2019"
            return False
        if not self._lists.has_point_ordinals or not token.isdigit() or len(token) > 3:
            return True
        return self._is_starter(place)

    def _is_end_after_form(self, place: Place, parts: list[str]) -> bool:
        """Decide by the last word when it is a short form; ordinary words end sentences."""
        token = parts[-1]
        if token[0] == "و" and is_initials(token[1:]):
            # "and" is written together with the title: "ود. أحمد".
            parts[-1] = token = token[1:]
        first = len(parts) - 1
        while (
            first > 0 and len(parts) - first < 4 and re.fullmatch(_SINGLE_PART, parts[first - 1].lstrip(_AROUND))
        ):
            first -= 1
        for begin in range(first, len(parts)):
            form = "".join(part.lstrip(_AROUND) for part in parts[begin:])
            if len(form) == 1 and form.isupper():
                break
            verdict = self._verdict_on(place, self._folded(form), parts[:begin])
            if verdict is not None:
                # "В 6 кл. — 25": a dash goes on after a short form, except where dashes part what people say.
                is_dash = place.lead.strip() in _DASHES and place.first not in _DASHES
                return verdict and not is_dash and not is_small(place.word)
        if token in self._lists.letter_words and (token.islower() or is_small("".join(parts[-2:-1]))):
            return True
        if is_initials(token) or (self._lacks_vowels(token) and not self._is_after_number(parts[:-1])):
            return self._is_starter(place) and not is_small(place.word)
        return True

    def _verdict_on(self, place: Place, form: str, before: list[str]) -> bool | None:
        """Return whether a sentence ends after a short form, or None when the word is none."""
        lists = self._lists
        if form in lists.dated:
            if not self._is_after_number(before):
                return self._is_starter(place)
            if form in ("г", "р") and len(before) > 1 and before[-2].endswith(",") and before[-1].isdigit():
                # "Дом писателя, 1898 г. В 1854 году": a caption, which says nothing yet.
                return False
            return not is_number(place) and self._is_end_after_list(place)
        if form in lists.leading:
            return False
        if form in lists.closing:
            return self._is_end_after_list(place)
        if form in lists.numbered:
            return not is_number(place)
        if form in lists.short:
            return self._is_starter(place)
        return None

    def _is_end_after_list(self, place: Place) -> bool:
        if self._folded(place.word) in self._lists.followers:
            return False
        return self._is_new_clause(place) or not self._is_opening(place)

    def _is_after_number(self, before: list[str]) -> bool:
        """Whether a number stands before a short form: "1999 г", "XIX в", "5 тыс. руб", "500 г. до н.э"."""
        for part in reversed(before[-4:]):
            bare = part.strip(_AROUND)
            if any(character.isdigit() for character in bare) or is_roman(bare):
                return True
            if not part.endswith(".") and self._folded(bare) not in self._lists.dated and bare != "до":
                return False
        return False

    @staticmethod
    def _lacks_vowels(token: str) -> bool:
        """Whether a word has no vowel and is no row of capitals: "blvd", "Hwy"."""
        if not 2 <= len(token) <= 5 or not token.isalpha() or not (token.islower() or token.istitle()):
            return False
        return _VOWELS.isdisjoint(token.lower())


def is_small(word: str) -> bool:
    """Whether a word begins with a small letter and is not written like "iPhone"."""
    return word[:1].islower() and not word[1:2].isupper()


def is_number(place: Place) -> bool:
    """Whether a number follows, in digits or Roman: "5", "№ 5", "XIV"."""
    return place.word[0].isdigit() or "№" in place.lead or (len(place.word) > 1 and is_roman(place.word))


def is_roman(word: str) -> bool:
    """Whether a word is written like a Roman number."""
    return bool(word) and _ROMAN.issuperset(word)


def is_list_number(token: str) -> bool:
    """Whether a word can number the items of a list: "1", "12", "a", "IV"."""
    return (token.isdigit() and len(token) <= 3) or (len(token) == 1 and token.isalpha()) or is_roman(token)


def is_initials(token: str) -> bool:
    """Whether a word is one letter or short parts with points: "J", "U.S", "Ph.D", "Ж.-Ж"."""
    parts = token.replace(".-", ".").split(".")
    if len(parts) == 1:
        return len(token) == 1 and token.isalpha()
    return all(len(part) <= 2 and part.isalpha() for part in parts)
