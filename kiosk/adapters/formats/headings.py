"""Which paragraphs of a plain text are its title and its headings. Knows nothing of appeals."""

import re
from collections.abc import Sequence

from kiosk.adapters.formats.page_lines import is_byline, is_credit, is_date, is_link
from kiosk.adapters.formats.paragraphs import ends_sentence, starts_like_list_item

LONGEST_TITLE = 120
LONGEST_HEADING = 80
_MOST_WORDS = 12
_MOST_WORDS_ASKING = 9
_LONG_PARAGRAPH = 120
_NOT_AT_END = ".!…:;,،؛。-–—"
_NOT_AT_START = "\"'“”„«‘’-–—•*·‣▪◦+>…"
# "Article 3.", "Стаття 1.", "المادة ٣", "Chapter IV": one word and one number.
_NUMBERED = re.compile(r"[^\W\d_]{2,}\s+(?:\d{1,3}|[IVXLC]{1,7}|[^\W\d_])[.:]?$")


def is_title(paragraph: str) -> bool:
    """Whether the first paragraph of a text is its title: short, and not a sentence."""
    return (
        len(paragraph) <= LONGEST_TITLE
        and paragraph[-1] not in ".:;,،؛。۔"
        and any(sign.isalpha() for sign in paragraph)
        and not starts_like_list_item(paragraph)
        and not _is_page_line(paragraph)
    )


def find_headings(paragraphs: Sequence[str], has_title: bool) -> set[int]:
    """Find the headings among the paragraphs of a body.

    Args:
        paragraphs: the body, in order, without the title.
        has_title: whether a title stands above it, so that the first paragraph may be a heading.

    Returns:
        The numbers of the paragraphs that are headings, counted from 0. The last paragraph never is.
    """
    first = 0 if has_title else 1
    # Above the first sentence stand the lines that belong to the title.
    text_from = next((number for number, each in enumerate(paragraphs) if _is_text(each)), len(paragraphs))
    return {
        number
        for number in range(first, len(paragraphs) - 1)
        if len(paragraphs[number]) <= LONGEST_HEADING
        and _is_heading(paragraphs[number], paragraphs[number + 1], number < text_from)
    }


def _is_text(paragraph: str) -> bool:
    return len(paragraph) > LONGEST_HEADING or ends_sentence(paragraph)


def _is_heading(line: str, following: str, is_below_title: bool) -> bool:
    if _NUMBERED.match(line):
        return not _NUMBERED.match(following)
    words = line.split()
    if len(line) < 2 or len(words) > _MOST_WORDS or line[-1] in _NOT_AT_END or line[0] in _NOT_AT_START:
        return False
    if line[-1] in "?؟" and len(words) > _MOST_WORDS_ASKING:
        return False
    if not any(sign.isalpha() for sign in line) or len(following) < 1.5 * len(line):
        return False
    if not ends_sentence(following) and len(following) < _LONG_PARAGRAPH:
        return False
    if starts_like_list_item(line) and starts_like_list_item(following):
        return False
    return not _is_page_line(line) and not (is_below_title and _looks_like_name(words))


def _is_page_line(line: str) -> bool:
    return is_byline(line) or is_credit(line) or is_date(line) or is_link(line)


def _looks_like_name(words: Sequence[str]) -> bool:
    # Below a title two or three words with capitals are the author sooner than a heading.
    return 2 <= len(words) <= 3 and all(word[0].isupper() and word[1:].islower() for word in words)
