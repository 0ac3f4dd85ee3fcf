"""The Listening panel at every size: nothing is cut or overlaps, what has the focus is seen whole, it mirrors."""

import gettext
import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.settings import Profile
from kiosk.core.theme import CONTROL_CONTRAST, contrast_ratio
from kiosk.qt.screen_size import pixels_per_mm
from kiosk.qt.theme import Look, spacious_look
from kiosk.qt.views.listening_panel import ListeningPanel
from tests.qt.listening import Listening
from tests.qt.looking import EVERY_SIZE, PAPER, THEMES, flaws, settle, size_id
from tests.qt.panels import (
    SHAPES,
    SMALLEST,
    assert_ring_is_seen,
    assert_rows_are_seen,
    fitted,
    flaws_in_language,
    targets,
)


class LongTranslations(gettext.NullTranslations):
    """Makes every message half as long again, as some languages do."""

    def gettext(self, message: str) -> str:
        words = message.split(" ")
        return " ".join(word if "{" in word else word + word[: (len(word) + 1) // 2] for word in words)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2) + " mehr"

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@pytest.fixture
def listening(qtbot: QtBot, tmp_path: Path) -> Iterator[Listening]:
    made = Listening(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitActive(made.window)
    # All rows that there can be.
    made.kiosk.preferences.set("rate", 320, "en")
    yield made
    made.close()


def fit(
    listening: Listening, size: tuple[int, int], interface_pt: float, has_form: bool = False
) -> ListeningPanel:
    """Open the panel in a window of a size."""
    listening.window.resize(*size)
    panel = listening.open()
    return fitted(panel, interface_pt, has_form)


@pytest.mark.conforms("FP-2", "SW-05", "SW-08", "SW-09", "SW-31")
@pytest.mark.parametrize("has_form", [False, True])
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
def test_it_fits_every_window_at_every_size(
    listening: Listening,
    size: tuple[int, int],
    interface_pt: float,
    direction: Qt.LayoutDirection,
    has_form: bool,
) -> None:
    listening.window.setLayoutDirection(direction)
    panel = fit(listening, size, interface_pt, has_form)
    assert panel.geometry() == listening.window.reader.rect()
    assert flaws(panel) == []


@pytest.mark.conforms("SW-09")
@pytest.mark.parametrize("size", SMALLEST, ids=size_id)
@pytest.mark.parametrize("has_form", [False, True])
def test_it_reflows_into_the_smallest_window(listening: Listening, size: tuple[int, int], has_form: bool) -> None:
    assert flaws(fit(listening, size, 16.0, has_form)) == []


@pytest.mark.parametrize("size", SHAPES, ids=size_id)
@pytest.mark.parametrize("interface_pt", [20.0, 40.0])
def test_long_words_fit_too(
    listening: Listening, size: tuple[int, int], interface_pt: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_translations", LongTranslations())
    listening.window.reader.retranslate()
    for has_form in (False, True):
        panel = fit(listening, size, interface_pt, has_form)
        assert flaws(panel) == []
        listening.window.reader.close_panel()


@pytest.mark.parametrize("language", [tag for tag in i18n.LANGUAGES if tag != "en"])
@pytest.mark.parametrize("text_size", [32, 120])
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
def test_it_fits_in_every_language(
    listening: Listening, size: tuple[int, int], text_size: int, language: str
) -> None:
    assert flaws_in_language(listening, listening.open, size, text_size, language) == []


@pytest.mark.conforms("SW-26")
@pytest.mark.parametrize("text_size", [18, 32, 72, 120, 240])
@pytest.mark.parametrize("size", [(1024, 600), (1080, 1920)], ids=size_id)
def test_what_has_the_focus_is_seen_with_all_of_its_row(
    listening: Listening, size: tuple[int, int], text_size: int
) -> None:
    listening.kiosk.preferences.set("text_size", text_size)
    listening.window.resize(*size)
    panel = listening.open()
    for has_form in (False, True):
        if has_form:
            panel.show_form()
        assert_rows_are_seen(listening, panel)


def test_scrolled_to_a_row_below_it_begins_with_a_whole_row(listening: Listening) -> None:
    panel = fit(listening, (1024, 600), 30.0)
    bar = panel._rows_scroll.verticalScrollBar()
    tops = {item.y() for item in panel.rows._shown}
    held = [stop for stop in panel.rows.stops if stop.around in panel.rows._shown]
    assert len(held) > 8
    for stop in held:
        listening.focus(stop.widget)
        assert bar.value() in {0, bar.maximum()} | tops


# -- targets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [18, 32, 72, 120])
@pytest.mark.parametrize("size", SHAPES, ids=size_id)
def test_targets_are_two_and_a_half_times_the_text(
    listening: Listening, size: tuple[int, int], text_size: int
) -> None:
    listening.kiosk.preferences.set("text_size", text_size)
    listening.window.resize(*size)
    panel = listening.open()
    least = 2.5 * Look(PAPER, listening.window.appearance.interface_pt).em_px
    for has_form in (False, True):
        if has_form:
            panel.show_form()
            settle()
        assert all(min(target.width(), target.height()) >= least for target in targets(panel))


@pytest.mark.conforms("SW-31")
def test_in_public_targets_are_twenty_millimetres(qtbot: QtBot, tmp_path: Path) -> None:
    public = Listening(tmp_path, Profile.PUBLIC)
    qtbot.addWidget(public.window)
    qtbot.waitActive(public.window)
    for text_size in (18, 40):
        public.kiosk.preferences.set("text_size", text_size)
        panel = public.open()
        least = 20 * pixels_per_mm(QGuiApplication.primaryScreen())
        assert least > 0
        assert all(min(target.width(), target.height()) >= least for target in targets(panel))
        public.window.reader.close_panel()
    public.close()


class Screen:
    """A screen that says how large it is."""

    def __init__(self, pixels: tuple[int, int], millimetres: tuple[float, float]) -> None:
        self._pixels = pixels
        self._millimetres = millimetres

    def geometry(self) -> QRect:
        return QRect(0, 0, *self._pixels)

    def physicalSize(self) -> QSizeF:
        return QSizeF(*self._millimetres)

    def property(self, name: str) -> object:
        return None


@pytest.mark.parametrize(
    ("millimetres", "expected"),
    [
        ((480.0, 270.0), 4.0),
        ((640.0, 270.0), 4.0),
        ((0.0, 0.0), 0.0),
        ((170.0, 96.0), 11.29),
        # What projectors and broken adapters say: only their shape, or nonsense.
        ((160.0, 90.0), 0.0),
        ((16.0, 9.0), 0.0),
        ((16000.0, 9000.0), 0.0),
    ],
)
def test_a_screen_is_believed_when_its_size_can_be(millimetres: tuple[float, float], expected: float) -> None:
    screen: QScreen = Screen((1920, 1080), millimetres)  # type: ignore[assignment]
    assert pixels_per_mm(screen) == pytest.approx(expected, abs=0.01)


def test_a_screen_that_does_not_know_its_size_gets_two_and_a_half_times_the_text(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.qt.theme.pixels_per_mm", lambda screen: 0.0)
    look = spacious_look(PAPER, 30.0, 20)
    assert look.target_px == math.ceil(2.5 * look.em_px)


# -- mirrored, and without colour ---------------------------------------------------------------------------------


def test_in_arabic_all_of_it_is_mirrored_and_the_arrows_go_as_the_eye_sees(qtbot: QtBot, tmp_path: Path) -> None:
    arabic = Listening(tmp_path, language="ar")
    qtbot.addWidget(arabic.window)
    qtbot.waitActive(arabic.window)
    panel = arabic.open()
    rows, speed = panel.rows, panel.rows.voice[0]
    assert rows.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert speed.less.x() > speed.value.x() > speed.more.x()
    assert rows.previous.x() > rows.next.x()
    assert panel.head.play.x() > panel.head.close_button.x()
    arabic.focus(speed.value)
    rate = arabic.kiosk.player.rate.words_per_minute
    arabic.press(Qt.Key.Key_Left)
    assert arabic.kiosk.player.rate.words_per_minute > rate
    arabic.press(Qt.Key.Key_Right)
    assert arabic.kiosk.player.rate.words_per_minute == rate
    arabic.press(Qt.Key.Key_Plus)
    assert arabic.kiosk.player.rate.words_per_minute > rate
    arabic.focus(rows.previous)
    arabic.press(Qt.Key.Key_Left)
    assert arabic.window.focusWidget() is rows.next
    assert flaws(panel) == []
    arabic.kiosk.preferences.set("language", "en")
    arabic.close()


@pytest.mark.conforms("SW-10", "SW-25", "SW-27")
@pytest.mark.parametrize("theme_id", THEMES)
def test_the_focus_on_a_value_is_seen_in_every_theme(listening: Listening, theme_id: str) -> None:
    panel = fit(listening, (1280, 800), 20.0)
    panel.set_look(THEMES[theme_id], 20.0)
    frame = assert_ring_is_seen(listening, panel.rows.voice[1])
    assert contrast_ratio(frame, THEMES[theme_id].surface) >= CONTROL_CONTRAST


@pytest.mark.conforms("FP-3", "CF-29", "SW-06")
def test_on_and_off_differ_without_colour(listening: Listening) -> None:
    button = fit(listening, (1280, 800), 20.0).rows.resume_back
    words, icons = [], []
    for _ in range(2):
        words.append(button.label)
        icons.append(button._icon_name)
        listening.click(button)
    assert len(set(words)) == len(set(icons)) == 2
