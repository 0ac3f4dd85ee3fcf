"""How English says times of day, lengths of time and ratios."""

from re import Match

from kiosk.core.spoken.english_numbers import cardinal, number, pairs
from kiosk.core.spoken.english_text import GAP, NOTHING, Found, compiled, full_stop, piece
from kiosk.core.spoken_form import Respelling

_HALF = rf"(?:{GAP}?(?P<half>(?P<letter>[ap])(?:\.{GAP}?m\b\.?|m\b\.?)))?"
# Zones that are also written small or with points: "p.m.est".
_ZONE = rf"(?:{GAP}?(?P<zone>(?:e\.?[sd]|p\.?[sd]|c\.?[sde]|g\.?m|u\.?t)\.?[tc])\b(?P<dot>\.?))?"
_TIME = rf"(?i)(?P<hour>\d{{1,2}})(?:(?P<sign>[:.])(?P<minute>\d{{2}}))?(?![\d:]|[.,]\d){_HALF}{_ZONE}"
_LENGTH = rf"(?i)(?P<hour>\d{{1,3}}):(?P<minute>\d\d):(?P<second>\d\d)(?P<part>\.\d+)?(?![:\d]){_HALF}{_ZONE}"
_ONWARDS = rf"{GAP}?([-–—]){GAP}?(?=\d)"
_UNTIL = rf"{GAP}?([-–—]){GAP}?(?=(?:noon|midnight)\b)"
_HALF_LATER = rf"(?i){GAP}?[-–—]{GAP}?\d{{1,2}}(?::\d\d)?{GAP}?[ap]\.?m\b"
_RATIO = r"(\d{1,3}(?:\.\d)?):(\d{1,3}(?:,\d{3})+|\d(?:\.\d)?(?!\d)|\d{3,7})(?![\d:])"


def clock(text: str, start: int) -> Found:
    """Say times of day: "5:30 p.m.", "17:05", "9am", "9–11 a.m.", "9:00–17:00"."""
    pieces: list[Respelling] = []
    place = start
    while found := _time_at(text, place):
        has_half = found["half"] is not None or compiled(_HALF_LATER).match(text, found.end()) is not None
        said = _said_time(int(found["hour"]), found["minute"], has_half)
        pieces.append(piece(place, found.end("minute" if found["minute"] else "hour"), said))
        pieces += _half_and_zone(text, found)
        until = compiled(_UNTIL).match(text, pieces[-1].span.end)
        if until:
            pieces.append(piece(*until.span(1), "to"))
        onwards = compiled(_ONWARDS).match(text, pieces[-1].span.end)
        if not onwards or not _time_at(text, onwards.end()):
            break
        pieces.append(piece(*onwards.span(1), "to"))
        place = onwards.end()
    return tuple(pieces)


def _time_at(text: str, place: int) -> Match[str] | None:
    found = compiled(_TIME).match(text, place)
    if not found or int(found["hour"]) > (24 if found["sign"] else 12) or int(found["minute"] or 0) > 59:
        return None
    is_time = found["half"] or found["sign"] == ":" or compiled(_HALF_LATER).match(text, found.end())
    return found if is_time else None


def _said_time(hour: int, minute: str | None, has_half: bool) -> str:
    if minute not in (None, "00"):
        return f"{cardinal(hour)} {pairs(minute)}"
    if has_half or not minute:
        return cardinal(hour)
    if hour == 0:
        return "midnight"
    return f"{cardinal(hour)} o'clock" if hour <= 12 else f"{cardinal(hour)} hundred"


def _half_and_zone(text: str, found: Match[str]) -> Found:
    """Return a piece for "am" or "pm" and one for the zone, each where it is written."""
    pieces = []
    if found["half"]:
        start, end = found.span("half")
        stop = full_stop(text, end - 1)
        said = f"PM{stop}"
        if found["letter"].lower() == "a":
            # "AM" may be read as the verb, "a.m." is not; but before a name voices pause at its last point.
            is_pause = text[end : end + 2].strip()[:1].isupper() and not stop
            said = "a.m" if is_pause else "a.m."
        pieces.append(piece(start, end, said))
    if found["zone"]:
        said = found["zone"].replace(".", "").upper()
        pieces.append(piece(found.start("zone"), found.end("dot"), said + full_stop(text, found.start("dot"))))
    return tuple(pieces)


def time_length(text: str, start: int) -> Found:
    """Say "2:01:39" as hours, minutes and seconds; with "a.m." behind it is a time of day."""
    found = compiled(_LENGTH).match(text, start)
    if not found or int(found["minute"]) > 59 or int(found["second"]) > 59:
        return NOTHING
    hour, second = int(found["hour"]), int(found["second"])
    if found["half"]:
        said = _said_time(hour, found["minute"], has_half=True)
        if second:
            said = f"{said} and {_counted(second, 'second')}"
        return (piece(start, found.end("second"), said), *_half_and_zone(text, found))
    part = found["part"] or ""
    seconds = f"{number(str(second) + part)} seconds" if part else _counted(second, "second")
    said = f"{_counted(hour, 'hour')} {_counted(int(found['minute']), 'minute')} and {seconds}"
    return (piece(start, found.end("second") + len(part), said),)


def _counted(value: int, unit: str) -> str:
    return f"{cardinal(value)} {unit}" + ("" if value == 1 else "s")


def ratio(text: str, start: int) -> Found:
    """Say "16:9" and "1:100,000" with "to"."""
    found = compiled(_RATIO).match(text, start)
    if not found:
        return NOTHING
    return (piece(start, found.end(), f"{number(found[1])} to {number(found[2])}"),)
