"""What is kept of a PIN."""

import pytest

from kiosk.adapters.pin_hash import PinHash

PIN = "274961"


@pytest.fixture(scope="module")
def kept() -> str:
    return PinHash().hashed(PIN)


def test_it_knows_the_pin_again_and_no_other(kept: str) -> None:
    assert PinHash().is_same(PIN, kept)
    assert not PinHash().is_same("274962", kept)
    assert not PinHash().is_same("", kept)


def test_the_same_pin_is_kept_differently_each_time(kept: str) -> None:
    other = PinHash().hashed(PIN)
    assert other != kept
    assert PIN not in other
    assert PinHash().is_same(PIN, other)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "274961",
        "unreadable",
        "scrypt$32768$8$1$$00",
        "scrypt$1073741824$8$1$00$" + "0" * 64,
        "scrypt$32767$8$1$00$" + "0" * 64,
        "scrypt$-2$8$1$00$" + "0" * 64,
        "scrypt$x$8$1$00$" + "0" * 64,
        "md5$32768$8$1$00$" + "0" * 64,
    ],
)
def test_what_somebody_wrote_into_the_file_opens_nothing(kept: str) -> None:
    assert not PinHash().is_readable(kept)
    assert not PinHash().is_same(PIN, kept)
