"""Pauses: longer after more, shorter when faster, none at 0."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.pause import Boundary, pause_after
from kiosk.core.rate import Rate
from kiosk.core.settings import DEFAULT_WPM, FASTEST_WPM, SLOWEST_WPM

BY_LENGTH = (Boundary.CLAUSE, Boundary.SENTENCE, Boundary.LIST_ITEM, Boundary.PARAGRAPH, Boundary.HEADING)
RATES = st.integers(SLOWEST_WPM, FASTEST_WPM).map(Rate)


@given(rate=RATES, percent=st.integers(1, 300))
def test_what_ends_more_is_followed_by_a_longer_pause(rate: Rate, percent: int) -> None:
    for shorter, longer in pairwise(BY_LENGTH):
        assert timedelta(0) < pause_after(shorter, rate, percent) < pause_after(longer, rate, percent)


@pytest.mark.parametrize("boundary", Boundary)
@given(rate=RATES)
def test_0_percent_is_no_pause_at_all(boundary: Boundary, rate: Rate) -> None:
    assert pause_after(boundary, rate, 0) == timedelta(0)


@given(rate=RATES, percent=st.integers(0, 300))
def test_nothing_follows_the_end_of_an_article(rate: Rate, percent: int) -> None:
    assert pause_after(Boundary.ARTICLE, rate, percent) == timedelta(0)


@pytest.mark.parametrize("boundary", Boundary)
def test_pauses_scale_with_setting_and_rate(boundary: Boundary) -> None:
    plain = pause_after(boundary, Rate(DEFAULT_WPM))
    assert pause_after(boundary, Rate(DEFAULT_WPM), 300) == 3 * plain
    assert pause_after(boundary, Rate(DEFAULT_WPM * 2)) == plain / 2
    assert pause_after(boundary, Rate(DEFAULT_WPM // 2)) == 2 * plain
