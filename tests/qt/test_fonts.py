"""Type faces: the bundled families are there, each script gets its own, bold is bold, lines are of one height."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from kiosk.core.article import BlockKind
from kiosk.qt.fonts import PLAIN_LINES, TALL_LINES, Script, line_metrics, load_fonts, script_font, script_of
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.passage_layout import PassageLayout
from tests.qt.pages import ARABIC, ENGLISH, RUSSIAN, block


def test_the_bundled_families_are_loaded(bundled_fonts: tuple[str, ...]) -> None:
    assert bundled_fonts == ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttf"
    bad.write_bytes(b"no font")
    assert load_fonts([bad, tmp_path / "missing.ttf"]) == ()


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        (ENGLISH, "en", Script.LATIN),
        ("Müßiggang", "de", Script.LATIN),
        (RUSSIAN, "ru", Script.WIDER),
        ("NASA", "uk-UA", Script.WIDER),
        ("İstanbul", "tr", Script.WIDER),
        (ARABIC, "ar", Script.ARABIC),
        (ARABIC, "ar_EG", Script.ARABIC),
        (ARABIC, "en", Script.ARABIC),
        (RUSSIAN, "en", Script.WIDER),
        ("The word Привет in English text", "en", Script.LATIN),
        ("The word مرحبا in English text", "en", Script.LATIN),
        ("", "en", Script.LATIN),
    ],
)
def test_a_text_is_set_by_its_language_or_else_its_letters(text: str, language: str, script: Script) -> None:
    assert script_of(text, language) is script


LETTERS = {Script.LATIN: "AaQgéß“—", Script.WIDER: "АяЇҐğİŞấα", Script.ARABIC: "ابتء؟٣پ"}


@pytest.mark.parametrize("script", list(Script))
def test_the_first_family_of_a_script_has_its_letters(script: Script) -> None:
    font = script_font(script, 40)
    assert QFontInfo(font).family() == script.value[0]
    raw = QRawFont.fromFont(font)
    assert [letter for letter in LETTERS[script] if not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("script", list(Script))
def test_bold_letters_are_wider_drawings(script: Script) -> None:
    text = LETTERS[script] * 5
    regular, bold = (
        QFontMetricsF(script_font(script, 100, is_bold)).horizontalAdvance(text) for is_bold in (False, True)
    )
    assert bold > regular * 1.02


def test_marks_above_and_below_get_taller_lines() -> None:
    assert line_metrics(ENGLISH, Script.LATIN) is PLAIN_LINES
    assert line_metrics(RUSSIAN, Script.WIDER) is PLAIN_LINES
    assert line_metrics("said مرحبا twice", Script.LATIN) is TALL_LINES
    assert line_metrics("", Script.ARABIC) is TALL_LINES
    for metrics in (PLAIN_LINES, TALL_LINES):
        assert metrics.box_above < metrics.baseline
        assert metrics.baseline + metrics.box_below < metrics.pitch


@pytest.mark.parametrize("text", [ENGLISH * 3, f"{ENGLISH} Привет {ENGLISH}", f"İ {ENGLISH} 😀 {ENGLISH}"])
def test_lines_are_of_one_height_whatever_letters_fall_back(text: str) -> None:
    layout = PassageLayout(block(text), page_geometry(900, 40, is_rtl=False))
    lines = [layout._text.lineAt(line) for line in range(layout.line_count)]
    baselines = [line.y() + line.ascent() for line in lines]
    steps = {round(after - before, 3) for before, after in itertools.pairwise(baselines)}
    assert steps == {60.0}


@pytest.mark.parametrize("kind", list(BlockKind))
def test_an_empty_passage_still_has_a_line(kind: BlockKind) -> None:
    layout = PassageLayout(block("", kind=kind), page_geometry(900, 40, is_rtl=False))
    assert layout.line_count == 1
    assert layout.height > 0
    assert layout.position_at_line(0) == 0
