"""How an article is set: amounts by steps that never leave their range, values in a ring, sizes to try."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.appearance import (
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PARAGRAPH_SPACINGS,
    WORD_SPACINGS,
    Focus,
    Highlight,
    Motion,
    Spacing,
    Typeface,
    next_amount,
    next_value,
    sizes_below,
    spacing_of,
)
from kiosk.core.settings import LARGEST_PT, OPTIONS, SMALLEST_PT, Profile, key_for_screen, resolve

AMOUNTS = {
    "line_spacing": LINE_SPACINGS,
    "paragraph_spacing": PARAGRAPH_SPACINGS,
    "letter_spacing": LETTER_SPACINGS,
    "word_spacing": WORD_SPACINGS,
}
VALUES = {"typeface": Typeface, "highlight": Highlight, "focus": Focus, "motion": Motion}


@pytest.mark.parametrize("name", AMOUNTS)
def test_every_amount_that_is_offered_may_be_asked_for(name: str) -> None:
    for amount in AMOUNTS[name]:
        assert getattr(resolve(Profile.HOME, {name: amount}), name) == amount


@pytest.mark.parametrize("name", VALUES)
def test_the_values_of_an_option_are_those_of_its_type(name: str) -> None:
    own = next(option for option in OPTIONS if option.name == name)
    assert set(own.values) == {value.value for value in VALUES[name]}
    assert {own.home, own.public} <= set(own.values)


@pytest.mark.conforms("SW-11", "SW-13")
def test_the_spacing_at_first_can_be_read_and_more_can_be_had() -> None:
    first = spacing_of(resolve(Profile.PUBLIC, {}))
    assert first == Spacing() == spacing_of(resolve(Profile.HOME, {}))
    assert (first.line, first.paragraph, first.letter, first.word) == (1.5, 2.0, 0.0, 0.0)
    most = {name: amounts[-1] for name, amounts in AMOUNTS.items()}
    widest = spacing_of(resolve(Profile.PUBLIC, most))
    assert widest.line >= 2.0
    assert widest.paragraph >= 3.0
    assert widest.letter >= 0.12
    assert widest.word >= 0.16
    assert 12 in LETTER_SPACINGS
    assert 16 in WORD_SPACINGS


@pytest.mark.conforms("SW-24")
def test_in_public_nothing_glides_unless_somebody_wants_it() -> None:
    assert resolve(Profile.PUBLIC, {}).motion == "reduced"
    assert resolve(Profile.HOME, {}).motion == "system"


@given(st.sampled_from(sorted(AMOUNTS)), st.integers(-50, 500), st.sampled_from([1, -1]))
def test_a_step_goes_the_way_it_is_asked_and_stays_in_range(name: str, now: int, by: int) -> None:
    steps = AMOUNTS[name]
    after = next_amount(steps, now, by)
    assert (after - now) * by >= 0
    if steps[0] <= now <= steps[-1]:
        assert after in steps or after == now
        is_at_end = now >= steps[-1] if by > 0 else now <= steps[0]
        assert (after == now) is is_at_end


@pytest.mark.parametrize("name", AMOUNTS)
def test_a_step_is_undone_by_the_step_back(name: str) -> None:
    steps = AMOUNTS[name]
    for amount in steps[:-1]:
        assert next_amount(steps, next_amount(steps, amount, 1), -1) == amount


@given(st.lists(st.text(min_size=1), min_size=1, unique=True), st.data())
def test_values_are_a_ring(values: list[str], data: st.DataObject) -> None:
    now = data.draw(st.sampled_from(values))
    assert next_value(values, next_value(values, now, 1), -1) == now
    seen, value = [], now
    for _ in values:
        value = next_value(values, value, 1)
        seen.append(value)
    assert sorted(seen) == sorted(values)


def test_a_value_that_is_gone_leads_to_the_ring() -> None:
    assert next_value(["a", "b", "c"], "gone", 1) == "b"


@given(st.integers(-10, 400))
def test_sizes_to_try_fall_from_what_was_asked_to_the_smallest(asked: int) -> None:
    sizes = sizes_below(asked)
    assert sizes[0] == min(max(asked, SMALLEST_PT), LARGEST_PT)
    assert sizes[-1] == SMALLEST_PT
    assert list(sizes) == sorted(set(sizes), reverse=True)


# -- what was measured of a screen --------------------------------------------------------------------------------


def test_what_was_measured_holds_for_that_screen_alone() -> None:
    kept = {key_for_screen("card_px", "one"): 324, "card_px": 500}
    assert resolve(Profile.HOME, kept, screen="one").card_px == 324
    assert resolve(Profile.HOME, kept, screen="other").card_px == 0
    assert resolve(Profile.HOME, kept).card_px == 0
