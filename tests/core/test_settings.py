"""Settings: what is asked for holds when it may, and defaults hold when it may not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.settings import (
    LARGEST_PT,
    OPTIONS,
    SIZE_LADDER_PT,
    SMALLEST_PT,
    Option,
    Preferences,
    Profile,
    Settings,
    larger,
    resolve,
    smaller,
)

NUMBERS = [option for option in OPTIONS if isinstance(option.home, int)]
WORDS = [option for option in OPTIONS if isinstance(option.home, str)]

values = st.one_of(st.integers(-1000, 1000), st.text(max_size=8), st.booleans(), st.none(), st.floats())
wishes = st.dictionaries(st.one_of(st.sampled_from([option.name for option in OPTIONS]), st.text()), values)


def default_of(option: Option, profile: Profile) -> object:
    return option.home if profile is Profile.HOME else option.public


def test_options_and_settings_name_the_same_things_with_the_same_types() -> None:
    assert [option.name for option in OPTIONS] == list(Settings._fields)
    for option, kind in zip(OPTIONS, Settings.__annotations__.values(), strict=True):
        assert type(option.home) is type(option.public) is kind


@pytest.mark.parametrize("option", NUMBERS, ids=lambda option: option.name)
def test_a_number_has_a_range_that_holds_its_defaults_and_a_unit(option: Option) -> None:
    assert option.unit
    for default in (option.home, option.public):
        assert option.least <= int(default) <= option.most


@pytest.mark.parametrize("profile", Profile)
def test_without_wishes_the_profile_decides(profile: Profile) -> None:
    held = resolve(profile, {})
    for option in OPTIONS:
        assert getattr(held, option.name) == default_of(option, profile)


def test_the_two_profiles_differ_where_they_should() -> None:
    home, public = resolve(Profile.HOME, {}), resolve(Profile.PUBLIC, {})
    assert (home.text_size, home.theme, home.language) == (32, "system", "system")
    assert (public.text_size, public.theme, public.language) == (40, "paper", "en")


@given(profile=st.sampled_from(Profile), size=st.integers(-50, 400))
def test_a_size_in_range_holds_and_any_other_is_as_if_not_asked(profile: Profile, size: int) -> None:
    held = resolve(profile, {"text_size": size}).text_size
    expected = size if SMALLEST_PT <= size <= LARGEST_PT else resolve(profile, {}).text_size
    assert held == expected


@given(profile=st.sampled_from(Profile), preferences=wishes)
def test_whatever_is_asked_what_holds_is_allowed(profile: Profile, preferences: Preferences) -> None:
    held = resolve(profile, preferences)
    for option in NUMBERS:
        value = getattr(held, option.name)
        assert type(value) is int
        assert option.least <= value <= option.most
    for option in WORDS:
        assert type(getattr(held, option.name)) is str


@given(profile=st.sampled_from(Profile), preferences=wishes)
def test_asking_for_what_holds_changes_nothing(profile: Profile, preferences: Preferences) -> None:
    held = resolve(profile, preferences)
    assert resolve(profile, held._asdict()) == held


@pytest.mark.parametrize("wish", [True, None, "40", 40.0])
def test_a_size_that_is_no_whole_number_is_dropped(wish: object) -> None:
    assert resolve(Profile.HOME, {"text_size": wish}).text_size == 32  # type: ignore[dict-item]


@pytest.mark.conforms("FP-2")
def test_the_ladder_climbs_within_the_limits_by_steps_that_are_seen() -> None:
    assert (SIZE_LADDER_PT[0], SIZE_LADDER_PT[-1]) == (SMALLEST_PT, LARGEST_PT)
    for below, above in pairwise(SIZE_LADDER_PT):
        assert 1.1 <= above / below <= 1.26


@given(size=st.integers(SMALLEST_PT, LARGEST_PT))
def test_larger_and_smaller_move_and_stay_within_the_limits(size: int) -> None:
    assert size < larger(size) <= LARGEST_PT or size == larger(size) == LARGEST_PT
    assert SMALLEST_PT <= smaller(size) < size or size == smaller(size) == SMALLEST_PT


@pytest.mark.parametrize("size", SIZE_LADDER_PT[:-1])
def test_a_step_up_is_undone_by_a_step_down(size: int) -> None:
    assert smaller(larger(size)) == size
