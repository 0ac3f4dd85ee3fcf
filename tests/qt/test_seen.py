"""What looks at the screens finds what it looks for: text that is cut, covered, faint, or boxes for letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.qt import main_window
from kiosk.qt.theme import Look
from kiosk.qt.views.layouts import Column
from kiosk.qt.views.scrolling import ScrollingColumn
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import TextFlow
from tests.qt.aspects import EVERY_ASPECT, SIZES_PT, WINDOWS, Aspect, aspects_for, few_aspects_for
from tests.qt.looking import PAPER, THEMES, settle
from tests.qt.painted import faults_of, watched_writing
from tests.qt.picture import changed_pixels, contrast_in, part, pixels_of
from tests.qt.screens import SCREENS
from tests.qt.seen import Sight
from tests.qt.showing import Show, Showing

TEXT = "Every word of this is to be seen"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def label(window: QWidget, text: str = TEXT, language: str = "", size_pt: float = 24.0) -> TextBlock:
    made = TextBlock(window)
    made.apply_look(Look(PAPER, size_pt))
    made.show_text(text, language)
    made.setGeometry(QRect(QPoint(20, 20), made.sizeHint()))
    return made


def faults(window: QWidget) -> list[str]:
    window.show()
    settle()
    with watched_writing() as written:
        picture = pixels_of(window.grab().toImage())
    assert written
    return [fault for own in written for fault in faults_of(own, window, picture)]


def test_nothing_is_wrong_with_text_that_is_whole(window: QWidget) -> None:
    label(window)
    assert faults(window) == []


def _too_low(window: QWidget) -> None:
    made = label(window)
    made.resize(made.width(), made.height() // 2)


def _out_of_the_window(window: QWidget) -> None:
    label(window).move(500, 20)


def _out_of_a_box(window: QWidget) -> None:
    box = QWidget(window)
    box.setGeometry(0, 0, 200, 100)
    label(box)


def _covered(window: QWidget) -> None:
    made = label(window)
    cover = QWidget(window)
    cover.setAutoFillBackground(True)
    cover.setGeometry(made.geometry().adjusted(made.width() // 2, 0, 0, 0))


@pytest.mark.parametrize("spoil", [_too_low, _out_of_the_window, _out_of_a_box, _covered])
def test_text_that_is_cut_or_covered_is_found(window: QWidget, spoil: Callable[[QWidget], None]) -> None:
    spoil(window)
    assert any("of the ink of" in fault for fault in faults(window))


def test_text_that_is_scrolled_away_is_not_cut(window: QWidget) -> None:
    column = Column()
    texts = [label(column) for _number in range(20)]
    column.set_items(texts)
    scroll = ScrollingColumn(column, window)
    scroll.setGeometry(window.rect())
    window.show()
    scroll.verticalScrollBar().setValue(17)
    assert faults(window) == []
    assert scroll.verticalScrollBar().maximum() > 0


def test_boxes_instead_of_letters_are_found(window: QWidget) -> None:
    label(window, "No face that ships has this: \U00013080")
    found = faults(window)
    assert any("boxes" in fault or "partly set in" in fault for fault in found)


def test_the_wrong_direction_and_the_wrong_side_are_found(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = label(window, "من اليمين إلى اليسار", "ar")
    made.resize(560, made.height())
    assert faults(window) == []
    monkeypatch.setattr(TextFlow, "_absolute", lambda flow, alignment: Qt.AlignmentFlag.AlignLeft)
    made._forget()
    assert any("at its side" in fault for fault in faults(window))
    made.show_text("من اليمين إلى اليسار", "en")
    assert any("from right to left" in fault for fault in faults(window))


def test_the_interface_draws_text_in_one_way_which_is_watched() -> None:
    views = Path(main_window.__file__).parent
    others = [file.name for file in views.rglob("*.py") if ".drawText(" in file.read_text(encoding="utf-8")]
    assert others == []


# -- contrast -----------------------------------------------------------------------------------------------------


def test_faint_text_is_measured_in_the_picture(show: Show) -> None:
    def come(showing: Showing) -> None:
        theme = showing.theme._replace(muted="#A0A0A0", line="#E0E0E0", accent="#B0C0D0", text="#888888")
        showing.window.catalog.set_look(theme, 24.0)
        settle()

    found = Sight(show(come, Aspect("en", "paper", 40, (1280, 800)))).too_faint()
    assert any("the border of" in fault for fault in found)
    assert any("Choose an article" in fault for fault in found)
    assert any("the icon of" in fault for fault in found)


def test_contrast_of_a_region_is_that_of_its_ground_and_its_extreme_colour(window: QWidget) -> None:
    made = label(window)
    window.show()
    picture = pixels_of(window.grab().toImage())
    ground = window.palette().window().color().name()
    assert contrast_in(part(picture, made.geometry())) > 7
    assert contrast_in(part(picture, QRect(300, 300, 50, 50))) == 1.0
    assert f"#{int(picture[350, 350]):06x}" == ground


def test_a_change_of_hue_alone_is_no_change(window: QWidget) -> None:
    window.show()
    before = pixels_of(window.grab().toImage())
    red, green = before.copy(), before.copy()
    # Equally light.
    red[:100], green[:100] = 0xFF0000, 0x008A00
    assert changed_pixels(red, green, 3.0) == 0
    dark = before.copy()
    dark[:100] = 0x200000
    assert changed_pixels(green, dark, 3.0) == 100 * before.shape[1]


# -- what is looked at --------------------------------------------------------------------------------------------


def test_any_two_values_are_seen_together_on_every_screen() -> None:
    for number, _screen in enumerate(SCREENS):
        chosen = aspects_for(number)
        assert set(chosen) <= set(EVERY_ASPECT)
        for one, other in ((0, 2), (0, 3), (1, 2), (1, 3), (2, 3)):
            every = {(own[one], own[other]) for own in EVERY_ASPECT}
            assert {(own[one], own[other]) for own in chosen} == every
        few = few_aspects_for(number)
        for field in range(4):
            assert {own[field] for own in few} == {own[field] for own in EVERY_ASPECT}
    screens = [number for number, screen in enumerate(SCREENS) if not screen.is_state]
    met = {own[:2] for number in screens for own in aspects_for(number)}
    assert met == {own[:2] for own in EVERY_ASPECT}
    assert len(EVERY_ASPECT) == 5 * len(THEMES) * len(SIZES_PT) * len(WINDOWS)


def test_screens_have_names_of_their_own() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(set(names)) == len(names)
