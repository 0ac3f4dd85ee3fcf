"""A publisher's campaign, as a TOML file. Knows nothing of when it is shown.

The file is written by an operator, so every mistake is named with its line.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from kiosk.adapters.formats.decoding import decode, tidy
from kiosk.core.bank_transfer import BankTransfer, compact, transfer_problem
from kiosk.core.campaign import HOME, INTERVALS, Campaign
from kiosk.core.errors import ContentError
from kiosk.core.station import Site

MOST_WORDS = 40
"""Words of a message: more is not heard to its end, and does not fit a screen in large type."""
MOST_MORE_WORDS = 200
"""Words of what is told besides, to whoever asks for it."""
MOST_AMOUNTS = 6
"""Suggestions for one interval: more cannot be kept in mind."""

_KEYS = ("id", "publisher", "address", "minimum", "currency", "interval", "starts", "ends", "places")
_TABLES = ("message", "more", "amounts", "bank")
_BANK_KEYS = ("name", "iban", "bic", "remittance")
_PLACES = (HOME, *Site)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+\S*")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?")
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
        for key in self._values:
            if key not in (*_KEYS, *_TABLES):
                raise self._refuse(key, f"there is no {key} in a campaign; there are {', '.join(_KEYS + _TABLES)}")
        minimum = self._optional("minimum", _AMOUNT, 'a number such as "2" or "2.50"')
        currency = self._optional("currency", _CURRENCY, 'a code of three letters such as "USD"')
        interval = self._text("interval")
        if interval and interval not in INTERVALS:
            raise self._refuse("interval", f'interval must be "once", "month" or "year", not "{interval}"')
        if minimum and not currency:
            raise self._refuse("minimum", "minimum needs a currency beside it")
        address = self._required("address")
        # A sign that turns the direction of letters makes another address of what is read and spelled.
        if len(address) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(address) or not address.isprintable():
            raise self._refuse("address", f'address must be a web address such as "https://...", not "{address}"')
        message = self._texts("message", "the message", MOST_WORDS)
        if not message:
            raise self._refuse("message", "there is no message in any language")
        starts, ends = self._day("starts"), self._day("ends")
        if starts is not None and ends is not None and ends < starts:
            raise self._refuse("ends", f"ends on {ends}, before it starts on {starts}")
        return Campaign(
            id=self._required("id"),
            publisher=self._required("publisher"),
            message=message,
            address=address,
            minimum=minimum,
            currency=currency,
            interval=interval,
            amounts=self._amounts(currency),
            more=self._more(message),
            bank=self._bank(),
            starts=starts,
            ends=ends,
            places=self._places(),
        )

    # -- values -------------------------------------------------------------------------------------------------

    def _refuse(self, key: str, problem: str, table: str = "") -> ContentError:
        line = _line_of(key, table, self._lines)
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

    def _day(self, key: str) -> date | None:
        value = self._values.get(key)
        # A moment is a day too, and would bring a time zone with it.
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self._refuse(key, f"{key} must be a day such as 2026-12-31, without quotes")
        return value

    def _places(self) -> tuple[str, ...]:
        value = self._values.get("places", [])
        if not isinstance(value, list):
            raise self._refuse("places", 'places must be a list such as ["home", "library"]')
        for place in value:
            if place not in _PLACES:
                raise self._refuse("places", f'"{place}" is no place; there are {", ".join(_PLACES)}')
        return tuple(value)

    # -- tables -------------------------------------------------------------------------------------------------

    def _table(self, name: str, content: str) -> Mapping[str, object]:
        table = self._values.get(name, {})
        if not isinstance(table, dict):
            raise self._refuse(name, f"{name} must be a table of {content}: [{name}]")
        return table

    def _texts(self, name: str, called: str, most_words: int) -> dict[str, str]:
        """Read a table of languages; texts are tidied."""
        texts: dict[str, str] = {}
        for language, value in self._table(name, "languages").items():
            if not _TAG.fullmatch(language):
                raise self._refuse(language, f'"{language}" is not the tag of a language, such as "en"', name)
            if not isinstance(value, str) or not tidy(value):
                raise self._refuse(language, f"{called} in {language} must be text in quotes", name)
            texts[language] = tidy(value)
            count = len(texts[language].split())
            if count > most_words:
                problem = f"{called} in {language} has {count} words, and at most {most_words} are allowed"
                raise self._refuse(language, problem, name)
        return texts

    def _more(self, message: Mapping[str, str]) -> dict[str, str]:
        more = self._texts("more", "more", MOST_MORE_WORDS)
        for language in more:
            if language not in message:
                raise self._refuse(language, f"there is more in {language}, and no message", "more")
        return more

    def _amounts(self, currency: str) -> dict[str, tuple[str, ...]]:
        amounts: dict[str, tuple[str, ...]] = {}
        for interval, values in self._table("amounts", "intervals").items():
            if interval not in INTERVALS:
                problem = f'an interval of amounts must be "once", "month" or "year", not "{interval}"'
                raise self._refuse(interval, problem, "amounts")
            if not isinstance(values, list) or not 0 < len(values) <= MOST_AMOUNTS:
                problem = f'{interval} must be a list of 1 to {MOST_AMOUNTS} amounts such as ["5", "10"]'
                raise self._refuse(interval, problem, "amounts")
            for value in values:
                if not isinstance(value, str) or not _AMOUNT.fullmatch(value) or not float(value):
                    problem = f'an amount must be a number in quotes such as "5" or "2.50", not {value!r}'
                    raise self._refuse(interval, problem, "amounts")
            amounts[interval] = tuple(values)
        if amounts and not currency:
            raise self._refuse("amounts", "amounts need a currency")
        return amounts

    def _bank(self) -> BankTransfer | None:
        table = self._table("bank", "name, iban, bic and remittance")
        if not table:
            return None
        for key, value in table.items():
            if key not in _BANK_KEYS:
                raise self._refuse(key, f"there is no {key} in bank; there are {', '.join(_BANK_KEYS)}", "bank")
            if not isinstance(value, str):
                raise self._refuse(key, f"{key} must be text in quotes", "bank")
        name, iban, bic, remittance = (str(table.get(key, "")).strip() for key in _BANK_KEYS)
        transfer = BankTransfer(name, compact(iban), compact(bic), remittance)
        part, problem = transfer_problem(transfer)
        if part:
            raise self._refuse(part, f"{part} {problem}", "bank")
        return transfer


def _line_of(key: str, table: str, lines: list[str]) -> int:
    """Return the number of the line in which a key stands, else that of its table; 0 when there is neither."""
    starts = re.compile(rf"\s*\[?\s*(?:{re.escape(table)}\.)?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    heading = re.compile(rf"\s*\[\s*{re.escape(table)}\s*\]|\s*{re.escape(table)}\s*=")
    first = next((number for number, text in enumerate(lines, 1) if table and heading.match(text)), 0)
    found = next((number for number, text in enumerate(lines, 1) if number > first and starts.match(text)), 0)
    return found or first
