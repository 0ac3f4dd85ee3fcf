"""Bank transfers: an account that can be checked, and the text of the code that banking programs read.

Knows no campaign and draws nothing. Source: European Payments Council, EPC069-12, version 2.1; ISO 13616.
"""

import re
from typing import NamedTuple

LONGEST_NAME = 70
"""Code points of the name of an account's holder."""
LONGEST_REMITTANCE = 140
"""Code points of what is written on a transfer."""
MOST_BYTES = 331
"""Of the text of a code: more would need a larger one than banking programs read."""

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
# Letters and digits of an account in each country that takes part; a wrong length may pass the checksum.
_LENGTHS = {
    **dict.fromkeys(("NO",), 15),
    **dict.fromkeys(("BE",), 16),
    **dict.fromkeys(("DK", "FI", "NL", "FO", "GL"), 18),
    **dict.fromkeys(("MK", "SI"), 19),
    **dict.fromkeys(("AT", "EE", "LT", "LU", "XK"), 20),
    **dict.fromkeys(("CH", "HR", "LI", "LV"), 21),
    **dict.fromkeys(("BG", "DE", "GB", "IE", "ME", "RS", "VA"), 22),
    **dict.fromkeys(("GI", "IL"), 23),
    **dict.fromkeys(("AD", "CZ", "ES", "MD", "PK", "RO", "SE", "SK"), 24),
    **dict.fromkeys(("PT",), 25),
    **dict.fromkeys(("IS", "TR"), 26),
    **dict.fromkeys(("FR", "GR", "IT", "MC", "SM"), 27),
    **dict.fromkeys(("AL", "CY", "HU", "LB", "PL"), 28),
    **dict.fromkeys(("UA",), 29),
    **dict.fromkeys(("MT",), 31),
}


class BankTransfer(NamedTuple):
    """An account, and what is written on a transfer to it."""

    name: str
    """Whose account it is; at most 70 code points, on one line."""
    iban: str
    """The account, without blanks, in capitals; its checksum is right."""
    bic: str = ""
    """The bank, or empty: banks in Europe find it by the account."""
    remittance: str = ""
    """What is written on the transfer, or empty; at most 140 code points, on one line."""

    @property
    def iban_groups(self) -> tuple[str, ...]:
        """The account in groups of four, as it is printed and spelled."""
        return tuple(self.iban[start : start + 4] for start in range(0, len(self.iban), 4))


def compact(text: str) -> str:
    """Return an account or a bank's code without the blanks that people write in it, in capitals."""
    return "".join(text.split()).upper()


def iban_problem(iban: str) -> str:
    """Return what is wrong with an account, in plain English; empty when it may be right.

    Args:
        iban: without blanks, in capitals.
    """
    if not _IBAN.fullmatch(iban):
        return "is not an IBAN: two letters, two digits, then 11 to 30 letters and digits"
    length = _LENGTHS.get(iban[:2])
    if length is not None and len(iban) != length:
        return f"has {len(iban)} letters and digits; in {iban[:2]} an IBAN has {length}"
    rearranged = iban[4:] + iban[:4]
    if int("".join(str(int(letter, 36)) for letter in rearranged)) % 97 != 1:
        return "has a wrong checksum: a letter or digit is not what it should be"
    return ""


def bic_problem(bic: str) -> str:
    """Return what is wrong with a bank's code, in plain English; empty when it may be right, or is empty."""
    return "" if not bic or _BIC.fullmatch(bic) else "is not a BIC: 8 or 11 letters and digits"


def transfer_problem(transfer: BankTransfer) -> tuple[str, str]:
    """Return the part of a transfer that cannot be used and why, in plain English; two empty texts for none."""
    for part, text, longest in (
        ("name", transfer.name, LONGEST_NAME),
        ("remittance", transfer.remittance, LONGEST_REMITTANCE),
    ):
        if len(text) > longest:
            return part, f"has {len(text)} letters, and at most {longest} are allowed"
        if any(not letter.isprintable() for letter in text):
            return part, "must be one line of letters"
    if not transfer.name:
        return "name", "is missing"
    for part, problem in (("iban", iban_problem(transfer.iban)), ("bic", bic_problem(transfer.bic))):
        if problem:
            return part, problem
    count = len(payment_text(transfer).encode())
    if count > MOST_BYTES:
        return "remittance", f"makes a code of {count} bytes, and at most {MOST_BYTES} are allowed"
    return "", ""


def payment_text(transfer: BankTransfer) -> str:
    """Return the text of the code that banking programs read: where to, without an amount.

    The giver decides how much: an amount in the code would be a preselected one.
    """
    lines = ["BCD", "002", "1", "SCT", transfer.bic, transfer.name, transfer.iban, "", "", "", transfer.remittance]
    while not lines[-1]:
        lines.pop()
    return "\n".join(lines)
