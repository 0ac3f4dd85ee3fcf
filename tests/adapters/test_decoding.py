"""Bytes to clean text: what is refused and where, and what is made of the rest."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.formats import decoding
from kiosk.adapters.formats.decoding import LARGEST_FILE, LONGEST_LINE, decode, tidy
from kiosk.core.errors import ContentError


def refused(data: bytes) -> ContentError:
    with pytest.raises(ContentError) as caught:
        decode(data, "a.txt")
    assert caught.value.source == "a.txt"
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("data", "place", "problem"),
    [
        (b"", "", "empty"),
        (b" \n\t\r\n", "", "white space"),
        ("\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\ufeff".encode(), "", "white space"),
        (b"one\ntwo \xff", "line 2, byte 8", "not UTF-8"),
        (b"\xef\xbb\xbfone\xff", "line 1, byte 6", "not UTF-8"),
        ("одно".encode("cp1251"), "line 1, byte 0", "not UTF-8"),
        ("one".encode("utf-16"), "line 1, byte 0", "UTF-16"),
        (b"a\nb\0c", "line 2, byte 3", "zero byte"),
        (b"a\n\x01\x02\x03" + b"b" * 50, "line 2, byte 2", "3 control characters"),
        (b"a\n" + b"b" * (LONGEST_LINE + 1), "line 2, byte 2", "longer than 1 MiB"),
        (b"a\r" + b"b" * (LONGEST_LINE + 1), "line 1, byte 2", "longer than 1 MiB"),
        (b"b" * 10_000_000, "line 1, byte 0", "longer than 1 MiB"),
        (b"a\n" * (LARGEST_FILE // 2 + 1), "", "too large"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, place: str, problem: str) -> None:
    error = refused(data)
    assert error.place == place
    assert problem in error.problem


def test_a_line_of_just_the_longest_length_is_read() -> None:
    assert len(decode(b"a" * LONGEST_LINE + b"\n" + b"b" * LONGEST_LINE, "a.txt")) == 2 * LONGEST_LINE + 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("\ufeffone\r\ntwo\rthree\u2028four\x0cfive", "one\ntwo\nthree\nfour\nfive"),
        ("co\xadoperate\u200b\u2060d", "cooperated"),
        ("a\xa0b\u202fc\u3000d", "a b c d"),
        ("e\u0301", "é"),
        ("a\u200fb\u200ec\u200dd\u200ce", "a\u200fb\u200ec\u200dd\u200ce"),
        ("ok" * 200 + "\x08\x85x\x9bx\x7f", "ok" * 200 + "\nxx"),
    ],
)
def test_text_is_cleaned(written: str, expected: str) -> None:
    assert decode(written.encode(), "a.txt") == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ContentError:
        return
    assert text.strip()
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in text)
    assert decode(text.encode(), "a.txt") == text


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_visible_characters_stay(text: str) -> None:
    def visible(written: str) -> list[str]:
        # Letters and accents apart, in no order: what stands between them may go, and then they meet.
        return sorted(
            sign
            for sign in unicodedata.normalize("NFD", written)
            if not sign.isspace() and unicodedata.category(sign) != "Cc" and sign not in "\xad\u200b\u2060\ufeff"
        )

    try:
        decoded = decode(text.encode(), "a.txt")
    except ContentError:
        return
    assert visible(decoded) == visible(text)


@given(st.text())
def test_tidy_makes_one_line_of_any_string(text: str) -> None:
    line = tidy(text)
    assert line == " ".join(line.split())
    assert tidy(line) == line


def test_tidy_takes_out_what_cannot_be_printed() -> None:
    assert tidy("a\ud800b\n\x00c") == "a?b c"


def test_a_large_binary_file_is_refused_quickly() -> None:
    data = b"\x89PNG" + bytes(LARGEST_FILE - 4)
    started = time.perf_counter()
    refused(data)
    assert time.perf_counter() - started < 0.5


@pytest.mark.conforms("B-56")
def test_limits_are_what_the_manual_says() -> None:
    assert (decoding.LARGEST_FILE, decoding.LONGEST_LINE) == (20 * 1024 * 1024, 1024 * 1024)
