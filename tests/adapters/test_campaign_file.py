"""Campaign files: what is read, which line is blamed, and the campaign that ships."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.campaign_file import MOST_WORDS, parse_campaign
from kiosk.core.donation import Campaign
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
        ("[message]\n", "message = 3\n[other]\n", "line 8", "message must be a table"),
        ('id = "c"', "id = ", "line 1", "not TOML"),
        ('"Se quiser."', '"Se quiser.', "line 10", "not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, place: str, problem: str) -> None:
    assert old in GOOD
    error = refused(GOOD.replace(old, new, 1))
    assert error.place == place
    assert problem in error.problem


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
    for message in campaign.message.values():
        assert 10 <= len(message.split()) <= MOST_WORDS
        assert "!" not in message
        assert campaign.publisher in message
