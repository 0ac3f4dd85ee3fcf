"""The front matter of a Markdown file: what it says of the article, in TOML (+++) or YAML (---).

Knows nothing of Markdown itself.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from kiosk.adapters.formats.decoding import tidy
from kiosk.adapters.simple_toml import is_day, is_moment, read_simple_toml
from kiosk.core.article import CampaignDraft
from kiosk.core.errors import ContentError

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_LINE_IN_TOML_ERROR = r"\(at line (\d+)"
_LONGEST = 50_000
"""Code points; it says who, what and when, and its readers are slow."""
_INTERVALS = ("", "once", "month", "year")
_SUBTAG_CASE = {2: str.upper, 4: str.title}
_ALIASES = {"lang": "language", "published": "date"}
_KEYS = frozenset({"title", "language", "author", "source", "date", "summary", "id", "translation_of"})


class FrontMatter(NamedTuple):
    """What a file says of its article; every string is one line of clean text, or empty."""

    title: str = ""
    """Shown above the article."""
    language: str = ""
    """BCP 47 tag."""
    author: str = ""
    """Who wrote it."""
    source: str = ""
    """Where it was published."""
    date: str = ""
    """ISO 8601 day or moment."""
    summary: str = ""
    """One sentence for the catalog."""
    id: str = ""
    """Unique in the catalog."""
    translation_of: str = ""
    """Groups the language editions of one article."""
    recording: str = ""
    """The sound file of a speaker."""
    appeal: CampaignDraft | None = None
    """The [appeal] table, when there is one."""
    notes: tuple[str, ...] = ()
    """Remarks for an editor."""


def read_front_matter(text: str, source: str) -> tuple[FrontMatter, str, int]:
    """Part a file into its front matter and its body.

    Args:
        text: the whole file, decoded.
        source: the name of the file, for errors.

    Returns:
        What the front matter says (empty when there is none), the body, and how many lines stand before it.

    Raises:
        ContentError: the front matter is not closed, cannot be read, or a value has the wrong type.
    """
    fence = text[:3]
    first_line = text.split("\n", 1)[0].rstrip()
    if fence not in ("+++", "---") or first_line != fence:
        return FrontMatter(), text, 0
    lines = text.split("\n")
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == fence), 0)
    inside = lines[1:end]
    if not end or (fence == "---" and not _looks_like_yaml(inside)):
        if fence == "---":
            # A line across the page is Markdown, too.
            return FrontMatter(), text, 0
        raise ContentError(source, "line 1", "the front matter is not closed with +++")
    if sum(map(len, inside)) > _LONGEST:
        raise ContentError(source, "line 1", f"the front matter is longer than {_LONGEST} characters")
    values = _read_toml(inside, source) if fence == "+++" else _read_yaml(inside, source)
    reader = _Reader(values, inside, source)
    return reader.read(), "\n".join(lines[end + 1 :]), end + 1


def _looks_like_yaml(lines: list[str]) -> bool:
    written = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return not written or re.match(r"[\w\"'-]+\s*:(?:\s|$)|\{", written[0]) is not None


def _read_toml(lines: list[str], source: str) -> Mapping[str, object]:
    simple = read_simple_toml(lines)
    if simple is not None:
        return simple
    # Imported late: it costs the start-up more than all articles, and the files that ship do not need it.
    import tomllib

    try:
        return tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(_LINE_IN_TOML_ERROR, str(error))
        line = int(found[1]) + 1 if found else len(lines) + 1
        reason = str(error).split(" (at ", maxsplit=1)[0] if isinstance(error, ValueError) else "nested too deep"
        raise ContentError(source, f"line {line}", f"the front matter is not TOML: {reason}") from None


def _read_yaml(lines: list[str], source: str) -> Mapping[str, object]:
    # Imported late: most files use TOML, and the library takes time to load.
    import yaml

    try:
        # BaseLoader makes no objects and guesses no types: "no" stays "no", and nothing is run.
        values = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        reason = getattr(error, "problem", None) or "cannot be read"
        raise ContentError(source, f"line {line}", f"the front matter is not YAML: {reason}") from None
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        raise ContentError(source, "line 2", "the front matter is not a list of keys and values")
    return {str(key): value for key, value in values.items()}


class _Reader:
    """Turns the values of a front matter into typed fields, and names the line of what does not fit."""

    def __init__(self, values: Mapping[str, object], lines: list[str], source: str) -> None:
        self._values = {_ALIASES.get(key, key): value for key, value in values.items()}
        self._lines = lines
        self._source = source

    def read(self) -> FrontMatter:
        text = {key: self._text(key) for key in sorted(_KEYS - {"date"})}
        day, notes = self._date()
        recording, remarks = self._recording()
        text["language"] = self._language(text["language"])
        return FrontMatter(**text, date=day, recording=recording, appeal=self._appeal(), notes=(*notes, *remarks))

    def _refuse(self, key: str, problem: str) -> ContentError:
        names = [key, *(alias for alias, name in _ALIASES.items() if name == key)]
        starts = re.compile(rf"\s*[\[\"']*(?:{'|'.join(map(re.escape, names))})\b")
        line = next((at for at, text in enumerate(self._lines, 2) if starts.match(text)), 1)
        return ContentError(self._source, f"line {line}", problem)

    def _text(self, key: str) -> str:
        return self._one_line(key, self._values.get(key, ""), may_be_list=key in ("author", "source"))

    def _one_line(self, key: str, value: object, *, may_be_list: bool = False) -> str:
        if may_be_list and isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tidy(", ".join(value))
        if not isinstance(value, str):
            raise self._refuse(key, f"{key} must be text in quotes, not {_kind(value)}")
        return tidy(value)

    def _language(self, tag: str) -> str:
        if tag and not _TAG.fullmatch(tag):
            raise self._refuse("language", f'language must be a tag such as "en" or "pt-BR", not "{tag}"')
        primary, *rest = tag.replace("_", "-").split("-")
        # Regions have two letters and scripts four: "pt-BR", "zh-Hant".
        return "-".join((primary.lower(), *(_SUBTAG_CASE.get(len(each), str)(each) for each in rest)))

    def _date(self) -> tuple[str, tuple[str, ...]]:
        value = self._values.get("date", "")
        # A day or moment that tomllib made an object of.
        written = value.isoformat() if hasattr(value, "isoformat") else self._one_line("date", value)
        if not written or is_day(written) or is_moment(written):
            return written, ()
        return "", (f'The date "{written}" is not of the form 2019-12-23 and was left out.',)

    def _recording(self) -> tuple[str, tuple[str, ...]]:
        value = self._values.get("recording", "")
        if isinstance(value, str):
            return tidy(value), ()
        # Without its recording an article is still read.
        return "", (f"The recording must be a file name in quotes, not {_kind(value)}, and was left out.",)

    def _appeal(self) -> CampaignDraft | None:
        table = self._values.get("appeal")
        if table is None:
            return None
        if not isinstance(table, dict):
            raise self._refuse("appeal", f"appeal must be a table, not {_kind(table)}")
        interval = self._one_line("interval", table.get("interval", ""))
        if interval not in _INTERVALS:
            raise self._refuse("interval", f'interval must be "once", "month" or "year", not "{interval}"')
        minimum = self._number("minimum", table.get("minimum", table.get("min_amount", "")))
        currency = self._one_line("currency", table.get("currency", "")).upper()
        if currency and not re.fullmatch("[A-Z]{3}", currency):
            raise self._refuse("currency", 'currency must be a code of three letters such as "USD"')
        is_assumed = table.get("currency_assumed", False) in (True, "true")
        return CampaignDraft(
            publisher=self._one_line("publisher", table.get("publisher", "")),
            message=self._lines_of("message", table.get("message", "")),
            minimum=minimum,
            currency=currency,
            is_currency_assumed=is_assumed,
            interval=interval,
            buttons=self._lines_of("buttons", table.get("buttons", ())),
        )

    def _number(self, key: str, value: object) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = f"{value:g}" if isinstance(value, float) else str(value)
        written = self._one_line(key, value)
        if written and not re.fullmatch(r"\d+(?:\.\d+)?", written):
            raise self._refuse(key, f'{key} must be a number such as "2" or "2.50", not "{written}"')
        return written

    def _lines_of(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            # A text over several lines has a paragraph on each.
            found = [tidy(line) for line in value.split("\n")]
        elif isinstance(value, list | tuple):
            found = [self._one_line(key, each.get("label") if isinstance(each, dict) else each) for each in value]
        else:
            raise self._refuse(key, f"{key} must be text or a list of texts, not {_kind(value)}")
        return tuple(line for line in found if line)


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or time")
