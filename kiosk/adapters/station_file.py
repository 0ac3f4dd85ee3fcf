"""The station file: what an operator decided for one machine, as TOML. Every mistake is named with its line."""

import os
import re
import tomllib
from pathlib import Path

from kiosk.core.errors import ContentError
from kiosk.core.station import StationValues, station_problem

_SYSTEM = Path("/etc/aloud-kiosk/station.toml")
_LINE_IN_ERROR = re.compile(r" \(at line (\d+)")


def station_path() -> Path:
    """Return where the station file lies: where ``KIOSK_STATION`` says, else in the system's own folder."""
    asked = os.environ.get("KIOSK_STATION")
    return Path(asked) if asked else _SYSTEM


def load_station(path: Path) -> StationValues:
    """Read a station file; one that is not there decides nothing.

    Raises:
        ContentError: it cannot be read, is not TOML, or says what cannot be used; the operator is told.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(str(path), "", f"cannot be read: {error}") from None
    return parse_station(text, str(path))


def parse_station(text: str, source: str) -> StationValues:
    """Read the text of a station file.

    Args:
        text: the whole file.
        source: its name, for errors.

    Returns:
        What is decided, by the name of the option.

    Raises:
        ContentError: it is not TOML, or says what cannot be used.
    """
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE_IN_ERROR.search(str(error))
        raise ContentError(source, f"line {found[1]}" if found else "the end", f"not TOML: {error}") from None
    for name, value in values.items():
        problem = station_problem(name, value)
        if problem:
            raise ContentError(source, f"line {_line_of(name, text)}", problem)
    return values


def _line_of(name: str, text: str) -> int:
    wanted = re.compile(rf"\s*[\[\"']*{re.escape(name)}\b")
    return next((number for number, line in enumerate(text.split("\n"), 1) if wanted.match(line)), 1)
