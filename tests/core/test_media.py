"""What is told of a reading outside the window, and which presses are one press."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.locator import Locator
from kiosk.core.media import MediaKey, Playback, PlaybackStatus, PressFilter, Track, is_jump, playback_of
from kiosk.core.reading import Ended, Failed, Lost, Paused, Preparing, ReadingState, Speaking, Stopped
from kiosk.core.reading_events import Problem
from kiosk.core.text import TextSpan


def at(passage: int, start: int = 0) -> Locator:
    return Locator("a", passage, TextSpan(start, start + 3))


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (Preparing(1, at(0)), Playback.PLAYING),
        (Speaking(1, at(2)), Playback.PLAYING),
        (Paused(1, at(2), True), Playback.PAUSED),
        (Paused(1, at(0), False), Playback.PAUSED),
        (Stopped(1, at(0)), Playback.STOPPED),
        # Moved while paused, or opened where it was left: "play" goes on there.
        (Stopped(1, at(2)), Playback.PAUSED),
        (Stopped(1, at(0, 4)), Playback.PAUSED),
        (Lost(1, at(2)), Playback.PAUSED),
        (Ended(1, at(5)), Playback.STOPPED),
        (Failed(1, at(2), Problem.NO_SOUND), Playback.STOPPED),
    ],
)
def test_what_is_shown_of_a_state(state: ReadingState, shown: Playback) -> None:
    assert playback_of(state) is shown


@pytest.mark.parametrize(
    ("before", "after", "is_one"),
    [
        (Preparing(1, at(0)), Speaking(1, at(0)), False),
        (Speaking(1, at(0)), Speaking(1, at(0, 4)), False),
        (Speaking(1, at(0, 4)), Speaking(1, at(1)), False),
        (Speaking(1, at(0)), Paused(1, at(0), True), False),
        # The word that was reached just as the pause came.
        (Paused(1, at(0), True), Paused(1, at(0, 4), True), False),
        (Speaking(1, at(1)), Ended(1, at(1)), False),
        (Speaking(1, at(1)), Preparing(2, at(1)), False),
        (Speaking(1, at(1)), Preparing(2, at(2)), True),
        (Speaking(1, at(1)), Preparing(2, at(0)), True),
        (Paused(1, at(1), True), Stopped(1, at(2)), True),
        (Ended(1, at(1)), Preparing(2, at(0)), True),
        (Speaking(1, at(1)), Lost(1, at(1)), False),
        (Lost(1, at(1)), Preparing(2, at(1)), False),
        (Lost(1, at(1)), Lost(1, at(2)), True),
    ],
)
def test_a_jump_is_what_reading_on_does_not_do(before: ReadingState, after: ReadingState, is_one: bool) -> None:
    assert is_jump(before, after) is is_one


def test_without_a_length_nothing_can_be_sought() -> None:
    assert not PlaybackStatus().can_play
    assert not PlaybackStatus().can_seek
    assert PlaybackStatus(track=Track(1)).can_play
    assert not PlaybackStatus(track=Track(1)).can_seek
    assert PlaybackStatus(track=Track(1, length=timedelta(seconds=9))).can_seek


# -- one press told twice -----------------------------------------------------------------------------------------


def ms(number: int) -> timedelta:
    return timedelta(milliseconds=number)


def test_what_comes_by_both_ways_is_one_press() -> None:
    for first_way in (True, False):
        presses = PressFilter()
        assert presses.is_new(MediaKey.NEXT, first_way, ms(0))
        assert not presses.is_new(MediaKey.NEXT, not first_way, ms(30))


def test_a_key_reader_may_have_seen_the_reading_begin_or_end_meanwhile() -> None:
    for sent in (MediaKey.PLAY, MediaKey.PAUSE, MediaKey.PLAY_PAUSE):
        presses = PressFilter()
        assert presses.is_new(MediaKey.PLAY_PAUSE, True, ms(0))
        assert not presses.is_new(sent, False, ms(30))


def test_two_presses_are_two_presses() -> None:
    presses = PressFilter()
    assert presses.is_new(MediaKey.PLAY_PAUSE, True, ms(0))
    assert presses.is_new(MediaKey.PLAY_PAUSE, True, ms(120))
    assert presses.is_new(MediaKey.PLAY_PAUSE, False, ms(500))
    assert presses.is_new(MediaKey.NEXT, True, ms(510))


def test_the_echo_of_a_press_does_not_hide_the_next_one() -> None:
    presses = PressFilter()
    assert presses.is_new(MediaKey.PLAY_PAUSE, True, ms(0))
    assert not presses.is_new(MediaKey.PLAY_PAUSE, False, ms(20))
    assert presses.is_new(MediaKey.PLAY_PAUSE, True, ms(250))
    assert not presses.is_new(MediaKey.PLAY_PAUSE, False, ms(270))


@given(
    gaps_ms=st.lists(st.integers(301, 5000), min_size=1, max_size=20),
    echoes_ms=st.lists(st.integers(0, 300), min_size=20, max_size=20),
    is_window_first=st.booleans(),
)
def test_presses_with_echoes_are_counted_right(
    gaps_ms: list[int], echoes_ms: list[int], is_window_first: bool
) -> None:
    presses, moment_ms, count = PressFilter(), 0, 0
    for gap_ms, echo_ms in zip(gaps_ms, echoes_ms, strict=False):
        moment_ms += gap_ms
        echo_ms = min(echo_ms, gap_ms - 1)
        count += presses.is_new(MediaKey.PLAY_PAUSE, is_window_first, ms(moment_ms))
        count += presses.is_new(MediaKey.PLAY_PAUSE, not is_window_first, ms(moment_ms + echo_ms))
    assert count == len(gaps_ms)


@given(way=st.booleans(), moments_ms=st.lists(st.integers(0, 5000), max_size=20).map(sorted))
def test_one_way_alone_is_never_filtered(way: bool, moments_ms: list[int]) -> None:
    presses = PressFilter()
    assert all(presses.is_new(MediaKey.PLAY_PAUSE, way, ms(moment)) for moment in moments_ms)
