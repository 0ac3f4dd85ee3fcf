"""The plainest part of TOML, read without ``tomllib``: the first page waits for it, and its files need no more.

Whatever is not certainly understood is left to ``tomllib``; a property test holds the two together.
"""

import re

_STRING = re.compile(r'([A-Za-z0-9_-]+)[ \t]*=[ \t]*"([^"\\]*)"[ \t]*')
_PLAIN = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*(\d{4}-\d\d-\d\d|true|false|0|[1-9]\d{0,8})[ \t]*")
_TABLE = re.compile(r"\[([A-Za-z0-9_-]+)\][ \t]*")
_BOOLEANS = {"true": True, "false": False}


def read_simple_toml(lines: list[str]) -> dict[str, object] | None:
    """Read TOML of strings without escapes, days, whole numbers, booleans, plain tables, comments and blank lines.

    Returns:
        What ``tomllib`` would return (days as strings), or None when it takes more to read the lines.
    """
    document: dict[str, object] = {}
    values = document
    for line in lines:
        found = _STRING.fullmatch(line) or _PLAIN.fullmatch(line)
        if found is None:
            table = _TABLE.fullmatch(line)
            if table is not None and table[1] not in document:
                document[table[1]] = values = {}
            elif line.strip(" \t") and not line.startswith("#"):
                return None
            continue
        value = found[2] if found.re is _STRING else _plain_value(found[2])
        if found[1] in values or value is None:
            return None
        values[found[1]] = value
    return document


def _plain_value(text: str) -> object:
    """Return a boolean, a whole number or a day; None when it may be none of them."""
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if "-" not in text:
        return int(text) if text.isascii() else None
    return text if is_day(text) else None


def is_day(text: str) -> bool:
    """Whether a text is certainly a day of the calendar, in ISO 8601."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None or not text.isascii():
        return False
    year, month, day = map(int, text.split("-"))
    # The last days of a month are left to datetime, which is imported only when it is needed.
    return year > 0 and 1 <= month <= 12 and (1 <= day <= 28 or is_moment(text))


def is_moment(text: str) -> bool:
    """Whether a text is a day or a moment, in ISO 8601."""
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
