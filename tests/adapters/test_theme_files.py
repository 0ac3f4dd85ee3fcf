"""Themes from files: those that ship are sound, and a broken one is refused with file, place and reason."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.theme_files import LARGEST_FILE_BYTES, load_theme, load_themes
from kiosk.core.errors import ContentError
from kiosk.core.settings import Profile, resolve
from kiosk.core.theme import COLOUR_ROLES, contrast_ratio, problems

SHIPPED = Path(__file__).parents[2] / "assets" / "themes"

SOUND = """\
order = 7
is_dark = false

[colours]
page = "#FBF8F1"
surface = "#FFFFFF"
text = "#1B1A17"
muted = "#4A463D"
accent = "#0A4B82"
on_accent = "#FFFFFF"
tint = "#F1E7CF"
word = "#FFD34D"
on_word = "#1B1A17"
line = "#6B6557"
"""


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "sample.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load_theme(path)
    return caught.value


@pytest.mark.conforms("FP-2")
def test_themes_that_ship_are_the_five_promised_in_their_order() -> None:
    assert list(load_themes(SHIPPED)) == ["paper", "night", "black-yellow", "black-white", "low-glare"]


@pytest.mark.conforms("FP-2", "SW-07", "SW-10")
@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_a_theme_that_ships_has_enough_contrast_everywhere(path: Path) -> None:
    theme = load_theme(path)
    assert problems(theme) == []
    assert theme.id == path.stem


@pytest.mark.conforms("SW-07", "CF-20")
def test_kiosks_start_at_ten_to_one_and_two_themes_come_near_the_most_there_is() -> None:
    themes = load_themes(SHIPPED)
    ratios = {name: contrast_ratio(theme.text, theme.page) for name, theme in themes.items()}
    assert ratios[resolve(Profile.PUBLIC, {}).theme] >= 10
    assert sum(ratio >= 17 for ratio in ratios.values()) >= 2
    assert {theme.is_dark for theme in themes.values()} == {True, False}


def test_a_sound_file_gives_its_colours(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, SOUND.replace("#FBF8F1", "#fbf8f1")))
    assert (theme.id, theme.is_dark, theme.page, theme.word) == ("sample", False, "#FBF8F1", "#FFD34D")


def test_themes_without_an_order_come_last_by_name(tmp_path: Path) -> None:
    for name, content in {
        "b": SOUND.replace("order = 7\n", ""),
        "a": SOUND.replace("order = 7\n", ""),
        "z": SOUND,
        "y": SOUND.replace("order = 7", "order = 2"),
    }.items():
        (tmp_path / f"{name}.toml").write_text(content)
    assert list(load_themes(tmp_path)) == ["y", "z", "a", "b"]


def test_a_folder_without_themes_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no theme"):
        load_themes(tmp_path)


@pytest.mark.parametrize("role", COLOUR_ROLES)
def test_a_missing_role_is_named(tmp_path: Path, role: str) -> None:
    lines = [line for line in SOUND.splitlines() if not line.startswith(f"{role} ")]
    error = refusal(written(tmp_path, "\n".join(lines)))
    assert (error.source, error.place, error.problem) == ("sample.toml", f"colours.{role}", "is missing")


@pytest.mark.parametrize(
    ("old", "new", "place", "part_of_problem"),
    [
        ('"#FFD34D"', '"yellow"', "colours.word", "'yellow'"),
        ('"#FFD34D"', '"#FFD34"', "colours.word", "'#FFD34'"),
        ('"#FFD34D"', '"#FFD34D\\n"', "colours.word", "must be like"),
        ('"#FFD34D"', "7", "colours.word", "is 7"),
        ('"#FFD34D"', '"#FFD34D', "line 12", "is not TOML"),
        ("is_dark = false", 'is_dark = "no"', "is_dark", "true or false"),
        ("is_dark = false", "", "is_dark", "true or false"),
        ("is_dark = false", "is_dark = true", "is_dark", "contradicts"),
        ("order = 7", "order = true", "order", "whole number"),
        ("order = 7", 'order = "first"', "order", "whole number"),
        ("order = 7", 'colour = "x"', "colour", "is not known"),
        ("page =", "paper =", "colours.paper", "is no role"),
        ("[colours]", "[colors]", "colors", "is not known"),
        ('text = "#1B1A17"', 'text = "#8A8A8A"', "[colours]", "text on page is 3.3:1, needs 7:1"),
        ('line = "#6B6557"', 'line = "#EEEEEE"', "[colours]", "line on page"),
    ],
)
def test_a_broken_file_says_where_and_what(
    tmp_path: Path, old: str, new: str, place: str, part_of_problem: str
) -> None:
    assert old in SOUND
    error = refusal(written(tmp_path, SOUND.replace(old, new, 1)))
    assert error.source == "sample.toml"
    assert error.place == place
    assert part_of_problem in error.problem


@pytest.mark.parametrize(
    ("content", "part_of_problem"),
    [
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"#" * (LARGEST_FILE_BYTES + 1), "is larger than"),
        (b"x = " + b"[" * 30_000, "is n"),
        (b"", "true or false"),
    ],
)
def test_hostile_bytes_give_a_content_error(tmp_path: Path, content: bytes, part_of_problem: str) -> None:
    assert part_of_problem in refusal(written(tmp_path, content)).problem


def test_a_file_that_is_not_there_is_a_content_error(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "gone.toml").problem


@settings(max_examples=60)
@given(content=st.binary(max_size=300))
def test_no_bytes_give_anything_but_a_theme_or_a_content_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = written(tmp_path_factory.getbasetemp(), content)
    with pytest.raises(ContentError):
        load_theme(path)
