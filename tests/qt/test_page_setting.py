"""How a page is set, so that it can be read: wide lines apart, ragged, in letters without serifs."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF

from kiosk.core.settings import Profile, resolve
from kiosk.qt.fonts import script_font, script_of
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.passage_layout import PassageLayout
from tests.qt.pages import ARABIC, ENGLISH, RUSSIAN, block

MM_PER_POINT = 25.4 / 72
LEAST_CAPITAL_MM = 4.8
# The families that ship and are drawn without serifs.
WITHOUT_SERIFS = {"Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic", "Lexend"}

TEXTS = pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH * 3, "en"), (RUSSIAN * 3, "ru"), (ARABIC * 3, "ar")], ids=["en", "ru", "ar"]
)


@pytest.mark.conforms("SW-13")
@TEXTS
@pytest.mark.parametrize("em", [24, 43, 96])
def test_lines_are_one_and_a_half_times_the_type_apart_and_paragraphs_more(
    text: str, language: str, em: int
) -> None:
    layout = PassageLayout(block(text, language), page_geometry(900, em, language == "ar"))
    tops = [layout.line_rect(line).top() for line in range(layout.line_count)]
    pitch = tops[1] - tops[0]
    assert pitch >= 1.5 * layout.size_px - 1
    # From the last line of one paragraph to the first of the next.
    assert pitch + layout.gap_above >= 1.5 * pitch


@pytest.mark.conforms("SW-13")
@TEXTS
def test_lines_end_where_their_words_do(text: str, language: str) -> None:
    layout = PassageLayout(block(text, language), page_geometry(900, 43, language == "ar"))
    assert not layout._text.textOption().alignment() & Qt.AlignmentFlag.AlignJustify
    widths = {round(layout._text.lineAt(line).naturalTextWidth()) for line in range(layout.line_count - 1)}
    assert len(widths) > 1


@pytest.mark.conforms("CF-20")
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, ARABIC], ids=["en", "ru", "ar"])
def test_letters_are_without_serifs(text: str) -> None:
    font = script_font(script_of(text, ""), 40)
    assert QFontInfo(font).family() in WITHOUT_SERIFS


@pytest.mark.conforms("CF-20")
@pytest.mark.parametrize("profile", list(Profile))
def test_capitals_are_high_enough_before_anybody_enlarges_them(profile: Profile) -> None:
    font = script_font(script_of(ENGLISH, "en"), 1000)
    share = QFontMetricsF(font).capHeight() / 1000
    assert math.isclose(share, 0.7, abs_tol=0.1)
    assert resolve(profile, {}).text_size * MM_PER_POINT * share >= LEAST_CAPITAL_MM
