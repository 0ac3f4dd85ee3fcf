"""How large a screen really is: believed where it can be, and measured always."""

import pytest
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QScreen

from kiosk.core.appearance import CARD_MM
from kiosk.qt.screen_size import (
    believed_pixels_per_mm,
    calibrate,
    pixels_per_mm,
    points_scale,
    screen_name,
)


class Screen:
    """A screen that says how large it is."""

    def __init__(self, pixels: tuple[int, int], millimetres: tuple[float, float], model: str = "") -> None:
        self._pixels = pixels
        self._millimetres = millimetres
        self._model = model
        self._properties: dict[str, object] = {}

    def geometry(self) -> QRect:
        return QRect(0, 0, *self._pixels)

    def physicalSize(self) -> QSizeF:
        return QSizeF(*self._millimetres)

    def logicalDotsPerInchY(self) -> float:
        return 96.0

    def manufacturer(self) -> str:
        return "Maker " if self._model else ""

    def model(self) -> str:
        return self._model

    def serialNumber(self) -> str:
        return ""

    def name(self) -> str:
        return "HDMI-1"

    def property(self, name: str) -> object:
        return self._properties.get(name)

    def setProperty(self, name: str, value: object) -> None:
        self._properties[name] = value


def screen(pixels: tuple[int, int], millimetres: tuple[float, float], model: str = "") -> QScreen:
    return Screen(pixels, millimetres, model)  # type: ignore[return-value]


@pytest.mark.conforms("FP-2")
@pytest.mark.parametrize(
    ("pixels", "millimetres", "scale"),
    [
        # 96 pixels an inch: a point is what Qt takes for one.
        ((1920, 1080), (508.0, 285.75), 1.0),
        # A laptop of 14 inches, and a television of 55.
        ((1920, 1080), (310.0, 174.0), 1.64),
        ((1920, 1080), (1210.0, 681.0), 0.42),
        # What knows only its shape, nothing at all, or nonsense, is not believed.
        ((1920, 1080), (160.0, 90.0), 1.0),
        ((1920, 1080), (0.0, 0.0), 1.0),
        ((1920, 1080), (640.0, 270.0), 1.0),
        ((1920, 1080), (16000.0, 9000.0), 1.0),
    ],
)
def test_a_point_is_one_of_a_ruler_where_the_screen_can_be_believed(
    pixels: tuple[int, int], millimetres: tuple[float, float], scale: float
) -> None:
    assert points_scale(screen(pixels, millimetres)) == pytest.approx(scale, abs=0.01)


@pytest.mark.parametrize("millimetres", [(0.0, 0.0), (160.0, 90.0), (508.0, 285.75)])
def test_what_was_measured_counts_more_than_what_the_screen_says(millimetres: tuple[float, float]) -> None:
    shown = screen((1920, 1080), millimetres)
    before = points_scale(shown)
    calibrate(shown, 400 / CARD_MM)
    assert pixels_per_mm(shown) == believed_pixels_per_mm(shown) == pytest.approx(4.673, abs=0.001)
    # 72 points are an inch of glass.
    assert 72 * points_scale(shown) * 96 / 72 == pytest.approx(25.4 * 400 / CARD_MM)
    calibrate(shown, 0.0)
    assert points_scale(shown) == before


def test_a_screen_that_knows_nothing_is_taken_as_qt_takes_it() -> None:
    assert pixels_per_mm(screen((1920, 1080), (0.0, 0.0))) == 0
    assert believed_pixels_per_mm(screen((1920, 1080), (0.0, 0.0))) == pytest.approx(96 / 25.4)


def test_a_screen_is_known_again_by_model_and_pixels() -> None:
    one = screen((1920, 1080), (508.0, 285.75), "X24")
    assert screen_name(one) == screen_name(screen((1920, 1080), (0.0, 0.0), "X24")) == "Maker X24 1920x1080"
    assert screen_name(one) != screen_name(screen((3840, 2160), (508.0, 285.75), "X24"))
    assert screen_name(screen((800, 600), (0.0, 0.0))) == "HDMI-1 800x600"
