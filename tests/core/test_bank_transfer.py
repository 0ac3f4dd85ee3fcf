"""Bank transfers: accounts that may be right, and the text that banking programs read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.bank_transfer import (
    BankTransfer,
    bic_problem,
    compact,
    iban_problem,
    payment_text,
    transfer_problem,
)

# The examples of the registry of ISO 13616.
EXAMPLES = (
    "GB29NWBK60161331926819",
    "DE89370400440532013000",
    "FR1420041010050500013M02606",
    "NO9386011117947",
    "MT84MALT011000012345MTLCAST001S",
    "UA213223130000026007233566001",
    "TR330006100519786457841326",
)
GERMAN = BankTransfer("The Daily Example", "DE44123456780000000000", "", "Aloud")


@pytest.mark.parametrize("iban", EXAMPLES)
def test_accounts_of_the_registry_are_right(iban: str) -> None:
    assert iban_problem(iban) == ""


@given(st.sampled_from(EXAMPLES), st.integers(4, 14), st.sampled_from("0123456789"))
def test_a_wrong_digit_is_noticed(iban: str, place: int, digit: str) -> None:
    changed = iban[:place] + digit + iban[place + 1 :]
    assert (iban_problem(changed) == "") == (changed == iban)


@given(st.sampled_from(EXAMPLES), st.integers(5, 13))
def test_two_digits_that_were_swapped_are_noticed(iban: str, place: int) -> None:
    changed = iban[:place] + iban[place + 1] + iban[place] + iban[place + 2 :]
    assert (iban_problem(changed) == "") == (changed == iban)


@pytest.mark.parametrize("iban", ["", "DE", "12345678901234567", "DE8937040044053201300", "DE89 3704 0044"])
def test_what_is_no_account_is_refused(iban: str) -> None:
    assert iban_problem(iban)


@pytest.mark.parametrize(
    ("bic", "is_right"), [("", True), ("BFSWDE33", True), ("BFSWDE33XXX", True), ("BFSW", False)]
)
def test_the_code_of_a_bank(bic: str, is_right: bool) -> None:
    assert (bic_problem(bic) == "") == is_right


def test_people_write_blanks_and_small_letters() -> None:
    assert compact(" de44 1234\u00a05678 ") == "DE4412345678"


def test_the_text_has_the_lines_of_the_guideline_and_no_amount() -> None:
    assert payment_text(GERMAN).split("\n") == [
        *("BCD", "002", "1", "SCT", "", "The Daily Example", "DE44123456780000000000"),
        *("", "", "", "Aloud"),
    ]
    bare = payment_text(BankTransfer("P", GERMAN.iban, "BFSWDE33BER"))
    assert bare.split("\n") == ["BCD", "002", "1", "SCT", "BFSWDE33BER", "P", GERMAN.iban]


@pytest.mark.parametrize(
    ("transfer", "part"),
    [
        (GERMAN, ""),
        (GERMAN._replace(name=""), "name"),
        (GERMAN._replace(name="x" * 71), "name"),
        (GERMAN._replace(name="one\ntwo"), "name"),
        (GERMAN._replace(iban="DE00"), "iban"),
        (GERMAN._replace(bic="x"), "bic"),
        (GERMAN._replace(remittance="x" * 141), "remittance"),
        # Each letter takes three bytes.
        (GERMAN._replace(name="€" * 70, remittance="€" * 50), "remittance"),
    ],
)
def test_the_part_that_cannot_be_used_is_named(transfer: BankTransfer, part: str) -> None:
    found, problem = transfer_problem(transfer)
    assert found == part
    assert bool(problem) == bool(part)


def test_an_account_is_told_in_groups_of_four() -> None:
    assert GERMAN.iban_groups == ("DE44", "1234", "5678", "0000", "0000", "00")
