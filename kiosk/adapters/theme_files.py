"""Themes from TOML files: one file, one theme. Knows nothing of widgets; the colours' rules are the core's.

A file holds ``is_dark`` (true or false), ``order`` (a whole number: its place among the themes offered) and a
table ``[colours]`` with every role of :class:`kiosk.core.theme.Theme` as "#RRGGBB". A file that anybody could
misread on the screen is refused: too little contrast is an error like a missing brace.
"""

import re
from pathlib import Path

from kiosk.adapters.simple_toml import read_simple_toml
from kiosk.core.errors import ContentError
from kiosk.core.theme import COLOUR_ROLES, Theme, problems, relative_luminance

LARGEST_FILE_BYTES = 64 * 1024
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PLACE_IN_MESSAGE = r"\s*\(at (?:line (\d+), column \d+|end of document)\)$"
_KEYS = ("order", "is_dark", "colours")
_LAST = 1000


def load_themes(folder: Path) -> dict[str, Theme]:
    """Read every theme of a folder.

    Args:
        folder: holds ``<id>.toml`` files; other files in it are not looked at.

    Returns:
        Theme id to theme, in the order in which they are offered.

    Raises:
        ContentError: a file cannot be used, or there is none; caught by the command line and the doctor.
    """
    read = [_read(path) for path in sorted(folder.glob("*.toml"))]
    if not read:
        raise ContentError(folder.name, "", "there is no theme in this folder")
    return {theme.id: theme for _, theme in sorted(read, key=lambda found: (found[0], found[1].id))}


def load_theme(path: Path) -> Theme:
    """Read one theme; its id is the file's name without the ending.

    Raises:
        ContentError: the file cannot be used; names the file and the place in it.
    """
    return _read(path)[1]


def _read(path: Path) -> tuple[int, Theme]:
    record = _parse(path)
    unknown = sorted(set(record) - set(_KEYS))
    if unknown:
        raise ContentError(path.name, unknown[0], f"is not known; a theme has {', '.join(_KEYS)}")
    is_dark = record.get("is_dark")
    if not isinstance(is_dark, bool):
        raise ContentError(path.name, "is_dark", "must be true or false")
    order = record.get("order", _LAST)
    if not isinstance(order, int) or isinstance(order, bool):
        raise ContentError(path.name, "order", "must be a whole number")
    theme = Theme(id=path.stem, is_dark=is_dark, **_colours(path.name, record.get("colours")))
    _refuse_unreadable(path.name, theme)
    return order, theme


def _parse(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be read ({error.strerror or error})") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise ContentError(path.name, "", f"is larger than {LARGEST_FILE_BYTES} bytes")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(path.name, f"byte {error.start}", "is not UTF-8") from error
    simple = read_simple_toml(text.split("\n"))
    if simple is not None:
        return simple
    import tomllib  # late: the first page waits for a theme, and those that ship do not need it

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = re.search(_PLACE_IN_MESSAGE, message)
        place = f"line {found[1]}" if found and found[1] else "the end"
        problem = re.sub(_PLACE_IN_MESSAGE, "", message).lower()
        raise ContentError(path.name, place, f"is not TOML ({problem})") from error
    except RecursionError as error:
        raise ContentError(path.name, "", "is nested too deeply") from error


def _colours(source: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict):
        raise ContentError(source, "[colours]", "is missing")
    unknown = sorted(str(role) for role in table if role not in COLOUR_ROLES)
    if unknown:
        raise ContentError(source, f"colours.{unknown[0]}", f"is no role; roles are {', '.join(COLOUR_ROLES)}")
    colours: dict[str, str] = {}
    for role in COLOUR_ROLES:
        if role not in table:
            raise ContentError(source, f"colours.{role}", "is missing")
        colour = table[role]
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise ContentError(source, f"colours.{role}", f'is {colour!r}, must be like "#1B1A17"')
        colours[role] = colour.upper()
    return colours


def _refuse_unreadable(source: str, theme: Theme) -> None:
    is_page_darker = relative_luminance(theme.page) < relative_luminance(theme.text)
    if is_page_darker != theme.is_dark:
        raise ContentError(source, "is_dark", "contradicts the colours of text and page")
    found = problems(theme)
    if found:
        raise ContentError(source, "[colours]", found[0].removeprefix(f"{theme.id}: "))
