"""The Comfort panel at every size: nothing is cut or overlaps, the piece of the article has room of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.adapters.font_files import chosen_font_files
from kiosk.core.appearance import LEAST_CHARACTERS, Typeface
from kiosk.core.settings import Profile
from kiosk.core.theme import CONTROL_CONTRAST, contrast_ratio
from kiosk.qt.fonts import load_fonts, set_typeface
from kiosk.qt.screen_size import calibrate, pixels_per_mm
from kiosk.qt.theme import Look
from kiosk.qt.views.comfort_panel import ComfortPanel
from kiosk.qt.views.panel_room import shared_room
from tests.qt.comfort import Comfort
from tests.qt.looking import (
    DIRECTIONS,
    EVERY_SIZE,
    PAPER,
    THEMES,
    flaws,
    settle,
    size_id,
)
from tests.qt.pages import ENGLISH
from tests.qt.panels import (
    SHAPES,
    SMALLEST,
    assert_ring_is_seen,
    assert_rows_are_seen,
    fitted,
    flaws_in_language,
    place_in,
    targets,
)

# Four times what the interface has at home at first: 0.6 of 32 points.
FOURFOLD_PT = 4 * 0.6 * 32


@pytest.fixture
def comfort(qtbot: QtBot, tmp_path: Path) -> Iterator[Comfort]:
    made = Comfort(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    yield made
    made.kiosk.preferences.set("language", "en")
    set_typeface(Typeface.ATKINSON)
    calibrate(made.window.screen(), 0.0)
    made.close()


def fit(comfort: Comfort, size: tuple[int, int], interface_pt: float, has_form: bool = False) -> ComfortPanel:
    """Open the panel in a window of a size, with everything in it that there can be."""
    comfort.window.resize(*size)
    panel = comfort.open_comfort()
    comfort.kiosk.reading.appearance.reset()
    comfort.kiosk.reading.note.set(None)
    return fitted(panel, interface_pt, has_form)


@pytest.mark.conforms("SW-09", "FP-2")
@pytest.mark.parametrize("has_form", [False, True])
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
def test_it_fits_every_window_at_every_size(
    comfort: Comfort,
    size: tuple[int, int],
    interface_pt: float,
    direction: Qt.LayoutDirection,
    has_form: bool,
) -> None:
    comfort.window.setLayoutDirection(direction)
    panel = fit(comfort, size, interface_pt, has_form)
    assert panel.geometry() == comfort.window.reader.rect()
    assert flaws(panel) == []


@pytest.mark.conforms("SW-09", "FP-2")
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
@pytest.mark.parametrize("typeface", Typeface)
def test_panel_and_bar_reflow_at_four_times_the_size(
    comfort: Comfort, size: tuple[int, int], typeface: Typeface
) -> None:
    load_fonts(chosen_font_files("lexend"))
    comfort.kiosk.preferences.set("typeface", typeface)
    comfort.window.resize(*size)
    comfort.bar.set_look(PAPER, FOURFOLD_PT)
    settle()
    assert flaws(comfort.bar) == []
    for has_form in (False, True):
        panel = fit(comfort, size, FOURFOLD_PT, has_form)
        assert flaws(panel) == []
        comfort.window.reader.close_panel()


@pytest.mark.parametrize("size", SMALLEST, ids=size_id)
@pytest.mark.parametrize("has_form", [False, True])
def test_it_reflows_into_the_smallest_window(comfort: Comfort, size: tuple[int, int], has_form: bool) -> None:
    assert flaws(fit(comfort, size, 16.0, has_form)) == []


@pytest.mark.parametrize("language", [tag for tag in i18n.LANGUAGES if tag != "en"])
@pytest.mark.parametrize("text_size", [32, 120])
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
def test_it_fits_in_every_language(comfort: Comfort, size: tuple[int, int], text_size: int, language: str) -> None:
    assert flaws_in_language(comfort, comfort.open_comfort, size, text_size, language) == []


@pytest.mark.conforms("SW-26")
@pytest.mark.parametrize("text_size", [18, 32, 72, 120, 240])
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
def test_what_has_the_focus_is_seen_with_all_of_its_row(
    comfort: Comfort, size: tuple[int, int], text_size: int
) -> None:
    comfort.kiosk.preferences.set("text_size", text_size)
    comfort.window.resize(*size)
    panel = comfort.open_comfort()
    for has_form in (False, True):
        if has_form:
            panel.show_form()
        assert_rows_are_seen(comfort, panel)
        if has_form:
            port = panel._page_scroll.viewport()
            comfort.focus(panel.form.keep)
            comfort.focus(panel.form.width_row.value)
            assert port.rect().contains(place_in(port, panel.form.bar))


# -- the piece of the article -------------------------------------------------------------------------------------


def preview_of(panel: ComfortPanel) -> QWidget:
    assert panel.preview is not None
    return panel.preview


@pytest.mark.parametrize(
    ("size", "text_size", "is_beside"),
    [
        ((1280, 800), 32, True),
        ((1024, 600), 32, True),
        ((1920, 1080), 48, True),
        ((1080, 1920), 32, False),
        ((1080, 1920), 72, False),
    ],
    ids=size_id,
)
@pytest.mark.parametrize("direction", DIRECTIONS, ids=size_id)
def test_it_stands_beside_or_below_and_covers_nothing(
    comfort: Comfort, size: tuple[int, int], text_size: int, is_beside: bool, direction: Qt.LayoutDirection
) -> None:
    comfort.window.setLayoutDirection(direction)
    comfort.kiosk.preferences.set("text_size", text_size)
    comfort.window.resize(*size)
    panel = comfort.open_comfort()
    preview = preview_of(panel)
    assert preview.isVisible()
    assert panel.rect().contains(preview.geometry())
    for part in (panel.head, panel._rows_scroll):
        assert not part.geometry().intersects(preview.geometry())
    if is_beside:
        assert preview.height() == panel.height()
        is_left = preview.geometry().left() == 0
        assert is_left is (direction is Qt.LayoutDirection.RightToLeft)
    else:
        assert preview.width() == panel.width()
        assert preview.geometry().bottom() == panel.rect().bottom()
    lines = panel.preview.word_rects() if panel.preview is not None else []
    assert lines
    assert all(preview.rect().contains(rect.center()) for rect in lines)


def test_where_there_is_no_room_the_panel_has_all_of_it(comfort: Comfort) -> None:
    comfort.kiosk.preferences.set("text_size", 120)
    comfort.window.resize(1024, 600)
    panel = comfort.open_comfort()
    assert not preview_of(panel).isVisible()
    assert panel.head.width() == panel.width()


def test_room_is_shared_without_a_gap_or_an_overlap(qtbot: QtBot) -> None:
    for width in range(300, 2200, 100):
        for height in range(300, 2200, 100):
            for interface_pt, article_em in ((14.0, 24), (20.0, 43), (40.0, 96), (77.0, 160)):
                room = QRect(0, 0, width, height)
                look = Look(PAPER, interface_pt)
                panel, article = shared_room(room, look, article_em, 2 * look.em_px)
                if article is None:
                    assert panel == room
                    continue
                assert panel.united(article) == room
                assert not panel.intersects(article)
                assert article.height() >= 3 * article_em
                least_em, shared = (10, panel.height()) if panel.width() == width else (15, panel.width())
                assert shared >= least_em * look.em_px


# -- targets and the ring -----------------------------------------------------------------------------------------


@pytest.mark.conforms("SW-31")
def test_in_public_targets_are_twenty_millimetres_of_the_screen_as_it_was_measured(
    qtbot: QtBot, tmp_path: Path
) -> None:
    public = Comfort(tmp_path, Profile.PUBLIC)
    qtbot.addWidget(public.window)
    qtbot.waitActive(public.window)
    panel = public.open_comfort()
    for card_px in (0, 450):
        public.kiosk.reading.appearance.set_card(card_px)
        settle()
        least = 20 * pixels_per_mm(QGuiApplication.primaryScreen())
        if card_px:
            assert least == pytest.approx(20 * card_px / 85.6)
        assert len(targets(panel)) > 20
        assert all(min(target.width(), target.height()) >= least for target in targets(panel))
        assert flaws(panel) == []
    calibrate(public.window.screen(), 0.0)
    public.close()


@pytest.mark.conforms("SW-10", "SW-27")
@pytest.mark.parametrize("theme_id", THEMES)
def test_the_focus_on_a_value_and_the_bar_are_seen_in_every_theme(comfort: Comfort, theme_id: str) -> None:
    panel, theme = fit(comfort, (1280, 800), 20.0), THEMES[theme_id]
    panel.set_look(theme, 20.0)
    assert_ring_is_seen(comfort, panel.rows.typeface)
    assert contrast_ratio(theme.accent, theme.surface) >= CONTROL_CONTRAST


# -- how large text may become ------------------------------------------------------------------------------------


@pytest.mark.conforms("FP-2", "SW-08")
@pytest.mark.parametrize("size", [*SHAPES, (1920, 1080), (3840, 2160)], ids=size_id)
@pytest.mark.parametrize("typeface", Typeface)
def test_at_the_largest_size_a_line_has_room_for_thirteen_letters(
    comfort: Comfort, size: tuple[int, int], typeface: Typeface
) -> None:
    load_fonts(chosen_font_files("lexend"))
    comfort.kiosk.preferences.set("typeface", typeface)
    comfort.kiosk.preferences.set("text_size", 240)
    comfort.window.resize(*size)
    settle()
    look = comfort.window.appearance.page_look("en")
    view = comfort.window.reader.article_view
    view.word_rects()
    page = view._page.geometry
    font = view._page.layout(1).font
    assert font.pixelSize() == page.em
    # Of running text, as it is drawn.
    letters = page.text_width / (QFontMetricsF(font).horizontalAdvance(ENGLISH) / len(ENGLISH))
    assert letters >= LEAST_CHARACTERS
    assert look.told_pt <= 240
    # The next size up would not have it.
    if look.told_pt < 240:
        assert letters < LEAST_CHARACTERS * 1.4
    assert comfort.kiosk.reading.appearance.largest_pt == look.told_pt


def test_a_wide_screen_shows_240_points(comfort: Comfort) -> None:
    # As of a screen of 70 cm: 27 inches and more.
    comfort.window.resize(1900, 1000)
    comfort.kiosk.reading.appearance.set_card(round(85.6 * 1900 / 700))
    comfort.kiosk.preferences.set("text_size", 240)
    settle()
    assert comfort.window.appearance.page_look("en").told_pt == 240
    assert comfort.bar.larger.accessibleDescription() == "240 points"


# -- every screen with the spacing that readers must be able to choose --------------------------------------------


@pytest.mark.conforms("SW-11")
@pytest.mark.parametrize("text_size", [32, 72])
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
@pytest.mark.parametrize("widest", [False, True])
def test_every_screen_bears_more_room_between_letters_words_and_lines(
    comfort: Comfort, size: tuple[int, int], text_size: int, language: str, widest: bool
) -> None:
    at_least = {"line_spacing": 175, "paragraph_spacing": 200, "letter_spacing": 12, "word_spacing": 16}
    most = {"line_spacing": 300, "paragraph_spacing": 400, "letter_spacing": 30, "word_spacing": 48}
    for name, value in (most if widest else at_least).items():
        comfort.kiosk.preferences.set(name, value)
    comfort.kiosk.preferences.set("text_size", text_size)
    comfort.kiosk.preferences.set("language", language)
    comfort.window.resize(*size)
    settle()
    found = flaws(comfort.window.reader)
    for panel in (comfort.open_comfort, comfort.open):
        found += flaws(panel())
        comfort.window.reader.close_panel()
        settle()
    comfort.window.show_catalog()
    settle()
    found += flaws(comfort.window.catalog)
    font = comfort.window.catalog.title._look.font()
    comfort.kiosk.preferences.set("language", "en")
    assert found == []
    # The interface has it, too; the letters of Arabic stay joined.
    assert font.wordSpacing() > 0
    assert (font.letterSpacing() > 0) is (language != "ar")
