"""Words in time: frames and milliseconds, and what is wrong with marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.text import TextSpan
from kiosk.core.timeline import SAMPLE_RATE_HZ, WordMark, frames_to_ms, ms_to_frames, problems


def mark(place: int, start: int, end: int) -> WordMark:
    return WordMark(TextSpan(place, place + 2), start, end)


MARKS = (mark(0, 100, 200), mark(3, 200, 300), mark(6, 400, 500))


@given(frames=st.integers(0, 10**9))
def test_frames_survive_the_way_to_milliseconds_and_back(frames: int) -> None:
    assert ms_to_frames(frames_to_ms(frames)) == frames


def test_a_second_is_24000_frames() -> None:
    assert (SAMPLE_RATE_HZ, ms_to_frames(1000), frames_to_ms(12)) == (24_000, 24_000, 0.5)


def test_sound_marks_have_no_problems() -> None:
    assert problems(MARKS, 500) == problems((), 0) == []


@pytest.mark.parametrize(
    ("marks", "frame_count", "part"),
    [
        (MARKS, 499, "outside"),
        ((mark(0, -1, 5),), 10, "outside"),
        ((mark(0, 6, 5),), 10, "outside"),
        ((mark(0, 5, 6), mark(3, 4, 6)), 10, "starts before"),
        ((mark(0, 1, 2), mark(1, 3, 4)), 10, "overlaps"),
        ((mark(3, 1, 2), mark(0, 3, 4)), 10, "overlaps"),
    ],
)
def test_every_kind_of_problem_is_named(marks: tuple[WordMark, ...], frame_count: int, part: str) -> None:
    found = problems(marks, frame_count)
    assert len(found) == 1
    assert part in found[0]
