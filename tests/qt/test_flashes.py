"""Nothing flashes: while it reads no large place goes light and dark more than three times a second.

Where few words have room in a line (from some 70 pt on) and more than three lines a second are read, the word is
underlined and not lit.
"""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from kiosk.core.appearance import Highlight
from kiosk.core.flashing import flashes_word_by_word
from kiosk.core.settings import DEFAULT_WPM, FASTEST_WPM
from kiosk.core.text import words
from kiosk.qt.views.article_view import ArticleView
from tests.qt.aspects import Aspect
from tests.qt.looking import THEMES, settle
from tests.qt.pages import ENGLISH, NewView, article, pixels
from tests.qt.showing import Show

# Three flashes a second are allowed to any place, more to a quarter of a small part of the screen at most.
MOST_FLASHES = 3
MOST_SHARE = 0.25
SCREEN, PART = (1024, 768), (341, 256)
# A change counts from a tenth of the whole range of light.
LEAST_CHANGE = 0.1


Light = NDArray[np.float64]


def luminance(image: QImage) -> Light:
    """Return the relative luminance of each pixel."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.bytesPerLine() // 4, 4)
    channels = np.frombuffer(image.constBits(), np.uint8).reshape(shape)[:, : image.width(), 2::-1] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]), np.float64)


def flashes(pictures: list[Light]) -> Light:
    """Return how often each place goes one way and back, over all pictures."""
    changes = np.diff(np.stack(pictures), axis=0)
    return np.asarray((np.abs(changes) >= LEAST_CHANGE).sum(axis=0) / 2, np.float64)


def flashing_share(pictures: list[Light]) -> float:
    """Return how much of a part of the screen flashes too often, in the part where that is most."""
    sums = np.pad((flashes(pictures) > MOST_FLASHES).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    width, height = min(PART[0], sums.shape[1] - 1), min(PART[1], sums.shape[0] - 1)
    parts = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    return float(parts.max() / (width * height))


def look(view: ArticleView) -> Light:
    return luminance(pixels(view))


@pytest.mark.conforms("FP-9", "SW-24")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("size_pt", "words_per_minute"),
    [
        *((32, FASTEST_WPM), (64, FASTEST_WPM), (120, DEFAULT_WPM), (240, DEFAULT_WPM)),
        (120, FASTEST_WPM),
        *(pytest.param(*own, marks=pytest.mark.long) for own in ((96, 320), (240, FASTEST_WPM))),
    ],
)
def test_a_second_of_reading(new_view: NewView, theme: str, size_pt: int, words_per_minute: int) -> None:
    view = new_view(article(ENGLISH), size_pt, *SCREEN)
    view.set_theme(THEMES[theme])
    page = view._page.geometry
    # At 96 points an inch a pixel is what flashes are measured in.
    view.set_highlight(Highlight.WORD, flashes_word_by_word(words_per_minute, page.em, page.text_width))
    pictures = [look(view)]
    spans = words(ENGLISH)
    for number in range(words_per_minute // 60 + 1):
        view.set_current(1, spans[number], is_reading=True)
        pictures.append(look(view))
    assert flashes(pictures).max() >= 0.5
    assert flashing_share(pictures) <= MOST_SHARE


def test_the_count_itself() -> None:
    dark, light, pale = np.zeros((300, 400)), np.full((300, 400), 0.5), np.full((300, 400), 0.05)
    assert flashes([dark, light, dark, light, dark]).max() == 2
    assert flashes([dark, pale, dark, pale]).max() == 0
    assert flashing_share([dark, light] * 3) == 0
    assert flashing_share([dark, light] * 4) == 1
    small = dark.copy()
    small[:100, :100] = 0.5
    assert 0.1 < flashing_share([dark, small] * 4) < 0.12


def test_to_light_each_word_of_large_type_would_flash(new_view: NewView) -> None:
    """What is avoided is there to be avoided, or the count would be of nothing."""
    view = new_view(article(ENGLISH), 120, *SCREEN)
    view.set_theme(THEMES["paper"])
    pictures = [look(view)]
    for span in words(ENGLISH)[: FASTEST_WPM // 60 + 1]:
        view.set_current(1, span, is_reading=True)
        pictures.append(look(view))
    assert flashing_share(pictures) > MOST_SHARE
    page = view._page.geometry
    assert flashes_word_by_word(FASTEST_WPM, page.em, page.text_width)


@pytest.mark.conforms("FP-9", "SW-24")
def test_large_type_that_is_read_fast_is_underlined_in_the_window(show: Show) -> None:
    def look_of(size_pt: int, rate: int) -> bool:
        for name, value in (("text_size", size_pt), ("rate", rate)):
            showing.kiosk.preferences.set(name, value)
        settle()
        return showing.window.reader.article_view._is_lined

    showing = show(lambda made: made.open(), Aspect("en", "paper", 32, (1280, 800)))
    told = [look_of(*own) for own in ((32, 500), (120, 160), (120, 180), (120, 500), (120, 160), (32, 500))]
    assert told == [False, False, False, True, False, False]
