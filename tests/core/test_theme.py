"""Colours: the contrast formula against published values, its laws, and the pairs that must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.theme import (
    COLOUR_ROLES,
    CONTROL_CONTRAST,
    TEXT_CONTRAST,
    Theme,
    contrast_ratio,
    problems,
    relative_luminance,
)

SOUND = Theme(
    id="sound",
    is_dark=False,
    page="#FFFFFF",
    surface="#FFFFFF",
    text="#000000",
    muted="#000000",
    accent="#000066",
    on_accent="#FFFFFF",
    tint="#EEEEEE",
    word="#000000",
    on_word="#FFFFFF",
    line="#555555",
)

colours = st.builds("#{:06X}".format, st.integers(0, 0xFFFFFF))


@pytest.mark.conforms("SW-07")
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_contrast_has_the_published_values(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)


@given(one=colours, other=colours)
def test_contrast_is_symmetric_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast_ratio(one, other) == contrast_ratio(other, one)
    assert 1.0 <= contrast_ratio(one, other) <= 21.0 + 1e-9


@given(colour=colours)
def test_a_colour_has_no_contrast_with_itself(colour: str) -> None:
    assert contrast_ratio(colour, colour) == 1.0


@given(channels=st.lists(st.integers(0, 254), min_size=3, max_size=3), at=st.integers(0, 2))
def test_more_light_in_a_channel_is_lighter(channels: list[int], at: int) -> None:
    brighter = [value + (place == at) for place, value in enumerate(channels)]
    assert relative_luminance("#{:02X}{:02X}{:02X}".format(*brighter)) > relative_luminance(
        "#{:02X}{:02X}{:02X}".format(*channels)
    )


def test_a_sound_theme_has_no_problems() -> None:
    assert problems(SOUND) == []


def test_the_roles_are_all_fields_but_name_and_kind() -> None:
    assert set(COLOUR_ROLES) == set(Theme._fields) - {"id", "is_dark"}


@pytest.mark.parametrize(
    ("role", "colour", "named"),
    [
        ("text", "#767676", ["text on page", "text on surface", "text on tint"]),
        ("muted", "#767676", ["muted on page", "muted on surface"]),
        (
            "accent",
            "#AAAAAA",
            ["accent on page", "accent on surface", "on_accent on accent", "accent on tint"],
        ),
        ("on_accent", "#444444", ["on_accent on accent"]),
        ("on_word", "#444444", ["on_word on word"]),
        ("line", "#CCCCCC", ["line on page", "line on surface"]),
    ],
)
def test_every_pale_role_is_told(role: str, colour: str, named: list[str]) -> None:
    found = problems(SOUND._replace(**{role: colour}))  # type: ignore[arg-type]
    assert [line.split(" is ")[0] for line in found] == [f"sound: {pair}" for pair in named]


def test_a_problem_says_how_much_is_missing() -> None:
    found = problems(SOUND._replace(line="#CCCCCC"))
    assert found[0] == f"sound: line on page is 1.6:1, needs {CONTROL_CONTRAST:g}:1"


@given(text=colours, page=colours)
def test_text_below_the_limit_is_never_overlooked(text: str, page: str) -> None:
    found = problems(SOUND._replace(text=text, page=page))
    assert any(line.startswith("sound: text on page") for line in found) == (
        contrast_ratio(text, page) < TEXT_CONTRAST
    )
