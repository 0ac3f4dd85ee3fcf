"""Labels of any size: every letter is drawn whole, long words break, short last lines keep their side."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.core.bidi import isolated, without_isolates
from kiosk.qt.theme import Look
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import TextFlow
from tests.qt.looking import PAPER

TEXTS = {
    "en": "jfW Åjq gypsy",
    "ru": "Ждём Щукаря",
    "tr": "İğneli fıçı",
    "ar": "كيف تستخدم هذا الكشك",
    "uk": "Її їжаки",
}


def label(qtbot: QtBot, text: str, language: str, interface_pt: float, scale: float = 1.0) -> TextBlock:
    made = TextBlock(scale=scale)
    qtbot.addWidget(made)
    made.apply_look(Look(PAPER, interface_pt))
    made.show_text(text, language)
    return made


def ink_margins(image: QImage) -> tuple[int, int, int, int]:
    """Return how many rows and columns without ink there are: left, top, right, bottom."""
    ground = image.pixel(image.width() // 2, 0)
    columns = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return columns[0], rows[0], image.width() - 1 - columns[-1], image.height() - 1 - rows[-1]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("interface_pt", [20, 96])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_ink_never_touches_the_edge(qtbot: QtBot, language: str, interface_pt: float, scale: float) -> None:
    made = label(qtbot, TEXTS[language], language, interface_pt, scale)
    width = made.natural_width()
    made.resize(width, made.heightForWidth(width))
    assert made.flow.line_count == 1
    assert min(ink_margins(made.grab().toImage())) >= 1


@pytest.mark.parametrize("language", TEXTS)
def test_every_letter_has_a_picture(qtbot: QtBot, language: str) -> None:
    text = TEXTS[language]
    made = label(qtbot, text, language, 20)
    made.flow.height_for(1000)
    layout = made.flow._layout
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    # Glyph 0 is the box of a letter that the font has not.
    assert 0 not in glyphs


def test_a_word_that_is_too_wide_is_broken_and_not_cut(qtbot: QtBot) -> None:
    made = label(qtbot, "Donaudampfschifffahrtsgesellschaft", "de", 96)
    made.resize(700, made.heightForWidth(700))
    rect = made.text_rect()
    assert made.flow.line_count > 1
    assert all(line.width() <= rect.width() + 1 for line in made.flow.line_rects)
    assert made.flow.height_for(rect.width()) <= rect.height()


@pytest.mark.parametrize(("language", "is_left"), [("en", True), ("ar", False)])
def test_a_short_last_line_stays_at_the_side_of_its_language(qtbot: QtBot, language: str, is_left: bool) -> None:
    text = "aaaa aaaa aaaa a" if language == "en" else "كيف تستخدم هذا ال"
    made = label(qtbot, text, language, 24)
    made.resize(made.natural_width() - 10, 200)
    made.grab()
    made.flow.height_for(made.text_rect().width())
    last = made.flow.line_rects[-1]
    assert made.flow.line_count == 2
    assert (last.left() < 20) is is_left
    assert (last.right() > made.text_rect().width() - 20) is not is_left


def test_what_is_too_long_for_its_lines_ends_in_an_ellipsis() -> None:
    font = Look(PAPER, 20).font()
    flow = TextFlow("one two three four five six seven eight nine ten " * 6, font, False, most_lines=2)
    height = flow.height_for(300)
    assert flow.line_count == 2
    assert flow._layout.text().endswith("…")
    assert height < 3 * 1.5 * font.pixelSize()
    flow.height_for(10_000)
    assert flow._layout.text() == flow.text


def test_isolated_text_is_spoken_without_the_signs() -> None:
    assert without_isolates(f"from {isolated('العربية')}!") == "from العربية!"


def test_an_isolated_name_keeps_the_order_of_the_sentence(qtbot: QtBot) -> None:
    def places(name: str) -> tuple[float, float]:
        text = f"{name} · 4 minutes"
        flow = TextFlow(text, Look(PAPER, 20).font(), False)
        flow.height_for(1000)
        line = flow._layout.lineAt(0)
        four = cast("tuple[float, int]", line.cursorToX(text.index("4")))
        minutes = cast("tuple[float, int]", line.cursorToX(text.index("m")))
        return four[0], minutes[0]

    four, minutes = places(isolated("العربية"))
    assert four < minutes
    four, minutes = places("العربية")
    assert four > minutes or four < 30


def test_a_label_shows_what_it_was_told_in_plain_text(qtbot: QtBot) -> None:
    made = label(qtbot, "<b>a & b</b>", "en", 20)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == made.accessibleName() == "<b>a & b</b>"
