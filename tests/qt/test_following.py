"""Where the page goes for the spoken line: rules on numbers."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.qt.views.following import Following, LinePlace, shift_to_upper_third

VIEWS = st.integers(100, 3000)
LINES = st.builds(LinePlace, st.integers(-5000, 5000), st.integers(20, 900))


@given(LINES, VIEWS)
def test_after_the_shift_the_line_stands_in_the_upper_third(line: LinePlace, view_height: int) -> None:
    top = line.top - shift_to_upper_third(line, view_height)
    middle = top + line.height / 2
    if line.height > view_height:
        assert abs(middle - view_height / 2) <= 1
    else:
        assert top >= 0
        assert top + line.height <= view_height
        assert middle <= max(view_height / 3, line.height / 2) + 1


@given(LINES, VIEWS)
def test_a_line_at_rest_does_not_move_again(line: LinePlace, view_height: int) -> None:
    there = LinePlace(line.top - shift_to_upper_third(line, view_height), line.height)
    assert shift_to_upper_third(there, view_height) == 0


@given(st.integers(20, 900), VIEWS, st.integers(1, 60))
def test_while_lines_go_down_the_page_never_goes_back(height: int, view_height: int, lines: int) -> None:
    following, scrolled = Following(), 0
    before: LinePlace | None = None
    for number in range(lines):
        line = LinePlace(number * height - scrolled, height)
        shift = following.shift(before, line, view_height)
        # The first line of all may stand in the middle of a view that is lower than it.
        assert shift >= 0 or (number == 0 and height > view_height)
        scrolled += shift
        before = LinePlace(line.top - shift, height)


def test_after_a_hand_has_scrolled_away_the_page_stays() -> None:
    following = Following()
    following.hold()
    for top in (900, 960, 1020):
        assert following.shift(LinePlace(top - 60, 60), LinePlace(top, 60), 600) == 0
    assert following.is_held


def test_a_line_that_comes_into_view_is_not_moved_but_then_followed_out_of_it() -> None:
    following = Following()
    following.hold()
    assert following.shift(LinePlace(-90, 60), LinePlace(-40, 60), 600) == 0
    assert following.shift(LinePlace(-40, 60), LinePlace(480, 60), 600) == 0
    assert following.shift(LinePlace(480, 60), LinePlace(540, 60), 600) == 0
    assert following.shift(LinePlace(540, 60), LinePlace(600, 60), 600) > 0
    assert not following.is_held


def test_resuming_follows_at_once() -> None:
    following = Following()
    following.hold()
    following.resume()
    assert following.shift(None, LinePlace(2000, 60), 600) > 0
