"""The transport bar: it says what the voice does, asks for what is pressed, and fits every window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.theme import CONTROL_CONTRAST, contrast_ratio
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.transport_bar import MOST_OF_WINDOW, TransportBar
from tests.qt.looking import (
    EVERY_SIZE,
    PAPER,
    THEMES,
    MarkedTranslations,
    differing_pixels,
    flaws,
    settle,
    size_id,
    visible,
)

BUTTONS = {
    "previous": "previous_asked",
    "slower": "slower_asked",
    "play": "play_asked",
    "faster": "faster_asked",
    "next": "next_asked",
    "back": "back_asked",
    "smaller": "smaller_asked",
    "larger": "larger_asked",
    "comfort": "comfort_asked",
    "listening": "listening_asked",
    "help": "help_asked",
}


class Window(QWidget):
    """An article's room with the bar below it."""

    def __init__(self) -> None:
        super().__init__()
        self.article = QWidget()
        self.bar = TransportBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.article, 1)
        layout.addWidget(self.bar)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.bar.set_look(PAPER, 20)
    made.bar.set_progress(3, 18, 4)
    made.bar.set_rate(160)
    made.bar.set_text_size(40)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    settle()
    return made


def button_of(bar: TransportBar, name: str) -> LargeButton:
    button = getattr(bar, name)
    assert isinstance(button, LargeButton)
    return button


@pytest.mark.conforms("FP-7", "SW-15")
@pytest.mark.parametrize(("name", "signal"), BUTTONS.items())
def test_every_button_asks_for_its_thing_and_nothing_else(window: Window, name: str, signal: str) -> None:
    heard: list[str] = []
    for other in BUTTONS.values():
        getattr(window.bar, other).connect(lambda other=other: heard.append(other))
    button = button_of(window.bar, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == [signal]
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert heard == [signal] * 4


@pytest.mark.conforms("FP-7", "SW-28")
def test_buttons_act_on_release_and_sliding_off_cancels(window: Window) -> None:
    heard: list[bool] = []
    play = window.bar.play
    window.bar.play_asked.connect(lambda: heard.append(True))
    QTest.mousePress(play, Qt.MouseButton.LeftButton)
    assert heard == []
    QTest.mouseMove(play, QPoint(play.width() + 200, -200))
    QTest.mouseRelease(play, Qt.MouseButton.LeftButton, pos=QPoint(play.width() + 200, -200))
    assert heard == []
    QTest.mousePress(play, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(play, Qt.MouseButton.LeftButton)
    assert heard == [True]


def test_a_key_let_go_that_was_pressed_elsewhere_does_nothing(window: Window) -> None:
    heard: list[bool] = []
    window.bar.play_asked.connect(lambda: heard.append(True))
    window.bar.play.setFocus()
    QTest.keyRelease(window.bar.play, Qt.Key.Key_Return)
    QTest.keyPress(window.bar.play, Qt.Key.Key_Return)
    window.bar.next.setFocus()
    QTest.keyRelease(window.bar.next, Qt.Key.Key_Return)
    assert heard == []


def test_arrows_are_left_to_the_view_around(window: Window) -> None:
    window.bar.play.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(window.bar.play, key)
        assert QApplication.focusWidget() is window.bar.play


def test_a_click_leaves_the_keyboard_where_it_was(window: Window) -> None:
    window.article.setFocus()
    QTest.mouseClick(window.bar.faster, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.article


@pytest.mark.parametrize(
    ("is_sounding", "is_preparing", "word"),
    [(False, False, "Play"), (True, False, "Pause"), (False, True, "Pause"), (True, True, "Pause")],
)
def test_the_middle_button_says_what_it_will_do(
    window: Window, is_sounding: bool, is_preparing: bool, word: str
) -> None:
    window.bar.set_playing(is_sounding, is_preparing)
    assert window.bar.play.label == word
    assert window.bar.play.accessibleName() == word
    waits = is_preparing and not is_sounding
    assert bool(window.bar.play.accessibleDescription()) is waits


@pytest.mark.conforms("FP-3", "SW-06")
def test_play_and_pause_differ_without_colour_and_move_nothing(window: Window) -> None:
    places = [button_of(window.bar, name).geometry() for name in BUTTONS]
    playing = window.bar.play.grab().toImage().convertToFormat(window.grab().toImage().format().Format_Grayscale8)
    window.bar.set_playing(True, False)
    settle()
    pausing = window.bar.play.grab().toImage().convertToFormat(playing.format())
    assert len(differing_pixels(playing, pausing)) > 200
    assert [button_of(window.bar, name).geometry() for name in BUTTONS] == places


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        ((3, 18, 4), "Paragraph 3 of 18 · 4 minutes left"),
        ((17, 18, 1), "Paragraph 17 of 18 · 1 minute left"),
        ((18, 18, 0), "Paragraph 18 of 18 · less than a minute left"),
        ((0, 18, 5), "Title, then 18 paragraphs · 5 minutes left"),
        ((0, 1, 1), "Title, then 1 paragraph · 1 minute left"),
    ],
)
def test_progress_is_told_in_words(window: Window, progress: tuple[int, int, int], words: str) -> None:
    window.bar.set_progress(*progress)
    assert words in [widget.accessibleName() for widget in visible(window.bar)]


def test_the_progress_line_grows_from_the_leading_edge(window: Window) -> None:
    def filled(at: float) -> bool:
        image = window.bar.grab().toImage()
        return image.pixelColor(round(at * (image.width() - 1)), 2).name().upper() == PAPER.accent

    window.bar.set_progress(9, 18, 4)
    settle()
    assert (filled(0.25), filled(0.75)) == (True, False)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert (filled(0.25), filled(0.75)) == (False, True)


def test_the_rate_is_told_in_words_per_minute(window: Window) -> None:
    window.bar.set_rate(175)
    assert "175 words per minute" in [widget.accessibleName() for widget in visible(window.bar)]
    assert window.bar.faster.accessibleDescription() == "175 words per minute"


def test_the_text_size_is_told_with_its_buttons(window: Window) -> None:
    window.bar.set_text_size(56)
    assert window.bar.larger.accessibleDescription() == "56 points"


@pytest.mark.conforms("SW-29")
@pytest.mark.parametrize("name", BUTTONS)
def test_the_accessible_name_holds_the_word_that_is_seen(window: Window, name: str) -> None:
    button = button_of(window.bar, name)
    assert button.label
    assert button.label.lower() in button.accessibleName().lower()


@pytest.mark.conforms("FP-2", "FP-8", "SW-05", "SW-08", "SW-09", "SW-31")
@pytest.mark.parametrize(("size", "interface_pt", "direction"), EVERY_SIZE, ids=size_id)
def test_it_fits_every_window_at_every_size(
    window: Window,
    size: tuple[int, int],
    interface_pt: float,
    direction: Qt.LayoutDirection,
) -> None:
    window.setLayoutDirection(direction)
    window.bar.set_look(PAPER, interface_pt)
    window.resize(*size)
    settle()
    assert flaws(window) == []
    assert window.bar.height() <= MOST_OF_WINDOW * size[1]
    assert window.bar.geometry().bottom() == window.height() - 1
    words_shown = not window.bar.play.is_icon_only
    assert words_shown or interface_pt >= 48


def test_height_follows_the_window_when_only_its_height_changes(window: Window) -> None:
    window.bar.set_look(PAPER, 48)
    window.resize(1280, 1900)
    settle()
    high = window.bar.height()
    window.resize(1280, 600)
    settle()
    assert window.bar.height() <= MOST_OF_WINDOW * 600 < high
    assert flaws(window) == []


@pytest.mark.conforms("SW-26")
def test_in_a_window_too_low_for_fingers_it_scrolls_to_what_has_the_focus(window: Window) -> None:
    window.bar.set_look(PAPER, 40)
    window.resize(480, 240)
    settle()
    assert window.bar.height() <= MOST_OF_WINDOW * 240
    window.bar.help.setFocus()
    settle()
    help_button = window.bar.help
    top = help_button.mapTo(window, QPoint(0, 0)).y()
    assert top >= window.bar.y()
    assert top + help_button.height() <= window.height() + 1


@pytest.mark.conforms("SW-34")
@pytest.mark.parametrize(
    ("direction", "is_left"), [(Qt.LayoutDirection.LeftToRight, False), (Qt.LayoutDirection.RightToLeft, True)]
)
def test_help_is_in_the_trailing_lower_corner(
    window: Window, direction: Qt.LayoutDirection, is_left: bool
) -> None:
    window.setLayoutDirection(direction)
    settle()
    button = window.bar.help
    centre = button.mapTo(window, button.rect().center())
    assert (centre.x() < 200) is is_left
    assert (centre.x() > window.width() - 200) is not is_left
    assert centre.y() > window.height() - 100


def test_right_to_left_mirrors_order_and_the_icons_that_point(window: Window) -> None:
    def ink(button: LargeButton) -> tuple[int, int]:
        """Return how much is drawn in the left and the right half, the word left out."""
        button.set_icon_only(80)
        button.resize(80, 80)
        image = button.grab().toImage()
        button.set_icon_only(0)
        dark = [x < 40 for x in range(15, 65) for y in range(15, 65) if image.pixelColor(x, y).lightness() < 160]
        return dark.count(True), dark.count(False)

    assert window.bar.previous.x() < window.bar.next.x()
    arrow, question = ink(window.bar.back), ink(window.bar.help)
    assert arrow[0] > arrow[1]
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert window.bar.previous.x() > window.bar.next.x()
    mirrored = ink(window.bar.back)
    assert mirrored[0] < mirrored[1]
    assert ink(window.bar.help) == question


@pytest.mark.conforms("SW-10", "SW-25", "SW-27")
@pytest.mark.parametrize("theme_id", THEMES)
def test_the_focus_ring_is_seen_in_every_theme(window: Window, theme_id: str) -> None:
    window.bar.set_look(THEMES[theme_id], 20)
    settle()
    before = window.bar.play.grab().toImage()
    window.bar.play.setFocus()
    settle()
    after = window.bar.play.grab().toImage()
    changed = [pair for pair in differing_pixels(before, after) if contrast_ratio(*pair) >= CONTROL_CONTRAST]
    perimeter = 2 * (before.width() + before.height() - 4 * RING_PX)
    assert len(changed) >= 3 * perimeter
    middle = before.width() // 2
    # Two tones: one that stands out from what lies around, one from the control.
    column = [after.pixelColor(middle, y).name().upper() for y in range(RING_PX)]
    assert THEMES[theme_id].text in column
    assert THEMES[theme_id].page in column


def test_every_word_is_translated_while_running(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", MarkedTranslations())
    window.bar.retranslate()
    spoken = [
        text
        for widget in [window.bar, *visible(window.bar)]
        for text in (widget.accessibleName(), widget.accessibleDescription())
        if text
    ]
    assert len(spoken) > 12
    assert [text for text in spoken if "«" not in text] == []
    assert all("«" in button_of(window.bar, name).label for name in BUTTONS)
