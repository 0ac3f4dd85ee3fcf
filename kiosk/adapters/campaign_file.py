"""A publisher's campaign, as a TOML file. Knows nothing of when it is shown.

The file is written by an operator, so every mistake is named with its line.
"""

import re
import tomllib
from collections.abc import Mapping

from kiosk.adapters.formats.decoding import decode, tidy
from kiosk.core.donation import Campaign
from kiosk.core.errors import ContentError

MOST_WORDS = 40
"""Words of a message: more is not heard to its end, and does not fit a screen in large type."""

_INTERVALS = ("", "once", "month", "year")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*")
_MINIMUM = re.compile(r"\d+(?:\.\d+)?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LINE_IN_ERROR = re.compile(r" \(at (?:line (\d+)|end of document)")


def parse_campaign(data: bytes, source: str) -> Campaign:
    """Read a campaign file.

    Args:
        data: the whole file.
        source: the name of the file, for errors.

    Returns:
        The campaign, with a message in at least one language.

    Raises:
        ContentError: it is not TOML, a key is missing, or a value cannot be used; callers show it to the operator.
    """
    text = decode(data, source)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = _LINE_IN_ERROR.search(str(error))
        line = (found and found[1]) or text.count("\n") + 1
        reason = _LINE_IN_ERROR.split(str(error), maxsplit=1)[0] or "cannot be read"
        raise ContentError(source, f"line {line}", f"not TOML: {reason}") from None
    return _Reader(values, text.split("\n"), source).read()


class _Reader:
    """Turns the values of a campaign file into a campaign, and names the line of what does not fit."""

    def __init__(self, values: Mapping[str, object], lines: list[str], source: str) -> None:
        self._values = values
        self._lines = lines
        self._source = source

    def read(self) -> Campaign:
        minimum = self._optional("minimum", _MINIMUM, 'a number such as "2" or "2.50"')
        currency = self._optional("currency", _CURRENCY, 'a code of three letters such as "USD"')
        interval = self._text("interval")
        if interval not in _INTERVALS:
            raise self._refuse("interval", f'interval must be "once", "month" or "year", not "{interval}"')
        if minimum and not currency:
            raise self._refuse("minimum", "minimum needs a currency beside it")
        address = self._required("address")
        # A sign that turns the direction of letters makes another address of what is read and spelled.
        if len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address) or not address.isprintable():
            raise self._refuse("address", f'address must be a web address such as "https://...", not "{address}"')
        return Campaign(
            id=self._required("id"),
            publisher=self._required("publisher"),
            message=self._messages(),
            address=address,
            minimum=minimum,
            currency=currency,
            interval=interval,
        )

    def _refuse(self, key: str, problem: str) -> ContentError:
        starts = re.compile(rf"\s*\[?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
        line = next((number for number, text in enumerate(self._lines, 1) if starts.match(text)), 0)
        return ContentError(self._source, f"line {line}" if line else "", problem)

    def _text(self, key: str) -> str:
        value = self._values.get(key, "")
        if not isinstance(value, str):
            raise self._refuse(key, f"{key} must be text in quotes")
        return tidy(value)

    def _required(self, key: str) -> str:
        value = self._text(key)
        if not value:
            raise self._refuse(key, f"{key} is missing")
        return value

    def _optional(self, key: str, form: re.Pattern[str], meaning: str) -> str:
        value = self._text(key)
        if value and not form.fullmatch(value):
            raise self._refuse(key, f'{key} must be {meaning}, not "{value}"')
        return value

    def _messages(self) -> dict[str, str]:
        table = self._values.get("message", {})
        if not isinstance(table, dict):
            raise self._refuse("message", "message must be a table of languages: [message]")
        messages: dict[str, str] = {}
        for language, value in table.items():
            if not _TAG.fullmatch(language):
                raise self._refuse(language, f'"{language}" is not the tag of a language, such as "en"')
            if not isinstance(value, str) or not tidy(value):
                raise self._refuse(language, f"the message in {language} must be text in quotes")
            messages[language] = tidy(value)
            count = len(messages[language].split())
            if count > MOST_WORDS:
                problem = f"the message in {language} has {count} words, and at most {MOST_WORDS} are allowed"
                raise self._refuse(language, problem)
        if not messages:
            raise self._refuse("message", "there is no message in any language")
        return messages
