"""When lighting each word would flash: by the numbers of WCAG 2.3.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.flashing import FIELD_HEIGHT, FIELD_WIDTH, LARGE_SHARE, flashes_word_by_word
from kiosk.core.settings import FASTEST_WPM, LARGEST_PT, SLOWEST_WPM, SMALLEST_PT

WIDTHS = st.integers(200, 2000)
RATES = st.integers(SLOWEST_WPM, FASTEST_WPM)
EMS = st.integers(SMALLEST_PT * 96 // 72, LARGEST_PT * 96 // 72)


@pytest.mark.conforms("FP-9", "SW-24")
def test_what_is_large_is_what_the_guidelines_say() -> None:
    assert round(FIELD_WIDTH * FIELD_HEIGHT * LARGE_SHARE) == 21_824


@pytest.mark.conforms("FP-9", "SW-24")
@pytest.mark.parametrize(
    ("words_per_minute", "em", "line_width", "flashes"),
    [
        # A word a line: as many flashes as words.
        (180, 160, 400, False),
        (190, 160, 400, True),
        # Two words a line: half as many.
        (360, 160, 1100, False),
        (370, 160, 1100, True),
        (500, 43, 900, False),
        # Small type in a narrow column: few words a line, but a small place.
        (500, 37, 200, False),
    ],
)
def test_lines_a_second_and_their_size_decide(
    words_per_minute: int, em: int, line_width: int, flashes: bool
) -> None:
    assert flashes_word_by_word(words_per_minute, em, line_width) is flashes


@given(RATES, EMS, WIDTHS)
def test_no_more_than_three_words_a_second_never_flash_and_faster_is_never_safer(
    rate: int, em: int, width: int
) -> None:
    assert not flashes_word_by_word(min(rate, 180), em, width)
    assert flashes_word_by_word(rate, em, width) <= flashes_word_by_word(rate + 40, em, width)
