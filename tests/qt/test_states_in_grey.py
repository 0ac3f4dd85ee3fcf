"""Without any colour each pair of states still differs, in every theme: seen as a screen in grey shows it."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.article import CatalogEntry
from kiosk.core.theme import Theme
from kiosk.qt.views.catalog_view import CatalogView
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.transport_bar import TransportBar
from tests.qt.looking import THEMES, settle
from tests.qt.pages import ENGLISH, NewView, article, pixels, word_at

# Of 255 steps of grey; the step between a theme's page and its muted text is more than 100.
LEAST_STEP = 48
# A sign of 10 by 10 pixels, or a line of 4 by 25.
LEAST_PIXELS = 100

Grey = NDArray[np.int16]
each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def grey(image: QImage) -> Grey:
    """Return a picture as a screen without colours shows it."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(np.int16)


def differing(one: Grey, other: Grey) -> int:
    """Return how many pixels are not of nearly the same grey, in what both pictures have."""
    height, width = np.minimum(one.shape, other.shape)
    return int((np.abs(one[:height, :width] - other[:height, :width]) >= LEAST_STEP).sum())


def shot(widget: QWidget) -> Grey:
    settle()
    return grey(widget.grab().toImage())


def shown(qtbot: QtBot, widget: QWidget, width: int = 1000, height: int = 700) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    settle()


@pytest.mark.conforms("FP-3", "SW-06")
@each_theme
def test_the_word_that_is_read_and_its_paragraph(new_view: NewView, theme: Theme) -> None:
    view = new_view(article(ENGLISH, ENGLISH))
    view.set_theme(theme)
    pictures = [grey(pixels(view))]
    for passage, number, is_reading in ((1, 1, True), (1, 2, True), (2, 1, True), (2, 1, False)):
        view.set_current(passage, word_at(ENGLISH, number), is_reading=is_reading)
        pictures.append(grey(pixels(view)))
    pairs = [(one, other) for at, one in enumerate(pictures) for other in pictures[at + 1 :]]
    assert len(pairs) == 10
    assert all(differing(one, other) >= LEAST_PIXELS for one, other in pairs)


@pytest.mark.conforms("FP-3", "SW-06")
@each_theme
def test_the_language_that_is_chosen_and_an_article_that_cannot_be_opened(qtbot: QtBot, theme: Theme) -> None:
    catalog = CatalogView()
    catalog.set_look(theme, 20)
    whole = CatalogEntry("a", "A title", "en", "A summary.", 300, "a.md")
    catalog.set_language("en")
    catalog.set_entries([whole], None, 160)
    shown(qtbot, catalog)
    button = catalog.language_buttons["tr"]
    other, card = shot(button), catalog.cards[0]
    good = shot(card)
    catalog.set_language("tr")
    assert differing(other, shot(button)) >= LEAST_PIXELS
    catalog.set_language("en")
    catalog.set_entries([whole._replace(problem="byte 12 is not UTF-8", summary="", word_count=0)], None, 160)
    settle()
    assert differing(good, shot(catalog.cards[0])) >= LEAST_PIXELS


@pytest.mark.conforms("FP-3", "SW-06")
@each_theme
def test_sounding_and_silent_with_the_focus_and_without(qtbot: QtBot, theme: Theme) -> None:
    bar = TransportBar()
    bar.set_look(theme, 20)
    shown(qtbot, bar, 1280, 200)
    bar.activateWindow()
    qtbot.waitActive(bar)

    def changes(act: Callable[[], None]) -> int:
        before = shot(bar.play)
        act()
        return differing(before, shot(bar.play))

    assert changes(lambda: bar.set_playing(True, False)) >= LEAST_PIXELS
    assert changes(lambda: bar.play.setFocus(Qt.FocusReason.TabFocusReason)) >= LEAST_PIXELS


@pytest.mark.conforms("FP-3", "SW-06")
@each_theme
def test_a_warning_and_a_note(qtbot: QtBot, theme: Theme) -> None:
    line = MessageLine()
    line.set_look(theme, 20)
    shown(qtbot, line, 900, 120)
    line.show_message("The voice has stopped.")
    note = shot(line)
    line.show_message("The voice has stopped.", is_warning=True)
    assert differing(note, shot(line)) >= LEAST_PIXELS


def test_the_measure_itself() -> None:
    red, green = QImage(20, 20, QImage.Format.Format_RGB32), QImage(20, 20, QImage.Format.Format_RGB32)
    red.fill(0xFFFF0000)
    green.fill(0xFF009200)
    assert differing(grey(red), grey(red)) == 0
    # Two colours that only their hue tells apart.
    assert differing(grey(red), grey(green)) == 0
    green.fill(0xFFFFFFFF)
    assert differing(grey(red), grey(green)) == 400
