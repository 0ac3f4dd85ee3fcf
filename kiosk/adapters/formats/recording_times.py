"""The times of a speaker's recording: which stretch of an article is heard when, as JSON. Knows no sound.

It is the file that ``kiosk speak --marks`` writes::

    {"words_per_minute": 160,
     "marks": [{"paragraph": 1, "start": 0, "end": 5, "text": "Hello", "start_ms": 0.0, "end_ms": 412.5}, ...]}

``words_per_minute`` may be left out, then it is measured; a mark may be ``[1, 0, 5, 0, 412.5]``: paragraph, start,
end, start_ms, end_ms.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.adapters.formats.decoding import refuse_size
from kiosk.core.errors import ContentError
from kiosk.core.recording import FASTEST_OWN_WPM, SLOWEST_OWN_WPM, TimedMark

_FIELDS = ("paragraph", "start", "end", "start_ms", "end_ms")
_LARGEST_PLACE = 2**31


class TimesFile(NamedTuple):
    """What such a file says."""

    marks: tuple[TimedMark, ...]
    """In the order of the file."""
    words_per_minute: float | None = None
    """How fast the recording is read, where the file says so."""


def parse(data: bytes, source: str) -> TimesFile:
    """Read times; whether they fit an article is not looked at.

    Args:
        data: the whole file.
        source: the name of the file, for errors.

    Raises:
        ContentError: it cannot be read; names the line, or the mark, counted from 1.
    """
    refuse_size(len(data), source)
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ContentError(source, f"byte {error.start}", "it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ContentError(source, f"line {error.lineno}", f"it is not JSON: {error.msg}") from None
    except (RecursionError, ValueError):
        # Nested too deep, or a number of thousands of digits.
        raise ContentError(source, "", "it is not JSON that can be read") from None
    marks = document.get("marks") if isinstance(document, Mapping) else None
    if not isinstance(marks, list):
        raise ContentError(source, "", 'it has no list of "marks"')
    rate = document.get("words_per_minute")
    if rate is not None and (not isinstance(rate, int | float) or not SLOWEST_OWN_WPM <= rate <= FASTEST_OWN_WPM):
        within = f"{SLOWEST_OWN_WPM:g} to {FASTEST_OWN_WPM:g}"
        raise ContentError(source, "", f'"words_per_minute" is not a number from {within}')
    read = tuple(_mark(item, number, source) for number, item in enumerate(marks, 1))
    return TimesFile(read, float(rate) if rate is not None else None)


def _mark(item: object, number: int, source: str) -> TimedMark:
    place = f"mark {number}"
    if isinstance(item, Mapping):
        missing = [name for name in _FIELDS if name not in item]
        if missing:
            raise ContentError(source, place, f'it has no "{missing[0]}"')
        text = item.get("text", "")
        if not isinstance(text, str):
            raise ContentError(source, place, '"text" is not text')
        values: Sequence[object] = [item[name] for name in _FIELDS]
    elif isinstance(item, list) and len(item) == len(_FIELDS):
        text, values = "", item
    else:
        raise ContentError(source, place, f"it is not a mark of {len(_FIELDS)} fields: {', '.join(_FIELDS)}")
    paragraph, start, end = (_whole(*named, place, source) for named in zip(_FIELDS, values[:3], strict=False))
    begin_ms, end_ms = (_number(*named, place, source) for named in zip(_FIELDS[3:], values[3:], strict=True))
    return TimedMark(paragraph, start, end, begin_ms, end_ms, text)


def _whole(name: str, value: object, place: str, source: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST_PLACE:
        raise ContentError(source, place, f'"{name}" is not a whole number from 0 on')
    return value


def _number(name: str, value: object, place: str, source: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < _LARGEST_PLACE:
        raise ContentError(source, place, f'"{name}" is not a number of milliseconds')
    return float(value)
