"""Sums of money in words, in the interface's language. Knows no widget and no campaign's rules."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QLocale

from kiosk.core.campaign import Campaign
from kiosk.core.narration import comma
from kiosk.i18n import _, ngettext
from kiosk.i18n import language as interface_language


def amount_words(number: str, currency: str) -> str:
    """Return a sum in words: "2 US dollars".

    Args:
        number: a decimal number with a point, as a campaign names it.
        currency: ISO 4217 code; one that is not known here is shown as it is.
    """
    shown = _localised(number)
    count = _plural_count(number)
    words = {
        # Translators: a sum of money in dollars of the United States.
        "USD": lambda: ngettext("{amount} US dollar", "{amount} US dollars", count),
        # Translators: a sum of money.
        "EUR": lambda: ngettext("{amount} euro", "{amount} euros", count),
        # Translators: a sum of money in pounds of the United Kingdom.
        "GBP": lambda: ngettext("{amount} British pound", "{amount} British pounds", count),
        # Translators: a sum of money in roubles of Russia.
        "RUB": lambda: ngettext("{amount} Russian rouble", "{amount} Russian roubles", count),
        # Translators: a sum of money in lira of Turkey.
        "TRY": lambda: ngettext("{amount} Turkish lira", "{amount} Turkish lira", count),
        # Translators: a sum of money in hryvnias of Ukraine.
        "UAH": lambda: ngettext("{amount} Ukrainian hryvnia", "{amount} Ukrainian hryvnias", count),
    }
    known = words.get(currency.upper())
    return known().format(amount=shown) if known is not None else f"{shown} {currency.upper()}".strip()


def suggestions(campaign: Campaign) -> list[str]:
    """Return all that a campaign suggests, as short phrases: the smallest gift, then some for each interval."""
    smallest = suggested_amount(campaign)
    some = [
        _examples(interval, campaign.amounts[interval], campaign.currency)
        for interval in ("month", "year", "once")
        if interval in campaign.amounts
    ]
    return [*([smallest] if smallest else []), *some]


def _examples(interval: str, numbers: Sequence[str], currency: str) -> str:
    last = amount_words(numbers[-1], currency)
    if len(numbers) > 1:
        before = comma(interface_language()).join(_localised(number) for number in numbers[:-1])
        # Translators: several sums of which somebody may choose one; {amounts} is like "5, 10", {last} like
        # "20 US dollars".
        last = _("{amounts} or {last}").format(amounts=before, last=last)
    if interval == "month":
        # Translators: gifts that are suggested; {amount} is like "5, 10 or 20 US dollars".
        return _("For example {amount} a month").format(amount=last)
    if interval == "year":
        # Translators: gifts that are suggested; {amount} is like "50 or 100 US dollars".
        return _("For example {amount} a year").format(amount=last)
    # Translators: single gifts that are suggested; {amount} is like "20 or 50 US dollars".
    return _("For example {amount}, once").format(amount=last)


def suggested_amount(campaign: Campaign) -> str:
    """Return what a campaign suggests, as a short phrase; empty when it names no sum."""
    if not campaign.minimum:
        return ""
    amount = amount_words(campaign.minimum, campaign.currency)
    if campaign.interval == "month":
        # Translators: the smallest regular gift that is suggested; {amount} is like "2 US dollars".
        return _("From {amount} a month").format(amount=amount)
    if campaign.interval == "year":
        # Translators: the smallest regular gift that is suggested; {amount} is like "20 US dollars".
        return _("From {amount} a year").format(amount=amount)
    if campaign.interval == "once":
        # Translators: the smallest single gift that is suggested; {amount} is like "5 US dollars".
        return _("From {amount}, once").format(amount=amount)
    # Translators: the smallest gift that is suggested; {amount} is like "5 US dollars".
    return _("From {amount}").format(amount=amount)


def _localised(number: str) -> str:
    point = QLocale(interface_language()).decimalPoint()
    # Digits stay as the address and the web page show them, so that what is heard can be found again.
    return number.replace(".", point) if point == "," else number


def _plural_count(number: str) -> int:
    try:
        value = Decimal(number)
    except InvalidOperation:
        return 2
    # Broken numbers take the form of two: "2.5 dollars", in Russian "2,5 доллара".
    return int(value) if value == value.to_integral_value() else 2
