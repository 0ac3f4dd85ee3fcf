"""Spacing and typefaces on the page: letters and words part, joined letters stay joined, lines keep one height."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QFontInfo, QRawFont

from kiosk.adapters.font_files import chosen_font_files
from kiosk.core.appearance import (
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PARAGRAPH_SPACINGS,
    WORD_SPACINGS,
    Spacing,
    Typeface,
)
from kiosk.core.article import BlockKind
from kiosk.core.text import TextSpan
from kiosk.qt.fonts import families, letter_width, load_fonts, script_font, script_of, set_typeface
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.passage_layout import PassageLayout
from tests.qt.pages import ARABIC, ENGLISH, RUSSIAN, block

TURKISH = "İstanbul’da güneşli bir öğle; ılık çay, Iğdır üzümü ve şeker."
UKRAINIAN = "Їжак, ґанок, єнот і щавель: усе це є в нашому селі."
TEXTS = {"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN, "tr": TURKISH, "ar": ARABIC}
WIDE = 4000


@pytest.fixture(autouse=True)
def _typeface() -> Iterator[None]:
    load_fonts(chosen_font_files("lexend"))
    yield
    set_typeface(Typeface.ATKINSON)


def laid_out(
    text: str, language: str = "en", spacing: Spacing | None = None, width: int = WIDE, em: int = 40
) -> PassageLayout:
    return PassageLayout(block(text, language), page_geometry(width, em, language == "ar", spacing or Spacing()))


def ink_width(layout: PassageLayout) -> float:
    return layout._text.lineAt(0).naturalTextWidth()


# -- typefaces ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("typeface", Typeface)
def test_every_typeface_has_every_letter_of_every_language(typeface: Typeface, language: str) -> None:
    set_typeface(typeface)
    text = TEXTS[language] + TEXTS[language].upper()
    font = script_font(script_of(text, language), 40, language=language)
    raw = QRawFont.fromFont(font)
    assert QFontInfo(font).family() == families(script_of(text, language), language)[0]
    assert [letter for letter in text if letter != " " and not raw.supportsCharacter(ord(letter))] == []


@pytest.mark.parametrize("typeface", Typeface)
def test_large_i_small_l_and_one_are_three_shapes(typeface: Typeface) -> None:
    set_typeface(typeface)
    raw = QRawFont.fromFont(script_font(script_of("", "en"), 200, language="en"))
    shapes = [raw.pathForGlyph(glyph).simplified() for glyph in raw.glyphIndexesForString("Il1")]
    for one, other in pairwise([*shapes, shapes[0]]):
        moved = other.translated(one.boundingRect().topLeft() - other.boundingRect().topLeft())
        differing = one.subtracted(moved).united(moved.subtracted(one)).boundingRect()
        # A quarter of a stem's width would not be seen; a bar, a tail or another height is.
        assert max(differing.width(), differing.height()) > 20


def test_the_families_of_each_choice() -> None:
    seen = {}
    for typeface in Typeface:
        set_typeface(typeface)
        seen[typeface] = [families(script_of("", language), language)[0] for language in TEXTS]
    arabic, noto, lexend = "Noto Sans Arabic", "Noto Sans", "Lexend"
    assert seen == {
        Typeface.ATKINSON: ["Atkinson Hyperlegible", noto, noto, noto, arabic],
        Typeface.NOTO: [noto, noto, noto, noto, arabic],
        Typeface.LEXEND: [lexend, noto, noto, lexend, arabic],
    }


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize("line", [1.5, 2.0, 3.0])
def test_lines_are_of_one_height_in_every_typeface(typeface: Typeface, line: float) -> None:
    set_typeface(typeface)
    mixed = f"{ENGLISH} Привет İ 😀 {ENGLISH}"
    layout = laid_out(mixed, spacing=Spacing(line=line), width=900)
    lines = [layout._text.lineAt(number) for number in range(layout.line_count)]
    steps = {round(b.y() + b.ascent() - a.y() - a.ascent(), 3) for a, b in pairwise(lines)}
    assert steps == {40.0 * line}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("typeface", Typeface)
def test_the_width_of_a_letter_is_about_what_is_said(typeface: Typeface, language: str) -> None:
    set_typeface(typeface)
    text = (TEXTS[language] + " ") * 3
    script = script_of(text, language)
    measured = ink_width(laid_out(text, language, width=40_000)) / len(text.strip()) / 40
    # Where it does not fit exactly, a line holds rather more letters than fewer.
    assert measured <= letter_width(script, language) * 1.12


# -- spacing ------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-11")
@pytest.mark.parametrize("letter", LETTER_SPACINGS[1:])
def test_letters_part_by_what_is_asked(letter: int) -> None:
    plain, spread = laid_out("Idlibwasquiet"), laid_out("Idlibwasquiet", spacing=Spacing(letter=letter / 100))
    assert ink_width(spread) - ink_width(plain) == pytest.approx(13 * letter / 100 * 40, abs=14)


@pytest.mark.conforms("SW-11")
@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("word", WORD_SPACINGS[1:])
def test_words_part_by_what_is_asked(language: str, word: int) -> None:
    text = " ".join(TEXTS[language].split()[:4])
    plain, spread = (laid_out(text, language, spacing) for spacing in (Spacing(), Spacing(word=word / 100)))
    assert ink_width(spread) - ink_width(plain) == pytest.approx(3 * word / 100 * 40, abs=4)


@pytest.mark.parametrize("letter", LETTER_SPACINGS[1:])
def test_arabic_letters_stay_joined(letter: int) -> None:
    spacing = Spacing(letter=letter / 100)
    assert ink_width(laid_out("صحيفة الصباح", "ar", spacing)) == ink_width(laid_out("صحيفة الصباح", "ar"))
    assert laid_out(ARABIC * 3, "ar", spacing).line_count == laid_out(ARABIC * 3, "ar").line_count
    # Also where a few Arabic words stand in a text of another language, and only there.
    before, within, after = "Latin letters before and ", "صحيفة الصباح", " letters after"
    plain, spread = laid_out(before + within + after), laid_out(before + within + after, spacing=spacing)
    start, end = len(before), len(before + within)

    def width_of(layout: PassageLayout, first: int, last: int) -> float:
        runs = layout._text.lineAt(0).glyphRuns(first, last - first)
        return sum(run.boundingRect().width() for run in runs)

    one = len("صحيفة")
    assert width_of(spread, start, start + one) == pytest.approx(width_of(plain, start, start + one), abs=1)
    assert width_of(spread, 0, len("Latin")) > width_of(plain, 0, len("Latin"))
    assert width_of(spread, end + 1, end + 8) > width_of(plain, end + 1, end + 8)


@pytest.mark.conforms("SW-11")
@pytest.mark.parametrize("line", LINE_SPACINGS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_lines_part_by_what_is_asked_and_the_word_box_stays_within(language: str, line: int) -> None:
    layout = laid_out(TEXTS[language] * 3, language, Spacing(line=line / 100), width=900)
    assert layout.pitch >= line / 100 * 40
    for number in range(layout.line_count):
        boxes = [box for box in layout.word_boxes(TextSpan(0, len(layout.block.text))) if box.line == number]
        for box in boxes:
            assert layout.line_rect(number).contains(box.rect.center())
            assert box.rect.top() >= layout.line_rect(number).top()
            assert box.rect.bottom() <= layout.line_rect(number).bottom()


@pytest.mark.conforms("SW-11", "SW-13")
@pytest.mark.parametrize("paragraph", PARAGRAPH_SPACINGS)
def test_paragraphs_part_by_what_is_asked_and_headings_by_more(paragraph: int) -> None:
    page = page_geometry(900, 40, is_rtl=False, spacing=Spacing(paragraph=paragraph / 100))
    gap = {kind: PassageLayout(block("A", kind=kind), page).gap_above for kind in BlockKind}
    assert gap[BlockKind.PARAGRAPH] == paragraph / 100 * 40
    assert gap[BlockKind.HEADING] > gap[BlockKind.PARAGRAPH] > gap[BlockKind.LIST_ITEM]
    # A page does not begin with emptiness.
    assert gap[BlockKind.TITLE] == 40


@pytest.mark.conforms("SW-13")
@pytest.mark.parametrize("letter", [0.0, 0.12, 0.3])
@pytest.mark.parametrize("language", TEXTS)
def test_a_line_holds_at_most_eighty_letters(language: str, letter: float) -> None:
    layout = laid_out(TEXTS[language] * 6, language, Spacing(letter=letter, word=1.3 * letter), width=8000)
    starts = [layout.position_at_line(line) for line in range(layout.line_count)]
    assert layout.line_count > 2
    assert all(35 <= after - before <= 80 for before, after in pairwise(starts))
