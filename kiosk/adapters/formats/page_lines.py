"""Lines of a news page that are neither text nor heading: bylines, credits, dates, links. Knows no context."""

from functools import cache

from kiosk.adapters.formats import line_lexicon
from kiosk.adapters.formats.folding import Phrase, fold, has_phrase, letters_only, phrases, starts_with_phrase

_MOST_WORDS = 14


@cache
def _lexicon(name: str) -> tuple[Phrase, ...]:
    return phrases(getattr(line_lexicon, name))


def is_byline(line: str) -> bool:
    """Whether a short line says who wrote the text ("By Jane Doe", "Автор: Джейн Доу")."""
    if len(line) > 120:
        return False
    folded = fold(line)
    opening = starts_with_phrase(folded, _lexicon("BYLINES"))
    if opening is None:
        return False
    rest = line[len(opening.words) :].strip()
    if rest.startswith(":"):
        return True
    words = rest.split()
    return bool(words) and len(words) <= 8 and not rest.endswith((".", "!", "?")) and _is_capital(words[0])


def is_credit(line: str) -> bool:
    """Whether a short line says where a picture comes from."""
    if "©" in line:
        return len(line) <= 120
    words = letters_only(fold(line)).split()
    if not words or len(words) > _MOST_WORDS:
        return False
    folded = " ".join(words)
    names = _lexicon("CREDITS")
    begins = starts_with_phrase(folded, names)
    is_labelled = begins is not None and (":" in line or "/" in line or len(words) <= 3)
    is_signed = "/" in line and has_phrase(folded, names)
    return is_labelled or is_signed


def is_link(line: str) -> bool:
    """Whether a short line leads to another page ("Read more: ...")."""
    return len(line) <= 120 and starts_with_phrase(fold(line).lstrip("-–—•*>→ "), _lexicon("LINKS")) is not None


def is_footer(line: str) -> bool:
    """Whether a short line is what stands below an article on its page."""
    return len(line) <= 160 and starts_with_phrase(fold(line).lstrip("-–—•*>→ "), _lexicon("FOOTERS")) is not None


def is_date(line: str) -> bool:
    """Whether a short line only tells a date or a time, with a name at most."""
    if len(line) > 80 or not any(sign.isdigit() for sign in line):
        return False
    months, others = _lexicon("CALENDAR"), _lexicon("DATE_WORDS")
    unknown = named = 0
    for word in letters_only(fold(line)).replace("'", "").split():
        letters = word.strip("0123456789")
        if not letters or starts_whole(letters, others):
            continue
        if starts_whole(letters, months):
            named += 1
        else:
            unknown += 1
    if unknown == 0:
        return True
    # A name may stand before a date, and a name is written with capitals.
    capitals = all(_is_capital(word) for word in line.replace(",", " ").split() if word[0].isalpha())
    return bool(named) and unknown <= 3 and capitals and sum(sign.isdigit() for sign in line) >= 4


def starts_whole(word: str, wanted: tuple[Phrase, ...]) -> bool:
    """Whether a word is one of the phrases, endings that a phrase leaves open allowed."""
    return any(
        word == phrase.words or (phrase.is_open_after and word.startswith(phrase.words)) for phrase in wanted
    )


def _is_capital(word: str) -> bool:
    first = word.lstrip("\"'“‘«„(")[:1]
    return first.isdigit() or first.lower() != first or first.lower() == first.upper()
