"""A theme on the screen: palette, measures, icons and the desktop's light or dark."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.app.appearance_words import theme_name
from kiosk.core.theme import TEXT_CONTRAST, Theme, contrast_ratio, dimmed
from kiosk.qt import theme as qt_theme
from kiosk.qt.theme import (
    DIRECTED_ICONS,
    LEAST_TARGET_PX,
    Look,
    icon_folder,
    icon_image,
    palette,
    theme_id_for,
)
from tests.qt.looking import PAPER, THEMES, MarkedTranslations

ICONS = sorted(path.stem for path in icon_folder().glob("*.svg"))
CODE = Path(qt_theme.__file__).parent


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_the_palette_shows_text_as_the_theme_has_it_even_when_disabled(theme: Theme, qtbot: QtBot) -> None:
    made = palette(theme)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        assert made.color(group, QPalette.ColorRole.Window).name().upper() == theme.page
        assert made.color(group, QPalette.ColorRole.WindowText).name().upper() == theme.text
        assert made.color(group, QPalette.ColorRole.Highlight).name().upper() == theme.accent
        assert made.color(group, QPalette.ColorRole.HighlightedText).name().upper() == theme.on_accent


@pytest.mark.conforms("SW-47")
@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Qt.ColorScheme.Dark, "night"),
        (Qt.ColorScheme.Light, "paper"),
        (Qt.ColorScheme.Unknown, "paper"),
    ],
)
def test_system_follows_the_desktop(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, expected: str
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    class Desktop(QGuiApplication):
        @staticmethod
        def styleHints() -> Hints:  # type: ignore[override]
            return Hints()

    monkeypatch.setattr(qt_theme, "QGuiApplication", Desktop)
    assert theme_id_for("system") == expected
    assert theme_id_for("low-glare") == "low-glare"


def test_every_theme_has_a_name_that_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {theme_name(theme_id) for theme_id in THEMES}
    assert len(names) == len(THEMES)
    assert theme_name("my-own") == "my own"
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    assert all("«" in theme_name(theme_id) for theme_id in (*THEMES, "system"))


@pytest.mark.conforms("SW-31")
@given(interface_pt=st.floats(8, 160), larger=st.floats(1, 2))
def test_measures_grow_with_the_text_and_a_finger_always_fits(interface_pt: float, larger: float) -> None:
    small, large = Look(PAPER, interface_pt), Look(PAPER, interface_pt * larger)
    assert small.target_px >= LEAST_TARGET_PX
    for measure in ("em_px", "target_px", "icon_px", "padding_px", "gap_px", "border_px", "radius_px"):
        assert 0 < getattr(small, measure) <= getattr(large, measure)
    # A control is higher than its text.
    assert small.target_px > 1.4 * small.em_px


def test_text_has_the_size_that_was_asked_for(qtbot: QtBot) -> None:
    look = Look(PAPER, 30)
    assert look.font().pixelSize() == look.em_px == 40
    assert look.font(1.5).pixelSize() == 60


def test_the_script_decides_the_family(qtbot: QtBot) -> None:
    look = Look(PAPER, 30)
    families = {tag: look.font(text="x", language=tag).families()[0] for tag in ("en", "ru", "ar")}
    assert families == {"en": "Atkinson Hyperlegible", "ru": "Noto Sans", "ar": "Noto Sans Arabic"}


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawn_in_one_colour_within_their_square(name: str, qtbot: QtBot) -> None:
    image = icon_image(name, "#0A4B82", 96)
    inked = [(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha() > 200]
    assert len(inked) > 250
    colour = QColor("#0A4B82")
    for x, y in inked:
        drawn = image.pixelColor(x, y)
        # Half-covered pixels are rounded.
        assert abs(drawn.red() - colour.red()) <= 2
        assert abs(drawn.green() - colour.green()) <= 2
        assert abs(drawn.blue() - colour.blue()) <= 2
    # Nothing is cut off at the edge, and the drawing fills its square.
    across, down = [x for x, _y in inked], [y for _x, y in inked]
    assert min(across + down) >= 2
    assert max(across + down) <= 93
    assert max(max(across) - min(across), max(down) - min(down)) >= 50


@pytest.mark.conforms("SW-01")
@pytest.mark.parametrize("name", ICONS)
def test_icon_files_hold_nothing_but_plain_drawing(name: str) -> None:
    source = (icon_folder() / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in source
    assert set(re.findall(r"<(\w+)", source)) <= {"svg", "path"}
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}


def test_a_mirrored_icon_is_the_mirror_image(qtbot: QtBot) -> None:
    plain, mirrored = icon_image("next", "#000000", 48), icon_image("next", "#000000", 48, 1.0, True)
    assert plain != mirrored
    differing = [
        (x, y)
        for x in range(48)
        for y in range(48)
        if abs(plain.pixelColor(x, y).alpha() - mirrored.pixelColor(47 - x, y).alpha()) > 8
    ]
    assert differing == []


def test_icons_are_sharp_on_dense_screens(qtbot: QtBot) -> None:
    image = icon_image("play", "#000000", 24, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)


def test_every_icon_that_is_named_exists_and_every_file_is_used() -> None:
    code = "\n".join(path.read_text() for path in CODE.rglob("*.py"))
    assert set(ICONS) >= DIRECTED_ICONS
    unused = [name for name in ICONS if f'"{name}"' not in code]
    assert unused == []


@pytest.mark.parametrize("theme_id", THEMES)
@pytest.mark.conforms("SW-13")
def test_text_that_steps_back_is_seen_to_and_can_still_be_read(theme_id: str) -> None:
    theme = THEMES[theme_id]
    back, full = contrast_ratio(dimmed(theme), theme.page), contrast_ratio(theme.text, theme.page)
    assert TEXT_CONTRAST <= back < TEXT_CONTRAST + 0.3
    assert back < 0.8 * full
