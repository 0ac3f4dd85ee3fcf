"""Campaign files: what is read, which line is blamed, and the campaign that ships."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.campaign_file import MOST_MORE_WORDS, MOST_WORDS, parse_campaign
from kiosk.core.bank_transfer import BankTransfer
from kiosk.core.campaign import Campaign
from kiosk.core.errors import ContentError
from kiosk.i18n import LANGUAGES

SHIPPED = Path(__file__).parents[2] / "content" / "campaign.toml"
GOOD = """id = "c"
publisher = "P"
address = "https://give.example.org/p"
minimum = "2"
currency = "USD"
interval = "month"

[message]
en = "Give if you like."
"pt-BR" = "Se quiser."
"""


def refused(text: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        parse_campaign(text.encode(), "campaign.toml")
    assert caught.value.source == "campaign.toml"
    return caught.value


def test_a_campaign_is_read() -> None:
    assert parse_campaign(GOOD.encode(), "campaign.toml") == Campaign(
        id="c",
        publisher="P",
        message={"en": "Give if you like.", "pt-BR": "Se quiser."},
        address="https://give.example.org/p",
        minimum="2",
        currency="USD",
        interval="month",
    )


def test_sum_and_interval_may_be_left_out() -> None:
    lines = [line for line in GOOD.split("\n") if not line.startswith(("minimum", "currency", "interval"))]
    found = parse_campaign("\n".join(lines).encode(), "c.toml")
    assert (found.minimum, found.currency, found.interval) == ("", "", "")


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('id = "c"\n', "", "", "id is missing"),
        ('publisher = "P"', 'publisher = " "', "line 2", "publisher is missing"),
        ('publisher = "P"', "publisher = 3", "line 2", "publisher must be text in quotes"),
        ("https://give.example.org/p", "give", "line 3", "address must be a web address"),
        ("https://give.example.org/p", "javascript:alert(1)", "line 3", "address must be a web address"),
        ('minimum = "2"', 'minimum = "two"', "line 4", 'minimum must be a number such as "2"'),
        ('minimum = "2"', "minimum = 2", "line 4", "minimum must be text in quotes"),
        ('currency = "USD"\n', "", "line 4", "minimum needs a currency"),
        ('"USD"', '"dollars"', "line 5", "currency must be a code"),
        ('"month"', '"week"', "line 6", "interval must be"),
        ('"Give if you like."', "3", "line 9", "the message in en must be text"),
        ("Give if you like.", "word " * (MOST_WORDS + 1), "line 9", f"has {MOST_WORDS + 1} words, and at most"),
        ("en =", "English =", "line 9", '"English" is not the tag of a language'),
        ('[message]\nen = "Give if you like."\n"pt-BR" = "Se quiser."\n', "", "", "no message in any language"),
        ("[message]\n", "message = 3\n[more]\n", "line 8", "message must be a table"),
        ('id = "c"', 'id = "c"\nname = "x"', "line 2", "there is no name in a campaign"),
        ('id = "c"', "id = ", "line 1", "not TOML"),
        ('"Se quiser."', '"Se quiser.', "line 10", "not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, place: str, problem: str) -> None:
    assert old in GOOD
    error = refused(GOOD.replace(old, new, 1))
    assert error.place == place
    assert problem in error.problem


WHOLE = (
    GOOD
    + """
[more]
en = "More  words."

[amounts]
month = ["5", "10"]
once = ["2.50"]

[bank]
name = "P"
iban = "de44 1234 5678 0000 0000 00"
remittance = "Aloud"
"""
)
WHEN = 'starts = 2026-01-01\nends = 2026-12-31\nplaces = ["home", "library"]\n'


def test_what_may_be_told_besides_is_read() -> None:
    found = parse_campaign((WHEN + WHOLE).encode(), "campaign.toml")
    assert found.more == {"en": "More words."}
    assert found.amounts == {"month": ("5", "10"), "once": ("2.50",)}
    assert found.bank == BankTransfer("P", "DE44123456780000000000", "", "Aloud")
    assert (found.starts, found.ends) == (date(2026, 1, 1), date(2026, 12, 31))
    assert found.places == ("home", "library")


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("2026-01-01", '"2026-01-01"', "line 1", "starts must be a day such as"),
        ("2026-12-31", "2026-12-31T10:00:00", "line 2", "ends must be a day such as"),
        ("2026-12-31", "2025-12-31", "line 2", "ends on 2025-12-31, before it starts on 2026-01-01"),
        ('["home", "library"]', '"home"', "line 3", "places must be a list"),
        ('"library"', '"moon"', "line 3", '"moon" is no place; there are home, library'),
        ('"library"', "[]", "line 3", "is no place"),
        ("[more]\nen", "[more]\nru", "line 16", "there is more in ru, and no message"),
        ('"More  words."', f'"{"word " * (MOST_MORE_WORDS + 1)}"', "line 16", "more in en has 201 words"),
        ('"More  words."', "7", "line 16", "more in en must be text"),
        ("month = [", "week = [", "line 19", 'an interval of amounts must be "once"'),
        ('["5", "10"]', "[]", "line 19", "month must be a list of 1 to 6 amounts"),
        ('["5", "10"]', '"5"', "line 19", "month must be a list of 1 to 6 amounts"),
        ('["2.50"]', "[2.5]", "line 20", "an amount must be a number in quotes"),
        ('["2.50"]', '["0"]', "line 20", "an amount must be a number in quotes"),
        ('minimum = "2"\ncurrency = "USD"\n', "", "line 16", "amounts need a currency"),
        ("1234 5678", "1234 5687", "line 24", "iban has a wrong checksum"),
        ("1234 5678", "1234", "line 24", "iban has 18 letters and digits; in DE an IBAN has 22"),
        ('name = "P"\n', "", "line 22", "name is missing"),
        ('remittance = "Aloud"', "remittance = 3", "line 25", "remittance must be text"),
        ('remittance = "Aloud"', f'remittance = "{"x" * 141}"', "line 25", "remittance has 141 letters"),
        ('remittance = "Aloud"', 'bic = "NOBANK"', "line 25", "bic is not a BIC"),
        ('remittance = "Aloud"', 'note = "x"', "line 25", "there is no note in bank"),
    ],
)
def test_a_mistake_in_what_is_told_besides_is_named_with_its_line(
    old: str, new: str, place: str, problem: str
) -> None:
    whole = WHEN + WHOLE
    assert old in whole
    error = refused(whole.replace(old, new, 1))
    assert problem in error.problem
    assert error.place == place


@given(st.binary(max_size=100) | st.text(alphabet='ab=[]"\n.1{}', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", GOOD.encode()):
        try:
            assert parse_campaign(start + data, "c.toml").message
        except ContentError as error:
            assert "\n" not in error.problem  # noqa: PT017


def test_the_campaign_that_ships_speaks_every_language_and_asks_gently() -> None:
    campaign = parse_campaign(SHIPPED.read_bytes(), SHIPPED.name)
    assert set(campaign.message) == set(LANGUAGES)
    assert campaign.address == "https://give.example.org/aloud"
    assert (campaign.minimum, campaign.currency, campaign.interval) == ("2", "USD", "month")
    assert set(campaign.more) == set(LANGUAGES)
    assert campaign.amounts
    assert campaign.bank is not None
    for message in campaign.message.values():
        assert 10 <= len(message.split()) <= MOST_WORDS
        assert "!" not in message
        assert campaign.publisher in message
