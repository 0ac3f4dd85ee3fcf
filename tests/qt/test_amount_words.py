"""Sums of money in words: known currencies by name, the number's own form, every language's plural."""

import pytest

from kiosk import i18n
from kiosk.core.campaign import Campaign
from kiosk.qt.amount_words import amount_words, suggested_amount
from tests.qt.looking import MarkedTranslations


@pytest.mark.parametrize(
    ("number", "currency", "words"),
    [
        ("1", "USD", "1 US dollar"),
        ("2", "USD", "2 US dollars"),
        ("2.50", "EUR", "2.50 euros"),
        ("1.0", "EUR", "1.0 euro"),
        ("5", "GBP", "5 British pounds"),
        ("100", "RUB", "100 Russian roubles"),
        ("1", "TRY", "1 Turkish lira"),
        ("40", "uah", "40 Ukrainian hryvnias"),
        ("3", "CHF", "3 CHF"),
        ("3", "", "3"),
        ("a few", "USD", "a few US dollars"),
    ],
)
def test_a_sum_is_told_in_words(number: str, currency: str, words: str) -> None:
    assert amount_words(number, currency) == words


@pytest.mark.parametrize(
    ("minimum", "interval", "words"),
    [
        ("2", "month", "From 2 US dollars a month"),
        ("20", "year", "From 20 US dollars a year"),
        ("5", "once", "From 5 US dollars, once"),
        ("5", "", "From 5 US dollars"),
        ("", "month", ""),
    ],
)
def test_a_suggestion_is_a_phrase(minimum: str, interval: str, words: str) -> None:
    campaign = Campaign("x", "X", {"en": "Hello."}, "x.example", minimum, "USD", interval)
    assert suggested_amount(campaign) == words


def test_the_decimal_sign_follows_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_language", "ru")
    assert amount_words("2.50", "CHF") == "2,50 CHF"


@pytest.mark.parametrize("currency", ["USD", "EUR", "GBP", "RUB", "TRY", "UAH"])
def test_the_words_are_translated(monkeypatch: pytest.MonkeyPatch, currency: str) -> None:
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    assert amount_words("2", currency).startswith("«2 ")
