"""Lines of plain text put together to paragraphs: blank lines, one paragraph a line, or hard wrapped lines.

Knows nothing of titles, headings or appeals.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kiosk.adapters.formats.page_lines import is_byline

END_MARKS = frozenset(".!?…:;。؟۔")
"""What a sentence, or a line that announces the next, ends with."""
CLOSERS = "\"'”’»)]›"
"""What may follow the end mark of a sentence."""

_LEAST_WRAPPED = 55
"""Code points; a shorter line without an end mark is a heading or a name sooner than a wrapped line."""
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 100
_BULLET = re.compile(r"[-*•·‣▪◦–—+]\s|\(?\d{1,3}[.)]\s|\(?\w[)]\s")


def ends_sentence(text: str) -> bool:
    """Whether a text ends with an end mark, closing quotes and brackets aside."""
    last = text[-1:]
    if last in CLOSERS:
        last = text.rstrip(CLOSERS)[-1:]
    return last in END_MARKS


def starts_like_list_item(text: str) -> bool:
    """Whether a line begins with a bullet, a dash or a number of a list."""
    return _BULLET.match(text) is not None


def split_paragraphs(text: str) -> list[str]:
    """Cut a plain text into its paragraphs.

    Blank lines part paragraphs. Inside, every line is a paragraph, except that a line which was only wrapped
    is joined to the one before: the text shows one width at which it was wrapped, or the line before is long,
    has no end mark, and this one goes on in lower case.

    Args:
        text: clean text, as decoding leaves it.

    Returns:
        The paragraphs, in order, each one line; all letters and signs of the text are in them.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    found: list[str] = []
    for run in _runs(lines):
        if len(run) == 1:
            found.append(_one_line(run[0]))
            continue
        current = ""
        previous = ""
        for line in run:
            stripped = _one_line(line)
            is_joined = bool(current) and _goes_on(previous, line, width)
            if is_joined:
                current = _join(current, stripped)
            else:
                if current:
                    found.append(current)
                current = stripped
            previous = line
        found.append(current)
    return found


def _one_line(line: str) -> str:
    line = line.strip()
    return " ".join(line.split()) if "  " in line or "\t" in line else line


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for line in lines:
        if line and not line.isspace():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _join(first: str, second: str) -> str:
    # "co-" and "operation": the hyphen stays, a space would make two words of it.
    return first + second if _is_cut_word(first, second) else f"{first} {second}"


def _is_cut_word(before: str, after: str) -> bool:
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def _goes_on(previous: str, line: str, width: int) -> bool:
    before = previous.rstrip()
    has_ended = before[-1] in END_MARKS or ends_sentence(before)
    # Settled at once for nearly every line of a text with one paragraph a line.
    if has_ended and (not width or len(before) > width):
        return False
    after = line.lstrip()
    if starts_like_list_item(after) and (has_ended or not after.startswith(("-", "–", "—"))):
        return False
    if is_byline(after):
        return False
    if width and len(before) <= width:
        is_full = _is_forced(before, after, width) or _is_cut_word(before, after)
        return is_full and _indent(line) <= _indent(previous)
    return len(before) >= _LEAST_WRAPPED and (after[0].islower() or after[0] in ",;%&")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_forced(before: str, after: str, width: int) -> bool:
    """Whether the first word of the next line had no more room in this one."""
    first_word = after.split(None, 1)[0]
    return len(before) + 1 + len(first_word) > width


def _wrap_width(lines: Sequence[str]) -> int:
    """Return the width in code points at which the text was wrapped, or 0 when it was not."""
    long_lines = sum(len(line) > _WIDEST_WRAP for line in lines)
    if long_lines * 20 > len(lines):
        return 0
    return max((_run_width(run) for run in _runs(lines) if len(run) > 1), default=0)


def _run_width(run: Sequence[str]) -> int:
    """Return the width at which a run was wrapped, or 0 when its lines end for other reasons."""
    width = max(len(line.strip()) for line in run)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    run_on = loose = 0
    for line, following in pairwise(run):
        before, after = line.strip(), following.strip()
        has_ended = ends_sentence(before)
        if not _is_forced(before, after, width):
            if not has_ended and len(before) >= _NARROWEST_WRAP:
                return 0
            loose += 1
        elif not has_ended and not starts_like_list_item(after) and not is_byline(after):
            # Where letters have no case, a pair of lines may as well be title and author.
            has_no_case = len(run) > 2 and after[0].isalpha() and after[0].lower() == after[0].upper()
            run_on += after[0].islower() or has_no_case
    # Two lines prove little, and so do a few in a run where other lines end early.
    needed = 3 if loose else 1
    return width if run_on >= needed and (len(run) > 2 or width >= _LEAST_WRAPPED) else 0
