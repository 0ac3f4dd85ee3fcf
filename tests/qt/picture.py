"""Pictures as numbers: which colours stand where, and how much they differ in what is seen without hue."""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.core.theme import contrast_ratio

Pixels = NDArray[np.uint32]
Mask = NDArray[np.bool_]
Coverage = NDArray[np.uint8]
WHOLE = 255
"""A pixel that is covered wholly has the very colour of the letters."""

# A colour of fewer pixels is where two others meet.
_LEAST_PIXELS = 3


def pixels_of(image: QImage) -> Pixels:
    """Return a picture's colours, row by row, each as 0xRRGGBB."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return rows[:, : plain.width()] & np.uint32(0xFFFFFF)


def part(pixels: Pixels, rect: QRect) -> Pixels:
    """Return what of a picture lies in a rectangle."""
    inside = rect.intersected(QRect(0, 0, pixels.shape[1], pixels.shape[0]))
    if not inside.isValid():
        return pixels[:0, :0]
    return pixels[inside.top() : inside.bottom() + 1, inside.left() : inside.right() + 1]


def colours_in(pixels: Pixels) -> list[tuple[str, int]]:
    """Return the colours of a region and how many pixels each has, the most frequent first."""
    colours, counts = np.unique(pixels, return_counts=True)
    found = sorted(zip(counts.tolist(), colours.tolist(), strict=True), reverse=True)
    return [(name_of_colour(colour), count) for count, colour in found]


def contrast_in(pixels: Pixels, least_pixels: int = _LEAST_PIXELS) -> float:
    """Return how much what is drawn in a region differs from its ground: the extreme colour from the commonest."""
    colours = colours_in(pixels)
    if not colours:
        return 1.0
    ground = colours[0][0]
    return max((contrast(ground, colour) for colour, count in colours if count >= least_pixels), default=1.0)


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours after WCAG, 1 to 21."""
    return contrast_ratio(one, other)


def name_of_colour(colour: int) -> str:
    """Return "#RRGGBB"."""
    return f"#{colour:06X}"


def number_of_colour(name: str) -> int:
    """Return 0xRRGGBB."""
    return int(name.lstrip("#"), 16)


def ink(size: QSize, draw: Callable[[QPainter], None]) -> Coverage:
    """Draw letters in black on white and return how far they cover each pixel, 0 to 255."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return (255 - (pixels_of(image) & np.uint32(0xFF))).astype(np.uint8)


def seen_ink(pixels: Pixels, mask: Mask, at: QPoint, colour: str, within: QRect) -> tuple[int, int]:
    """Look for the ink of letters in a picture.

    Args:
        pixels: the picture.
        mask: where the ink is.
        at: where the mask's top left corner lies in the picture; may be outside of it.
        colour: of the ink.
        within: the part of the picture that counts.

    Returns:
        How many pixels of ink are there in its colour, and how many there would have to be.
    """
    shown = QRect(at, QSize(mask.shape[1], mask.shape[0])).intersected(within)
    wanted = _cut(mask, shown.translated(-at))
    inside = shown.intersected(QRect(0, 0, pixels.shape[1], pixels.shape[0]))
    found = _is_like(part(pixels, inside), number_of_colour(colour)) & _cut(mask, inside.translated(-at))
    return int(found.sum()), int(wanted.sum())


def _is_like(pixels: Pixels, colour: int) -> Mask:
    """Return where pixels have a colour, but for the last step of a channel: laying ink on a ground rounds."""
    is_like = np.ones(pixels.shape, np.bool_)
    for shift in (16, 8, 0):
        channel = (pixels >> np.uint32(shift)) & np.uint32(0xFF)
        is_like &= np.abs(channel.astype(np.int16) - (colour >> shift & 0xFF)) <= 1
    return is_like


def _cut(mask: Mask, rect: QRect) -> Mask:
    return mask[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1] if rect.isValid() else mask[:0, :0]


def changed_pixels(before: Pixels, after: Pixels, least: float) -> int:
    """Return how many pixels of two pictures differ by a contrast.

    Contrast is a ratio of how light two colours are: whoever sees no hue sees the same.
    """
    assert before.shape == after.shape
    differs = before != after
    pairs, counts = np.unique(
        np.stack([before[differs], after[differs]], axis=1).reshape(-1, 2), axis=0, return_counts=True
    )
    return sum(
        count
        for (one, other), count in zip(pairs.tolist(), counts.tolist(), strict=True)
        if contrast(name_of_colour(one), name_of_colour(other)) >= least
    )
