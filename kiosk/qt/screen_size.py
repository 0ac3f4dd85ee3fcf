"""How large a screen really is: as it was measured, else as it says where that can be believed. Draws nothing.

What was measured is kept with the screen itself, for as long as the program runs.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

_MEASURED = "measured_pixels_per_mm"
# A screen that says it has more or fewer pixels per millimetre than any that is made does not know its size.
_LEAST_PX_PER_MM, _MOST_PX_PER_MM = 1.0, 16.0
# Across and down the pixels of all screens lie alike: one that says otherwise does not know its size.
_MOST_SKEW = 1.2
# What screens and projectors say that know only their shape, in millimetres.
_SHAPES_ONLY = frozenset({(160, 90), (160, 100), (16, 9), (16, 10), (1600, 900), (1600, 1000)})
_MM_PER_INCH = 25.4


def screen_name(screen: "QScreen") -> str:
    """Return what a screen is called in preferences: the same model with the same number of pixels is the same."""
    pixels = screen.geometry().size()
    maker = [screen.manufacturer(), screen.model(), screen.serialNumber()]
    parts = [part.strip() for part in maker if part.strip()] or [screen.name()]
    return " ".join([*parts, f"{pixels.width()}x{pixels.height()}"])


def calibrate(screen: "QScreen", pixels_per_mm: float) -> None:
    """Take down how many pixels a screen has on a millimetre; 0 forgets what was measured."""
    screen.setProperty(_MEASURED, pixels_per_mm)


def pixels_per_mm(screen: "QScreen") -> float:
    """Return how many pixels a screen has on a millimetre, where it has more; 0 when it does not know its size."""
    measured = screen.property(_MEASURED)
    if measured:
        return float(measured)
    across, down = _densities(screen)
    found = max(across, down)
    return found if _LEAST_PX_PER_MM <= found <= _MOST_PX_PER_MM else 0.0


def believed_pixels_per_mm(screen: "QScreen") -> float:
    """Return how many pixels are taken for a millimetre: as measured, as the screen says, else as Qt assumes."""
    fewer, more = sorted(_densities(screen))
    found = pixels_per_mm(screen)
    if found and (screen.property(_MEASURED) or more <= _MOST_SKEW * fewer):
        return found
    return float(screen.logicalDotsPerInchY()) / _MM_PER_INCH


def points_scale(screen: "QScreen") -> float:
    """Return how many of the screen's own points a point of a ruler has; 1 when the size cannot be believed."""
    return believed_pixels_per_mm(screen) * _MM_PER_INCH / screen.logicalDotsPerInchY()


def _densities(screen: "QScreen") -> tuple[float, float]:
    pixels, size = screen.geometry().size(), screen.physicalSize()
    if size.width() <= 0 or size.height() <= 0 or (round(size.width()), round(size.height())) in _SHAPES_ONLY:
        return 0.0, 0.0
    return pixels.width() / size.width(), pixels.height() / size.height()
