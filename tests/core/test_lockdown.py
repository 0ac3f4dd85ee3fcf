"""What a public kiosk lets through: an allow list of keys, and no more of them than a hand can press."""

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.key_presets import DELETE, ENTER, INSERT, SPACE, ZERO
from kiosk.core.lockdown import (
    AT_ONCE,
    BACKSPACE,
    F1,
    GAP_MS,
    MEANT,
    MEANT_ON_PAD,
    MEDIA,
    MENU,
    SCHEMES,
    TAB,
    Flood,
    Strike,
    is_refused,
    passes,
)

STRIKES = st.builds(
    Strike, st.integers(0, 0x01FFFFFF), st.text(max_size=2), st.booleans(), st.booleans(), st.booleans()
)
LAUNCHERS = range(0x01000087, 0x01000160)
PRINT, PAUSE, SLEEP, POWER = 0x01000009, 0x01000008, 0x01020004, 0x0100010B


@given(STRIKES, st.booleans())
def test_no_chord_passes_whatever_key_it_is(strike: Strike, is_writing: bool) -> None:
    chord = strike._replace(has_others=True)
    assert is_refused(chord)
    assert not passes(chord, is_writing)


@given(STRIKES, st.booleans())
def test_what_is_refused_never_passes(strike: Strike, is_writing: bool) -> None:
    assert not (is_refused(strike) and passes(strike, is_writing))


@given(STRIKES)
def test_who_writes_can_do_whatever_others_can(strike: Strike) -> None:
    assert passes(strike, is_writing=True) or not passes(strike, is_writing=False)


@pytest.mark.conforms("B-18")
def test_a_key_that_starts_something_passes_nowhere() -> None:
    for code in (*LAUNCHERS, PRINT, PAUSE, SLEEP, POWER):
        for is_writing in (False, True):
            assert not passes(Strike(code), is_writing), hex(code)
            assert not passes(Strike(code, has_shift=True), is_writing), hex(code)


def test_letters_and_signs_pass_only_to_a_line_to_write_on() -> None:
    for letter in (*string.ascii_letters, "ж", "ğ", "ب", "é", "!"):
        strike = Strike(ord(letter.upper()), letter, has_shift=letter.isupper())
        assert passes(strike, is_writing=True)
        assert not passes(strike, is_writing=False)


def test_what_writes_no_letter_is_not_writing() -> None:
    for text in ("", "\x00", "\x1b", "\x7f", "\u200f", "\ue000"):
        assert not passes(Strike(0x41, text), is_writing=True)


def test_what_the_program_has_a_use_for_passes_everywhere() -> None:
    for code in MEANT:
        assert passes(Strike(code), is_writing=False)
        assert passes(Strike(code), is_writing=True)
        assert passes(Strike(code, is_on_pad=True), is_writing=False)


def test_the_number_pad_has_its_digits_and_the_other_digits_are_letters() -> None:
    assert {ZERO, ENTER} <= MEANT_ON_PAD
    assert passes(Strike(ZERO, "0", is_on_pad=True), is_writing=False)
    assert not passes(Strike(ZERO, "0"), is_writing=False)


def test_shift_alone_is_no_chord_but_where_it_cuts_pastes_or_opens() -> None:
    for code in (SPACE, TAB, BACKSPACE, F1, *MEDIA):
        assert passes(Strike(code, has_shift=True), is_writing=False)
    for code in (DELETE, INSERT, MENU, F1 + 9):
        assert is_refused(Strike(code, has_shift=True))
        assert not is_refused(Strike(code))


def test_no_address_is_named_twice_and_those_of_the_list_are_there() -> None:
    named = "about data javascript mailto tel ftp telnet news view-source shell ms-settings calculator smb"
    assert {*named.split(), "x-apple.systempreferences", "http", "https", "file"} <= set(SCHEMES)
    assert len(SCHEMES) == len(set(SCHEMES))


# -- floods -------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("B-20")
@settings(max_examples=50)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=120))
def test_never_more_than_a_hand_can_press(gaps_ms: list[int]) -> None:
    flood, now_ms = Flood(), 10_000
    counted: list[int] = []
    for gap_ms in gaps_ms:
        now_ms += gap_ms
        if flood.counts(now_ms):
            counted.append(now_ms)
    for first, begun_ms in enumerate(counted):
        for last in range(first, len(counted)):
            most = AT_ONCE + (counted[last] - begun_ms) // GAP_MS
            assert last - first + 1 <= most


@pytest.mark.conforms("B-20")
def test_two_hundred_strikes_a_second_are_as_many_as_a_hand_can_press() -> None:
    flood = Flood()
    counted = sum(flood.counts(1_000 + 5 * number) for number in range(200 * 60))
    assert counted == AT_ONCE + (60_000 - 1) // GAP_MS


@given(st.lists(st.integers(GAP_MS, 5_000), min_size=1))
def test_nobody_who_presses_as_hands_do_loses_a_strike(gaps_ms: list[int]) -> None:
    flood, now_ms = Flood(), 0
    for gap_ms in gaps_ms:
        now_ms += gap_ms
        assert flood.counts(now_ms)


@given(st.lists(st.integers(0, 10**9), min_size=2))
def test_a_clock_that_leaps_makes_no_key_useless(moments_ms: list[int]) -> None:
    flood = Flood()
    for before_ms, at_ms in pairwise(moments_ms):
        flood.counts(before_ms)
        # Once in a second at the most: then it counts, wherever the clock has leapt to.
        assert flood.counts(at_ms) or flood.counts(at_ms + 1_000)
