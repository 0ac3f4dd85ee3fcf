"""Bytes to clean text, or one clear error that says where. Knows nothing of articles.

What comes out is NFC, its lines end in LF, and it holds none of the invisible characters that would split a
word in two or count as one: scraped pages are full of them.
"""

import re
import unicodedata

from kiosk.core.errors import ContentError

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; nobody reads more in one article, and a larger file is a mistake or an attack."""
LONGEST_LINE = 1024 * 1024
"""Bytes; a longer line is no paragraph, and no screen could lay it out in time."""
MOST_BLOCKS = 200_000
"""Blocks in one article; more would cost the memory of the machine, not serve a reader."""

_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
# No-break spaces are not kept: lines are laid out in very large type, where every place to break counts.
_SPACES = ("\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000")
# Soft hyphen, zero width space, word joiner, byte order mark. Joiners of letters and direction marks stay.
_INVISIBLE = ("\xad", "\u200b", "\u2060", "\ufeff")
_CONTROL_BYTES = bytes(code for code in range(32) if code not in b"\t\n\v\f\r") + b"\x7f"
_CONTROLS = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, source: str) -> str:
    """Turn the bytes of a content file into clean text.

    Args:
        data: the whole file.
        source: the name of the file, as the person gave it, for the error.

    Returns:
        NFC text with LF line ends, ordinary spaces and tabs, and at least one visible character. Marks of
        direction and joiners of letters are kept.

    Raises:
        ContentError: the file is too large, binary, not UTF-8, has too long a line, or says nothing.
    """
    if not data:
        raise ContentError(source, "", "the file is empty")
    refuse_size(len(data), source)
    _refuse_binary(data, source)
    _refuse_long_line(data, source)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = "not UTF-8 text; save the file as UTF-8"
        raise ContentError(source, _place(data, error.start), problem) from None
    has_controls = bool(len(data.translate(None, _CONTROL_BYTES)) < len(data) or _C1_BYTES.search(data))
    text = _clean(text, has_controls)
    if not text or text.isspace():
        raise ContentError(source, "", "the file holds only white space")
    return text


def refuse_size(size: int, source: str) -> None:
    """Raise a ContentError when a file of ``size`` bytes is too large to be read."""
    if size > LARGEST_FILE:
        megabytes = f"{size / 1024 / 1024:.0f} MiB"
        limit = LARGEST_FILE // 1024 // 1024
        raise ContentError(source, "", f"too large: {megabytes}, and at most {limit} MiB can be read")


def refuse_block_count(count: int, source: str) -> None:
    """Raise a ContentError when an article has more blocks than can be kept in memory."""
    if count > MOST_BLOCKS:
        raise ContentError(source, "", f"too long: {count} paragraphs, and at most {MOST_BLOCKS} can be shown")


def tidy(text: str) -> str:
    """Return one line of clean text: as :func:`decode` leaves it, white space runs made one space.

    For strings that came out of a parser, where escapes may have brought back what decoding took away.
    """
    # A lone surrogate (an escape in YAML can write one) could not be printed or stored.
    whole = text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
    return " ".join(_clean(whole, has_controls=True).split())


def _clean(text: str, has_controls: bool) -> str:
    # Each "in" is a search by machine words: on a million words it is far cheaper than one regular expression.
    for line_end in _LINE_ENDS:
        if line_end in text:
            text = text.replace(line_end, "\n")
    if has_controls:
        text = text.translate(_CONTROLS)
    if text.isascii():
        return text
    for space in _SPACES:
        if space in text:
            text = text.replace(space, " ")
    for invisible in _INVISIBLE:
        if invisible in text:
            text = text.replace(invisible, "")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _refuse_binary(data: bytes, source: str) -> None:
    if data.startswith(_UTF16_MARKS):
        raise ContentError(source, _place(data, 0), "UTF-16 text; save the file as UTF-8")
    zero = data.find(b"\0")
    if zero >= 0:
        raise ContentError(source, _place(data, zero), "not a text file: it holds a zero byte")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls * 100 > len(data):
        first = next(at for at, byte in enumerate(data) if byte in _CONTROL_BYTES)
        problem = f"not a text file: it holds {controls} control characters"
        raise ContentError(source, _place(data, first), problem)


def _refuse_long_line(data: bytes, source: str) -> None:
    start = 0
    # One jump for each MiB, back to the last line end within it.
    while len(data) - start > LONGEST_LINE:
        reach = start + LONGEST_LINE + 1
        line_end = max(data.rfind(b"\n", start, reach), data.rfind(b"\r", start, reach))
        if line_end < 0:
            limit = LONGEST_LINE // 1024 // 1024
            raise ContentError(source, _place(data, start), f"the line is longer than {limit} MiB")
        start = line_end + 1


def _place(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"line {line}, byte {at}"
